"""The hidden sheet: what the lists offer, by id, and what is computed of each measure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from xlsxwriter.worksheet import Worksheet

from roadmap.workbook.book import Book
from roadmap.workbook.layout import Layout
from roadmap.workbook.places import Formula, Table, Value, found, number_of, quoted
from roadmap.workbook.results import missing

# What formulas and lists call the columns of the hidden sheet.
STATUS_NAMES = "Status_navn"
ANSWER_NAMES = "Svar_navn"
ROLE_NAMES = "Rolle_navn"


def name_lists(book: Book, places: Layout) -> None:
    """Gives the lists that people choose from their names."""
    for name, table in ((STATUS_NAMES, places.statuses), (ANSWER_NAMES, places.answers), (ROLE_NAMES, places.roles)):
        book.name(name, table.all("name"))


def add_choices(book: Book, sheet: Worksheet, places: Layout) -> None:
    """What can be chosen: statuses, answers and roles, each by its id."""
    plan = book.frame.roadmap.plan
    statuses: list[Sequence[Value]] = [
        (level.id, level.name, number) for number, level in enumerate(plan.progress_levels, start=1)
    ]
    answers: list[Sequence[Value]] = [
        (level.id, level.name, number, number) for number, level in enumerate(plan.assessment_levels, start=1)
    ]
    for number, other in enumerate(plan.assessment_others, start=len(answers) + 1):
        answers.append((other.id, other.name, number, None))
    roles = [(role.id, role.name) for role in plan.roles]
    texts = book.frame.texts
    for table, title, rows in (
        (places.statuses, texts.plan.columns["status"], statuses),
        (places.answers, texts.assessment.columns["answer"], answers),
        (places.roles, texts.plan.columns["role"], roles),
    ):
        book.put(sheet, table.head - 1, table.left, title, book.look(bold=True, font_size=12))
        fill(book, sheet, table, rows)


def add_measures(book: Book, sheet: Worksheet, places: Layout) -> None:
    """What each measure requires, its status by id, what of that is not begun, and all that it waits for."""
    roadmap, table = book.frame.roadmap, places.measures
    first = roadmap.plan.progress_levels[0].id
    rows: list[Sequence[Value | Formula]] = []
    for number, measure in enumerate(roadmap.measures):
        own = table.cell("id", number)
        chosen = found(own, places.plan.all("id"), places.plan.all("status"))
        position = number_of(chosen, STATUS_NAMES, places.statuses.all("number"))
        status = f"INDEX({places.statuses.all('id')},MAX(1,{position}))"
        requires = [*sorted(measure.requires), *[None] * (places.most_required - len(measure.requires))]
        lacks = []
        for column, required in zip(places.required, requires, strict=True):
            asked = table.cell(column, number)
            is_not_begun = f"{found(asked, table.all('id'), table.all('status'))}={quoted(first)}"
            lacks.append(Formula(f'IF({asked}="","",IF({is_not_begun},{asked},""))', required))
        waits = "&".join(
            f'IF({table.cell(column, number)}="","",", "&{table.cell(column, number)})' for column in places.lacking
        )
        waiting = ", ".join(missing(measure, ()))
        phase = roadmap.phase_of(roadmap.step_of(measure)).number
        rows.append(
            (measure.id, phase, *requires, *lacks, Formula(status, first), Formula(f"MID({waits},3,200)", waiting))
        )
    fill(book, sheet, table, rows)


def fill(book: Book, sheet: Worksheet, table: Table, rows: Iterable[Sequence[Value | Formula]]) -> None:
    """Writes a table of the hidden sheet, with the names of its columns above it."""
    for column in table.columns:
        book.put(sheet, table.head, table.position(column), _title(book, column), book.look(bold=True))
    for number, row in enumerate(rows):
        for column, value in zip(table.columns, row, strict=True):
            book.put(sheet, table.row(number), table.position(column), value, book.look())


def _title(book: Book, column: str) -> str:
    """What a column is called; of several alike, with the number of this one."""
    titles = book.frame.texts.list_columns
    name, _, number = column.rpartition("_")
    return f"{titles[name]} {number}" if number.isdigit() else titles[column]
