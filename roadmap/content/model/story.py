"""``content/stories/*.md``: success stories, and examples from the project."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from roadmap.content.model.base import Identifier, IsoDate, Line, MarkdownPage, MeasureId, Source, Status


class Story(MarkdownPage):
    """A success story. ``role`` is the teller's and ``date`` that of the event, where the source gives them."""

    trust: Identifier
    field: Identifier
    role: Identifier | None = None
    measures: Annotated[list[MeasureId], Field(min_length=1)]
    date: IsoDate | None = None
    sources: Annotated[list[Source], Field(min_length=1)]
    consent: Literal["ikke_relevant", "innhentet"]
    consent_reference: Line | None = None
    status: Status
