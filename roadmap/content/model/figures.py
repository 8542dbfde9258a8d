"""``content/figures.yml``: every figure in the texts, and where it comes from."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from roadmap.content.model.base import Content, HeadingReference, Line, Pattern

Arithmetic = Annotated[
    str, Pattern("[0-9a-z+*/(),. -]{1,120}", "bruk bare tall, + - * /, parenteser og round(tall, sifre)")
]


class Figure(Content):
    """A figure and its origins, one or more of them.

    It is stated under a ``heading`` of the overview, ``computed`` by arithmetic (every expression must give it),
    ``counted`` in the content itself, or ``asked`` of the reader, which is no claim about the world.
    """

    value: Annotated[int, Field(ge=0)]
    heading: HeadingReference | None = None
    computed: Annotated[list[Arithmetic], Field(min_length=1)] | None = None
    counted: Literal["steg", "tiltak", "spørsmål", "kapitler", "minutter", "innsikter", "scenarier"] | None = None
    asked: Line | None = None


class Figures(Content):
    figures: list[Figure]
