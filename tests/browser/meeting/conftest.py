"""The guide on screen, with no meeting yet."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.meeting.page import TOOL


@pytest.fixture
def tool(page: Page) -> Page:
    page.goto(TOOL)
    return page
