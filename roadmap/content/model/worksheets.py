"""``content/pathway_guide/worksheets.yml``: the tables and the checklist that a meeting fills in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field

from roadmap.content.model.base import MARKDOWN, PLAIN, Content, Line, Pattern, Title

# Form fields are named after these ids, so none may hold a separator of names or be taken for a row's number.
FORM_ID = "[a-z][a-z0-9-]{0,59}"
FormId = Annotated[str, Pattern(FORM_ID, "bruk små bokstaver a–z, tall og bindestrek, med en bokstav først")]


class WorksheetColumn(Content):
    """A column of a worksheet; ``width`` is its width in print, in millimetres, where it needs one of its own."""

    id: FormId
    title: Annotated[str, Field(min_length=1, max_length=40), PLAIN]
    width: Annotated[int, Field(ge=10, le=150)] | None = None


class WorksheetRow(Content):
    """A row of a worksheet whose first cell is printed."""

    id: FormId
    title: Title


class Decision(Content):
    """What a worksheet decides: the rows with one of ``answers`` in ``column`` are what the meeting chose."""

    title: Title
    column: FormId
    answers: Annotated[list[Annotated[str, Field(min_length=1, max_length=40), PLAIN]], Field(min_length=1)]


class Worksheet(Content):
    """A table to fill in, with empty rows, after rows of its own or one for each scenario where it has those.

    ``wide`` and ``height`` are for print: a sheet that lies across, and the height of all rows together, in
    millimetres, of one that shares its page with the next.
    """

    id: FormId
    title: Title
    chapter: int
    text: Annotated[str, Field(min_length=3, max_length=240), MARKDOWN]
    columns: Annotated[list[WorksheetColumn], Field(min_length=2, max_length=8)]
    blank_rows: Annotated[int, Field(ge=1, le=20)] | None = None
    rows: list[WorksheetRow] = []
    rows_from: Literal["scenarios"] | None = None
    wide: bool = False
    height: Annotated[int, Field(ge=20, le=190)] | None = None
    decides: list[Decision] = []


class ChecklistItem(Content):
    id: FormId
    text: Line


class ChecklistGroup(Content):
    id: FormId
    title: Title
    checks: Annotated[list[ChecklistItem], Field(min_length=1)]


class Checklist(Content):
    id: FormId
    title: Title
    groups: Annotated[list[ChecklistGroup], Field(min_length=1)]


class Worksheets(Content):
    worksheets: Annotated[list[Worksheet], Field(min_length=1)]
    checklist: Checklist


@dataclass(frozen=True)
class SheetRow:
    """A row as it is drawn: ``title`` is what its first cell says, or empty when all of its cells are to be filled."""

    id: str
    title: str = ""
