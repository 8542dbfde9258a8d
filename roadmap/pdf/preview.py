"""The poster as pictures, for those who look at it on a screen."""

from __future__ import annotations

from pathlib import Path

import pypdfium2


def write(poster: Path, small: Path, large: Path) -> None:
    """Writes the first page of ``poster`` as two pictures, 1 200 and 3 600 pixels wide."""
    with pypdfium2.PdfDocument(poster) as document:
        page = document[0]
        for file, width in ((small, 1200), (large, 3600)):
            picture = page.render(scale=width / page.get_width()).to_pil()
            picture.save(file, "WEBP", quality=85)
