"""Where the steps stand in the picture of their order: one line of stops, and dashed ways back over it.

Lengths are CSS pixels from the top left of the picture.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from roadmap.content.model import Phase, Return, Roadmap, Step
from roadmap.site.text_lines import wrapped

TEXT_SIZE = 13.5
LINE_HEIGHT = 16.0
RADIUS = 17.0
_STOP_WIDTH = 105.0
_TITLE_WIDTH = 98.0
# How far each way back rises above the one below it, with its reason over it.
_RISE = 44.0


@dataclass(frozen=True)
class Stop:
    step: Step
    phase: Phase
    x: float
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Span:
    """The part of the line that a phase's stops stand on."""

    phase: Phase
    left: float
    right: float
    lines: tuple[str, ...]


@dataclass(frozen=True)
class WayBack:
    """A dashed way from one stop back to an earlier one; its reason stands in the middle, over it."""

    returning: Return
    path: str
    head: str
    x: float
    y: float


@dataclass(frozen=True)
class StepsLine:
    width: float
    height: float
    line: float
    phase_top: float
    stops: tuple[Stop, ...]
    spans: tuple[Span, ...]
    ways_back: tuple[WayBack, ...]


def steps_line(roadmap: Roadmap) -> StepsLine:
    """All steps in the roadmap's order."""
    steps = roadmap.plan.steps
    stops = tuple(
        Stop(step, roadmap.phase_of(step), _STOP_WIDTH * (index + 0.5), wrapped(step.title, TEXT_SIZE, _TITLE_WIDTH))
        for index, step in enumerate(steps)
    )
    line = _RISE * len(roadmap.plan.returns) + RADIUS + 4
    phase_top = line + RADIUS + 10 + LINE_HEIGHT * max(len(stop.lines) for stop in stops) + 10
    spans = tuple(_spans(roadmap, stops))
    # The number of a phase has a line of its own, over its title.
    height = phase_top + 8 + LINE_HEIGHT * (1 + max(len(span.lines) for span in spans)) + 6
    ways_back = tuple(_ways_back(roadmap, stops, line))
    return StepsLine(_STOP_WIDTH * len(steps), height, line, phase_top, stops, spans, ways_back)


def _spans(roadmap: Roadmap, stops: tuple[Stop, ...]) -> Iterator[Span]:
    for phase in roadmap.plan.phases:
        places = [stop.x for stop in stops if stop.phase == phase]
        if places:
            left, right = min(places) - _STOP_WIDTH / 2 + 4, max(places) + _STOP_WIDTH / 2 - 4
            lines = wrapped(phase.title, TEXT_SIZE, (right - left) * 0.9)
            yield Span(phase, left, right, lines)


def _ways_back(roadmap: Roadmap, stops: tuple[Stop, ...], line: float) -> Iterator[WayBack]:
    places = {stop.step.letter: stop.x for stop in stops}
    foot = line - RADIUS - 3
    for number, returning in enumerate(roadmap.plan.returns, start=1):
        start, end = places[returning.from_], places[returning.to]
        top = foot - _RISE * number + LINE_HEIGHT + 4
        bend = min(10.0, abs(start - end) / 2) * (1 if end > start else -1)
        path = f"M{start:g} {foot:g}V{top + 10:g}q0 -10 {bend:g} -10H{end - bend:g}q{bend:g} 0 {bend:g} 10V{foot - 6:g}"
        yield WayBack(returning, path, f"M{end:g} {foot:g}l-4.5 -8h9z", (start + end) / 2, top - 6)
