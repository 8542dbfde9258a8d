"""``content/ready_made_texts/*.md``: texts that a department can copy, fill in and use."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import Field

from roadmap.content.model.base import MARKDOWN, Approval, MarkdownPage, MeasureReference, RoleReference, Source, Status


class ReadyMadeText(MarkdownPage):
    """A text for a measure, with blanks in square brackets; the name of its file is its id.

    ``used_by`` is the role that takes it up first. ``notes`` tell those who use it what is not part of it.
    ``made_up`` marks an example that is filled in to show the form. Of a text with ``variants`` only what stands under
    one of its headings is sent, without the heading.
    """

    measure: MeasureReference
    used_by: RoleReference
    notes: Annotated[str, Field(min_length=3, max_length=2000), MARKDOWN] | None = None
    made_up: bool = False
    variants: bool = False
    sources: Annotated[list[Source], Field(min_length=1)]
    status: Status
    approval: Approval | None = None

    @property
    def sections(self) -> list[tuple[str, str]]:
        """Each heading of the text, and what stands under it."""
        _, *parts = re.split(r"^### +(.+)$", self.body, flags=re.MULTILINE)
        return list(zip(parts[::2], parts[1::2], strict=True))
