"""The clock of the meeting."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from roadmap.content.model import Roadmap
from roadmap.field_names import field_name
from tests.browser.meeting.page import BEGIN, TOOL, asked

pytestmark = [pytest.mark.site, pytest.mark.browser]


def clock_at(page: Page) -> tuple[str, str, str]:
    parts = ("[data-clock-chapter]", "[data-clock-left]", "[data-clock-meeting]")
    chapter, left, meeting = (page.locator(part).inner_text() for part in parts)
    return chapter, left, meeting


def test_the_clock_goes_by_the_time_of_day(page: Page, roadmap: Roadmap) -> None:
    first, second = roadmap.chapters[:2]
    whole = roadmap.guide_front.minutes
    page.clock.install(time=BEGIN)
    page.goto(TOOL)
    assert clock_at(page) == ("Klokka er ikke startet.", "", f"Møtet: {whole} min igjen.")
    page.get_by_role("button", name="Start klokka").click()
    page.get_by_role("button", name="+5 min").click()
    page.clock.run_for("02:30")
    expected = (
        f"{first.chapter} {first.title}",
        f"{first.minutes + 3} min igjen",
        f"Møtet: {whole - 2} min igjen. Kapitlene som gjenstår, mangler 5 min.",
    )
    assert clock_at(page) == expected
    page.get_by_role("button", name="Pause").click()
    page.clock.run_for("30:00")
    page.reload()
    assert clock_at(page) == expected
    page.get_by_role("button", name="Fortsett").click()
    page.get_by_role("button", name="+5 min").click()
    page.get_by_role("button", name="+1 min").click()
    assert clock_at(page)[1] == f"{first.minutes + 9} min igjen"
    page.get_by_role("button", name="Neste kapittel").click()
    expect(page.get_by_role("heading", name=f"{second.chapter} {second.title}").first).to_be_focused()
    page.get_by_role("button", name="+5 min").click()
    assert clock_at(page)[:2] == (f"{second.chapter} {second.title}", f"{second.minutes + 5} min igjen")
    page.clock.fast_forward("01:10")
    page.reload()
    assert clock_at(page)[1] == f"{second.minutes + 4} min igjen"


LISTEN = """() => {
    globalThis.said = [];
    for (const element of document.querySelectorAll("[role=status], [aria-live]")) {
        const listener = new MutationObserver(() => said.push(element.textContent));
        listener.observe(element, { childList: true, characterData: true, subtree: true });
    }
}"""


def test_a_chapter_that_runs_over_is_told_of_once_and_calmly(page: Page, roadmap: Roadmap) -> None:
    first = roadmap.chapters[0]
    page.clock.install(time=BEGIN)
    page.goto(TOOL)
    page.evaluate(LISTEN)
    page.get_by_role("button", name="Start klokka").click()
    page.clock.run_for((first.minutes * 60 - 1) * 1000)
    assert page.evaluate("said") == []
    assert clock_at(page)[1] == "Under 1 min igjen"
    page.clock.run_for("05:00")
    over = f"Tiden for kapittel {first.chapter} er ute. Skriv det som gjenstår, på listen «Uavklart», og gå videre."
    assert page.evaluate("said") == [over]
    assert clock_at(page)[1] == "4 min over tiden"
    assert "Kapitlene som gjenstår, mangler 5 min." in clock_at(page)[2]
    page.get_by_role("link", name="Uavklart").click()
    expect(page.locator("#ark-uavklart")).to_be_in_viewport()
    page.get_by_role("button", name="Neste kapittel").click()
    assert page.evaluate("said") == [over, ""]


def test_the_last_chapter_has_no_next(page: Page, roadmap: Roadmap) -> None:
    page.clock.install(time=BEGIN)
    page.goto(TOOL)
    page.get_by_role("button", name="Start klokka").click()
    for _ in roadmap.chapters[1:]:
        page.get_by_role("button", name="Neste kapittel").click()
    expect(page.get_by_role("button", name="Neste kapittel")).to_be_hidden()
    expect(page.get_by_role("button", name="Pause")).to_be_visible()
    page.clock.run_for((roadmap.chapters[-1].minutes + 1) * 60 * 1000)
    expect(page.locator("[data-clock-said]")).to_contain_text("Les opp avtalene")
    page.get_by_role("button", name="Pause").click()
    page.get_by_role("button", name="Nullstill").click()
    assert clock_at(page)[0] == "Klokka er ikke startet."
    expect(page.get_by_role("button", name="Start klokka")).to_be_focused()


@pytest.mark.parametrize(("width", "height"), [(390, 800), (1440, 900), (1920, 1080)])
def test_the_next_chapter_comes_to_stand_right_below_the_clock(
    width: int, height: int, tool: Page, roadmap: Roadmap
) -> None:
    tool.set_viewport_size({"width": width, "height": height})
    tool.get_by_role("button", name="Start klokka").click()
    for chapter in roadmap.chapters[1:]:
        tool.get_by_role("button", name="Neste kapittel").click()
        heading = tool.locator(f"#kapittel-{chapter.chapter}-tittel")
        expect(heading).to_be_focused()
        bar, place = tool.locator("[data-clock]").bounding_box(), heading.bounding_box()
        assert bar and place
        assert 0 <= place["y"] - (bar["y"] + bar["height"]) < 40


def test_the_clock_stays_in_sight_and_is_small_on_a_phone(tool: Page, roadmap: Roadmap) -> None:
    tool.set_viewport_size({"width": 390, "height": 800})
    tool.get_by_role("button", name="Start klokka").click()
    tool.locator(f"#kapittel-{roadmap.chapters[-1].chapter}-tittel").scroll_into_view_if_needed()
    bar = tool.locator("[data-clock]").bounding_box()
    assert bar is not None
    assert 0 <= bar["y"] < 2
    assert bar["height"] < 800 / 5


def test_undo_is_of_what_people_wrote_and_never_of_the_clock(page: Page, roadmap: Roadmap) -> None:
    second = roadmap.chapters[1]
    answers = [page.locator(f'[name="{field_name("svar", one.id)}"]') for one in asked(roadmap)[:2]]
    page.clock.install(time=BEGIN)
    page.goto(TOOL)
    page.locator("[data-clock-run]").click()
    undo = page.locator("[data-document-undo]")
    expect(undo).to_be_disabled()
    answers[0].fill("Først")
    page.clock.run_for("10:00")
    page.locator("[data-clock-next]").click()
    answers[1].fill("Så")
    page.clock.run_for("01:30")
    before = clock_at(page)
    assert before[0] == f"{second.chapter} {second.title}"
    for answer in reversed(answers):
        undo.click()
        expect(answer).to_have_value("")
        assert clock_at(page) == before
    expect(undo).to_be_disabled()
    page.locator("[data-document-redo]").click()
    expect(answers[0]).to_have_value("Først")
    assert clock_at(page) == before
