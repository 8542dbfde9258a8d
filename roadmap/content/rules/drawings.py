"""Rules of the drawings that go into pages as they are: lines and shapes, and nothing that a browser would obey."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from roadmap.content.problems import Problem
from roadmap.content.rules.looks import MARKS
from roadmap.content.source import Tree

FOLDERS = ("pictures", MARKS)

_SVG = "{http://www.w3.org/2000/svg}"
_ELEMENTS = ("svg", "title", "g", "path", "circle", "ellipse", "rect", "line", "polyline", "polygon")
_ATTRIBUTES = {
    *("viewBox", "class", "transform", "opacity"),
    *("d", "points", "cx", "cy", "r", "rx", "ry", "x", "y", "x1", "y1", "x2", "y2", "width", "height"),
    *("fill", "fill-rule", "fill-opacity", "stroke", "stroke-width", "stroke-linecap", "stroke-linejoin"),
    *("stroke-dasharray", "stroke-dashoffset", "stroke-opacity", "stroke-miterlimit"),
}
_VIEW_BOX = re.compile(r"-?[\d.]+(?:[ ,]+-?[\d.]+){3}")
_REACHES_OUT = re.compile(r"[<>&\"']|url\(", re.IGNORECASE)
_SHAPES_ONLY = "bruk bare strek og flater, med farger og tykkelse som attributter"


def plain_drawings(tree: Tree, templates: Path) -> Iterator[Problem]:
    """Tegninger og merker er hele, og har bare strek og flater i seg."""
    for folder in FOLDERS:
        for file in sorted((templates / folder).rglob("*.svg")):
            shown = Path(templates.name, file.relative_to(templates))
            yield from (Problem(shown, line, message) for line, message in _faults(file))


def _faults(file: Path) -> Iterator[tuple[int, str]]:
    """What is wrong with a drawing, and on which line."""
    try:
        data = file.read_bytes()
        data.decode("utf-8")
        # Nothing outside the file is read, and no entity grows.
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
        root = etree.fromstring(data, parser)
    except OSError:
        yield 1, "tegningen kan ikke leses – gi deg selv lov til å lese den"
        return
    except (etree.XMLSyntaxError, UnicodeDecodeError) as error:
        line = error.lineno if isinstance(error, etree.XMLSyntaxError) else 1
        yield line or 1, "tegningen er tom eller ødelagt – lagre den på nytt som ren SVG"
        return
    if not data.startswith(b"<svg "):
        yield 1, "tegningen begynner ikke med «<svg » – slett det som står foran"
    elif b"<!" in data or b"<?" in data:
        # A browser reads these in another way than XML does.
        yield 1, f"tegningen har en kommentar eller annet som ikke er tegnet – {_SHAPES_ONLY}"
    elif root.tag != f"{_SVG}svg":
        yield 1, 'tegningen er ikke merket som SVG – skriv xmlns="http://www.w3.org/2000/svg" i «<svg»'
    elif not _VIEW_BOX.fullmatch(root.get("viewBox", "")):
        yield 1, 'tegningen mangler en «viewBox» som kan leses – skriv for eksempel viewBox="0 0 160 90"'
    elif len(root) == 0:
        yield 1, "tegningen har ingenting i seg – tegn den på nytt"
    for element in root.iter():
        yield from ((element.sourceline or 1, message) for message in _element_faults(element))


def _element_faults(element: etree._Element) -> Iterator[str]:
    if not isinstance(element.tag, str):
        return
    if element.tag.removeprefix(_SVG) not in _ELEMENTS:
        yield f"«<{etree.QName(element).localname}>» er ikke tillatt i en tegning – {_SHAPES_ONLY}"
    for name, value in element.attrib.items():
        if str(name) not in _ATTRIBUTES:
            yield f"«{etree.QName(str(name)).localname}» er ikke tillatt i en tegning – {_SHAPES_ONLY}"
        elif _REACHES_OUT.search(str(value)):
            yield f"«{name}» har en verdi som ikke er tillatt i en tegning – {_SHAPES_ONLY}"


RULES = (plain_drawings,)
