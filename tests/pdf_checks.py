"""What the tests ask of every PDF."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pikepdf
import pymupdf
from click.testing import CliRunner
from outloud.cli import main as outloud
from pdfua.cli import main as pdfua


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


def assert_accessible(file: Path, title: str) -> None:
    """PDF/UA-1 as far as a machine can judge it, with language and title."""
    with pikepdf.open(file) as document:
        assert document.Root.Lang == "nb"
        assert document.docinfo["/Title"] == title
        assert document.Root.MarkInfo.Marked
        assert document.open_metadata()["pdfuaid:part"] == "1"
    result = CliRunner().invoke(outloud, [str(file)])
    assert result.exit_code == 0, result.output
    assert pdfua(["check", "--min-severity", "error", str(file)]) == 0
