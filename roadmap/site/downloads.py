"""What readers are told about a file before they take it away."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from fnmatch import fnmatch

import pikepdf
from babel.numbers import format_decimal

from roadmap import urls

_TOLD = (".pdf", ".pptx", ".xlsx", ".docx")
_PAGE_NAMES = {(210, 297): "A4", (297, 420): "A3", (594, 841): "A1"}


@dataclass(frozen=True)
class FileFacts:
    """Kind of file, number of pages, slides or sheets (0 where the file doesn't say), paper size (PDF only), and size
    in kilobytes as Norwegians write it; nothing where the file is made of what is told here."""

    kind: str
    count: int
    paper: str
    kilobytes: str


def facts(files: Mapping[str, bytes]) -> dict[str, FileFacts]:
    """The facts of each PDF, presentation, workbook and Word file, by path, and of the site as one file."""
    told = {path: _facts(path, data) for path, data in files.items() if path.endswith(_TOLD)}
    return told | {urls.OFFLINE: FileFacts("zip", 0, "", "")}


def _facts(path: str, data: bytes) -> FileFacts:
    kilobytes = format_decimal(round(len(data) / 1000), locale="nb")
    if path.endswith(".docx"):
        return FileFacts("docx", 0, "", kilobytes)
    if path.endswith(".pptx"):
        return FileFacts("pptx", _parts(data, "ppt/slides/slide*.xml"), "", kilobytes)
    if path.endswith(".xlsx"):
        # Not the one that is hidden.
        return FileFacts("xlsx", _parts(data, "xl/worksheets/sheet*.xml") - 1, "", kilobytes)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return FileFacts("pdf", len(pdf.pages), _paper_name(pdf.pages[0]), kilobytes)


def _parts(package: bytes, pattern: str) -> int:
    """How many parts of a file of Office have such a name."""
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return sum(fnmatch(name, pattern) for name in archive.namelist())


def _paper_name(page: pikepdf.Page) -> str:
    left, bottom, right, top = (float(edge) for edge in page.mediabox)
    millimetres = sorted(round(points / 72 * 25.4) for points in (right - left, top - bottom))
    return _PAGE_NAMES.get((millimetres[0], millimetres[1]), "×".join(map(str, millimetres)) + " mm")
