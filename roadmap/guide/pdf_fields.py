"""The form fields of a PDF that anybody may have made, read without trusting it."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String

# More than people write; what is larger is no answer, and would fill the memory.
MOST_FIELDS = 100_000
MOST_BYTES = 1_000_000
MOST_PACKED_BYTES = 100_000
# A byte of a name as a PDF writes it.
_ESCAPED = re.compile(rb"#([0-9a-fA-F]{2})")

_BYTE_ORDER_MARKS = {
    codecs.BOM_UTF8: "utf-8",
    codecs.BOM_UTF16_BE: "utf-16-be",
    codecs.BOM_UTF16_LE: "utf-16-le",
}


@dataclass(frozen=True)
class PdfField:
    """A field by its whole name, with what a screen reader calls it and its value, which may be any object."""

    name: str
    title: str
    value: object

    @property
    def is_name(self) -> bool:
        return isinstance(self.value, Name)


@dataclass(frozen=True)
class _Inherited:
    """What a field passes on to those under it in the hierarchy."""

    name: str = ""
    title: str = ""
    value: object = None


def pdf_fields(document: Pdf) -> Iterator[PdfField]:
    """Every field with a name, those within a hierarchy by their whole names, in the order of the document."""
    root = document.Root
    form = root.get("/AcroForm") if isinstance(root, Dictionary) else None
    waiting = [(node, _Inherited()) for node in reversed(_items(form, "/Fields"))]
    seen: set[tuple[int, int]] = set()
    count = 0
    while waiting and count < MOST_FIELDS:
        node, above = waiting.pop()
        if not isinstance(node, Dictionary):
            continue
        if node.is_indirect:
            if node.objgen in seen:
                continue
            seen.add(node.objgen)
        count += 1
        partial = text_string(node.get("/T"))
        name = f"{above.name}.{partial}" if above.name and partial else above.name or partial
        own = _Inherited(name, text_string(node.get("/TU")) or above.title, node.get("/V", above.value))
        children = [kid for kid in _items(node, "/Kids") if isinstance(kid, Dictionary) and "/T" in kid]
        if children:
            waiting += [(kid, own) for kid in reversed(children)]
        elif name:
            yield PdfField(own.name, own.title, own.value)


def value_text(value: object) -> str | None:
    """The text of a value: of a string, a name or a text stream, and empty where there is none.

    None of anything else, which is not what a reader writes.
    """
    if value is None:
        return ""
    if isinstance(value, String):
        data = bytes(value)
        return _decoded(data) if len(data) <= MOST_BYTES else None
    if isinstance(value, Name):
        return _name_text(value)
    if isinstance(value, Stream):
        return _stream_text(value)
    return None


def _name_text(name: Name) -> str:
    """The text of a name, whose bytes need not be UTF-8."""
    data = _ESCAPED.sub(lambda match: bytes.fromhex(match[1].decode()), name.unparse().removeprefix(b"/"))
    return data.decode(errors="replace")


def _stream_text(stream: Stream) -> str | None:
    try:
        data = stream.read_bytes() if len(stream.read_raw_bytes()) <= MOST_PACKED_BYTES else None
    except pikepdf.PdfError:
        return None
    return None if data is None or len(data) > MOST_BYTES else _decoded(data)


def _items(holder: object, key: str) -> list[object]:
    value = holder.get(key) if isinstance(holder, Dictionary) else None
    return list(value) if isinstance(value, Array) else []


def text_string(value: object) -> str:
    """The text of a PDF string, as much of it as a title can need; empty for any other object."""
    return _decoded(bytes(value)[:MOST_BYTES]) if isinstance(value, String) else ""


def _decoded(data: bytes) -> str:
    """A PDF text string: by its byte order mark, otherwise in PDFDocEncoding. What can't be read is «\ufffd»."""
    for mark, encoding in _BYTE_ORDER_MARKS.items():
        if data.startswith(mark):
            return data.removeprefix(mark).decode(encoding, errors="replace")
    return data.decode("pdfdoc", errors="replace")
