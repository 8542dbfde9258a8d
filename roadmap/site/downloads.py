"""What readers are told about a file before they download it: format, page size, pages or slides, and bytes."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pikepdf
from babel.numbers import format_decimal
from pptx import Presentation

from roadmap.errors import OutputError

_TOKEN = re.compile(r"\[\[fakta:([^\]]+)\]\]")
_PAGE_NAMES = {(210, 297): "A4", (297, 420): "A3", (594, 841): "A1"}


def facts_token(path: str) -> str:
    """Stands in a page for the facts of the file at ``path``, which is made after the page is."""
    return f"[[fakta:{path}]]"


def state_facts(site: Path, not_made: str) -> None:
    """Puts the facts of each finished file where its token stands, and ``not_made`` for one that is not there."""
    for page in site.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        stated = _TOKEN.sub(lambda match: _facts(site / match[1], not_made), text)
        if stated != text:
            page.write_text(stated, encoding="utf-8")


def verify(site: Path, files: list[str]) -> None:
    """Raises an OutputError if a file that the site offers was not made."""
    if missing := [file for file in files if not (site / file).exists()]:
        raise OutputError(f"content/home.yml: disse filene blir ikke laget: {', '.join(missing)}")


def _facts(file: Path, not_made: str) -> str:
    if not file.exists():
        return html.escape(not_made)
    kilobytes = format_decimal(round(file.stat().st_size / 1000), locale="nb")
    content = _slides(file) if file.suffix == ".pptx" else _pages(file)
    return f"{content}, {kilobytes} kB"


def _slides(file: Path) -> str:
    count = len(Presentation(str(file)).slides)
    return f"PowerPoint, {count} {'lysbilde' if count == 1 else 'lysbilder'}"


def _pages(file: Path) -> str:
    with pikepdf.open(file) as pdf:
        count = len(pdf.pages)
        size = _page_name(pdf.pages[0])
    return f"PDF, {size}, {count} {'side' if count == 1 else 'sider'}"


def _page_name(page: pikepdf.Page) -> str:
    left, bottom, right, top = (float(edge) for edge in page.mediabox)
    millimetres = sorted(round(points / 72 * 25.4) for points in (right - left, top - bottom))
    return _PAGE_NAMES.get((millimetres[0], millimetres[1]), "×".join(map(str, millimetres)) + " mm")
