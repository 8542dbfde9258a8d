"""The meeting on a large screen: a chapter at a time, for all in the room to read."""

from __future__ import annotations

from pathlib import Path

import pymupdf
import pytest
from playwright.sync_api import Page, expect

from roadmap.content.model import Roadmap
from roadmap.field_names import field_name
from tests.browser.meeting.page import TOOL, asked, fill

pytestmark = [pytest.mark.site, pytest.mark.browser]

ENTER, LEAVE = "Vis på storskjerm", "Avslutt storskjerm (Esc)"
SIZES = [(1280, 720), (1440, 900)]


@pytest.fixture
def large(tool: Page) -> Page:
    tool.set_viewport_size({"width": 1280, "height": 720})
    tool.get_by_role("button", name=ENTER).click()
    return tool


def is_large(page: Page) -> bool:
    """Whether the button leads out of it, and not into it."""
    leads_out = page.get_by_role("button", name=LEAVE).is_visible()
    assert leads_out != page.get_by_role("button", name=ENTER).is_visible()
    return leads_out


def chapters_in_sight(page: Page) -> list[str]:
    return [heading.inner_text() for heading in page.locator(".meeting h2").all() if heading.is_visible()]


def titles(roadmap: Roadmap) -> list[str]:
    return [f"{chapter.chapter} {chapter.title}" for chapter in roadmap.chapters]


def font_size(page: Page, selector: str) -> float:
    return float(page.locator(selector).first.evaluate("(one) => parseFloat(getComputedStyle(one).fontSize)"))


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_one_chapter_at_a_time_is_read_from_the_back_of_the_room(
    width: int, height: int, tool: Page, roadmap: Roadmap
) -> None:
    tool.set_viewport_size({"width": width, "height": height})
    tool.get_by_role("button", name=ENTER).click()
    for title in titles(roadmap):
        assert chapters_in_sight(tool) == [title]
        questions = tool.locator(".meeting-chapter:not([hidden]) > .meeting-question--starred")
        for question in questions.all():
            expect(question.get_by_role("heading")).to_be_in_viewport(ratio=1)
            expect(question.get_by_role("textbox")).to_be_in_viewport()
        next_ = tool.get_by_role("button", name="Neste kapittel")
        if title != titles(roadmap)[-1]:
            next_.click()
        else:
            expect(next_).to_be_hidden()
    assert font_size(tool, ".meeting-chapter:not([hidden]) .meeting-question h3") >= 32
    assert font_size(tool, ".meeting-chapter:not([hidden]) .meeting-question textarea") >= 20


def test_nothing_but_the_meeting_is_in_sight(large: Page) -> None:
    for role in ("banner", "contentinfo"):
        expect(large.get_by_role(role)).to_be_hidden()
    for name in (
        ".section-nav",
        "[data-document-bar]",
        ".meeting-pdf__choose",
        ".meeting-about",
        "#notat",
        "#sjekkliste",
    ):
        expect(large.locator(name)).to_be_hidden()
    bar = large.locator("[data-clock]").bounding_box()
    assert bar
    assert bar["width"] > 0.9 * 1280
    assert bar["height"] < 720 / 5


def test_the_way_out_is_in_sight_and_the_tab_keeps_what_it_shows(large: Page, roadmap: Roadmap) -> None:
    large.get_by_role("button", name="Neste kapittel").click()
    expect(large.get_by_role("button", name=LEAVE)).to_be_in_viewport(ratio=1)
    large.reload()
    assert is_large(large)
    assert chapters_in_sight(large) == titles(roadmap)[1:2]
    other = large.context.new_page()
    other.goto(large.url)
    assert not is_large(other)
    other.close()
    large.keyboard.press("Escape")
    assert not is_large(large)
    expect(large.get_by_role("banner")).to_be_visible()
    large.reload()
    assert not is_large(large)


def test_the_keyboard_changes_chapters_but_not_while_somebody_writes(large: Page, roadmap: Roadmap) -> None:
    names = titles(roadmap)
    large.keyboard.press("ArrowRight")
    assert chapters_in_sight(large) == names[1:2]
    expect(large.get_by_role("heading", name=names[1]).first).to_be_focused()
    large.keyboard.press("ArrowLeft")
    large.keyboard.press("ArrowLeft")
    assert chapters_in_sight(large) == names[:1]
    field = large.locator(f'[name="{field_name("svar", roadmap.chapter_questions(roadmap.chapters[0])[0].id)}"]')
    field.fill("ab")
    for key in ("ArrowLeft", "x", "ArrowRight", "y", "PageDown", "PageUp"):
        large.keyboard.press(key)
    expect(field).to_have_value("axby")
    assert chapters_in_sight(large) == names[:1]


