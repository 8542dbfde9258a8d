"""What is shown of pasted counts on the page «Måltall» is what taking them in does."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Page, expect

from tests.browser.figures.page import copied, count_in, filled, given, note, paste, take

pytestmark = [pytest.mark.site, pytest.mark.browser]


def add_document(tool: Page) -> None:
    tool.locator("[data-document-bar] details summary").click()
    tool.locator("[data-document-new]").click()
    tool.get_by_role("dialog").get_by_role("button").first.click()


def test_another_document_is_shown_with_what_would_be_replaced_in_it(tool: Page) -> None:
    filled(tool, [100, 200])
    add_document(tool)
    paste(tool, copied([1, 2, 3]))
    offered = tool.locator("[data-preview-rows] tr")
    expect(offered).to_have_text(["jan. 20251", "feb. 20252", "mars 20253"])
    tool.locator("[data-document-choose]").select_option(label="Måltall")
    expect(count_in(tool, "januar 2025")).to_have_value("100")
    expect(offered).to_have_text(["jan. 20251100", "feb. 20252200", "mars 20253"])
    take(tool)
    expect(count_in(tool, "januar 2025")).to_have_value("1")


def test_what_is_typed_in_the_table_is_in_the_preview_at_once(tool: Page) -> None:
    filled(tool, [100, 200])
    paste(tool, copied([100, 222]))
    expect(tool.locator("[data-preview-rows] tr")).to_have_text(["feb. 2025222200"])
    count_in(tool, "januar 2025").fill("555")
    expect(tool.locator("[data-preview-rows] tr")).to_have_text(["jan. 2025100555", "feb. 2025222200"])
    expect(tool.locator("[data-take]")).to_have_text("Ta inn 2 måneder")
    count_in(tool, "januar 2025").fill("100")
    count_in(tool, "februar 2025").fill("222")
    expect(tool.locator("[data-take]")).to_be_disabled()


def test_a_note_that_would_be_replaced_is_shown(tool: Page) -> None:
    filled(tool, [100])
    note(tool, "januar 2025", "Ferie")
    paste(tool, "jan.2025\t100\tNy rutine")
    expect(tool.locator("[data-preview-rows] td")).to_have_text(["100", "Ferie", "Ny rutine"])


def test_numbers_of_a_workbook_are_no_thousands_in_disguise(tool: Page, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in (["Måned", "Antall"], ["2025-01", 1.125], ["2025-02", 1350], ["2025-03", "1.350"]):
        sheet.append(row)
    book.save(tmp_path / "tall.xlsx")
    given(tool, "tall.xlsx", (tmp_path / "tall.xlsx").read_bytes())
    expect(tool.locator("[data-preview-rows] td:nth-child(2)")).to_have_text(["1\N{NO-BREAK SPACE}350"] * 2)
    expect(tool.locator("[data-unread] li")).to_contain_text(["1,125"])
