"""What a road is drawn with: lines, round stops with a letter, and text beside them; measures are in inches."""

from __future__ import annotations

from collections.abc import Sequence

from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.shapes.autoshape import Shape
from pptx.shapes.connector import Connector
from pptx.shapes.shapetree import GroupShapes, SlideShapes
from pptx.util import Inches, Pt

from roadmap.content.model import Phase
from roadmap.slides.deck import Run, write_paragraph
from roadmap.slides.template import Level
from roadmap.slides.text_fit import Block, Span, height, line_height, widest_word

Point = tuple[float, float]
INK, GROUND = MSO_THEME_COLOR.TEXT_1, MSO_THEME_COLOR.BACKGROUND_1
_ROAD, _OUTLINE = Pt(4.5), Pt(3)
# The theme has three colours for phases; a fourth phase has the first one's, which are never neighbours.
_PHASES = (MSO_THEME_COLOR.ACCENT_1, MSO_THEME_COLOR.ACCENT_2, MSO_THEME_COLOR.ACCENT_3)
_PHASE_GROUNDS = (MSO_THEME_COLOR.ACCENT_4, MSO_THEME_COLOR.ACCENT_5, MSO_THEME_COLOR.ACCENT_6)


def phase_colour(phase: Phase) -> MSO_THEME_COLOR:
    return _PHASES[(phase.number - 1) % len(_PHASES)]


def phase_ground(phase: Phase) -> MSO_THEME_COLOR:
    return _PHASE_GROUNDS[(phase.number - 1) % len(_PHASE_GROUNDS)]


def line(shapes: SlideShapes | GroupShapes, start: Point, end: Point, colour: MSO_THEME_COLOR) -> Connector:
    edges = [Inches(edge) for edge in (*start, *end)]
    drawn = shapes.add_connector(MSO_CONNECTOR.STRAIGHT, *edges)
    drawn.line.width = _ROAD
    drawn.line.color.theme_color = colour
    return drawn


def path(shapes: SlideShapes, points: Sequence[Point], colour: MSO_THEME_COLOR) -> Shape:
    """A line through many points."""
    vertices = [(Inches(x), Inches(y)) for x, y in points]
    builder = shapes.build_freeform(*vertices[0])
    builder.add_line_segments(vertices[1:], close=False)
    drawn: Shape = builder.convert_to_shape()
    drawn.fill.background()
    drawn.line.width = _ROAD
    drawn.line.color.theme_color = colour
    return drawn


def circle(
    shapes: SlideShapes | GroupShapes, centre: Point, size: float, fill: MSO_THEME_COLOR, outline: MSO_THEME_COLOR
) -> Shape:
    x, y = centre
    drawn: Shape = shapes.add_shape(
        MSO_SHAPE.OVAL, *(Inches(edge) for edge in (x - size / 2, y - size / 2, size, size))
    )
    drawn.fill.solid()
    drawn.fill.fore_color.theme_color = fill
    drawn.line.width = _OUTLINE
    drawn.line.color.theme_color = outline
    return drawn


def stop(
    shapes: SlideShapes | GroupShapes,
    centre: Point,
    size: float,
    text: str,
    level: Level,
    phase: Phase,
    *,
    filled: bool = True,
) -> Shape:
    """A stop of the road, with a step's letter or a measure's id."""
    colour = phase_colour(phase)
    drawn = circle(shapes, centre, size, colour if filled else GROUND, colour)
    drawn.name = f"Stopp {text}"
    write_paragraph(drawn, [Run(text, GROUND if filled else colour, bold=True)], level.size, level.spacing)
    drawn.text_frame.word_wrap = False
    drawn.text_frame.vertical_anchor = MSO_ANCHOR.MIDDLE
    drawn.text_frame.paragraphs[0].alignment = PP_ALIGN.CENTER
    return drawn


def text_box(
    shapes: SlideShapes, name: str, corner: Point, size: tuple[float, float], runs: Sequence[Run], level: Level
) -> Shape:
    """Text in a box with a corner at the upper left."""
    box = shapes.add_textbox(*(Inches(edge) for edge in (*corner, *size)))
    box.name = name
    write_paragraph(box, runs, level.size, level.spacing)
    return box


def lines_high(level: Level, count: int = 1) -> float:
    """The height in inches of ``count`` lines of text."""
    return line_height(level.size, level.spacing) * count / 72


def fits(runs: Sequence[Run], level: Level, width: float, lines: int) -> bool:
    """Whether text is no longer than ``lines`` lines of a width in inches, with no word wider than that."""
    spans = [Span(run.text, level.bold if run.bold is None else run.bold) for run in runs]
    block = Block(spans, level.size, level.spacing)
    if widest_word(spans, level.size) > width * 72:
        return False
    return height([block], width * 72) <= line_height(level.size, level.spacing) * lines * 1.001
