"""«Legg til i planen» on pages outside the tools: what it does, where nothing can be stored, and what it weighs."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from bs4 import BeautifulSoup
from playwright.sync_api import Locator, Page, Route, expect

from tests.browser.test_accessibility import EVERYTHING

pytestmark = [pytest.mark.site, pytest.mark.browser]

MOST_BYTES = 5_000
NO_STORAGE = "Object.defineProperty(window, 'localStorage', {get() { throw new Error('no'); }})"
FULL_STORAGE = """
Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); };
"""


def place(page: Page, measure: str) -> Locator:
    return page.locator(f"[data-add-to-plan~='{measure}']").first


def chosen(page: Page) -> list[list[str]]:
    """The measures in each of the plans in the browser."""
    found: list[list[str]] = page.evaluate(
        """Object.keys(localStorage).filter((key) => key.startsWith("veikart:plan:"))
             .map((key) => JSON.parse(localStorage[key]).data.measures)
             .map((measures) => Object.keys(measures).filter((id) => measures[id].chosen))"""
    )
    return found


@pytest.mark.parametrize("path", ["/tiltak/", "/tiltak/a3/", "/steg/a/"])
def test_a_measure_is_put_into_a_plan_made_for_it_and_shown_to_be_there(page: Page, path: str) -> None:
    page.goto(path)
    place(page, "A3").get_by_role("button", name="Legg til i planen A3").press("Enter")
    there = place(page, "A3").get_by_role("link", name="Ligger i planen – vis A3")
    expect(there).to_be_focused()
    expect(page.locator("[data-plan-status]")).to_have_text("A3 ligger nå i «Vår plan».")
    assert chosen(page) == [["A3"]]
    page.goto("/tiltak/")
    expect(place(page, "A3").get_by_role("button")).to_be_hidden()
    expect(place(page, "A1").get_by_role("button")).to_be_visible()
    place(page, "A1").get_by_role("button").click()
    expect(place(page, "A1").get_by_role("link")).to_be_visible()
    assert chosen(page) == [["A3", "A1"]]
    place(page, "A1").get_by_role("link").click()
    expect(page).to_have_url(re.compile(r"/plan/$"))
    page.go_back()
    expect(place(page, "A1").get_by_role("link")).to_be_visible()


def test_the_plan_that_is_open_gets_the_measure_and_keeps_the_rest(page: Page) -> None:
    page.goto("/start/")
    page.locator("[data-measure=A3]").get_by_label("På plass").check()
    page.goto("/tiltak/a3/")
    place(page, "A3").get_by_role("button").click()
    expect(place(page, "A3").get_by_role("link")).to_be_visible()
    assert chosen(page) == [["A3"]]
    page.goto("/start/")
    expect(page.locator("[data-measure=A3]").get_by_label("På plass")).to_be_checked()
    page.get_by_role("button", name="Flere valg").or_(page.locator("summary", has_text="Flere valg")).click()
    page.get_by_role("button", name="Slett planen").click()
    page.goto("/tiltak/a3/")
    expect(place(page, "A3").get_by_role("button")).to_be_visible()


def test_another_tab_sees_what_was_added(page: Page) -> None:
    page.goto("/tiltak/")
    other = page.context.new_page()
    other.goto("/steg/a/")
    place(page, "A3").get_by_role("button").click()
    expect(place(other, "A3").get_by_role("link")).to_be_visible()


def test_a_measure_that_had_another_id_is_found_by_it_and_keeps_what_was_written(page: Page) -> None:
    def with_a_former_id(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().replace('data-add-to-plan="A3"', 'data-add-to-plan="A3 A9"'))

    page.route("**/tiltak/a3/", with_a_former_id)
    page.goto("/tiltak/a1/")
    place(page, "A1").get_by_role("button").click()
    expect(place(page, "A1").get_by_role("link")).to_be_visible()
    rename = """(change) => {
        const key = Object.keys(localStorage).find((one) => one.startsWith("veikart:plan:"));
        const plan = JSON.parse(localStorage[key]);
        plan.data.measures.A9 = {...plan.data.measures.A1, ...change};
        localStorage[key] = JSON.stringify(plan);
    }"""
    page.evaluate(rename, {"chosen": False, "note": "hei"})
    page.goto("/tiltak/a3/")
    place(page, "A3").get_by_role("button").click()
    expect(place(page, "A3").get_by_role("link")).to_be_visible()
    assert chosen(page) == [["A1", "A3"]]
    stored = (
        "Object.keys(localStorage).filter((key) => key.startsWith('veikart:plan:')).map((key) => localStorage[key])"
    )
    assert '"note":"hei"' in page.evaluate(stored)[0]
    page.evaluate(rename, {"chosen": True})
    page.reload()
    expect(place(page, "A3").get_by_role("link")).to_be_visible()


@pytest.mark.parametrize(("script", "said"), [(NO_STORAGE, "lar oss ikke lagre"), (FULL_STORAGE, "ikke plass til mer")])
def test_where_it_can_not_be_stored_it_says_so_and_the_button_stays(page: Page, script: str, said: str) -> None:
    page.add_init_script(script)
    page.goto("/tiltak/")
    place(page, "A3").get_by_role("button").click()
    status = page.locator("[data-plan-status]")
    expect(status).to_contain_text(said)
    expect(status).to_be_in_viewport()
    expect(place(page, "A3").get_by_role("button")).to_be_visible()
    assert Axe().run(page, options=EVERYTHING).violations_count == 0


def test_without_scripts_there_is_no_button(page_without_scripts: Page) -> None:
    page_without_scripts.goto("/tiltak/a3/")
    expect(place(page_without_scripts, "A3")).to_be_hidden()


def test_pages_where_measures_are_in_the_plan_are_accessible(page: Page) -> None:
    for path in ("/tiltak/", "/steg/a/", "/tiltak/a3/"):
        page.goto(path)
        if path == "/tiltak/":
            place(page, "A3").get_by_role("button").click()
        expect(place(page, "A3").get_by_role("link")).to_be_visible()
        found = Axe().run(page, options=EVERYTHING)
        assert found.violations_count == 0, found.generate_report()


def compressed(*texts: str) -> int:
    return sum(len(gzip.compress(text.encode())) for text in texts)


def test_no_page_outside_the_tools_gets_much_heavier(site: Path) -> None:
    (script,) = site.glob("assets/add-to-plan.*.js")
    (style,) = site.glob("assets/style.*.css")
    css = style.read_text(encoding="utf-8")
    without = re.sub(r"[^{}]*(?:add-to-plan|plan-status)[^{}]*\{[^{}]*\}", "", css)
    shared = compressed(script.read_text(encoding="utf-8")) + compressed(css) - compressed(without)
    assert 0 < shared < MOST_BYTES
    for path in site.rglob("*.html"):
        html = path.read_text(encoding="utf-8")
        if "page--tool" in html:
            continue
        assert "assets/roadmap-data." not in html and "assets/tool" not in html, path
        if "data-add-to-plan" not in html:
            assert "assets/add-to-plan." not in html, path
            continue
        soup = BeautifulSoup(html, "html.parser")
        before = compressed(str(soup))
        for part in soup.select("[data-add-to-plan], [data-plan-status], script[src*='add-to-plan']"):
            part.decompose()
        assert shared + before - compressed(str(soup)) < MOST_BYTES, path
