"""From each heading of the project overview to everything on the site that rests on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from roadmap import urls
from roadmap.content.model import Heading, Roadmap, Source
from roadmap.text.insertions import page_with


@dataclass(frozen=True)
class Trace:
    """Something that rests on a heading, and the page that shows it. What has no title of its own says its kind."""

    page: str
    title: str = ""
    kind: Literal["titled", "questions", "presentation"] = "titled"
    chapter: int = 0


@dataclass(frozen=True)
class TracedHeading:
    heading: Heading
    traces: list[Trace]


def traced_headings(roadmap: Roadmap) -> list[TracedHeading]:
    """Every heading in the overview's order, with what rests on it in the site's order, each page once."""
    pairs = list(_traces(roadmap))
    return [
        TracedHeading(heading, list(dict.fromkeys(trace for cited, trace in pairs if cited == heading.id)))
        for heading in roadmap.overview.headings
    ]


def _traces(roadmap: Roadmap) -> Iterator[tuple[str, Trace]]:
    for measure in roadmap.measures:
        yield from _cited(measure.sources, Trace(urls.measure_page(measure.id), f"{measure.id} {measure.title}"))
    for chapter in roadmap.chapters:
        for question in roadmap.chapter_questions(chapter):
            trace = Trace(f"pathway_guide/{chapter.file}", kind="questions", chapter=chapter.chapter)
            yield from ((heading, trace) for heading in question.sources)
    for story in roadmap.stories:
        yield from _cited(story.sources, Trace(f"stories/{story.file}", story.title))
    insight_sources = [source for insight in roadmap.insights for source in insight.sources]
    for insertion, sources in (
        ("innsikter", insight_sources),
        ("scenarier", roadmap.scenarios.sources),
        ("gevinster", roadmap.gains.sources),
        ("tilbakefall", roadmap.pictures.relapse.sources),
        ("utfordringen", roadmap.pictures.challenge.sources),
        ("sjekkliste for rom", roadmap.room_checklist.sources),
    ):
        if page := page_with(insertion, roadmap):
            yield from _cited(sources, Trace(page, roadmap.page_title(page)))
    yield from _cited(roadmap.presentation.sources, Trace(urls.POSTER_PAGE, kind="presentation"))
    for background in roadmap.pages:
        yield from _cited(background.sources, Trace(f"pages/{background.file}", background.title))


def _cited(sources: list[Source], trace: Trace) -> Iterator[tuple[str, Trace]]:
    for source in sources:
        yield source.heading, trace
