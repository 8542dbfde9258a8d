"""The measures that the answers lead to, and into the plan."""

from __future__ import annotations

import json
import re

import pytest
from playwright.sync_api import Page, expect

from roadmap.content.model import Measure, Roadmap
from tests.browser.assessment.page import answer, beginning, statements

pytestmark = [pytest.mark.site, pytest.mark.browser]


def ready_after(roadmap: Roadmap, begin: str, letter: str) -> list[Measure]:
    """The measures of a step that nothing else must come before."""
    measures = [one for one in roadmap.measures if one.letter == letter and one.id != begin]
    return [one for one in measures if set(one.requires) <= {begin}]


def test_the_leaders_decision_comes_first_until_it_is_in_place(tool: Page, roadmap: Roadmap) -> None:
    begin, weakest = beginning(roadmap), roadmap.plan.steps[1]
    answer(tool, statements(roadmap, 1)[0], "stemmer-ikke")
    now = tool.locator("[data-now] > li")
    expect(now.first).to_contain_text(begin)
    suggested = now.locator("[data-link]").all_inner_texts()
    assert not any(roadmap.measure(text.split()[0]).requires for text in suggested)
    now.first.get_by_role("button", name=f"Dette er på plass ({begin}").click()
    status = tool.locator("[data-suggestions-status]")
    expect(status).to_contain_text(
        f"{begin} er merket som på plass. Merket er lagret i «Vår plan», men tiltaket er ikke tatt inn"
    )
    ready = [re.escape(f"{one.id} {one.title}") for one in ready_after(roadmap, begin, weakest.letter)]
    expect(now.first.locator("[data-link]")).to_have_text(re.compile("|".join(ready)))
    waited = tool.locator("[data-now] > li", has_text=f"Det tiltaket krever, er i gang eller på plass: {begin}")
    expect(waited).not_to_have_count(0)
    tool.get_by_role("button", name="Angre", exact=True).last.click()
    expect(now.first).to_contain_text(begin)


def test_a_measure_goes_into_the_plan(tool: Page, roadmap: Roadmap) -> None:
    answer(tool, statements(roadmap)[0], "stemmer-ikke")
    begin = beginning(roadmap)
    tool.get_by_role("button", name=f"Legg til i planen ({begin}").click()
    link = tool.locator("[data-now]").get_by_role("link", name=f"Ligger i planen – vis ({begin}")
    expect(link).to_be_visible()
    tool.reload()
    expect(link).to_be_visible()
    plans = tool.evaluate("Object.keys(localStorage).filter(key => key.startsWith('veikart:plan:'))")
    plan = json.loads(tool.evaluate("key => localStorage.getItem(key)", plans[0]))
    assert plan["data"]["measures"][begin]["chosen"] is True


def test_the_chosen_role_comes_first_among_the_same(tool: Page, roadmap: Roadmap) -> None:
    begin = beginning(roadmap)
    step, measure, role = next(
        (step, one, role)
        for step in roadmap.plan.steps
        for ready in [ready_after(roadmap, begin, step.letter)]
        for one in reversed(ready)
        for role in roadmap.plan.roles
        if [other for other in ready if role.id in {*other.actors, *other.useful_for}] == [one]
    )
    for statement in step.self_assessment:
        answer(tool, statement.id, "stemmer-ikke")
    tool.get_by_role("button", name=f"Dette er på plass ({begin}").click()
    tool.get_by_label("Vis først det som angår").select_option(role.id)
    first = tool.locator("[data-now] > li").first
    expect(first).to_contain_text(f"{measure.id} {measure.title}")
    expect(first).to_contain_text(f"Det angår rollen dere valgte: {role.name.lower()}.")
