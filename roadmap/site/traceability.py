"""From each heading of the project overview to every place on the site that rests on it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from roadmap import urls
from roadmap.content.model import BackgroundPage, Experience, Heading, Roadmap, Source
from roadmap.text.insertions import QUESTIONS, figure_id, page_with
from roadmap.text.markdown import parse

_MOST_EXPERIENCES = 20


@dataclass(frozen=True)
class Trace:
    """Something that rests on a heading, the page that shows it, and where on the page it stands.

    What has no title of its own says its kind. ``number`` is a question's, as its page shows it, or how many of a
    list it stands for.
    """

    page: str
    title: str = ""
    kind: Literal["titled", "question", "presentation", "list"] = "titled"
    number: str = ""
    anchor: str = ""


@dataclass(frozen=True)
class TracedHeading:
    heading: Heading
    traces: list[Trace]


def traced_headings(roadmap: Roadmap) -> list[TracedHeading]:
    """Every heading in the overview's order, with what rests on it in the site's order, each place once."""
    pairs = list(_traces(roadmap))
    return [
        TracedHeading(heading, list(dict.fromkeys(trace for cited, trace in pairs if cited == heading.id)))
        for heading in roadmap.overview.headings
    ]


def _traces(roadmap: Roadmap) -> Iterator[tuple[str, Trace]]:
    for measure in roadmap.measures:
        yield from _cited(measure.sources, Trace(urls.measure_page(measure.id), f"{measure.id} {measure.title}"))
    yield from _questions(roadmap)
    yield from _written(urls.EXAMPLE_LIST, roadmap.example_list)
    yield from _experiences(urls.EXAMPLE_LIST, roadmap.example_list, roadmap.examples)
    yield from _written(urls.STORY_LIST, roadmap.story_list)
    yield from _experiences(urls.STORY_LIST, roadmap.story_list, roadmap.stories)
    for text in roadmap.ready_made_texts:
        yield from _cited(text.sources, Trace(urls.text_page(text.slug), text.title))
    if page := page_with("innsikter", roadmap):
        for insight in roadmap.insights:
            yield from _cited(insight.sources, Trace(page, insight.title, anchor=insight.id))
    scenarios, criteria = roadmap.scenarios, roadmap.room_checklist
    for insertion, sources, first in (
        ("scenarier", scenarios.sources, scenarios.scenarios[0].id),
        ("sjekkliste for rom", criteria.sources, criteria.criteria[0].id),
        ("gevinster", roadmap.gains.sources, figure_id("gevinster")),
        ("tilbakefall", roadmap.pictures.relapse.sources, figure_id("tilbakefall")),
        ("utfordringen", roadmap.pictures.challenge.sources, figure_id("utfordringen")),
    ):
        if page := page_with(insertion, roadmap):
            yield from _cited(sources, Trace(page, roadmap.page_title(page), anchor=first))
    yield from _cited(roadmap.presentation.sources, Trace(urls.POSTER_PAGE, kind="presentation"))
    for background in roadmap.pages:
        yield from _written(f"pages/{background.file}", background)
    for role in roadmap.role_pages:
        yield from _written(urls.role_page(role.file), role)
    for tool in roadmap.tools:
        yield from _written(f"tools/{tool.file}", tool)


def _experiences(path: str, page: BackgroundPage, experiences: Sequence[Experience]) -> Iterator[tuple[str, Trace]]:
    """Each experience; where more rest on a heading than a reader looks through, their list and how many they are."""
    traces = [
        (heading, Trace(urls.beside(path, experience.file), experience.title))
        for experience in experiences
        for heading in dict.fromkeys(source.heading for source in experience.sources)
    ]
    counts = Counter(heading for heading, _ in traces)
    yield from ((heading, trace) for heading, trace in traces if counts[heading] <= _MOST_EXPERIENCES)
    for heading, count in counts.items():
        if count > _MOST_EXPERIENCES:
            yield heading, Trace(path, page.title, kind="list", number=str(count))


def _questions(roadmap: Roadmap) -> Iterator[tuple[str, Trace]]:
    for chapter in roadmap.chapters:
        are_shown = QUESTIONS in parse(chapter.body).insertions
        for number, question in enumerate(roadmap.chapter_questions(chapter), start=1):
            trace = Trace(
                f"pathway_guide/{chapter.file}",
                kind="question",
                number=f"{chapter.chapter}.{number}",
                anchor=question.id if are_shown else "",
            )
            yield from ((heading, trace) for heading in question.sources)


def _written(path: str, page: BackgroundPage) -> Iterator[tuple[str, Trace]]:
    """What a page rests on, each source where its section is."""
    headings = parse(page.body).headings
    whole = Trace(path, page.title)
    for source in page.sources:
        section = source.section or ""
        title = f"{page.title}: {headings[section]}" if section in headings else page.title
        yield from _cited([source], replace(whole, title=title, anchor=section))


def _cited(sources: Iterable[Source], trace: Trace) -> Iterator[tuple[str, Trace]]:
    for source in sources:
        yield source.heading, trace
