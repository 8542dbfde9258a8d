"""How much room a text takes on a slide, in Arial: finds an overfull slide before anybody stands in front of it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

# Office programs round positions differently, so a line that fills its column to the last point may break.
_SLACK = 1.01


@dataclass(frozen=True)
class Span:
    """A piece of text of one weight."""

    text: str
    bold: bool = False


@dataclass(frozen=True)
class Block:
    """A paragraph to be set; ``size``, ``before`` (the space above it) and ``indent`` are in points."""

    spans: Sequence[Span]
    size: float
    spacing: float = 1
    before: float = 0
    indent: float = 0


def height(blocks: Iterable[Block], width: float) -> float:
    """The height in points of paragraphs set in a column of ``width`` points; the first has no space above it."""
    total = 0.0
    for index, block in enumerate(blocks):
        total += line_count(block.spans, block.size, width - block.indent) * line_height(block.size, block.spacing)
        total += block.before if index else 0
    return total


def line_height(size: float, spacing: float) -> float:
    """The height in points of one line."""
    return _metrics().line_height * size * spacing


def line_count(spans: Sequence[Span], size: float, width: float) -> int:
    """How many lines a paragraph takes; a word wider than the column is broken."""
    lines, used, space = 1, 0.0, 0.0
    for word, space_after in _words(spans, size):
        length = sum(word)
        if used and used + space + length > width:
            lines, used = lines + 1, 0.0
        elif used:
            used += space
        for advance in word if length > width else [length]:
            if used and used + advance > width:
                lines, used = lines + 1, 0.0
            used += advance
        space = space_after
    return lines


def widest_word(spans: Sequence[Span], size: float) -> float:
    """The width in points of the longest word, which no line may be narrower than."""
    return max((sum(word) for word, _ in _words(spans, size)), default=0.0)


def _words(spans: Sequence[Span], size: float) -> Iterator[tuple[list[float], float]]:
    """The widths of each word's characters, and of the space after it."""
    characters = [(character, _advance(character, span.bold) * size) for span in spans for character in span.text]
    word: list[float] = []
    space = 0.0
    for character, advance in characters:
        if re.match("[ \t]", character):
            space += advance
        else:
            if space:
                yield word, space
                word, space = [], 0.0
            word.append(advance)
    yield word, space


def _advance(character: str, bold: bool) -> float:
    """In ems, kerning left out; characters that Arial lacks are taken to be as wide as they are high."""
    metrics = _metrics()
    return (metrics.bold if bold else metrics.regular).get(character, 1.0) * _SLACK


@dataclass(frozen=True)
class _Metrics:
    line_height: float
    regular: dict[str, float]
    bold: dict[str, float]


@cache
def _metrics() -> _Metrics:
    content = json.loads(Path(__file__).with_name("arial_metrics.json").read_text(encoding="utf-8"))
    em = content["units_per_em"]
    regular, bold = (
        {character: advance / em for character, advance in zip(content["characters"], content[weight], strict=True)}
        for weight in ("regular", "bold")
    )
    return _Metrics(content["line_height"] / em, regular, bold)
