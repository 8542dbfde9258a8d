"""The form by the keyboard alone, for axe, without scripts and on paper, and on no other page."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product
from pathlib import Path

import pymupdf
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from roadmap.site.static_server import served
from tests.browser.story_form.page import ADDRESS, FORM, HARD, TEXT, check, fill

pytestmark = [pytest.mark.site, pytest.mark.browser]


def test_the_keyboard_alone_writes_and_checks(github: Page) -> None:
    github.get_by_label("Tittel").focus()
    keyboard = github.keyboard
    for text in ("Vi fikk det til", "Vi prøvde video, og fortsatte.", TEXT.replace("\n\n", " "), HARD):
        keyboard.insert_text(text)
        keyboard.press("Tab")
    for key in ("ArrowDown", "Tab", "ArrowDown", "Tab", "ArrowDown", "Tab"):
        keyboard.press(key)
    expect(github.get_by_label("Dato")).to_be_focused()
    github.get_by_role("checkbox", name="A1").focus()
    keyboard.press("Space")
    github.get_by_role("radio", name="Ingen kan kjennes igjen").focus()
    keyboard.press("Space")
    keyboard.press("Tab")
    expect(github.get_by_label("Når noen skal lese")).to_be_focused()
    keyboard.press("Tab")
    expect(github.get_by_role("button", name="Kontroller")).to_be_focused()
    keyboard.press("Enter")
    expect(github.locator("[data-done]")).to_be_focused()


@pytest.mark.parametrize("state", ["empty", "filled", "wrong", "read"])
def test_axe_finds_nothing_and_nothing_is_cut(github: Page, state: str) -> None:
    github.emulate_media(reduced_motion="reduce")
    if state == "filled":
        fill(github)
        check(github)
    if state == "read":
        fill(github)
        github.get_by_role("button", name="Vis historien slik den leses").click()
    if state == "wrong":
        github.get_by_role("radio", name="Noen kan kjennes igjen").check()
        check(github)
    github.locator("form summary").click()
    for width, theme in product((320, 1280), ("light", "dark")):
        github.set_viewport_size({"width": width, "height": 900})
        github.emulate_media(color_scheme=theme)  # type: ignore[arg-type]
        results = Axe().run(github, options={"resultTypes": ["violations"], "preload": False})
        assert results.violations_count == 0, results.generate_report()
        assert github.evaluate("document.documentElement.scrollWidth") <= width


def test_without_scripts_it_says_what_to_do_instead(small_sites: Callable[..., Path], browser: Browser) -> None:
    site = small_sites(REPO_URL="https://github.com/hmn/veikart", CONTACT=ADDRESS)
    with served(site) as address, browser.new_context(java_script_enabled=False, base_url=address) as context:
        page = context.new_page()
        page.goto(FORM)
        expect(page.get_by_text("Skjemaet virker bare der nettleseren kan kjøre skript.")).to_be_visible()
        expect(page.locator("form[data-story-form]")).to_be_hidden()
        links = [link.get_attribute("href") for link in page.locator("article a").all()]
        assert f"mailto:{ADDRESS}" in links
        assert "https://github.com/hmn/veikart/issues/new?template=historie.yml" in links


def test_on_paper_it_is_a_form_to_fill_in_by_hand(github: Page, tmp_path: Path) -> None:
    file = tmp_path / "ark.pdf"
    github.pdf(path=file)
    with pymupdf.open(file) as sheets:
        text = "\n".join(sheet.get_text() for sheet in sheets)
        assert len(sheets) == 2
    for label in ("Tittel", "Hva som var vanskelig", "Hvor samtykket er arkivert", "Fyll ut arket"):
        assert label in text
    for only_on_screen in ("Kontroller", "Last ned fila", "Finn tiltak", "Lukker dere siden"):
        assert only_on_screen not in text


def test_on_paper_what_is_written_is_a_story_to_read(github: Page, tmp_path: Path) -> None:
    fill(github, title="Vi fikk <b>det</b> & til")
    github.get_by_label("Dato").fill("november 2026")
    file = tmp_path / "historie.pdf"
    github.pdf(path=file)
    with pymupdf.open(file) as sheets:
        text = " ".join(" ".join(sheet.get_text() for sheet in sheets).split())
        assert len(sheets) == 1
    told = ("Vi fikk <b>det</b> & til", "Vi prøvde video, og fortsatte.", "Det som var vanskelig", HARD, "1.11.2026")
    for written in (*told, "A1 Begynn", "Ingen kan kjennes igjen", "Somatikk"):
        assert written in text
    for of_the_form in ("Fyll ut arket", "Skriv en historie", "Kontroller", "kan stå tom", "B1", "Skriv ut"):
        assert of_the_form not in text


def test_no_other_page_carries_the_form(small_sites: Callable[..., Path]) -> None:
    site = small_sites()
    carrying = [file for file in site.rglob("*.html") if "assets/story-" in file.read_text(encoding="utf-8")]
    assert carrying == [site / "suksesshistorier/skriv/index.html"]
