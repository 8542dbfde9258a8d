"""The Excel workbook: what it is made of, sheet by sheet."""

from __future__ import annotations

from pathlib import Path

from roadmap.content.model import Roadmap
from roadmap.workbook.about import add_about_sheet
from roadmap.workbook.assessment import add_assessment_sheet
from roadmap.workbook.book import Book, Frame
from roadmap.workbook.figures import add_figures_sheet, add_points
from roadmap.workbook.layout import layout
from roadmap.workbook.lists import add_choices, add_measures, name_lists
from roadmap.workbook.measures import add_measures_sheet
from roadmap.workbook.plan import add_plan_sheet
from roadmap.workbook.result import add_result_sheet, add_steps
from roadmap.workbook.texts import read_texts

_LIST_WIDTH = 18


def xlsx(roadmap: Roadmap, templates: Path, site_url: str) -> bytes:
    """The workbook as bytes: the same roadmap gives the same ones.

    Raises:
        OutputError: when a text has characters that no Excel file can hold.
    """
    texts = read_texts(templates)
    places = layout(roadmap, texts)
    book = Book(Frame(roadmap, texts, site_url), templates)
    add_about_sheet(book)
    add_measures_sheet(book, places)
    add_plan_sheet(book, places)
    add_assessment_sheet(book, places)
    add_result_sheet(book, places)
    add_figures_sheet(book, places)
    hidden = book.sheet(texts.lists, [_LIST_WIDTH] * (places.points.right + 1))
    hidden.hide()
    add_choices(book, hidden, places)
    add_measures(book, hidden, places)
    add_steps(book, hidden, places)
    add_points(book, hidden, places)
    name_lists(book, places)
    return book.file()
