"""What people do on the page «Måltall», and what they see there."""

from __future__ import annotations

import datetime
from typing import Any

import pymupdf
from playwright.sync_api import Locator, Page

TOOL = "/maltall/"
NOW = datetime.datetime(2026, 11, 27, 10)
MONTHS = ["jan", "feb", "mar", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "des"]
NAMES = [
    *("januar", "februar", "mars", "april", "mai", "juni"),
    *("juli", "august", "september", "oktober", "november", "desember"),
]
SHIFT = [10, 12, 11, 13, 10, 12, 11, 13, 10, 12, 11, 13, 30, 32, 31, 33, 30, 32, 31, 33, 30, 32]
HOSTILE = "<b>&\"'</b><script>alert(1)</script> 😀 {count} "


def name(place: int, first_year: int = 2025) -> str:
    """The month so many after January."""
    return f"{NAMES[place % 12]}\N{NO-BREAK SPACE}{first_year + place // 12}"


def copied(counts: list[Any], first_year: int = 2025) -> str:
    """Two columns as Excel copies them."""
    return "\r\n".join(f"{MONTHS[at % 12]}.{first_year + at // 12}\t{count}" for at, count in enumerate(counts))


def paste(tool: Page, text: str) -> None:
    if not tool.get_by_label("Lim inn her").is_visible():
        tool.get_by_text("Lim inn fra Excel, eller hent en fil").click()
    tool.get_by_label("Lim inn her").fill(text)


def take(tool: Page) -> None:
    tool.get_by_role("button", name="Ta inn").click()


def filled(tool: Page, counts: list[Any]) -> Page:
    paste(tool, copied(counts))
    take(tool)
    return tool


def count_in(tool: Page, month: str) -> Locator:
    return tool.get_by_label(f"Antall i {month.replace(' ', chr(0xA0))}", exact=True)


def sentences(tool: Page) -> str:
    parts = [tool.locator(part).inner_text() for part in ("[data-situation]", "[data-verdict]")]
    return " ".join(parts).replace("\N{NO-BREAK SPACE}", " ").strip()


def note(tool: Page, month: str, text: str) -> None:
    tool.get_by_label("Måned", exact=True).select_option(label=month.replace(" ", "\N{NO-BREAK SPACE}"))
    tool.get_by_label("Merknad", exact=True).fill(text)


def lock(tool: Page, first: str, last: str) -> None:
    tool.get_by_label("Fra og med").select_option(label=first.replace(" ", "\N{NO-BREAK SPACE}"))
    tool.get_by_label("Til og med").select_option(label=last.replace(" ", "\N{NO-BREAK SPACE}"))
    tool.get_by_role("button", name="Lås medianen").click()


def given(tool: Page, file: str, content: bytes) -> None:
    if not tool.get_by_label("Lim inn her").is_visible():
        tool.get_by_text("Lim inn fra Excel, eller hent en fil").click()
    tool.locator("#hent-fil").set_input_files({"name": file, "mimeType": "", "buffer": content})


def printed(tool: Page) -> pymupdf.Document:
    return pymupdf.open(stream=tool.pdf(prefer_css_page_size=True))


def spans(page: pymupdf.Page) -> list[dict[str, Any]]:
    blocks = page.get_text("dict")["blocks"]
    return [
        span for block in blocks for line in block.get("lines", []) for span in line["spans"] if span["text"].strip()
    ]
