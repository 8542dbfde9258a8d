"""The roadmap as slides to present and to change: native PowerPoint, with notes for the one who speaks."""

from __future__ import annotations

import io
from pathlib import Path

import segno
from babel.dates import format_date
from pptx.slide import Slide
from pptx.util import Inches

from roadmap.content.model import Column, Door, Measure, Roadmap, Step
from roadmap.errors import OutputError
from roadmap.slides import road as slide_road
from roadmap.slides.deck import (
    Deck,
    Paragraph,
    Run,
    describe,
    fill,
    paragraph,
    remove_placeholder,
    shrink_to_text,
)

PATH = "nedlasting/veikart.pptx"


def write(roadmap: Roadmap, templates: Path, site_url: str, file: Path) -> None:
    """Writes the presentation to ``file``.

    Raises:
        OutputError: when a text is too long for its slide.
    """
    slides = _Slides(roadmap, Deck(templates), site_url)
    slides.add_all()
    plan = roadmap.plan
    slides.deck.save(file, title=plan.title, author=roadmap.presentation.author, date=plan.edition.date)


class _Slides:
    """The slides in the order they are shown."""

    def __init__(self, roadmap: Roadmap, deck: Deck, site_url: str) -> None:
        self.roadmap = roadmap
        self.content = roadmap.presentation
        self.deck = deck
        self.site_url = site_url

    def add_all(self) -> None:
        opening = self._opening()
        self._why()
        whole = self.deck.slide("whole", self.content.whole.title, self._whole_notes())
        steps = {step.letter: self._step(step) for step in self.roadmap.plan.steps}
        for measure in self.roadmap.measures_named(self.content.example.measures):
            self._example(measure)
        self._begin()
        last = self._next_steps()
        # Letters lead to their steps' slides, so all of those must be there first.
        road = self.content.step.road
        slide_road.whole(whole, self.roadmap, self.content.step.phase, steps)
        slide_road.rail(opening, self.roadmap, 5.4, 0.62, road, steps)
        slide_road.rail(last, self.roadmap, 6.85, 0.5, road, steps)
        for step in self.roadmap.plan.steps:
            here = f"{self.content.step.here}: {step.letter} {step.title}"
            slide_road.rail(steps[step.letter], self.roadmap, 6.85, 0.5, here, steps, step.letter)

    def _opening(self) -> Slide:
        plan, content = self.roadmap.plan, self.content.opening
        slide = self.deck.slide("opening", plan.title, content.notes)
        date = format_date(plan.edition.date, "d. MMMM y", locale="nb")
        fill(slide, 1, [paragraph(plan.lead)])
        fill(slide, 10, [paragraph(f"{content.edition} {plan.edition.version}, {date}. {content.status}")])
        return slide

    def _why(self) -> None:
        content = self.content.why
        slide = self.deck.slide("columns", content.title, content.notes)
        self._columns(slide, [self._column(column) for column in content.columns], content.closing)

    def _column(self, column: Column | Door) -> list[Paragraph]:
        return [paragraph(column.title), paragraph(column.text, 1)]

    def _columns(self, slide: Slide, columns: list[list[Paragraph]], closing: str, largest: int | None = None) -> None:
        if len(columns) > 3:
            raise OutputError(f"Lysbildet har plass til tre spalter, men får {len(columns)} – fjern en av dem")
        placeholders = [fill(slide, 10 + index, column, [largest]) for index, column in enumerate(columns)]
        for index in range(len(columns), 3):
            remove_placeholder(slide, 10 + index)
        fill(slide, 13, [paragraph(closing)])
        slide_road.three_stops(slide, [shape.left.inches for shape in placeholders], 2.05)

    def _whole_notes(self) -> list[str]:
        word = self.content.step.phase
        phases = [f"{word} {phase.number}, {phase.title}: {phase.question}" for phase in self.roadmap.plan.phases]
        return [*self.content.whole.notes, *phases]

    def _step(self, step: Step) -> Slide:
        content, phase = self.content.step, self.roadmap.phase_of(step)
        measures = self.roadmap.step_measures(step)
        slide = self.deck.slide("step", step.title, self._step_notes(step))
        colour = slide_road.phase_colour(phase)
        fill(slide, 10, [paragraph(f"{content.phase} {phase.number}  {phase.title}", colour=colour)])
        fill(slide, 11, [paragraph(step.question)])
        fill(slide, 12, [paragraph(content.done_when), *(paragraph(sign, 1) for sign in step.done_when)])
        card = fill(slide, 13, [paragraph(content.measures), *(self._measure(measure) for measure in measures)])
        shrink_to_text(card, slide_road.phase_ground(phase))
        slide_road.badge(slide, step.letter, phase)
        return slide

    def _step_notes(self, step: Step) -> list[str]:
        content = self.content.step
        answers = ", ".join(level.name.lower() for level in self.roadmap.plan.assessment_levels)
        return [
            f"{content.why}: {step.why}",
            content.ask,
            *(f"– {statement}" for statement in step.self_assessment),
            f"{content.answers}: {answers}.",
            f"{content.about}:",
            *(f"{measure.id} {measure.title}: {measure.summary}" for measure in self.roadmap.step_measures(step)),
            f"{content.address}: {self.site_url}steg/{step.slug}/",
        ]

    def _measure(self, measure: Measure, level: int = 1) -> Paragraph:
        """A line in a list: the id, which leads to the measure's page, and the title."""
        colour = slide_road.phase_colour(self.roadmap.phase_of(self.roadmap.step_of(measure)))
        identifier = Run(measure.id, colour, bold=True, address=self._address(measure))
        return Paragraph((identifier, Run(f"\t{measure.title}")), level)

    def _address(self, measure: Measure) -> str:
        return f"{self.site_url}tiltak/{measure.slug}/"

    def _example(self, measure: Measure) -> None:
        content, step = self.content.example, self.roadmap.step_of(measure)
        phase = self.roadmap.phase_of(step)
        slide = self.deck.slide("example", measure.title, self._example_notes(measure))
        status = f"  ({content.draft})" if measure.status == "utkast" else ""
        where = f"{content.step} {step.letter}  {step.title}{status}"
        fill(slide, 10, [paragraph(where, colour=slide_road.phase_colour(phase))])
        fill(slide, 11, [paragraph(measure.summary)])
        conditions = [paragraph(condition, 1) for condition in measure.prerequisites]
        fill(slide, 12, [paragraph(content.prerequisites), *conditions])
        actions = [
            Paragraph((Run(f"{self.roadmap.role_name(action.role)}: ", bold=True), Run(action.text)), 1)
            for action in measure.actions
        ]
        card = fill(slide, 13, [paragraph(content.actions), *actions], [None, 16])
        shrink_to_text(card, slide_road.phase_ground(phase))
        slide_road.badge(slide, measure.id, phase)

    def _example_notes(self, measure: Measure) -> list[str]:
        content = self.content.example
        return [
            f"{content.about}:",
            *(" ".join(part.replace("**", "").split()) for part in measure.description.strip().split("\n\n")),
            f"{content.indicators}:",
            *(f"– {indicator}" for indicator in measure.indicators),
            content.ask,
            f"{content.address}: {self._address(measure)}",
        ]

    def _begin(self) -> None:
        content = self.content.begin
        slide = self.deck.slide("columns", content.title, content.notes)
        doors = [
            [
                *self._column(door),
                *(self._measure(measure, 2) for measure in self.roadmap.measures_named(door.measures)),
            ]
            for door in self.roadmap.home.doors
        ]
        self._columns(slide, doors, content.closing, largest=18)

    def _next_steps(self) -> Slide:
        content = self.content.next_steps
        slide = self.deck.slide("next_steps", content.title, content.notes)
        fill(slide, 10, [paragraph(point) for point in content.points])
        name = self.site_url.removeprefix("https://").rstrip("/")
        fill(slide, 11, [Paragraph((Run(name, address=self.site_url),))])
        code = io.BytesIO()
        colours = {"dark": f"#{self.deck.tokens['ink']}", "light": f"#{self.deck.tokens['ground']}"}
        segno.make(self.site_url, error="m").save(code, kind="png", scale=12, border=2, **colours)
        code.seek(0)
        picture = slide.shapes.add_picture(code, Inches(9.47), Inches(2.0), Inches(3.0), Inches(3.0))
        picture.name = "QR-kode"
        describe(picture, f"{content.qr_code} {self.site_url}")
        return slide
