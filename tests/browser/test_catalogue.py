"""Filtering the catalogue and the lists, with the keyboard, from the address and back again."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect

from roadmap.content.model import Effort, Phase, Roadmap
from roadmap.site.static_server import served
from tests.browser.addresses import measure_page
from tests.conftest import ROOT, build_small, copy_project
from tests.site.test_listings import tell
from tests.test_mistakes import spoil

pytestmark = [pytest.mark.site, pytest.mark.browser]


def shown(page: Page) -> Locator:
    return page.locator(".measures > li:visible")


def status(page: Page) -> Locator:
    return page.locator("[data-filter] [role=status]")


@dataclass(frozen=True)
class Choice:
    """An effort, a phase in which some of the measures have it, but not all that do, and how many that leaves."""

    effort: Effort
    phase: Phase
    of_effort: int
    of_both: int


@pytest.fixture
def choice(roadmap: Roadmap) -> Choice:
    """One that leaves fewer at each step."""
    places = [(roadmap.effort(one), roadmap.phase_of(roadmap.step_of(one))) for one in roadmap.measures]
    efforts = [effort for effort, _ in places]
    return next(
        Choice(effort, phase, efforts.count(effort), places.count((effort, phase)))
        for effort, phase in places
        if places.count((effort, phase)) < efforts.count(effort) < len(places)
    )


@pytest.fixture
def count(roadmap: Roadmap) -> int:
    """How many measures there are."""
    return len(roadmap.measures)


@pytest.fixture
def nothing(roadmap: Roadmap) -> str:
    """The address of the list filtered by a phase, and by a step of another."""
    step = roadmap.plan.steps[-1]
    other = next(phase for phase in roadmap.plan.phases if phase.number != step.phase)
    return f"/tiltak/?fase={other.number}&steg={step.letter}"


def test_choices_combine_stand_in_the_address_and_are_announced(page: Page, choice: Choice, count: int) -> None:
    page.goto("/tiltak/")
    expect(status(page)).to_have_text(f"{count} tiltak")
    effort, phase = choice.effort.id, choice.phase.number
    page.get_by_label("Arbeidsmengde").select_option(effort)
    expect(shown(page)).to_have_count(choice.of_effort)
    expect(status(page)).to_have_text(f"{choice.of_effort} av {count} tiltak")
    page.get_by_label("Fase").select_option(str(phase))
    expect(page).to_have_url(re.compile(rf"/tiltak/\?fase={phase}&arbeid={effort}$"))
    expect(page.locator(".phase:visible")).to_have_count(1)
    expect(shown(page)).to_have_count(choice.of_both)
    expect(status(page)).to_have_text(f"{choice.of_both} av {count} tiltak")
    # On paper too, where nobody sees the fields.
    page.emulate_media(media="print")
    names = page.locator(".filter__names")
    expect(names).to_contain_text(f"{phase} {choice.phase.title}, {choice.effort.name}")
    expect(names).to_be_visible()
    expect(page.get_by_label("Fase")).to_be_hidden()
    page.emulate_media(media="screen")
    assert page.locator(f".measures > li:visible:not([data-arbeid={effort}][data-fase='{phase}'])").count() == 0


def test_a_choice_says_how_many_it_would_leave_beside_the_others(page: Page, roadmap: Roadmap) -> None:
    measure = roadmap.measures[-1]
    page.goto(f"/tiltak/?arbeid={roadmap.effort(measure).id}")
    option = page.get_by_label("Steg").locator(f"option[value={measure.letter}]")
    told = re.search(r"\((\d+)\)$", option.text_content() or "")
    assert told
    page.get_by_label("Steg").select_option(measure.letter)
    expect(shown(page)).to_have_count(int(told[1]))


def test_back_undoes_a_choice_and_forward_makes_it_again(page: Page, roadmap: Roadmap, count: int) -> None:
    first, last = roadmap.plan.steps[0], roadmap.plan.steps[-1]
    of_first, of_last = (len(roadmap.step_measures(step)) for step in (first, last))
    page.goto("/tiltak/")
    page.get_by_label("Steg").select_option(first.letter)
    page.get_by_label("Steg").select_option(last.letter)
    expect(shown(page)).to_have_count(of_last)
    page.go_back()
    expect(page.get_by_label("Steg")).to_have_value(first.letter)
    expect(shown(page)).to_have_count(of_first)
    page.go_back()
    expect(shown(page)).to_have_count(count)
    page.go_forward()
    expect(shown(page)).to_have_count(of_first)


def test_the_keyboard_alone_chooses_and_clears(page: Page, roadmap: Roadmap, count: int) -> None:
    page.goto("/tiltak/")
    page.get_by_label("Steg").focus()
    page.keyboard.press("ArrowDown")
    expect(page.locator("[data-filter] summary")).to_have_text("Filtrer (1 valgt)")
    expect(shown(page)).to_have_count(len(roadmap.step_measures(roadmap.plan.steps[0])))
    page.get_by_role("button", name="Nullstill filtrene").press("Enter")
    expect(shown(page)).to_have_count(count)
    expect(page.locator("[data-filter] summary")).to_be_focused()
    assert page.url.endswith("/tiltak/")


def test_an_address_with_unknown_values_is_read_as_far_as_it_is_known(page: Page, roadmap: Roadmap) -> None:
    role = roadmap.measures[0].actors[0]
    page.goto(f"/tiltak/?steg=%3Cscript%3E&hvem={role}&fase=99&annet=noe")
    expect(page.get_by_label("Steg")).to_have_value("")
    expect(page.get_by_label("Hvem som gjør jobben")).to_have_value(role)
    expect(page.locator("[data-filter] summary")).to_have_text("Filtrer (1 valgt)")


def test_where_nothing_fits_that_is_said_and_can_be_cleared(page: Page, nothing: str, count: int) -> None:
    page.goto(nothing)
    expect(status(page)).to_have_text(f"0 av {count} tiltak")
    expect(page.get_by_text("Ingen tiltak passer til alt dere har valgt.")).to_be_visible()
    expect(page.locator(".phase:visible")).to_have_count(0)
    page.get_by_role("button", name="Nullstill filtrene").click()
    expect(page.get_by_text("Ingen tiltak passer")).to_be_hidden()
    expect(shown(page)).to_have_count(count)


def test_on_a_phone_the_filter_lies_folded_over_the_list(page: Page, roadmap: Roadmap, count: int) -> None:
    step = roadmap.plan.steps[0]
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(f"/tiltak/?steg={step.letter}")
    expect(page.get_by_label("Steg")).to_be_hidden()
    expect(status(page)).to_have_text(f"{len(roadmap.step_measures(step))} av {count} tiltak")
    page.locator("[data-filter] summary").click()
    expect(page.get_by_label("Steg")).to_have_value(step.letter)


def test_without_scripts_the_whole_list_stands_and_no_filter(
    page_without_scripts: Page, roadmap: Roadmap, count: int
) -> None:
    page_without_scripts.goto(f"/tiltak/?steg={roadmap.plan.steps[0].letter}")
    expect(shown(page_without_scripts)).to_have_count(count)
    expect(page_without_scripts.locator("[data-filter]")).to_be_hidden()


@pytest.fixture(scope="module")
def many_stories(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small site with 150 stories, two of them of another measure than the rest."""
    project = copy_project(tmp_path_factory.mktemp("many") / "project", ROOT / "tests/tree")
    tell(project / "content", 149)
    spoil(project / "content", "stories/historie-148.md", "review_by: 2030-01-01", "review_by: 2022-01-01")
    for number in range(2):
        spoil(project / "content", f"stories/historie-{number:03}.md", "measures: [A1]", "measures: [B1]")
    result = build_small(project)
    assert result.returncode == 0, result.stderr
    return project / "site"


