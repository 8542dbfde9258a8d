"""The measures, ``content/measures/``."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from roadmap.content.model.base import (
    MARKDOWN,
    PLAIN,
    Approval,
    Content,
    Identifier,
    IsoDate,
    Line,
    MeasureId,
    MeasureReference,
    OneOf,
    RoleReference,
    Source,
    Status,
    Summary,
    TargetGroup,
)


class Action(Content):
    role: RoleReference
    text: Line


class Measure(Content):
    file: str
    id: MeasureId
    title: Annotated[str, Field(min_length=3, max_length=60), PLAIN]
    summary: Summary
    description: Annotated[str, Field(min_length=1, max_length=2000), MARKDOWN]
    target_groups: Annotated[list[TargetGroup], Field(min_length=1)]
    prerequisites: Annotated[list[Line], Field(min_length=2, max_length=4)]
    requires: list[MeasureReference] = []
    actions: Annotated[list[Action], Field(min_length=3, max_length=6)]
    indicators: Annotated[list[Line], Field(min_length=1, max_length=3)]
    level: Annotated[Identifier, OneOf("levels")]
    effort: Annotated[Identifier, OneOf("efforts")]
    related: list[MeasureReference] = []
    sources: Annotated[list[Source], Field(min_length=1)]
    status: Status
    owner: RoleReference
    reviewed: IsoDate
    approval: Approval | None = None

    @property
    def letter(self) -> str:
        return self.id[0]

    @property
    def slug(self) -> str:
        return self.id.lower()
