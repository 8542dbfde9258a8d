"""The minutes of a meeting: as the command has them, as a Word file, copied, and on paper."""

from __future__ import annotations

import json
from pathlib import Path

import docx
import pymupdf
import pytest
from playwright.sync_api import Page, expect

from roadmap.content.model import Roadmap
from roadmap.field_names import field_name
from roadmap.guide.answers import Answers
from roadmap.guide.minutes import minutes
from tests.browser.meeting.page import HOSTILE, downloaded, downloaded_markdown, fill, filled
from tests.guide import forms

pytestmark = [pytest.mark.site, pytest.mark.browser]


ABOUT = {
    "Dato": ("2026-12-10", "10. desember 2026"),
    "Pasientforløp": ("Hofte <b>& kne", "Hofte <b>& kne"),
    "Enhet": ("Ortopedisk *poliklinikk*", "Ortopedisk *poliklinikk*"),
    "Til stede": ("Leder, to behandlere", "Leder, to behandlere"),
}


def tell_of_the_meeting(page: Page) -> None:
    for label, (value, _) in ABOUT.items():
        page.locator("[data-about-meeting]").get_by_label(label, exact=True).fill(value)


def test_the_minutes_are_those_of_the_command(tool: Page, roadmap: Roadmap) -> None:
    for text in ("Vi prøver", HOSTILE):
        answers = filled(roadmap, text)
        fill(tool, answers)
        expected = minutes(Answers(answers), roadmap, forms.TEMPLATES)
        assert downloaded_markdown(tool) == expected
    assert tool.title() != "1"
    expect(tool.locator("[data-minutes-shown]")).to_contain_text(
        '<img src=x onerror="document.title=1"> & *Ærlig* | 😀'
    )


def test_the_minutes_say_which_meeting_it_was(tool: Page, roadmap: Roadmap, tmp_path: Path) -> None:
    answers = filled(roadmap)
    fill(tool, answers)
    tell_of_the_meeting(tool)
    tool.reload()
    lines = [f"{label}: {shown}" for label, (_, shown) in ABOUT.items()]
    expect(tool.locator("[data-minutes-shown] > p").first).to_have_text("".join(lines))
    tool.context.grant_permissions(["clipboard-read", "clipboard-write"])
    tool.get_by_role("button", name="Kopier teksten").click()
    expect(tool.locator("[data-minutes-status]")).to_have_text("Notatet er kopiert.")
    copied = tool.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("NOTAT FRA MØTET OM VIDEO I PASIENTFORLØPET\n\n" + "\n".join(lines) + "\n\nVALGT")
    file = tmp_path / "notat.docx"
    file.write_bytes(downloaded(tool, "Last ned som Word"))
    document = docx.Document(str(file))
    assert document.paragraphs[1].text == "\n".join(lines)
    footer = document.sections[0].footer.paragraphs[0].text
    assert footer.startswith("Notat fra møtet om video i pasientforløpet, Hofte <b>& kne, 10. desember 2026\t")
    markdown = downloaded_markdown(tool)
    assert "**Dato:** 10. desember 2026  \n**Pasientforløp:** Hofte &lt;b>& kne  \n" in markdown
    taken = json.loads(downloaded(tool, "Last ned", exact=True))
    assert taken["data"]["about"]["present"] == "Leder, to behandlere"
    for label in ABOUT:
        tool.locator("[data-about-meeting]").get_by_label(label, exact=True).fill("")
    assert downloaded_markdown(tool) == minutes(Answers(answers), roadmap, forms.TEMPLATES)


def test_the_minutes_as_a_word_file_are_read_by_another_program(tool: Page, roadmap: Roadmap, tmp_path: Path) -> None:
    answers = filled(roadmap, HOSTILE)
    fill(tool, answers)
    file = tmp_path / "notat.docx"
    file.write_bytes(downloaded(tool, "Last ned som Word"))
    document = docx.Document(str(file))
    texts = [paragraph.text for paragraph in document.paragraphs]
    assert texts[0] == "Notat fra møtet om video i pasientforløpet"
    assert HOSTILE in texts
    first = roadmap.chapters[0]
    headings = [one.text for one in document.paragraphs if one.style and one.style.name == "Heading 1"]
    assert f"{first.chapter} {first.title}" in headings
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    assert HOSTILE.replace("\n", " / ") in cells


def test_a_wide_table_has_a_page_that_lies_in_the_word_file(tool: Page, roadmap: Roadmap, tmp_path: Path) -> None:
    sheet = max(roadmap.worksheets, key=lambda one: len(one.columns))
    row = roadmap.worksheet_rows(sheet)[0]
    fill(
        tool,
        {field_name("ark", sheet.id, row.id, column.id): "Poliklinikken undersøker" for column in sheet.columns},
    )
    file = tmp_path / "notat.docx"
    file.write_bytes(downloaded(tool, "Last ned som Word"))
    sections = docx.Document(str(file)).sections
    assert [(section.page_width or 0) > (section.page_height or 0) for section in sections] == [False, True, False]


def test_the_minutes_are_copied_as_text(tool: Page, roadmap: Roadmap) -> None:
    tool.context.grant_permissions(["clipboard-read", "clipboard-write"])
    fill(tool, filled(roadmap, HOSTILE))
    tool.get_by_role("button", name="Kopier teksten").click()
    expect(tool.locator("[data-minutes-status]")).to_have_text("Notatet er kopiert.")
    copied = tool.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("NOTAT FRA MØTET OM VIDEO I PASIENTFORLØPET\n\nVALGT\n\n")
    assert HOSTILE in copied


def test_on_paper_the_page_is_its_minutes(tool: Page, roadmap: Roadmap, tmp_path: Path) -> None:
    fill(tool, filled(roadmap, "Bare dette"))
    tool.get_by_role("button", name="Start klokka").click()
    tool.pdf(path=tmp_path / "notat.pdf")
    with pymupdf.open(tmp_path / "notat.pdf") as document:
        text = " ".join(" ".join(page.get_text() for page in document).split())
    assert "Notat fra møtet om video i pasientforløpet" in text
    assert "Bare dette" in text
    for other in ("Neste kapittel", "Slik bruker dere siden", "Flere spørsmål", "Lagret bare"):
        assert other not in text
