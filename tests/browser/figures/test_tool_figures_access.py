"""The page «Måltall» for everybody: keyboard, axe, narrow, colours of your own, no scripts."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.figures.page import SHIFT, TOOL, copied, count_in, filled, lock, note, paste, sentences

pytestmark = [pytest.mark.site, pytest.mark.browser]


def test_all_of_it_can_be_done_with_the_keyboard(tool: Page) -> None:
    def to(target: Locator, key: str = "Tab") -> None:
        for _ in range(80):
            if target.evaluate("(element) => element === document.activeElement"):
                return
            tool.keyboard.press(key)
        raise AssertionError(f"{key} does not lead to {target}")

    to(tool.get_by_label("Første måned"))
    tool.keyboard.type("september 2025")
    tool.keyboard.press("Enter")
    for count in range(14):
        tool.keyboard.type(str(10 + count % 2 + (20 if count > 6 else 0)))
        tool.keyboard.press("Enter")
    expect(tool.locator("[data-month-after]")).to_be_focused()
    tool.keyboard.press("Enter")
    tool.keyboard.type("7")
    tool.keyboard.press("ArrowUp")
    expect(count_in(tool, "oktober 2026")).to_be_focused()
    to(tool.get_by_text("Lim inn fra Excel, eller hent en fil"))
    tool.keyboard.press("Enter")
    to(tool.get_by_label("Lim inn her"))
    tool.keyboard.insert_text("aug. 2025\t9")
    to(tool.locator("[data-take]"))
    tool.keyboard.press("Enter")
    expect(count_in(tool, "august 2025")).to_have_value("9")
    to(tool.get_by_label("Merknad", exact=True))
    tool.keyboard.type("Ny rutine")
    tool.keyboard.press("Enter")
    to(tool.get_by_role("button", name="Lås medianen"))
    tool.keyboard.press("Enter")
    assert "er låst til månedene fra august 2025" in sentences(tool)
    tool.keyboard.press("Control+z")
    assert "er låst" not in sentences(tool)
    to(tool.get_by_role("button", name="Vis fram og skriv ut"), "Shift+Tab")
    tool.keyboard.press("Enter")
    expect(tool.get_by_role("dialog")).to_be_visible()


def empty(tool: Page) -> None:
    tool.get_by_role("button", name="Lag tabellen").click()


def offered(tool: Page) -> None:
    filled(tool, [3, 4])
    paste(tool, copied([5, 6, "6,5", 7]))


def wrong(tool: Page) -> None:
    filled(tool, [3, 4])
    count_in(tool, "januar 2025").fill("x")
    tool.get_by_label("Måltall per måned").fill("x")
    tool.get_by_label("Måltall per måned").blur()


def full(tool: Page) -> None:
    filled(tool, [*SHIFT, 3])
    tool.get_by_label("Måltall per måned").fill("40")
    note(tool, "mars 2025", "Ny rutine")


def locked(tool: Page) -> None:
    full(tool)
    lock(tool, "januar 2025", "mai 2025")


def large(tool: Page) -> None:
    locked(tool)
    tool.get_by_role("button", name="Vis fram og skriv ut").click()


STATES: list[Callable[[Page], None]] = [empty, offered, wrong, full, locked, large]


@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing(tool: Page, state: Callable[[Page], None]) -> None:
    state(tool)
    found = []
    for theme in ("light", "dark"):
        tool.emulate_media(color_scheme=theme)
        for width in (360, 1280):
            tool.set_viewport_size({"width": width, "height": 900})
            found += [f"{theme} {width} {one['id']}: {one['nodes']}" for one in Axe().run(tool).response["violations"]]
    assert found == []


@pytest.mark.parametrize("state", STATES)
def test_nothing_scrolls_sideways(tool: Page, state: Callable[[Page], None]) -> None:
    tool.set_viewport_size({"width": 320, "height": 640})
    state(tool)
    assert tool.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("factor", [1, 30_000])
def test_on_a_phone_the_picture_has_letters_that_can_be_read(tool: Page, factor: int) -> None:
    filled(tool, [count * factor - factor // 3 for count in SHIFT])
    tool.get_by_label("Måltall per måned").fill(str(33 * factor))
    tool.set_viewport_size({"width": 390, "height": 844})
    picture = tool.locator("[data-chart] svg")
    expect(picture).to_have_attribute("width", "358", timeout=3000)
    assert float(picture.get_attribute("font-size") or 0) >= 14
    boxes = [text.bounding_box() for text in picture.locator("text").all()]
    assert all(box and box["x"] >= 16 and box["x"] + box["width"] <= 374 for box in boxes)


def test_in_colours_of_your_own_the_picture_is_drawn_in_them(tool: Page) -> None:
    filled(tool, SHIFT)
    tool.emulate_media(forced_colors="active", color_scheme="dark")
    ground = tool.evaluate("getComputedStyle(document.body).backgroundColor")
    for part in ("line.run-chart__median", "polyline", ".run-chart__base"):
        stroke = tool.locator(f"[data-chart] {part}").first.evaluate("(line) => getComputedStyle(line).stroke")
        assert stroke != ground


def test_without_scripts_the_page_says_what_to_use_instead(browser: Browser, address: str) -> None:
    with browser.new_context(java_script_enabled=False, base_url=address) as context:
        page = context.new_page()
        page.goto(TOOL)
        instead = page.locator(".without-script")
        expect(instead).to_be_visible()
        expect(instead.get_by_role("link", name="veikartet som regneark")).to_have_attribute(
            "href", "../nedlasting/veikart.xlsx"
        )
        expect(instead.get_by_role("link", name="arket for måltall")).to_be_visible()
        expect(page.locator("[data-figures]")).to_be_hidden()
