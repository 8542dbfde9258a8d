"""Where the boxes and arrows of requirements stand in the pictures: around one measure, and of the whole roadmap.

Lengths are CSS pixels from the top left of the picture. Arrows bend between the columns alone, so none runs through a
box.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations, pairwise

import igraph

from roadmap.content.model import Measure, Roadmap
from roadmap.site.text_lines import wrapped

# What the templates write the titles with.
TEXT_SIZE = 13.5
LINE_HEIGHT = 16.0
_PADDING = 7.0
_ARROW = 7.0
# The letter and number of a measure, in bold, with the space after it.
_ID_WIDTH = 24.0
# Twice as many find no fewer crossings.
_ATTEMPTS = 300

# A column and a row of the picture, or a place in it.
Point = tuple[float, float]
# What is required, and what requires it.
Pair = tuple[str, str]
# Where the measures stand, and where the arrows between them bend.
Layout = tuple[dict[str, Point], dict[Pair, list[Point]]]


@dataclass(frozen=True)
class Style:
    """How large the boxes are, how far they stand apart, and whether they hold the titles or the ids alone."""

    width: float
    column_gap: float
    row_gap: float
    titled: bool = True


WHOLE = Style(width=186, column_gap=56, row_gap=10)
# Narrow enough to stand beside a list, with room for a sign after the id.
WHOLE_BESIDE_A_LIST = Style(width=58, column_gap=16, row_gap=7, titled=False)
AROUND = Style(width=190, column_gap=44, row_gap=10)
AROUND_ON_A_PHONE = Style(width=52, column_gap=40, row_gap=8, titled=False)


@dataclass(frozen=True)
class Box:
    """A measure in a picture, with its title in lines (none where it shows its id alone)."""

    measure: Measure
    lines: tuple[str, ...]
    x: float
    y: float
    width: float
    height: float

    @property
    def baselines(self) -> list[float]:
        """How far down the lines of text stand."""
        top = self.y + (self.height - LINE_HEIGHT * max(1, len(self.lines))) / 2
        return [top + LINE_HEIGHT * (row + 0.76) for row in range(max(1, len(self.lines)))]


@dataclass(frozen=True)
class Arrow:
    """From what is required to what requires it; ``head`` is the path of its point."""

    source: str
    target: str
    path: str
    head: str


@dataclass(frozen=True)
class Picture:
    width: float
    height: float
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]


def whole_roadmap(roadmap: Roadmap, style: Style = WHOLE) -> Picture:
    """Every measure, those that require nothing in the leftmost column, in as few crossings as can be found."""
    ids = tuple(measure.id for measure in roadmap.measures)
    pairs = tuple((required, measure.id) for measure in roadmap.measures for required in measure.requires)
    points, bends = _least_tangled(ids, pairs)
    return _picture(points, roadmap.measures, bends, style)


def around(measure: Measure, roadmap: Roadmap, style: Style) -> Picture | None:
    """The measure between those that it requires and those that it opens for; nothing where there are none."""
    before, after = roadmap.measures_named(measure.requires), roadmap.required_by(measure)
    if not before and not after:
        return None
    columns = [column for column in (before, [measure], after) if column]
    points = {
        one.id: (float(number), row - (len(column) - 1) / 2)
        for number, column in enumerate(columns)
        for row, one in enumerate(column)
    }
    pairs = [*((one.id, measure.id) for one in before), *((measure.id, one.id) for one in after)]
    return _picture(points, [one for column in columns for one in column], {pair: [] for pair in pairs}, style)


@cache
def _least_tangled(ids: tuple[str, ...], pairs: tuple[Pair, ...]) -> Layout:
    """The best of several layouts, the same in each build.

    The library reduces crossings from the order that the vertices have, and ends where a small change no longer helps;
    so one of them is moved and the layout tried anew, again and again. That takes a while, and most edits change no
    requirement.
    """
    chance = random.Random(0)
    order, best = list(ids), _layout(ids, pairs)
    least = _tangle(*best)
    for _ in range(_ATTEMPTS):
        other = list(order)
        other.insert(chance.randrange(len(ids)), other.pop(chance.randrange(len(ids))))
        layout = _layout(other, pairs)
        tangle = _tangle(*layout)
        if tangle <= least:
            order, best, least = other, layout, tangle
    return best


def _layout(order: Sequence[str], pairs: Sequence[Pair]) -> Layout:
    places = {one: place for place, one in enumerate(order)}
    edges = [(places[source], places[target]) for source, target in pairs]
    layout = igraph.Graph(len(order), edges, directed=True).layout_sugiyama()
    # The layout runs downwards; turned on its side, its rows become columns that are read from left to right.
    points = {one: _turned(layout.coords[place]) for one, place in places.items()}
    return points, {pair: [*map(_turned, bends)] for pair, bends in zip(pairs, layout.edge_routing, strict=True)}


def _turned(point: Sequence[float]) -> Point:
    across, down = point
    return down, across


def _tangle(points: Mapping[str, Point], bends: Mapping[Pair, Sequence[Point]]) -> tuple[int, float]:
    """How many arrows cross, and how far all of them climb or fall together."""
    parts = [
        part
        for (source, target), between in bends.items()
        for part in pairwise((points[source], *between, points[target]))
    ]
    crossings = sum(
        first[0][0] == second[0][0] and (first[0][1] - second[0][1]) * (first[1][1] - second[1][1]) < 0
        for first, second in combinations(parts, 2)
    )
    return crossings, sum(abs(start[1] - end[1]) for start, end in parts)


def _picture(
    points: Mapping[str, Point],
    measures: Iterable[Measure],
    bends: Mapping[Pair, Sequence[Point]],
    style: Style,
) -> Picture:
    """A picture of points that are given in columns and rows."""
    titles = {measure.id: _lines(measure, style) for measure in measures}
    height = max(1, *map(len, titles.values())) * LINE_HEIGHT + 2 * _PADDING
    corners = [*points.values(), *(point for between in bends.values() for point in between)]
    top = min(row for _, row in corners)

    def corner(point: Point) -> Point:
        column, row = point
        return 1 + column * (style.width + style.column_gap), 1 + (row - top) * (height + style.row_gap)

    boxes = tuple(
        Box(measure, titles[measure.id], *corner(points[measure.id]), style.width, height) for measure in measures
    )
    arrows = tuple(
        _arrow(pair, [corner(point) for point in (points[pair[0]], *between, points[pair[1]])], style.width, height)
        for pair, between in bends.items()
    )
    right, bottom = (max(axis) for axis in zip(*map(corner, corners), strict=True))
    return Picture(right + style.width + 1, bottom + height + 1, boxes, arrows)


def _lines(measure: Measure, style: Style) -> tuple[str, ...]:
    if not style.titled:
        return ()
    return wrapped(measure.title, TEXT_SIZE, style.width - 2 * _PADDING - _ID_WIDTH)


def _arrow(pair: Pair, corners: Sequence[Point], width: float, height: float) -> Arrow:
    """Straight past the boxes of a column, and in a curve from each column to the next."""
    path = ""
    x, y = 0.0, 0.0
    for number, (left, top) in enumerate(corners):
        middle = top + height / 2
        if number == 0:
            path = f"M{left + width:g} {middle:g}"
        else:
            last = number == len(corners) - 1
            end = left - _ARROW if last else left
            bend = (x + end) / 2
            path += f"C{bend:g} {y:g} {bend:g} {middle:g} {end:g} {middle:g}" + ("" if last else f"h{width:g}")
        x, y = left + width, middle
    tip = x - width
    head = f"M{tip:g} {y:g}l{-_ARROW - 1:g} -4.5v9z"
    return Arrow(*pair, path, head)