def test_a_list_is_filtered_from_its_data(many_stories: Path, browser: Browser) -> None:
    with served(many_stories) as address, browser.new_context(base_url=address) as context:
        page = context.new_page()
        page.goto("/suksesshistorier/")
        expect(status(page)).to_have_text("150 suksesshistorier")
        page.goto("/suksesshistorier/?tiltak=B1")
        cards = page.locator("[data-filtered] .card")
        expect(cards.get_by_role("heading")).to_have_text(["Historie 001", "Historie 000"])
        expect(status(page)).to_have_text("2 av 150 suksesshistorier")
        cards.first.get_by_role("link").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Historie 001")
        page.go_back()
        expect(page.get_by_label("Tiltak", exact=True)).to_have_value("B1")
        page.get_by_role("button", name="Nullstill filtrene").click()
        expect(page.locator("[data-unfiltered] .card:visible")).to_have_count(20)


def test_without_scripts_a_list_stands_as_it_is(many_stories: Path, browser: Browser) -> None:
    with served(many_stories) as address, browser.new_context(base_url=address, java_script_enabled=False) as context:
        page = context.new_page()
        page.goto("/suksesshistorier/?tiltak=B1")
        expect(page.locator("[data-filter]")).to_be_hidden()
        expect(page.locator(".card:visible")).to_have_count(20)


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
        expect(page.locator(".card:visible")).to_have_count(148)
        expect(page.get_by_role("button", name="Vis flere")).to_be_hidden()
        expect(page.locator(".card:visible a").last).to_have_text("En historie")


def test_a_box_in_the_picture_leads_to_its_measure(page: Page, roadmap: Roadmap) -> None:
    measure = roadmap.measures[-1]
    page.goto("/veikart/")
    page.locator("svg").get_by_role("link", name=f"{measure.id} ").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text(measure.id)


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
@pytest.mark.parametrize("kind", ["picture", "nothing fits", "list", "measure"])
def test_axe_finds_nothing(page: Page, roadmap: Roadmap, nothing: str, kind: str, width: int, theme: str) -> None:
    measure = roadmap.measures[0].id
    of_examples = next((one for example in roadmap.examples for one in example.measures), measure)
    paths = {
        "picture": "/veikart/",
        "nothing fits": nothing,
        "list": f"/eksempler/?tiltak={of_examples}",
        "measure": measure_page(measure),
    }
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme="dark" if theme == "dark" else "light")
    page.goto(paths[kind])
    results = Axe().run(page, options={"resultTypes": ["violations"], "preload": False})
    assert results.violations_count == 0, results.generate_report()
