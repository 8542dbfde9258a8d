"""The poster as pictures, for those who look at it on a screen."""

from __future__ import annotations

import io

import pypdfium2

WIDTHS = (1200, 3600)


def previews(pdf: bytes) -> dict[int, bytes]:
    """The first page as WebP pictures by their width in pixels, one for each of ``WIDTHS``."""
    with pypdfium2.PdfDocument(pdf) as document:
        page = document[0]
        return {width: _picture(page, width) for width in WIDTHS}


def _picture(page: pypdfium2.PdfPage, width: int) -> bytes:
    data = io.BytesIO()
    page.render(scale=width / page.get_width()).to_pil().save(data, "WEBP", quality=85)
    return data.getvalue()
