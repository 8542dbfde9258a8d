"""The roadmap as slides to present and to change: native PowerPoint, with notes for the one who speaks."""

from __future__ import annotations

import io
from pathlib import Path

import segno
from babel.dates import format_date
from pptx.util import Inches

from roadmap import urls
from roadmap.content.model import Column, Door, Measure, Roadmap, Step
from roadmap.errors import OutputError
from roadmap.slides import openxml, whole_road
from roadmap.slides.deck import TITLE, Deck, DeckSlide, Paragraph, Run, paragraph
from roadmap.slides.figures import gains_slide, relapse_slide
from roadmap.slides.plain_text import plain_text
from roadmap.slides.rail import badge, rail, stops_over_columns
from roadmap.slides.shapes import lines_high, phase_colour, phase_ground, text_box

# The template's layouts; where there are several, the first that the text fits in is used.
_OPENING, _WHY, _WHOLE, _STEP, _NEXT_STEPS = "Forside", "Tre spalter", "Hele veikartet", "Steg", "Neste steg"
_EXAMPLE = ("Tiltak", "Tiltak med mye tekst")
_CHOICES = {2: "Tre valg", 3: "Tre valg", 4: "Fire valg"}


def write(roadmap: Roadmap, templates: Path, site_url: str, file: Path) -> None:
    """Writes the presentation to ``file``.

    Raises:
        OutputError: when a text is too long for its slide, or the template lacks what the slides need.
    """
    data = pptx(roadmap, templates, site_url)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)


