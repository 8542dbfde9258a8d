"""What the tests ask of every PDF."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import outloud
import pikepdf
import pymupdf
from pdfua.cli import main as pdfua

# What outloud asks a person to look at, and what was seen. Any other kind of warning fails.
EXPLAINED = {
    # It counts a cell with a form field as empty; ``tables_of_empty_cells`` doesn't.
    "TBL-012": "Worksheets are tables whose cells are fields to fill in.",
    # It measures a table by its text, which is its head where cells are fields; boxes of fields count as its grid.
    "TBL-014": "The ruled grid is a worksheet, tagged as a table, or the boxes of answers.",
    # Titles of chapters and «Spørsmål å drøfte» are alike but for the number, and begin a page.
    "PAG-001": "The lines are headings of several chapters, not running heads; those are artifacts.",
    # The arrow from F to B is the border of a box.
    "TAG-020": "The box of the poster's arrow has no text.",
}


def text(file: Path) -> str:
    """All text of the file with line breaks folded, soft hyphens removed."""
    with pymupdf.open(file) as document:
        return " ".join(" ".join(page.get_text() for page in document).replace("\xad", "").split())


def fields(file: Path) -> list[pikepdf.Object]:
    """The form fields of the file, free to read."""
    return list(_opened(file).Root.AcroForm.Fields)


@cache
def _opened(file: Path) -> pikepdf.Pdf:
    """The file, kept open: its objects can't be read after it is closed."""
    return pikepdf.open(file)


def page_count(file: Path) -> int:
    with pikepdf.open(file) as document:
        return len(document.pages)


def fonts_that_are_not_embedded(file: Path) -> list[str]:
    with pymupdf.open(file) as document:
        fonts = {font for page in range(len(document)) for font in document.get_page_fonts(page)}
        return [font[3] for font in fonts if not document.extract_font(font[0])[3]]


def assert_accessible(file: Path, title: str, explained: Collection[str] = EXPLAINED.keys()) -> None:
    """PDF/UA-1 as far as a machine can judge it, with language and title, and no warning but those explained."""
    with pikepdf.open(file) as document:
        assert document.Root.Lang == "nb"
        assert document.docinfo["/Title"] == title
        assert document.Root.MarkInfo.Marked
        assert document.open_metadata()["pdfuaid:part"] == "1"
    findings = outloud.check(str(file)).findings
    assert [(found.rule, found.message) for found in findings if found.rule not in explained] == []
    assert tables_of_empty_cells(file) == []
    assert pdfua(["check", "--min-severity", "error", str(file)]) == 0


def tables_of_empty_cells(file: Path) -> list[str]:
    """Tables where most cells say nothing, and nothing can be written in them either."""
    with pikepdf.open(file) as document:
        tables = [element for element in _elements(document.Root.StructTreeRoot) if element.get("/S") == "/Table"]
        cells = [[cell for cell in _elements(table) if cell.get("/S") in ("/TD", "/TH")] for table in tables]
        return [str(row[0].S) for row in cells if 2 * sum(not len(cell.get("/K", [])) for cell in row) > len(row)]


def _elements(root: Any) -> Iterator[Any]:
    """Every structure element below ``root``."""
    for kid in root.get("/K", []):
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from _elements(kid)
