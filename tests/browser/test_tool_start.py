"""«Hva kan vi starte med nå?» as people use it: marking, falling back, filtering, on the keyboard, on paper."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.test_accessibility import EVERYTHING

pytestmark = [pytest.mark.site, pytest.mark.browser]

# The places of the choices that a measure has.
NOT_BEGUN, BEGUN, DONE = 0, 1, -1


class Roadmap:
    """What the page knows of the measures, so that tests hold after any edit of them."""

    def __init__(self, page: Page) -> None:
        self.measures: list[dict[str, Any]] = page.evaluate("roadmapData.measures")
        self.ids = [measure["id"] for measure in self.measures]
        self.requires = {measure["id"]: set(measure["requires"]) for measure in self.measures}
        self.title = {measure["id"]: measure["title"] for measure in self.measures}

    def ready(self, done: Iterable[str], begun: Iterable[str] = ()) -> list[str]:
        """What can start, in the order of the roadmap."""
        done = set(done)
        return [one for one in self.ids if one not in {*done, *begun} and self.requires[one] <= done]

    def steps(self, measures: Iterable[str]) -> list[str]:
        """The steps of measures, in the order of the roadmap."""
        wanted = set(measures)
        return list(dict.fromkeys(one["step"] for one in self.measures if one["id"] in wanted))

    @property
    def first(self) -> str:
        """The measure that requires nothing and opens for the most."""
        return max(self.ready(()), key=lambda one: len(self.ready([one])))


def opened(page: Page) -> Roadmap:
    page.goto("/start/")
    return Roadmap(page)


def row(page: Page, measure: str) -> Locator:
    return page.locator(f"[data-measure='{measure}']")


def choice(page: Page, measure: str, status: int) -> Locator:
    return row(page, measure).get_by_role("radio", include_hidden=True).nth(status)


def unfold(page: Page, measure: str) -> None:
    """Opens the step that a measure lies in."""
    step = page.locator("[data-step]", has=row(page, measure))
    if step.get_attribute("open") is None:
        step.locator("summary").click()


def mark(page: Page, measure: str, status: int) -> None:
    unfold(page, measure)
    choice(page, measure, status).check()


def unfolded(page: Page) -> list[str]:
    return [step.get_attribute("data-step") or "" for step in page.locator("[data-step][open]").all()]


def shown_in(page: Page, part: str) -> list[str]:
    return [text.split()[0] for text in page.locator(f"[data-{part}] [data-title]").all_inner_texts()]


def test_what_can_start_is_what_requires_only_what_is_done(page: Page) -> None:
    roadmap = opened(page)
    assert shown_in(page, "ready") == roadmap.ready([])
    mark(page, roadmap.first, DONE)
    expected = roadmap.ready([roadmap.first])
    assert shown_in(page, "ready") == expected
    expect(page.locator("[data-shown]")).to_have_text(re.compile(f"^({len(expected)}|Ett) tiltak kan starte nå$"))
    said = page.locator("[data-said]")
    expect(said).to_contain_text(f"{roadmap.first} er på plass. Nå kan dere også starte med")
    for one in roadmap.ids:
        item = row(page, one)
        if one in expected:
            expect(item.locator("[data-state]")).to_have_text("Kan starte nå")
        elif one != roadmap.first:
            expect(item.locator("[data-state]")).to_be_hidden()
            expect(item.locator("[data-requires]")).to_contain_text("Venter på")
            unfold(page, one)
            waits = item.locator("[data-required]:visible a")
            missing = roadmap.requires[one] - {roadmap.first}
            assert {text.split()[0] for text in waits.all_inner_texts()} == missing
            assert all(re.search(r"/tiltak/\w+/$", link.get_attribute("href") or "") for link in waits.all())


def test_what_was_marked_is_there_after_a_reload_and_can_fall_back(page: Page) -> None:
    roadmap = opened(page)
    mark(page, roadmap.first, DONE)
    page.reload()
    expect(choice(page, roadmap.first, DONE)).to_be_checked()
    assert shown_in(page, "ready") == roadmap.ready([roadmap.first])
    mark(page, roadmap.first, BEGUN)
    expect(page.locator("[data-said]")).to_contain_text(f"venter nå på {roadmap.first}.")
    assert shown_in(page, "ready") == roadmap.ready([], begun=[roadmap.first])
    assert shown_in(page, "begun") == [roadmap.first]
    page.get_by_role("button", name="Angre").click()
    assert shown_in(page, "ready") == roadmap.ready([roadmap.first])
    expect(choice(page, roadmap.first, DONE)).to_be_checked()


def test_something_done_too_early_is_said_gently_and_counts(page: Page) -> None:
    roadmap = opened(page)
    early = next(one for one in roadmap.ids if roadmap.requires[one])
    mark(page, early, DONE)
    expect(page.locator("[data-said]")).to_contain_text("Kanskje er det gjort likevel?")
    expect(row(page, early)).to_contain_text("Krever også dette, som ikke er merket som på plass:")
    missing = row(page, early).locator("[data-required]:visible")
    assert {text.split()[0] for text in missing.all_inner_texts()} == roadmap.requires[early]
    for required in roadmap.requires[early]:
        mark(page, required, DONE)
    expect(row(page, early).locator("[data-requires]")).to_be_hidden()
    expect(missing).to_have_count(0)


def test_the_filter_leaves_what_a_role_does_of_a_size(page: Page) -> None:
    roadmap = opened(page)
    mark(page, roadmap.first, DONE)
    like = roadmap.measures[0]
    role, effort = like["actors"][0], like["effort"]
    page.get_by_label("Hvem som gjør jobben").select_option(role)
    page.get_by_label("Arbeidsmengde").select_option(effort)
    wanted = {one["id"] for one in roadmap.measures if role in one["actors"] and one["effort"] == effort}
    ready = roadmap.ready([roadmap.first])
    assert shown_in(page, "ready") == [one for one in ready if one in wanted]
    visible = [item.get_attribute("data-measure") for item in page.locator("[data-measure]:not([hidden])").all()]
    assert visible == [one for one in roadmap.ids if one in wanted]
    shown = len([one for one in ready if one in wanted])
    expect(page.locator("[data-shown]")).to_have_text(f"{shown} av {len(ready)} tiltak som kan starte nå")
    page.get_by_role("button", name="Vis alle igjen").click()
    expect(page.get_by_label("Hvem som gjør jobben")).to_be_focused()
    assert shown_in(page, "ready") == ready
    expect(page.get_by_role("button", name="Vis alle igjen")).to_be_hidden()


def test_steps_where_everything_waits_are_folded_and_open_when_something_can_start(page: Page) -> None:
    roadmap = opened(page)
    assert unfolded(page) == roadmap.steps(roadmap.ready([]))
    folded = page.locator("[data-step]:not([open])").last
    letter = folded.get_attribute("data-step") or ""
    expect(folded.locator("summary")).to_contain_text("venter på")
    folded.locator("summary").press("Enter")
    mark(page, roadmap.first, DONE)
    ready = roadmap.ready([roadmap.first])
    # What somebody opened stays open.
    assert set(unfolded(page)) == {*roadmap.steps([roadmap.first, *ready]), letter}
    page.reload()
    assert unfolded(page) == roadmap.steps([roadmap.first, *ready])
    mark(page, roadmap.first, NOT_BEGUN)
    assert unfolded(page) == roadmap.steps([roadmap.first, *ready])


def test_all_steps_are_opened_and_folded_by_one_button(page: Page) -> None:
    roadmap = opened(page)
    page.get_by_role("button", name="Åpne alle stegene").press("Enter")
    assert unfolded(page) == roadmap.steps(roadmap.ids)
    fold = page.get_by_role("button", name="Fold sammen alle stegene")
    expect(fold).to_be_focused()
    fold.press("Enter")
    assert unfolded(page) == []


def test_what_waits_can_be_put_into_the_plan(page: Page) -> None:
    roadmap = opened(page)
    waiting = next(one for one in roadmap.ids if roadmap.requires[one])
    unfold(page, waiting)
    row(page, waiting).get_by_role("button", name="Legg til i planen").click()
    expect(page.locator("[data-said]")).to_have_text(f"{waiting} ligger nå i planen.")
    expect(row(page, waiting).get_by_role("link", name="Ligger i planen")).to_be_focused()
    ready = row(page, roadmap.ready([])[0])
    expect(ready.get_by_role("button", name="Legg til i planen")).to_be_hidden()


def test_nothing_to_start_says_why(page: Page) -> None:
    roadmap = opened(page)
    for one in roadmap.ready([]):
        mark(page, one, BEGUN)
    expect(page.locator("[data-ready-none]")).to_have_text(re.compile("^Ingen nye tiltak er klare"))
    for one in roadmap.ids:
        mark(page, one, DONE)
    expect(page.locator("[data-ready-none]")).to_have_text(re.compile("^Alle tiltakene er på plass"))


def test_the_keyboard_alone_marks_filters_and_puts_into_the_plan(page: Page) -> None:
    roadmap = opened(page)
    choice(page, roadmap.first, NOT_BEGUN).focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    expect(choice(page, roadmap.first, DONE)).to_be_focused()
    assert shown_in(page, "ready") == roadmap.ready([roadmap.first])
    page.keyboard.press("Control+z")
    assert shown_in(page, "begun") == [roadmap.first]
    page.keyboard.press("Control+Shift+z")
    page.get_by_label("Arbeidsmengde").focus()
    page.keyboard.press("ArrowDown")
    page.get_by_role("button", name="Vis alle igjen").press("Enter")
    item = page.locator("[data-ready] > li").first
    item.get_by_role("button", name="Legg til i planen").press("Enter")
    expect(item.get_by_role("link", name="Ligger i planen")).to_be_focused()


def test_a_row_leads_to_its_measure_wherever_it_is_pressed(page: Page) -> None:
    roadmap = opened(page)
    item = page.locator("[data-ready] > li").first
    box = item.bounding_box()
    assert box
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] - 6)
    expect(page).to_have_url(re.compile(f"/tiltak/{roadmap.ready([])[0].lower()}/$"))


def test_the_picture_says_where_each_measure_stands_and_leads_to_it(page: Page) -> None:
    roadmap = opened(page)
    other = roadmap.ready([roadmap.first])[0]
    mark(page, roadmap.first, DONE)
    mark(page, other, BEGUN)
    first, second = roadmap.title[roadmap.first], roadmap.title[other]
    picture = page.get_by_role("group", name="Tiltakene, og hva hvert av dem krever")
    expect(picture.get_by_role("link", name=f"{roadmap.first} ✓ {first}. På plass", exact=True)).to_be_visible()
    box = picture.get_by_role("link", name=f"{other} … {second}. I gang", exact=True)
    box.press("Enter")
    expect(page).to_have_url(re.compile(f"/tiltak/{other.lower()}/$"))


def test_another_tab_sees_what_is_marked(page: Page) -> None:
    roadmap = opened(page)
    other = page.context.new_page()
    other.goto("/start/")
    mark(page, roadmap.first, DONE)
    expect(choice(other, roadmap.first, DONE)).to_be_checked()
    assert shown_in(other, "ready") == roadmap.ready([roadmap.first])


def test_a_plan_with_what_nobody_knows_today_is_shown_and_kept(page: Page) -> None:
    roadmap = opened(page)
    planned = {"chosen": True, "states": [{"status": "pa-plass", "date": "2026-11-01"}], "role": "", "deadline": ""}
    measures = {roadmap.first: planned, "Z9": planned, "constructor": planned}
    data = {"unit": "", "measures": measures, "order": ["Z9"]}
    document = {"id": "x", "kind": "plan", "version": 1, "name": '<b>&" 🚀', "data": data, "changed": "2026"}
    page.evaluate("document => localStorage.setItem('veikart:plan:x', JSON.stringify(document))", document)
    page.reload()
    assert shown_in(page, "ready") == roadmap.ready([roadmap.first])
    expect(page.locator("[data-document-choose]")).to_have_value("x")
    mark(page, roadmap.ready([roadmap.first])[0], DONE)
    kept = page.evaluate("JSON.parse(localStorage['veikart:plan:x']).data.measures")
    assert {"Z9", "constructor", roadmap.first} < set(kept)


def test_where_nothing_can_be_stored_it_goes_on_and_says_so(page: Page) -> None:
    page.add_init_script("Object.defineProperty(window, 'localStorage', {get() { throw new Error('no'); }})")
    roadmap = opened(page)
    mark(page, roadmap.first, DONE)
    assert shown_in(page, "ready") == roadmap.ready([roadmap.first])
    expect(page.locator("[data-document-saved]")).to_contain_text("Nettleseren lar oss ikke lagre")


def states(page: Page) -> Iterator[str]:
    """Takes the page through all that it can show."""
    roadmap = opened(page)
    yield "empty"
    mark(page, roadmap.first, DONE)
    yield "something is done"
    mark(page, next(one for one in roadmap.ids if len(roadmap.requires[one]) > 1), BEGUN)
    yield "something is begun too early"
    page.get_by_label("Arbeidsmengde").select_option(roadmap.measures[-1]["effort"])
    yield "filtered"
    page.get_by_role("button", name="Vis alle igjen").click()
    page.locator("[data-ready] > li").first.get_by_role("button", name="Legg til i planen").click()
    page.get_by_role("button", name="Åpne alle stegene").click()
    yield "something is in the plan, and every step is open"
    for one in roadmap.ids:
        mark(page, one, DONE)
    yield "everything is done"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1440])
def test_every_state_is_accessible(browser: Browser, address: str, width: int, scheme: Any) -> None:
    size: Any = {"width": width, "height": 900}
    with browser.new_context(base_url=address, viewport=size, color_scheme=scheme, reduced_motion="reduce") as context:
        page = context.new_page()
        for state in states(page):
            found = Axe().run(page, options=EVERYTHING)
            assert found.violations_count == 0, f"{state}: {found.generate_report()}"


def test_a_narrow_window_shows_everything_without_scrolling_sideways(page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 600})
    roadmap = opened(page)
    mark(page, roadmap.first, DONE)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_on_paper_stand_the_words_and_nothing_to_press(page: Page) -> None:
    roadmap = opened(page)
    mark(page, roadmap.first, DONE)
    page.emulate_media(media="print")
    expect(row(page, roadmap.first).locator("[data-state]")).to_be_visible()
    expect(row(page, roadmap.first).locator("fieldset")).to_be_hidden()
    expect(page.get_by_label("Arbeidsmengde")).to_be_hidden()
    expect(page.locator("[data-said]")).to_be_hidden()
    # What is folded on the screen, too.
    for item in page.locator("[data-measure]").all():
        expect(item).to_be_visible()
    expect(page.get_by_role("button", name="Legg til i planen").first).to_be_hidden()


def test_without_scripts_stands_what_each_measure_requires(page_without_scripts: Page) -> None:
    page_without_scripts.goto("/start/")
    rows = page_without_scripts.locator("[data-measure]")
    assert rows.count() > 0
    for item in rows.all():
        expect(item).to_contain_text(re.compile(r"Krever\s+(ingen andre tiltak|[A-Z]\d)"))
        expect(item.locator("fieldset")).to_be_hidden()
    expect(page_without_scripts.get_by_role("link", name="Veikartet som regneark")).to_have_attribute(
        "href", re.compile(r"\.xlsx$")
    )
    expect(page_without_scripts.get_by_role("link", name="Arbeidsplakaten")).to_be_visible()
    expect(page_without_scripts.get_by_role("heading", name="Dette kan dere starte med nå")).to_be_hidden()