def pptx(roadmap: Roadmap, templates: Path, site_url: str) -> bytes:
    """The presentation as a file of PowerPoint.

    Raises:
        OutputError: when a text is too long for its slide, or the template lacks what the slides need.
    """
    slides = _Slides(roadmap, Deck(templates / "presentation/template.pptx"), site_url)
    slides.add_all()
    plan = roadmap.plan
    return slides.deck.data(title=plan.title, author="", date=plan.edition.date)


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
        gains_slide(self.deck, self.roadmap.gains)
        relapse_slide(self.deck, self.roadmap, lambda measure: self._url(urls.measure_page(measure.id)))
        whole = self.deck.slide([_WHOLE], self.content.whole.title, self._whole_notes(), {})
        self._label(whole, self.roadmap.measures)
        steps = {step.letter: self._step(step) for step in self.roadmap.plan.steps}
        for measure in self.roadmap.measures_named(self.content.example.measures):
            self._example(measure)
        self._begin()
        last = self._next_steps()
        # Letters lead to their steps' slides, so all of those must be there first.
        road = self.content.step.road
        whole_road.draw(self.deck, whole, self.roadmap, self.content.step.phase, steps)
        rail(self.deck, opening, self.roadmap, road, steps)
        rail(self.deck, last, self.roadmap, road, steps)
        for step in self.roadmap.plan.steps:
            here = f"{self.content.step.here}: {step.letter} {step.title}"
            rail(self.deck, steps[step.letter], self.roadmap, here, steps, step.letter)

    def _opening(self) -> DeckSlide:
        plan, content = self.roadmap.plan, self.content.opening
        date = format_date(plan.edition.date, "d. MMMM y", locale="nb")
        edition = f"{content.edition} {plan.edition}, {date}.{self._proposal(self.roadmap.measures)}"
        text = {"Undertittel": [paragraph(plan.lead)], "Utgave": [paragraph(edition)]}
        slide = self.deck.slide([_OPENING], plan.title, content.notes, text)
        self._label(slide, self.roadmap.measures)
        return slide

    def _why(self) -> None:
        content = self.content.why
        columns = [self._column(column) for column in content.columns]
        self._columns(_WHY, content.title, content.notes, columns, content.closing)

    def _column(self, column: Column | Door) -> list[Paragraph]:
        return [paragraph(column.title), paragraph(column.text, 1)]

    def _columns(
        self, layout: str, title: str, notes: list[str], columns: list[list[Paragraph]], closing: str
    ) -> DeckSlide:
        text = {f"Spalte {number}": column for number, column in enumerate(columns, 1)}
        slide = self.deck.slide([layout], title, notes, {**text, "Konklusjon": [paragraph(closing)]})
        stops_over_columns(self.deck, slide, text)
        return slide

    def _whole_notes(self) -> list[str]:
        word = self.content.step.phase
        phases = [f"{word} {phase.number}, {phase.title}: {phase.question}" for phase in self.roadmap.plan.phases]
        return [*self.content.whole.notes, *phases]

    def _step(self, step: Step) -> DeckSlide:
        content, phase = self.content.step, self.roadmap.phase_of(step)
        measures = self.roadmap.step_measures(step)
        text = {
            "Fase": [
                paragraph(
                    f"{content.phase} {phase.number}  {phase.title}.{self._proposal(measures)}",
                    colour=phase_colour(phase),
                )
            ],
            "Spørsmål": [paragraph(step.question)],
            "I mål": [paragraph(content.done_when), *(paragraph(sign, 1) for sign in step.done_when)],
            "Tiltak": [paragraph(content.measures), *(self._measure(measure) for measure in measures)],
        }
        slide = self.deck.slide([_STEP], step.title, self._step_notes(step), text)
        self.deck.shrink_to_text(slide, "Tiltak", phase_ground(phase))
        badge(self.deck, slide, step.letter, phase)
        return slide

    def _step_notes(self, step: Step) -> list[str]:
        content = self.content.step
        answers = ", ".join(level.name.lower() for level in self.roadmap.plan.assessment_levels)
        return [
            f"{content.why}: {step.why}",
            content.ask,
            *(f"– {statement.text}" for statement in step.self_assessment),
            f"{content.answers}: {answers}.",
            f"{content.about}:",
            *(f"{measure.id} {measure.title}: {measure.summary}" for measure in self.roadmap.step_measures(step)),
            f"{content.address}: {self._url(urls.step_page(step.letter))}",
        ]

    def _measure(self, measure: Measure, level: int = 1) -> Paragraph:
        """A line in a list: the id, which leads to the measure's page, and the title."""
        colour = phase_colour(self.roadmap.phase_of(self.roadmap.step_of(measure)))
        identifier = Run(measure.id, colour, bold=True, url=self._url(urls.measure_page(measure.id)))
        return Paragraph((Run(measure.title),), level, label=identifier)

    def _proposal(self, measures: list[Measure]) -> str:
        """What follows the line over the title, where not all of the measures are approved."""
        return f" {self.roadmap.plan.proposal.label}." if self.roadmap.status(measures) == "utkast" else ""

    def _label(self, slide: DeckSlide, measures: list[Measure]) -> None:
        """Says over the title that not all of the measures are approved, where nothing else stands there."""
        if label := self._proposal(measures).strip():
            title, level = self.deck.frame(slide, TITLE), self.deck.template.frame(_STEP, "Fase").levels[0]
            high = lines_high(level)
            corner, size = (title.left + title.inset_width / 2, title.top - high), (title.width, high)
            text_box(slide.slide.shapes, "Status", corner, size, [Run(label, bold=True)], level)

    def _url(self, page: str) -> str:
        return f"{self.site_url}{urls.page_url(page)}"

    def _example(self, measure: Measure) -> None:
        content, step = self.content.example, self.roadmap.step_of(measure)
        phase = self.roadmap.phase_of(step)
        where = f"{content.step} {step.letter}  {step.title}.{self._proposal([measure])}"
        actions = [
            Paragraph(
                (Run(f"{self.roadmap.role_name(action.role)}, {_within(action.when)}: ", bold=True), Run(action.text)),
                1,
            )
            for action in measure.actions
        ]
        text = {
            "Steg": [paragraph(where, colour=phase_colour(phase))],
            "Sammendrag": [paragraph(measure.summary)],
            "Må være på plass": [
                paragraph(content.prerequisites),
                *(paragraph(condition, 1) for condition in measure.prerequisites),
            ],
            "Slik gjør dere det": [paragraph(content.actions), *actions],
        }
        slide = self.deck.slide(_EXAMPLE, measure.title, self._example_notes(measure), text)
        self.deck.shrink_to_text(slide, "Slik gjør dere det", phase_ground(phase))
        badge(self.deck, slide, measure.id, phase)

    def _example_notes(self, measure: Measure) -> list[str]:
        content = self.content.example
        return [
            f"{content.about}:",
            *plain_text(measure.description).split("\n"),
            f"{content.started_when}:",
            *(f"– {sign}" for sign in measure.started_when),
            f"{content.works_when}:",
            *(f"– {sign}" for sign in measure.works_when),
            content.ask,
            f"{content.address}: {self._url(urls.measure_page(measure.id))}",
        ]

    def _begin(self) -> None:
        content, doors = self.content.begin, self.roadmap.home.doors
        if len(doors) not in _CHOICES:
            raise OutputError(
                f"Lysbildet «{content.title}» har plass til {min(_CHOICES)}–{max(_CHOICES)} valg, men «doors» i "
                f"home.yml har {len(doors)} – endre antallet der"
            )
        columns = [
            [
                *self._column(door),
                *(self._measure(measure, 2) for measure in self.roadmap.measures_named(door.measures)),
            ]
            for door in doors
        ]
        slide = self._columns(_CHOICES[len(doors)], content.title, content.notes, columns, content.closing)
        self._label(slide, [measure for door in doors for measure in self.roadmap.measures_named(door.measures)])

    def _next_steps(self) -> DeckSlide:
        content = self.content.next_steps
        text = {
            "Punkter": [paragraph(point) for point in content.points],
            "Adresse": [Paragraph((Run(urls.without_scheme(self.site_url), url=self.site_url),))],
        }
        slide = self.deck.slide([_NEXT_STEPS], content.title, content.notes, text)
        frame = self.deck.frame(slide, "QR-kode")
        code = io.BytesIO()
        colours = {"dark": self.deck.template.colour("dk1"), "light": self.deck.template.colour("lt1")}
        segno.make(self.site_url, error="m").save(code, kind="png", scale=12, border=2, **colours)
        code.seek(0)
        size = Inches(min(frame.width, frame.height))
        picture = slide.slide.shapes.add_picture(code, Inches(frame.left), Inches(frame.top), size, size)
        picture.name = "QR-kode"
        openxml.describe(picture, f"{content.qr_code} {self.site_url}")
        return slide


def _within(when: str) -> str:
    """When something is done, as it is written within a line."""
    return when[:1].lower() + when[1:]
