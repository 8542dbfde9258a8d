"""How many statements of each step hold, where the weakest answer alone would make all steps alike."""

from __future__ import annotations

from pathlib import Path

import pymupdf
import pytest
from playwright.sync_api import Page, expect

from roadmap.content.model import Roadmap
from tests.browser.assessment.page import all_statements, answer, answer_name, name_of, statements

pytestmark = [pytest.mark.site, pytest.mark.browser]


@pytest.fixture
def alike(tool: Page, roadmap: Roadmap) -> Page:
    """Every step has one statement that is not true, and the first step no other."""
    for place in range(len(roadmap.plan.steps)):
        first, *others = statements(roadmap, place)
        answer(tool, first, "stemmer-ikke")
        for other in others:
            answer(tool, other, "stemmer" if place else "stemmer-ikke")
    return tool


def test_each_step_says_how_many_of_its_statements_hold(alike: Page, roadmap: Roadmap) -> None:
    rows = alike.locator("[data-steps] tr")
    for place in range(len(roadmap.plan.steps)):
        asked = len(statements(roadmap, place))
        expect(rows.nth(place)).to_contain_text(f"{asked - 1 if place else 0} av {asked} stemmer")
    expect(alike.locator(".state-road--rows")).to_contain_text(f"0 av {len(statements(roadmap))} stemmer")


def test_what_does_not_apply_is_not_counted_and_what_nobody_answered_says_nothing(tool: Page, roadmap: Roadmap) -> None:
    first, *others = statements(roadmap)
    answer(tool, first, "gjelder-ikke")
    for other in others:
        answer(tool, other, "stemmer")
    rows = tool.locator("[data-steps] tr")
    expect(rows.first).to_contain_text(f"{len(others)} av {len(others)} stemmer")
    expect(rows.nth(1)).not_to_contain_text("stemmer")


def test_where_all_steps_are_as_weak_the_sentences_tell_what_is_near(alike: Page, roadmap: Roadmap) -> None:
    steps, findings = roadmap.plan.steps, alike.locator("[data-findings]")
    asked = len(all_statements(roadmap))
    holding = asked - len(steps) - len(statements(roadmap)) + 1
    expect(findings).to_contain_text(f"Ingen av de {len(steps)} stegene som er vurdert, er på plass ennå.")
    expect(findings).to_contain_text(f"Til sammen stemmer {holding} av {asked} påstander.")
    near = findings.locator("li", has_text="Bare én påstand mangler i hvert av disse stegene")
    expect(near).to_contain_text(f"{name_of(steps[1])}, {name_of(steps[2])}")
    expect(near).to_contain_text(f" og {len(steps) - 6} til.")
    expect(near).not_to_contain_text(name_of(steps[-1]))
    expect(findings).not_to_contain_text(name_of(steps[0]))


def test_the_counts_are_printed_with_the_picture_and_with_the_answers(
    alike: Page, roadmap: Roadmap, tmp_path: Path
) -> None:
    alike.pdf(path=tmp_path / "ark.pdf", format="A4", prefer_css_page_size=True)
    with pymupdf.open(tmp_path / "ark.pdf") as document:
        first, *others = [" ".join(page.get_text().split()) for page in document]
    count = f"0 av {len(statements(roadmap))} stemmer"
    assert count in first
    assert f"{name_of(roadmap.plan.steps[0])}: {answer_name(roadmap, 'stemmer-ikke')}. {count}." in " ".join(others)
