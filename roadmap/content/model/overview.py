"""``content/overview.yml``: the headings of the project overview, which every source points at."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from roadmap.content.model.base import Content, Identifier, Line, Title


class Heading(Content):
    """A heading of the project overview, which every source points at.

    ``ours`` is the part of it that the overview does not say; ``unused`` says why nothing rests on it.
    """

    id: Identifier
    heading: Line
    ours: Line | None = None
    unused: Line | None = None


class Overview(Content):
    title: Title
    headings: Annotated[list[Heading], Field(min_length=1)]
