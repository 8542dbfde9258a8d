"""What the roadmap rests on and what surrounds it: sources, stories, pages, findings, words."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from roadmap.model.base import Content, Identifier, IsoDate, Line, MarkdownPage, MeasureId, Source, Status, Title


class Heading(Content):
    """A heading of the project overview, which every source points at; ``unused`` says why nothing rests on it."""

    id: Identifier
    heading: Line
    unused: Line | None = None


class Overview(Content):
    title: Title
    headings: Annotated[list[Heading], Field(min_length=1)]


class Story(MarkdownPage):
    """A success story. ``role`` is the teller's and ``date`` that of the event, where the source gives them."""

    trust: Identifier
    field: Identifier
    role: Identifier | None = None
    measures: Annotated[list[MeasureId], Field(min_length=1)]
    date: IsoDate | None = None
    sources: Annotated[list[Source], Field(min_length=1)]
    consent: Literal["ikke_relevant", "innhentet"]
    consent_reference: Line | None = None
    status: Status


class Page(MarkdownPage):
    sources: list[Source] = []


class Need(Content):
    """What somebody needs, in a paraphrase of what the interviews found."""

    role: Identifier
    text: Line


class Insight(Content):
    """A finding of the diagnosis phase, the needs behind it, and the measures that answer it."""

    id: Identifier
    title: Title
    finding: Annotated[str, Field(min_length=40, max_length=500)]
    needs: Annotated[list[Need], Field(min_length=1)]
    measures: Annotated[list[MeasureId], Field(min_length=1)]
    sources: Annotated[list[Source], Field(min_length=1)]


class Insights(Content):
    insights: Annotated[list[Insight], Field(min_length=1)]


class Scenario(Content):
    """A kind of video consultation: who takes part, when it suits, and what to clear up first."""

    id: Identifier
    title: Title
    people: Line
    suits: Annotated[str, Field(min_length=10, max_length=400)]
    prepare: Annotated[str, Field(min_length=10, max_length=400)]
    focus: bool = False
    measures: Annotated[list[MeasureId], Field(min_length=1)]


class Scenarios(Content):
    sources: Annotated[list[Source], Field(min_length=1)]
    scenarios: Annotated[list[Scenario], Field(min_length=1)]


class Criterion(Content):
    """One thing that a room for video must be, and how to see that it is."""

    id: Identifier
    title: Title
    text: Line
    checks: Annotated[list[Line], Field(min_length=2, max_length=3)]


class RoomChecklist(Content):
    title: Title
    sources: Annotated[list[Source], Field(min_length=1)]
    criteria: Annotated[list[Criterion], Field(min_length=1)]


class Term(Content):
    """A word that a newcomer needs; ``forms`` are its inflections as they stand in texts."""

    term: Annotated[str, Field(min_length=2, max_length=40)]
    meaning: Annotated[str, Field(min_length=10, max_length=160)]
    forms: list[str] = []

    @property
    def slug(self) -> str:
        return self.term.lower().replace(" ", "-")


class RefusedWord(Content):
    """A word that the texts don't use, and what they say instead."""

    word: Annotated[str, Field(min_length=2, max_length=40)]
    instead: Annotated[str, Field(min_length=2, max_length=60)]


class Glossary(Content):
    terms: Annotated[list[Term], Field(min_length=1)]
    refused: list[RefusedWord] = []
