"""What people write in a form, understood: a decision, a role of the list, a date as Norwegians write it."""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Iterable

from roadmap.content.model import Role
from roadmap.review import form
from roadmap.text.dates import iso_date
from roadmap.text.plain import clean

# Brackets with other words are an answer.
_PLACEHOLDER = re.compile(
    "|".join(map(re.escape, (form.CHOOSE_DECISION, form.CHOOSE_ROLE, form.WRITE_DATE, form.WRITE_COMMENT)))
)
_AROUND = " \t\n.,;:!«»\"'“”"
_FORMS = {
    **{name: name for name in form.DECISIONS},
    **dict.fromkeys(("godkjend", "godkjennes", "godkjenn"), "godkjent"),
    **dict.fromkeys(("endre", "endrast"), "endres"),
    **dict.fromkeys(("strykes", "strykast", "strøket"), "stryk"),
}


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
    """The day; None where nobody can tell which, or there is no such day."""
    iso = iso_date(written)
    try:
        return datetime.date.fromisoformat(iso) if iso else None
    except ValueError:
        return None
