"""``content/poster.yml``: what the poster says besides the roadmap itself."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from roadmap.content.model.base import MARKDOWN, Content, Line, Title


class PosterBack(Content):
    """The second page of the handout."""

    title: Title
    text: Annotated[str, Field(min_length=1, max_length=2500), MARKDOWN]


class PosterText(Content):
    """``content/poster.yml``: what the poster says besides the roadmap itself."""

    working_lead: Line
    how: Line
    back_to: Line
    who_and_when: Line
    mark_for: Line
    edition: Line
    back: PosterBack
