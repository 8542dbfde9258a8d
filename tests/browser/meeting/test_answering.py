"""A meeting answers the guide on screen."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from roadmap.content.model import Roadmap
from roadmap.field_names import field_name
from roadmap.guide.form import form_fields
from tests.browser.meeting.page import asked, deciding_sheet, fill, filled, kept

pytestmark = [pytest.mark.site, pytest.mark.browser]


def test_every_field_of_the_guide_is_in_the_page(tool: Page, roadmap: Roadmap) -> None:
    names = set(tool.eval_on_selector_all("[data-answers] [name]", "all => all.map((one) => one.name)"))
    assert names == {field.name for field in form_fields(roadmap)}


def test_answers_are_there_again_after_a_reload(tool: Page, roadmap: Roadmap) -> None:
    answers = filled(roadmap)
    fill(tool, answers)
    tool.reload()
    for name, value in answers.items():
        if name.startswith(("valg/", "krav/")):
            expect(tool.locator(f'[name="{name}"][value="{value}"]')).to_be_checked()
        else:
            expect(tool.locator(f'[name="{name}"]')).to_have_value(value)
    first = [field_name("svar", one.id) for one in asked(roadmap) if one.chapter == roadmap.chapters[0].chapter]
    answered = len(answers.keys() & first)
    expect(tool.locator("[data-section-state]").first).to_contain_text(f"{answered} av {len(first)}")


def test_a_choice_can_be_taken_back(tool: Page, roadmap: Roadmap) -> None:
    question = next(question for question in roadmap.questions if roadmap.question_options(question))
    fill(tool, {field_name("valg", question.id): roadmap.question_options(question)[0]})
    tool.locator(f'[data-clear="valg/{question.id}"]').click()
    assert kept(tool, "meeting")[0]["data"]["answers"] == {}
    expect(tool.locator(f'[name="valg/{question.id}"]').first).to_be_focused()


def test_what_was_done_can_be_undone(tool: Page, roadmap: Roadmap) -> None:
    first, second = (tool.locator(f'[name="{field_name("svar", one.id)}"]') for one in asked(roadmap)[:2])
    first.fill("Først")
    second.fill("Noe")
    tool.get_by_role("button", name="Angre").click()
    expect(second).to_have_value("")
    expect(first).to_have_value("Først")
    tool.get_by_role("button", name="Gjør om").click()
    expect(second).to_have_value("Noe")


def test_empty_rows_come_as_they_are_needed(tool: Page, roadmap: Roadmap) -> None:
    sheet = deciding_sheet(roadmap)
    rows = roadmap.worksheet_rows(sheet)
    first = [tool.locator(f'[name="{field_name("ark", sheet.id, row.id, sheet.columns[0].id)}"]') for row in rows]
    for at, field in enumerate(first):
        expect(field).to_be_visible()
        assert [one.is_visible() for one in first[at + 1 :]] == [False] * len(first[at + 1 :])
        field.fill(f"Kontakt {at}")
    tool.reload()
    assert all(field.is_visible() for field in first)


def test_what_can_tell_who_somebody_is_gets_a_warning_in_the_field(tool: Page, roadmap: Roadmap) -> None:
    field = tool.locator(f'[name="{field_name("svar", asked(roadmap)[0].id)}"]')
    field.fill("Ring 912 34 567")
    expect(tool.locator(".private-warning")).to_contain_text("Dette kan røpe hvem noen er")
    field.fill("Ring sentralbordet")
    expect(tool.locator(".private-warning")).to_have_count(0)


def test_measures_of_the_questions_are_added_to_the_plan(tool: Page, roadmap: Roadmap) -> None:
    question = next(question for question in roadmap.questions if question.measures)
    fill(tool, {field_name("svar", question.id): "Ja"})
    measure = roadmap.measure(question.measures[0])
    button = tool.locator("[data-measures-answered]").get_by_role("button", name=f"{measure.id} {measure.title}")
    button.click()
    expect(tool.locator("[data-measures-status]")).to_have_text(f"{measure.id} er lagt til i «Vår plan».")
    expect(button).to_have_text("Står i planen")
    expect(button).to_be_focused()
    assert [plan["data"]["measures"][measure.id]["chosen"] for plan in kept(tool, "plan")] == [True]
    tool.reload()
    expect(button).to_have_text("Står i planen")
