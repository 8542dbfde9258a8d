"""Filtering the catalogue and the lists, with the keyboard, from the address and back again."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect

from tests.conftest import ROOT, build_small, copy_project
from tests.site.test_listings import tell
from tests.test_mistakes import spoil

pytestmark = [pytest.mark.site, pytest.mark.browser]


def shown(page: Page) -> Locator:
    return page.locator(".measures > li:visible")


def status(page: Page) -> Locator:
    return page.locator("[data-filter] [role=status]")


def test_choices_combine_stand_in_the_address_and_are_announced(page: Page) -> None:
    page.goto("/tiltak/")
    expect(status(page)).to_have_text("29 tiltak")
    page.get_by_label("Arbeidsmengde").select_option("liten")
    small = shown(page).count()
    assert 0 < small < 29
    expect(status(page)).to_have_text(f"{small} av 29 tiltak")
    page.get_by_label("Fase").select_option("2")
    expect(page).to_have_url(re.compile(r"/tiltak/\?fase=2&arbeid=liten$"))
    expect(page.locator(".phase:visible")).to_have_count(1)
    both = shown(page).count()
    assert 0 < both < small
    expect(status(page)).to_have_text(f"{both} av 29 tiltak")
    # On paper too, where nobody sees the fields.
    page.emulate_media(media="print")
    expect(page.locator(".filter__names")).to_have_text(re.compile("2 .+, Liten"))
    expect(page.locator(".filter__names")).to_be_visible()
    expect(page.get_by_label("Fase")).to_be_hidden()
    page.emulate_media(media="screen")
    assert page.locator(".measures > li:visible:not([data-arbeid=liten][data-fase='2'])").count() == 0


def test_a_choice_says_how_many_it_would_leave_beside_the_others(page: Page) -> None:
    page.goto("/tiltak/?arbeid=stor")
    option = page.get_by_label("Steg").locator("option[value=B]")
    told = re.search(r"\((\d+)\)$", option.text_content() or "")
    assert told
    page.get_by_label("Steg").select_option("B")
    expect(shown(page)).to_have_count(int(told[1]))


def test_back_undoes_a_choice_and_forward_makes_it_again(page: Page) -> None:
    page.goto("/tiltak/")
    page.get_by_label("Steg").select_option("E")
    page.get_by_label("Steg").select_option("K")
    expect(shown(page)).to_have_count(2)
    page.go_back()
    expect(page.get_by_label("Steg")).to_have_value("E")
    expect(shown(page)).to_have_count(4)
    page.go_back()
    expect(shown(page)).to_have_count(29)
    page.go_forward()
    expect(shown(page)).to_have_count(4)


def test_the_keyboard_alone_chooses_and_clears(page: Page) -> None:
    page.goto("/tiltak/")
    page.get_by_label("Steg").focus()
    page.keyboard.press("ArrowDown")
    expect(page.locator("[data-filter] summary")).to_have_text("Filtrer (1 valgt)")
    expect(shown(page)).to_have_count(4)
    page.get_by_role("button", name="Nullstill filtrene").press("Enter")
    expect(shown(page)).to_have_count(29)
    expect(page.locator("[data-filter] summary")).to_be_focused()
    assert page.url.endswith("/tiltak/")


def test_an_address_with_unknown_values_is_read_as_far_as_it_is_known(page: Page) -> None:
    page.goto("/tiltak/?steg=%3Cscript%3E&hvem=leder&fase=9&annet=noe")
    expect(page.get_by_label("Steg")).to_have_value("")
    expect(page.get_by_label("Hvem som gjør jobben")).to_have_value("leder")
    expect(page.locator("[data-filter] summary")).to_have_text("Filtrer (1 valgt)")


def test_where_nothing_fits_that_is_said_and_can_be_cleared(page: Page) -> None:
    page.goto("/tiltak/?fase=1&steg=K")
    expect(status(page)).to_have_text("0 av 29 tiltak")
    expect(page.get_by_text("Ingen tiltak passer til alt dere har valgt.")).to_be_visible()
    expect(page.locator(".phase:visible")).to_have_count(0)
    page.get_by_role("button", name="Nullstill filtrene").click()
    expect(page.get_by_text("Ingen tiltak passer")).to_be_hidden()
    expect(shown(page)).to_have_count(29)


def test_on_a_phone_the_filter_lies_folded_over_the_list(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto("/tiltak/?steg=E")
    expect(page.get_by_label("Steg")).to_be_hidden()
    expect(status(page)).to_have_text("4 av 29 tiltak")
    page.locator("[data-filter] summary").click()
    expect(page.get_by_label("Steg")).to_have_value("E")


def test_without_scripts_the_whole_list_stands_and_no_filter(page_without_scripts: Page) -> None:
    page_without_scripts.goto("/tiltak/?steg=E")
    expect(shown(page_without_scripts)).to_have_count(29)
    expect(page_without_scripts.locator("[data-filter]")).to_be_hidden()
    page_without_scripts.goto("/eksempler/?tiltak=H3")
    expect(page_without_scripts.locator("[data-filter]")).to_be_hidden()
    assert page_without_scripts.locator(".card:visible").count() > 1


def test_a_list_is_filtered_from_its_data(page: Page) -> None:
    page.goto("/eksempler/")
    expect(page.locator("[data-filter]")).to_be_visible()
    everything = page.locator(".card:visible").count()
    expect(status(page)).to_have_text(f"{everything} eksempler")
    page.goto("/eksempler/?tiltak=H3")
    cards = page.locator("[data-filtered] .card")
    expect(cards.first).to_be_visible()
    assert cards.count() < everything
    expect(status(page)).to_have_text(f"{cards.count()} av {everything} eksempler")
    title = cards.first.locator("h2").text_content()
    cards.first.get_by_role("link").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(title or "")
    page.go_back()
    expect(page.get_by_label("Tiltak", exact=True)).to_have_value("H3")
    page.get_by_role("button", name="Nullstill filtrene").click()
    expect(page.locator("[data-unfiltered] .card:visible")).to_have_count(everything)


@pytest.fixture(scope="module")
def many_stories(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small site with 150 stories, to be opened as files."""
    project = copy_project(tmp_path_factory.mktemp("many") / "project", ROOT / "tests/tree")
    tell(project / "content", 149)
    spoil(project / "content", "stories/historie-148.md", "review_by: 2030-01-01", "review_by: 2022-01-01")
    result = build_small(project)
    assert result.returncode == 0, result.stderr
    return project / "site"


