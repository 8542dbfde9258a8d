"""A small site with the plan's page, and somebody who opens it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from roadmap.site.static_server import served
from tests.browser.plan.page import opened, opened_browser
from tests.conftest import ROOT, build_small, copy_project

PAGE = """\
---
title: Vår plan
summary: Her velger dere tiltak.
---
Dette er planen.

<!-- sett inn: verktøy -->
"""


@pytest.fixture(scope="session")
def plan_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where a small site with the plan's page is served."""
    project = copy_project(tmp_path_factory.mktemp("plan") / "small", ROOT / "tests/tree")
    (project / "content/tools").mkdir(exist_ok=True)
    (project / "content/tools/plan.md").write_text(PAGE, encoding="utf-8")
    configuration = project / "mkdocs.web.small.yml"
    menu = configuration.read_text(encoding="utf-8")
    configuration.write_text(menu.replace("  - Om:", "  - Verktøy: [tools/plan.md]\n  - Om:"), encoding="utf-8")
    measure = project / "content/measures/a1-begynn.yml"
    measure.write_text(measure.read_text(encoding="utf-8") + "former_ids: [A8]\n", encoding="utf-8")
    result = build_small(project)
    assert result.returncode == 0, result.stderr
    with served(project / "site") as address:
        yield address


@pytest.fixture
def person(browser: Browser, plan_site: str) -> Iterator[BrowserContext]:
    """Somebody's browser; any error in a page, and any request that leaves the host, fails the test."""
    with opened_browser(browser, plan_site) as context:
        yield context


@pytest.fixture
def plan(person: BrowserContext) -> Page:
    """The plan's page, with no plan yet."""
    return opened(person)
