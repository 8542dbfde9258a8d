"""The road on slides, as native shapes: one line with a lettered stop for each step, whole or as a rail.

Every letter leads to its step's slide. Measures are in inches from the slide's upper left corner.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pptx.enum.dml import MSO_LINE, MSO_THEME_COLOR
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml import parse_xml
from pptx.shapes.autoshape import Shape
from pptx.shapes.connector import Connector
from pptx.shapes.shapetree import GroupShapes, SlideShapes
from pptx.slide import Slide
from pptx.util import Inches, Pt

from roadmap.content.model import Phase, Return, Roadmap, Step
from roadmap.errors import OutputError
from roadmap.slides.deck import HEIGHT, WIDTH, Run, decorate, describe, label, write_runs
from roadmap.slides.text_fit import Block, height

Point = tuple[float, float]
_ROAD = Pt(4.5)
_INK, _GROUND = MSO_THEME_COLOR.TEXT_1, MSO_THEME_COLOR.BACKGROUND_1
_PHASES = (MSO_THEME_COLOR.ACCENT_1, MSO_THEME_COLOR.ACCENT_2, MSO_THEME_COLOR.ACCENT_3)
_PHASE_GROUNDS = (MSO_THEME_COLOR.ACCENT_4, MSO_THEME_COLOR.ACCENT_5, MSO_THEME_COLOR.ACCENT_6)

# The whole road: rows between LEFT and RIGHT, turns of RADIUS outside them.
_TOP, _LEFT, _RIGHT, _RADIUS = 1.25, 0.95, 12.38, 0.36
_HEADING, _STOP, _NAME, _BEND = 0.42, 0.58, 0.62, 0.4
_ROW = _HEADING + 0.06 + _STOP + 0.04 + _NAME + _BEND


def phase_colour(phase: Phase) -> MSO_THEME_COLOR:
    return _PHASES[(phase.number - 1) % len(_PHASES)]


def phase_ground(phase: Phase) -> MSO_THEME_COLOR:
    return _PHASE_GROUNDS[(phase.number - 1) % len(_PHASE_GROUNDS)]


def badge(slide: Slide, text: str, phase: Phase) -> None:
    """The large stop beside a title, which the road leads to from the slide's edge; read right after the title."""
    title = slide.shapes.title
    assert title is not None
    middle, radius, left = 1.1, 0.48, 0.6
    line = _line(slide.shapes, (0, middle), (left, middle), phase_colour(phase))
    decorate(line, "Vei")
    stop = _stop(slide.shapes, (left + radius, middle), 2 * radius, text, 32, phase, filled=True)
    title._element.addnext(stop._element)
    title._element.addprevious(line._element)


def three_stops(slide: Slide, lefts: Iterable[float], y: float) -> None:
    """A road over three columns, with a stop where each of them begins."""
    decorate(_line(slide.shapes, (0, y), (WIDTH.inches, y), _INK), "Vei")
    for left in lefts:
        stop = slide.shapes.add_shape(MSO_SHAPE.OVAL, *(Inches(edge) for edge in (left, y - 0.14, 0.28, 0.28)))
        _paint(stop, _GROUND, _INK)
        decorate(stop, "Stopp")


def rail(
    slide: Slide, roadmap: Roadmap, y: float, size: float, text: str, slides: Mapping[str, Slide], here: str = ""
) -> None:
    """The whole road in one line from edge to edge, with the stop ``here`` filled; ``text`` says it in words."""
    steps = roadmap.plan.steps
    gap = (_RIGHT - _LEFT) / (len(steps) - 1)
    centres = [_LEFT + gap * index for index in range(len(steps))]
    group = slide.shapes.add_group_shape()
    group.name = "Vei"
    describe(group, text)
    start = 0.0
    for phase in roadmap.plan.phases:
        last = steps.index(roadmap.phase_steps(phase)[-1])
        end = centres[last] + gap / 2 if last + 1 < len(steps) else WIDTH.inches
        _line(group.shapes, (start, y), (end, y), phase_colour(phase))
        start = end
    for step, x in zip(steps, centres, strict=True):
        phase = roadmap.phase_of(step)
        current = step.letter == here
        stop = _stop(group.shapes, (x, y), size, step.letter, round(size * 36), phase, filled=current or not here)
        if not current:
            stop.click_action.target_slide = slides[step.letter]


