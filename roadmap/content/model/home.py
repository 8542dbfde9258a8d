"""``content/home.yml``: what the home page says besides the road itself, and what readers can take away."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import Field

from roadmap import urls
from roadmap.content.model.base import Content, Line, Listed, MeasureReference, OneOf, Pattern, Title


class Door(Content):
    """A way into the roadmap by need, on the home page: measures to look at, and tools that help to find out."""

    title: Title
    text: Line
    measures: Annotated[list[MeasureReference], Field(min_length=1, max_length=5)]
    tools: list[Annotated[Listed, OneOf("tools")]] = []


class Download(Content):
    """A file to take away: its path on the site, and what readers use it for."""

    file: Annotated[
        str,
        Pattern(
            rf"(?:{urls.DOWNLOADS}/[a-z0-9-]{{1,60}}\.(pdf|pptx|xlsx|webp|zip)|{urls.TEXTS}/[a-z0-9-]{{1,60}}\.docx"
            rf"|{re.escape(urls.REVIEW_PACK)})",
            "skriv «nedlasting/», et navn av små bokstaver a–z, tall og bindestrek, og .pdf, .pptx, .xlsx, .webp eller "
            f".zip; en Word-fil ligger i «{urls.TEXTS}/»",
        ),
    ]
    title: Title
    text: Line
    shown_on: Annotated[
        list[Literal["forside", "plakat", "veileder", "rom", "maler", "godkjenning"]], Field(min_length=1)
    ]


class Home(Content):
    """``content/home.yml``: what the home page says besides the road itself.

    ``example`` is the file name, without its ending, of the example that it shows; the newest where it names none.
    """

    title: Title
    lead: Line
    doors: Annotated[list[Door], Field(min_length=2, max_length=4)]
    example: Annotated[Listed, OneOf("examples")] | None = None
    downloads: Annotated[list[Download], Field(min_length=1)]
    not_made: Line
