"""What all tools have in common, whichever of them it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, FilePayload, Page, expect

from roadmap import urls
from roadmap.content.model import Roadmap
from tests.browser.addresses import address_of
from tests.browser.figures.page import filled, note
from tests.browser.plan.page import choose

pytestmark = [pytest.mark.site, pytest.mark.browser]
NOT_STARTED = "Verktøyet kom ikke i gang"


@pytest.fixture
def pages_of_tools(roadmap: Roadmap) -> list[str]:
    return [address_of(urls.tool_page(tool.slug)) for tool in roadmap.tools]


@pytest.fixture
def page_without_tools(browser: Browser, address: str) -> Iterator[Page]:
    """A page to which the scripts of tools come spoiled."""
    with browser.new_context(base_url=address) as context:
        page = context.new_page()
        page.route(re.compile(r"/assets/tool-(?!watch)[^/]*\.js$"), lambda route: route.fulfill(body="<<<<<<< HEAD"))
        yield page


def test_a_tool_that_does_not_start_says_so(page_without_tools: Page, pages_of_tools: list[str]) -> None:
    for path in pages_of_tools:
        page_without_tools.goto(path)
        expect(page_without_tools.get_by_role("alert")).to_contain_text(NOT_STARTED)


@pytest.mark.parametrize(
    ("path", "field"), [("/plan/", "[data-unit]"), ("/maltall/", "#tittel"), ("/maltall/", "#enhet")]
)
def test_what_another_tab_wrote_is_not_typed_over(page: Page, path: str, field: str) -> None:
    page.goto(path)
    here = page.locator(field)
    here.press_sequentially("11")
    other = page.context.new_page()
    other.goto(path)
    other.locator(field).press("End")
    other.locator(field).press_sequentially("222")
    expect(here).to_have_value("11222")
    here.press("End")
    here.press_sequentially("3")
    expect(other.locator(field)).to_have_value("112223")


def test_the_first_change_can_be_undone_and_the_focus_stays(page: Page) -> None:
    page.goto("/plan/")
    page.locator("[data-unit]").fill("Poliklinikken")
    undo = page.get_by_role("button", name="Angre", exact=True)
    undo.focus()
    page.keyboard.press("Enter")
    expect(page.locator("[data-unit]")).to_have_value("")
    expect(undo).to_be_focused()
    expect(undo).to_be_disabled()
    page.get_by_role("button", name="Gjør om").click()
    expect(page.locator("[data-unit]")).to_have_value("Poliklinikken")


def test_a_long_name_makes_no_page_wider(page: Page, pages_of_tools: list[str]) -> None:
    page.set_viewport_size({"width": 320, "height": 700})
    for path in pages_of_tools:
        page.goto(path)
        page.locator("[data-document-bar] details summary").click()
        page.locator("[data-document-new]").click()
        page.get_by_label("Navn", exact=True).fill("w" * 80)
        page.get_by_role("dialog").get_by_role("button").first.click()
        expect(page.locator("[data-document-choose]")).to_contain_text("www")
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, path


def test_a_file_from_an_old_windows_program_keeps_its_letters(page: Page) -> None:
    page.goto("/plan/")
    text = '{"format": "veikart", "kind": "plan", "version": 1, "name": "Øre", "data": {"measures": {}}}'
    file = FilePayload(name="plan.json", mimeType="application/json", buffer=text.encode("cp1252"))
    page.locator("[data-document-open]").set_input_files(file)
    expect(page.locator("[data-document-choose]")).to_contain_text("Øre")


def test_a_tool_that_starts_is_silent(page: Page, pages_of_tools: list[str]) -> None:
    for path in pages_of_tools:
        page.goto(path)
        expect(page.get_by_text(NOT_STARTED)).to_have_count(0)
        assert page.locator("[data-document-saved]").inner_text()


def test_no_tool_gives_away_what_may_tell_who_somebody_is_without_asking(page: Page, pages_of_tools: list[str]) -> None:
    asked = 0
    for path in pages_of_tools:
        page.goto(path)
        fields = page.locator("[data-private]:visible")
        if not fields.count():
            continue
        fields.first.fill("Ring 912 34 567")
        page.keyboard.press("Control+s")
        dialog = page.get_by_role("dialog", name="Her kan noe røpe hvem noen er")
        expect(dialog).to_be_visible()
        dialog.get_by_role("button", name="Gå tilbake og rett").click()
        expect(fields.first).to_be_focused()
        fields.first.fill("Ring")
        with page.expect_download():
            page.keyboard.press("Control+s")
        asked += 1
    assert asked


def test_files_and_paper_are_asked_about_too(page: Page) -> None:
    """In each tool that makes other files than its own, one of them."""
    dialog = page.get_by_role("dialog", name="Her kan noe røpe hvem noen er")

    page.goto("/plan/")
    choose(page, page.locator("[data-pick]").first.get_attribute("value") or "")
    page.locator("[data-unit]").fill("Ring 912 34 567")
    page.get_by_role("button", name="Last ned som CSV").click()
    dialog.get_by_role("button", name="Gå tilbake og rett").click()
    expect(page.locator("[data-unit]")).to_be_focused()

    page.goto("/gevinst/")
    page.locator("[data-sample]").click()
    page.locator("#enhet").fill("Ring 912 34 567")
    page.locator("[data-csv]").click()
    dialog.get_by_role("button", name="Gå tilbake og rett").click()

    page.goto("/mote/")
    page.locator("textarea[data-private]:visible").first.fill("Ring 912 34 567")
    page.locator("[data-minutes-word]").click()
    dialog.get_by_role("button", name="Gå tilbake og rett").click()


def test_what_is_kept_but_stands_in_no_field_is_asked_about(page: Page) -> None:
    dialog = page.get_by_role("dialog", name="Her kan noe røpe hvem noen er")
    elsewhere = "ikke står i et felt på denne siden"

    page.goto("/plan/")
    choose(page, page.locator("[data-pick]").first.get_attribute("value") or "")
    page.locator("[data-unit]").fill("Ring 912 34 567")
    page.goto("/start/")
    page.locator("[data-document-download]").click()
    expect(dialog).to_contain_text(elsewhere)
    dialog.get_by_role("button", name="Gå tilbake og rett").click()

    page.goto("/maltall/")
    filled(page, [10, 12, 11])
    note(page, "januar 2025", "Ring 912 34 567")
    page.get_by_label("Måned", exact=True).select_option(label="februar\N{NO-BREAK SPACE}2025")
    for button in ("[data-document-download]", "[data-download-csv]", "[data-download-xlsx]"):
        page.locator(button).click()
        expect(dialog).to_contain_text(elsewhere)
        dialog.get_by_role("button", name="Gå tilbake og rett").click()


def test_the_sheet_for_the_wall_is_asked_about_before_it_is_printed(page: Page) -> None:
    page.goto("/maltall/")
    page.evaluate("void (window.print = () => (document.body.dataset.printed = 'yes'))")
    filled(page, [10, 12, 11])
    page.locator("#enhet").fill("Ring 912 34 567")
    page.locator("[data-show-sheet]").click()
    page.locator("[data-print-sheet]").click()
    dialog = page.get_by_role("dialog", name="Her kan noe røpe hvem noen er")
    dialog.get_by_role("button", name="Gå tilbake og rett").click()
    expect(page.locator("#enhet")).to_be_focused()
    expect(page.locator("body")).not_to_have_attribute("data-printed", "yes")

    page.locator("[data-show-sheet]").click()
    page.locator("[data-print-sheet]").click()
    dialog.get_by_role("button", name="Gå videre likevel").click()
    expect(page.locator("body")).to_have_attribute("data-printed", "yes")