def test_from_any_page_of_a_list_all_of_it_is_filtered_even_from_files(many_stories: Path, browser: Browser) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.goto((many_stories / "suksesshistorier/side/3/index.html").as_uri())
        expect(status(page)).to_have_text("150 suksesshistorier")
        page.get_by_label("Tiltak", exact=True).select_option("A1")
        expect(page.locator(".card:visible")).to_have_count(20)
        expect(page.get_by_role("navigation", name="Sider i listen")).to_be_hidden()
        overdue = page.locator(".card:visible", has_text="Skulle vært lest gjennom på nytt innen 1. januar 2022.")
        expect(overdue).to_have_count(1)
        expect(overdue).to_contain_text("Historie 148")
        first = page.locator(".card:visible a").first
        expect(first).to_have_text("Historie 148")
        assert first.get_attribute("href") == (many_stories / "suksesshistorier/historie-148").as_uri() + "/"
        for count in (40, 60, 80, 100, 120):
            page.get_by_role("button", name="Vis flere").press("Enter")
            expect(page.locator(".card:visible")).to_have_count(count)
        expect(page.locator(".card:visible a").nth(100)).to_be_focused()
        page.get_by_role("button", name="Vis flere").click()
        page.get_by_role("button", name="Vis flere").click()
        expect(page.locator(".card:visible")).to_have_count(150)
        expect(page.get_by_role("button", name="Vis flere")).to_be_hidden()
        expect(page.locator(".card:visible a").last).to_have_text("En historie")


def test_a_box_in_the_picture_leads_to_its_measure(page: Page) -> None:
    page.goto("/veikart/")
    page.locator("svg").get_by_role("link", name="K1 ").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("K1")


def test_the_wide_picture_scrolls_by_itself_with_the_keyboard(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto("/veikart/")
    frame = page.get_by_role("group", name="Bilde av hva tiltakene krever")
    frame.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("box => box.scrollLeft > 0", arg=frame.element_handle())
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("path", ["/veikart/", "/tiltak/?fase=1&steg=K", "/eksempler/?tiltak=H3", "/tiltak/a3/"])
def test_axe_finds_nothing(page: Page, path: str, width: int, theme: str) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme="dark" if theme == "dark" else "light")
    page.goto(path)
    results = Axe().run(page, options={"resultTypes": ["violations"], "preload": False})
    assert results.violations_count == 0, results.generate_report()
