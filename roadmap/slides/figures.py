"""The gains and the relapse as slides of native shapes; measures are in inches from the slide's upper left corner."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from babel.numbers import format_decimal
from pptx.enum.dml import MSO_LINE, MSO_THEME_COLOR
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR
from pptx.util import Inches, Pt

from roadmap.content.model import Gains, Measure, Remedy, Roadmap, Span, Volume
from roadmap.errors import OutputError
from roadmap.slides import openxml
from roadmap.slides.deck import Deck, DeckSlide, Paragraph, Run, clean, paragraph
from roadmap.slides.shapes import INK, Point, fits, line, lines_high, path, text_box
from roadmap.slides.template import Frame, Level

_GAINS, _RELAPSE, _FIGURE = "Gevinster", "Tilbakefall", "Figur"
_BAR, _BAR_GROUND = MSO_THEME_COLOR.ACCENT_1, MSO_THEME_COLOR.ACCENT_4
_RISE, _FALL, _HOPE = MSO_THEME_COLOR.ACCENT_1, MSO_THEME_COLOR.ACCENT_3, MSO_THEME_COLOR.ACCENT_2
# How much of the drawing's width the names and the sums take, and the air around a row.
_NAMES, _SUMS, _AIR = 0.36, 0.22, 0.1
_ROWS, _MOST_AIR = 4.3, 1.6
# Where the sketched curve turns, as shares of its width and height: low, high, low again, and up.
_LOW, _HIGH, _AFTER, _AIM = (0.0, 0.1), (1 / 3, 1.0), (2 / 3, 0.25), (0.97, 0.7)


def gains_slide(deck: Deck, gains: Gains) -> None:
    """Bars of what society saves, each with its sum beside it, and the caveats under them.

    Raises:
        OutputError: when there are too many bars, or a text is too long.
    """
    labels = gains.labels
    each = f"{labels.per_consultation}: {_about(gains, gains.per_consultation)}."
    text = {"Forbehold": [paragraph(line) for line in (each, *gains.caveats)]}
    slide = deck.slide([_GAINS], gains.title, [gains.text], text)
    frame = deck.frame(slide, _FIGURE)
    line_of_text = max(lines_high(level) for level in frame.levels[:2])
    # A volume has a heading, two bars with the hours between them, and air after; fewer volumes get more air.
    row = min(frame.height / (_ROWS * len(gains.volumes)), _MOST_AIR * line_of_text)
    if row < line_of_text:
        raise OutputError(f"Lysbildet «{slide.title}» har ikke plass til så mange stolper – ta bort et antall")
    for index, volume in enumerate(gains.volumes):
        top = frame.top + _ROWS * row * index
        heading = f"{_number(volume.consultations)} {labels.consultations}, {volume.when}"
        _write(slide, frame, (frame.left, top), (frame.width, row), heading, frame.levels[0])
        hours = f"{_span(volume.hours)} {labels.unit_of_hours}"
        travel, time = _about(gains, volume.travel), f"{_span(volume.time)} {labels.kroner}"
        _bar(slide, frame, (top + row, row), (labels.travel, travel), (0, volume.travel / gains.largest))
        _row(slide, frame, (top + 2 * row, row), (labels.hours, hours))
        _bar(slide, frame, (top + 3 * row, row), (labels.time, time), _shares(volume, gains))
        start = frame.left + frame.width * _NAMES
        axis = line(slide.slide.shapes, (start, top + row), (start, top + 4 * row), INK)
        axis.line.width = Pt(1.5)
        openxml.mark_as_decorative(axis)


def relapse_slide(deck: Deck, roadmap: Roadmap, url: Callable[[Measure], str]) -> None:
    """The sketched curve, what pulled the use down, and what may keep it up, with links to the measures.

    Raises:
        OutputError: when a text is too long.
    """
    relapse = roadmap.pictures.relapse
    remedies = relapse.remedies
    stages = {
        f"Del {number}": [Paragraph((Run(f"{stage.title}: ", bold=True), Run(stage.text)))]
        for number, stage in enumerate(relapse.stages, 1)
    }
    text = {
        **stages,
        "Årsaker": [
            paragraph(relapse.causes.title, colour=_FALL),
            *(paragraph(point, 1) for point in relapse.causes.points),
        ],
        "Svar": [
            paragraph(remedies.title, colour=_HOPE),
            *(Paragraph(tuple(_remedy(remedy, remedies.measures, roadmap, url)), 1) for remedy in remedies.points),
        ],
        "Forbehold": [paragraph(f"{relapse.text} {relapse.sketch} {remedies.note}")],
    }
    slide = deck.slide([_RELAPSE], relapse.title, [relapse.text, remedies.note], text)
    _curve(slide, deck.frame(slide, _FIGURE))


def _remedy(remedy: Remedy, word: str, roadmap: Roadmap, url: Callable[[Measure], str]) -> Iterator[Run]:
    yield Run(f"{remedy.text} {word}\N{NO-BREAK SPACE}")
    for index, measure in enumerate(roadmap.measures_named(remedy.measures)):
        if index:
            yield Run(", ")
        yield Run(measure.id, url=url(measure))


def _curve(slide: DeckSlide, frame: Frame) -> None:
    """Use that rises, falls, and is meant to stay up: a sketch, which the texts under it say in words."""
    shapes = slide.slide.shapes

    def place(point: Point) -> Point:
        return frame.left + point[0] * frame.width, frame.bottom - 0.08 - point[1] * (frame.height - 0.2)

    axis = line(shapes, (frame.left, frame.bottom), (frame.right, frame.bottom), INK)
    axis.line.width = Pt(1.5)
    curve = [
        path(shapes, [place(point) for point in _bend(_LOW, _HIGH)], _RISE),
        path(shapes, [place(point) for point in _bend(_HIGH, _AFTER)], _FALL),
    ]
    hope = line(shapes, place(_AFTER), place(_AIM), _HOPE)
    hope.line.dash_style = MSO_LINE.DASH
    openxml.point_at_end(hope)
    for shape in (axis, *curve, hope):
        openxml.mark_as_decorative(shape)


def _bend(start: Point, end: Point) -> Sequence[Point]:
    """From one level to another, flat where it begins and where it ends."""
    shares = [step / 24 for step in range(25)]
    return [
        (start[0] + share * (end[0] - start[0]), start[1] + share**2 * (3 - 2 * share) * (end[1] - start[1]))
        for share in shares
    ]


def _bar(
    slide: DeckSlide, frame: Frame, row: tuple[float, float], texts: tuple[str, str], shares: tuple[float, float]
) -> None:
    """A row with a bar from one share of the scale to another: solid from zero, light as a span."""
    _row(slide, frame, row, texts)
    top, height = row
    start = frame.left + frame.width * _NAMES
    scale = frame.width * (1 - _NAMES - _SUMS) - 2 * _AIR
    edges = (start + shares[0] * scale, top + _AIR / 2, (shares[1] - shares[0]) * scale, height - _AIR)
    bar = slide.slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *(Inches(edge) for edge in edges))
    bar.name = f"Stolpe, {texts[0]}"
    bar.fill.solid()
    bar.fill.fore_color.theme_color = _BAR_GROUND if shares[0] else _BAR
    bar.line.color.theme_color = _BAR
    bar.line.width = Pt(1.5)
    openxml.mark_as_decorative(bar)


def _row(slide: DeckSlide, frame: Frame, row: tuple[float, float], texts: tuple[str, str]) -> None:
    """What is counted, and how much of it there is."""
    top, height = row
    level, right = frame.levels[1], frame.right - frame.width * _SUMS
    _write(slide, frame, (frame.left, top), (frame.width * _NAMES - _AIR, height), texts[0], level)
    _write(slide, frame, (right, top), (frame.width * _SUMS, height), texts[1], level, bold=True)


def _write(
    slide: DeckSlide,
    frame: Frame,
    corner: Point,
    size: tuple[float, float],
    text: str,
    level: Level,
    *,
    bold: bool | None = None,
) -> None:
    runs = [Run(clean(text, slide.title), INK, bold=level.bold if bold is None else bold)]
    if not fits(runs, level, size[0], 1):
        raise OutputError(f"Lysbildet «{slide.title}» har ikke plass til «{text}» – gjør teksten kortere")
    text_box(slide.slide.shapes, text, corner, size, runs, level).text_frame.vertical_anchor = MSO_ANCHOR.MIDDLE


def _shares(volume: Volume, gains: Gains) -> tuple[float, float]:
    return volume.time.low / gains.largest, volume.time.high / gains.largest


def _about(gains: Gains, amount: int) -> str:
    return f"{gains.labels.about} {_number(amount)} {gains.labels.kroner}"


def _span(span: Span) -> str:
    return f"{_number(span.low)}–{_number(span.high)}"


def _number(number: int) -> str:
    return str(format_decimal(number, locale="nb"))
