"""``content/redirects.yml``: addresses that are retired, and the pages that took their place."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from roadmap import urls
from roadmap.content.model.base import Content, Pattern

_EXAMPLE = urls.page_url(urls.measure_page("A9"))


class Redirect(Content):
    """An address that the site once had, and the page under ``content/`` that a visitor is sent on to."""

    from_: Annotated[
        str,
        Pattern(
            "/(?:[a-z0-9æøå]+(?:[_-][a-z0-9æøå]+)*/){1,5}",
            f"skriv adressen uten navnet på nettstedet, med skråstrek først og sist, for eksempel «/{_EXAMPLE}»",
        ),
    ] = Field(alias="from")
    to: Annotated[
        str,
        Pattern(
            r"[a-z0-9æøå_/-]{1,120}\.md",
            "skriv siden slik lenker i content/ gjør, for eksempel «measures/a1.md»",
        ),
    ]


class Redirects(Content):
    """All of them; the list may be empty."""

    redirects: list[Redirect]
