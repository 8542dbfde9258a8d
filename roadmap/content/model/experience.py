"""What examples from the project and success stories have in common: where it happened, and what it shows."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from roadmap.content.model.base import Identifier, IsoDate, MarkdownPage, MeasureReference, OneOf, Source, Status


class Experience(MarkdownPage):
    """Something that was done, and the measures that it shows. ``date`` is that of the event, where it is known."""

    trust: Annotated[Identifier, OneOf("trusts")]
    field: Annotated[Identifier, OneOf("fields")]
    measures: Annotated[list[MeasureReference], Field(min_length=1)]
    date: IsoDate | None = None
    sources: Annotated[list[Source], Field(min_length=1)]
    status: Status
