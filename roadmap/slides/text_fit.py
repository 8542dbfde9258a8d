"""How many lines a text takes in the project's font: tells an overfull slide before anybody stands in front of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from fontTools.ttLib import TTFont

from roadmap.typeface import font_file

# Slides don't embed the font; where it is missing, its stand-in (Arial) may be a little wider.
_SLACK = 1.04


@dataclass(frozen=True)
class Block:
    """A paragraph to be set: its text, size and space before in points, and how much of the width is indented."""

    text: str
    size: float
    bold: bool = False
    indent: float = 0
    before: float = 0


def height(blocks: Iterable[Block], width: float, spacing: float) -> float:
    """The height in points of paragraphs set in a column of ``width`` points; the first has no space before it."""
    total = 0.0
    for index, block in enumerate(blocks):
        total += _lines(block, width - block.indent) * _line_height(block) * spacing
        total += block.before if index else 0
    return total


def _lines(block: Block, width: float) -> int:
    style = "Bold" if block.bold else "Regular"
    lines, used = 1, 0.0
    for word in block.text.split():
        length = _width(word, style) * block.size * _SLACK
        space = _width(" ", style) * block.size * _SLACK
        if used and used + space + length > width:
            lines, used = lines + 1, length
        else:
            used += length + (space if used else 0)
    return lines


def _line_height(block: Block) -> float:
    _, _, line = _metrics("Regular")
    return line * block.size


def _width(text: str, style: str) -> float:
    """In ems, with the font's own kerning left out."""
    characters, advances, _ = _metrics(style)
    return sum(advances[characters[ord(letter)]] if ord(letter) in characters else 1.0 for letter in text)


@cache
def _metrics(style: str) -> tuple[dict[int, str], dict[str, float], float]:
    font = TTFont(font_file(style))
    em = font["head"].unitsPerEm
    advances = {name: advance / em for name, (advance, _) in font["hmtx"].metrics.items()}
    return font.getBestCmap(), advances, (font["hhea"].ascent - font["hhea"].descent) / em
