"""What people do in the form «Skriv en historie»."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, Page

from roadmap.site.static_server import served

FORM = "/suksesshistorier/skriv/"
ADDRESS = "redaksjonen@veikart.example"
# As many words as a story needs, in sentences that are easy to read.
TEXT = "\n\n".join(["Vi prøvde det sammen, og det gikk bra for oss alle."] * 11)
HARD = "Det var vanskelig å finne et rom som var ledig."
HOSTILE = [
    "Vi: «prøvde» \"alt\" # og 'det' gikk: bra",
    "--- # ikke en kommentar: {a: b}, [c] & *d !e |f >g %h @i `j",
    "- 😀 👩‍⚕️ å sa \\n \\ og / ved \\u0041",
    "  nei ",
    "null: ~",
    '&amp; <b> "x" {{ x*x }} {name}',
    "Linje én\tmed tabulator\x0bog\x00styretegn\x7f\u2028\ufeffher",
    "Et tegn \U0001d49c utenfor det vanlige, og \ufffe som ikke er noe",
]


def opened(site: Path, browser: Browser) -> Iterator[Page]:
    """The form; its page fails the test on any error, and on any request that leaves the host."""
    faults: list[str] = []
    with served(site) as address, browser.new_context(base_url=address, accept_downloads=True) as context:
        context.grant_permissions(["clipboard-read", "clipboard-write"], origin=address)
        # What a link to the code host opens.
        context.route(re.compile(r"^https://"), lambda route: route.fulfill(body="kodevert"))
        page = context.new_page()
        page.on("console", lambda message: faults.append(message.text))
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("request", lambda request: faults.append(request.url) if not request.url.startswith(address) else None)
        page.goto(FORM)
        yield page
    assert [fault for fault in faults if not fault.startswith(("blob:", "mailto:"))] == []


def fill(page: Page, **values: str) -> None:
    """Fills in a story without faults, less what ``values`` say otherwise."""
    given = {"title": "Vi fikk det til", "summary": "Vi prøvde video, og fortsatte.", "body": TEXT, "hard": HARD}
    fill_in(page, given | values)
    page.get_by_label("Helseforetak").select_option("hmr")
    page.get_by_label("Fagområde").select_option("somatikk")
    page.get_by_label("Rolle").select_option("behandler")
    page.get_by_role("checkbox", name="A1").check()
    page.get_by_role("radio", name="Ingen kan kjennes igjen").check()


def fill_in(page: Page, values: dict[str, str]) -> None:
    """Writes what no keyboard may have the characters for."""
    for name, value in values.items():
        page.evaluate(
            """([name, value]) => {
                const control = document.querySelector(`[name=${name}]`);
                control.value = value;
                control.dispatchEvent(new Event("input", { bubbles: true }));
            }""",
            [name, value],
        )


def check(page: Page) -> list[str]:
    """What the form says when it is asked."""
    page.get_by_role("button", name="Kontroller").click()
    return [item.text_content() or "" for item in page.locator("[data-summary] li").all()]


def download(page: Page, folder: Path) -> Path:
    with page.expect_download() as downloaded:
        page.get_by_role("button", name="Last ned fila").click()
    file = folder / downloaded.value.suggested_filename
    downloaded.value.save_as(file)
    return file


def content_of(page: Page) -> str:
    return page.locator("[data-file]").text_content() or ""
