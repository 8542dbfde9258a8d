"""The guide's form: which fields it has, computed from the model, and the stamp by which a filled-in PDF is known."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import pikepdf
from babel.dates import format_date
from jinja2.environment import TemplateModule

from roadmap.content.model import Question, Roadmap
from roadmap.errors import OutputError
from roadmap.field_names import CHECKED, field_name
from roadmap.guide.pdf_fields import text_string
from roadmap.templating import environment

# Where a PDF says which edition it is, and by which form.
EDITION = "/VeikartUtgave"
DIGEST = "/VeikartSkjema"


class Kind(StrEnum):
    TEXT = "text"
    CHOICE = "choice"
    CHECKBOX = "checkbox"


@dataclass(frozen=True)
class FormField:
    """A field of the guide; ``options`` are the values that it can have, where it is not free text."""

    name: str
    kind: Kind
    options: tuple[str, ...] = ()


@dataclass(frozen=True)
class Stamp:
    """Which edition of the guide a PDF is, for people and as a digest of its fields."""

    edition: str
    digest: str


def form_fields(roadmap: Roadmap) -> list[FormField]:
    """Every field of the whole guide, in the order of the content."""
    return [*_question_fields(roadmap), *_worksheet_fields(roadmap), *_checklist_fields(roadmap)]


def meeting_fields(roadmap: Roadmap) -> list[FormField]:
    """The fields of the meeting's edition: the starred questions, those that must be answered, and the worksheets.

    The checklist is not among them: it is filled in on another day, by those who go to the room.
    """
    needed = must_be_answered(roadmap)
    asked = [question for question in roadmap.questions if question.starred or question in needed]
    fewer = roadmap.model_copy(update={"questions": asked})
    return [*_question_fields(fewer), *_worksheet_fields(fewer)]


def must_be_answered(roadmap: Roadmap) -> list[Question]:
    """The questions that the meeting gives to somebody: a worksheet of their chapter has a row for each."""
    rows = {(sheet.chapter, row.id) for sheet in roadmap.worksheets for row in sheet.rows}
    return [question for question in roadmap.questions if (question.chapter, question.id) in rows]


def _question_fields(roadmap: Roadmap) -> Iterator[FormField]:
    for question in roadmap.questions:
        if options := roadmap.question_options(question):
            yield FormField(field_name("valg", question.id), Kind.CHOICE, tuple(options))
        yield FormField(field_name("svar", question.id), Kind.TEXT)


def _worksheet_fields(roadmap: Roadmap) -> Iterator[FormField]:
    for sheet in roadmap.worksheets:
        for row in roadmap.worksheet_rows(sheet):
            # The first cell of a row with a title is printed, and the others are filled in.
            for column in sheet.columns[1:] if row.title else sheet.columns:
                yield FormField(field_name("ark", sheet.id, row.id, column.id), Kind.TEXT)


def _checklist_fields(roadmap: Roadmap) -> Iterator[FormField]:
    for group in roadmap.checklist.groups:
        for check in group.checks:
            yield FormField(field_name("krav", group.id, check.id), Kind.CHECKBOX, (CHECKED,))
        yield FormField(field_name("mangler", group.id), Kind.TEXT)


def form_digest(roadmap: Roadmap) -> str:
    """A digest of the form: the same for two editions of the guide exactly when they have the same fields."""
    fields = sorted((field.name, field.kind.value, field.options) for field in form_fields(roadmap))
    return hashlib.sha256(json.dumps(fields, ensure_ascii=True).encode()).hexdigest()


def edition_of(roadmap: Roadmap) -> Stamp:
    """The stamp of the guide that today's content makes."""
    edition = roadmap.plan.edition
    date = format_date(edition.date, "d. MMMM y", locale="nb")
    return Stamp(f"{edition.version}, {date}", form_digest(roadmap))


def stamp(document: pikepdf.Pdf, roadmap: Roadmap) -> None:
    """Writes into the document's information which edition it is."""
    current = edition_of(roadmap)
    document.docinfo[EDITION] = pikepdf.String(current.edition)
    document.docinfo[DIGEST] = pikepdf.String(current.digest)


def read_stamp(document: pikepdf.Pdf) -> Stamp | None:
    """The stamp of a document, or None when it has none."""
    information = document.trailer.get("/Info")
    if not isinstance(information, pikepdf.Dictionary):
        return None
    edition, digest = information.get(EDITION), information.get(DIGEST)
    if isinstance(edition, pikepdf.String) and isinstance(digest, pikepdf.String):
        return Stamp(text_string(edition), text_string(digest))
    return None


def macros(templates: Path) -> TemplateModule:
    """The macros of ``guide/fields.html.j2``, for whoever is not within a template."""
    jinja = environment(templates)
    jinja.globals["field_name"] = field_name
    return jinja.get_template("guide/fields.html.j2").module


def refuse_wrong_fields(
    document: pikepdf.Pdf, roadmap: Roadmap, name: str, needed: Iterable[FormField] | None = None
) -> None:
    """Raises an OutputError unless the document's fields are the form's: all of them, or at least those ``needed``."""
    form = document.Root.get("/AcroForm")
    fields = form.get("/Fields", pikepdf.Array()) if isinstance(form, pikepdf.Dictionary) else pikepdf.Array()
    found = [str(field.get("/T", "")) for field in fields if "/Parent" not in field]
    known = {field.name for field in form_fields(roadmap)}
    expected = known if needed is None else {field.name for field in needed}
    wrong = {
        "står der uten at innholdet har dem": set(found) - known,
        "mangler": expected - set(found),
        "står der flere ganger": {one for one in found if found.count(one) > 1},
    }
    for fault, names in wrong.items():
        if names:
            raise OutputError(f"{name}: disse feltene {fault}: {', '.join(sorted(names))}")
