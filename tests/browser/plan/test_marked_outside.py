"""What other pages have marked without taking it into the plan."""

from __future__ import annotations

import pymupdf
import pytest
from playwright.sync_api import Page, expect

from tests.browser.plan.page import choose, rows, stored, violations

pytestmark = [pytest.mark.site, pytest.mark.browser]

TEXT = "Disse er merket uten å ligge i planen: A1 (på plass) og A2 (på plass)."


@pytest.fixture
def marked(plan: Page) -> Page:
    """A plan that says of two measures that they are in place, and chooses none."""
    choose(plan, "A1", "A2", "B1")
    for id_ in ("A1", "A2"):
        plan.get_by_label(f"Status for {id_}").select_option("På plass")
    for id_ in ("A1", "A2", "B1"):
        plan.get_by_role("button", name=f"Ta ut av planen for {id_}").click()
    return plan


def test_a_plan_that_marks_what_it_does_not_choose_does_not_say_that_it_is_empty(marked: Page) -> None:
    expect(marked.get_by_text(TEXT)).to_be_visible()
    expect(marked.get_by_text("Planen er tom.").locator("visible=true")).to_have_count(0)
    assert violations(marked) == []
    choose(marked, "B1")
    expect(marked.get_by_text(TEXT)).to_be_visible()


def test_they_are_taken_into_the_plan_as_one_change(marked: Page) -> None:
    marked.get_by_role("button", name="Ta dem inn i planen").press("Enter")
    assert rows(marked) == ["A1", "A2"]
    expect(marked.get_by_label("Status for A1")).to_be_focused()
    expect(marked.get_by_label("Status for A1")).to_have_value("pa-plass")
    expect(marked.locator("[data-document-status]")).to_have_text("Tatt inn i planen: A1, A2.")
    expect(marked.locator("[data-outside]")).to_be_hidden()
    marked.get_by_role("button", name="Angre", exact=True).click()
    assert rows(marked) == []
    expect(marked.get_by_text(TEXT)).to_be_visible()


def test_what_is_back_at_not_begun_is_not_named(plan: Page) -> None:
    choose(plan, "A1")
    plan.get_by_label("Status for A1").select_option("Ikke begynt")
    plan.get_by_role("button", name="Ta ut av planen for A1").click()
    expect(plan.get_by_text("Planen er tom. Velg tiltak")).to_be_visible()
    expect(plan.locator("[data-outside]")).to_be_hidden()


def test_paper_names_them_too(marked: Page) -> None:
    with pymupdf.open(stream=marked.pdf(format="A4", prefer_css_page_size=True)) as document:
        text = " ".join(document[0].get_text().split())
    assert TEXT in text
    assert "Planen er tom." not in text


def test_what_was_said_of_a_change_does_not_stand_when_it_is_undone(plan: Page) -> None:
    choose(plan, "A1")
    status = plan.locator("[data-document-status]")
    plan.get_by_role("button", name="Ta ut av planen for A1").click()
    expect(status).to_contain_text("A1 er tatt ut av planen.")
    plan.get_by_role("button", name="Angre", exact=True).click()
    assert rows(plan) == ["A1"]
    expect(status).to_have_text("Det siste er angret.")
    plan.get_by_role("button", name="Gjør om").click()
    expect(status).to_have_text("Det er gjort om igjen.")
    assert stored(plan)[0]["data"]["measures"]["A1"]["chosen"] is False
