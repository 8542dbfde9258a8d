"""HTML made into tagged PDF (PDF/UA-1) by WeasyPrint, which may not ignore anything that we wrote."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pikepdf
import segno
import weasyprint
from babel.dates import format_date
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from roadmap.fonts import font_faces

PDF_OPTIONS = {"pdf_variant": "pdf/ua-1"}
_LOGGER = logging.getLogger("weasyprint")


class PrintError(Exception):
    """A printed file is not what it must be."""


class Complaints(logging.Handler):
    """Collects what WeasyPrint warns of: an ignored property or a missing file is a fault of ours."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())

    def refuse(self, name: str) -> None:
        """Raises a PrintError if there were any."""
        if self.lines:
            raise PrintError(f"{name}: WeasyPrint ser bort fra noe i malen:\n" + "\n".join(sorted(set(self.lines))))

    @contextmanager
    def listening(self) -> Iterator[None]:
        level = _LOGGER.level
        self.start()
        try:
            yield
        finally:
            _LOGGER.removeHandler(self)
            _LOGGER.setLevel(level)

    def start(self) -> None:
        """Listens until the process ends, or until ``listening`` does."""
        _LOGGER.addHandler(self)
        _LOGGER.setLevel(logging.WARNING)


def html(templates: Path, template: str, site_url: str, **values: object) -> str:
    """A document for print, with what every one of them needs: fonts, the site's address and a QR code to it."""
    environment = Environment(
        loader=FileSystemLoader(templates), autoescape=True, undefined=StrictUndefined, trim_blocks=True
    )
    environment.filters["date"] = lambda date: format_date(date, "d. MMMM y", locale="nb")
    return environment.get_template(template).render(
        font_faces=font_faces(),
        site_url=site_url,
        site_name=site_url.removeprefix("https://").rstrip("/"),
        qr_code=segno.make(site_url, error="m").svg_data_uri(border=0, dark="#12262b"),
        **values,
    )


def one_page_pdf(document: str, base: Path, name: str) -> bytes:
    """The PDF of a document that must fit on one page.

    Raises:
        PrintError: when it does not, or WeasyPrint ignored any part of it.
    """
    data = pdf(document, base, name)
    with pikepdf.open(io.BytesIO(data)) as opened:
        if len(opened.pages) != 1:
            raise PrintError(f"{name} fikk {len(opened.pages)} sider – gjør tekstene kortere")
    return data


def pdf(document: str, base: Path, name: str) -> bytes:
    """The PDF of a document whose relative addresses start at ``base``.

    Raises:
        PrintError: when WeasyPrint ignored any part of it.
    """
    complaints = Complaints()
    with complaints.listening():
        data = weasyprint.HTML(string=document, base_url=f"{base.as_uri()}/").write_pdf(**PDF_OPTIONS)
    complaints.refuse(name)
    assert isinstance(data, bytes)
    return data
