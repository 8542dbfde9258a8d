"""Links as editors write them, from file to file under ``content/``, made into URLs."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable
from urllib.parse import unquote, urldefrag

from roadmap import urls

_SCHEME = re.compile(r"(?i)([a-z][a-z0-9+.-]*):")


def scheme(target: str) -> str | None:
    """The scheme of a link that leaves the site, in lower case; ``//`` for one that leaves it without naming any."""
    if re.match(r"[/\\]{2}", target):
        return "//"
    match = _SCHEME.match(target)
    return match[1].lower() if match else None


def target_path(target: str, page: str) -> tuple[str, str]:
    """The path under ``content/`` and the anchor that a link on ``page`` leads to; no path leads to the page itself."""
    address, anchor = urldefrag(target)
    path = posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(address))) if address else page
    return path, unquote(anchor)


def on_site(page: str, at: str | None = None) -> Callable[[str], str]:
    """Leads the links of ``page``, a path under ``content/``, to where their targets are on the site.

    ``at`` is the page that shows what was written on ``page``, where that is another.
    """
    here = urls.page_url(at or page)

    def resolve(target: str) -> str:
        if scheme(target) or (target.startswith("#") and at in (None, page)):
            return target
        path, anchor = target_path(target, page)
        url = urls.page_url(path) if path.endswith(".md") else urls.destination(path)
        return urls.relative(url, here) + (f"#{anchor}" if anchor else "")

    return resolve


def on_paper(
    page: str, site_url: str, within: frozenset[str] = frozenset(), at: str | None = None
) -> Callable[[str], str]:
    """Leads the links of ``page`` to the site, but those to the pages ``within`` the same document into it."""

    def resolve(target: str) -> str:
        if scheme(target):
            return target
        path, anchor = target_path(target, page)
        if path in within:
            return on_site(page, at)(target)
        return site_url + urls.page_url(path) + (f"#{anchor}" if anchor else "")

    return resolve
