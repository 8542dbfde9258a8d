"""How full the pages of a PDF are: where the lowest thing on each stands between its running lines."""

from __future__ import annotations

from pathlib import Path

import pymupdf

# The running header and the page number stand in the margins, above and below this.
_MARGIN = 17 * 72 / 25.4


def page_fills(file: Path) -> list[float]:
    """For each page the part of its height, from 0 to 1, that is used: down to the last text, line or field."""
    with pymupdf.open(file) as document:
        return [_fill(page) for page in document]


def _fill(page: pymupdf.Page) -> float:
    top, bottom = page.rect.y0 + _MARGIN, page.rect.y1 - _MARGIN
    boxes = [pymupdf.Rect(block[:4]) for block in page.get_text("blocks")]
    boxes += [drawing["rect"] for drawing in page.get_drawings()]
    boxes += [widget.rect for widget in page.widgets()]
    lowest = max((box.y1 for box in boxes if box.y0 > top and box.y1 < bottom + 1), default=top)
    return float((lowest - top) / (bottom - top))
