"""The address that an operator sets for what readers have to say."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap.contact import checked_contact
from roadmap.errors import OutputError


@pytest.mark.parametrize(
    "value", ["redaksjonen@veikart.example", "Video.Team+veikart@sub-1.sykehus.example", "a@b.no", "1_2@a.no", ""]
)
def test_an_address_or_nothing_is_taken_as_it_is(value: str) -> None:
    assert checked_contact(value) == value


def test_a_setting_without_a_value_is_no_address() -> None:
    assert checked_contact(None) == ""


@pytest.mark.parametrize(
    "value",
    [
        *("redaksjonen", "@veikart.example", "a@", "a@b", "a b@veikart.example", " a@veikart.example", "a@b.no\n"),
        *("a..b@veikart.example", ".a@veikart.example", "a.@veikart.example", "a@-b.no", "a@b..no", "a@b.no,c@d.no"),
        *("mailto:a@b.no", "a@b.no?cc=c@d.no", "a&b@c.no", '"a"@b.no', "<a@b.no>", "a@b.no/x", "å@b.no", "a@blåbær.no"),
        *("a" * 65 + "@b.no", "a@" + "b." * 130 + "no", 12, True, ["a@b.no"], "a@b.no\x1b[31m"),
    ],
)
def test_anything_else_is_refused_by_the_variables_name(value: object) -> None:
    with pytest.raises(OutputError, match=r"^CONTACT .+ – skriv en e-postadresse, for eksempel .+, eller la den stå"):
        checked_contact(value)


@given(st.text() | st.from_regex(r"[a-z.@%+?&_-]{1,12}@[a-z.-]{1,12}"))
def test_any_text_is_an_address_that_a_link_can_hold_or_an_error_in_one_line(value: str) -> None:
    try:
        address = checked_contact(value)
    except OutputError as error:
        assert str(error).isprintable()
        return
    link = urlsplit(f"mailto:{address}?subject=x")
    assert (link.path, link.query) == (address, "subject=x")
    assert not set(address) & set("\"'<>&% ")
