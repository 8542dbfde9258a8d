"""The words of a paragraph: pieces of HTML with what is around them, written as runs."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from bs4 import NavigableString, Tag
from docx.text.paragraph import Paragraph

from roadmap.errors import OutputError
from roadmap.office_files import forbidden_characters
from roadmap.word import openxml
from roadmap.word.controls import Control, add_control

LINE_BREAK = "\v"


@dataclass(frozen=True)
class Piece:
    """Text of one kind."""

    text: str
    bold: bool = False
    italic: bool = False
    monospaced: bool = False
    target: str | None = None
    control: Control | None = None
    is_page_number: bool = False


def pieces(element: Tag | NavigableString, around: Piece = Piece("")) -> Iterator[Piece]:
    """The text of an element in pieces, each with what the elements around it say of it."""
    if isinstance(element, NavigableString):
        # Comments and the like are strings too, of kinds of their own.
        if type(element) is NavigableString:
            yield replace(around, text=re.sub(r"\s+", " ", element))
        return
    classes = element.get("class") or []
    match element.name:
        case "strong" | "b":
            around = replace(around, bold=True)
        case "em" | "i":
            around = replace(around, italic=True)
        case "code":
            around = replace(around, monospaced=True)
        case "a" if element.get("href"):
            around = replace(around, target=str(element["href"]))
        case "mark" if "blank" in classes:
            name = element.get_text().strip("[]")
            around = replace(around, control=Control("text", name, name))
        case "data" | "input" | "select" | "textarea":
            yield replace(around, text=_shown(element), control=_control(element))
            return
        case "span" if "page-number" in classes:
            yield replace(around, is_page_number=True)
        case "br":
            yield replace(around, text=LINE_BREAK)
        case "img":
            yield replace(around, text=str(element.get("alt", "")))
        case _:
            pass
    for child in element.children:
        if isinstance(child, Tag | NavigableString):
            yield from pieces(child, around)


_KINDS: dict[str, Literal["choice", "lines", "date", "fixed"]] = {
    "select": "choice",
    "textarea": "lines",
    "input": "date",
    "data": "fixed",
}


def _control(element: Tag) -> Control:
    """The control for an element of a form: ``name`` is its tag, ``title`` what people call it."""
    choices = tuple(option.get_text() for option in element.find_all("option"))
    name, tag = str(element.get("title", "")), str(element.get("name", ""))
    return Control(_KINDS[element.name], name, tag, choices, is_lasting=True)


def _shown(element: Tag) -> str:
    """What stands in an element of a form before anybody has filled it in."""
    if element.name in ("data", "textarea"):
        return " ".join(element.get_text().split())
    return str(element.get("placeholder", ""))


def write(paragraph: Paragraph, content: Sequence[Piece], next_number: Callable[[], int]) -> None:
    """Writes pieces at the end of a paragraph; ``next_number`` gives each control a number.

    Raises:
        OutputError: when a text has characters that no file can hold.
    """
    for piece in _trimmed(content):
        for character in forbidden_characters(piece.text.replace(LINE_BREAK, "")):
            raise OutputError(f"Word-fila: tegnet U+{ord(character):04X} kan ikke stå i en Word-fil – fjern det")
        if piece.is_page_number:
            openxml.add_page_number(paragraph)
        elif piece.control:
            add_control(paragraph, piece.text, piece.control, next_number())
        elif piece.text:
            _add_run(paragraph, piece)


def _add_run(paragraph: Paragraph, piece: Piece) -> None:
    run = paragraph.add_run(piece.text.replace(LINE_BREAK, "\n"))
    run.bold, run.italic = piece.bold or None, piece.italic or None
    if piece.monospaced:
        run.font.name = "Courier New"
    if piece.target:
        run.style = "Hyperlink"
        openxml.add_link(paragraph, run, piece.target)


def _trimmed(content: Sequence[Piece]) -> Iterator[Piece]:
    """The pieces without blanks at the ends of the paragraph, and never two blanks after each other."""
    kept: list[Piece] = []
    for piece in content:
        text = piece.text
        if not kept or kept[-1].text.endswith((" ", LINE_BREAK)):
            text = text.lstrip(" ")
        if text or piece.is_page_number:
            kept.append(replace(piece, text=text))
    if kept:
        kept[-1] = replace(kept[-1], text=kept[-1].text.rstrip(f" {LINE_BREAK}"))
    yield from kept