def whole(slide: Slide, roadmap: Roadmap, phase_word: str, slides: Mapping[str, Slide]) -> None:
    """The road with all its stops and their names, a row for each phase, and the branches that lead back.

    Raises:
        OutputError: when a name is too long for its stop.
    """
    rows = [_Row(roadmap, index, phase) for index, phase in enumerate(roadmap.plan.phases)]
    bottom = rows[-1].bottom - _BEND
    if bottom > HEIGHT.inches:
        raise OutputError(f"Lysbildet med hele veikartet har ikke plass til {len(rows)} faser")
    for row in rows:
        line = _path(slide, row.road(is_first=row is rows[0], is_last=row is rows[-1]), phase_colour(row.phase))
        decorate(line, f"Vei, fase {row.phase.number}")
    for row in rows:
        _heading(slide, row, phase_word, [branch.from_ for branch in roadmap.plan.returns])
        for step, x in zip(row.steps, row.centres, strict=True):
            stop = _stop(slide.shapes, (x, row.middle), _STOP, step.letter, 24, row.phase, filled=True)
            stop.click_action.target_slide = slides[step.letter]
            _name(slide, step, x, row)
    for branch in roadmap.plan.returns:
        _branch(slide, branch, rows)


@dataclass(frozen=True)
class _Row:
    """A phase's row of the whole road."""

    roadmap: Roadmap
    index: int
    phase: Phase

    @property
    def steps(self) -> list[Step]:
        return self.roadmap.phase_steps(self.phase)

    @property
    def top(self) -> float:
        return _TOP + _ROW * self.index

    @property
    def middle(self) -> float:
        return self.top + _HEADING + 0.06 + _STOP / 2

    @property
    def names(self) -> float:
        return self.middle + _STOP / 2 + 0.04

    @property
    def bottom(self) -> float:
        return self.top + _ROW

    @property
    def column(self) -> float:
        return (_RIGHT - _LEFT) / len(self.steps)

    @property
    def centres(self) -> list[float]:
        return [_LEFT + self.column * (index + 0.5) for index in range(len(self.steps))]

    def road(self, *, is_first: bool, is_last: bool) -> list[Point]:
        """In from the slide's edge or the former row's bend, along the stops, and out the same way."""
        bend = self.bottom - _BEND / 2 - 0.06
        before = bend - _ROW
        points: list[Point] = []
        if is_first:
            points.append((0, self.middle))
        else:
            points += _arc(_LEFT, before + _RADIUS, 270, 180) + _arc(_LEFT, self.middle - _RADIUS, 180, 90)
        if is_last:
            points.append((WIDTH.inches, self.middle))
        else:
            points += _arc(_RIGHT, self.middle + _RADIUS, -90, 0) + _arc(_RIGHT, bend - _RADIUS, 0, 90)
            points.append((_LEFT, bend))
        return points


def _arc(x: float, y: float, start: int, end: int) -> list[Point]:
    """A quarter of a circle around a point, in degrees clockwise from the right."""
    steps = 12
    angles = [math.radians(start + (end - start) * step / steps) for step in range(steps + 1)]
    return [(x + _RADIUS * math.cos(angle), y + _RADIUS * math.sin(angle)) for angle in angles]


def _heading(slide: Slide, row: _Row, phase_word: str, departures: list[str]) -> None:
    """A phase's name and question, up to the first branch that leaves its row upwards."""
    branches = [x for step, x in zip(row.steps, row.centres, strict=True) if step.letter in departures]
    width = min([_RIGHT, *(x - 0.1 for x in branches)]) - _LEFT
    colour = phase_colour(row.phase)
    runs = [
        Run(f"{phase_word} {row.phase.number}  ", colour),
        Run(row.phase.title, colour, bold=True),
        Run(f"   {row.phase.question}", _INK),
    ]
    if height([Block("".join(run.text for run in runs), 20)], width * 72, 1) > _HEADING * 72:
        raise OutputError(f"Fase {row.phase.number} får ikke plass på lysbildet med hele veikartet")
    box = slide.shapes.add_textbox(*(Inches(edge) for edge in (_LEFT, row.top, width, _HEADING)))
    box.name = f"{phase_word} {row.phase.number}"
    write_runs(box, runs, 20)


