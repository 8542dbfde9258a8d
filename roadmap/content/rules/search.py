"""Rules of the search's vocabulary: what it says leads somewhere, and is said once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from roadmap.content.model.search import GroupId, Synonym
from roadmap.content.problems import Problem, suggestion
from roadmap.content.rules.common import AnyEntry, generated_pages, prose
from roadmap.content.rules.pages import written_pages
from roadmap.content.source import Tree
from roadmap.text.search_words import fold, stem, stems, words
from roadmap.text.words import plain_words

_TOO_SHORT = "«{}» er for kort til å søkes etter – slett det"


def _groups(tree: Tree) -> Iterator[Problem]:
    """Hvert slag treff har et navn, og bare ett."""
    if tree.search is None:
        return
    groups = [group.id for group in tree.search.value.groups]
    for missing in sorted(set(get_args(GroupId)) - set(groups)):
        yield tree.search.problem(f"«{missing}» mangler – legg til en linje med «id: {missing}» og et navn", "groups")
    endings = [kind.ending for kind in tree.search.value.file_types]
    for field, ids, key in (("groups", groups, "id"), ("file_types", endings, "ending")):
        for index, one in enumerate(ids):
            if one in ids[:index]:
                yield tree.search.problem(f"«{one}» står to ganger – slett det ene", field, index, key)


def _answers(tree: Tree) -> Iterator[Problem]:
    """Hvert svar er en side som finnes, og spørres etter på én måte én gang."""
    if tree.search is None:
        return
    pages = sorted({*generated_pages(tree), *written_pages(tree)})
    withdrawn = {tree.files.names[entry.file] for entry in tree.withdrawn_stories}
    asked: set[tuple[str, str]] = set()
    for index, answer in enumerate(tree.search.value.answers):
        if answer.page in withdrawn:
            message = f"historien «{answer.page}» er trukket – slett svaret, også ordene som førte til den"
            yield tree.search.problem(message, "answers", index, "page")
        elif answer.page not in pages:
            message = f"siden «{answer.page}» finnes ikke – {suggestion(answer.page, pages)}"
            yield tree.search.problem(message, "answers", index, "page")
        for place, text in enumerate(answer.ask):
            if not stems(text):
                yield tree.search.problem(_TOO_SHORT.format(text), "answers", index, "ask", place)
            if (answer.page, text.lower()) in asked:
                message = f"«{text}» fører til «{answer.page}» fra før – slett det ene"
                yield tree.search.problem(message, "answers", index, "ask", place)
            asked.add((answer.page, text.lower()))


def _synonyms(tree: Tree) -> Iterator[Problem]:
    """Det leserne skriver, betyr ord som står på nettstedet, og ikke bare seg selv."""
    if tree.search is None:
        return
    known = _known_stems(tree)
    said: set[str] = set()
    for field in ("synonyms", "nynorsk"):
        for index, synonym in enumerate(getattr(tree.search.value, field)):
            yield from _meanings(tree.search, synonym, known, field, index)
            for place, text in enumerate(synonym.say):
                if not stems(text):
                    yield tree.search.problem(_TOO_SHORT.format(text), field, index, "say", place)
                if text.lower() in said:
                    message = f"«{text}» står fra før – skriv alt det betyr, på ett sted"
                    yield tree.search.problem(message, field, index, "say", place)
                if all(stems(meaning) == stems(text) for meaning in synonym.means):
                    message = f"«{text}» betyr bare seg selv – slett det, for søket finner alle former av et ord"
                    yield tree.search.problem(message, field, index, "say", place)
                said.add(text.lower())


def _meanings(entry: AnyEntry, synonym: Synonym, known: set[str], field: str, index: int) -> Iterator[Problem]:
    for place, meaning in enumerate(synonym.means):
        for word in words(meaning):
            if len(word) > 1 and stem(word) not in known:
                message = f"«{meaning}» står ingen steder på nettstedet – skriv et ord som gjør det"
                yield entry.problem(message, field, index, "means", place)
                break


def _parts(tree: Tree) -> Iterator[Problem]:
    """Hvert kort ord er en del av et lengre ord på nettstedet."""
    if tree.search is None:
        return
    longer = {word for word in _words(tree) if len(word) > 4}
    for index, part in enumerate(tree.search.value.parts):
        folded = fold(part)
        if not any(word.startswith(folded) or word.endswith((folded, stem(folded))) for word in longer):
            yield tree.search.problem(f"ingen ord begynner eller ender med «{part}» – slett det", "parts", index)


def _known_stems(tree: Tree) -> set[str]:
    return {stem(word) for word in _words(tree)}


def _words(tree: Tree) -> set[str]:
    """The folded words of everything that readers see, but what the search itself says."""
    seen = (text.value for text in prose(tree) if text.entry is not tree.search)
    return {word for text in seen for plain in plain_words(text) for word in words(plain)}


RULES = (_groups, _answers)
# What a site can be built without, since it only finds less.
VOCABULARY_RULES = (_synonyms, _parts)
