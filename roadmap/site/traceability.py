"""From each heading of the project overview to everything on the site that rests on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from roadmap.content.model import Heading, Roadmap


@dataclass(frozen=True)
class Trace:
    """Something that rests on a heading: what it is called, and the path of the page that shows it."""

    title: str
    path: str


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
        for source in measure.sources:
            yield source.heading, Trace(f"{measure.id} {measure.title}", f"measures/{measure.slug}.md")
    for question in roadmap.questions:
        chapter = next(chapter for chapter in roadmap.chapters if chapter.chapter == question.chapter)
        for cited in question.sources:
            yield cited, Trace(f"Spørsmål i kapittel {chapter.chapter}", f"pathway_guide/{chapter.file}")
    for story in roadmap.stories:
        for source in story.sources:
            yield source.heading, Trace(story.title, f"stories/{story.file}")
    for insight in roadmap.insights:
        for source in insight.sources:
            yield source.heading, Trace("Innsiktene", "pages/innsiktene.md")
    for source in roadmap.scenarios.sources:
        yield source.heading, Trace("Scenarier", "pages/scenarier.md")
    for source in roadmap.room_checklist.sources:
        yield source.heading, Trace("Sjekkliste for rom", "pages/rom-sjekkliste.md")
    for source in roadmap.presentation.sources:
        yield source.heading, Trace("Presentasjonen", "plakat.md")
    for page in roadmap.pages:
        for source in page.sources:
            yield source.heading, Trace(page.title, f"pages/{page.file}")
