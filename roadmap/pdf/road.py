"""The road through all steps as a drawing: a line that turns at the end of each phase, and a stop for each step.

It is the road of the guide's cover. On the poster the road follows the height of the texts, so that one is drawn by
poster.css, which adapts to any number of phases and steps by itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from roadmap.content.model import Roadmap

_WIDTH = 160.0
_ROW = 30.0
_LONGEST = 120.0
# Where the road begins or ends, where it turns, and where a row's first and last stop are, from its own left.
_END = 10.0
_LEFT_TURN, _RIGHT_TURN = 35.0, 125.0
_FIRST_ROW, _MIDDLE_ROW, _LAST_ROW = (30.0, 100.0), (45.0, 125.0), (50.0, 140.0)
_RADIUS = 6.0


@dataclass(frozen=True)
class Stop:
    """A step's place on the road."""

    letter: str
    x: float
    y: float


@dataclass(frozen=True)
class Road:
    """The drawing, in units of a view box ``width`` × ``height``; ``scale`` makes them millimetres on an A4 page."""

    width: float
    height: float
    path: str
    stops: tuple[Stop, ...]
    radius: float
    scale: float


def road(roadmap: Roadmap) -> Road:
    """The road of a roadmap: a row for each phase, its stops spread evenly and read from left to right."""
    rows = [[step.letter for step in roadmap.phase_steps(phase)] for phase in roadmap.plan.phases]
    stops = tuple(stop for index, letters in enumerate(rows) for stop in _stops(letters, index, len(rows)))
    height = _ROW * len(rows)
    return Road(_WIDTH, height, _path(len(rows)), stops, _radius(stops), min(1.0, _LONGEST / height))


def _stops(letters: list[str], row: int, rows: int) -> Iterator[Stop]:
    left, right = _span(row, rows)
    gap = (right - left) / max(1, len(letters) - 1)
    start = left if len(letters) > 1 else (left + right) / 2
    for index, letter in enumerate(letters):
        yield Stop(letter, start + index * gap, _ROW * (row + 0.5))


def _span(row: int, rows: int) -> tuple[float, float]:
    """Where a row's stops begin and end."""
    if rows == 1:
        return _FIRST_ROW[0], _LAST_ROW[1]
    if row == 0:
        return _FIRST_ROW
    if row < rows - 1:
        return _MIDDLE_ROW
    return _LAST_ROW if _runs_right(row) else (_WIDTH - _LAST_ROW[1], _WIDTH - _LAST_ROW[0])


def _path(rows: int) -> str:
    """The line: rows run right and left by turns, and a half circle leads from each to the next."""
    turn = _ROW / 2
    parts = [f"M{_END:g} {turn:g}"]
    for row in range(rows - 1):
        edge, sweep = (_RIGHT_TURN, 1) if _runs_right(row) else (_LEFT_TURN, 0)
        parts.append(f"H{edge:g} a{turn:g} {turn:g} 0 0 {sweep} 0 {_ROW:g}")
    parts.append(f"H{_WIDTH - _END if _runs_right(rows - 1) else _END:g}")
    return " ".join(parts)


def _runs_right(row: int) -> bool:
    return row % 2 == 0


def _radius(stops: tuple[Stop, ...]) -> float:
    """As large as the road's look wants, but small enough for the closest stops to stand apart."""
    gaps = [after.x - before.x for before, after in pairwise(stops) if after.y == before.y]
    return min([_RADIUS, *(0.4 * gap for gap in gaps)])
