"""``content/poster.yml``: what the poster says besides the roadmap itself."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from roadmap.content.model.base import MARKDOWN, PLAIN, Content, Line, Title


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
    legend: Line
    mark_for: Line
    first: Annotated[str, Field(min_length=3, max_length=20), PLAIN]
    edition: Line
    back: PosterBack
