"""The site as readers meet it: what they click, type, copy and choose."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from roadmap import urls
from roadmap.content.model import Roadmap
from tests.browser.addresses import address_of, chapter_pages, measure_page, one_of_each

pytestmark = [pytest.mark.site, pytest.mark.browser]


@pytest.fixture
def text(roadmap: Roadmap) -> str:
    """The address of a text to copy."""
    return address_of(urls.text_page(roadmap.ready_made_texts[0].slug))


def test_the_road_leads_to_every_step_and_measure(page: Page, roadmap: Roadmap) -> None:
    page.goto("/")
    expect(page.locator(".road .stop h4 a")).to_have_count(len(roadmap.plan.steps))
    expect(page.locator(".road .stop li a")).to_have_count(len(roadmap.measures))
    step = roadmap.plan.steps[-1]
    name = f"{step.letter} {step.title}"
    page.get_by_role("link", name=name).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(name)
    expect(page.locator(".rail [aria-current]")).to_contain_text("du er her")


def test_the_first_tab_skips_to_the_text(page: Page, roadmap: Roadmap) -> None:
    page.goto(measure_page(roadmap.measures[0].id))
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Gå til innhold")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator("article :focus")).to_have_count(1)


def test_the_readers_choice_of_theme_lasts(page: Page, roadmap: Roadmap) -> None:
    def ground() -> str:
        return str(page.evaluate("getComputedStyle(document.body).backgroundColor"))

    page.goto("/")
    light = ground()
    page.get_by_role("button", name="Mørk visning").click()
    dark = ground()
    assert dark != light
    page.goto(measure_page(roadmap.measures[0].id))
    assert ground() == dark
    page.get_by_role("button", name="Lys visning").click()
    assert ground() == light


def test_the_site_can_be_read_without_scripts(page_without_scripts: Page, roadmap: Roadmap) -> None:
    page_without_scripts.goto(chapter_pages(roadmap)[0])
    expect(page_without_scripts.get_by_role("navigation", name="Hovedmeny")).to_be_visible()
    expect(page_without_scripts.get_by_role("heading", level=1)).to_be_visible()


def test_a_term_opens_its_meaning_with_the_keyboard(page: Page, site: Path) -> None:
    explaining = next(file for file in site.rglob(urls.INDEX) if 'popovertarget="ord-' in file.read_text("utf-8"))
    page.goto(f"/{explaining.parent.relative_to(site).as_posix()}/")
    term = page.locator("button.term").first
    meaning = page.locator(f"#{term.get_attribute('popovertarget')}")
    term.focus()
    page.keyboard.press("Enter")
    expect(meaning).to_be_visible()
    expect(meaning).to_contain_text(re.compile(r"\w+: \w+"))
    page.keyboard.press("Escape")
    expect(meaning).to_be_hidden()


def test_the_meetings_questions_are_open_the_others_one_at_a_time_and_all_on_paper(
    page: Page, roadmap: Roadmap, site: Path
) -> None:
    page.goto(one_of_each(roadmap, site)["a chapter"])
    expect(page.locator("details.question--starred[open]")).to_have_count(2)
    others = page.locator("details.question--other")
    expect(page.locator("details.question--other[open]")).to_have_count(0)
    others.nth(0).locator("summary").click()
    others.nth(1).locator("summary").press("Enter")
    expect(others.nth(1)).to_have_attribute("open", "")
    expect(others.nth(0)).not_to_have_attribute("open", "")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(page.locator("details.question:not([open])")).to_have_count(0)
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(page.locator("details.question--other[open]")).to_have_count(1)
    expect(page.locator("details.question--starred[open]")).to_have_count(2)
    expect(page.get_by_role("button", name="Skriv ut dette kapittelet")).to_be_visible()


def test_a_ready_made_text_is_copied_with_its_lines_and_its_form(page: Page, address: str, text: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=address)
    page.goto(text)
    page.get_by_role("button", name="Kopier teksten").press("Enter")
    expect(page.locator("[data-copied][role=status]")).to_have_text("Kopiert")
    lines = page.evaluate("navigator.clipboard.readText()").split("\n")
    shown = page.locator(".ready-text__body :is(p, li, h3, td, th)").all_text_contents()
    assert len(lines) >= len(page.locator(".ready-text__body :is(p, li, h3, tr)").all())
    squeezed = "".join("".join(lines).split())
    assert [text for text in shown if "".join(text.split()) not in squeezed] == []
    html = page.evaluate(
        "navigator.clipboard.read().then((items) => items[0].getType('text/html')).then((blob) => blob.text())"
    )
    assert "<li>" in html or "<p>" in html


@pytest.mark.parametrize(
    ("selected_is_copied", "told"),
    [(True, "Kopiert"), (False, "Kunne ikke kopiere. Merk teksten, og kopier den selv.")],
)
def test_where_the_browser_denies_writing_the_selected_text_is_copied_or_the_reader_told(
    selected_is_copied: bool, told: str, page: Page, address: str, text: str
) -> None:
    # Granting another permission denies all that are not named.
    page.context.grant_permissions(["geolocation"], origin=address)
    page.add_init_script(
        "addEventListener('copy', () => (window.copied = String(getSelection())));"
        + ("" if selected_is_copied else "document.execCommand = () => false;")
    )
    page.goto(text)
    refused = "navigator.clipboard.writeText('').then(() => '', (error) => error.name)"
    assert page.evaluate(refused) == "NotAllowedError"
    page.get_by_role("button", name="Kopier teksten").press("Enter")
    expect(page.locator("[data-copied][role=status]")).to_have_text(told)
    if selected_is_copied:
        shown = page.locator(".ready-text__body :is(p, li)").first.text_content()
        assert shown and " ".join(shown.split()) in " ".join(page.evaluate("window.copied").split())


def test_without_scripts_there_is_no_button_that_does_nothing(page_without_scripts: Page, text: str) -> None:
    page_without_scripts.goto(text)
    expect(page_without_scripts.get_by_role("button", name="Kopier teksten")).to_be_hidden()
    expect(page_without_scripts.locator(".ready-text__body")).to_be_visible()


def answered_as_missing(page: Page, site: Path, path: str) -> None:
    """Goes to an address that leads nowhere, where a web server answers with the page for that."""
    body = (site / "404.html").read_text(encoding="utf-8")
    page.route(f"**{path}", lambda route: route.fulfill(body=body, content_type="text/html"))
    page.goto(path)


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/tiltak/superbrukere-p%C3%A5-poliklinikken/", "superbrukere på poliklinikken"),
        ("/gammelt/opplaering_av_behandlere.html", "opplaering av behandlere"),
        ("/%3Cimg%20src=x%20onerror=alert(1)%3E/", "img src x onerror alert 1"),
        ("/100%25/%E0%A4%A/", "E0 A4 A"),
    ],
)
def test_a_wrong_address_offers_to_search_for_its_words(page: Page, site: Path, path: str, words: str) -> None:
    answered_as_missing(page, site, path)
    expect(page.get_by_role("searchbox", name="Søk etter det dere så etter")).to_have_value(words)
    offer = page.get_by_role("link", name=f"Søk etter «{words}»")
    address = urlsplit(str(offer.get_attribute("href")))
    assert (address.path, parse_qs(address.query)) == ("/sok/", {"q": [words]})
    assert page.locator("article img").count() == 0


def test_an_address_without_words_offers_an_empty_search(page: Page, site: Path) -> None:
    answered_as_missing(page, site, "/index.php")
    expect(page.get_by_role("searchbox", name="Søk etter det dere så etter")).to_have_value("")
    expect(page.locator("[data-offer]")).to_be_hidden()


def test_a_retired_address_leads_on(page: Page, roadmap: Roadmap) -> None:
    for redirect in roadmap.redirects[:1]:
        page.goto(redirect.from_)
        page.wait_for_url(f"**{address_of(redirect.to)}")
        expect(page.get_by_role("heading", level=1)).to_be_visible()
