"""Why a measure is suggested: because of a statement that it helps with."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from roadmap.content.model import Roadmap
from tests.browser.assessment.page import all_statements, answer, answer_in_text

pytestmark = [pytest.mark.site, pytest.mark.browser]


def test_the_reason_is_a_statement_that_the_measure_helps_with(tool: Page, roadmap: Roadmap) -> None:
    # A measure that no statement names is suggested because of its step.
    helped = {item.text: item.measures for item in all_statements(roadmap)}
    for item in all_statements(roadmap):
        answer(tool, item.id, "stemmer-ikke")
    weakest = answer_in_text(roadmap, "stemmer-ikke")
    cards = tool.locator(":is([data-now], [data-next]) > li")
    expect(cards.first).to_be_visible()
    for card in cards.all():
        measure = card.locator("[data-link]").inner_text().split()[0]
        [reason] = card.locator("[data-reasons] li", has_text=f"er svaret {weakest} på").all_inner_texts()
        text = reason.split(" på «", 1)[1].removesuffix("»")
        assert measure in helped[text] or not any(measure in measures for measures in helped.values())
