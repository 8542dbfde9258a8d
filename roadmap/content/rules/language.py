"""Rules of how the texts read: how heavy they are, and whether questions repeat each other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

from roadmap.content.model import Roadmap
from roadmap.content.problems import Problem
from roadmap.content.source import Tree
from roadmap.text.readability import LIMIT, page_readabilities

_MOST_ALIKE = 0.5


def heavy_pages(roadmap: Roadmap, directory: Path) -> Iterator[Problem]:
    """Hver side har en LIX på høyst 45."""
    for page in page_readabilities(roadmap):
        if page.too_heavy:
            message = f"siden har LIX {page.lix}, og {LIMIT} er det høyeste – del opp setningene, og bruk kortere ord"
            yield Problem(directory / page.file, 1, message)


def similar_questions(tree: Tree) -> Iterator[Problem]:
    """Ingen spørsmål sier nesten det samme."""
    if tree.questions is None:
        return
    words = [set(re.findall(r"\w+", question.text.lower())) for question in tree.questions.value.questions]
    for (_, first), (index, second) in combinations(enumerate(words), 2):
        if len(first & second) > _MOST_ALIKE * len(first | second):
            other = tree.questions.value.questions[words.index(first)].id
            message = f"spørsmålet sier nesten det samme som «{other}» – slå dem sammen, eller spør om noe annet"
            yield tree.questions.problem(message, "questions", index, "text")
