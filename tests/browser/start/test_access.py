"""The page by the keyboard alone, for axe, in narrow windows, on paper, and without scripts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.start.page import BEGUN, DONE, NOT_BEGUN, choice, mark, opened, row, shown_in
from tests.browser.test_accessibility import EVERYTHING

pytestmark = [pytest.mark.site, pytest.mark.browser]


def test_the_keyboard_alone_marks_filters_and_puts_into_the_plan(page: Page) -> None:
    roadmap = opened(page)
    choice(page, roadmap.first, NOT_BEGUN).focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    expect(choice(page, roadmap.first, DONE)).to_be_focused()
    assert shown_in(page, "ready") == roadmap.ready([roadmap.first])
    page.keyboard.press("Control+z")
    assert shown_in(page, "begun") == [roadmap.first]
    page.keyboard.press("Control+Shift+z")
    page.get_by_label("Arbeidsmengde").focus()
    page.keyboard.press("ArrowDown")
    page.get_by_role("button", name="Vis alle igjen").press("Enter")
    item = page.locator("[data-ready] > li").first
    item.get_by_role("button", name="Legg til i planen").press("Enter")
    expect(item.get_by_role("link", name="Ligger i planen")).to_be_focused()


def states(page: Page) -> Iterator[str]:
    """Takes the page through all that it can show."""
    roadmap = opened(page)
    yield "empty"
    mark(page, roadmap.first, DONE)
    yield "something is done"
    mark(page, next(one for one in roadmap.ids if len(roadmap.requires[one]) > 1), BEGUN)
    yield "something is begun too early"
    page.get_by_label("Arbeidsmengde").select_option(roadmap.measures[-1]["effort"])
    yield "filtered"
    page.get_by_role("button", name="Vis alle igjen").click()
    page.locator("[data-ready] > li").first.get_by_role("button", name="Legg til i planen").click()
    page.get_by_role("button", name="Åpne alle stegene").click()
    yield "something is in the plan, and every step is open"
    for one in roadmap.ids:
        mark(page, one, DONE)
    yield "everything is done"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1440])
def test_every_state_is_accessible(browser: Browser, address: str, width: int, scheme: Any) -> None:
    size: Any = {"width": width, "height": 900}
    with browser.new_context(base_url=address, viewport=size, color_scheme=scheme, reduced_motion="reduce") as context:
        page = context.new_page()
        for state in states(page):
            found = Axe().run(page, options=EVERYTHING)
            assert found.violations_count == 0, f"{state}: {found.generate_report()}"


def test_a_narrow_window_shows_everything_without_scrolling_sideways(page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 600})
    roadmap = opened(page)
    mark(page, roadmap.first, DONE)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_on_paper_stand_the_words_and_nothing_to_press(page: Page) -> None:
    roadmap = opened(page)
    mark(page, roadmap.first, DONE)
    page.emulate_media(media="print")
    expect(row(page, roadmap.first).locator("[data-state]")).to_be_visible()
    expect(row(page, roadmap.first).locator("fieldset")).to_be_hidden()
    expect(page.get_by_label("Arbeidsmengde")).to_be_hidden()
    expect(page.locator("[data-said]")).to_be_hidden()
    # What is folded on the screen, too.
    for item in page.locator("[data-measure]").all():
        expect(item).to_be_visible()
    expect(page.get_by_role("button", name="Legg til i planen").first).to_be_hidden()


def test_without_scripts_stands_what_each_measure_requires(page_without_scripts: Page) -> None:
    page_without_scripts.goto("/start/")
    rows = page_without_scripts.locator("[data-measure]")
    assert rows.count() > 0
    for item in rows.all():
        expect(item).to_contain_text(re.compile(r"Krever\s+(ingen andre tiltak|[A-Z]\d)"))
        expect(item.locator("fieldset")).to_be_hidden()
    expect(page_without_scripts.get_by_role("link", name="Veikartet som regneark")).to_have_attribute(
        "href", re.compile(r"\.xlsx$")
    )
    expect(page_without_scripts.get_by_role("link", name="Arbeidsplakaten")).to_be_visible()
    expect(page_without_scripts.get_by_role("heading", name="Dette kan dere starte med nå")).to_be_hidden()
