"""HTML made into tagged PDF (PDF/UA-1) by WeasyPrint, which may not ignore anything that we wrote."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import weasyprint

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


def pdf(html: str, base: Path, name: str) -> bytes:
    """The PDF of a document whose relative addresses start at ``base``.

    Raises:
        PrintError: when WeasyPrint ignored any part of it.
    """
    complaints = Complaints()
    with complaints.listening():
        data = weasyprint.HTML(string=html, base_url=f"{base.as_uri()}/").write_pdf(**PDF_OPTIONS)
    complaints.refuse(name)
    assert isinstance(data, bytes)
    return data
