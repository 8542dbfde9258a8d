"""What somebody in a department does in the calculator, and what they read there."""

from __future__ import annotations

import re

from babel.numbers import format_decimal
from playwright.sync_api import Locator, Page

from roadmap.content.model.gain_rates import Estimate, rounded

TOOL = "/gevinst/"
ALL = "Konsultasjoner i året"
SHARE = "Andel på video i dag, i prosent"
TARGET = "Andel på video som mål, i prosent"
COUNT = "Videokonsultasjoner i året i dag"
SAMPLE = "Prøv med tallene fra Medisinsk klinikk"
OLD = "Svaret er gammelt"
HOSTILE = "<b>&\"'</b><img src=x onerror=alert(1)> 🙂 " + "æ" * 2000


def answer(page: Page) -> Locator:
    return page.locator("[data-answer]")


def fill(page: Page, all_: str = "4 000", share: str = "5", target: str = "15") -> None:
    page.get_by_label(ALL, exact=True).fill(all_)
    page.get_by_label(SHARE).fill(share)
    page.get_by_label(TARGET).fill(target)
    page.get_by_label(TARGET).press("Tab")


def kroner(estimate: Estimate) -> str:
    low, high = (format_decimal(float(rounded(end)), locale="nb") for end in (estimate.low, estimate.high))
    return f"ca. {low} kr" if low == high else f"{low}–{high} kr"


def spaced(text: str) -> str:
    """The text with plain spaces, as a comparison wants it."""
    return re.sub(r"\s+", " ", text)