def _name(slide: Slide, step: Step, x: float, row: _Row) -> None:
    width = min(row.column - 0.08, 4)
    lines = [Block(step.title, 18)]
    if height(lines, width * 72, 0.95) > _NAME * 72:
        raise OutputError(f"Navnet på steg {step.letter} får ikke plass på lysbildet med hele veikartet")
    box = slide.shapes.add_textbox(*(Inches(edge) for edge in (x - width / 2, row.names, width, _NAME)))
    box.name = f"Navn på steg {step.letter}"
    label(box, step.title, 18, _INK)
    box.text_frame.paragraphs[0].alignment = PP_ALIGN.CENTER


def _branch(slide: Slide, branch: Return, rows: list[_Row]) -> None:
    """A dashed arrow from the top of a stop to the name of an earlier one, and the reason beside it."""
    places = {step.letter: (x, row) for row in rows for step, x in zip(row.steps, row.centres, strict=True)}
    (x, row), (target, target_row) = places[branch.from_], places[branch.to]
    end = max(target - 1, min(target + 1, x))
    arrow = _line(slide.shapes, (x, row.middle - _STOP / 2), (end, target_row.names + _NAME / 2 + 0.05), _INK)
    arrow.line.width = Pt(2.25)
    arrow.line.dash_style = MSO_LINE.DASH
    arrow.line._get_or_add_ln().append(
        parse_xml('<a:tailEnd xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" type="triangle"/>')
    )
    arrow.name = f"Tilbake fra {branch.from_} til {branch.to}"
    describe(arrow, f"{branch.from_} → {branch.to}: {branch.reason}")
    width = _RIGHT - x - 0.15
    if height([Block(branch.reason, 18)], width * 72, 0.95) > _NAME * 72:
        raise OutputError(f"«{branch.reason}» får ikke plass på lysbildet med hele veikartet")
    box = slide.shapes.add_textbox(*(Inches(edge) for edge in (x + 0.15, row.top - 0.15, width, 0.6)))
    box.name = "Grunnen til å gå tilbake"
    label(box, branch.reason, 18, _INK)


def _line(shapes: SlideShapes | GroupShapes, start: Point, end: Point, colour: MSO_THEME_COLOR) -> Connector:
    edges = [Inches(edge) for edge in (*start, *end)]
    line = shapes.add_connector(MSO_CONNECTOR.STRAIGHT, *edges)
    line.line.width = _ROAD
    line.line.color.theme_color = colour
    return line


def _path(slide: Slide, points: list[Point], colour: MSO_THEME_COLOR) -> Shape:
    vertices = [(Inches(x), Inches(y)) for x, y in points]
    builder = slide.shapes.build_freeform(*vertices[0])
    builder.add_line_segments(vertices[1:], close=False)
    shape: Shape = builder.convert_to_shape()
    shape.fill.background()
    shape.line.width = _ROAD
    shape.line.color.theme_color = colour
    return shape


def _stop(
    shapes: SlideShapes | GroupShapes, centre: Point, size: float, text: str, points: int, phase: Phase, *, filled: bool
) -> Shape:
    x, y = centre
    stop: Shape = shapes.add_shape(MSO_SHAPE.OVAL, *(Inches(edge) for edge in (x - size / 2, y - size / 2, size, size)))
    stop.name = f"Stopp {text}"
    _paint(stop, phase_colour(phase) if filled else _GROUND, phase_colour(phase))
    label(stop, text, points, _GROUND if filled else phase_colour(phase), bold=True)
    stop.text_frame.word_wrap = False
    stop.text_frame.vertical_anchor = MSO_ANCHOR.MIDDLE
    stop.text_frame.paragraphs[0].alignment = PP_ALIGN.CENTER
    return stop


def _paint(shape: Shape, fill: MSO_THEME_COLOR, line: MSO_THEME_COLOR) -> None:
    shape.fill.solid()
    shape.fill.fore_color.theme_color = fill
    shape.line.width = Pt(3)
    shape.line.color.theme_color = line
