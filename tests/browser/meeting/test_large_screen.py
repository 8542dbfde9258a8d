"""The meeting on a large screen."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from roadmap.content.model import Roadmap

pytestmark = [pytest.mark.site, pytest.mark.browser]


def is_large(page: Page) -> bool:
    return page.get_by_role("button", name="Vis på storskjerm").get_attribute("aria-pressed") == "true"


def test_on_a_large_screen_the_meeting_has_all_of_it(tool: Page, roadmap: Roadmap) -> None:
    tool.set_viewport_size({"width": 1920, "height": 1080})
    tool.get_by_role("button", name="Start klokka").click()
    sheet = max(roadmap.worksheets, key=lambda one: len(one.columns))
    cell = tool.locator(f'[name^="ark/{sheet.id}/"]').first
    left = tool.locator("[data-clock-left]")
    size = "(one) => [one.offsetWidth, parseFloat(getComputedStyle(one).fontSize)]"
    before = (cell.evaluate(size), left.evaluate(size))
    tool.get_by_role("button", name="Vis på storskjerm").click()
    assert is_large(tool)
    for one in ("header", "footer"):
        expect(tool.get_by_role("banner" if one == "header" else "contentinfo")).to_be_hidden()
    expect(tool.locator(".section-nav")).to_be_hidden()
    after = (cell.evaluate(size), left.evaluate(size))
    assert after[0][0] > 1.8 * before[0][0]
    assert after[0][1] > 1.3 * before[0][1]
    assert after[1][1] > 2 * before[1][1]
    bar = tool.locator("[data-clock]").bounding_box()
    assert bar and bar["width"] > 0.9 * 1920
    assert bar["height"] < 1080 / 5
    tool.reload()
    assert is_large(tool)
    other = tool.context.new_page()
    other.goto(tool.url)
    assert not is_large(other)
    other.close()
    tool.keyboard.press("Escape")
    assert not is_large(tool)
    expect(tool.get_by_role("banner")).to_be_visible()
    tool.reload()
    assert not is_large(tool)


def test_escape_in_a_dialog_keeps_the_meeting_large(tool: Page) -> None:
    tool.get_by_role("button", name="Vis på storskjerm").click()
    tool.get_by_text("Flere valg").click()
    tool.get_by_role("button", name="Nytt møte").click()
    expect(tool.get_by_role("dialog")).to_be_visible()
    tool.keyboard.press("Escape")
    expect(tool.get_by_role("dialog")).to_be_hidden()
    assert is_large(tool)


def test_what_the_reader_looks_at_stays_when_the_meeting_gets_large(tool: Page, roadmap: Roadmap) -> None:
    tool.set_viewport_size({"width": 1920, "height": 1080})
    tool.get_by_role("button", name="Start klokka").click()
    tool.locator("#kapittel-4").get_by_role("button", name="Still klokka hit").click()
    button = tool.get_by_role("button", name="Vis på storskjerm")
    for _ in range(2):
        button.click()
        expect(tool.locator("#kapittel-4-tittel")).to_be_in_viewport()
