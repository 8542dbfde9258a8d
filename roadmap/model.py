"""What content *is*: one declared model for each kind of file under ``content/``.

Lengths, counts and closed values that belong to a single field are declared here; rules that need more than
one file live in ``checks.py``. Roles, levels, efforts, trusts and fields are closed lists that editors keep in
``content/roadmap.yml``, so they are plain identifiers here.
"""

from __future__ import annotations

import datetime
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError


def _iso_date(value: object) -> datetime.date:
    """A date as YAML 1.2 gives it: text of the form 2026-11-22."""
    try:
        if isinstance(value, str):
            return datetime.date.fromisoformat(value)
    except ValueError:
        pass
    raise PydanticCustomError("iso_date", "not an ISO date")


IsoDate = Annotated[datetime.date, BeforeValidator(_iso_date)]
Identifier = Annotated[str, Field(min_length=1, max_length=60)]
MeasureId = Annotated[str, Field(pattern=r"^[A-Z][1-9]$")]
Letter = Annotated[str, Field(pattern=r"^[A-Z]$")]
Title = Annotated[str, Field(min_length=3, max_length=80)]
Line = Annotated[str, Field(min_length=3, max_length=240)]
Summary = Annotated[str, Field(min_length=10, max_length=140)]
Status = Literal["utkast", "godkjent"]


class Content(BaseModel):
    """Base of all content: unknown fields are refused and nothing is coerced from one type to another."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Choice(Content):
    """One value of a closed list: what files write (``id``) and what readers see (``name``)."""

    id: Identifier
    name: Annotated[str, Field(min_length=1, max_length=40)]


class Role(Choice):
    """Somebody who does something; ``target_group`` marks those that a measure can be aimed at."""

    target_group: bool = False


class Phase(Content):
    number: Annotated[int, Field(ge=1, le=9)]
    title: Title
    question: Line


class Step(Content):
    letter: Letter
    title: Title
    phase: int
    question: Line
    why: Annotated[str, Field(min_length=40, max_length=420)]
    done_when: Annotated[list[Line], Field(min_length=2, max_length=3)]
    self_assessment: Annotated[list[Line], Field(min_length=2, max_length=3)]

    @property
    def slug(self) -> str:
        return self.letter.lower()


class Return(Content):
    """A dashed branch of the road: where experience sends a department back to an earlier step."""

    from_: Annotated[Letter, Field(alias="from")]
    to: Letter
    reason: Line


class Edition(Content):
    version: Annotated[str, Field(pattern=r"^\d+\.\d+$")]
    date: IsoDate


class Plan(Content):
    """``content/roadmap.yml``: the roadmap's frame and its closed lists."""

    title: Title
    short_title: Title
    lead: Line
    edition: Edition
    measure_count: Annotated[int, Field(ge=1)]
    phases: Annotated[list[Phase], Field(min_length=1)]
    returns: list[Return] = []
    steps: Annotated[list[Step], Field(min_length=1)]
    roles: Annotated[list[Role], Field(min_length=1)]
    levels: Annotated[list[Choice], Field(min_length=1)]
    efforts: Annotated[list[Choice], Field(min_length=1)]
    trusts: Annotated[list[Choice], Field(min_length=1)]
    fields: Annotated[list[Choice], Field(min_length=1)]
    assessment_levels: Annotated[list[Choice], Field(min_length=2)]


class Heading(Content):
    """A heading of the project overview, which every source points at; ``unused`` says why nothing rests on it."""

    id: Identifier
    heading: Line
    unused: Line | None = None


class Overview(Content):
    title: Title
    headings: Annotated[list[Heading], Field(min_length=1)]


class Source(Content):
    """What a text rests on: a heading of the overview, and one line on what was taken from there."""

    heading: Identifier
    takes: Line


class Approval(Content):
    """The professional owner's approval of the wording: who (a role) and when."""

    role: Identifier
    date: IsoDate


class Action(Content):
    role: Identifier
    text: Line


