"""The report of what a proposal changes, as whoever judges it opens it: from the disk, nothing beside it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from axe_playwright_python.base import AXE_FILE_PATH
from playwright.sync_api import Browser

from roadmap import urls
from tests.conftest import ROOT
from tests.pipelines.sites import build_page, picture_of, site
from tests.programs import program
from tests.site.test_valid_html import faults

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A report with something under each of its headings, moved away from what lies beside it."""
    program("chromium", "chromium-browser")
    folder = tmp_path_factory.mktemp("report")
    gone = {"a/index.html": build_page("A", "<p>Én</p>"), "b/index.html": build_page("B", "")}
    old = gone | {"assets/style.0123456789.css": "p {}", f"{urls.DOWNLOADS}/a.pdf": "1"}
    new = {"a/index.html": build_page("A", "<p>To</p>"), "c/index.html": build_page("C", "")}
    new |= {"assets/style.abcdef0123.css": "a {}", f"{urls.DOWNLOADS}/a.pdf": "2"}
    site(folder / "old", old | {urls.POSTER_PREVIEW: picture_of("red")})
    site(folder / "new", new | {urls.POSTER_PREVIEW: picture_of("blue")})
    command = [sys.executable, "-m", "tools.what_changes", "old", "new", "--output", "all"]
    subprocess.run(command, cwd=folder, env=os.environ | {"PYTHONPATH": str(ROOT)}, check=True)
    return Path(shutil.copy(folder / "all/index.html", folder / "alone.html"))


@pytest.mark.parametrize("width", [320, 1440])
def test_everybody_can_read_the_report(browser: Browser, report: Path, width: int) -> None:
    with browser.new_context(viewport={"width": width, "height": 900}) as context:
        page = context.new_page()
        asked_for: list[str] = []
        page.on("request", lambda request: asked_for.append(request.url))
        page.goto(report.as_uri())
        assert [url for url in asked_for if not url.startswith("data:")] == [report.as_uri()]
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        page.evaluate(AXE_FILE_PATH.read_text(encoding="utf-8"))
        violations = page.evaluate("axe.run(document, {resultTypes: ['violations']}).then(result => result.violations)")
        assert [violation["id"] for violation in violations] == []


def test_the_report_is_valid_html(report: Path, tmp_path: Path) -> None:
    assert faults([report], tmp_path) == []
