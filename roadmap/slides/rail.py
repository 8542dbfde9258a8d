"""The road as a part of a slide: in one line from edge to edge, as a stop beside a title, or over columns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import groupby, pairwise

from roadmap.content.model import Phase, Roadmap
from roadmap.errors import OutputError
from roadmap.slides import openxml
from roadmap.slides.deck import TITLE, Deck, DeckSlide, placeholder
from roadmap.slides.shapes import GROUND, INK, circle, line, phase_colour, stop

ROAD, STOP = "Veien", "Stopp"


def rail(
    deck: Deck, slide: DeckSlide, roadmap: Roadmap, text: str, slides: Mapping[str, DeckSlide], here: str = ""
) -> None:
    """The whole road in the layout's frame for it, with the stop ``here`` filled; ``text`` says it in words.

    Every letter leads to its step's slide.

    Raises:
        OutputError: when there are more stops than the frame is wide enough for.
    """
    frame, steps = deck.frame(slide, ROAD), roadmap.plan.steps
    gap = frame.width / max(len(steps) - 1, 1)
    if gap < frame.height:
        raise OutputError(
            f"Lysbildet «{slide.title}» har ikke plass til {len(steps)} steg på veien – "
            f"slå sammen steg, eller gjør «{ROAD}» lavere i oppsettet «{slide.layout}»"
        )
    centres = [frame.left + gap * index for index in range(len(steps))]
    group = slide.slide.shapes.add_group_shape()
    group.name = "Vei"
    openxml.describe(group, text)
    edges = [0.0, *((one + other) / 2 for one, other in pairwise(centres)), deck.width]
    for phase, run in groupby(range(len(steps)), lambda index: roadmap.phase_of(steps[index])):
        indices = list(run)
        line(
            group.shapes, (edges[indices[0]], frame.middle), (edges[indices[-1] + 1], frame.middle), phase_colour(phase)
        )
    for step, x in zip(steps, centres, strict=True):
        current = step.letter == here
        drawn = stop(
            group.shapes,
            (x, frame.middle),
            frame.height,
            step.letter,
            frame.levels[0],
            roadmap.phase_of(step),
            filled=current or not here,
        )
        if not current:
            drawn.click_action.target_slide = slides[step.letter].slide


def badge(deck: Deck, slide: DeckSlide, text: str, phase: Phase) -> None:
    """The large stop beside a title, which the road leads to from the slide's edge; read right after the title."""
    frame, title = deck.frame(slide, STOP), placeholder(slide, TITLE)
    road = line(slide.slide.shapes, (0, frame.middle), (frame.left, frame.middle), phase_colour(phase))
    road.name = "Vei"
    openxml.mark_as_decorative(road)
    centre = (frame.left + frame.width / 2, frame.middle)
    drawn = stop(slide.slide.shapes, centre, frame.height, text, frame.levels[0], phase)
    openxml.put_after(drawn, title)
    openxml.put_before(road, title)


def stops_over_columns(deck: Deck, slide: DeckSlide, columns: Iterable[str]) -> None:
    """A road over columns, with a stop where each of them begins."""
    frame = deck.frame(slide, ROAD)
    road = line(slide.slide.shapes, (frame.left, frame.middle), (frame.right, frame.middle), INK)
    road.name = "Vei"
    openxml.mark_as_decorative(road)
    for column in columns:
        x = deck.frame(slide, column).left + frame.height / 2
        drawn = circle(slide.slide.shapes, (x, frame.middle), frame.height, GROUND, INK)
        drawn.name = "Stopp"
        openxml.mark_as_decorative(drawn)