class Measure(Content):
    file: str
    id: MeasureId
    title: Annotated[str, Field(min_length=3, max_length=60)]
    summary: Summary
    description: Annotated[str, Field(min_length=1, max_length=2000)]
    target_groups: Annotated[list[Identifier], Field(min_length=1)]
    prerequisites: Annotated[list[Line], Field(min_length=2, max_length=4)]
    requires: list[MeasureId] = []
    actions: Annotated[list[Action], Field(min_length=3, max_length=6)]
    indicators: Annotated[list[Line], Field(min_length=1, max_length=3)]
    level: Identifier
    effort: Identifier
    related: list[MeasureId] = []
    sources: Annotated[list[Source], Field(min_length=1)]
    status: Status
    owner: Identifier
    reviewed: IsoDate
    approval: Approval | None = None

    @property
    def letter(self) -> str:
        return self.id[0]

    @property
    def slug(self) -> str:
        return self.id.lower()


class Scale(Content):
    low: Annotated[str, Field(min_length=1, max_length=40)]
    high: Annotated[str, Field(min_length=1, max_length=40)]


class Question(Content):
    """A reflection question that a meeting can answer; ``answer`` decides how much room it gets on paper."""

    id: Annotated[str, Field(pattern=r"^[a-z0-9-]{3,60}$")]
    chapter: int
    text: Annotated[str, Field(min_length=10, max_length=200)]
    why: Line
    audience: Annotated[list[Identifier], Field(min_length=1)]
    answer: Literal["fritekst", "ja_nei", "skala", "liste"]
    hint: Line | None = None
    scale: Scale | None = None
    measures: list[MeasureId] = []
    sources: Annotated[list[Identifier], Field(min_length=1)]


class Questions(Content):
    questions: Annotated[list[Question], Field(min_length=1)]


class MarkdownPage(Content):
    """A Markdown file: its front matter, plus where it stands and what it says."""

    file: str
    slug: str
    body: str
    title: Annotated[str, Field(min_length=3, max_length=80)]
    summary: Summary


class GuideFront(MarkdownPage):
    """The guide's first page, which carries the status of the whole guide."""

    status: Status
    approval: Approval | None = None


class Chapter(MarkdownPage):
    chapter: Annotated[int, Field(ge=1, le=99)]
    minutes: Annotated[int, Field(ge=1, le=90)]
    participants: Annotated[list[Identifier], Field(min_length=1)]
    outcome: Line


class Appendix(MarkdownPage):
    appendix: Letter


class Story(MarkdownPage):
    trust: Identifier
    field: Identifier
    role: Identifier
    measures: Annotated[list[MeasureId], Field(min_length=1)]
    date: IsoDate
    sources: Annotated[list[Source], Field(min_length=1)]
    consent: Literal["ikke_relevant", "innhentet"]
    consent_reference: Line | None = None
    status: Status


class Page(MarkdownPage):
    sources: list[Source] = []


class Need(Content):
    """What somebody needs, in a paraphrase of what the interviews found."""

    role: Identifier
    text: Line


class Insight(Content):
    """A finding of the diagnosis phase, the needs behind it, and the measures that answer it."""

    id: Identifier
    title: Title
    finding: Annotated[str, Field(min_length=40, max_length=500)]
    needs: Annotated[list[Need], Field(min_length=1)]
    measures: Annotated[list[MeasureId], Field(min_length=1)]
    sources: Annotated[list[Source], Field(min_length=1)]


class Insights(Content):
    insights: Annotated[list[Insight], Field(min_length=1)]


class Scenario(Content):
    """A kind of video consultation: who takes part, when it suits, and what to clear up first."""

    id: Identifier
    title: Title
    people: Line
    suits: Annotated[str, Field(min_length=10, max_length=400)]
    prepare: Annotated[str, Field(min_length=10, max_length=400)]
    focus: bool = False
    measures: Annotated[list[MeasureId], Field(min_length=1)]


class Scenarios(Content):
    sources: Annotated[list[Source], Field(min_length=1)]
    scenarios: Annotated[list[Scenario], Field(min_length=1)]


class Criterion(Content):
    """One thing that a room for video must be, and how to see that it is."""

    id: Identifier
    title: Title
    text: Line
    checks: Annotated[list[Line], Field(min_length=2, max_length=3)]


