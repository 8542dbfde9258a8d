"""The page «Hvor er vi?», with nothing answered."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.assessment.page import TOOL


@pytest.fixture
def tool(page: Page) -> Page:
    page.goto(TOOL)
    return page
