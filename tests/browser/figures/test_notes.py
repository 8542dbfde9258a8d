"""Notes on the page «Måltall»: kept as they are typed, like everything else."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.figures.page import filled

pytestmark = [pytest.mark.site, pytest.mark.browser]
BLANK = "\N{NO-BREAK SPACE}"


@pytest.fixture
def counted(tool: Page) -> Page:
    filled(tool, [3, 4, 5])
    choose(tool, "februar")
    tool.get_by_label("Merknad", exact=True).press_sequentially("Ny rutine ")
    return tool


def choose(tool: Page, month: str) -> None:
    tool.get_by_label("Måned", exact=True).select_option(label=f"{month}{BLANK}2025")


def test_a_note_is_kept_as_it_is_typed(counted: Page) -> None:
    note = counted.get_by_label("Merknad", exact=True)
    expect(note).to_have_value("Ny rutine ")
    expect(counted.locator("[data-notes] li")).to_contain_text(["februar\N{NO-BREAK SPACE}2025 Ny rutine"])
    counted.reload()
    choose(counted, "februar")
    expect(note).to_have_value("Ny rutine")


def test_a_note_is_there_after_another_month_and_another_document(counted: Page) -> None:
    note = counted.get_by_label("Merknad", exact=True)
    choose(counted, "mars")
    expect(note).to_have_value("")
    choose(counted, "februar")
    expect(note).to_have_value("Ny rutine")
    counted.locator("[data-document-bar] details summary").click()
    counted.locator("[data-document-new]").click()
    counted.get_by_role("dialog").get_by_role("button").first.click()
    counted.locator("[data-document-choose]").select_option(label="Måltall")
    expect(counted.locator("[data-notes] li")).to_contain_text(["februar\N{NO-BREAK SPACE}2025 Ny rutine"])


def test_a_note_is_undone_in_one_step(counted: Page) -> None:
    undo = counted.get_by_role("button", name="Angre", exact=True)
    undo.click()
    expect(counted.get_by_label("Merknad", exact=True)).to_have_value("")
    expect(counted.locator("[data-notes] li")).to_have_count(0)
    expect(counted.locator("[data-months] tr")).to_have_count(3)
    counted.get_by_role("button", name="Gjør om", exact=True).click()
    expect(counted.get_by_label("Merknad", exact=True)).to_have_value("Ny rutine")


def test_enter_keeps_the_note_and_the_page(counted: Page) -> None:
    note = counted.get_by_label("Merknad", exact=True)
    note.press("Enter")
    expect(note).to_be_focused()
    expect(note).to_have_value("Ny rutine ")


def test_what_another_tab_notes_is_shown_here(counted: Page) -> None:
    other = counted.context.new_page()
    other.goto(counted.url)
    choose(other, "februar")
    other.get_by_label("Merknad", exact=True).fill("Ferie")
    expect(counted.get_by_label("Merknad", exact=True)).to_have_value("Ferie")


def test_a_warning_goes_with_the_note_that_it_is_about(counted: Page) -> None:
    counted.get_by_label("Merknad", exact=True).fill("Ring 912 34 567")
    warning = counted.locator("#merknad-personvern")
    expect(warning).to_be_visible()
    choose(counted, "mars")
    expect(warning).to_have_count(0)
    counted.get_by_role("button", name="Endre merknaden for februar").click()
    expect(warning).to_be_visible()
