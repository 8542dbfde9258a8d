"""The poster: the whole roadmap on one A1 landscape page, with a QR code to the site."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import segno
from babel.dates import format_date
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from roadmap.fonts import font_faces
from roadmap.model import Roadmap
from roadmap.print import PrintError, pdf

PATH = "nedlasting/veikart-plakat-a1.pdf"


def write(roadmap: Roadmap, templates: Path, site_url: str, file: Path) -> None:
    """Writes the poster to ``file``.

    Raises:
        PrintError: when it is not one page, or WeasyPrint ignored part of the template.
    """
    data = pdf(html(roadmap, templates, site_url), templates, "plakaten")
    with pikepdf.open(io.BytesIO(data)) as document:
        if len(document.pages) != 1:
            raise PrintError(f"plakaten fikk {len(document.pages)} sider – gjør tekstene kortere")
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)


def html(roadmap: Roadmap, templates: Path, site_url: str) -> str:
    environment = Environment(
        loader=FileSystemLoader(templates), autoescape=True, undefined=StrictUndefined, trim_blocks=True
    )
    return environment.get_template("poster/poster.html.j2").render(
        roadmap=roadmap,
        font_faces=font_faces(),
        site_url=site_url,
        site_name=site_url.removeprefix("https://").rstrip("/"),
        qr_code=segno.make(site_url, error="m").svg_data_uri(border=0, dark="#12262b"),
        edition_date=format_date(roadmap.plan.edition.date, "d. MMMM y", locale="nb"),
    )
