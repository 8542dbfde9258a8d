"""HTML made into tagged PDF (PDF/UA-1) by WeasyPrint, which may not ignore or fetch anything."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType

import segno
import weasyprint
from jinja2 import Environment

from roadmap import typeface
from roadmap.errors import OutputError
from roadmap.pdf.fetcher import LocalFetcher
from roadmap.pdf.fonts import font_faces
from roadmap.templating import environment
from roadmap.urls import without_scheme

PDF_OPTIONS: Mapping[str, object] = MappingProxyType({"pdf_variant": "pdf/ua-1"})
FORM_OPTIONS: Mapping[str, object] = MappingProxyType({**PDF_OPTIONS, "pdf_forms": True})

Check = Callable[[weasyprint.Document], None]


def render_pdf(
    html: str,
    name: str,
    *,
    templates: Path,
    options: Mapping[str, object] = PDF_OPTIONS,
    check: Check | None = None,
) -> bytes:
    """The PDF of a document, whose relative URLs start at ``templates``; ``check`` judges its pages before all else.

    Raises:
        OutputError: when WeasyPrint warns of anything, or a file outside ``templates`` and the typeface is asked for;
            it begins with ``name``. Whatever ``check`` raises comes first.
    """
    fetcher = LocalFetcher((templates, typeface.FOLDER))
    with _weasyprint_warnings() as warnings:
        source = weasyprint.HTML(string=html, base_url=f"{templates.resolve().as_uri()}/", url_fetcher=fetcher)
        document = source.render(**options)
        if check:
            check(document)
        data = document.write_pdf(**options)
    if problems := sorted({*warnings, *fetcher.refused}):
        raise OutputError(f"{name}: WeasyPrint kan ikke bruke alt i dokumentet:\n" + "\n".join(problems))
    return bytes(data)


def print_environment(templates: Path, url: str) -> Environment:
    """An environment for documents in print, with the typeface, and with ``url`` as link, as text and as QR code."""
    jinja = environment(templates)
    jinja.globals.update(
        font_faces=font_faces(),
        site_url=url,
        site_name=without_scheme(url),
        qr_code=segno.make(url, error="m").svg_data_uri(border=0, dark="#12262b"),
    )
    return jinja


@contextmanager
def _weasyprint_warnings() -> Iterator[list[str]]:
    """Collects what WeasyPrint logs as a warning or worse, whatever level its logger has been set to."""
    logger, collector = logging.getLogger("weasyprint"), WarningCollector()
    level = logger.level
    logger.addHandler(collector)
    logger.setLevel(logging.WARNING)
    try:
        yield collector.messages
    finally:
        logger.setLevel(level)
        logger.removeHandler(collector)


class WarningCollector(logging.Handler):
    """Keeps the messages of warnings and errors."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())
