"""mkdocs-with-pdf puts the guide's pages into one document; this is all that knows how.

What is used of version 0.9.3, which is pinned because it is no longer maintained:

* ``Generator.on_post_page`` takes the ``article`` of a page and prefixes its ids and links with the page's URL. Of the
  page it asks for the attributes of ``_Page``.
* ``Generator.on_post_build`` puts the articles of ``on_nav``'s pages together, adds ``#doc-toc``, and calls
  ``HTML(string=…).render().write_pdf(…)`` of its own module. It gives WeasyPrint no options and no way to refuse a URL,
  so that call is answered here, and the core renders the document instead. ``style_for_print`` needs a cover's title;
  neither its styles nor its cover are ours.
"""

from __future__ import annotations

import logging
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from unittest import mock

from bs4 import BeautifulSoup
from mkdocs_with_pdf import generator as with_pdf_generator
from mkdocs_with_pdf.plugin import WithPdfPlugin

from roadmap.errors import OutputError
from roadmap.guide.chapters import GuidePage
from roadmap.guide.document import Combine


def combiner(plugin: WithPdfPlugin) -> Combine:
    """The plugin, set up by mkdocs.yml, as a function of the guide's pages."""
    generator = plugin.generator
    generator.logger.setLevel(logging.WARNING)

    def combine(pages: Sequence[GuidePage]) -> str:
        captured: list[str] = []

        class Capture:
            """Stands in for WeasyPrint's HTML, and keeps what it is given."""

            def __init__(self, string: str) -> None:
                captured.append(string)

            def render(self) -> Capture:
                return self

            def write_pdf(self, target: str) -> None:
                """The core does that."""

        replaced = mock.patch.multiple(with_pdf_generator, HTML=Capture, style_for_print=lambda options: "")
        with tempfile.TemporaryDirectory() as folder, replaced:
            section = _Section(pages[0].title, [_Page.of(page, Path(folder)) for page in pages])
            for page, given in zip(section.children, pages, strict=True):
                document = f"<html><head></head><body>{given.article}</body></html>"
                generator.on_post_page(document, page, "veileder.pdf")
            generator.on_nav([section])
            generator.on_post_build({"site_dir": folder}, "veileder.pdf")
        if len(captured) != 1:
            raise OutputError("veilederen: mkdocs-with-pdf har ikke satt sammen ett dokument")
        return _with_leaders(captured[0])

    return combine


@dataclass
class _File:
    url: str
    src_path: str
    abs_dest_path: str


@dataclass
class _Page:
    """A page as mkdocs-with-pdf knows it."""

    url: str
    title: str
    file: _File
    is_section: bool = False
    children: list[_Page] = field(default_factory=list)

    @classmethod
    def of(cls, page: GuidePage, folder: Path) -> _Page:
        return cls(page.url, page.title, _File(page.url, "index.md", str(folder / page.url / "index.html")))


@dataclass
class _Section:
    """A section of the navigation as mkdocs-with-pdf knows it; it puts the pages of one into one article."""

    title: str
    children: list[_Page]
    is_section: bool = True
    ancestors: list[_Section] = field(default_factory=list)


def _with_leaders(document: str) -> str:
    """Gives each entry of the contents a box for its dotted line, outside the link.

    A link must hold words alone: WeasyPrint does not tag one with an element in it as PDF/UA wants it.
    """
    soup = BeautifulSoup(document, "html.parser")
    for link in soup.select("#doc-toc a"):
        link.string = link.get_text()
        link.wrap(soup.new_tag("div", attrs={"class": "entry"}))
    return str(soup)
