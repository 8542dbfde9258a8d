"""Workbooks read in the browser: from several programs, broken, locked, and made to do harm."""

from __future__ import annotations

import base64
import datetime
import io
import random
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlsxwriter
from openpyxl.worksheet.worksheet import Worksheet
from playwright.sync_api import Browser

from roadmap.site.script_bundle import bundle
from tests.conftest import ROOT
from tests.formats.node import result
from tests.formats.office import converted

pytestmark = pytest.mark.browser

Read = Callable[[bytes], Any]
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_READ = """(data) => {
  const bytes = Uint8Array.from(atob(data), (character) => character.charCodeAt(0));
  try {
    return globalThis.veikart.office.readWorkbook(bytes);
  } catch (error) {
    if (error.name !== "ImportError") throw error;
    return error.key;
  }
}"""


@pytest.fixture(scope="module")
def read(browser: Browser) -> Iterator[Read]:
    """What the tools' own script makes of a file; the key of the text that says why, where it can't be read."""
    page = browser.new_page()
    page.add_script_tag(content=bundle(ROOT / "templates/scripts", "lazy/office.js", "office").decode())
    yield lambda data: page.evaluate(_READ, base64.b64encode(data).decode())
    page.close()


def rows(made: Any) -> Any:
    """The rows of the first sheet."""
    return made["sheets"][0]["rows"] if isinstance(made, dict) else made


def package(
    sheet: str | bytes = "", strings: str = "", namespace: str = MAIN, **more: str | bytes
) -> dict[str, str | bytes]:
    """The parts of a workbook by name, each of which a test may replace."""
    relations = [("officeDocument", "xl/workbook.xml")]
    own = [("worksheet", "worksheets/sheet1.xml"), ("sharedStrings", "sharedStrings.xml"), ("styles", "styles.xml")]
    return {
        "_rels/.rels": relationships(relations),
        "xl/workbook.xml": f'<workbook xmlns="{namespace}" xmlns:r="{OFFICE}"><sheets>'
        '<sheet name="Ark" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": relationships(own),
        "xl/sharedStrings.xml": f'<sst xmlns="{namespace}">{strings}</sst>',
        "xl/styles.xml": f'<styleSheet xmlns="{namespace}"><numFmts><numFmt numFmtId="170" formatCode="d/ mmm yy"/>'
        '</numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="20"/></cellXfs>'
        "</styleSheet>",
        "xl/worksheets/sheet1.xml": sheet
        if isinstance(sheet, bytes)
        else f'<worksheet xmlns="{namespace}"><sheetData>{sheet}</sheetData></worksheet>',
    } | more


