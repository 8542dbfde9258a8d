"""The whole road on a slide: a row of lettered stops for each phase, their names, and the branches that lead back.

Measures are in inches from the slide's upper left corner.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pptx.enum.dml import MSO_LINE
from pptx.enum.text import PP_ALIGN
from pptx.util import Pt

from roadmap.content.model import Phase, Return, Roadmap, Step
from roadmap.errors import OutputError
from roadmap.slides import openxml
from roadmap.slides.deck import Deck, DeckSlide, Run, clean
from roadmap.slides.rail import ROAD
from roadmap.slides.shapes import INK, Point, fits, line, lines_high, path, phase_colour, stop, text_box
from roadmap.slides.template import Frame, Level

_RADIUS, _BEND, _AIR = 0.36, 0.4, 0.1
_NAME_LINES, _NAME_WIDTH = 2, 4.0
# A stop is this many times as wide as its letter is high.
_STOP = 1.75


def draw(deck: Deck, slide: DeckSlide, roadmap: Roadmap, phase_word: str, slides: Mapping[str, DeckSlide]) -> None:
    """Draws the road in the layout's frame for it; every letter leads to its step's slide.

    The frame's first level is the phases' text, the second the steps' names, the third the letters.

    Raises:
        OutputError: when there is no room for a phase, a name or a reason to go back.
    """
    frame = deck.frame(slide, ROAD)
    phases = [phase for phase in roadmap.plan.phases if roadmap.phase_steps(phase)]
    rows = [_Row(frame, index, phase, roadmap.phase_steps(phase)) for index, phase in enumerate(phases)]
    if rows and rows[-1].names_bottom > frame.bottom:
        raise OutputError(
            f"Lysbildet «{slide.title}» har ikke plass til {len(rows)} faser – "
            f"slå sammen faser, eller gjør teksten i «{ROAD}» mindre i oppsettet «{slide.layout}»"
        )
    for row in rows:
        points = row.road(deck.width, is_first=row is rows[0], is_last=row is rows[-1])
        road = path(slide.slide.shapes, points, phase_colour(row.phase))
        road.name = f"Vei, fase {row.phase.number}"
        openxml.mark_as_decorative(road)
    for row in rows:
        departures = sorted(row.centre(branch.from_) for branch in roadmap.plan.returns if row.has(branch.from_))
        _heading(slide, row, phase_word, min([frame.right, *(x - _AIR for x in departures)]))
        for step in row.steps:
            centre = (row.centre(step.letter), row.middle)
            drawn = stop(slide.slide.shapes, centre, row.stop, step.letter, row.letter_level, row.phase)
            drawn.click_action.target_slide = slides[step.letter].slide
            _name(slide, step, row)
    for branch in roadmap.plan.returns:
        _branch(slide, branch, rows, frame)


@dataclass(frozen=True)
class _Row:
    """A phase's row: a heading, the stops, their names, and room for the road's way to the next row."""

    frame: Frame
    index: int
    phase: Phase
    steps: list[Step]

    @property
    def heading_level(self) -> Level:
        return self.frame.levels[0]

    @property
    def name_level(self) -> Level:
        return self.frame.levels[1]

    @property
    def letter_level(self) -> Level:
        return self.frame.levels[2]

    @property
    def heading_height(self) -> float:
        return lines_high(self.heading_level) + _AIR

    @property
    def stop(self) -> float:
        return self.letter_level.size * _STOP / 72

    @property
    def name_height(self) -> float:
        return lines_high(self.name_level, _NAME_LINES) + 0.02

    @property
    def height(self) -> float:
        return self.heading_height + self.stop + self.name_height + _AIR + _BEND

    @property
    def top(self) -> float:
        return self.frame.top + self.height * self.index

    @property
    def middle(self) -> float:
        return self.top + self.heading_height + 0.06 + self.stop / 2

    @property
    def names_top(self) -> float:
        return self.middle + self.stop / 2 + 0.04

    @property
    def names_bottom(self) -> float:
        return self.names_top + self.name_height

    @property
    def column(self) -> float:
        return self.frame.width / len(self.steps)

    def has(self, letter: str) -> bool:
        return any(step.letter == letter for step in self.steps)

    def centre(self, letter: str) -> float:
        """Where a step's stop is, from the slide's left edge."""
        index = [step.letter for step in self.steps].index(letter)
        return self.frame.left + self.column * (index + 0.5)

    def road(self, slide_width: float, *, is_first: bool, is_last: bool) -> list[Point]:
        """In from the slide's edge or the former row's bend, along the stops, and out the same way."""
        left, right = self.frame.left, self.frame.right
        bend = self.names_bottom + _BEND / 2 - 0.06
        before = bend - self.height
        radius = min(_RADIUS, (bend - self.middle) / 2, (self.middle - before) / 2)
        points: list[Point] = []
        if is_first:
            points.append((0, self.middle))
        else:
            points += _arc(left, before + radius, radius, 270, 180)
            points += _arc(left, self.middle - radius, radius, 180, 90)
        if is_last:
            points.append((slide_width, self.middle))
        else:
            points += _arc(right, self.middle + radius, radius, -90, 0)
            points += _arc(right, bend - radius, radius, 0, 90)
            points.append((left, bend))
        return points


def _arc(x: float, y: float, radius: float, start: int, end: int) -> list[Point]:
    """A quarter of a circle around a point, in degrees clockwise from the right."""
    steps = 12
    angles = [math.radians(start + (end - start) * step / steps) for step in range(steps + 1)]
    return [(x + radius * math.cos(angle), y + radius * math.sin(angle)) for angle in angles]


def _heading(slide: DeckSlide, row: _Row, phase_word: str, right: float) -> None:
    """A phase's name and question, up to the first branch that leaves its row upwards."""
    colour, phase = phase_colour(row.phase), row.phase
    runs = [
        Run(clean(f"{phase_word} {phase.number}  ", slide.title), colour),
        Run(clean(phase.title, slide.title), colour, bold=True),
        Run(clean(f"   {phase.question}", slide.title), INK),
    ]
    width, level = right - row.frame.left, row.heading_level
    if not fits(runs, level, width, 1):
        raise _too_long(slide, f"navnet på fase {phase.number} og spørsmålet", phase.question)
    name = clean(f"{phase_word} {phase.number}", slide.title)
    text_box(slide.slide.shapes, name, (row.frame.left, row.top), (width, row.heading_height), runs, level)


