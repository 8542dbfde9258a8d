"""``content/home.yml``: what the home page says besides the road itself, and what readers can take away."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from roadmap.content.model.base import Content, Identifier, Line, MeasureId, Title


class Door(Content):
    """A way into the roadmap by need, on the home page."""

    title: Title
    text: Line
    measures: Annotated[list[MeasureId], Field(min_length=1, max_length=5)]


class Download(Content):
    """A file to take away: its path on the site, and what readers use it for."""

    file: Identifier
    title: Title
    text: Line
    shown_on: Annotated[list[Literal["forside", "plakat", "veileder", "rom"]], Field(min_length=1)]


class Home(Content):
    """``content/home.yml``: what the home page says besides the road itself."""

    title: Title
    lead: Line
    doors: Annotated[list[Door], Field(min_length=2, max_length=4)]
    downloads: Annotated[list[Download], Field(min_length=1)]
    not_made: Line
