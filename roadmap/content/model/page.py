"""``content/pages/*.md``: the site's other pages; and the lists of examples and stories, which are written alike."""

from __future__ import annotations

from roadmap.content.model.base import MarkdownPage, PageSource


class BackgroundPage(MarkdownPage):
    sources: list[PageSource] = []