def relationships(targets: list[tuple[str, str]]) -> str:
    made = "".join(
        f'<Relationship Id="rId{number}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{RELATIONS}">{made}</Relationships>'


def zipped(parts: dict[str, str | bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return target.getvalue()


def test_what_openpyxl_wrote(read: Read) -> None:
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
    made = read(data.getvalue())
    assert [(one["name"], one["hidden"]) for one in made["sheets"]] == [("Å <b>", False), ("Skjult", True)]
    assert rows(made) == [
        ["Tekst", 1.5, True, {"date": "2026-12-10"}, {"date": "2026-01-02"}],
        [],
        [],
        [None, None, " mellomrom \nog linje"],
    ]
    assert made["sheets"][1]["rows"] == []


@pytest.mark.parametrize("date1904", [False, True])
def test_what_xlsxwriter_wrote(read: Read, date1904: bool) -> None:
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
    made = read(data.getvalue())
    assert made["date1904"] is date1904
    assert [one["name"] for one in made["sheets"]] == ["Plan"]
    assert rows(made) == [
        ["Del gladsaker ofte", 2, "a"],
        [{"date": "2026-12-10"}, 46366, 0.5],
        ["#N/A", False],
    ]


PLAN: dict[str, Any] = {
    "title": "Plan",
    "sheets": [
        {
            "name": "Plan",
            "above": ["Vår plan"],
            "columns": [
                {"header": "Id", "hidden": True},
                {"header": "Tiltak"},
                {"header": "Rolle", "choices": ["Leder, avdeling", "Behandler"]},
                {"header": "Frist", "kind": "date"},
                {"header": "Timer", "kind": "number"},
            ],
            "rows": [
                ["a1", '=1+1 <b>&" 👩\u200d⚕️ _x0041_', "Behandler", {"date": "2026-12-10"}, 2.5],
                ["__proto__", "To\nlinjer", None, {"date": "1987-03-01"}, None],
                ["a3", " \t ", "x", None, -1],
            ],
        }
    ],
}
PLAN_ROWS = [
    [None, "Vår plan"],
    [],
    ["Id", "Tiltak", "Rolle", "Frist", "Timer"],
    PLAN["sheets"][0]["rows"][0],
    ["__proto__", "To\nlinjer", None, {"date": "1987-03-01"}],
    ["a3", " \t ", "x", None, -1],
]


def our_plan() -> bytes:
    made = result("formats/xlsx-writer.js", "writeWorkbook", PLAN)
    assert isinstance(made, bytes)
    return made


def test_what_we_wrote_comes_back(read: Read) -> None:
    made = read(our_plan())
    assert rows(made) == PLAN_ROWS
    assert [(one["name"], one["hidden"]) for one in made["sheets"]] == [("Plan", False), ("_lists", True)]


def test_what_we_wrote_comes_back_by_way_of_libreoffice(read: Read, tmp_path: Path) -> None:
    file = tmp_path / "plan.xlsx"
    file.write_bytes(our_plan())
    assert rows(read(converted(file, "calc", "xlsx").read_bytes())) == PLAN_ROWS


def test_what_somebody_changed_comes_back_changed(read: Read) -> None:
    book = openpyxl.load_workbook(io.BytesIO(our_plan()))
    sheet = book["Plan"]
    assert isinstance(sheet, Worksheet)
    sheet["D6"], sheet["C5"] = datetime.date(2027, 1, 31), "Leder, avdeling"
    sheet.delete_rows(4)
    data = io.BytesIO()
    book.save(data)
    assert rows(read(data.getvalue()))[3:] == [
        ["__proto__", "To\nlinjer", "Leder, avdeling", {"date": "1987-03-01"}],
        ["a3", " \t ", "x", {"date": "2027-01-31"}, -1],
    ]


SHEET = (
    '<row><c t="s"><v>0</v></c><c><v>2</v></c></row>'
    '<row r="3"><c r="B3" t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r><rPh><t>uttale</t></rPh></is></c>'
    '<c t="d"><v>2026-12-10T00:00:00</v></c><c r="E3" s="2"><v>46366</v></c><c r="F3" s="3"><v>0.25</v></c>'
    '<c r="G3" t="e"><v>#REF!</v></c><c r="H3" t="b"><v>0</v></c><c r="I3" t="str"><f>x</f><v>a_x000A_b</v></c>'
    '<c r="J3"><f>1</f></c><c r="K3" s="1"/></row>'
)
CELLS = [
    ["æ\n", 2],
    [],
    [None, "ab", {"date": "2026-12-10"}, None, {"date": "2026-12-10"}, 0.25, "#REF!", False, "a\nb"],
]
STRINGS = "<si><t>æ_x000A_</t></si>"


def test_every_kind_of_cell(read: Read) -> None:
    assert rows(read(zipped(package(SHEET, STRINGS)))) == CELLS


def test_both_namespaces_prefixes_and_other_encodings(read: Read) -> None:
    assert rows(read(zipped(package(SHEET, STRINGS, STRICT)))) == CELLS
    prefixed = (
        f'<x:worksheet xmlns:x="{MAIN}"><x:sheetData><x:row><x:c><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>'
    )
    assert rows(read(zipped(package(prefixed.encode())))) == [[1]]
    wide = f'<?xml version="1.0" encoding="UTF-16"?>{prefixed.replace("<x:v>1", "<x:v>7")}'
    assert rows(read(zipped(package(wide.encode("utf-16"))))) == [[7]]
    assert rows(read(zipped(package(b"\xef\xbb\xbf" + prefixed.encode())))) == [[1]]


def test_paths_are_found_however_they_are_written_and_lead_nowhere_else(read: Read) -> None:
    sheet = "<row><c><v>1</v></c></row>"
    parts = package(sheet)
    back = {name.replace("/", "\\"): content for name, content in parts.items()}
    assert rows(read(zipped(back))) == [[1]]
    for target in ("/xl/worksheets/sheet1.xml", "../../../xl/worksheets/./sheet1.xml", "WORKSHEETS/Sheet1.XML"):
        moved = parts | {"xl/_rels/workbook.xml.rels": relationships([("worksheet", target)])}
        assert rows(read(zipped(moved))) == [[1]], target
    for target in ("../../etc/passwd", "file:///etc/passwd", "https://example.com/sheet1.xml", ""):
        lost = parts | {"xl/_rels/workbook.xml.rels": relationships([("worksheet", target)])}
        assert read(zipped(lost)) == "xlsx-damaged", target


def test_other_kinds_of_files_are_named(read: Read) -> None:
    ole = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600)
    document = result("formats/docx-writer.js", "writeDocument", {"title": "x", "blocks": []})
    binary = package() | {"_rels/.rels": relationships([("officeDocument", "xl/workbook.bin")])}
    sheetless = package() | {"xl/workbook.xml": f'<workbook xmlns="{MAIN}"/>'}
    for data, key in (
        (ole, "xlsx-old"),
        (ole + "EncryptedPackage".encode("utf-16-le"), "xlsx-encrypted"),
        (document, "xlsx-other"),
        (zipped({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<a/>"}), "xlsx-other"),
        (zipped(binary), "xlsx-other"),
        (zipped(sheetless), "xlsx-other"),
        (b"id;tekst\r\n1;2\r\n", "xlsx-other"),
        (b"%PDF-1.7", "xlsx-other"),
        (b"", "xlsx-other"),
        (b"PK", "xlsx-damaged"),
    ):
        assert read(data) == key, (data[:40], key)


def test_broken_parts_are_called_damaged(read: Read) -> None:
    whole = zipped(package(SHEET, STRINGS))
    assert read(whole[:-30]) == "xlsx-damaged"
    for name in ("xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml"):
        for content in ("", "<a>", "<a/><b/>", "ren tekst", "<a>&nbsp;</a>"):
            assert read(zipped(package(SHEET, STRINGS) | {name: content})) == "xlsx-damaged", (name, content)
        assert read(zipped({key: part for key, part in package(SHEET).items() if key != name})) == "xlsx-damaged", name
    for row in ("0", "-1", "1.5", "x"):
        assert read(zipped(package(f'<row r="{row}"><c><v>1</v></c></row>'))) == "xlsx-damaged", row


def test_entities_are_not_expanded(read: Read) -> None:
    laughs = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    for declared in (f'<!ENTITY a0 "ha">{laughs}', '<!ENTITY a11 SYSTEM "file:///etc/passwd">'):
        sheet = (
            f'<!DOCTYPE worksheet [{declared}]><worksheet xmlns="{MAIN}"><sheetData><row><c t="inlineStr">'
            "<is><t>&a11;</t></is></c></row></sheetData></worksheet>"
        )
        assert read(zipped(package(sheet.encode()))) == "xlsx-damaged"
        assert read(zipped(package(b"\xff\xfe" + sheet.encode("utf-16-le")))) == "xlsx-damaged"


def test_bombs_are_refused(read: Read) -> None:
    spaces = zipped(package(" " * 40_000_000))
    assert len(spaces) < 60_000
    assert read(spaces) == "xlsx-too-much"
    assert read(zipped(package("", f"<si><t>{'x' * 30_000_000}</t></si>"))) == "xlsx-too-much"
    # The parts are counted together: two of 15 MB each.
    assert read(zipped(package(" " * 15_000_000, " " * 15_000_000))) == "xlsx-too-much"
    # A file that says it is smaller than it is: only what it says is unpacked.
    lying = bytearray(spaces)
    at = lying.rindex(b"PK\x01\x02")
    lying[at + 24 : at + 28] = (1000).to_bytes(4, "little")
    assert read(bytes(lying)) == "xlsx-too-much"


def test_cells_beyond_all_reason_are_refused(read: Read) -> None:
    assert read(zipped(package(f"<row>{'<c><v>1</v></c>' * 200_001}</row>"))) == "xlsx-too-much"
    assert read(zipped(package('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'))) == "xlsx-too-much"
    wide = "".join(f'<row r="{number}"><c r="XFD{number}"><v>1</v></c></row>' for number in range(1, 100))
    assert read(zipped(package(wide))) == "xlsx-too-much"
    assert read(zipped(package('<row r="1e300"><c><v>1</v></c></row>'))) == "xlsx-too-much"


def test_rows_without_content_take_no_room(read: Read) -> None:
    empty = "".join(f'<row r="{number}"><c s="1"/></row>' for number in range(2, 100_000))
    assert rows(read(zipped(package(f'<row r="1"><c><v>1</v></c></row>{empty}<row r="1048576"/>')))) == [[1]]


def test_deep_xml_is_refused_or_ignored(read: Read) -> None:
    depth = 100_000
    assert read(zipped(package(f"{'<a>' * depth}{'</a>' * depth}<row><c><v>1</v></c></row>"))) == "xlsx-damaged"


def test_whatever_is_changed_in_a_file_it_is_read_or_refused(read: Read) -> None:
    chance = random.Random(12)
    whole = our_plan()
    for _ in range(150):
        broken = bytearray(whole)
        for _ in range(chance.choice((1, 1, 5, 50))):
            broken[chance.randrange(len(broken))] = chance.randrange(256)
        made = read(bytes(broken))
        assert isinstance(made, dict) or made.startswith("xlsx-")
