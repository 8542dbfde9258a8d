"""The site as one file: unpacked, and opened from the disk."""

from __future__ import annotations

import zipfile
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser, expect

from roadmap import urls
from tests.conftest import ROOT, build_small, copy_project

pytestmark = pytest.mark.browser
ABORTED = "net::ERR_ABORTED"


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = copy_project(tmp_path_factory.mktemp("offline") / "small", ROOT / "tests/tree")
    result = build_small(project)
    assert result.returncode == 0, result.stderr
    packed = (project / "site" / urls.OFFLINE).read_bytes()
    assert build_small(project).returncode == 0
    assert (project / "site" / urls.OFFLINE).read_bytes() == packed
    folder = project / "share with space"
    with zipfile.ZipFile(project / "site" / urls.OFFLINE) as archive:
        archive.extractall(folder)
    return folder


def test_every_link_leads_to_a_file_that_is_there(unpacked: Path) -> None:
    pages = list(unpacked.rglob("*.html"))
    assert len(pages) > 10
    dead = []
    for file in pages:
        page = BeautifulSoup(file.read_text(encoding="utf-8"), "html.parser")
        for element in page.select("a[href], link[rel=stylesheet], script[src], img[src]"):
            parts = urlsplit(str(element.get("href") or element.get("src")))
            if not parts.scheme and parts.path and not (file.parent / unquote(parts.path)).is_file():
                dead.append(f"{file.relative_to(unpacked)}: {parts.path}")
        for moved in page.select("meta[http-equiv=refresh]"):
            way = str(moved["content"]).partition("url=")[2]
            if not (file.parent / unquote(urlsplit(way).path)).is_file():
                dead.append(f"{file.relative_to(unpacked)}: {way}")
    assert dead == []


def test_every_page_opens_without_errors_with_its_fonts_from_the_page_to_start_at(
    unpacked: Path, browser: Browser
) -> None:
    faults: list[str] = []
    with browser.new_context() as context:
        page = context.new_page()
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("console", lambda told: faults.append(f"{told.text} {told.location}") if told.type == "error" else None)
        # What is not read yet when the next page is opened, is not missing.
        page.on("requestfailed", lambda request: faults.append(request.url) if request.failure != ABORTED else None)
        page.goto((unpacked / urls.OFFLINE_START).as_uri())
        page.wait_for_url("**/veikart/index.html")
        for file in sorted((unpacked / urls.OFFLINE_FOLDER).rglob("index.html")):
            if 'http-equiv="refresh"' in file.read_text(encoding="utf-8"):
                # It leads on by itself, from an address that is no longer used.
                continue
            page.goto(file.as_uri())
            loaded = "document.fonts.ready.then((fonts) => [...fonts].some((font) => font.status === 'loaded'))"
            assert page.evaluate(loaded), file
    assert faults == []


def test_links_and_tools_work_from_the_disk(unpacked: Path, browser: Browser) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.goto((unpacked / "veikart/index.html").as_uri())
        page.get_by_role("link", name="A1 Begynn").first.click()
        expect(page.get_by_role("heading", level=1)).to_have_text("A1 Begynn")
        page.get_by_role("button", name="Mørk visning").click()
        expect(page.get_by_role("button", name="Lys visning")).to_be_visible()
        page.get_by_role("button", name="Kopier teksten").first.click()
        expect(page.locator("[data-copied]").first).to_have_text("Kopiert")
        page.locator("details.sources summary").first.click()
        expect(page.locator("details.sources").first).to_have_attribute("open", "")


def test_the_search_and_the_filters_work_from_the_disk(unpacked: Path, browser: Browser) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        faults: list[str] = []
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.goto((unpacked / "veikart/tiltak/b1/index.html").as_uri())
        page.keyboard.press("Control+k")
        page.keyboard.type("begynn")
        page.get_by_role("dialog").get_by_role("link", name="A1 Begynn").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("A1 Begynn")
        page.goto((unpacked / "veikart/sok/index.html").as_uri())
        field = page.get_by_role("searchbox", name="Søk i veikartet")
        field.fill("fortsett")
        field.press("Enter")
        expect(page.locator("main ol a").first).to_have_text("B1 Fortsett")
        page.go_back()
        page.goto((unpacked / "veikart/tiltak/index.html").as_uri())
        page.get_by_label("Steg").select_option("B")
        expect(page.get_by_role("status").filter(has_text="tiltak")).to_contain_text("1 av 3 tiltak")
        assert faults == []