class RoomChecklist(Content):
    title: Title
    sources: Annotated[list[Source], Field(min_length=1)]
    criteria: Annotated[list[Criterion], Field(min_length=1)]


class Term(Content):
    """A word that a newcomer needs; ``forms`` are its inflections as they stand in texts."""

    term: Annotated[str, Field(min_length=2, max_length=40)]
    meaning: Annotated[str, Field(min_length=10, max_length=160)]
    forms: list[str] = []

    @property
    def slug(self) -> str:
        return self.term.lower().replace(" ", "-")


class RefusedWord(Content):
    """A word that the texts don't use, and what they say instead."""

    word: Annotated[str, Field(min_length=2, max_length=40)]
    instead: Annotated[str, Field(min_length=2, max_length=60)]


class Glossary(Content):
    terms: Annotated[list[Term], Field(min_length=1)]
    refused: list[RefusedWord] = []


class Door(Content):
    """A way into the roadmap by need, on the home page."""

    title: Title
    text: Line
    measures: Annotated[list[MeasureId], Field(min_length=1, max_length=5)]


class Download(Content):
    """A file to take away: its path on the site, and what readers use it for."""

    file: Identifier
    title: Title
    text: Line


class Home(Content):
    """``content/home.yml``: what the home page says besides the road itself."""

    title: Title
    lead: Line
    doors: Annotated[list[Door], Field(min_length=2, max_length=4)]
    downloads: Annotated[list[Download], Field(min_length=1)]
    guide_downloads: list[Download] = []


class Roadmap(Content):
    """All content, read and checked: steps and measures in the roadmap's order, stories newest first."""

    plan: Plan
    overview: Overview
    home: Home
    measures: list[Measure]
    guide_front: GuideFront
    chapters: list[Chapter]
    appendices: list[Appendix]
    questions: list[Question]
    stories: list[Story]
    pages: list[Page]
    insights: list[Insight]
    scenarios: Scenarios
    room_checklist: RoomChecklist
    glossary: Glossary

    def phase_steps(self, phase: Phase) -> list[Step]:
        return [step for step in self.plan.steps if step.phase == phase.number]

    def phase_of(self, step: Step) -> Phase:
        return next(phase for phase in self.plan.phases if phase.number == step.phase)

    def step_of(self, measure: Measure) -> Step:
        return next(step for step in self.plan.steps if step.letter == measure.letter)

    def step_measures(self, step: Step) -> list[Measure]:
        return [measure for measure in self.measures if measure.letter == step.letter]

    def measures_named(self, ids: list[str]) -> list[Measure]:
        return [self.measure(measure_id) for measure_id in ids]

    def measures_without_stories(self) -> list[Measure]:
        return [measure for measure in self.measures if not self.measure_stories(measure)]

    def terms(self) -> list[Term]:
        """The glossary in alphabetical order."""
        return sorted(self.glossary.terms, key=lambda term: term.term.lower())

    def measure(self, measure_id: str) -> Measure:
        return next(measure for measure in self.measures if measure.id == measure_id)

    def required_by(self, measure: Measure) -> list[Measure]:
        """The measures that this one must be in place for."""
        return [other for other in self.measures if measure.id in other.requires]

    def related_to(self, measure: Measure) -> list[Measure]:
        """Related measures in both directions, less those that are already named as prerequisites."""
        prerequisites = {*measure.requires, *(other.id for other in self.required_by(measure)), measure.id}
        return [
            other
            for other in self.measures
            if (other.id in measure.related or measure.id in other.related) and other.id not in prerequisites
        ]

    def measure_stories(self, measure: Measure) -> list[Story]:
        return [story for story in self.stories if measure.id in story.measures]

    def measure_insights(self, measure: Measure) -> list[Insight]:
        """The findings that the measure answers."""
        return [insight for insight in self.insights if measure.id in insight.measures]

    def chapter_questions(self, chapter: Chapter) -> list[Question]:
        return [question for question in self.questions if question.chapter == chapter.chapter]

    def role_name(self, role_id: str) -> str:
        return next(role.name for role in self.plan.roles if role.id == role_id)

    def heading(self, heading_id: str) -> str:
        return next(item.heading for item in self.overview.headings if item.id == heading_id)
