"""Calendar files as a parser of the standard reads them."""

from __future__ import annotations

import datetime
import re
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from tests.formats.node import result, results

STAMP = "2026-11-27T05:06:07.890Z"
TEXTS = st.text(
    alphabet=st.one_of(st.characters(codec="utf-8"), st.sampled_from("\r\n\t\\,;: nN\"'æøå👩\u200d⚕\u2028\x0b\x85"))
)


def event(**changes: Any) -> dict[str, Any]:
    return {"uid": "a1@x", "sequence": 0, "day": "2026-12-10", "summary": "Frist"} | changes


def calendar(*events: dict[str, Any]) -> dict[str, Any]:
    return {"product": "-//Veikart//nb", "stamp": STAMP, "events": list(events)}


def expected(text: str) -> str:
    """The text with one kind of line break, without what no calendar can hold."""
    return re.sub("[\0-\x08\x0b-\x1f\x7f-\x9f]", "", re.sub("\r\n?|[\u2028\u2029]", "\n", text))


def test_an_event_lasts_a_day_and_takes_nobodys_time() -> None:
    made = result(
        "formats/calendar.js",
        "writeCalendar",
        calendar(event(sequence=3, day="2027-02-28", description="Rolle: leder", url="https://veikart.example/plan/")),
    )
    read = Calendar.from_ical(made)
    assert (read["VERSION"], read["PRODID"], "METHOD" in read) == ("2.0", "-//Veikart//nb", False)
    (one,) = read.walk("VEVENT")
    assert one.errors == read.errors == []
    assert (one.decoded("DTSTART"), one.decoded("DTEND")) == (datetime.date(2027, 2, 28), datetime.date(2027, 3, 1))
    assert one.decoded("DTSTAMP") == datetime.datetime(2026, 11, 27, 5, 6, 7, tzinfo=datetime.UTC)
    assert (one["UID"], one["SEQUENCE"], one["TRANSP"]) == ("a1@x", 3, "TRANSPARENT")
    assert (one["SUMMARY"], one["DESCRIPTION"]) == ("Frist", "Rolle: leder")
    assert one["URL"] == "https://veikart.example/plan/"


def test_days_at_the_ends_of_months_and_years() -> None:
    days = ["2026-01-31", "2026-12-31", "2028-02-28", "2028-02-29", "2026-03-28", "2026-10-24"]
    read = Calendar.from_ical(
        result("formats/calendar.js", "writeCalendar", calendar(*(event(day=day) for day in days)))
    )
    for one, day in zip(read.walk("VEVENT"), days, strict=True):
        assert one.decoded("DTSTART") == datetime.date.fromisoformat(day)
        assert one.decoded("DTEND") - one.decoded("DTSTART") == datetime.timedelta(1)


@settings(max_examples=12)
@given(st.lists(TEXTS, min_size=20, max_size=60))
def test_any_text_comes_back_and_no_line_is_too_long(texts: list[str]) -> None:
    calls = [[calendar(event(uid=f"u{text}", summary=text, description=f"{text}{text}x"))] for text in texts]
    for text, made in zip(texts, results("formats/calendar.js", "writeCalendar", calls), strict=True):
        assert made.endswith("\r\n")
        lines = made.encode().split(b"\r\n")
        assert all(len(line) <= 75 and b"\n" not in line and b"\r" not in line for line in lines)
        # Each line is text by itself: no character is cut in two.
        assert all(line.decode() is not None for line in lines)
        (one,) = Calendar.from_ical(made).walk("VEVENT")
        assert one.errors == []
        assert str(one["UID"]) == expected(f"u{text}")
        assert str(one["SUMMARY"]) == expected(text)
        assert str(one["DESCRIPTION"]) == expected(f"{text}{text}x")
