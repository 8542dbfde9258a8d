"""What is new and what has changed on the site, by page.

The history of the content says so where there is one. Elsewhere the dates that stand in the content do: when something
was approved or reviewed, and when what an example or a story tells took place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from roadmap import urls
from roadmap.content.model import Approval, Roadmap
from roadmap.site.history import History
from roadmap.site.page import SitePage
from roadmap.text.insertions import page_with

# Files that more than one page shows, or that none is edited through, and what asks for them on the page to name.
_SHOWN_BY = {
    "insights.yml": "innsikter",
    "scenarios.yml": "scenarier",
    "gains.yml": "gevinster",
    "pictures.yml": "tilbakefall",
    "glossary.yml": "ordliste",
    "overview.yml": "kilder",
}
_SHOWN_ON = {
    "home.yml": urls.HOME,
    "roadmap.yml": urls.MEASURE_LIST,
    "poster.yml": urls.POSTER_PAGE,
    "presentation.yml": urls.POSTER_PAGE,
    "room_checklist.yml": urls.ROOM_CHECKLIST,
    "pathway_guide/questions.yml": urls.GUIDE_FRONT,
    "pathway_guide/worksheets.yml": urls.GUIDE_FRONT,
}


@dataclass(frozen=True)
class ChangedPage:
    """A page and when it was last changed; ``published`` is when it came, where that is known."""

    page: SitePage
    updated: datetime
    published: datetime | None = None

    @property
    def is_new(self) -> bool:
        """Whether nothing has been changed since the page came."""
        return self.published == self.updated


def changed_pages(roadmap: Roadmap, pages: Iterable[SitePage], history: History | None) -> list[ChangedPage]:
    """Each page that a date is known of, the latest change first."""
    every = {page.path: page for page in pages}
    found = _dated(roadmap, every) if history is None else _changed(roadmap, every, history)
    return sorted(found, key=lambda change: (-change.updated.timestamp(), change.page.path))


def _changed(roadmap: Roadmap, pages: Mapping[str, SitePage], history: History) -> Iterator[ChangedPage]:
    """Every page whose own file, or another that it shows, is in the history."""
    others = {file: page_with(insertion, roadmap) for file, insertion in _SHOWN_BY.items()} | _SHOWN_ON
    for page in pages.values():
        own = {page.edit_path} - others.keys()
        files = [file for file in (*own, *(file for file, path in others.items() if path == page.path)) if file]
        changes = [history[file] for file in files if file in history]
        if changes:
            # A page is new as long as nothing that it shows is older.
            first = min(change.first for change in changes)
            yield ChangedPage(page, max(change.last for change in changes), first)


def _dated(roadmap: Roadmap, pages: Mapping[str, SitePage]) -> Iterator[ChangedPage]:
    for path, day in _dates(roadmap):
        if day and path in pages:
            yield ChangedPage(pages[path], datetime.combine(day, time(), UTC))


def _dates(roadmap: Roadmap) -> Iterator[tuple[str, date | None]]:
    yield urls.MEASURE_LIST, roadmap.plan.edition.date
    for measure in roadmap.measures:
        yield urls.measure_page(measure.id), _latest(measure.reviewed, measure.approval)
    for text in roadmap.ready_made_texts:
        yield urls.text_page(text.slug), _latest(None, text.approval)
    yield urls.GUIDE_FRONT, _latest(None, roadmap.guide_front.approval)
    yield urls.ROOM_CHECKLIST, _latest(None, roadmap.room_checklist.approval)
    for example in roadmap.examples:
        yield urls.example_page(example.file), example.date
    for story in roadmap.stories:
        yield urls.story_page(story.file), story.date


def _latest(reviewed: date | None, approval: Approval | None) -> date | None:
    return max((day for day in (reviewed, approval.date if approval else None) if day), default=None)
