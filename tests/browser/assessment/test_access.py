"""The page by the keyboard alone, for axe, without scripts, and from its old address."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from roadmap import urls
from roadmap.content.model import Roadmap
from tests.browser.assessment.page import TOOL, answer, checked, first_statements, statements, violations

pytestmark = [pytest.mark.site, pytest.mark.browser]


def test_everything_goes_by_keyboard(tool: Page, roadmap: Roadmap) -> None:
    first, second, _ = first_statements(roadmap)
    tool.locator(f"#pastand-{first} input").first.focus()
    tool.keyboard.press("Space")
    tool.keyboard.press("ArrowRight")
    assert checked(tool, first) == "stemmer-delvis"
    # Past the note and the button that takes the answer back, to the next statement.
    for _ in range(3):
        tool.keyboard.press("Tab")
    tool.keyboard.press("Space")
    assert checked(tool, second) == "stemmer-ikke"
    tool.locator("[data-add]").first.focus()
    tool.keyboard.press("Enter")
    expect(tool.locator("[data-suggestions-status]")).to_contain_text("er lagt til i «Vår plan»")
    assert tool.evaluate("document.activeElement.textContent") == "Angre"


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_empty_or_filled_in(tool: Page, roadmap: Roadmap, theme: str) -> None:
    tool.emulate_media(color_scheme=theme)  # type: ignore[arg-type]
    assert violations(tool) == []
    ids = ["stemmer-ikke", "stemmer-delvis", "stemmer", "vet-ikke", "gjelder-ikke"]
    for place, step in enumerate(roadmap.plan.steps[:5]):
        for statement in step.self_assessment:
            answer(tool, statement.id, ids[place])
    for width in (360, 1280):
        tool.set_viewport_size({"width": width, "height": 900})
        assert violations(tool) == []
        assert tool.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_axe_finds_nothing_in_a_dialog(tool: Page, roadmap: Roadmap) -> None:
    answer(tool, statements(roadmap)[0], "stemmer")
    tool.get_by_text("Flere valg").click()
    tool.get_by_role("button", name="Ny egenvurdering").click()
    assert violations(tool) == []
    tool.keyboard.press("Escape")
    assert checked(tool, statements(roadmap)[0]) == "stemmer"


def test_without_scripts_it_tells_what_to_use_instead(page_without_scripts: Page) -> None:
    page_without_scripts.goto(TOOL)
    expect(page_without_scripts.get_by_text("Skriv ut denne siden, og svar på papir.")).to_be_visible()
    assert page_without_scripts.locator("a[href$='nedlasting/veikart.xlsx']").count() == 1
    expect(page_without_scripts.get_by_role("heading", name="Resultatet")).to_be_hidden()
    expect(page_without_scripts.get_by_role("radio").first).to_be_visible()
    expect(page_without_scripts.locator("[data-form] :is(input, select, textarea):enabled")).to_have_count(0)


def test_old_addresses_lead_here(page: Page, roadmap: Roadmap) -> None:
    for redirect in roadmap.redirects:
        if redirect.to == urls.STATEMENTS:
            page.goto(redirect.from_)
            page.wait_for_url(f"**{TOOL}")
