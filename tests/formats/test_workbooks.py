"""The workbooks that we write, as openpyxl and LibreOffice read them."""

from __future__ import annotations

import csv
import datetime
import io
import re
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pymupdf
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.formats.node import result, results
from tests.formats.office import converted

MANY = [f"Rolle nummer {number}" for number in range(30)]
PLAN: dict[str, Any] = {
    "name": "Plan",
    "above": ["Vår plan", "Utgave 1.0"],
    "columns": [
        {"header": "Id", "hidden": True},
        {"header": "Tiltak", "width": 40},
        {"header": "Status", "choices": ["Ikke begynt", "I gang", "På plass"]},
        {"header": "Rolle", "choices": MANY},
        {"header": "Når", "choices": ["snart, ganske", "ikke «nå»"]},
        {"header": "Frist", "kind": "date"},
        {"header": "Timer", "kind": "number"},
    ],
    "rows": [
        [
            "a1",
            'Del <b>gladsaker</b> & "æøå" 👩\u200d⚕️',
            "I gang",
            MANY[3],
            "snart, ganske",
            {"date": "2026-12-10"},
            2.5,
        ],
        ["a2", "=1+1", None, None, None, None, -1],
        ["constructor", "To\nlinjer", "På plass", "Noe annet", "", {"date": "2026-02-30"}, True],
    ],
}
GAINS = {"name": "Måltall", "columns": [{"header": "Måned"}, {"header": "Antall", "kind": "number"}], "rows": []}


def workbook(*sheets: dict[str, Any], **more: Any) -> bytes:
    made = result("formats/xlsx-writer.js", "writeWorkbook", {"title": "Vår plan", "sheets": list(sheets)} | more)
    assert isinstance(made, bytes)
    return made


def opened(data: bytes) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(data))


def sheet_of(data: bytes, name: str) -> Worksheet:
    sheet = opened(data)[name]
    assert isinstance(sheet, Worksheet)
    return sheet


def test_cells_are_texts_numbers_days_and_nothing() -> None:
    rows = list(sheet_of(workbook(PLAN, GAINS), "Plan").iter_rows(values_only=True))
    assert rows[:3] == [(None, "Vår plan", *[None] * 5), (None, "Utgave 1.0", *[None] * 5), (None,) * 7]
    assert rows[3] == ("Id", "Tiltak", "Status", "Rolle", "Når", "Frist", "Timer")
    day = datetime.datetime(2026, 12, 10)
    assert rows[4] == (*PLAN["rows"][0][:5], day, 2.5)
    assert rows[5] == ("a2", "=1+1", None, None, None, None, -1)
    assert rows[6] == ("constructor", "To\nlinjer", "På plass", "Noe annet", None, "2026-02-30", True)


def test_what_looks_like_a_formula_is_a_text() -> None:
    sheet = sheet_of(workbook(PLAN), "Plan")
    assert (sheet["B6"].value, sheet["B6"].data_type) == ("=1+1", "s")


def test_the_header_row_is_bold_stays_in_sight_filters_and_is_printed_on_each_page() -> None:
    book = opened(workbook(PLAN, GAINS))
    for name, table, below, header in (("Plan", "A4:G7", "A5", 4), ("Måltall", "A1:B1", "A2", 1)):
        sheet = book[name]
        assert isinstance(sheet, Worksheet)
        assert (sheet.auto_filter.ref, sheet.freeze_panes, sheet.print_title_rows) == (
            table,
            below,
            f"${header}:${header}",
        )
        assert all(cell.font.b for cell in sheet[header])
        assert not any(cell.font.b for cell in sheet[header + 1])


def test_empty_cells_show_days_as_days_too() -> None:
    sheet = sheet_of(workbook(PLAN), "Plan")
    assert sheet["F5"].number_format == sheet.column_dimensions["F"].number_format == r"dd\.mm\.yyyy"
    assert sheet["F5"].is_date


def test_columns_have_widths_and_may_be_hidden() -> None:
    columns = sheet_of(workbook(PLAN), "Plan").column_dimensions
    assert (columns["A"].hidden, columns["B"].hidden) == (True, False)
    assert columns["B"].width == 40
    # As wide as the longest choice, though no cell has it.
    assert 16 <= columns["D"].width <= 20


def test_choices_are_lists_that_hold_long_and_odd_texts_too() -> None:
    book = opened(workbook(PLAN))
    sheet, lists = book["Plan"], book["_lists"]
    assert isinstance(sheet, Worksheet) and isinstance(lists, Worksheet)
    rules = {str(rule.sqref): rule for rule in sheet.data_validations.dataValidation}
    assert list(rules) == ["C5:C57", "D5:D57", "E5:E57"]
    assert {rule.type for rule in rules.values()} == {"list"}
    assert rules["C5:C57"].formula1 == '"Ikke begynt,I gang,På plass"'
    for place, choices in (("D5:D57", MANY), ("E5:E57", PLAN["columns"][4]["choices"])):
        found = re.fullmatch(r"'_lists'!(\$[A-Z]\$\d+:\$[A-Z]\$\d+)", rules[place].formula1)
        assert found is not None
        assert [row[0].value for row in lists[found.group(1).replace("$", "")]] == choices
    assert lists.sheet_state == "veryHidden"


