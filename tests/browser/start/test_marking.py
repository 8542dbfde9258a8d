"""Marking how far measures have come, and what can start then."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.start.page import BEGUN, DONE, NOT_BEGUN, choice, mark, opened, row, shown_in, unfold

pytestmark = [pytest.mark.site, pytest.mark.browser]


def test_what_can_start_is_what_requires_only_what_is_begun_or_done(page: Page) -> None:
    roadmap = opened(page)
    assert shown_in(page, "ready") == roadmap.ready([])
    mark(page, roadmap.first, DONE)
    expected = roadmap.ready([roadmap.first])
    assert shown_in(page, "ready") == expected
    expect(page.locator("[data-shown]")).to_have_text(re.compile(f"^({len(expected)}|Ett) tiltak kan starte nå$"))
    said = page.locator("[data-said]")
    expect(said).to_contain_text(f"{roadmap.first} er på plass. Nå kan dere også starte med")
    for one in roadmap.ids:
        item = row(page, one)
        if one in expected:
            expect(item.locator("[data-state]")).to_have_text("Kan starte nå")
        elif one != roadmap.first:
            expect(item.locator("[data-state]")).to_be_hidden()
            expect(item.locator("[data-requires]")).to_contain_text("Venter på")
            unfold(page, one)
            waits = item.locator("[data-required]:visible a")
            missing = roadmap.requires[one] - {roadmap.first}
            assert {text.split()[0] for text in waits.all_inner_texts()} == missing
            assert all(re.search(r"/tiltak/\w+/$", link.get_attribute("href") or "") for link in waits.all())


def test_what_was_marked_is_there_after_a_reload_and_can_fall_back(page: Page) -> None:
    roadmap = opened(page)
    mark(page, roadmap.first, DONE)
    page.reload()
    expect(choice(page, roadmap.first, DONE)).to_be_checked()
    assert shown_in(page, "ready") == roadmap.ready([roadmap.first])
    mark(page, roadmap.first, BEGUN)
    assert shown_in(page, "ready") == roadmap.ready([], begun=[roadmap.first])
    assert shown_in(page, "begun") == [roadmap.first]
    mark(page, roadmap.first, NOT_BEGUN)
    expect(page.locator("[data-said]")).to_contain_text(f"venter nå på {roadmap.first}.")
    assert shown_in(page, "ready") == roadmap.ready([])
    page.get_by_role("button", name="Angre").click()
    page.get_by_role("button", name="Angre").click()
    assert shown_in(page, "ready") == roadmap.ready([roadmap.first])
    expect(choice(page, roadmap.first, DONE)).to_be_checked()


def test_something_done_too_early_is_said_gently_and_counts(page: Page) -> None:
    roadmap = opened(page)
    early = next(one for one in roadmap.ids if roadmap.requires[one])
    mark(page, early, DONE)
    expect(page.locator("[data-said]")).to_contain_text("Kanskje er dere det likevel?")
    expect(row(page, early)).to_contain_text("Krever også dette, som ikke er merket:")
    missing = row(page, early).locator("[data-required]:visible")
    assert {text.split()[0] for text in missing.all_inner_texts()} == roadmap.requires[early]
    for required in roadmap.requires[early]:
        mark(page, required, DONE)
    expect(row(page, early).locator("[data-requires]")).to_be_hidden()
    expect(missing).to_have_count(0)


def test_nothing_to_start_says_why(page: Page) -> None:
    roadmap = opened(page)
    for one in roadmap.ids:
        mark(page, one, BEGUN)
    expect(page.locator("[data-ready-none]")).to_have_text(re.compile("^Dere er i gang med alt"))
    for one in roadmap.ids:
        mark(page, one, DONE)
    expect(page.locator("[data-ready-none]")).to_have_text(re.compile("^Alle tiltakene er på plass"))


def test_what_waits_can_be_put_into_the_plan(page: Page) -> None:
    roadmap = opened(page)
    waiting = next(one for one in roadmap.ids if roadmap.requires[one])
    unfold(page, waiting)
    row(page, waiting).get_by_role("button", name="Legg til i planen").click()
    expect(page.locator("[data-said]")).to_have_text(f"{waiting} ligger nå i planen.")
    expect(row(page, waiting).get_by_role("link", name="Ligger i planen")).to_be_focused()
    ready = row(page, roadmap.ready([])[0])
    expect(ready.get_by_role("button", name="Legg til i planen")).to_be_hidden()


def test_the_picture_says_where_each_measure_stands_and_leads_to_it(page: Page) -> None:
    roadmap = opened(page)
    other = roadmap.ready([roadmap.first])[0]
    mark(page, roadmap.first, DONE)
    mark(page, other, BEGUN)
    first, second = roadmap.title[roadmap.first], roadmap.title[other]
    begun, done = roadmap.statuses[BEGUN], roadmap.statuses[DONE]
    picture = page.get_by_role("group", name="Tiltakene, og hva hvert av dem krever")
    expect(picture.get_by_role("link", name=f"{roadmap.first} ✓ {first}. {done}", exact=True)).to_be_visible()
    box = picture.get_by_role("link", name=f"{other} … {second}. {begun}", exact=True)
    box.press("Enter")
    expect(page).to_have_url(re.compile(f"/tiltak/{other.lower()}/$"))


def test_a_row_leads_to_its_measure_wherever_it_is_pressed(page: Page) -> None:
    roadmap = opened(page)
    item = page.locator("[data-ready] > li").first
    box = item.bounding_box()
    assert box
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] - 6)
    expect(page).to_have_url(re.compile(f"/tiltak/{roadmap.ready([])[0].lower()}/$"))