def test_a_clicker_goes_through_a_long_chapter_before_the_next(large: Page, roadmap: Roadmap) -> None:
    names = titles(roadmap)
    # So low that every chapter is longer than the screen.
    large.set_viewport_size({"width": 1280, "height": 400})
    large.get_by_role("button", name="Neste kapittel").click()
    large.evaluate(
        "void (window.scrolled = new Promise((done) => addEventListener('scrollend', done, { once: true })))"
    )
    large.keyboard.press("PageDown")
    # A page that still scrolls goes on from where it was on its way to.
    large.evaluate("window.scrolled.then(() => {})")
    assert chapters_in_sight(large) == names[1:2]
    large.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    large.keyboard.press("PageDown")
    assert chapters_in_sight(large) == names[2:3]
    expect(large.get_by_role("heading", name=names[2]).first).to_be_in_viewport()


def test_the_clock_goes_along_to_the_next_chapter_and_not_back(large: Page, roadmap: Roadmap) -> None:
    names = titles(roadmap)
    large.get_by_role("button", name="Start klokka").click()
    large.get_by_role("button", name="Neste kapittel").click()
    expect(large.locator("[data-clock-chapter]")).to_have_text(names[1])
    large.get_by_role("button", name="Forrige kapittel").click()
    assert chapters_in_sight(large) == names[:1]
    expect(large.locator("[data-clock-chapter]")).to_have_text(names[1])
    large.keyboard.press("ArrowRight")
    assert chapters_in_sight(large) == names[1:2]
    expect(large.locator("[data-clock-chapter]")).to_have_text(names[1])


def test_what_is_written_stays_through_it_all(large: Page, roadmap: Roadmap) -> None:
    field = large.locator(f'[name="{field_name("svar", asked(roadmap)[0].id)}"]')
    field.fill("Skrevet på storskjerm")
    large.keyboard.press("Escape")
    expect(field).to_have_value("Skrevet på storskjerm")
    expect(field).to_be_focused()
    expect(field).to_be_in_viewport()
    expect(large.locator("[data-minutes-shown]")).to_contain_text("Skrevet på storskjerm")


def test_escape_in_a_dialog_keeps_the_meeting_large(large: Page, roadmap: Roadmap) -> None:
    large.locator(f'[name="{field_name("svar", asked(roadmap)[0].id)}"]').fill("Ring 912 34 567")
    large.keyboard.press("Control+s")
    expect(large.get_by_role("dialog")).to_be_visible()
    large.keyboard.press("Escape")
    expect(large.get_by_role("dialog")).to_be_hidden()
    assert is_large(large)


def test_what_the_reader_looks_at_stays_when_the_meeting_gets_large(tool: Page, roadmap: Roadmap) -> None:
    tool.set_viewport_size({"width": 1920, "height": 1080})
    tool.get_by_role("button", name="Start klokka").click()
    chapter = f"#kapittel-{roadmap.chapters[-1].chapter}"
    tool.locator(chapter).get_by_role("button", name="Still klokka hit").click()
    for name in (ENTER, LEAVE):
        tool.get_by_role("button", name=name).click()
        expect(tool.locator(f"{chapter}-tittel")).to_be_in_viewport()


def test_it_is_printed_as_always(large: Page, roadmap: Roadmap, tmp_path: Path) -> None:
    fill(large, {field_name("svar", asked(roadmap)[0].id): "Bare dette"})
    large.pdf(path=tmp_path / "notat.pdf")
    with pymupdf.open(tmp_path / "notat.pdf") as document:
        text = " ".join(" ".join(page.get_text() for page in document).split())
        sizes = {span["size"] for page in document for span in spans(page)}
    assert "Notat fra møtet om video i pasientforløpet" in text
    assert "Bare dette" in text
    assert "Neste kapittel" not in text
    assert max(sizes) < 20


def spans(page: pymupdf.Page) -> list[dict[str, float]]:
    blocks = page.get_text("dict")["blocks"]
    return [span for block in blocks for line in block.get("lines", []) for span in line["spans"]]


def test_a_browser_that_does_not_save_says_so_there_too(page: Page, roadmap: Roadmap) -> None:
    page.add_init_script("Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError'); };")
    page.goto(TOOL)
    page.get_by_role("button", name=ENTER).click()
    page.locator(f'[name="{field_name("svar", asked(roadmap)[0].id)}"]').fill("Noe")
    expect(page.locator("[data-document-bar]")).to_be_visible()
