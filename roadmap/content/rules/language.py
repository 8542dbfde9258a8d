"""Rules of how the texts read: how heavy they are, and whether questions repeat each other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations
from pathlib import PurePath

from roadmap import urls
from roadmap.content.assemble import assemble
from roadmap.content.problems import Problem, Severity
from roadmap.content.source import Tree
from roadmap.text.readability import LIMIT, SHORT_LIMIT, SHORT_WORDS, average_short, page_readabilities

_MOST_ALIKE = 0.5


def readability(tree: Tree) -> Iterator[Problem]:
    """Hver side har en LIX på høyst 45, og i snitt er høyst en firedel av setningene korte."""
    roadmap = assemble(tree)
    if roadmap is None:
        return
    pages = page_readabilities(roadmap)
    average = average_short(pages)
    if average > SHORT_LIMIT:
        page = min(pages, key=lambda page: (-(page.short or 0.0), page.file))
        message = (
            f"i snitt har {average:.0%} av setningene på en side høyst {SHORT_WORDS} ord, og {SHORT_LIMIT:.0%} er det "
            f"meste; her er det flest ({page.short:.0%}) – bind sammen det som hører sammen, med «fordi», «som» "
            "eller «når»"
        )
        yield Problem(tree.directory / page.file, 1, message.replace("%", " %"))
    for page in pages:
        if page.too_heavy:
            message = f"siden har LIX {page.lix}, og {LIMIT} er det høyeste – del opp setningene, og bruk kortere ord"
            # A story is told in its teller's voice; somebody may help, and nobody has to.
            severity: Severity = "note" if page.file.parent == PurePath(urls.STORY_LIST).parent else "error"
            yield Problem(tree.directory / page.file, 1, message, severity)


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
