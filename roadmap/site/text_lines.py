"""Text in pictures, broken into lines as wide as there is room for, since neither SVG nor Pillow breaks any."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from fontTools.ttLib import TTFont

from roadmap.typeface import font_file


def wrapped(text: str, size: float, width: float) -> tuple[str, ...]:
    """The lines of ``text`` in the site's typeface; a word that is wider than the room has a line of its own."""
    return broken(text, width, lambda line: _width(line, size))


def broken(text: str, width: float, width_of: Callable[[str], float]) -> tuple[str, ...]:
    """The same in any typeface: ``width_of`` tells how wide a line is."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width_of(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return tuple(lines)


def _width(text: str, size: float) -> float:
    advances, unit = _metrics()
    return sum(advances.get(ord(letter), unit) for letter in text) * size / unit


@cache
def _metrics() -> tuple[dict[int, int], int]:
    """How wide each letter is, and how many of these units the size of the text has."""
    with TTFont(font_file("Regular"), lazy=True) as font:
        metrics, names = font["hmtx"].metrics, font.getBestCmap()
        return {letter: metrics[name][0] for letter, name in names.items()}, font["head"].unitsPerEm