def _name(slide: DeckSlide, step: Step, row: _Row) -> None:
    width, level = min(row.column - 0.08, _NAME_WIDTH), row.name_level
    runs = [Run(clean(step.title, slide.title), INK)]
    if not fits(runs, level, width, _NAME_LINES):
        raise _too_long(slide, f"navnet på steg {step.letter}", step.title)
    corner = (row.centre(step.letter) - width / 2, row.names_top)
    name = f"Navn på steg {step.letter}"
    box = text_box(slide.slide.shapes, name, corner, (width, row.name_height), runs, level)
    box.text_frame.paragraphs[0].alignment = PP_ALIGN.CENTER


def _branch(slide: DeckSlide, branch: Return, rows: Sequence[_Row], frame: Frame) -> None:
    """A dashed arrow from the top of a stop to the name of an earlier one, and the reason beside it."""
    row = next(row for row in rows if row.has(branch.from_))
    target_row = next(row for row in rows if row.has(branch.to))
    x, target = row.centre(branch.from_), target_row.centre(branch.to)
    end = max(target - 1, min(target + 1, x))
    reason = clean(branch.reason, slide.title)
    tip = (end, target_row.names_top + target_row.name_height / 2 + 0.05)
    arrow = line(slide.slide.shapes, (x, row.middle - row.stop / 2), tip, INK)
    arrow.line.width = Pt(2.25)
    arrow.line.dash_style = MSO_LINE.DASH
    openxml.point_at_end(arrow)
    arrow.name = f"Tilbake fra {branch.from_} til {branch.to}"
    openxml.describe(arrow, f"{branch.from_} → {branch.to}: {reason}")
    width, level, runs = frame.right - x - 0.15, row.name_level, [Run(reason, INK)]
    if not fits(runs, level, width, _NAME_LINES):
        raise _too_long(slide, f"grunnen til å gå fra {branch.from_} til {branch.to}", branch.reason)
    corner = (x + 0.15, row.top - 0.15)
    text_box(slide.slide.shapes, "Grunnen til å gå tilbake", corner, (width, row.name_height), runs, level)


def _too_long(slide: DeckSlide, what: str, text: str) -> OutputError:
    return OutputError(f"Lysbildet «{slide.title}» har ikke plass til {what}, «{text}» – gjør teksten kortere")
