"""A page of the site, as the theme gets it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from roadmap.site.paper import PaperPage

# The kind of what is left of a page that nobody is to find, share or edit.
WITHDRAWN_KIND = "withdrawn"


@dataclass(frozen=True)
class SitePage:
    """A page: its path under ``content/``, its title, its article as safe HTML, and the file that is edited.

    ``meta`` are the facts that the theme puts around the article: kind, letter, number, description …
    ``paper`` is what readers on paper need to know besides.
    """

    path: str
    title: str
    html: str
    paper: PaperPage
    edit_path: str | None
    meta: Mapping[str, str] = field(default_factory=dict)
