"""Word files of a small tree, and what they say of themselves."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import docx
from docx.document import Document
from docx.oxml.ns import qn
from lxml import etree

from roadmap import urls
from roadmap.content.load import load
from roadmap.word.ready_made_texts import word_files
from tests.conftest import ROOT

SITE_URL = "https://veikart.example/"


def files_of(content: Path) -> dict[str, bytes]:
    return word_files(load(content), ROOT / "templates", SITE_URL)


def opened(content: Path, text_id: str = "beskjed") -> Document:
    return docx.Document(io.BytesIO(files_of(content)[urls.text_docx(text_id)]))


def with_body(content: Path, body: str) -> Document:
    """The text of the small tree with another body, as it opens."""
    file = content / "ready_made_texts/beskjed.md"
    front = file.read_text(encoding="utf-8").split("---\n")[1]
    thirty = "Fra [dato] gjør vi dette på samme måte alle sammen. " * 4
    file.write_text(f"---\n{front}---\n{body}\n\n{thirty}\n", encoding="utf-8")
    return opened(content)


def text_of(document: Document) -> str:
    """Everything that stands in the body, controls and links too."""
    return "\n".join("".join(part.itertext(qn("w:t"))) for part in document.element.body.iter(qn("w:p")))


def parts(data: bytes) -> dict[str, Any]:
    """The XML parts of a file by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: etree.fromstring(package.read(name)) for name in package.namelist()}
