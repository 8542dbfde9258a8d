"""The poster: the whole roadmap on one A1 landscape page, with a QR code to the site."""

from __future__ import annotations

from pathlib import Path

from roadmap.model import Roadmap
from roadmap.print import html, one_page_pdf

PATH = "nedlasting/veikart-plakat-a1.pdf"


def write(roadmap: Roadmap, templates: Path, site_url: str, file: Path) -> None:
    """Writes the poster to ``file``.

    Raises:
        PrintError: when it is not one page, or WeasyPrint ignored part of the template.
    """
    document = html(templates, "poster/poster.html.j2", site_url, roadmap=roadmap)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(one_page_pdf(document, templates, "plakaten"))
