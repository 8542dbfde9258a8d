"""What people write in a form, understood: a decision, a role of the list, a date as Norwegians write it."""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Iterable

from babel.dates import get_month_names

from roadmap.content.model import Role
from roadmap.review import form
from roadmap.text.plain import clean

_PLACEHOLDER = re.compile(r"\[[^\[\]]*\]")
_AROUND = " \t\n.,;:!«»\"'“”"
_FORMS = {
    **{name: name for name in form.DECISIONS},
    **dict.fromkeys(("godkjend", "godkjennes", "godkjenn"), "godkjent"),
    **dict.fromkeys(("endre", "endrast"), "endres"),
    **dict.fromkeys(("strykes", "strykast", "strøket"), "stryk"),
}
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_NUMBERS = re.compile(r"(\d{1,2})\s?[./-]\s?(\d{1,2})\s?[./-]\s?(\d{4}|\d{2})")
_WORDS = re.compile(r"(\d{1,2})\.?\s?([a-z]{3,9})\.?,?\s?(\d{4})")


def short(text: str) -> str:
    """What was written in a field of one line, less what stood there before."""
    text = unicodedata.normalize("NFC", text)
    return " ".join(clean(_PLACEHOLDER.sub(" ", text)).split()).strip(_AROUND)


def comment(text: str) -> str:
    """What was written as a comment, less what stood there before."""
    return clean(text.replace(form.WRITE_COMMENT, " "))


def decision(written: str) -> str | None:
    """One of the decisions, whatever its case; None where it is another word, and any addition makes it one."""
    return _FORMS.get(written.casefold())


def role(written: str, roles: Iterable[Role]) -> str | None:
    """The id of a role by its id or name."""
    known = {key.casefold(): one.id for one in roles for key in (one.id, one.name)}
    return known.get(written.casefold())


def date(written: str) -> datetime.date | None:
    """A date: «26. november 2026», «26.11.2026» or «2026-11-26»."""
    text = written.casefold()
    if match := _ISO.fullmatch(text):
        return _day(int(match[1]), int(match[2]), int(match[3]))
    if match := _NUMBERS.fullmatch(text):
        year = int(match[3]) + (2000 if len(match[3]) == 2 else 0)
        return _day(year, int(match[2]), int(match[1]))
    if (match := _WORDS.fullmatch(text)) and (month := _month(match[2])):
        return _day(int(match[3]), month, int(match[1]))
    return None


def _month(word: str) -> int | None:
    """The number of a month by its name, or the beginning of it."""
    return next((number for number, name in get_month_names(locale="nb").items() if name.startswith(word)), None)


def _day(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None
