"""The form on small sites with different code hosts, and a small tree to put its file in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from roadmap.commands import check as command
from tests.browser.story_form.page import ADDRESS, opened
from tests.conftest import ROOT, build_small, copy_project


@pytest.fixture(scope="session")
def small_sites(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """Small sites by the settings that an operator gives them."""
    built: dict[str, Path] = {}

    def site(**settings: str) -> Path:
        key = str(settings)
        if key not in built:
            project = copy_project(tmp_path_factory.mktemp("story-form") / "small", ROOT / "tests/tree")
            result = build_small(project, environment=settings)
            assert result.returncode == 0, result.stderr
            built[key] = project / "site"
        return built[key]

    return site


@pytest.fixture
def github(small_sites: Callable[..., Path], browser: Browser) -> Iterator[Page]:
    site = small_sites(REPO_URL="https://github.com/hmn/veikart", CONTACT=ADDRESS)
    yield from opened(site, browser)


@pytest.fixture
def gitlab(small_sites: Callable[..., Path], browser: Browser) -> Iterator[Page]:
    site = small_sites(REPO_URL="https://kode.example/hmn/veikart", CODE_HOST="gitlab")
    yield from opened(site, browser)


@pytest.fixture
def unknown(small_sites: Callable[..., Path], browser: Browser) -> Iterator[Page]:
    yield from opened(small_sites(), browser)


@pytest.fixture
def story_tree(tree: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A small tree to put the file in: with the heading that stories rest on, and no dictionary."""
    with (tree / "overview.yml").open("a", encoding="utf-8") as overview:
        overview.write("  - {id: dele-erfaringer, heading: Dele erfaringer, unused: Bare for nye historier.}\n")
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(command, "OVERVIEW", tmp_path / "no-overview.txt")
    return tree
