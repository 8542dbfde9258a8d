"""Filtering the measures, and folding the steps."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.start.page import DONE, NOT_BEGUN, mark, opened, shown_in, unfolded

pytestmark = [pytest.mark.site, pytest.mark.browser]


def test_the_filter_leaves_what_a_role_does_of_a_size(page: Page) -> None:
    roadmap = opened(page)
    mark(page, roadmap.first, DONE)
    like = roadmap.measures[0]
    role, effort = like["actors"][0], like["effort"]
    page.get_by_label("Hvem som gjør jobben").select_option(role)
    page.get_by_label("Arbeidsmengde").select_option(effort)
    wanted = {one["id"] for one in roadmap.measures if role in one["actors"] and one["effort"] == effort}
    ready = roadmap.ready([roadmap.first])
    assert shown_in(page, "ready") == [one for one in ready if one in wanted]
    visible = {item.get_attribute("data-measure") for item in page.locator("[data-measure]:not([hidden])").all()}
    assert visible == wanted
    shown = len([one for one in ready if one in wanted])
    expect(page.locator("[data-shown]")).to_have_text(f"{shown} av {len(ready)} tiltak som kan starte nå")
    page.get_by_role("button", name="Vis alle igjen").click()
    expect(page.get_by_label("Hvem som gjør jobben")).to_be_focused()
    assert shown_in(page, "ready") == ready
    expect(page.get_by_role("button", name="Vis alle igjen")).to_be_hidden()


def test_steps_where_everything_waits_are_folded_and_open_when_something_can_start(page: Page) -> None:
    roadmap = opened(page)
    assert unfolded(page) == roadmap.steps(roadmap.ready([]))
    folded = page.locator("[data-step]:not([open])").last
    letter = folded.get_attribute("data-step") or ""
    expect(folded.locator("summary")).to_contain_text("venter på")
    folded.locator("summary").press("Enter")
    mark(page, roadmap.first, DONE)
    ready = roadmap.ready([roadmap.first])
    # What somebody opened stays open.
    assert set(unfolded(page)) == {*roadmap.steps([roadmap.first, *ready]), letter}
    page.reload()
    assert unfolded(page) == roadmap.steps([roadmap.first, *ready])
    mark(page, roadmap.first, NOT_BEGUN)
    assert unfolded(page) == roadmap.steps([roadmap.first, *ready])


def test_all_steps_are_opened_and_folded_by_one_button(page: Page) -> None:
    roadmap = opened(page)
    page.get_by_role("button", name="Åpne alle stegene").press("Enter")
    assert unfolded(page) == roadmap.steps(roadmap.ids)
    fold = page.get_by_role("button", name="Fold sammen alle stegene")
    expect(fold).to_be_focused()
    fold.press("Enter")
    assert unfolded(page) == []
