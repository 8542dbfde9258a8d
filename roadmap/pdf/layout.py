"""Where WeasyPrint has put things: the one place that reads its boxes.

It relies on parts of WeasyPrint 70 that are not documented: ``Page._page_box``, and of a box ``element``, ``children``,
``text``, ``position_x``, ``position_y``, ``width``, ``height``, ``margin_width()`` and ``margin_height()``.
All lengths are CSS pixels from the top left of the page.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import weasyprint
from weasyprint.formatting_structure.boxes import Box

_MILLIMETRES_PER_PIXEL = 25.4 / 96


@dataclass(frozen=True)
class TextRun:
    """A run of text on one line."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True)
class Element:
    """An element with ``data-kind`` on a page. ``texts`` are those that no such element within it holds."""

    kind: str
    name: str
    left: float
    top: float
    right: float
    bottom: float
    texts: list[TextRun] = field(default_factory=list)

    @property
    def height(self) -> float:
        return self.bottom - self.top


@dataclass(frozen=True)
class PageLayout:
    width: float
    height: float
    elements: list[Element]
    texts: list[TextRun]

    def of_kind(self, kind: str) -> list[Element]:
        return [element for element in self.elements if element.kind == kind]

    def overlaps(self) -> Iterator[tuple[TextRun, TextRun, float]]:
        """Texts that cover each other, and how far. Boxes are taller than letters, so lines may touch by a third."""
        ordered = sorted(self.texts, key=lambda text: text.top)
        for index, upper in enumerate(ordered):
            for lower in ordered[index + 1 :]:
                if lower.top >= upper.bottom:
                    break
                width = min(upper.right, lower.right) - max(upper.left, lower.left)
                height = min(upper.bottom, lower.bottom) - lower.top
                least = min(upper.bottom - upper.top, lower.bottom - lower.top)
                if width > 2 and height > 0.35 * least:
                    yield upper, lower, min(width, height)


def page_layouts(document: weasyprint.Document) -> list[PageLayout]:
    """The layout of each page, its elements in document order."""
    return [_page_layout(page) for page in document.pages]


def millimetres(pixels: float) -> int:
    """A length to tell people, at least 1."""
    return max(1, round(pixels * _MILLIMETRES_PER_PIXEL))


def _page_layout(page: weasyprint.Page) -> PageLayout:
    layout = PageLayout(float(page.width), float(page.height), [], [])
    _read(page._page_box, None, layout)
    return layout


def _read(box: Box, owner: Element | None, layout: PageLayout) -> None:
    """Adds a box and all in it to the layout; a child that is positioned hides behind a placeholder that acts as it."""
    kind = box.element.get("data-kind") if box.element is not None else None
    if kind:
        name = box.element.get("data-name", "")
        # An element has several boxes; the first is the outermost.
        if owner is None or (owner.kind, owner.name) != (kind, name):
            owner = _element(box, kind, name)
            layout.elements.append(owner)
    text = getattr(box, "text", "")
    if text.strip():
        left, top = float(box.position_x), float(box.position_y)
        line = TextRun(text.strip(), left, top, left + float(box.width), top + float(box.height))
        layout.texts.append(line)
        if owner:
            owner.texts.append(line)
    for child in getattr(box, "children", ()):
        _read(child, owner, layout)


def _element(box: Box, kind: str, name: str) -> Element:
    left, top = float(box.position_x), float(box.position_y)
    return Element(kind, name, left, top, left + float(box.margin_width()), top + float(box.margin_height()))
