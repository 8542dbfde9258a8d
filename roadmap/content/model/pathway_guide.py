"""The guide for pathway supervisors, ``content/pathway_guide/``."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from roadmap.content.model.base import (
    PLAIN,
    Approval,
    Content,
    HeadingReference,
    Letter,
    Line,
    MarkdownPage,
    MeasureReference,
    Pattern,
    RoleReference,
    Status,
)


class Scale(Content):
    low: Annotated[str, Field(min_length=1, max_length=40), PLAIN]
    high: Annotated[str, Field(min_length=1, max_length=40), PLAIN]


class Question(Content):
    """A reflection question that a meeting can answer; ``answer`` decides how much room it gets on paper.

    Those that are ``starred`` are the meeting's; the others are for those who have time.
    """

    id: Annotated[str, Pattern("[a-z0-9-]{3,60}", "bruk 3–60 tegn: bare små bokstaver a–z, tall og bindestrek")]
    chapter: int
    starred: bool = False
    text: Annotated[str, Field(min_length=10, max_length=200), PLAIN]
    why: Line
    audience: Annotated[list[RoleReference], Field(min_length=1)]
    answer: Literal["fritekst", "ja_nei", "skala", "liste"]
    hint: Line | None = None
    scale: Scale | None = None
    measures: list[MeasureReference] = []
    sources: Annotated[list[HeadingReference], Field(min_length=1)]


class Questions(Content):
    """All questions, with what they have in common: the answers to «ja_nei», and how many points a scale has."""

    yes_no_options: Annotated[list[Annotated[str, Field(min_length=1, max_length=30), PLAIN]], Field(min_length=2)]
    scale_points: Annotated[int, Field(ge=3, le=10)]
    questions: Annotated[list[Question], Field(min_length=1)]


class GuideFront(MarkdownPage):
    """The guide's first page, with the status of the whole guide, how long its meeting is, and a note to the agenda."""

    minutes: Annotated[int, Field(ge=1, le=240)]
    agenda_note: Line | None = None
    status: Status
    approval: Approval | None = None


class Chapter(MarkdownPage):
    """A chapter: ``activity`` and ``led_by`` are its line in the agenda, ``asked_first`` those who know most of it."""

    chapter: Annotated[int, Field(ge=1, le=99)]
    minutes: Annotated[int, Field(ge=1, le=90)]
    asked_first: Annotated[list[RoleReference], Field(min_length=1)]
    outcome: Line
    activity: Line
    led_by: RoleReference


class Appendix(MarkdownPage):
    appendix: Letter
