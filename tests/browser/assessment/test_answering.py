"""Answering the statements, step by step."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from roadmap.content.model import Roadmap
from tests.browser.assessment.page import HOSTILE, all_statements, answer, checked, first_statements, statements

pytestmark = [pytest.mark.site, pytest.mark.browser]


def test_answers_and_notes_are_still_there_after_a_reload(tool: Page, roadmap: Roadmap) -> None:
    first, second, third = first_statements(roadmap)
    answer(tool, first, "stemmer-ikke")
    answer(tool, second, "vet-ikke")
    tool.locator(f"#pastand-{third} summary").click()
    tool.locator(f"#notat-{third}").fill(HOSTILE)
    tool.get_by_label("Enhet", exact=True).fill(HOSTILE)
    tool.keyboard.press("Enter")
    tool.reload()
    assert [checked(tool, item) for item in (first, second, third)] == ["stemmer-ikke", "vet-ikke", None]
    expect(tool.locator(f"#notat-{third}")).to_have_value(HOSTILE)
    expect(tool.get_by_label("Enhet", exact=True)).to_have_value(HOSTILE)
    expect(tool.get_by_text(f"2 av {len(all_statements(roadmap))} påstander er besvart")).to_be_visible()
    expect(tool.locator("[data-about]")).to_contain_text(HOSTILE)


def test_an_answer_can_be_taken_back_and_undone(tool: Page, roadmap: Roadmap) -> None:
    first = statements(roadmap)[0]
    answer(tool, first, "stemmer")
    tool.locator(f"#pastand-{first}").get_by_role("button", name="Fjern svaret").click()
    assert checked(tool, first) is None
    tool.keyboard.press("Control+z")
    assert checked(tool, first) == "stemmer"


def test_steps_with_nothing_left_to_answer_are_folded_but_never_under_the_hands(tool: Page, roadmap: Roadmap) -> None:
    parts = tool.locator("[data-step-part]")
    for statement in statements(roadmap):
        answer(tool, statement, "stemmer")
    expect(parts.first).to_have_attribute("open", "")
    tool.reload()
    expect(parts.first).not_to_have_attribute("open", "")
    expect(parts.first).to_contain_text(f"{len(statements(roadmap))} av {len(statements(roadmap))} besvart")
    expect(parts.nth(1)).to_have_attribute("open", "")
    # By keyboard, and by a link to a statement that is folded away.
    parts.first.locator("> summary").focus()
    tool.keyboard.press("Enter")
    expect(tool.locator(f"#pastand-{statements(roadmap)[0]}")).to_be_visible()
    tool.keyboard.press("Enter")
    expect(tool.locator(f"#pastand-{statements(roadmap)[0]}")).to_be_hidden()
    tool.evaluate("id => { location.hash = `#pastand-${id}`; }", statements(roadmap)[0])
    expect(tool.locator(f"#pastand-{statements(roadmap)[0]}")).to_be_visible()
