"""The model of all content, put together from what was read."""

from __future__ import annotations

import datetime
from typing import TypeVar

from roadmap.content.model import Experience, GuideFront, Measure, Privacy, ReadyMadeText, Roadmap, RoomChecklist
from roadmap.content.model.approval import lapse_of
from roadmap.content.source import Tree
from roadmap.today import today

Item = TypeVar("Item", Measure, ReadyMadeText, GuideFront, RoomChecklist)


def assemble(tree: Tree) -> Roadmap | None:
    """All content in the roadmap's order; nothing where a file that there is one of could not be read."""
    if not (
        tree.plan
        and tree.overview
        and tree.home
        and tree.guide_front
        and tree.example_list
        and tree.story_list
        and tree.questions
        and tree.worksheets
        and tree.insights
        and tree.scenarios
        and tree.gains
        and tree.pictures
        and tree.room_checklist
        and tree.glossary
        and tree.poster_text
        and tree.presentation
        and tree.search
        and tree.redirects
    ):
        return None
    roles = [role.id for role in tree.plan.value.roles]
    # Every part has been validated already.
    roadmap = Roadmap.model_construct(
        plan=tree.plan.value,
        overview=tree.overview.value,
        home=tree.home.value,
        guide_front=tree.guide_front.value,
        measures=sorted((entry.value for entry in tree.measures), key=lambda measure: measure.id),
        chapters=sorted((entry.value for entry in tree.chapters), key=lambda chapter: chapter.chapter),
        appendices=sorted((entry.value for entry in tree.appendices), key=lambda appendix: appendix.appendix),
        questions=sorted(tree.questions.value.questions, key=lambda question: question.chapter),
        yes_no_options=tree.questions.value.yes_no_options,
        scale_points=tree.questions.value.scale_points,
        worksheets=tree.worksheets.value.worksheets,
        checklist=tree.worksheets.value.checklist,
        example_list=tree.example_list.value,
        examples=sorted((entry.value for entry in tree.examples), key=_newest_first),
        story_list=tree.story_list.value,
        stories=sorted((entry.value for entry in tree.stories), key=_newest_first),
        withdrawn_stories=[entry.value for entry in tree.withdrawn_stories],
        pages=[entry.value for entry in tree.pages],
        tools=[entry.value for entry in tree.tools],
        role_pages=sorted((entry.value for entry in tree.role_pages), key=lambda page: roles.index(page.role)),
        ready_made_texts=sorted((entry.value for entry in tree.ready_made_texts), key=_by_measure),
        insights=tree.insights.value.insights,
        scenarios=tree.scenarios.value,
        gains=tree.gains.value,
        pictures=tree.pictures.value,
        room_checklist=tree.room_checklist.value,
        glossary=tree.glossary.value,
        poster_text=tree.poster_text.value,
        presentation=tree.presentation.value,
        search=tree.search.value,
        privacy=tree.privacy.value if tree.privacy else Privacy(),
        redirects=tree.redirects.value.redirects,
    )
    return _without_lapsed_approvals(roadmap, today())


def _without_lapsed_approvals(roadmap: Roadmap, day: datetime.date) -> Roadmap:
    """The content with what is approved in the files, but no more on this day, as the draft that it is."""

    def judged(item: Item) -> Item:
        approval = item.approval
        if approval is None or not lapse_of(approval, roadmap.digest(item), roadmap.plan.approval_months, day):
            return item
        return item.model_copy(update={"status": "utkast"})

    return roadmap.model_copy(
        update={
            "measures": [judged(measure) for measure in roadmap.measures],
            "ready_made_texts": [judged(text) for text in roadmap.ready_made_texts],
            "guide_front": judged(roadmap.guide_front),
            "room_checklist": judged(roadmap.room_checklist),
        }
    )


def _by_measure(text: ReadyMadeText) -> tuple[str, bool, str]:
    """What is made up to show the form comes after what it shows the form of."""
    return (text.measure, text.made_up, text.slug)


def _newest_first(experience: Experience) -> tuple[int, str]:
    return (-experience.date.toordinal() if experience.date else 0, experience.slug)
