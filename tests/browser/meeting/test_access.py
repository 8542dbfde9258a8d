"""The guide on screen by the keyboard alone, in narrow windows, for axe, and without scripts."""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.base import AXE_FILE_PATH
from playwright.sync_api import Page, expect

from roadmap import urls
from roadmap.content.model import Roadmap
from tests.browser.meeting.page import BEGIN, TOOL, choose_pdf, fill, filled, kept, pdf_status

pytestmark = [pytest.mark.site, pytest.mark.browser]


AXE_OPTIONS = {
    "resultTypes": ["violations"],
    "preload": False,
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "rules": {"label-content-name-mismatch": {"enabled": True}},
}


def violations(page: Page) -> list[str]:
    page.evaluate(f"{AXE_FILE_PATH.read_text(encoding='utf-8')};0")
    found = page.evaluate("options => axe.run(document, options)", AXE_OPTIONS)["violations"]
    return [f"{one['id']}: {node['html'][:200]}" for one in found for node in one["nodes"]]


COVERED = """() => {
    const field = document.activeElement.getBoundingClientRect();
    const bar = document.querySelector("[data-clock]").getBoundingClientRect();
    const isOwn = document.querySelector("[data-clock]").contains(document.activeElement);
    const isCovered = !isOwn && field.top < bar.bottom - 1 && field.bottom > bar.top;
    return isCovered ? document.activeElement.outerHTML.slice(0, 200) : "";
}"""


@pytest.mark.parametrize("width", [390, 1440])
def test_a_meeting_is_held_by_the_keyboard_alone_and_the_clock_covers_no_field(
    width: int, tool: Page, roadmap: Roadmap
) -> None:
    tool.set_viewport_size({"width": width, "height": 800})
    start = tool.get_by_role("button", name="Start klokka")
    while not start.evaluate("(one) => one === document.activeElement"):
        tool.keyboard.press("Tab")
    tool.keyboard.press("Enter")
    expect(tool.get_by_role("button", name="Pause")).to_be_focused()
    tool.keyboard.press("Tab")
    tool.keyboard.press("Enter")
    expect(tool.locator(f"#kapittel-{roadmap.chapters[1].chapter}-tittel")).to_be_focused()
    covered = []
    for press in ["Tab"] * 25 + ["Shift+Tab"] * 20:
        tool.keyboard.press(press)
        covered.append(tool.evaluate(COVERED))
    assert [one for one in covered if one] == []
    tool.get_by_role("button", name="Neste kapittel").focus()
    tool.keyboard.press("Enter")
    while tool.evaluate("document.activeElement.tagName") != "TEXTAREA":
        tool.keyboard.press("Tab")
    tool.keyboard.type("Skrevet uten mus")
    with tool.expect_download():
        tool.keyboard.press("Control+s")
    assert list(kept(tool, "meeting")[0]["data"]["answers"].values()) == ["Skrevet uten mus"]


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("width", [320, 390, 1440, 1920])
def test_nothing_needs_to_be_scrolled_sideways(width: int, large: bool, tool: Page, roadmap: Roadmap) -> None:
    tool.set_viewport_size({"width": width, "height": 800})
    fill(tool, filled(roadmap, "Enlangordsomikkekandeles" * 20))
    if large:
        tool.get_by_role("button", name="Vis på storskjerm").click()
    tool.get_by_role("button", name="Start klokka").click()
    for _ in roadmap.chapters[1:]:
        assert tool.evaluate("document.documentElement.scrollWidth") <= width
        tool.get_by_role("button", name="Neste kapittel").click()
    assert tool.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1440])
def test_axe_finds_nothing_in_any_state(width: int, scheme: Any, page: Page, roadmap: Roadmap) -> None:
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 900})
    page.clock.install(time=BEGIN)
    page.goto(TOOL)
    assert violations(page) == []
    fill(page, filled(roadmap, "Ring 912 34 567"))
    page.locator("details:not([open])").evaluate_all("all => all.forEach((one) => { one.open = true; })")
    page.get_by_role("button", name="Start klokka").click()
    page.clock.run_for("59:00")
    choose_pdf(page, {"name": "feil.pdf", "mimeType": "application/pdf", "buffer": b"x"})
    expect(pdf_status(page)).to_contain_text("«feil.pdf» ble ikke åpnet.")
    assert violations(page) == []
    page.get_by_role("button", name="Nytt møte").click()
    expect(page.get_by_role("dialog")).to_be_visible()
    assert violations(page) == []
    page.keyboard.press("Escape")
    page.locator("[data-large]").evaluate("(button) => button.click()")
    for key in ("ArrowRight", "ArrowRight", "ArrowRight"):
        assert violations(page) == []
        page.keyboard.press(key)


def test_without_scripts_the_paper_is_shown_the_way_to(page_without_scripts: Page, roadmap: Roadmap) -> None:
    page_without_scripts.goto(TOOL)
    links = page_without_scripts.locator(".without-script a").evaluate_all("all => all.map((one) => one.href)")
    for file in (urls.MEETING_PDF, *(urls.worksheet_pdf(sheet.id) for sheet in roadmap.worksheets)):
        assert [link for link in links if link.endswith(file)], file
    expect(page_without_scripts.locator("[data-answers]")).to_be_hidden()
