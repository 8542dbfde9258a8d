"""What an assessment says is in place counts on «Hva kan vi starte med nå?» too, once people say that it does."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from roadmap.content.model import Roadmap

pytestmark = [pytest.mark.site, pytest.mark.browser]


@pytest.fixture
def offer(page: Page, roadmap: Roadmap) -> Locator:
    """What is offered where every statement of the first step is true."""
    plan = roadmap.plan
    page.goto("/hvor-er-vi/")
    for statement in plan.steps[0].self_assessment:
        answers = page.locator(f"#pastand-{statement.id}")
        answers.get_by_role("radio", name=plan.assessment_levels[-1].name, exact=True).check()
    page.goto("/start/")
    return page.locator("[data-assessed]")


def in_first_step(roadmap: Roadmap) -> list[str]:
    return [measure.id for measure in roadmap.step_measures(roadmap.plan.steps[0])]


def done(page: Page) -> list[str]:
    return [row.get_attribute("data-measure") or "" for row in page.locator("[data-measure][data-group='done']").all()]


def test_without_an_assessment_nothing_is_offered(page: Page) -> None:
    page.goto("/start/")
    expect(page.locator("[data-counts]")).not_to_be_empty()
    expect(page.locator("[data-assessed]")).to_be_hidden()


def test_what_the_assessment_says_is_in_place_can_be_taken_into_the_plan(
    page: Page, roadmap: Roadmap, offer: Locator
) -> None:
    for measure in in_first_step(roadmap):
        expect(offer).to_contain_text(measure)
    assert done(page) == []
    offer.get_by_role("button", name="Merk dem som på plass").click()
    expect(offer).to_be_hidden()
    expect(page.locator("#kan-starte")).to_be_focused()
    assert done(page) == in_first_step(roadmap)

    page.get_by_role("button", name="Angre", exact=True).click()
    expect(offer).to_be_visible()
    assert done(page) == []


def test_what_the_plan_says_of_a_measure_is_left_alone(page: Page, roadmap: Roadmap, offer: Locator) -> None:
    first, *others = in_first_step(roadmap)
    begun = roadmap.plan.progress_levels[1].id
    page.locator(f"[data-measure='{first}'] input[value='{begun}']").check()
    expect(offer.locator("[data-assessed-text]")).not_to_contain_text(first)
    offer.get_by_role("button").click()
    assert done(page) == others
    expect(page.locator(f"[data-measure='{first}'] input[value='{begun}']")).to_be_checked()


def test_the_two_pages_then_agree_on_what_can_start(page: Page, offer: Locator) -> None:
    offer.get_by_role("button").click()
    ready = {text.split()[0] for text in page.locator("[data-ready] [data-title]").all_inner_texts()}
    page.goto("/hvor-er-vi/")
    suggested = page.locator("[data-now] [data-link]").all_inner_texts()
    assert suggested
    assert {text.split()[0] for text in suggested} <= ready
