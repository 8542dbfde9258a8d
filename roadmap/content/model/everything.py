"""All content together, read and checked, with the questions that renderings ask of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from pydantic import Field

from roadmap.content.model.approval import Approvable, Lapse, digest_of
from roadmap.content.model.base import Content, Status
from roadmap.content.model.example import Example
from roadmap.content.model.gains import Gains
from roadmap.content.model.glossary import Glossary, Term
from roadmap.content.model.home import Download, Home
from roadmap.content.model.insights import Insight
from roadmap.content.model.measure import Measure
from roadmap.content.model.overview import Overview
from roadmap.content.model.page import BackgroundPage
from roadmap.content.model.pathway_guide import Appendix, Chapter, GuideFront, Question
from roadmap.content.model.pictures import Pictures
from roadmap.content.model.poster import PosterText
from roadmap.content.model.presentation import Presentation
from roadmap.content.model.privacy import Privacy
from roadmap.content.model.ready_made_text import ReadyMadeText
from roadmap.content.model.redirects import Redirect
from roadmap.content.model.roadmap_file import Effort, Phase, Plan, Step
from roadmap.content.model.role_page import RolePage
from roadmap.content.model.room_checklist import RoomChecklist
from roadmap.content.model.scenarios import Scenarios
from roadmap.content.model.search import SearchVocabulary
from roadmap.content.model.story import Story, WithdrawnStory
from roadmap.content.model.work import Load, RoleWork, effort, hours_to_begin, loads, measure_work
from roadmap.content.model.worksheets import Checklist, SheetRow, Worksheet


class Roadmap(Content):
    """All content, read and checked: steps and measures in the roadmap's order, examples and stories newest first.

    What has an approval that holds no more is a draft, and keeps the approval that it had.
    """

    plan: Plan
    overview: Overview
    home: Home
    measures: list[Measure]
    guide_front: GuideFront
    chapters: list[Chapter]
    appendices: list[Appendix]
    questions: list[Question]
    yes_no_options: list[str]
    scale_points: int
    worksheets: list[Worksheet]
    checklist: Checklist
    example_list: BackgroundPage
    examples: list[Example]
    story_list: BackgroundPage
    stories: list[Story]
    # They leave the content for no output but the pages that stand in their place.
    withdrawn_stories: Annotated[list[WithdrawnStory], Field(exclude=True)]
    pages: list[BackgroundPage]
    tools: list[BackgroundPage]
    role_pages: list[RolePage]
    ready_made_texts: list[ReadyMadeText]
    insights: list[Insight]
    scenarios: Scenarios
    gains: Gains
    pictures: Pictures
    room_checklist: RoomChecklist
    glossary: Glossary
    poster_text: PosterText
    presentation: Presentation
    search: SearchVocabulary
    # What the privacy gate lets through is for editors.
    privacy: Annotated[Privacy, Field(exclude=True)]
    redirects: list[Redirect]

    def downloads_on(self, page: str) -> list[Download]:
        return [download for download in self.home.downloads if page in download.shown_on]

    def phase_steps(self, phase: Phase) -> list[Step]:
        return [step for step in self.plan.steps if step.phase == phase.number]

    def steps_before(self, phase: Phase) -> list[Step]:
        """The steps of all phases that the road passes before this one."""
        return [step for other in self.plan.phases[: self.plan.phases.index(phase)] for step in self.phase_steps(other)]

    def phase_of(self, step: Step) -> Phase:
        return next(phase for phase in self.plan.phases if phase.number == step.phase)

    def step_of(self, measure: Measure) -> Step:
        return next(step for step in self.plan.steps if step.letter == measure.letter)

    def step_measures(self, step: Step) -> list[Measure]:
        return [measure for measure in self.measures if measure.letter == step.letter]

    def measures_named(self, ids: list[str]) -> list[Measure]:
        return [self.measure(measure_id) for measure_id in ids]

    def measures_without_experience(self) -> list[Measure]:
        """The measures that neither an example nor a story shows."""
        return [
            measure
            for measure in self.measures
            if not self.measure_examples(measure) and not self.measure_stories(measure)
        ]

    def has_drafts(self) -> bool:
        """Whether anything on the site waits for its approval."""
        several = (self.measures, self.examples, self.stories, self.ready_made_texts)
        items = [*(item for kind in several for item in kind), self.guide_front, self.room_checklist]
        return any(item.status == "utkast" for item in items)

    def terms(self) -> list[Term]:
        """The glossary in alphabetical order."""
        return sorted(self.glossary.terms, key=lambda term: term.term.lower())

    def work(self, measure: Measure) -> list[RoleWork]:
        return measure_work(measure, self.plan)

    def hours_to_begin(self, measure: Measure) -> float:
        return hours_to_begin(measure, self.plan)

    def effort(self, measure: Measure) -> Effort:
        return effort(measure, self.plan)

    def loads(self) -> list[Load]:
        return loads(self.measures, self.plan)

    def status(self, shown: Sequence[Measure | ReadyMadeText]) -> Status:
        """Whether what shows these measures or texts is approved: only when all of them are."""
        return "utkast" if any(one.status == "utkast" for one in shown) else "godkjent"

    def digest(self, item: Approvable) -> str:
        """The digest of all that is approved with something: with the guide's front, the whole guide."""
        if not isinstance(item, GuideFront):
            return digest_of(item)
        guide = (*self.chapters, *self.appendices, *self.questions, *self.worksheets, self.checklist)
        return digest_of(item, *guide)

    def lapse(self, item: Approvable) -> Lapse | None:
        """Why the approval of something holds no more; nothing where it holds, or there is none."""
        if item.approval is None or item.status == "godkjent":
            return None
        return "age" if item.approval.text in (None, self.digest(item)) else "text"

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

    def home_example(self) -> Example | None:
        """The example on the home page, if there are any: the one that it names, or the newest."""
        named = (example for example in self.examples if example.slug == self.home.example)
        return next(named, next(iter(self.examples), None))

    def measure_examples(self, measure: Measure) -> list[Example]:
        return [example for example in self.examples if measure.id in example.measures]

    def measure_stories(self, measure: Measure) -> list[Story]:
        return [story for story in self.stories if measure.id in story.measures]

    def measure_texts(self, measure: Measure) -> list[ReadyMadeText]:
        """The ready-made texts that go with a measure."""
        return [text for text in self.ready_made_texts if text.measure == measure.id]

    def step_texts(self, step: Step) -> list[ReadyMadeText]:
        return [text for text in self.ready_made_texts if text.measure[0] == step.letter]

    def ready_made_text(self, text_id: str) -> ReadyMadeText:
        return next(text for text in self.ready_made_texts if text.slug == text_id)

    def measure_insights(self, measure: Measure) -> list[Insight]:
        """The findings that the measure answers."""
        return [insight for insight in self.insights if measure.id in insight.measures]

    def chapter_questions(self, chapter: Chapter) -> list[Question]:
        """The questions of a chapter, the meeting's first."""
        questions = [question for question in self.questions if question.chapter == chapter.chapter]
        return sorted(questions, key=lambda question: not question.starred)

    def tool(self, slug: str) -> BackgroundPage | None:
        """A tool's page, where the content has it."""
        return next((tool for tool in self.tools if tool.slug == slug), None)

    def page_title(self, path: str) -> str:
        """The title of a page under ``pages/``."""
        return next(page.title for page in self.pages if path == f"pages/{page.file}")

    def question_options(self, question: Question) -> list[str]:
        """What can be chosen in answer to a question, in order; nothing when its answer is text alone."""
        if question.answer == "ja_nei":
            return self.yes_no_options
        if question.answer == "skala":
            return [str(point) for point in range(1, self.scale_points + 1)]
        return []

    def chapter_worksheets(self, chapter: Chapter) -> list[Worksheet]:
        return [worksheet for worksheet in self.worksheets if worksheet.chapter == chapter.chapter]

    def worksheet_rows(self, worksheet: Worksheet) -> list[SheetRow]:
        """The rows of a worksheet, named by id, or by number where they are empty."""
        scenarios = self.scenarios.scenarios if worksheet.rows_from == "scenarios" else []
        return [
            *(SheetRow(one.id, f"{number}. {one.title}") for number, one in enumerate(scenarios, start=1)),
            *(SheetRow(row.id, row.title) for row in worksheet.rows),
            *(SheetRow(str(number)) for number in range(1, (worksheet.blank_rows or 0) + 1)),
        ]

    def role_page(self, role_id: str) -> RolePage | None:
        """The page of a role, where it has one."""
        return next((page for page in self.role_pages if page.role == role_id), None)

    def role_name(self, role_id: str) -> str:
        return next(role.name for role in self.plan.roles if role.id == role_id)

    def role_in_text(self, role_id: str) -> str:
        """A role as it is written within a sentence: in lower case, unless it is an abbreviation."""
        name = self.role_name(role_id)
        return name if name.isupper() else name.lower()

    def heading(self, heading_id: str) -> str:
        return next(item.heading for item in self.overview.headings if item.id == heading_id)
