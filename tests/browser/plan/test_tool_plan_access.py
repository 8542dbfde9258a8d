"""The plan without a mouse, read by a screen reader, and without scripts."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.plan.page import PLAN, choose, rows, stored, violations

pytestmark = [pytest.mark.site, pytest.mark.browser]


def test_a_plan_is_made_by_the_keyboard_alone(plan: Page) -> None:
    # All measures lie open while none is chosen.
    plan.locator("[data-picker] summary").focus()
    plan.keyboard.press("Tab")
    plan.keyboard.type("si fra")
    plan.keyboard.press("Tab")
    plan.keyboard.press("Space")
    assert rows(plan) == ["A2"]
    for _ in range(20):
        if plan.evaluate("document.activeElement.id") == "tiltak-A2-status":
            break
        plan.keyboard.press("Tab")
    plan.keyboard.type("P")
    plan.keyboard.press("Tab")
    plan.keyboard.type("Leder")
    plan.keyboard.press("Tab")
    # The order of a date's parts is the browser's.
    plan.keyboard.type("03032027")
    with plan.expect_download() as file:
        plan.keyboard.press("Control+s")
    assert file.value.suggested_filename.endswith(".json")
    data = stored(plan)[0]["data"]["measures"]["A2"]
    assert (data["states"][-1]["status"], data["role"], data["deadline"]) == ("pa-plass", "leder", "2027-03-03")


@pytest.mark.parametrize("width", [390, 1440])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_any_state(plan: Page, width: int, scheme: str) -> None:
    plan.set_viewport_size({"width": width, "height": 900})
    plan.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    assert violations(plan) == []
    choose(plan, "A1", "A2", "B1")
    plan.get_by_label("Frist for A1").fill("2026-01-01")
    plan.get_by_label("Status for A2").select_option("På plass")
    plan.get_by_label("Ansvarlig rolle for B1").select_option("En annen rolle")
    plan.get_by_label("Skriv rollen for B1").fill("ring 73 55 12 34")
    plan.get_by_label("Ny vurdering for A1").fill("1927-01-01")
    plan.get_by_label("Ny vurdering for A1").blur()
    plan.get_by_text("Notat og historikk for A2").click()
    plan.get_by_text("Timer tiltakene ber om").click()
    plan.get_by_label("Sorter etter").select_option("egen")
    assert violations(plan) == []
    assert plan.evaluate("document.documentElement.scrollWidth") <= width


def test_without_scripts_the_page_leads_to_paper_and_workbook(browser: Browser, plan_site: str) -> None:
    with browser.new_context(java_script_enabled=False, base_url=plan_site) as context:
        page = context.new_page()
        page.goto(PLAN)
        assert page.get_by_role("link", name="arbeidsplakaten på A3").get_attribute("href") == (
            "../nedlasting/veikart-arbeidsplakat-a3.pdf"
        )
        assert (
            page.get_by_role("link", name="veikartet som regneark").get_attribute("href")
            == "../nedlasting/veikart.xlsx"
        )
        expect(page.get_by_text("Tiltakene i planen", exact=True)).to_be_hidden()
