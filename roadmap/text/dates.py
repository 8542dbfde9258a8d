"""Days as Norwegians write them."""

from __future__ import annotations

import re

from babel.dates import get_month_names

_ISO = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_NUMBERS = re.compile(r"([0-9]{1,2}) ?[./-] ?([0-9]{1,2}) ?[./-] ?([0-9]{4}|[0-9]{2})")
_WORDS = re.compile(r"([0-9]{1,2})\.? ?([^\W\d]{3,})\.?,? ?([0-9]{4})")
# Of a year with two digits.
_CENTURY = "20"


def iso_date(written: str) -> str | None:
    """«26. november 2026», «26.11.2026», «26.11.26», «26/11-2026» and the like as «2026-11-26»; None for no date.

    The day may be one that there is not.
    """
    text = " ".join(written.casefold().split())
    if match := _ISO.fullmatch(text):
        year, month, day = match.groups()
    elif match := _NUMBERS.fullmatch(text):
        day, month, year = match.groups()
    elif (match := _WORDS.fullmatch(text)) and (number := _month(match[2])):
        day, month, year = match[1], str(number), match[3]
    else:
        return None
    return f"{year if len(year) == 4 else _CENTURY + year}-{month:0>2}-{day:0>2}"


def _month(word: str) -> int | None:
    """The number of a month by its name, or the beginning of it."""
    return next((number for number, name in get_month_names(locale="nb").items() if name.startswith(word)), None)
