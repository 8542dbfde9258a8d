"""What people do on the page «Hva kan vi starte med nå?»."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from playwright.sync_api import Locator, Page

# The places of the choices that a measure has.
NOT_BEGUN, BEGUN, DONE = 0, 1, -1


class Roadmap:
    """What the page knows of the measures, so that tests hold after any edit of them."""

    def __init__(self, page: Page) -> None:
        self.measures: list[dict[str, Any]] = page.evaluate("roadmapData.measures")
        self.ids = [measure["id"] for measure in self.measures]
        self.requires = {measure["id"]: set(measure["requires"]) for measure in self.measures}
        self.title = {measure["id"]: measure["title"] for measure in self.measures}
        self.statuses: list[str] = page.evaluate("roadmapData.progress.map(({ name }) => name)")

    def ready(self, done: Iterable[str], begun: Iterable[str] = ()) -> list[str]:
        """What can start, in the order of the roadmap."""
        marked = {*done, *begun}
        return [one for one in self.ids if one not in marked and self.requires[one] <= marked]

    def steps(self, measures: Iterable[str]) -> list[str]:
        """The steps of measures, in the order of the roadmap."""
        wanted = set(measures)
        return list(dict.fromkeys(one["step"] for one in self.measures if one["id"] in wanted))

    @property
    def first(self) -> str:
        """The measure that requires nothing and opens for the most."""
        return max(self.ready(()), key=lambda one: len(self.ready([one])))


def opened(page: Page) -> Roadmap:
    page.goto("/start/")
    return Roadmap(page)


def row(page: Page, measure: str) -> Locator:
    return page.locator(f"[data-measure='{measure}']")


def choice(page: Page, measure: str, status: int) -> Locator:
    return row(page, measure).get_by_role("radio", include_hidden=True).nth(status)


def unfold(page: Page, measure: str) -> None:
    """Opens the step that a measure lies in."""
    step = page.locator("[data-step]", has=row(page, measure))
    if step.get_attribute("open") is None:
        step.locator("summary").click()


def mark(page: Page, measure: str, status: int) -> None:
    unfold(page, measure)
    choice(page, measure, status).check()


def unfolded(page: Page) -> list[str]:
    """The steps that are open, by their letters, whatever phases they stand under."""
    return sorted(step.get_attribute("data-step") or "" for step in page.locator("[data-step][open]").all())


def shown_in(page: Page, part: str) -> list[str]:
    return [text.split()[0] for text in page.locator(f"[data-{part}] [data-title]").all_inner_texts()]
