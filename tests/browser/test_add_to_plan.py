"""«Legg til i planen» on pages outside the tools: what it does, where nothing can be stored, and what it weighs."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from bs4 import BeautifulSoup
from playwright.sync_api import Locator, Page, Route, expect

from roadmap.content.model import Roadmap
from tests.browser.addresses import measure_page, step_page
from tests.browser.start.page import DONE, choice, mark
from tests.browser.test_accessibility import EVERYTHING

pytestmark = [pytest.mark.site, pytest.mark.browser]

LIST = "/tiltak/"
MOST_BYTES = 5_000
NO_STORAGE = "Object.defineProperty(window, 'localStorage', {get() { throw new Error('no'); }})"
FULL_STORAGE = """
Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); };
"""


@pytest.fixture
def own(roadmap: Roadmap) -> str:
    """The id of a measure that shares its step with another."""
    return next(one.id for one in roadmap.measures if beside(roadmap, one.id))


@pytest.fixture
def other(roadmap: Roadmap, own: str) -> str:
    """The id of another of that step."""
    return beside(roadmap, own)[0]


def beside(roadmap: Roadmap, id_: str) -> list[str]:
    """The other measures of a measure's step."""
    return [one.id for one in roadmap.measures if one.letter == id_[0] and one.id != id_]


def pages_with(id_: str) -> dict[str, str]:
    """Where a measure can be put into the plan."""
    return {"list": LIST, "measure": measure_page(id_), "step": step_page(id_[0])}


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


@pytest.mark.parametrize("kind", ["list", "measure", "step"])
def test_a_measure_is_put_into_a_plan_made_for_it_and_shown_to_be_there(
    page: Page, own: str, other: str, kind: str
) -> None:
    page.goto(pages_with(own)[kind])
    place(page, own).get_by_role("button", name=f"Legg til i planen {own}").press("Enter")
    there = place(page, own).get_by_role("link", name=f"Ligger i planen – vis {own}")
    expect(there).to_be_focused()
    expect(page.locator("[data-plan-status]")).to_have_text(f"{own} ligger nå i «Vår plan».")
    assert chosen(page) == [[own]]
    page.goto(LIST)
    expect(place(page, own).get_by_role("button")).to_be_hidden()
    expect(place(page, other).get_by_role("button")).to_be_visible()
    place(page, other).get_by_role("button").click()
    expect(place(page, other).get_by_role("link")).to_be_visible()
    assert chosen(page) == [[own, other]]
    place(page, other).get_by_role("link").click()
    expect(page).to_have_url(re.compile(r"/plan/$"))
    page.go_back()
    expect(place(page, other).get_by_role("link")).to_be_visible()


def test_the_plan_that_is_open_gets_the_measure_and_keeps_the_rest(page: Page, own: str) -> None:
    page.goto("/start/")
    mark(page, own, DONE)
    page.goto(measure_page(own))
    place(page, own).get_by_role("button").click()
    expect(place(page, own).get_by_role("link")).to_be_visible()
    assert chosen(page) == [[own]]
    page.goto("/start/")
    expect(choice(page, own, DONE)).to_be_checked()
    page.get_by_role("button", name="Flere valg").or_(page.locator("summary", has_text="Flere valg")).click()
    page.get_by_role("button", name="Slett planen").click()
    page.goto(measure_page(own))
    expect(place(page, own).get_by_role("button")).to_be_visible()


def test_another_tab_sees_what_was_added(page: Page, own: str) -> None:
    page.goto(LIST)
    tab = page.context.new_page()
    tab.goto(step_page(own[0]))
    place(page, own).get_by_role("button").click()
    expect(place(tab, own).get_by_role("link")).to_be_visible()


def test_a_measure_that_had_another_id_is_found_by_it_and_keeps_what_was_written(
    page: Page, own: str, other: str
) -> None:
    def with_a_former_id(route: Route) -> None:
        answer = route.fetch()
        body = answer.text().replace(f'data-add-to-plan="{own}', f'data-add-to-plan="{own} Z9')
        route.fulfill(response=answer, body=body)

    page.route(f"**{measure_page(own)}", with_a_former_id)
    page.goto(measure_page(other))
    place(page, other).get_by_role("button").click()
    expect(place(page, other).get_by_role("link")).to_be_visible()
    rename = """([id, change]) => {
        const key = Object.keys(localStorage).find((one) => one.startsWith("veikart:plan:"));
        const plan = JSON.parse(localStorage[key]);
        plan.data.measures.Z9 = {...plan.data.measures[id], ...change};
        localStorage[key] = JSON.stringify(plan);
    }"""
    page.evaluate(rename, [other, {"chosen": False, "note": "hei"}])
    page.goto(measure_page(own))
    place(page, own).get_by_role("button").click()
    expect(place(page, own).get_by_role("link")).to_be_visible()
    assert chosen(page) == [[other, own]]
    stored = (
        "Object.keys(localStorage).filter((key) => key.startsWith('veikart:plan:')).map((key) => localStorage[key])"
    )
    assert '"note":"hei"' in page.evaluate(stored)[0]
    page.evaluate(rename, [other, {"chosen": True}])
    page.reload()
    expect(place(page, own).get_by_role("link")).to_be_visible()


@pytest.mark.parametrize(("script", "said"), [(NO_STORAGE, "lar oss ikke lagre"), (FULL_STORAGE, "ikke plass til mer")])
def test_where_it_can_not_be_stored_it_says_so_and_the_button_stays(
    page: Page, own: str, script: str, said: str
) -> None:
    page.add_init_script(script)
    page.goto(LIST)
    place(page, own).get_by_role("button").click()
    status = page.locator("[data-plan-status]")
    expect(status).to_contain_text(said)
    expect(status).to_be_in_viewport()
    expect(place(page, own).get_by_role("button")).to_be_visible()
    assert Axe().run(page, options=EVERYTHING).violations_count == 0


def test_without_scripts_there_is_no_button(page_without_scripts: Page, own: str) -> None:
    page_without_scripts.goto(measure_page(own))
    expect(place(page_without_scripts, own)).to_be_hidden()


def test_pages_where_measures_are_in_the_plan_are_accessible(page: Page, own: str) -> None:
    page.goto(LIST)
    place(page, own).get_by_role("button").click()
    for path in pages_with(own).values():
        page.goto(path)
        expect(place(page, own).get_by_role("link")).to_be_visible()
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
