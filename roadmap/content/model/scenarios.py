"""``content/scenarios.yml``: the kinds of video consultation."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from roadmap.content.model.base import PLAIN, Content, Identifier, Line, MeasureReference, Source, Title


class Scenario(Content):
    """A kind of video consultation: who takes part, when it suits (``briefly`` too), and what to clear up first."""

    id: Identifier
    title: Title
    people: Line
    suits: Annotated[str, Field(min_length=10, max_length=400), PLAIN]
    briefly: Annotated[str, Field(min_length=10, max_length=80), PLAIN]
    prepare: Annotated[str, Field(min_length=10, max_length=400), PLAIN]
    focus: bool = False
    measures: Annotated[list[MeasureReference], Field(min_length=1)]


class Scenarios(Content):
    sources: Annotated[list[Source], Field(min_length=1)]
    scenarios: Annotated[list[Scenario], Field(min_length=1)]
