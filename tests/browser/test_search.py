"""The search as readers use it: from the header, on its own page, and in the words that they have."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from roadmap.content.model import Roadmap
from roadmap.site.static_server import served
from tests.conftest import ROOT, build_small, copy_project

pytestmark = [pytest.mark.site, pytest.mark.browser]


@pytest.fixture(scope="module")
def small_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = copy_project(tmp_path_factory.mktemp("search") / "small", ROOT / "tests/tree")
    stories = project / "content/stories"
    for number in range(1, 61):
        text = (stories / "en-historie.md").read_text(encoding="utf-8")
        changed = text.replace("En historie", f"Fortelling nummer {number}").replace("Noen fikk", f"Enhet{number} fikk")
        (stories / f"fortelling-{number}.md").write_text(changed, encoding="utf-8")
    result = build_small(project)
    assert result.returncode == 0, result.stderr
    return project / "site"


@pytest.fixture(scope="module")
def small_address(small_site: Path) -> Iterator[str]:
    with served(small_site) as address:
        yield address


@pytest.fixture
def small_page(browser: Browser, small_address: str) -> Iterator[Page]:
    with browser.new_context(base_url=small_address) as context:
        page = context.new_page()
        faults: list[str] = []
        page.on("console", lambda message: faults.append(message.text))
        page.on("pageerror", lambda error: faults.append(str(error)))
        yield page
        assert faults == []


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("begynn", "A1 Begynn"),
        ("Begynne?", "A1 Begynn"),
        ("bgeynn", "A1 Begynn"),
        ("A1", "A1 Begynn"),
        ("a 1", "A1 Begynn"),
        ("tiltak b-1", "B1 Fortsett"),
        ("hvordan begynner vi", "A1 Begynn"),
        ("korleis begynner vi?", "A1 Begynn"),
        ("oppstart", "A1 Begynn"),
        ("kapittel 1", "1 Start"),
        ("fortelling nummer 42", "Fortelling nummer 42"),
        ("enhet17", "Fortelling nummer 17"),
    ],
)
def test_the_right_page_comes_first(query: str, first: str, small_page: Page) -> None:
    small_page.goto("/sok/")
    small_page.get_by_role("searchbox", name="Søk i veikartet").fill(query)
    small_page.keyboard.press("Enter")
    expect(small_page.locator("main ol a").first).to_have_text(first)


def test_a_slip_is_put_right_and_said(small_page: Page) -> None:
    small_page.goto("/sok/?q=bgeynn")
    expect(small_page.locator("main").get_by_role("status")).to_contain_text("Mente dere «begynn")


def test_nothing_found_is_said_and_everything_listed(small_page: Page) -> None:
    small_page.goto("/sok/?q=qwzx")
    expect(small_page.locator("main").get_by_role("status")).to_have_text("Ingen treff på «qwzx». Prøv et annet ord.")
    expect(small_page.locator("main").get_by_role("link", name="A1 Begynn")).to_be_visible()


@pytest.mark.parametrize(
    "query", ["<b>&\"'</b>", "__proto__", "constructor", "100 %", "a" * 200, "x" * 5000, "\N{PILE OF POO}"]
)
def test_what_is_no_word_does_no_harm(query: str, small_page: Page) -> None:
    small_page.goto("/sok/")
    field = small_page.get_by_role("searchbox", name="Søk i veikartet")
    field.evaluate("(element, text) => (element.value = text)", query)
    field.press("Enter")
    expect(small_page.locator("[data-search-page][data-shown]")).to_be_visible()
    expect(small_page.locator("main").get_by_role("status")).to_contain_text("treff på «")


def test_what_is_looked_for_is_in_the_address_and_the_history(small_page: Page) -> None:
    small_page.goto("/sok/?q=begynn")
    expect(small_page).to_have_title("«begynn» – Søk – Veikart for video")
    field = small_page.get_by_role("searchbox", name="Søk i veikartet")
    field.fill("fortsett & mer")
    field.press("Enter")
    expect(small_page).to_have_url("/sok/?q=fortsett+%26+mer")
    expect(small_page.locator("main ol a").first).to_have_text("B1 Fortsett")
    small_page.go_back()
    expect(field).to_have_value("begynn")
    expect(small_page.locator("main ol a").first).to_have_text("A1 Begynn")


def test_many_hits_are_shown_in_parts(small_page: Page) -> None:
    small_page.goto("/sok/?q=fortelling")
    expect(small_page.locator("main ol > li")).to_have_count(30)
    small_page.get_by_role("button", name="Vis flere treff").press("Enter")
    told = small_page.locator("main").get_by_role("status").inner_text()
    expect(small_page.locator("main ol > li")).to_have_count(int(told.split()[0]))
    expect(small_page.locator("main ol > li").nth(30).get_by_role("link")).to_be_focused()


def test_an_open_page_never_mixes_two_editions_of_the_site(small_site: Path, browser: Browser, tmp_path: Path) -> None:
    published = Path(shutil.copytree(small_site, tmp_path / "site"))
    project = copy_project(tmp_path / "next", ROOT / "tests/tree")
    for story in small_site.parent.glob("content/stories/fortelling-1?.md"):
        shutil.copy(story, project / "content/stories")
    assert build_small(project).returncode == 0
    with served(published) as address, browser.new_context(base_url=address) as context:
        page = context.new_page()
        page.goto("/sok/?q=fortsett")
        expect(page.locator("main ol a").first).to_have_text("B1 Fortsett")
        shutil.rmtree(published)
        shutil.copytree(project / "site", published)
        field = page.get_by_role("searchbox", name="Søk i veikartet")
        field.fill("fortelling nummer 17")
        field.press("Enter")
        expect(page.locator("main").get_by_role("status")).to_have_text("Søket lot seg ikke hente. Prøv igjen om litt.")
        expect(page.locator("main ol")).to_be_hidden()
        field.press("Enter")
        expect(page.locator("main ol a").first).to_have_text("Fortelling nummer 17")


def test_the_dialog_is_used_with_the_keyboard_alone(small_page: Page) -> None:
    small_page.goto("/tiltak/b1/")
    small_page.keyboard.press("Control+k")
    dialog = small_page.get_by_role("dialog", name="Søk")
    expect(dialog.get_by_role("searchbox")).to_be_focused()
    small_page.keyboard.type("begynn")
    expect(dialog.get_by_role("heading", name="Tiltak")).to_be_visible()
    expect(dialog.get_by_role("status")).to_contain_text("treff på «begynn»")
    small_page.keyboard.press("ArrowDown")
    expect(dialog.get_by_role("link").first).to_be_focused()
    small_page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    opener = small_page.get_by_role("button", name="Søk", exact=True)
    opener.press("Enter")
    expect(dialog.get_by_role("searchbox")).to_have_value("begynn")
    small_page.keyboard.press("Enter")
    expect(small_page).to_have_url("/sok/?q=begynn")


def test_the_dialog_shows_no_page_twice_and_ranks_like_the_page(small_page: Page) -> None:
    small_page.goto("/sok/?q=leder")
    expect(small_page.locator("main ol a").first).to_be_visible()
    on_page = small_page.locator("main ol a").evaluate_all("(links) => links.map((link) => link.href)")
    small_page.keyboard.press("Control+k")
    small_page.keyboard.type("leder")
    dialog = small_page.get_by_role("dialog", name="Søk")
    expect(dialog.locator(".hits a").first).to_be_visible()
    in_dialog = dialog.locator(".hits a").evaluate_all("(links) => links.map((link) => link.href)")
    assert len(set(in_dialog)) == len(in_dialog)
    assert in_dialog[0] == on_page[0]
    for group in dialog.locator("section").all():
        places = [
            on_page.index(link) for link in group.locator("a").evaluate_all("(all) => all.map((one) => one.href)")
        ]
        assert places == sorted(places)


def test_without_scripts_search_is_a_list_of_everything(page_without_scripts: Page) -> None:
    page_without_scripts.goto("/tiltak/a1/")
    page_without_scripts.get_by_role("link", name="Søk", exact=True).click()
    expect(page_without_scripts.get_by_role("heading", level=1)).to_have_text("Søk")
    expect(page_without_scripts.locator("main").get_by_role("searchbox")).to_be_hidden()
    page_without_scripts.locator("main a[href$='tiltak/a1/']").first.click()
    expect(page_without_scripts).to_have_url("/tiltak/a1/")


def test_every_word_of_the_site_is_found_as_it_is_spelled(page: Page) -> None:
    """Words are cut and folded the same way where the index is made and where it is asked."""
    page.goto("/sok/?q=video")
    expect(page.locator("main ol a").first).to_be_visible()
    lost = page.evaluate(
        """async () => {
          const core = await fetch("/assets/search/core.js").then((answer) => answer.text());
          const words = JSON.parse(core.slice(core.indexOf("{"), core.lastIndexOf(")"))).words.split("\\n");
          const lost = [];
          for (const line of words) {
            const form = line.split(" ").at(-1);
            const { total, corrections } = await veikartSearch.search(form, 1);
            if (!total || corrections.length) lost.push(form);
          }
          return words.length > 300 ? lost : ["for få ord"];
        }"""
    )
    assert lost == []


def test_each_measure_and_step_is_found_by_its_name(page: Page, roadmap: Roadmap) -> None:
    page.goto("/sok/")
    field = page.get_by_role("searchbox", name="Søk i veikartet")
    names = [(measure.id, f"/tiltak/{measure.slug}/") for measure in roadmap.measures]
    names += [(f"steg {step.letter}", f"/steg/{step.letter.lower()}/") for step in roadmap.plan.steps]
    for name, path in names:
        field.fill(name)
        field.press("Enter")
        expect(page.locator("main ol a").first).to_have_attribute("href", f"{page.url.partition('/sok/')[0]}{path}")


def test_the_command_tells_how_often_the_right_page_is_found(
    small_site: Path, browser: Browser, tmp_path: Path
) -> None:
    file = tmp_path / "queries.yml"
    file.write_text(
        "- {query: begynn, expect: [/tiltak/a1/], group: kjerne}\n- {query: qwzx, expect: [tiltak/b1/], group: tull}\n",
        encoding="utf-8",
    )
    command = [sys.executable, "-m", "roadmap", "search-eval", str(file), "--site", str(small_site)]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert result.stdout.splitlines() == [
        "bom: «qwzx» fant ingenting – ventet tiltak/b1/",
        "kjerne: 1 av 1",
        "tull: 0 av 1",
        "success@1: 50.0% (2 søk)",
        "success@3: 50.0% (2 søk)",
    ]
