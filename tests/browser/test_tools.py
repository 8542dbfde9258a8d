"""What all tools have in common, whichever of them it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from roadmap import urls
from roadmap.content.model import Roadmap

pytestmark = [pytest.mark.site, pytest.mark.browser]
NOT_STARTED = "Verktøyet kom ikke i gang"


@pytest.fixture
def pages_of_tools(roadmap: Roadmap) -> list[str]:
    return [f"/{urls.page_url(urls.tool_page(tool.slug))}" for tool in roadmap.tools]


@pytest.fixture
def page_without_tools(browser: Browser, address: str) -> Iterator[Page]:
    """A page to which the scripts of tools come spoiled."""
    with browser.new_context(base_url=address) as context:
        page = context.new_page()
        page.route(re.compile(r"/assets/tool-(?!watch)[^/]*\.js$"), lambda route: route.fulfill(body="<<<<<<< HEAD"))
        yield page


def test_a_tool_that_does_not_start_says_so(page_without_tools: Page, pages_of_tools: list[str]) -> None:
    for path in pages_of_tools:
        page_without_tools.goto(path)
        expect(page_without_tools.get_by_role("alert")).to_contain_text(NOT_STARTED)


def test_a_tool_that_starts_is_silent(page: Page, pages_of_tools: list[str]) -> None:
    for path in pages_of_tools:
        page.goto(path)
        expect(page.get_by_text(NOT_STARTED)).to_have_count(0)
        assert page.locator("[data-document-saved]").inner_text()
