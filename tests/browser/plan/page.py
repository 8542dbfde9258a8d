"""What people do on the plan's page."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page

PLAN = "/plan/"
AXE = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"], "preload": False}


@contextmanager
def opened_browser(browser: Browser, address: str) -> Iterator[BrowserContext]:
    faults: list[str] = []
    context = browser.new_context(base_url=address, viewport={"width": 1280, "height": 900}, reduced_motion="reduce")

    def watch(page: Page) -> None:
        page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: faults.append(str(error)))

    context.on("page", watch)
    context.on(
        "request",
        lambda request: None if request.url.startswith((address, "data:", "blob:")) else faults.append(request.url),
    )
    yield context
    context.close()
    assert faults == []


def opened(person: BrowserContext) -> Page:
    page = person.new_page()
    page.goto(PLAN)
    return page


def choose(page: Page, *ids: str) -> None:
    """Ticks measures in the list of all."""
    picker = page.locator("[data-picker]")
    if picker.get_attribute("open") is None:
        picker.locator("summary").click()
    for id_ in ids:
        page.locator(f"[data-pick][value={id_}]").check()


def rows(page: Page) -> list[str]:
    """The ids of the measures in the list, as it stands."""
    ids = page.locator("[data-plan-list] [data-field=status]").evaluate_all("(all) => all.map(({ id }) => id)")
    return [id_.split("-")[1] for id_ in ids]


def stored(page: Page) -> list[dict[str, Any]]:
    """The plans that the browser keeps, the newest last."""
    texts = page.evaluate(
        "Object.keys(localStorage).filter((key) => key.startsWith('veikart:plan:')).map((key) => localStorage[key])"
    )
    return sorted((json.loads(text) for text in texts), key=lambda plan: plan["changed"])


def downloaded(page: Page, button: str, folder: Path) -> Path:
    """The file that a button gives."""
    with page.expect_download() as download:
        page.get_by_role("button", name=button, exact=True).click()
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path


def violations(page: Page) -> list[str]:
    """What axe finds in the page as it stands."""
    found = Axe().run(page, options=AXE).response["violations"]
    return [f"{rule['id']}: {node['target']}" for rule in found for node in rule["nodes"]]
