"""The statements without an answer, alone."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from roadmap.content.model import Roadmap
from tests.browser.assessment.page import all_statements, answer, file_of, first_statements, statements, violations

pytestmark = [pytest.mark.site, pytest.mark.browser]


def ask_for_the_rest(page: Page) -> None:
    page.locator("[data-open-only]").press("Enter")


def statement(page: Page, id_: str) -> Locator:
    return page.locator(f"#pastand-{id_}")


def test_only_those_without_an_answer_are_shown_and_none_goes_while_somebody_answers(
    tool: Page, roadmap: Roadmap
) -> None:
    first, second, third = first_statements(roadmap)
    count = len(all_statements(roadmap))
    answer(tool, first, "stemmer")
    button = tool.locator("[data-open-only]")
    expect(button).to_have_text(f"Vis bare de {count - 1} ubesvarte")
    ask_for_the_rest(tool)
    expect(statement(tool, first)).to_be_hidden()
    expect(tool.locator("[data-open-status]")).to_contain_text("Nå står bare de ubesvarte påstandene her.")
    answer(tool, second, "stemmer-ikke")
    expect(statement(tool, second)).to_be_visible()
    expect(button).to_have_text(f"Vis bare de {count - 2} ubesvarte")
    assert violations(tool) == []
    ask_for_the_rest(tool)
    expect(button).to_be_focused()
    expect(statement(tool, second)).to_be_hidden()
    # What was answered is open again.
    tool.keyboard.press("Control+z")
    expect(statement(tool, second)).to_be_visible()
    expect(statement(tool, first)).to_be_hidden()
    expect(statement(tool, third)).to_be_visible()
    tool.get_by_role("button", name="Vis alle påstandene").click()
    expect(statement(tool, first)).to_be_visible()
    expect(tool.locator("[data-open-status]")).to_be_empty()


def test_a_step_with_nothing_left_is_put_away_until_something_leads_there(tool: Page, roadmap: Roadmap) -> None:
    for id_ in statements(roadmap):
        answer(tool, id_, "stemmer")
    tool.get_by_role("button", name="Fold sammen alle stegene").click()
    ask_for_the_rest(tool)
    expect(tool.locator("[data-step-part]").first).to_be_hidden()
    expect(statement(tool, statements(roadmap, 1)[0])).to_be_visible()
    tool.evaluate("id => { location.hash = `#pastand-${id}`; }", statements(roadmap)[0])
    expect(statement(tool, statements(roadmap)[0])).to_be_visible()


def test_whoever_goes_back_to_mend_a_note_comes_to_it_where_its_statement_was_put_away(
    tool: Page, roadmap: Roadmap
) -> None:
    first = statements(roadmap)[0]
    answer(tool, first, "stemmer")
    statement(tool, first).locator("summary").click()
    tool.locator(f"#notat-{first}").fill("Ring pasienten på 912 34 567")
    ask_for_the_rest(tool)
    tool.get_by_role("button", name="Last ned", exact=True).click()
    tool.get_by_role("button", name="Gå tilbake og rett").click()
    expect(tool.locator(f"#notat-{first}")).to_be_focused()


def test_the_sheet_to_answer_on_has_also_what_is_put_away(tool: Page, roadmap: Roadmap) -> None:
    first = statements(roadmap)[0]
    answer(tool, first, "stemmer")
    ask_for_the_rest(tool)
    tool.locator("[data-assessment]").evaluate("tool => tool.setAttribute('data-sheet', '')")
    tool.emulate_media(media="print")
    expect(statement(tool, first)).to_be_visible()


def test_a_group_with_a_common_answer_sees_what_it_has_left(tool: Page, roadmap: Roadmap) -> None:
    first, second, _ = first_statements(roadmap)
    people = [{first: "stemmer", second: "stemmer"}, {first: "stemmer", second: "stemmer-ikke"}]
    files = [file_of(given, f"2026-11-0{day}T10:00:00.000Z") for day, given in enumerate(people, 1)]
    tool.get_by_label("Velg filer med svar").set_input_files(files)
    tool.get_by_role("button", name="Lag et felles svar").click()
    expect(tool.locator("[data-people-status]")).to_contain_text("Der kan dere vise bare de ubesvarte.")
    ask_for_the_rest(tool)
    expect(statement(tool, first)).to_be_hidden()
    expect(statement(tool, second)).to_be_visible()
