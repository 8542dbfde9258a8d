"""The Word files as Word reads them: headings, language, controls, lists, tables and links."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn

from roadmap import urls
from roadmap.content.load import load
from roadmap.errors import OutputError
from roadmap.word.document import word_file
from tests.conftest import ROOT
from tests.test_mistakes import spoil
from tests.word.documents import SITE_URL, files_of, opened, parts, text_of, with_body

STYLES = ROOT / "templates/word/styles.xml"


def styled(document: Any) -> list[tuple[str, str]]:
    return [(paragraph.style.name, paragraph.text) for paragraph in document.paragraphs]


def test_each_text_has_its_file_and_all_of_them_have_one(tree: Path) -> None:
    assert files_of(tree).keys() == {"nedlasting/maler/beskjed.docx", "nedlasting/maler/alle-tekstene.docx"}


def test_without_texts_there_are_no_files(tree: Path) -> None:
    (tree / "ready_made_texts/beskjed.md").unlink()
    assert files_of(tree) == {}


def test_headings_are_headings_and_the_language_is_norwegian(tree: Path) -> None:
    document = opened(tree)
    headings = [pair for pair in styled(document) if pair[0].startswith("Heading")]
    assert headings == [("Heading 1", "Beskjed til kolleger"), ("Heading 2", "Slik går det for seg")]
    styles: Any = document.styles.element
    assert {language.get(qn("w:val")) for language in styles.iter(qn("w:lang"))} == {"nb-NO"}
    assert document.core_properties.language == "nb-NO"


def test_the_file_says_its_title_and_no_author(tree: Path) -> None:
    properties = opened(tree).core_properties
    assert properties.title == "Beskjed til kolleger"
    assert [properties.author, properties.last_modified_by, properties.comments] == ["", "", ""]
    edition = load(tree).plan.edition.date
    assert properties.created and properties.created.date() == edition


def test_the_same_text_gives_the_same_bytes(tree: Path) -> None:
    assert files_of(tree) == files_of(tree)


def test_each_blank_is_a_control_that_shows_what_to_write(tree: Path) -> None:
    document = opened(tree)
    controls = list(document.element.body.iter(qn("w:sdt")))
    names = [control.find(f"{qn('w:sdtPr')}/{qn('w:alias')}").get(qn("w:val")) for control in controls]
    assert names == ["dato", "enhet", "navn", "dato"]
    shown = ["".join(text.text for text in control.iter(qn("w:t"))) for control in controls]
    assert shown == ["[dato]", "[enhet]", "[navn]", "[dato]"]
    assert all(control.find(f"{qn('w:sdtPr')}/{qn('w:showingPlcHdr')}") is not None for control in controls)
    ids = [control.find(f"{qn('w:sdtPr')}/{qn('w:id')}").get(qn("w:val")) for control in controls]
    assert len(set(ids)) == len(ids)


def test_a_draft_says_so_at_the_top_and_an_approved_text_does_not(tree: Path) -> None:
    assert styled(opened(tree))[1] == ("Merknad", "Bare et forslag. Teksten er et forslag som ingen har godkjent.")
    file = tree / "ready_made_texts/beskjed.md"
    approved = "status: godkjent\napproval: {role: leder, date: 2026-11-22}"
    file.write_text(file.read_text(encoding="utf-8").replace("status: utkast", approved), encoding="utf-8")
    assert "forslag" not in text_of(opened(tree))
    together = docx.Document(io.BytesIO(files_of(tree)[urls.ALL_TEXTS]))
    assert "forslag" not in text_of(together)


def test_what_is_not_to_be_sent_on_stands_in_boxes_and_on_a_last_page(tree: Path) -> None:
    spoil(tree, "ready_made_texts/beskjed.md", "status: utkast", "notes: Si det høyt.\nstatus: utkast")
    document = opened(tree)
    notice = [text for style, text in styled(document) if style == "Merknad"][-1]
    assert "tiltak A1 Begynn" in notice
    assert notice.endswith("Ta bort rutene og siste side før dere sender teksten videre.")
    lines = [text for _, text in styled(document)]
    assert lines[lines.index("Til dere som bruker teksten") + 1] == "Si det høyt."
    (heading,) = (item for item in document.paragraphs if item.text == "Til dere som bruker teksten")
    assert heading.paragraph_format.page_break_before
    assert not document.sections[0].footer.paragraphs[0].text


def test_a_made_up_example_says_so(tree: Path) -> None:
    file = tree / "ready_made_texts/beskjed.md"
    file.write_text(file.read_text(encoding="utf-8").replace("status:", "made_up: true\nstatus:"), encoding="utf-8")
    assert styled(opened(tree))[1][1].startswith("Oppdiktet eksempel.")


def test_each_list_of_numbers_begins_anew_and_lists_within_lists_are_deeper(tree: Path) -> None:
    document: Any = opened(tree)
    items = [paragraph for paragraph in document.paragraphs if paragraph.style.name.startswith("List")]
    numbering = [
        (item.style.name, item._p.pPr.numPr.numId.val, item._p.pPr.numPr.ilvl.val, item.text) for item in items
    ]
    first, last = numbering[0][1], numbering[-1][1]
    assert first != last
    assert [(style, level) for style, _, level, _ in numbering] == [
        ("List Number", 0),
        ("List Number", 0),
        ("List Bullet", 1),
        ("List Bullet", 1),
        ("List Number", 0),
    ]


def test_the_first_row_of_a_table_is_marked_as_its_header(tree: Path) -> None:
    (table,) = opened(tree).tables
    rows: Any = [row._tr for row in table.rows]
    assert [row.find(f".//{qn('w:tblHeader')}") is not None for row in rows] == [True, False]


def test_links_lead_to_the_site(tree: Path) -> None:
    document = opened(tree)
    targets = {relation.target_ref for relation in document.part.rels.values() if relation.is_external}
    assert targets == {f"{SITE_URL}tiltak/a1/"}


def test_all_texts_stand_by_step_each_on_a_page_and_in_the_contents(tree: Path) -> None:
    text = (tree / "ready_made_texts/beskjed.md").read_text(encoding="utf-8")
    for name, measure in (("to", "A1"), ("tre", "B1")):
        changed = text.replace("title: Beskjed til kolleger", f"title: Tekst {name}").replace(
            "measure: A1", f"measure: {measure}"
        )
        (tree / f"ready_made_texts/{name}.md").write_text(changed, encoding="utf-8")
    document: Any = docx.Document(io.BytesIO(files_of(tree)[urls.ALL_TEXTS]))
    headings = [
        (paragraph.style.name, paragraph.text, bool(paragraph.paragraph_format.page_break_before))
        for paragraph in document.paragraphs
        if paragraph.style.name in ("Heading 1", "Heading 2")
    ]
    assert headings == [
        ("Heading 1", "A Første steg", True),
        ("Heading 2", "Beskjed til kolleger", False),
        ("Heading 2", "Tekst to", True),
        ("Heading 1", "B Andre steg", True),
        ("Heading 2", "Tekst tre", False),
    ]
    body = document.element.body
    anchors = [link.get(qn("w:anchor")) for link in body.iter(qn("w:hyperlink")) if link.get(qn("w:anchor"))]
    assert anchors == ["steg-a", "beskjed", "to", "steg-b", "tre"]
    assert set(anchors) <= {mark.get(qn("w:name")) for mark in body.iter(qn("w:bookmarkStart"))}
    numbers = [mark.get(qn("w:id")) for mark in body.iter(qn("w:bookmarkStart"))]
    assert len(set(numbers)) == len(numbers)


def test_nothing_in_the_file_is_left_of_what_it_was_made_from(tree: Path) -> None:
    for data in files_of(tree).values():
        names = set(parts(data))
        assert not [name for name in names if "thumbnail" in name or "customXml" in name or "Effects" in name]
        used = {
            style.get(qn("w:val"))
            for part in parts(data).values()
            for tag in ("w:pStyle", "w:rStyle", "w:tblStyle", "w:basedOn", "w:next")
            for style in part.iter(qn(tag))
        }
        styles = parts(data)["word/styles.xml"]
        assert used <= {style.get(qn("w:styleId")) for style in styles.iter(qn("w:style"))}


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("Et [tall] og **fet [dato]** *kursiv*.", "Et [tall] og fet [dato] kursiv."),
        ("Linje én  \nlinje to [x]", "Linje én\nlinje to [x]"),
        ("1. Punkt\n\n    Mer om [punktet].\n\n2. Neste", "Punkt\nMer om [punktet].\nNeste"),
        ("> Et sitat med [navn].", "Et sitat med [navn]."),
        ("`kode` & <x-evil a=1> [y]", "kode & <x-evil a=1> [y]"),
        ("Til sist:\n\n| a |\n|---|\n| [b] |\n\n| c |\n|---|\n| d |", "Til sist:\na\n[b]\n\nc\nd"),
    ],
)
def test_markdown_is_in_the_file_as_it_was_written(tree: Path, markdown: str, expected: str) -> None:
    escaped = markdown.replace("<x-evil a=1>", "&lt;x-evil a=1&gt;")
    document = with_body(tree, escaped)
    lines = []
    for paragraph in document.element.body.iter(qn("w:p")):
        lines.append(
            "".join(
                "\n" if part.tag == qn("w:br") else part.text or "" for part in paragraph.iter(qn("w:t"), qn("w:br"))
            )
        )
    assert expected in "\n".join(lines)


def test_a_character_that_no_file_can_hold_is_named() -> None:
    day = load(ROOT / "tests/tree").plan.edition.date
    with pytest.raises(OutputError, match=r"U\+0001"):
        word_file("<p>a\x01b</p>", STYLES, "Tittel", day)
