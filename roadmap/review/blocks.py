"""A Word file as its reader sees it: paragraphs and tables in order, whoever saved it.

Files come by e-mail from people that nobody knows, so nothing is believed of them: not their size, nor that they are
Word files. Elements are known by their local names, since Word has two namespaces for the same format. What was deleted
with tracked changes is gone, and what was inserted is there.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from lxml import etree

_LARGEST_FILE = 20_000_000
_LARGEST_PART = 30_000_000
_COMPOUND_FILE = b"\xd0\xcf\x11\xe0"
_DOCUMENT, _COMMENTS = "/officeDocument", "/comments"
# What is not, or no longer, in the text.
_UNSEEN = frozenset({"del", "moveFrom", "Fallback", "sdtPr", "pPr", "rPr", "tblPr", "trPr", "tcPr", "instrText"})
_AS_TEXT = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


class ReviewError(Exception):
    """A file that holds no answers to read; says why, in Norwegian."""


@dataclass(frozen=True)
class Block:
    """A paragraph (one row of one cell) or a table.

    ``tags`` are those of the controls in it, ``remarks`` the comments in the margin.
    """

    rows: list[list[str]]
    is_table: bool
    tags: list[str]
    remarks: list[str]

    @property
    def text(self) -> str:
        return "\n".join(cell for row in self.rows for cell in row)


def blocks_of(data: bytes) -> list[Block]:
    """What stands in a Word file.

    Raises:
        ReviewError: when it is no Word file, or too large to be one of ours.
    """
    if data.startswith(_COMPOUND_FILE):
        raise ReviewError(
            "fila er låst med passord eller lagret i et gammelt format – lagre den som .docx uten passord"
        )
    if len(data) > _LARGEST_FILE:
        raise ReviewError("fila er større enn 20 MB – ta bort bildene, og lagre den på nytt")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return _read(package)
    except (zipfile.BadZipFile, zlib.error, KeyError, NotImplementedError, RuntimeError, EOFError, OSError) as error:
        raise _no_word_file() from error
    except (etree.XMLSyntaxError, ValueError, RecursionError) as error:
        raise ReviewError("fila er skadet – åpne den i Word, og lagre den på nytt") from error


def _no_word_file() -> ReviewError:
    return ReviewError("dette er ikke en Word-fil – lagre den som .docx fra Word eller LibreOffice")


def _read(package: zipfile.ZipFile) -> list[Block]:
    name = _related(package, "", _DOCUMENT)
    root = _part(package, name) if name else None
    if name is None or root is None or _local(root) != "document" or "wordprocessingml" not in str(root.tag):
        raise _no_word_file()
    comments = _related(package, name, _COMMENTS)
    remarks = _remarks(_part(package, comments)) if comments else {}
    body = next((child for child in root if _local(child) == "body"), root)
    return list(_blocks(body, remarks))


def _related(package: zipfile.ZipFile, owner: str, kind: str) -> str | None:
    """The name of the part that another part, or the package itself, has a relation of this kind to."""
    folder, _, base = owner.rpartition("/")
    relations = posixpath.join(folder, "_rels", f"{base}.rels")
    if owner and relations not in package.namelist():
        return None
    for relation in _part(package, relations):
        if str(relation.get("Type", "")).endswith(kind) and relation.get("TargetMode") != "External":
            return posixpath.normpath(posixpath.join("/", folder, str(relation.get("Target", "")))).lstrip("/")
    return None


def _part(package: zipfile.ZipFile, name: str) -> Any:
    """A part as XML, read no further than a file of ours could be long."""
    with package.open(name) as stream:
        data = stream.read(_LARGEST_PART + 1)
    if len(data) > _LARGEST_PART:
        raise ReviewError("fila pakker ut til mer enn en Word-fil av dette slaget kan være – be om en ny fil")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    root = etree.fromstring(data, parser)
    if root.getroottree().docinfo.doctype:
        raise ValueError("a Word file has no document type")
    return root


def _remarks(comments: Any) -> dict[str, str]:
    """The comments in the margin by their ids."""
    return {_attribute(comment, "id"): _text(comment).strip() for comment in comments if _local(comment) == "comment"}


def _blocks(element: Any, remarks: Mapping[str, str]) -> Iterator[Block]:
    for child in element:
        match _local(child):
            case "p":
                yield _block([[_text(child).strip()]], child, remarks, is_table=False)
            case "tbl":
                yield _block([list(_cells(row)) for row in _within(child, "tr")], child, remarks, is_table=True)
            case name if name not in _UNSEEN:
                yield from _blocks(child, remarks)


def _block(rows: list[list[str]], element: Any, remarks: Mapping[str, str], *, is_table: bool) -> Block:
    found = list(element.iter())
    tags = [_attribute(one, "val") for one in found if _local(one) == "tag"]
    said = [remarks.get(_attribute(one, "id"), "") for one in found if _local(one) == "commentReference"]
    return Block(rows, is_table, tags, [one for one in said if one])


def _cells(row: Any) -> Iterator[str]:
    for cell in _within(row, "tc"):
        yield _text(cell).strip()


def _within(element: Any, name: str) -> Iterator[Any]:
    """The nearest elements of a name, also those that controls and tracked changes stand around."""
    for child in element:
        if _local(child) == name:
            yield child
        elif _local(child) not in _UNSEEN:
            yield from _within(child, name)


def _text(element: Any) -> str:
    """The text, each of its paragraphs on a line."""
    return "".join(_pieces(element))


def _pieces(element: Any) -> Iterator[str]:
    for child in element:
        name = _local(child)
        if name == "t":
            yield child.text or ""
        elif name in _AS_TEXT:
            yield _AS_TEXT[name]
        elif name not in _UNSEEN:
            yield from _pieces(child)
            if name == "p":
                yield "\n"


def _local(element: Any) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def _attribute(element: Any, name: str) -> str:
    return next((str(value) for key, value in element.attrib.items() if etree.QName(key).localname == name), "")
