"""The law's demands (WCAG 2.2, A and AA) as far as a browser can try them: axe, magnified, keyboard, own colours."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.base import AXE_FILE_PATH
from playwright.sync_api import Page

from roadmap.content.model import Roadmap
from tests.browser.addresses import one_of_each
from tests.conftest import ROOT

pytestmark = [pytest.mark.site, pytest.mark.browser]

SCRIPTS = Path(__file__).with_name("scripts")
# Addresses, and what has one of many.
KINDS = [
    "/",
    "a step",
    "/tiltak/",
    "a measure",
    "/veileder/",
    "a chapter",
    "an appendix",
    "/plakat/",
    "/eksempler/",
    "an example",
    "/suksesshistorier/",
    "/suksesshistorier/skriv/",
    "/maler/",
    "a text",
    "/maltall/",
    "/plan/",
    "/mote/",
    "/om/om-veikartet/",
    "/om/hvorfor-video/",
    "/om/utfordringen/",
    "/om/scenarier/",
    "/om/innsiktene/",
    "/om/kilder/",
    "/om/ordliste/",
    "/gevinst/",
    "/hvor-er-vi/",
    "/sok/",
    "/404.html",
]
# Parts of the site, so that a run shows how far it has come.
PARTS = 8
# Preloading style sheets, axe looks for those that are imported in the wrong folder.
OPTIONS = {"resultTypes": ["violations"], "preload": False}
EVERYTHING = OPTIONS | {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    # Experimental in axe, and a demand all the same (2.5.3).
    "rules": {"label-content-name-mismatch": {"enabled": True}},
}
# What the dark palette can change, since it sets colours only, and the name of the button that leaves it.
DARK = OPTIONS | {
    "runOnly": ["color-contrast", "link-in-text-block", "button-name", "label-content-name-mismatch", "target-size"]
}


@pytest.fixture(scope="session")
def paths(site: Path) -> list[str]:
    """Every page of the site, without the addresses that only lead on to one."""
    files = [file for file in site.rglob("*.html") if 'http-equiv="refresh"' not in file.read_text(encoding="utf-8")]
    return sorted("/" + file.relative_to(site).as_posix().removesuffix("index.html") for file in files)


@pytest.fixture
def path(request: pytest.FixtureRequest, roadmap: Roadmap, site: Path) -> str:
    """The address of a page of a kind."""
    kind: str = request.param
    return one_of_each(roadmap, site).get(kind, kind)


@pytest.mark.parametrize("part", range(PARTS))
def test_axe_finds_nothing_on_any_page(page: Page, paths: list[str], part: int) -> None:
    axe = AXE_FILE_PATH.read_text(encoding="utf-8")
    found = []
    for path in paths[part::PARTS]:
        page.goto(path)
        page.evaluate(f"{axe};0")
        for theme, options in (("light", EVERYTHING), ("dark", DARK)):
            page.emulate_media(color_scheme=theme)  # type: ignore[arg-type]
            for width in (360, 1280):
                page.set_viewport_size({"width": width, "height": 900})
                found += [f"{path} {width} {theme} {finding}" for finding in _violations(page, options)]
    assert found == []


def _violations(page: Page, options: dict[str, Any]) -> list[str]:
    violations = page.evaluate("(options) => axe.run(options).then((results) => results.violations)", options)
    return [f"{rule['id']}: {node['target']}" for rule in violations for node in rule["nodes"]]


def test_the_dark_palette_sets_colours_and_what_is_shown_only() -> None:
    style = (ROOT / "templates/theme/assets/dark.css").read_text(encoding="utf-8")
    names = re.findall(r"([\w-]+)\s*:\s*[^;{}]+;", re.sub(r"/\*.*?\*/", "", style, flags=re.DOTALL))
    assert names
    assert [
        name for name in names if not name.startswith("--") and name not in ("color-scheme", "filter", "display")
    ] == []


def test_no_page_scrolls_sideways_where_all_is_four_times_as_large(page: Page, paths: list[str]) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    wide = []
    for path in paths:
        page.goto(path)
        if (width := page.evaluate("document.documentElement.scrollWidth")) > 320:
            wide.append(f"{path}: {width}")
    assert wide == []


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("path", KINDS, indirect=True)
def test_text_that_is_spaced_out_is_neither_cut_nor_covered(page: Page, path: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(path)
    page.evaluate(_script("space_out.js"))
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate(_script("cut_or_covered.js")) == []


# On a desk with colours of the reader's own, where only the outline can show it.
@pytest.mark.parametrize(("width", "colours"), [(360, "none"), (1280, "active")])
@pytest.mark.parametrize("path", KINDS, indirect=True)
def test_the_keyboard_leads_through_all_and_shows_where(page: Page, path: str, width: int, colours: str) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(forced_colors=colours)  # type: ignore[arg-type]
    page.goto(path)
    stops = page.evaluate(_script("stops.js"))
    assert stops > 5
    hidden = []
    for number in range(1, stops + 1):
        page.keyboard.press("Tab")
        if fault := page.evaluate(_script("focus.js")):
            hidden.append(f"{number}: {fault}")
    assert hidden == []
    # Round once, and out: nothing holds the focus, and nothing more can be reached.
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement === document.body")


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("menu", [".site-nav", ".section-nav"])
def test_where_you_are_is_marked_in_colours_of_your_own_too(page: Page, menu: str, theme: str) -> None:
    page.emulate_media(forced_colors="active", color_scheme=theme)  # type: ignore[arg-type]
    page.goto("/om/hvorfor-video/")
    colours = "(links) => [...new Set(links.map((link) => getComputedStyle(link)[link.closest('.site-nav') ? "
    colours += "'borderBottomColor' : 'borderLeftColor']))]"
    here = page.locator(f"{menu} a[aria-current]").evaluate_all(colours)
    others = page.locator(f"{menu} a:not([aria-current])").evaluate_all(colours)
    assert len(here) == len(others) == 1
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert others == [ground] != here


@pytest.mark.parametrize("path", KINDS, indirect=True)
def test_nothing_moves_where_the_reader_wants_it_still(page: Page, path: str) -> None:
    page.goto(path)
    assert page.evaluate(_script("moving.js")) == []


def test_what_comes_to_move_is_found_and_stilled_by_that_wish(page: Page) -> None:
    page.goto("/")
    page.evaluate("document.body.style.transition = 'color 1s'")
    page.emulate_media(reduced_motion="no-preference")
    assert [name.split()[0] for name in page.evaluate(_script("moving.js"))] == ["BODY"]
    page.emulate_media(reduced_motion="reduce")
    assert page.evaluate(_script("moving.js")) == []


def _script(name: str) -> str:
    return (SCRIPTS / name).read_text(encoding="utf-8")
