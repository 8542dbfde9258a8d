"""The guide on a phone: a chapter at a time, and the rows of its worksheets folded away while they are empty."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from roadmap.content.model import Chapter, Roadmap, Worksheet
from roadmap.field_names import field_name
from tests.browser.meeting.page import TOOL, asked

pytestmark = [pytest.mark.site, pytest.mark.browser]

HEIGHT = "document.documentElement.scrollHeight"


@pytest.fixture
def phone(page: Page) -> Page:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(TOOL)
    return page


def titled_sheet(roadmap: Roadmap) -> tuple[Chapter, Worksheet]:
    """A worksheet whose rows have titles, which are not those of questions."""
    asked = {question.id for question in roadmap.questions}
    return next(
        (chapter, sheet)
        for chapter in roadmap.chapters
        for sheet in roadmap.chapter_worksheets(chapter)
        if (row := roadmap.worksheet_rows(sheet)[0]).title and row.id not in asked
    )


def chapter_in_sight(page: Page) -> str:
    (chapter,) = [one for one in page.locator("[data-answers] > section").all() if one.is_visible()]
    return chapter.get_attribute("id") or ""


def listed(page: Page, chapter: Chapter) -> Locator:
    return page.get_by_role("navigation", name="Kapitlene i møtet").get_by_role("listitem").nth(chapter.chapter - 1)


def test_the_first_sight_is_less_than_half_of_the_whole(phone: Page) -> None:
    short = phone.evaluate(HEIGHT)
    phone.get_by_role("button", name="Vis alle kapitlene").click()
    assert short < phone.evaluate(HEIGHT) / 2
    phone.reload()
    phone.get_by_role("button", name="Vis ett kapittel om gangen").click()
    assert phone.evaluate(HEIGHT) == short


def test_the_chapters_are_walked_one_by_one(phone: Page, roadmap: Roadmap) -> None:
    first, second = roadmap.chapters[:2]
    assert chapter_in_sight(phone) == f"kapittel-{first.chapter}"
    phone.get_by_role("button", name=f"Neste: {second.chapter} {second.title}").click()
    assert chapter_in_sight(phone) == f"kapittel-{second.chapter}"
    expect(phone.locator(f"#kapittel-{second.chapter}-tittel")).to_be_focused()
    expect(phone.locator(f"#kapittel-{second.chapter}-tittel")).to_be_in_viewport()
    phone.reload()
    assert chapter_in_sight(phone) == f"kapittel-{second.chapter}"
    phone.get_by_role("button", name=f"Forrige: {first.chapter} {first.title}").click()
    assert chapter_in_sight(phone) == f"kapittel-{first.chapter}"


def test_links_and_the_browsers_own_search_lead_to_what_is_out_of_sight(phone: Page, roadmap: Roadmap) -> None:
    chapter = roadmap.chapters[-1]
    listed(phone, chapter).get_by_role("link").click()
    assert chapter_in_sight(phone) == f"kapittel-{chapter.chapter}"
    expect(phone.locator(f"#kapittel-{chapter.chapter}-tittel")).to_be_in_viewport()
    phone.goto(f"{TOOL}#sjekkliste")
    assert chapter_in_sight(phone) == "sjekkliste"
    second = f"kapittel-{roadmap.chapters[1].chapter}"
    hidden = phone.locator(f"#{second}")
    assert hidden.get_attribute("hidden") == "until-found"
    hidden.dispatch_event("beforematch")
    assert chapter_in_sight(phone) == second


def test_the_list_tells_what_stands_in_chapters_out_of_sight(phone: Page, roadmap: Roadmap) -> None:
    chapter, sheet = titled_sheet(roadmap)
    listed(phone, chapter).get_by_role("link").click()
    row = roadmap.worksheet_rows(sheet)[0]
    phone.get_by_role("button", name=row.title).click()
    for column in sheet.columns[1:3]:
        phone.locator(f'[name="{field_name("ark", sheet.id, row.id, column.id)}"]').fill("Noe")
    expect(listed(phone, chapter)).to_contain_text("2 andre felt er fylt ut")


def test_rows_with_a_title_are_folded_away_while_they_are_empty(phone: Page, roadmap: Roadmap) -> None:
    chapter, sheet = titled_sheet(roadmap)
    listed(phone, chapter).get_by_role("link").click()
    row, other = roadmap.worksheet_rows(sheet)[:2]
    field = phone.locator(f'[name="{field_name("ark", sheet.id, row.id, sheet.columns[1].id)}"]')
    fold = phone.get_by_role("button", name=f"{row.title} ikke fylt ut")
    expect(fold).to_have_attribute("aria-expanded", "false")
    expect(field).to_be_hidden()
    fold.press("Enter")
    phone.keyboard.press("Tab")
    expect(field).to_be_focused()
    phone.keyboard.type("Ja")
    filled = phone.get_by_role("button", name=f"{row.title} 1 av {len(sheet.columns) - 1} fylt ut")
    expect(filled).to_have_attribute("aria-expanded", "true")
    phone.reload()
    expect(field).to_be_visible()
    expect(phone.get_by_role("button", name=f"{other.title} ikke fylt ut")).to_be_visible()
    filled.click()
    expect(field).to_be_hidden()
    expect(filled).to_be_visible()


def test_on_a_wide_screen_all_stands_open(tool: Page, roadmap: Roadmap) -> None:
    _, sheet = titled_sheet(roadmap)
    row = roadmap.worksheet_rows(sheet)[0]
    expect(tool.locator(f'[name="{field_name("ark", sheet.id, row.id, sheet.columns[1].id)}"]')).to_be_visible()
    expect(tool.get_by_role("button", name=row.title)).to_have_count(0)


def test_questions_for_those_who_have_time_are_not_folded_away_with_an_answer(tool: Page, roadmap: Roadmap) -> None:
    settled = {row.id for sheet in roadmap.worksheets for row in sheet.rows}
    question = next(one for one in roadmap.questions if not one.starred and one.id not in settled)
    field = tool.locator(f'[name="{field_name("svar", question.id)}"]')
    expect(field).to_be_hidden()
    field.evaluate("(one) => { one.closest('details').open = true; }")
    field.fill("Noe")
    tool.reload()
    expect(field).to_be_visible()


@pytest.mark.parametrize("width", [390, 1440])
def test_what_is_not_settled_is_written_down_and_the_meeting_goes_on_where_it_was(
    width: int, page: Page, roadmap: Roadmap
) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    page.goto(TOOL)
    page.get_by_role("button", name="Start klokka").click()
    answer = page.locator(f'[name="{field_name("svar", asked(roadmap)[0].id)}"]')
    answer.fill("Vi er ikke enige")
    page.get_by_role("link", name="noe uavklart").click()
    expect(page.locator("#ark-uavklart")).to_be_in_viewport()
    page.keyboard.type("Hvem ringer?")
    page.get_by_role("button", name="Tilbake dit dere var").click()
    expect(answer).to_be_focused()
    expect(answer).to_be_in_viewport()
    expect(page.get_by_role("button", name="Tilbake dit dere var")).to_be_hidden()
    expect(page.locator("[data-minutes-shown]")).to_contain_text("Hvem ringer?")
    page.get_by_role("link", name="noe uavklart").click()
    page.keyboard.type("Og når?")
    expect(page.locator("[data-minutes-shown]")).to_contain_text("Og når?")
    expect(page.locator("[data-minutes-shown]")).to_contain_text("Hvem ringer?")


def test_a_warning_out_of_sight_is_gone_back_to(phone: Page, roadmap: Roadmap) -> None:
    field = phone.locator(f'[name="{field_name("svar", asked(roadmap)[0].id)}"]')
    field.fill("Ring 912 34 567")
    listed(phone, roadmap.chapters[-1]).get_by_role("link").click()
    phone.keyboard.press("Control+s")
    phone.get_by_role("button", name="Gå tilbake og rett").click()
    expect(field).to_be_focused()
