"""``content/stories/*.md``: success stories, and examples from the project."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from roadmap.content.model.base import (
    Identifier,
    IsoDate,
    Line,
    MarkdownPage,
    MeasureReference,
    OneOf,
    RoleReference,
    Source,
    Status,
)


class Story(MarkdownPage):
    """A success story. ``role`` is the teller's and ``date`` that of the event, where the source gives them."""

    trust: Annotated[Identifier, OneOf("trusts")]
    field: Annotated[Identifier, OneOf("fields")]
    role: RoleReference | None = None
    measures: Annotated[list[MeasureReference], Field(min_length=1)]
    date: IsoDate | None = None
    sources: Annotated[list[Source], Field(min_length=1)]
    consent: Literal["ikke_relevant", "innhentet"]
    consent_reference: Line | None = None
    status: Status
