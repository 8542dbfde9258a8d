"""Workbooks read in the browser, from the programs that people use."""

from __future__ import annotations

import datetime
import io
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from openpyxl.worksheet.worksheet import Worksheet

from tests.browser.workbooks import (
    MAIN,
    PLAN_ROWS,
    SHEET,
    STRICT,
    STRINGS,
    Reader,
    our_plan,
    package,
    relationships,
    zipped,
)
from tests.formats.office import converted

pytestmark = pytest.mark.browser


def test_what_openpyxl_wrote(read_workbook: Reader) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = "Å <b>"
    sheet.append(["Tekst", 1.5, True, datetime.date(2026, 12, 10), datetime.datetime(2026, 1, 2, 13, 30), None, "=1+1"])
    sheet["C4"] = " mellomrom \nog linje"
    sheet["B2"].number_format = "dd.mm.yyyy"
    book.create_sheet("Skjult").sheet_state = "hidden"
    data = io.BytesIO()
    book.save(data)
    made = read_workbook(data.getvalue())
    assert [(one["name"], one["hidden"]) for one in made["sheets"]] == [("Å <b>", False), ("Skjult", True)]
    assert made["sheets"][0]["rows"] == [
        # Nothing has computed the formula.
        ["Tekst", 1.5, True, {"date": "2026-12-10"}, {"date": "2026-01-02"}, None, "=1+1"],
        [],
        [],
        [None, None, " mellomrom \nog linje"],
    ]
    assert made["sheets"][1]["rows"] == []


@pytest.mark.parametrize("date1904", [False, True])
def test_what_xlsxwriter_wrote(read_workbook: Reader, date1904: bool) -> None:
    data = io.BytesIO()
    book = xlsxwriter.Workbook(data, {"date_1904": date1904})
    sheet = book.add_worksheet("Plan")
    bold = book.add_format({"bold": True})
    sheet.write_rich_string(0, 0, "Del ", bold, "gladsaker", " ofte")
    sheet.write_formula(0, 1, "=1+1", None, 2)
    sheet.write_formula(0, 2, '="a"', None, "a")
    sheet.write_datetime(1, 0, datetime.datetime(2026, 12, 10), book.add_format({"num_format": "d. mmmm yyyy"}))
    sheet.write_number(1, 1, 46366, book.add_format({"num_format": '#,##0 "dager"'}))
    sheet.write_number(1, 2, 0.5, book.add_format({"num_format": "hh:mm"}))
    sheet.write_formula(2, 0, "=NA()", None, "#N/A")
    sheet.write_boolean(2, 1, False)
    sheet.write_blank(3, 0, None, bold)
    chart = book.add_chart({"type": "line"})
    chart.add_series({"values": "=Plan!$B$1:$B$2"})
    book.add_chartsheet("Graf").set_chart(chart)
    book.close()
    made = read_workbook(data.getvalue())
    assert made["date1904"] is date1904
    assert [one["name"] for one in made["sheets"]] == ["Plan"]
    assert made["sheets"][0]["rows"] == [
        ["Del gladsaker ofte", 2, "a"],
        [{"date": "2026-12-10"}, 46366, 0.5],
        ["#N/A", False],
    ]


def test_what_we_wrote_comes_back(read_workbook: Reader) -> None:
    made = read_workbook(our_plan())
    assert made["sheets"][0]["rows"] == PLAN_ROWS
    assert [(one["name"], one["hidden"]) for one in made["sheets"]] == [("Plan", False), ("_lists", True)]


def test_what_we_wrote_comes_back_by_way_of_libreoffice(read_workbook: Reader, tmp_path: Path) -> None:
    file = tmp_path / "plan.xlsx"
    file.write_bytes(our_plan())
    assert read_workbook.rows(converted(file, "calc", "xlsx").read_bytes()) == PLAN_ROWS


def test_what_somebody_changed_comes_back_changed(read_workbook: Reader) -> None:
    book = openpyxl.load_workbook(io.BytesIO(our_plan()))
    sheet = book["Plan"]
    assert isinstance(sheet, Worksheet)
    sheet["D6"], sheet["C5"] = datetime.date(2027, 1, 31), "Leder, avdeling"
    sheet.delete_rows(4)
    data = io.BytesIO()
    book.save(data)
    assert read_workbook.rows(data.getvalue())[3:] == [
        ["__proto__", "To\nlinjer", "Leder, avdeling", {"date": "1987-03-01"}],
        ["a3", " \t ", "x", {"date": "2027-01-31"}, -1],
    ]


CELLS = [
    ["æ\n", 2],
    [],
    [None, "ab", {"date": "2026-12-10"}, None, {"date": "2026-12-10"}, 0.25, "#REF!", False, "a\nb", "=1"],
]


def test_every_kind_of_cell(read_workbook: Reader) -> None:
    assert read_workbook.rows(zipped(package(SHEET, STRINGS))) == CELLS


def test_both_namespaces_prefixes_and_other_encodings(read_workbook: Reader) -> None:
    assert read_workbook.rows(zipped(package(SHEET, STRINGS, STRICT))) == CELLS
    prefixed = (
        f'<x:worksheet xmlns:x="{MAIN}"><x:sheetData><x:row><x:c><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>'
    )
    assert read_workbook.rows(zipped(package(prefixed.encode()))) == [[1]]
    wide = f'<?xml version="1.0" encoding="UTF-16"?>{prefixed.replace("<x:v>1", "<x:v>7")}'
    assert read_workbook.rows(zipped(package(wide.encode("utf-16")))) == [[7]]
    assert read_workbook.rows(zipped(package(b"\xef\xbb\xbf" + prefixed.encode()))) == [[1]]


def test_paths_are_found_however_they_are_written_and_lead_nowhere_else(read_workbook: Reader) -> None:
    sheet = "<row><c><v>1</v></c></row>"
    parts = package(sheet)
    back = {name.replace("/", "\\"): content for name, content in parts.items()}
    assert read_workbook.rows(zipped(back)) == [[1]]
    for target in ("/xl/worksheets/sheet1.xml", "../../../xl/worksheets/./sheet1.xml", "WORKSHEETS/Sheet1.XML"):
        moved = parts | {"xl/_rels/workbook.xml.rels": relationships([("worksheet", target)])}
        assert read_workbook.rows(zipped(moved)) == [[1]], target
    for target in ("../../etc/passwd", "file:///etc/passwd", "https://example.com/sheet1.xml", ""):
        lost = parts | {"xl/_rels/workbook.xml.rels": relationships([("worksheet", target)])}
        assert read_workbook(zipped(lost)) == "xlsx-damaged", target
