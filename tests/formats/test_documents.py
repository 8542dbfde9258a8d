"""The Word documents that we write, as python-docx and LibreOffice read them."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import docx
import pymupdf
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Twips
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from roadmap.word.openxml import LANGUAGE
from tests.conftest import ROOT
from tests.formats.node import result
from tests.formats.office import converted

BLOCKS: list[dict[str, Any]] = [
    {"kind": "paragraph", "text": "Medisinsk poliklinikk", "style": "subtitle"},
    {"kind": "paragraph", "text": "Dette er en egenvurdering.", "style": "notice"},
    {"kind": "heading", "level": 1, "text": "Vi er enige om"},
    {"kind": "paragraph", "text": "Én linje\nog én <b>til</b> & «så»\tetter 👩\u200d⚕️"},
    {"kind": "list", "items": ["Første", "Andre"]},
    {"kind": "heading", "level": 2, "text": "Rekkefølgen"},
    {"kind": "list", "items": ["Ring", "Prøv"], "ordered": True},
    {"kind": "list", "items": ["Mål", "Del"], "ordered": True},
    {"kind": "heading", "level": 3, "text": "Planen"},
    {
        "kind": "table",
        "header": ["Tiltak", "Rolle", "Frist"],
        "rows": [["Del gladsaker", "Leder", "10. desember 2026"], ["Bare tiltaket"]],
        "widths": [2, 1, 1],
    },
    {"kind": "table", "header": ["", "Nå"], "rows": [["Andel", "10 %"]], "headerColumn": True},
    {"kind": "paragraph", "text": "Etter tabellen", "style": "quote"},
    {"kind": "table", "header": ["Til slutt"], "rows": []},
]


def document(*blocks: dict[str, Any], **more: Any) -> bytes:
    made = result("formats/docx-writer.js", "writeDocument", {"title": "Referat", "blocks": list(blocks)} | more)
    assert isinstance(made, bytes)
    return made


def opened(data: bytes) -> Document:
    return docx.Document(io.BytesIO(data))


def part(data: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.read(name)


def test_paragraphs_have_the_styles_of_what_they_are() -> None:
    made = [
        (paragraph.style.name, paragraph.text) for paragraph in opened(document(*BLOCKS)).paragraphs if paragraph.style
    ]
    assert made == [
        ("Title", "Referat"),
        ("Subtitle", "Medisinsk poliklinikk"),
        ("Merknad", "Dette er en egenvurdering."),
        ("Heading 1", "Vi er enige om"),
        ("Normal", BLOCKS[3]["text"]),
        ("List Bullet", "Første"),
        ("List Bullet", "Andre"),
        ("Heading 2", "Rekkefølgen"),
        *(("List Number", text) for text in ("Ring", "Prøv", "Mål", "Del")),
        ("Heading 3", "Planen"),
        # Between two tables, and after the last.
        ("Normal", ""),
        ("Quote", "Etter tabellen"),
        ("Normal", ""),
    ]


def test_tables_have_a_header_row_that_is_repeated_and_cells_for_every_column() -> None:
    plan, share, last = opened(document(*BLOCKS)).tables
    assert [[cell.text for cell in row.cells] for row in plan.rows] == [
        ["Tiltak", "Rolle", "Frist"],
        ["Del gladsaker", "Leder", "10. desember 2026"],
        ["Bare tiltaket", "", ""],
    ]
    repeated = [
        [row._tr.find(f".//{qn('w:tblHeader')}") is not None for row in table.rows] for table in (plan, share, last)
    ]
    assert repeated == [[True, False, False], [True, False], [True]]
    widths = [column.width or 0 for column in plan.columns]
    assert widths[1] == widths[2] and abs(widths[0] - 2 * widths[1]) <= Twips(1)
    assert [share.rows[1].cells[index].paragraphs[0].runs[0].bold for index in (0, 1)] == [True, None]


def test_a_turn_begins_a_page_that_lies_or_stands() -> None:
    table = {"kind": "table", "header": ["Kontakt", "Grunn"], "rows": []}
    made = opened(document(BLOCKS[0], {"kind": "turn", "lies": True}, table, {"kind": "turn", "lies": False}, table))
    sizes = [((one.page_width or 0) > (one.page_height or 0), one.orientation) for one in made.sections]
    assert sizes == [(False, WD_ORIENT.PORTRAIT), (True, WD_ORIENT.LANDSCAPE), (False, WD_ORIENT.PORTRAIT)]
    for table_made, section in zip(made.tables, list(made.sections)[1:], strict=True):
        width = sum(column.width or 0 for column in table_made.columns)
        room = (section.page_width or 0) - (section.left_margin or 0) - (section.right_margin or 0)
        assert abs(width - room) <= Twips(5)


def test_a_heading_keeps_its_distance_from_a_table_above_it(tmp_path: Path) -> None:
    table = {"kind": "table", "header": ["Kontakt"], "rows": [["Kontroll"]]}
    for level in (1, 2, 3):
        file = tmp_path / f"{level}.docx"
        heading = {"kind": "heading", "level": level, "text": "Uavklart"}
        file.write_bytes(document(table, heading, {"kind": "paragraph", "text": "Etter"}))
        with pymupdf.open(converted(file, "writer", "pdf")) as pages:
            above, own, below = (pages[0].search_for(text)[0] for text in ("Kontroll", "Uavklart", "Etter"))
        assert own.y0 - above.y1 > 1.5 * (below.y0 - own.y1)


def test_the_language_is_bokmal_and_nobodys_name_is_in_the_file() -> None:
    data = document(*BLOCKS, created="2026-11-27T05:06:07.890Z")
    assert data == document(*BLOCKS, created="2026-11-27T05:06:07.890Z")
    properties = opened(data).core_properties
    assert (properties.title, properties.language) == ("Referat", LANGUAGE)
    assert (properties.author, properties.last_modified_by) == ("", "")
    assert f'w:lang w:val="{LANGUAGE}"'.encode() in part(data, "word/styles.xml")
    assert f'w:themeFontLang w:val="{LANGUAGE}"'.encode() in part(data, "word/settings.xml")


def test_the_styles_are_those_of_our_other_word_files() -> None:
    files = (part(document(), "word/styles.xml"), (ROOT / "templates/word/styles.xml").read_bytes())
    ours, others = (etree.fromstring(file, etree.XMLParser(remove_blank_text=True)) for file in files)
    made, known = (
        {style.get(qn("w:styleId")): etree.tostring(style, method="c14n") for style in root.iter(qn("w:style"))}
        for root in (ours, others)
    )
    assert made.items() <= known.items()
    defaults = [etree.tostring(root.find(qn("w:docDefaults")), method="c14n") for root in (ours, others)]
    assert defaults[0] == defaults[1]


def test_the_footer_has_a_text_and_the_number_of_the_page() -> None:
    footer = opened(document(*BLOCKS, footer="Veikart & plan")).sections[0].footer
    assert footer.paragraphs[0].text.startswith("Veikart & plan\t")
    assert b'w:instr="PAGE"' in part(document(), "word/footer1.xml")


def test_a_document_may_be_empty_and_a_table_without_columns_is_none() -> None:
    assert [paragraph.text for paragraph in opened(document()).paragraphs] == ["Referat"]
    assert opened(document({"kind": "table", "header": [], "rows": [[]]})).tables == []


@settings(max_examples=6)
@given(st.lists(st.text(), min_size=5, max_size=30))
def test_any_text_gives_a_file_that_opens(texts: list[str]) -> None:
    blocks = [{"kind": "paragraph", "text": text} for text in texts]
    made = [paragraph.text for paragraph in opened(document(*blocks)).paragraphs[1:]]
    assert len(made) == len(texts)
    for text, read in zip(texts, made, strict=True):
        assert [*filter(str.isalnum, text)] == [*filter(str.isalnum, read)]


def test_libreoffice_shows_it(tmp_path: Path) -> None:
    file = tmp_path / "referat.docx"
    file.write_bytes(document(*BLOCKS, footer="Veikart for video"))
    with pymupdf.open(converted(file, "writer", "pdf")) as pages:
        assert len(pages) == 1
        text = " ".join(pages[0].get_text().split())
    assert "• Første • Andre Rekkefølgen 1. Ring 2. Prøv 1. Mål 2. Del Planen Tiltak Rolle Frist" in text
    assert "Én linje og én <b>til</b> & «så» etter" in text
    assert "Veikart for video 1" in text


def test_libreoffice_repeats_the_header_row_on_the_next_page(tmp_path: Path) -> None:
    file = tmp_path / "plan.docx"
    rows = [[f"Tiltak {number}", "Leder"] for number in range(60)]
    file.write_bytes(document({"kind": "table", "header": ["Overskrift", "Rolle"], "rows": rows}))
    with pymupdf.open(converted(file, "writer", "pdf")) as pages:
        texts = [page.get_text() for page in pages]
    assert len(texts) > 1 and all("Overskrift" in text for text in texts)