def test_a_workbook_without_long_lists_has_no_sheet_for_them() -> None:
    assert opened(workbook(GAINS)).sheetnames == ["Måltall"]


def test_names_of_sheets_are_mended() -> None:
    names = ["Plan: a/b [1]?", "x" * 40, "X" * 40, "'ved'", "", "_lists", "plan"]
    made = opened(workbook(*({**GAINS, "name": name} for name in names))).sheetnames
    assert made == ["Plan a b 1", "x" * 31, "X" * 29 + " 2", "ved", "1", "_lists 2", "plan"]


def test_nobodys_name_is_in_the_file_and_the_same_content_gives_the_same_bytes() -> None:
    data = workbook(PLAN, created="2026-11-27T05:06:07.890Z")
    assert data == workbook(PLAN, created="2026-11-27T05:06:07.890Z")
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert package.testzip() is None
        core = package.read("docProps/core.xml").decode()
    assert "creator" not in core and "lastModifiedBy" not in core
    properties = opened(data).properties
    assert (properties.title, properties.language) == ("Vår plan", "nb-NO")
    assert properties.created == properties.modified == datetime.datetime(2026, 11, 27, 5, 6, 7)


# What XML can hold, and Excel's own way to write the rest, in which line breaks are of one kind.
TEXTS = st.text(
    alphabet=st.one_of(st.characters(codec="utf-8", exclude_categories=["Cc"]), st.sampled_from("\n\t _x0041_<&>\"'"))
)


@settings(max_examples=8)
@given(st.lists(TEXTS.filter(lambda text: not re.search("[\ufffe\uffff]", text)), min_size=10, max_size=60))
def test_any_text_comes_back(texts: list[str]) -> None:
    rows = [[text, "x"] for text in texts]
    sheet = {"name": "Ark", "columns": [{"header": "a"}, {"header": "b"}], "rows": rows}
    made = sheet_of(workbook(sheet), "Ark")
    assert [row[0] for row in made.iter_rows(min_row=2, values_only=True)] == [text or None for text in texts]


def test_characters_that_no_file_can_hold_are_left_out() -> None:
    made = results(
        "formats/xml.js", "escaped", [["a\0\x08\x0b\x1fb\ufffe"], ["\ud800x\udc00"], ["👩\t\n"], ['<a b="c">&']]
    )
    assert made == ["ab", "\ufffdx\ufffd", "👩\t\n", "&lt;a b=&quot;c&quot;&gt;&amp;"]


def test_very_long_texts_are_cut_where_excel_ends() -> None:
    sheet = {"name": "Ark", "columns": [{"header": "a"}], "rows": [["æ" * 40_000]]}
    assert sheet_of(workbook(sheet), "Ark")["A2"].value == "æ" * 32_767


def test_more_columns_than_letters() -> None:
    sheet = {"name": "Ark", "columns": [{"header": str(number)} for number in range(800)], "rows": []}
    assert sheet_of(workbook(sheet), "Ark")["ADT1"].value == "799"


def test_libreoffice_shows_it_without_loss(tmp_path: Path) -> None:
    file = tmp_path / "plan.xlsx"
    file.write_bytes(workbook(PLAN, GAINS))
    # Separator «;», UTF-8, and cells as they are shown.
    text = converted(file, "calc", "csv:Text - txt - csv (StarCalc):59,34,76,1,,1033,false,true").read_text("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text), delimiter=";"))
    assert rows[3:6] == [
        ["Id", "Tiltak", "Status", "Rolle", "Når", "Frist", "Timer"],
        [*PLAN["rows"][0][:5], "10.12.2026", "2.5"],
        ["a2", "=1+1", "", "", "", "", "-1"],
    ]


def test_libreoffice_prints_rows_as_high_as_their_texts(tmp_path: Path) -> None:
    file = tmp_path / "plan.xlsx"
    long = "Et langt notat som går over flere linjer. " * 12
    columns = [{"header": "Tiltak", "width": 30}, {"header": "Notat", "width": 30}]
    file.write_bytes(workbook({"name": "Plan", "columns": columns, "rows": [["a", long], ["b", "slutt"]]}))
    with pymupdf.open(converted(file, "calc", "pdf")) as document:
        assert len(document) == 1
        text = document[0].get_text()
    assert text.count("langt") == 12 and "slutt" in text
