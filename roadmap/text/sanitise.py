"""HTML reduced to what a text needs: no script, no style, no address that could run or fetch anything."""

from __future__ import annotations

import re
from collections.abc import Callable

import nh3

# Where a fragment is put in after sanitising; Markdown has no way to write it.
INSERTION_TAG = "insertion-point"

_TAGS = {
    INSERTION_TAG,
    *("a", "abbr", "blockquote", "br", "caption", "code", "dd", "del", "div", "dl", "dt", "em", "figcaption", "figure"),
    *("h1", "h2", "h3", "h4", "h5", "h6", "hr", "img", "li", "ol", "p", "pre", "span", "strong", "sub", "sup"),
    *("table", "tbody", "td", "th", "thead", "tr", "ul"),
}
_ATTRIBUTES = {
    INSERTION_TAG: {"name"},
    "*": {"class", "id", "title", "lang"},
    "a": {"href"},
    "img": {"src", "alt", "width", "height"},
    "td": {"colspan", "rowspan"},
    "th": {"scope", "colspan", "rowspan"},
    "ol": {"start"},
}
LINK_SCHEMES = {"https", "http", "mailto", "tel"}


def sanitise(html: str, resolve: Callable[[str], str] | None = None) -> str:
    """The HTML with only the tags, attributes and link schemes that a text needs.

    Images keep no address that leaves the site. ``resolve`` gives the final address of each link and image.
    """

    def attribute(tag: str, name: str, value: str) -> str | None:
        if name not in ("href", "src"):
            return value
        if name == "src" and not is_within_site(value):
            return None
        return resolve(value) if resolve else value

    return nh3.clean(
        html,
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        attribute_filter=attribute,
        url_schemes=LINK_SCHEMES,
        link_rel=None,
        strip_comments=True,
    )


def is_within_site(url: str) -> bool:
    """Whether a URL is relative to the page it stands on, so that it can't lead to another host."""
    return not re.match(r"(?i)\s*([a-z][a-z0-9+.-]*:|[/\\])", url)
