"""Rules of the meeting that the guide is for: what it must get through, and in how long."""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.content.problems import Problem
from roadmap.content.source import Tree

# As many as a meeting has time for in each chapter.
_STARRED = 2


def _starred(tree: Tree) -> Iterator[Problem]:
    """Hvert kapittel som har spørsmål, har to med stjerne, som møtet skal rekke."""
    if tree.questions is None:
        return
    questions = tree.questions.value.questions
    for number in (chapter.value.chapter for chapter in tree.chapters):
        starred = [index for index, one in enumerate(questions) if one.chapter == number and one.starred]
        first = next((index for index, one in enumerate(questions) if one.chapter == number), None)
        if first is not None and len(starred) < _STARRED:
            yield tree.questions.problem(
                f"kapittel {number} har {len(starred)} spørsmål med stjerne, men skal ha {_STARRED} – "
                "skriv «starred: true» ved dem som møtet skal rekke",
                "questions",
                first,
            )
        elif len(starred) > _STARRED:
            yield tree.questions.problem(
                f"kapittel {number} har {len(starred)} spørsmål med stjerne, men møtet rekker {_STARRED} – "
                "ta bort «starred» ved de andre",
                "questions",
                starred[_STARRED],
                "starred",
            )


def _minutes(tree: Tree) -> Iterator[Problem]:
    """Minuttene til kapitlene blir til sammen så mange som møtet varer."""
    if tree.guide_front is None or any(problem.file.parent.name == "pathway_guide" for problem in tree.problems):
        return
    total = sum(chapter.value.minutes for chapter in tree.chapters)
    if total != tree.guide_front.value.minutes:
        yield tree.guide_front.problem(
            f"møtet varer {tree.guide_front.value.minutes} minutter, men kapitlene tar {total} til sammen – "
            "rett tallet her eller «minutes» i kapitlene",
            "minutes",
        )


RULES = (_starred, _minutes)
