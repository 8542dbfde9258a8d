"""Workbooks that are something else, broken, or made to do harm, read in the browser."""

from __future__ import annotations

import random

import pytest

from tests.browser.workbooks import (
    MAIN,
    SHEET,
    STRINGS,
    Reader,
    our_plan,
    package,
    relationships,
    zipped,
)
from tests.formats.node import result

pytestmark = pytest.mark.browser


def test_other_kinds_of_files_are_named(read_workbook: Reader) -> None:
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
        assert read_workbook(data) == key, (data[:40], key)


def test_broken_parts_are_called_damaged(read_workbook: Reader) -> None:
    whole = zipped(package(SHEET, STRINGS))
    assert read_workbook(whole[:-30]) == "xlsx-damaged"
    for name in ("xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml"):
        for content in ("", "<a>", "<a/><b/>", "ren tekst", "<a>&nbsp;</a>"):
            assert read_workbook(zipped(package(SHEET, STRINGS) | {name: content})) == "xlsx-damaged", (name, content)
        assert (
            read_workbook(zipped({key: part for key, part in package(SHEET).items() if key != name})) == "xlsx-damaged"
        ), name
    for row in ("0", "-1", "1.5", "x"):
        assert read_workbook(zipped(package(f'<row r="{row}"><c><v>1</v></c></row>'))) == "xlsx-damaged", row


def test_entities_are_not_expanded(read_workbook: Reader) -> None:
    laughs = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    for declared in (f'<!ENTITY a0 "ha">{laughs}', '<!ENTITY a11 SYSTEM "file:///etc/passwd">'):
        sheet = (
            f'<!DOCTYPE worksheet [{declared}]><worksheet xmlns="{MAIN}"><sheetData><row><c t="inlineStr">'
            "<is><t>&a11;</t></is></c></row></sheetData></worksheet>"
        )
        assert read_workbook(zipped(package(sheet.encode()))) == "xlsx-damaged"
        assert read_workbook(zipped(package(b"\xff\xfe" + sheet.encode("utf-16-le")))) == "xlsx-damaged"


def test_bombs_are_refused(read_workbook: Reader) -> None:
    spaces = zipped(package(" " * 40_000_000))
    assert len(spaces) < 60_000
    assert read_workbook(spaces) == "xlsx-too-much"
    assert read_workbook(zipped(package("", f"<si><t>{'x' * 30_000_000}</t></si>"))) == "xlsx-too-much"
    # The parts are counted together: two of 15 MB each.
    assert read_workbook(zipped(package(" " * 15_000_000, " " * 15_000_000))) == "xlsx-too-much"
    # A file that says it is smaller than it is: only what it says is unpacked.
    lying = bytearray(spaces)
    at = lying.rindex(b"PK\x01\x02")
    lying[at + 24 : at + 28] = (1000).to_bytes(4, "little")
    assert read_workbook(bytes(lying)) == "xlsx-too-much"


def test_cells_beyond_all_reason_are_refused(read_workbook: Reader) -> None:
    assert read_workbook(zipped(package(f"<row>{'<c><v>1</v></c>' * 200_001}</row>"))) == "xlsx-too-much"
    assert read_workbook(zipped(package('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'))) == "xlsx-too-much"
    wide = "".join(f'<row r="{number}"><c r="XFD{number}"><v>1</v></c></row>' for number in range(1, 100))
    assert read_workbook(zipped(package(wide))) == "xlsx-too-much"
    assert read_workbook(zipped(package('<row r="1e300"><c><v>1</v></c></row>'))) == "xlsx-too-much"


def test_rows_without_content_take_no_room(read_workbook: Reader) -> None:
    empty = "".join(f'<row r="{number}"><c s="1"/></row>' for number in range(2, 100_000))
    assert read_workbook.rows(zipped(package(f'<row r="1"><c><v>1</v></c></row>{empty}<row r="1048576"/>'))) == [[1]]


def test_deep_xml_is_refused_or_ignored(read_workbook: Reader) -> None:
    depth = 100_000
    assert (
        read_workbook(zipped(package(f"{'<a>' * depth}{'</a>' * depth}<row><c><v>1</v></c></row>"))) == "xlsx-damaged"
    )


def test_whatever_is_changed_in_a_file_it_is_read_or_refused(read_workbook: Reader) -> None:
    chance = random.Random(12)
    whole = our_plan()
    for _ in range(150):
        broken = bytearray(whole)
        for _ in range(chance.choice((1, 1, 5, 50))):
            broken[chance.randrange(len(broken))] = chance.randrange(256)
        made = read_workbook(bytes(broken))
        assert isinstance(made, dict) or made.startswith("xlsx-")
