"""The first sheet: what the workbook is, which edition, and how to use it; and the unit that it is for."""

from __future__ import annotations

from xlsxwriter.worksheet import Worksheet

from roadmap.templating import long_date
from roadmap.workbook.book import Book
from roadmap.workbook.places import Formula, cell, quoted

_WIDTHS = (22, 90)
_UNIT_ROW = 5


def add_about_sheet(book: Book) -> None:
    roadmap, texts = book.frame.roadmap, book.frame.texts
    about, edition, proposal = texts.about, roadmap.plan.edition, roadmap.plan.proposal
    sheet = book.sheet(about.sheet, _WIDTHS)
    book.top(sheet, roadmap.plan.title, "")
    _line(book, sheet, 1, about.what, about.lead)
    _line(book, sheet, 2, about.edition, about.edition_of.format(edition=edition, date=long_date(edition.date)))
    if roadmap.has_drafts():
        _line(book, sheet, 3, proposal.label, f"{proposal.measures} {proposal.originals}")
    _inputs(book, sheet)
    row = _UNIT_ROW + 3
    for column, head in enumerate((about.sheets, about.uses)):
        book.put(sheet, row, column, head, book.head())
    for used in texts.filled_in:
        row += 1
        sheet.write_url(row, 0, f"internal:'{used.sheet}'!A1", book.link(), used.sheet)
        book.put(sheet, row, 1, used.use, book.given())
    row += 2
    for number, note in enumerate(about.notes):
        _line(book, sheet, row + number, "" if number else about.good_to_know, note)
    sheet.write_url(row + len(about.notes), 1, book.frame.site_url, book.link(), about.site)


def _line(book: Book, sheet: Worksheet, row: int, name: str, text: str) -> None:
    book.put(sheet, row, 0, name, book.look(bold=True, text_wrap=True))
    book.put(sheet, row, 1, text, book.look(text_wrap=True))


def unit_line(book: Book, sheet: Worksheet) -> None:
    """The third row of a sheet: the unit that it was filled in for, and when, as the first sheet says."""
    about = book.frame.texts.about
    unit, day = (cell(about.sheet, _UNIT_ROW + line, 1) for line in (0, 1))
    # The codes of TEXT are another language's in another country's office suite.
    shown = f'DAY({day})&"."&MONTH({day})&"."&YEAR({day})'
    dated = f'IF(ISNUMBER({day}),{quoted(f". {about.date} ")}&{shown},"")'
    text = f"{quoted(f'{about.unit}: ')}&{unit}&{dated}"
    book.put(sheet, 2, 0, Formula(text, f"{about.unit}: "), book.look(bold=True))


def _inputs(book: Book, sheet: Worksheet) -> None:
    about = book.frame.texts.about
    fields = ((about.unit, book.input(), about.unit_hint), (about.date, book.input_date(), about.date_hint))
    for row, (name, look, hint) in enumerate(fields, start=_UNIT_ROW):
        book.put(sheet, row, 0, name, book.look(bold=True))
        book.put(sheet, row, 1, None, look)
        sheet.data_validation(row, 1, row, 1, {"validate": "any", "input_title": name, "input_message": hint})
