"""HTML as a Word document: headings, paragraphs, lists and tables with real styles, blanks as controls to fill in.

It knows what the templates in ``templates/word/`` use, and what editors' Markdown can become.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docx
from bs4 import BeautifulSoup, NavigableString, PageElement, Tag
from docx.document import Document
from docx.shared import Cm, Pt, Twips
from docx.text.paragraph import Paragraph

from roadmap.word import openxml
from roadmap.word.inline import Piece, pieces, write

_HEADINGS = {"h1": "Heading 1", "h2": "Heading 2", "h3": "Heading 3", "h4": "Heading 3"}
_CLASSES = {"title": "Title", "lead": "Subtitle", "notice": "Merknad", "inner": "toc 2"}
_BLOCKS = frozenset(["p", "ul", "ol", "table", "blockquote", "pre", "div", "hr", "nav", "footer", "dl", *_HEADINGS])


def word_file(html: str, styles: Path, title: str, date: datetime.date) -> bytes:
    """The document as bytes; ``styles`` is a Word style sheet, and ``date`` the day that the file says it is from."""
    return openxml.file_of(_Writer(styles, title, date).write(html))


class _Writer:
    def __init__(self, styles: Path, title: str, date: datetime.date) -> None:
        self._document: Document = docx.Document()
        openxml.set_looks(self._document, styles)
        # Controls and bookmarks have numbers of their own, each like no other.
        self._number = 0
        self._is_after_table = False
        section = self._document.sections[0]
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(2.5)
        section.top_margin, section.bottom_margin = Cm(2.2), Cm(2)
        properties = self._document.core_properties
        properties.title, properties.language = title, openxml.LANGUAGE
        properties.author = properties.last_modified_by = properties.comments = ""
        properties.created = properties.modified = datetime.datetime.combine(date, datetime.time())

    def write(self, html: str) -> Document:
        for element in BeautifulSoup(html, "html.parser").children:
            self._block(element)
        if self._is_after_table:
            # A document ends with a paragraph.
            self._paragraph([], "Normal")
        return self._document

    def _block(self, element: PageElement, style: str = "Normal", level: int = 0) -> None:
        """A block of HTML as one or more paragraphs; text between blocks is one of its own."""
        if not isinstance(element, Tag):
            if str(element).strip():
                self._paragraph([Piece(str(element))], style)
            return
        match element.name:
            case "ul" | "ol":
                self._list(element, level)
            case "table":
                self._table(element)
            case "nav":
                self._contents(element)
            case "footer":
                self._footer(element)
            case "hr":
                pass
            case "blockquote":
                for child in element.children:
                    self._block(child, "Quote")
            case name if name in _HEADINGS or name == "p" or not _has_blocks(element):
                self._paragraph(list(pieces(element)), _style(element, style), element)
            case _:
                for child in element.children:
                    self._block(child, style, level)

    def _paragraph(self, content: list[Piece], style: str, element: Tag | None = None) -> Paragraph:
        paragraph = self._document.add_paragraph(style=style)
        if self._is_after_table and style not in _HEADINGS.values():
            paragraph.paragraph_format.space_before = Pt(8)
        self._is_after_table = False
        self._fill(paragraph, content)
        if element is not None and "new-page" in (element.get("class") or []):
            paragraph.paragraph_format.page_break_before = True
        if element is not None and (name := element.get("id")):
            openxml.add_bookmark(paragraph, str(name), self._next_number())
        return paragraph

    def _fill(self, paragraph: Paragraph, content: list[Piece]) -> None:
        write(paragraph, content, self._next_number)

    def _list(self, element: Tag, level: int) -> None:
        numbered = element.name == "ol"
        start = int(str(element.get("start") or 1))
        numbering = openxml.new_numbers(self._document, start, level) if numbered else openxml.BULLETS
        style = "List Number" if numbered else "List Bullet"
        for item in element.find_all("li", recursive=False):
            is_first = True
            for part in _parts(item):
                if isinstance(part, list):
                    paragraph = self._paragraph(part, style if is_first else "List Continue")
                    if is_first:
                        openxml.number(paragraph, numbering, level)
                    else:
                        paragraph.paragraph_format.left_indent = Twips(openxml.indent(level))
                    is_first = False
                else:
                    self._block(part, level=level + 1)

    def _table(self, element: Tag) -> None:
        rows = [row.find_all(["th", "td"], recursive=False) for row in element.find_all("tr")]
        if not rows:
            return
        if self._is_after_table:
            # Word makes one table of two that nothing stands between.
            self._paragraph([], "Normal")
        is_form = "form" in (element.get("class") or [])
        table = self._document.add_table(len(rows), max(map(len, rows)), "Skjema" if is_form else "Table Grid")
        for row, cells in zip(table.rows, rows, strict=True):
            for place, cell in zip(row.cells, cells, strict=False):
                self._fill(place.paragraphs[0], list(pieces(cell)))
        if widths := element.get("data-widths"):
            openxml.set_widths(table, [Cm(float(width)) for width in str(widths).split()])
        if is_form:
            openxml.make_form(table)
        elif element.find("thead"):
            openxml.mark_header_row(table)
        self._is_after_table = True

    def _contents(self, element: Tag) -> None:
        entries = element.find_all("p")
        made = [self._paragraph(list(pieces(entry)), _style(entry, "toc 1")) for entry in entries]
        if made:
            openxml.make_contents(made, str(element.get("data-levels") or "1-2"))

    def _footer(self, element: Tag) -> None:
        paragraph = self._document.sections[0].footer.paragraphs[0]
        paragraph.style = "footer"
        self._fill(paragraph, list(pieces(element)))

    def _next_number(self) -> int:
        self._number += 1
        return self._number


def _style(element: Tag, other: str) -> str:
    classes: Any = element.get("class") or []
    return next((_CLASSES[name] for name in classes if name in _CLASSES), _HEADINGS.get(element.name, other))


def _has_blocks(element: Tag) -> bool:
    return element.find(list(_BLOCKS)) is not None


def _parts(item: Tag) -> Iterator[list[Piece] | Tag]:
    """What a list item holds: runs of text, each a paragraph, and the lists and other blocks between them."""
    text: list[Piece] = []
    for child in item.children:
        if isinstance(child, Tag) and child.name in _BLOCKS:
            if any(piece.text.strip() for piece in text):
                yield text
            text = []
            yield list(pieces(child)) if child.name == "p" else child
        elif isinstance(child, Tag | NavigableString):
            text += pieces(child)
    if any(piece.text.strip() for piece in text):
        yield text
