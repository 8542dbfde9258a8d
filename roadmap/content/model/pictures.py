"""``content/pictures.yml``: what the drawn pages say: the challenge, the relapse, and who is who in the scenarios."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from roadmap.content.model.base import PLAIN, Content, Line, MeasureReference, Source, Title

Point = Annotated[str, Field(min_length=3, max_length=110), PLAIN]


class Points(Content):
    """A heading and what stands under it."""

    title: Title
    points: Annotated[list[Point], Field(min_length=1, max_length=8)]


class Statement(Content):
    """A heading and a sentence."""

    title: Title
    text: Line


class Challenge(Content):
    """What pushes, what stands in the way, the question between them, and the direction of the answer."""

    title: Title
    pushes: Points
    obstacles: Points
    question: Statement
    answer: Points
    sources: Annotated[list[Source], Field(min_length=1)]


class Remedy(Content):
    """What works against the relapse, and the measures that do it."""

    text: Point
    measures: Annotated[list[MeasureReference], Field(min_length=1, max_length=8)]


class Remedies(Content):
    """The recommendations; ``note`` says whose they are, ``measures`` what comes before the measures' ids."""

    title: Title
    note: Line
    measures: Title
    points: Annotated[list[Remedy], Field(min_length=1, max_length=8)]


class Relapse(Content):
    """Use that rose and fell: a sketch without numbers, its causes, and what works against it.

    The curve is drawn in ``templates/pictures/relapse.svg``; the three stages stand under its thirds.
    """

    title: Title
    text: Line
    stages: Annotated[list[Statement], Field(min_length=3, max_length=3)]
    sketch: Line
    causes: Points
    remedies: Remedies
    sources: Annotated[list[Source], Field(min_length=1)]


class ScenarioPictures(Content):
    legend: Line


class Pictures(Content):
    challenge: Challenge
    relapse: Relapse
    scenarios: ScenarioPictures
