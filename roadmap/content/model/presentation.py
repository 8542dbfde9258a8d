"""What the presentation says besides the roadmap itself, ``content/presentation.yml``."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from roadmap.content.model.base import PLAIN, Content, Line, MeasureReference, Source, Summary, Title

Label = Annotated[str, Field(min_length=2, max_length=40), PLAIN]
Notes = Annotated[list[Line], Field(min_length=1, max_length=6)]


class OpeningSlide(Content):
    """What the first slide says besides the roadmap's title, lead and edition."""

    edition: Label
    notes: Notes


class Column(Content):
    title: Label
    text: Summary


class WhySlide(Content):
    """Who gains by video, in three columns, and what follows from it."""

    title: Title
    columns: Annotated[list[Column], Field(min_length=3, max_length=3)]
    closing: Line
    notes: Notes


class WholeSlide(Content):
    """The slide that shows the whole road."""

    title: Title
    notes: Notes


class StepSlides(Content):
    """What stands over the parts of a step's slide, and over those of its notes."""

    phase: Label
    here: Label
    road: Label
    done_when: Label
    measures: Label
    why: Label
    ask: Line
    answers: Label
    about: Label
    address: Label


class ExampleSlides(Content):
    """The measures that get a slide each, and what stands over the parts of it."""

    measures: Annotated[list[MeasureReference], Field(min_length=1, max_length=4)]
    step: Label
    prerequisites: Label
    actions: Label
    about: Label
    started_when: Label
    works_when: Label
    ask: Line
    address: Label


class BeginSlide(Content):
    """How to choose where to begin: frames the home page's doors."""

    title: Title
    closing: Line
    notes: Notes


class NextStepsSlide(Content):
    title: Title
    points: Annotated[list[Line], Field(min_length=2, max_length=5)]
    qr_code: Label
    notes: Notes


class Presentation(Content):
    """``content/presentation.yml``: what the slides say that the roadmap doesn't; ``notes`` are for the speaker."""

    opening: OpeningSlide
    why: WhySlide
    whole: WholeSlide
    step: StepSlides
    example: ExampleSlides
    begin: BeginSlide
    next_steps: NextStepsSlide
    sources: Annotated[list[Source], Field(min_length=1)]
