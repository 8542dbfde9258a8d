"""The sheet with the self-assessment: the statements, and what the answers mean."""

from __future__ import annotations

from xlsxwriter.worksheet import Worksheet

from roadmap.workbook.about import unit_line
from roadmap.workbook.book import Book
from roadmap.workbook.layout import Layout
from roadmap.workbook.lists import ANSWER_NAMES

_WIDTHS = {"id": 28, "step": 35, "statement": 60, "answer": 18, "note": 36}


def add_assessment_sheet(book: Book, places: Layout) -> None:
    roadmap, texts, table = book.frame.roadmap, book.frame.texts.assessment, places.assessment
    sheet = book.sheet(texts.sheet, [_WIDTHS[name] for name in table.columns])
    book.top(sheet, texts.sheet, texts.use)
    unit_line(book, sheet)
    book.heads(sheet, table, texts.columns)
    sheet.freeze_panes(table.head + 1, 0)
    statements = [(step, statement) for step in roadmap.plan.steps for statement in step.self_assessment]
    for number, (step, statement) in enumerate(statements):
        row = table.row(number)
        cells = {
            "id": (statement.id, book.given(font_color=book.colour("ink-soft"))),
            "step": (f"{step.letter} {step.title}", book.of_phase(roadmap.phase_of(step))),
            "statement": (statement.text, book.given()),
            "answer": (None, book.input()),
            "note": (None, book.input()),
        }
        for name in table.columns:
            book.put(sheet, row, table.position(name), *cells[name])
    rule = {"validate": "list", "source": f"={ANSWER_NAMES}", "input_title": texts.columns["answer"]}
    told = {"input_message": texts.answer_hint, "error_title": texts.columns["answer"], "error_message": texts.choose}
    place = table.position("answer")
    sheet.data_validation(table.row(0), place, table.last_row, place, rule | told)
    _add_meanings(book, sheet, places)


def _add_meanings(book: Book, sheet: Worksheet, places: Layout) -> None:
    plan, table = book.frame.roadmap.plan, places.assessment
    head = table.last_row + 2
    book.put(
        sheet,
        head,
        table.position("step"),
        book.frame.texts.assessment.meanings,
        book.look(bold=True, align="left", indent=1),
    )
    answers = (*plan.assessment_levels, *plan.assessment_others)
    for row, answer in enumerate(answers, start=head + 1):
        book.put(sheet, row, table.position("step"), answer.name, book.look(align="left", indent=1))
        book.put(sheet, row, table.position("statement"), answer.meaning, book.look(align="left", indent=1))
    # The ids are for formulas, and of no use on paper.
    sheet.print_area(0, 0, head + len(answers), table.position("id") - 1)
