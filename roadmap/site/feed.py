"""The Atom feed of what is new and what has changed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from roadmap.content.model import Roadmap
from roadmap.site.changes import ChangedPage
from roadmap.templating import environment

_MOST = 30


def feed(
    roadmap: Roadmap, changes: Sequence[ChangedPage], templates: Path, site_url: str, *, has_history: bool
) -> bytes:
    """The feed of the latest of the ``changes``, which come latest first.

    It says where its dates come from: ``has_history`` tells whether that is the history of the content.
    """
    made = environment(templates)
    made.filters["timestamp"] = _timestamp
    return (
        made.get_template("feed/feed.xml.j2")
        .render(
            roadmap=roadmap,
            changes=changes[:_MOST],
            updated=_timestamp(changes[0].updated),
            site_url=site_url,
            has_history=has_history,
        )
        .encode()
    )


def _timestamp(when: datetime) -> str:
    """A time as Atom writes it."""
    return f"{when:%Y-%m-%dT%H:%M:%SZ}"
