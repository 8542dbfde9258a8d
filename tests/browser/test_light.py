"""The site's weight: what a first visit fetches, what the first paint waits for, and that nothing moves."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser, Response

from roadmap.content.model import Roadmap
from tests.browser.addresses import one_of_each

pytestmark = [pytest.mark.site, pytest.mark.browser]

# As much as home may weigh, and ask for, on a phone that has never been here.
MOST_BYTES = 150_000
MOST_REQUESTS = 20
DIGEST = re.compile(r"\.[0-9a-f]{10}\.")
# What comes after the first paint on a slow network, and how much may move: scripts show nothing that has no place,
# while letters of another width can break a line elsewhere.
LATE = {r"/assets/(?!theme)[^/]*\.js$": 0.02, r"\.woff2$": 0.05}
PAINTED = "() => performance.getEntriesByName('first-contentful-paint').length > 0"
WATCH_SHIFTS = """
    window.shifts = [];
    new PerformanceObserver((list) => window.shifts.push(...list.getEntries())).observe({type: "layout-shift"});
"""


def test_home_is_light_at_the_first_visit(browser: Browser, address: str) -> None:
    fetched: list[Response] = []
    with browser.new_context(viewport={"width": 412, "height": 823}) as context:
        page = context.new_page()
        page.on("response", lambda answer: fetched.append(answer))
        page.goto(address, wait_until="networkidle")
        weights = {answer.url.removeprefix(address): _weight(answer) for answer in fetched}
    assert "/" in weights
    assert sum(path.endswith(".woff2") for path in weights) == 2
    assert sum(weights.values()) < MOST_BYTES, weights
    assert len(fetched) < MOST_REQUESTS, weights


def test_the_first_paint_waits_for_one_style_sheet_and_one_small_script(site: Path) -> None:
    page = BeautifulSoup((site / "index.html").read_text(encoding="utf-8"), "html.parser")
    sheets = [str(link["href"]) for link in page.select("link[rel=stylesheet]:not([media])")]
    scripts = [str(script["src"]) for script in page.select("script:not([defer])")]
    assert [DIGEST.sub(".", path) for path in sheets] == ["assets/style.css"]
    assert [DIGEST.sub(".", path) for path in scripts] == ["assets/theme.js"]
    assert "@import" not in (site / sheets[0]).read_text(encoding="utf-8")
    assert (site / scripts[0]).stat().st_size < 2_000


@pytest.mark.parametrize("late", LATE)
@pytest.mark.parametrize("width", [412, 1350])
@pytest.mark.parametrize("kind", ["/", "a measure", "/tiltak/", "/veileder/", "a chapter", "/plakat/"])
def test_nothing_moves_while_a_page_loads(
    browser: Browser, address: str, roadmap: Roadmap, site: Path, kind: str, width: int, late: str
) -> None:
    path = one_of_each(roadmap, site).get(kind, kind)
    with browser.new_context(viewport={"width": width, "height": 823}, color_scheme="dark") as context:
        page = context.new_page()
        page.route(re.compile(late), lambda route: (page.wait_for_function(PAINTED), route.continue_()))
        page.add_init_script(WATCH_SHIFTS)
        page.goto(f"{address}{path}", wait_until="networkidle")
        shift = page.evaluate("window.shifts.reduce((sum, entry) => sum + entry.value, 0)")
    assert shift < LATE[late]


def test_a_style_sheets_files_are_there(site: Path) -> None:
    named = [
        sheet.parent / path
        for sheet in site.glob("assets/*.css")
        for path in re.findall(r'url\("?([^)"]+)"?\)', sheet.read_text(encoding="utf-8"))
    ]
    assert len(named) >= 5
    assert [path for path in named if not path.is_file()] == []


def _weight(answer: Response) -> int:
    """What the network carried: a compressed body, and the lines before it."""
    sizes = answer.request.sizes()
    return sizes["responseBodySize"] + sizes["responseHeadersSize"]
