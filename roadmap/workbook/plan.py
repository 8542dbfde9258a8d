"""The sheet with the plan: what is done, by whom and when, and what can be started now."""

from __future__ import annotations

import datetime

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from roadmap.content.model import Measure
from roadmap.workbook.about import unit_line
from roadmap.workbook.book import Book
from roadmap.workbook.layout import Layout
from roadmap.workbook.lists import ROLE_NAMES, STATUS_NAMES
from roadmap.workbook.places import Formula, Value, found, joined, quoted
from roadmap.workbook.results import missing

_WIDTHS = {
    "id": 5.5,
    "title": 35,
    "step": 23,
    "can_start": 20,
    "status": 14,
    "role": 17,
    "deadline": 12,
    "review": 14,
    "note": 26,
}
_FIRST_DAY = datetime.date(2020, 1, 1)
_LAST_DAY = datetime.date(2099, 12, 31)


def add_plan_sheet(book: Book, places: Layout) -> None:
    roadmap, texts, table = book.frame.roadmap, book.frame.texts.plan, places.plan
    sheet = book.sheet(texts.sheet, [_WIDTHS[name] for name in table.columns])
    book.top(sheet, texts.sheet, texts.use)
    unit_line(book, sheet)
    book.put(sheet, 3, 0, _progress(book, places), book.look(bold=True))
    book.heads(sheet, table, texts.columns)
    sheet.freeze_panes(table.head + 1, 2)
    for number, measure in enumerate(roadmap.measures):
        step, row = roadmap.step_of(measure), table.row(number)
        cells: dict[str, tuple[Value | Formula, Format]] = {
            "id": (measure.id, book.of_phase(roadmap.phase_of(step))),
            "title": (measure.title, book.given()),
            "step": (f"{step.letter} {step.title}", book.given()),
            "can_start": (_can_start(book, places, number, measure), book.given()),
            "status": (None, book.input()),
            "role": (None, book.input()),
            "deadline": (None, book.input_date()),
            "review": (None, book.input_date()),
            "note": (None, book.input()),
        }
        for name in table.columns:
            book.put(sheet, row, table.position(name), *cells[name])
    _validate(book, sheet, places)


def _can_start(book: Book, places: Layout, number: int, measure: Measure) -> Formula:
    """What the plan says of a measure: its status where it is begun, else whether its requirements are begun."""
    texts, levels = book.frame.texts.plan, book.frame.roadmap.plan.progress_levels
    of = places.measures
    own = places.plan.cell("id", number).partition("!")[2].replace("$", "")
    status = found(own, of.all("id"), of.all("status"))
    name = found(status, places.statuses.all("id"), places.statuses.all("name"))
    waits = found(own, of.all("id"), of.all("waits"))
    not_begun = f'IF({waits}="",{quoted(texts.can_start)},{joined(texts.waits, {"measures": waits})})'
    begun = f'IF({waits}="",{name},{joined(texts.begun, {"status": name, "measures": waits})})'
    in_place = f"IF({status}={quoted(levels[-1].id)},{name},{begun})"
    lacking = ", ".join(missing(measure, ()))
    said = texts.waits.format(measures=lacking) if lacking else texts.can_start
    return Formula(f"IF({status}={quoted(levels[0].id)},{not_begun},{in_place})", said)


def _progress(book: Book, places: Layout) -> Formula:
    """How many measures of each phase are in place, in one line."""
    roadmap, texts, of = book.frame.roadmap, book.frame.texts.plan, places.measures
    done = roadmap.plan.progress_levels[-1]
    parts, said = [], []
    for phase in roadmap.plan.phases:
        count = f"COUNTIFS({of.all('phase')},{phase.number},{of.all('status')},{quoted(done.id)})"
        all_of = sum(len(roadmap.step_measures(step)) for step in roadmap.phase_steps(phase))
        names = {"number": str(phase.number), "all": str(all_of)}
        written = texts.progress_of_phase
        for name, value in names.items():
            written = written.replace(f"{{{name}}}", value)
        parts.append(joined(written, {"count": count}))
        said.append(texts.progress_of_phase.format(count=0, **names))
    name = places.statuses.cell("name", places.statuses.rows - 1)
    text = joined(texts.progress, {"status": name, "phases": '&", "&'.join(parts)})
    return Formula(text, texts.progress.format(status=done.name, phases=", ".join(said)))


def _validate(book: Book, sheet: Worksheet, places: Layout) -> None:
    """Lists to choose from and dates that are dates; the rest is free."""
    roadmap, texts, table = book.frame.roadmap, book.frame.texts.plan, places.plan

    def column(name: str, **rule: object) -> None:
        place = table.position(name)
        told = {"input_title": texts.columns[name], "error_title": texts.columns[name]}
        sheet.data_validation(table.row(0), place, table.last_row, place, told | rule)

    hint = texts.status_hint.format(status=roadmap.plan.progress_levels[0].name)
    choose = {"validate": "list", "error_message": texts.choose}
    column("status", source=f"={STATUS_NAMES}", input_message=hint, **choose)
    column("role", source=f"={ROLE_NAMES}", input_message=texts.role_hint, **choose)
    example = roadmap.plan.edition.date.strftime("%d.%m.%Y")
    for name in ("deadline", "review"):
        days = {"criteria": "between", "minimum": _FIRST_DAY, "maximum": _LAST_DAY}
        wrong = texts.write_date.format(date=example)
        column(name, validate="date", input_message=texts.date_hint, error_message=wrong, **days)
