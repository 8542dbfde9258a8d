"""``content/insights.yml``: what the diagnosis phase found."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from roadmap.content.model.base import PLAIN, Content, Identifier, Line, MeasureReference, RoleReference, Source, Title


class Need(Content):
    """What somebody needs, in a paraphrase of what the interviews found."""

    role: RoleReference
    text: Line


class Insight(Content):
    """A finding of the diagnosis phase, the needs behind it, and the measures that answer it."""

    id: Identifier
    title: Title
    finding: Annotated[str, Field(min_length=40, max_length=500), PLAIN]
    needs: Annotated[list[Need], Field(min_length=1)]
    measures: Annotated[list[MeasureReference], Field(min_length=1)]
    sources: Annotated[list[Source], Field(min_length=1)]


class Insights(Content):
    insights: Annotated[list[Insight], Field(min_length=1)]
