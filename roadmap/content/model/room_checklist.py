"""``content/room_checklist.yml``: what a room for video must be."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from roadmap.content.model.base import Approval, Content, Identifier, Line, Source, Status, Title


class Criterion(Content):
    """One thing that a room for video must be, and how to see that it is."""

    id: Identifier
    title: Title
    text: Line
    checks: Annotated[list[Line], Field(min_length=2, max_length=3)]


class RoomChecklist(Content):
    """The checklist; ``proposal`` says what of it nobody has approved, as long as its status is a draft's."""

    title: Title
    status: Status
    proposal: Line
    approval: Approval | None = None
    sources: Annotated[list[Source], Field(min_length=1)]
    criteria: Annotated[list[Criterion], Field(min_length=1)]
