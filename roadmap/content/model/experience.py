"""What examples from the project and success stories have in common: where it happened, and what it shows."""

from __future__ import annotations

import datetime
from typing import Annotated

from pydantic import Field

from roadmap.content.model.base import IsoDate, Listed, MarkdownPage, MeasureReference, OneOf, Source, Status


class Experience(MarkdownPage):
    """Something that was done, and the measures that it shows. ``date`` is that of the event, where it is known."""

    trust: Annotated[Listed, OneOf("trusts")]
    field: Annotated[Listed, OneOf("fields")]
    measures: Annotated[list[MeasureReference], Field(min_length=1)]
    date: IsoDate | None = None
    sources: Annotated[list[Source], Field(min_length=1)]
    status: Status

    @property
    def review_due(self) -> datetime.date | None:
        """The last day for somebody to read it through again; none where what it tells stays as it is."""
        return None

    def overdue_on(self, day: datetime.date) -> datetime.date | None:
        """The day by which it should have been read through again, where that is past on ``day``."""
        return self.review_due if self.review_due and self.review_due < day else None
