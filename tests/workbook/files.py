"""Workbooks made of content, filled in as people do, and recalculated by an office suite."""

from __future__ import annotations

import io
import subprocess
import warnings
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.cell.cell import Cell
from openpyxl.workbook import Workbook

from roadmap.content.load import load
from roadmap.content.model import Roadmap
from roadmap.workbook.texts import Texts, read_texts
from roadmap.workbook.workbook import xlsx
from tests.conftest import ROOT
from tests.programs import program

TEMPLATES = ROOT / "templates"
SITE = "https://veikart.test/"
# The office suite takes what a file says of its formulas for right, unless it is told to compute them anew.
_COMPUTE_ANEW = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>"""

Cells = Mapping[str, Mapping[str, Any]]


def texts() -> Texts:
    return read_texts(TEMPLATES)


def made(content: Path) -> bytes:
    return xlsx(load(content), TEMPLATES, SITE)


def opened(data: bytes, *, values: bool = False) -> Workbook:
    """The workbook; with ``values``, what its formulas gave when it was saved."""
    return openpyxl.load_workbook(io.BytesIO(data), data_only=values)


def filled(data: bytes, cells: Cells) -> bytes:
    """The workbook with values in some cells of some sheets."""
    book = opened(data)
    for name, values in cells.items():
        for place, value in values.items():
            book[name][place] = value
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def recalculated(folder: Path, files: Mapping[str, bytes]) -> dict[str, Workbook]:
    """The workbooks with all their formulas computed anew by LibreOffice, in one go."""
    office = program("soffice")
    if not Path("/usr/lib/libreoffice/program/libsclo.so").exists():
        pytest.skip("libreoffice-calc mangler på denne maskinen, så dette er ikke prøvd")
    profile = folder / "office"
    (profile / "user").mkdir(parents=True)
    (profile / "user/registrymodifications.xcu").write_text(_COMPUTE_ANEW, encoding="utf-8")
    for name, data in files.items():
        (folder / f"{name}.xlsx").write_bytes(data)
    command = [office, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", "xlsx"]
    command += ["--outdir", str(folder / "out"), *(str(folder / f"{name}.xlsx") for name in files)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    with warnings.catch_warnings():
        # Charts as LibreOffice writes them are more than openpyxl knows, and are not asked for.
        warnings.filterwarnings("ignore", message="Unable to read chart")
        return {name: opened((folder / f"out/{name}.xlsx").read_bytes(), values=True) for name in files}


def column(book: Workbook, sheet: str, title: str) -> dict[int, Any]:
    """What stands below a title in the head of a sheet's table, by row."""
    page, head = book[sheet], _head(book, sheet, title)
    return {row: page.cell(row, head.column).value for row in range(head.row + 1, page.max_row + 1)}


def place(book: Workbook, sheet: str, title: str, key: str) -> str:
    """The cell below a title, in the row where ``key`` stands in another column."""
    page, head = book[sheet], _head(book, sheet, title)
    row = next(cell.row for cells in page.iter_rows(min_row=head.row + 1) for cell in cells if cell.value == key)
    return f"{head.column_letter}{row}"


def _head(book: Workbook, sheet: str, title: str) -> Cell:
    """The cell in the head of a sheet's table; the sheet itself may be called the same."""
    found = [cell for row in book[sheet].iter_rows(max_row=8) for cell in row if cell.value == title]
    head = found[-1]
    assert isinstance(head, Cell)
    return head


def beside(book: Workbook, sheet: str, name: str) -> str:
    """The cell to the right of the one with a name."""
    cell = next(cell for row in book[sheet].iter_rows() for cell in row if cell.value == name)
    return str(cell.offset(column=1).coordinate)


def names(roadmap: Roadmap) -> dict[str, str]:
    """What statuses and answers are called, by id."""
    plan = roadmap.plan
    return {one.id: one.name for one in (*plan.progress_levels, *plan.assessment_levels, *plan.assessment_others)}
