"""The page «Måltall» on a day in November 2026."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.figures.page import NOW, TOOL


@pytest.fixture
def tool(page: Page) -> Page:
    page.clock.set_fixed_time(NOW)
    page.goto(TOOL)
    return page
