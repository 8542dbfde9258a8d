"""Chromium from the system, and the built site served on this machine."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from roadmap.site.static_server import served
from tests.browser.workbooks import Reader
from tests.programs import program

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the site is served, under the policy that README.md recommends."""
    with served(site) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program("chromium", "chromium-browser"), args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def read_workbook(browser: Browser) -> Iterator[Reader]:
    """What the tools read of a workbook."""
    page = browser.new_page()
    yield Reader(page)
    page.close()


@pytest.fixture
def page_without_scripts(browser: Browser, address: str) -> Iterator[Page]:
    with browser.new_context(java_script_enabled=False, base_url=address) as context:
        yield context.new_page()


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """A page that fails the test on any error, and on any request that leaves the host."""
    context = browser.new_context(base_url=address, viewport={"width": 1440, "height": 900}, reduced_motion="reduce")
    page = context.new_page()
    faults: list[str] = []
    page.on("console", lambda message: faults.append(message.text) if message.type in ("error", "warning") else None)
    page.on("response", lambda answer: faults.append(f"{answer.status} {answer.url}") if answer.status >= 400 else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on(
        "request",
        lambda request: None if request.url.startswith((address, "data:", "blob:")) else faults.append(request.url),
    )
    yield page
    context.close()
    assert faults == []
