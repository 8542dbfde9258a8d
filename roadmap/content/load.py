"""Everything that must hold before anything is built: reads the tree, runs every rule, reports all at once."""

from __future__ import annotations

from pathlib import Path

from roadmap.content.model import Roadmap, Story
from roadmap.content.problems import ContentError
from roadmap.content.rules import markup, references, structure, worksheets, writing
from roadmap.content.source import ContentType, Entry, read_tree

RULES = (*structure.RULES, *references.RULES, *worksheets.RULES, *writing.RULES, *markup.RULES)


def load(directory: Path) -> Roadmap:
    """The whole of the content tree at ``directory``, read and checked.

    Raises:
        ContentError: with every problem in the tree; nothing has been built then.
    """
    tree = read_tree(directory)
    problems = [*tree.problems, *(problem for rule in RULES for problem in rule(tree))]
    if problems:
        raise ContentError(problems)
    return Roadmap.model_construct(
        plan=_value(tree.plan),
        overview=_value(tree.overview),
        home=_value(tree.home),
        guide_front=_value(tree.guide_front),
        measures=sorted((entry.value for entry in tree.measures), key=lambda measure: measure.id),
        chapters=sorted((entry.value for entry in tree.chapters), key=lambda chapter: chapter.chapter),
        appendices=sorted((entry.value for entry in tree.appendices), key=lambda appendix: appendix.appendix),
        questions=sorted(_value(tree.questions).questions, key=lambda question: question.chapter),
        yes_no_options=_value(tree.questions).yes_no_options,
        scale_points=_value(tree.questions).scale_points,
        worksheets=_value(tree.worksheets).worksheets,
        checklist=_value(tree.worksheets).checklist,
        stories=sorted((entry.value for entry in tree.stories), key=_newest_first),
        pages=[entry.value for entry in tree.pages],
        insights=_value(tree.insights).insights,
        scenarios=_value(tree.scenarios),
        room_checklist=_value(tree.room_checklist),
        glossary=_value(tree.glossary),
        poster_text=_value(tree.poster_text),
        presentation=_value(tree.presentation),
    )


def _newest_first(story: Story) -> tuple[int, str]:
    return (-story.date.toordinal() if story.date else 0, story.slug)


def _value(entry: Entry[ContentType] | None) -> ContentType:
    assert entry is not None, "a file that can't be read is a problem, and problems have been raised"
    return entry.value
