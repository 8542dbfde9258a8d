"""The measures, ``content/measures/``."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from roadmap.content.model.base import (
    MARKDOWN,
    PLAIN,
    Approval,
    Content,
    FileName,
    IsoDate,
    Line,
    Listed,
    MeasureId,
    MeasureReference,
    OneOf,
    RoleReference,
    Source,
    Status,
    Summary,
    TargetGroup,
)

Hours = Annotated[float, Field(gt=0, le=40, multiple_of=0.25)]
Sign = Annotated[str, Field(min_length=3, max_length=200), PLAIN]


class Action(Content):
    """What somebody does, and when; the hours are one person's: once, and every month from then on."""

    when: Annotated[str, Field(min_length=3, max_length=40), PLAIN]
    role: RoleReference
    text: Line
    hours: Hours | None = None
    monthly_hours: Hours | None = None


class Measure(Content):
    file: FileName
    id: MeasureId
    former_ids: list[MeasureId] = []
    title: Annotated[str, Field(min_length=3, max_length=60), PLAIN]
    summary: Summary
    description: Annotated[str, Field(min_length=1, max_length=2000), MARKDOWN]
    useful_for: Annotated[list[TargetGroup], Field(min_length=1)]
    prerequisites: Annotated[list[Line], Field(min_length=1, max_length=4)]
    requires: list[MeasureReference] = []
    actions: Annotated[list[Action], Field(min_length=3, max_length=7)]
    started_when: Annotated[list[Sign], Field(min_length=1, max_length=2)]
    works_when: Annotated[list[Sign], Field(min_length=1, max_length=2)]
    level: Annotated[Listed, OneOf("levels")]
    related: list[MeasureReference] = []
    sources: Annotated[list[Source], Field(min_length=1)]
    status: Status
    owner: RoleReference | None = None
    reviewed: IsoDate | None = None
    approval: Approval | None = None

    @property
    def actors(self) -> list[str]:
        """The roles that do the work, each once, in the order of the actions."""
        return list(dict.fromkeys(action.role for action in self.actions))

    @property
    def letter(self) -> str:
        return self.id[0]

    @property
    def slug(self) -> str:
        return self.id.lower()
