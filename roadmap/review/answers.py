"""The answers in files that came back, read with the words of today's content."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from roadmap.content.model import Plan
from roadmap.review import form, values
from roadmap.review.blocks import ReviewError, blocks_of
from roadmap.review.forms import FilledForm, forms_of
from roadmap.text.dates import iso_date
from roadmap.text.plain import one_line


@dataclass(frozen=True)
class Answer:
    """What a form of a file says; ``identity`` is None where nobody can tell what it is about.

    ``decision``, ``role`` and ``date`` are None where nothing is written, or nothing that can be understood; then
    ``unclear`` says what was.
    """

    file: str
    identity: form.Identity | None
    decision: str | None
    role: str | None
    date: datetime.date | None
    comment: str
    remarks: tuple[str, ...]
    unclear: tuple[str, ...]
    is_text_changed: bool

    @property
    def says_something(self) -> bool:
        return bool(self.decision or self.comment or self.remarks or self.unclear or self.is_text_changed)


def read_answers(file: Path, plan: Plan) -> list[Answer]:
    """Every answer in the Word file at ``file``, those that say nothing too.

    Raises:
        ReviewError: when the file can't be read, or holds no form.
    """
    try:
        if file.exists() and not file.is_file():
            raise ReviewError("dette er ikke en fil – oppgi Word-fila som kom tilbake")
        found = list(_answers(str(file), forms_of(blocks_of(file.read_bytes())), plan))
        if not found:
            raise ReviewError("fila har ingen skjemaer – velg en Word-fil som «review-pack» har laget")
        return found
    except FileNotFoundError as error:
        raise ReviewError(f"{file}: fila finnes ikke – se over navnet") from error
    except OSError as error:
        raise ReviewError(f"{file}: fila kan ikke leses – se over rettighetene") from error
    except ReviewError as error:
        raise ReviewError(f"{file}: {error}") from error


def _answers(file: str, forms: list[FilledForm], plan: Plan) -> Iterator[Answer]:
    for one in forms:
        written = {name: values.short(one.values.get(name, "")) for name in (form.DECISION, form.ROLE, form.DATE)}
        decision = values.decision(written[form.DECISION])
        role = values.role(written[form.ROLE], plan.approvers)
        date = values.date(written[form.DATE])
        understood = {form.DECISION: decision, form.ROLE: role, form.DATE: date}
        unclear = [
            f"{name}: «{text[:80]}» {_cure(name, text, plan)}"
            for name, text in written.items()
            if text and understood[name] is None
        ]
        remarks = tuple(one_line(remark) for remark in one.remarks)
        comment = values.comment(one.values.get(form.COMMENT, ""))
        yield Answer(file, one.identity, decision, role, date, comment, remarks, tuple(unclear), one.is_text_changed)


def _cure(name: str, written: str, plan: Plan) -> str:
    """What is wrong with what was written in a field, and what to write instead."""
    match name:
        case form.DECISION:
            *words, last = form.DECISIONS
            return f"er ingen avgjørelse – skriv {', '.join(words)} eller {last}"
        case form.ROLE:
            *roles, last = [role.name for role in plan.approvers]
            return f"er ingen rolle som kan godkjenne – skriv {', '.join(roles)} eller {last}"
        case _ if iso_date(written):
            return "er en dag som ikke finnes – se over datoen"
        case _:
            return "er ikke en dato – skriv for eksempel 26. november 2026"
