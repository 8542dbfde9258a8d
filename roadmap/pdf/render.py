"""HTML made into tagged PDF (PDF/UA-1) by WeasyPrint, which may not ignore anything that we wrote."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import segno
import weasyprint

from roadmap.errors import OutputError
from roadmap.pdf.fonts import font_faces
from roadmap.templating import environment

PDF_OPTIONS = {"pdf_variant": "pdf/ua-1"}
_LOGGER = logging.getLogger("weasyprint")


class Complaints(logging.Handler):
    """Collects what WeasyPrint warns of: an ignored property or a missing file is a fault of ours."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())

    def refuse(self, name: str) -> None:
        """Raises an OutputError if there were any."""
        if self.lines:
            raise OutputError(f"{name}: WeasyPrint ser bort fra noe i malen:\n" + "\n".join(sorted(set(self.lines))))

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


class Template:
    """Makes documents for print from the templates in a folder, with what every one of them needs."""

    def __init__(self, templates: Path, site_url: str) -> None:
        self._environment = environment(templates)
        self.filters = self._environment.filters
        self._environment.globals.update(
            font_faces=font_faces(),
            site_url=site_url,
            site_name=site_url.removeprefix("https://").rstrip("/"),
            qr_code=segno.make(site_url, error="m").svg_data_uri(border=0, dark="#12262b"),
        )

    def render(self, template: str, **values: object) -> str:
        return self._environment.get_template(template).render(**values)


def pdf(
    document: str, templates: Path, name: str, check: Callable[[weasyprint.Document], None] = lambda _: None
) -> bytes:
    """The PDF of a document that holds all that it shows, so that one made before of the same document serves again.

    Raises:
        OutputError: when WeasyPrint ignored any part of it, or ``check`` says so.
    """
    key = hashlib.sha256(f"{weasyprint.__version__} {PDF_OPTIONS} {document}".encode()).hexdigest()
    cached = templates.parent / "build/cache" / f"{key}.pdf"
    if cached.exists():
        return cached.read_bytes()
    complaints = Complaints()
    with complaints.listening():
        rendered = weasyprint.HTML(string=document, base_url=f"{templates.as_uri()}/").render(**PDF_OPTIONS)
        check(rendered)
        data = rendered.write_pdf(**PDF_OPTIONS)
    complaints.refuse(name)
    assert isinstance(data, bytes)
    cached.parent.mkdir(parents=True, exist_ok=True)
    cached.write_bytes(data)
    return data


def one_page(rendered: weasyprint.Document) -> None:
    """Raises an OutputError unless there is one page."""
    if len(rendered.pages) != 1:
        raise OutputError(f"det ble {len(rendered.pages)} sider, ikke én – gjør tekstene kortere")
