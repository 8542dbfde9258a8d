"""The calculator by the keyboard alone, for axe, and without scripts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.base import AXE_FILE_PATH
from babel.numbers import format_decimal
from playwright.sync_api import Page, expect

from roadmap import urls
from roadmap.content.model import Roadmap
from tests.browser.gains.page import ALL, SAMPLE, TOOL, answer, fill, kroner, spaced
from tests.browser.test_accessibility import EVERYTHING

pytestmark = [pytest.mark.site, pytest.mark.browser]


def test_the_keyboard_alone_is_enough(page: Page) -> None:
    page.goto(TOOL)
    page.get_by_role("button", name=SAMPLE).focus()
    page.keyboard.press("Tab")
    expect(page.get_by_label("Enhet", exact=True)).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("radio", name="Vi vet andelen på video")).to_be_focused()
    for text in ("1 000", "10", "20"):
        page.keyboard.press("Tab")
        page.keyboard.type(text)
    page.keyboard.press("Tab")
    expect(page.locator("summary", has_text="Egne tall for reise og tid")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("100")
    expect(answer(page)).to_contain_text("100 videokonsultasjoner")
    page.keyboard.press("Enter")
    expect(page.locator("[data-gains] > .gains-columns > [data-status]")).to_contain_text("ca. 10\u00a0000\u00a0kr")
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('[data-csv]')"):
            break
    with page.expect_download():
        page.keyboard.press("Enter")


@pytest.mark.parametrize(("scheme", "width"), [("light", 320), ("dark", 1440)])
def test_axe_finds_nothing_in_any_state(page: Page, scheme: Literal["light", "dark"], width: int) -> None:
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(TOOL)
    axe = AXE_FILE_PATH.read_text(encoding="utf-8")
    page.evaluate(f"{axe};0")

    def open_all() -> None:
        page.evaluate("document.querySelectorAll('[data-form] details').forEach((one) => (one.open = true))")

    states: dict[str, Callable[[], None]] = {
        "empty": lambda: None,
        "filled": lambda: fill(page),
        "own figures": open_all,
        "wrong": lambda: fill(page, share="150 %"),
    }
    for name, act in states.items():
        act()
        violations = page.evaluate("(options) => axe.run(options).then((results) => results.violations)", EVERYTHING)
        assert [(name, rule["id"], node["target"]) for rule in violations for node in rule["nodes"]] == []
        overflow = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        assert page.evaluate(overflow) == 0, name


def test_the_page_serves_those_without_scripts(page_without_scripts: Page, site: Path, roadmap: Roadmap) -> None:
    page = page_without_scripts
    page.goto(TOOL)
    expect(page.get_by_label(ALL, exact=True)).to_be_hidden()
    table = page.locator(".without-script table")
    assert [spaced(text) for text in table.locator("tbody th").all_inner_texts()] == ["100", "500", "1 000"]
    gain = roadmap.gains.rates.gain(500)
    assert spaced(kroner(gain.time)) in spaced(table.inner_text())
    assert page.locator(".without-script li").all_inner_texts() == roadmap.gains.caveats
    for end in (roadmap.gains.volumes[0].travel, roadmap.gains.volumes[-1].travel):
        expect(page.get_by_role("table", name="").filter(has_text="Regnestykket")).to_contain_text(
            format_decimal(end, locale="nb")
        )
    # Not where the site is built without what there is to take away.
    links = page.get_by_role("link", name="veikartet som regneark")
    expect(links).to_have_count(int((site / urls.WORKBOOK).is_file()))
