"""What a meeting wrote in the guide: a filled-in PDF read back, judged by the form that today's content makes.

A PDF of another edition is read too: names are made of ids that are never given to something else, so an answer whose
name is still in the form belongs where it is. The other answers are kept apart, under the title that they had, and the
result says which edition the PDF is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pikepdf

from roadmap.content.model import Roadmap
from roadmap.guide.form import FormField, Kind, edition_of, form_fields, read_stamp
from roadmap.guide.pdf_fields import PdfField, pdf_fields, value_text
from roadmap.text.plain import clean, one_line

# What a file is told that holds no answers to the guide; the page that reads a PDF on screen says the same.
MESSAGES = {
    "no_file": "dette er ikke en fil – oppgi PDF-en som ble lagret etter møtet",
    "missing": "fila finnes ikke – se over navnet",
    "locked": "fila er låst med passord – lagre den uten",
    "unreadable": "dette er ikke en PDF som lar seg lese – lagre veilederen på nytt",
    "too_old": (
        "veilederen er fra før utgave {edition}, og svarene kan ikke plasseres sikkert – "
        "åpne den, og skriv svarene over i dagens utgave"
    ),
    "another": "dette er ikke veilederen – velg PDF-en som ble lagret etter møtet",
}
TITLE_LENGTH = 300
EDITION_LENGTH = 40

OURS = re.compile(r"(svar|valg|ark|krav|mangler)/")
FORMERLY_OURS = re.compile(r"(svar|valg|ark|krav|mangler)-")

UNKNOWN_EDITION = "ukjent"


class AnswersError(Exception):
    """A file that holds no answers to the guide; says why, in Norwegian."""


@dataclass(frozen=True)
class FormerAnswer:
    """An answer to something that the guide no longer asks, under the title that its field had."""

    title: str
    text: str


@dataclass(frozen=True)
class Answers:
    """What a meeting filled in.

    ``texts`` holds what was written, chosen or ticked, by the name of the form's field; ``former`` what today's form
    has no field for; ``unreadable`` the titles of fields whose content could not be understood. ``edition`` is the
    edition of the PDF where its form differs from today's: empty where they are the same, and UNKNOWN_EDITION where
    the PDF names none.
    """

    texts: Mapping[str, str] = field(default_factory=dict)
    former: list[FormerAnswer] = field(default_factory=list)
    unreadable: list[str] = field(default_factory=list)
    edition: str = ""


def read(file: Path, roadmap: Roadmap) -> Answers:
    """The answers in the PDF at ``file``.

    Raises:
        AnswersError: when the file can't be read, or is no guide.
    """
    try:
        if file.exists() and not file.is_file():
            raise _refused(file, "no_file")
        with pikepdf.open(file) as document:
            return _read(file, document, roadmap)
    except FileNotFoundError as error:
        raise _refused(file, "missing") from error
    except pikepdf.PasswordError as error:
        raise _refused(file, "locked") from error
    except (pikepdf.PdfError, OSError) as error:
        raise _refused(file, "unreadable") from error


def _refused(file: Path, reason: str, **values: str) -> AnswersError:
    return AnswersError(f"{file}: {MESSAGES[reason].format(**values)}")


def _read(file: Path, document: pikepdf.Pdf, roadmap: Roadmap) -> Answers:
    fields = list(pdf_fields(document))
    ours = [one for one in fields if OURS.match(one.name)]
    if not ours:
        if any(FORMERLY_OURS.match(one.name) for one in fields):
            raise _refused(file, "too_old", edition=edition_of(roadmap).edition)
        raise _refused(file, "another")
    found = _judged(ours, {known.name: known for known in form_fields(roadmap)})
    return Answers(found.texts, found.former, found.unreadable, _other_edition(document, roadmap))


def _other_edition(document: pikepdf.Pdf, roadmap: Roadmap) -> str:
    given = read_stamp(document)
    if given is None:
        return UNKNOWN_EDITION
    return (
        ""
        if given.digest == edition_of(roadmap).digest
        else (one_line(given.edition)[:EDITION_LENGTH] or UNKNOWN_EDITION)
    )


def _judged(fields: list[PdfField], form: Mapping[str, FormField]) -> Answers:
    """The fields that say something, each where it belongs."""
    texts: dict[str, str] = {}
    former: list[FormerAnswer] = []
    unreadable: list[str] = []
    for one in fields:
        title = one_line(one.title)[:TITLE_LENGTH] or one_line(one.name)[:TITLE_LENGTH]
        written = value_text(one.value)
        text = None if written is None else clean(written)
        if text == "" or (text == "Off" and one.is_name):
            continue
        known = form.get(one.name)
        if text is None or (known and not _possible(known, text)):
            unreadable.append(title)
        elif known is None:
            former.append(FormerAnswer(title, text))
        elif texts.setdefault(one.name, text) != text:
            # Two fields of one name, which disagree: neither may speak for the other.
            former.append(FormerAnswer(title, text))
    return Answers(texts, former, list(dict.fromkeys(unreadable)))


def _possible(known: FormField, text: str) -> bool:
    """Whether a field of the form can have this value."""
    return known.kind is Kind.TEXT or text in known.options
