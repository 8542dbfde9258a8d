"""What was marked is kept: in another tab, in a plan from elsewhere, and where nothing can be stored."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.start.page import DONE, choice, mark, opened, shown_in

pytestmark = [pytest.mark.site, pytest.mark.browser]


def test_another_tab_sees_what_is_marked(page: Page) -> None:
    roadmap = opened(page)
    other = page.context.new_page()
    other.goto("/start/")
    mark(page, roadmap.first, DONE)
    expect(choice(other, roadmap.first, DONE)).to_be_checked()
    assert shown_in(other, "ready") == roadmap.ready([roadmap.first])


def test_a_plan_with_what_nobody_knows_today_is_shown_and_kept(page: Page) -> None:
    roadmap = opened(page)
    planned = {"chosen": True, "states": [{"status": "pa-plass", "date": "2026-11-01"}], "role": "", "deadline": ""}
    measures = {roadmap.first: planned, "Z9": planned, "constructor": planned}
    data = {"unit": "", "measures": measures, "order": ["Z9"]}
    document = {"id": "x", "kind": "plan", "version": 1, "name": '<b>&" 🚀', "data": data, "changed": "2026"}
    page.evaluate("document => localStorage.setItem('veikart:plan:x', JSON.stringify(document))", document)
    page.reload()
    assert shown_in(page, "ready") == roadmap.ready([roadmap.first])
    expect(page.locator("[data-document-choose]")).to_have_value("x")
    mark(page, roadmap.ready([roadmap.first])[0], DONE)
    kept = page.evaluate("JSON.parse(localStorage['veikart:plan:x']).data.measures")
    assert {"Z9", "constructor", roadmap.first} < set(kept)


def test_where_nothing_can_be_stored_it_goes_on_and_says_so(page: Page) -> None:
    page.add_init_script("Object.defineProperty(window, 'localStorage', {get() { throw new Error('no'); }})")
    roadmap = opened(page)
    mark(page, roadmap.first, DONE)
    assert shown_in(page, "ready") == roadmap.ready([roadmap.first])
    expect(page.locator("[data-document-saved]")).to_contain_text("Nettleseren lar oss ikke lagre")
