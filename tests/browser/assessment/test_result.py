"""What the answers come to: the steps, and then beside now."""

from __future__ import annotations

from itertools import cycle

import pytest
from playwright.sync_api import Page, expect

from roadmap.content.model import Roadmap
from tests.browser.assessment.page import (
    answer,
    answer_in_text,
    answer_name,
    chosen,
    file_of,
    name_of,
    statements,
    violations,
)

pytestmark = [pytest.mark.site, pytest.mark.browser]


def test_a_step_is_as_weak_as_its_weakest_statement_in_the_picture_and_in_the_table(
    tool: Page, roadmap: Roadmap
) -> None:
    weak, strong, open_ = range(1, 4)
    for statement, id_ in zip(statements(roadmap, weak), cycle(["stemmer", "stemmer-delvis"]), strict=False):
        answer(tool, statement, id_)
    for statement in statements(roadmap, strong):
        answer(tool, statement, "stemmer")
    for statement, id_ in zip(statements(roadmap, open_), cycle(["stemmer", "vet-ikke"]), strict=False):
        answer(tool, statement, id_)
    rows = tool.locator("[data-steps] tr")
    expect(rows.nth(weak)).to_contain_text(answer_name(roadmap, "stemmer-delvis"))
    expect(rows.nth(strong)).to_contain_text("Alle påstandene stemmer.")
    expect(rows.nth(open_)).to_contain_text("Åpent")
    expect(rows.nth(0)).to_contain_text("Ikke besvart")
    description = tool.locator(".state-road--rows desc").text_content() or ""
    for index, step in enumerate(roadmap.plan.steps):
        state = rows.nth(index).locator(".state > span").first.inner_text()
        assert f"{step.letter} {step.title}: {state}." in description
    findings = tool.locator("[data-findings]")
    expect(findings).to_contain_text(
        f"Sterkest, med {answer_in_text(roadmap, 'stemmer')} som svakeste svar: {name_of(roadmap.plan.steps[strong])}."
    )
    expect(findings).to_contain_text(
        f"Svakest, med {answer_in_text(roadmap, 'stemmer-delvis')} som svakeste svar: "
        f"{name_of(roadmap.plan.steps[weak])}."
    )


def test_then_and_now_are_compared_from_a_file(tool: Page, roadmap: Roadmap) -> None:
    for statement in statements(roadmap):
        answer(tool, statement, "stemmer")
    before = dict.fromkeys(statements(roadmap), "stemmer-ikke")
    tool.get_by_label("eller med en fil").set_input_files(file_of(before, name="Våren"))
    step = roadmap.plan.steps[0]
    row = tool.locator("[data-steps] tr").first
    true, false = (answer_name(roadmap, id_) for id_ in ("stemmer", "stemmer-ikke"))
    expect(row).to_contain_text(false)
    expect(row).to_contain_text("↑ sterkere")
    expect(tool.locator("[data-moves-steps]")).to_contain_text(f"Sterkere: {name_of(step)}.")
    expect(tool.locator("[data-moves-statements] tr")).to_have_count(len(before))
    expect(tool.locator(".assessment-result__others")).to_be_hidden()
    description = tool.locator(".state-road--rows desc").text_content() or ""
    assert f"{name_of(step)}: {true}, før {false}, sterkere." in description
    assert violations(tool) == []
    tool.get_by_label("Sammenlign med").select_option("Ingenting")
    expect(tool.locator("[data-moves]").first).to_be_hidden()
    tool.get_by_label("eller med en fil").set_input_files(chosen("rot.json", "ikke json"))
    expect(tool.locator("[data-earlier-status]")).not_to_be_empty()
