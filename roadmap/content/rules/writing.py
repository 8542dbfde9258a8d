"""Rules of the words themselves: length, markup, and what must be stated beside them."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from roadmap.content.model import RefusedWord, Story
from roadmap.content.problems import Problem
from roadmap.content.rules.common import AnyEntry, incomplete, prose
from roadmap.content.source import Tree
from roadmap.text.words import plain_words
from roadmap.today import today

DESCRIPTION_WORDS = range(80, 181)
_LINK_TARGET = re.compile(r"(?<=\])\([^)]*\)")
# Emphasis, code, the text of links, and characters that nobody sees.
_UNSEEN = frozenset(
    "*_`[]\N{SOFT HYPHEN}\N{ZERO WIDTH SPACE}\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}\N{WORD JOINER}"
)
_HYPHEN = "[-\N{HYPHEN}\N{NON-BREAKING HYPHEN}]"
EXAMPLE_WORDS = range(60, 91)
STORY_WORDS = range(120, 251)
LENGTH_MESSAGE = "{name} er på {count} ord – skriv {bounds}"
STORY_NAME = "historien"
PROJECT_BEGAN = datetime.date(2020, 1, 1)


def with_approval(tree: Tree) -> list[AnyEntry]:
    """Everything that a professional owner can approve."""
    return [
        *tree.measures,
        *tree.ready_made_texts,
        *(entry for entry in (tree.guide_front, tree.room_checklist) if entry),
    ]


def _approval(tree: Tree) -> Iterator[Problem]:
    """Noe er godkjent bare når rolle og dato for godkjenningen er ført inn."""
    for entry in with_approval(tree):
        approved = entry.value.status == "godkjent"
        if approved and entry.value.approval is None:
            yield entry.problem(
                "«status» er «godkjent» uten «approval» – før inn rolle og dato, eller skriv «utkast»", "status"
            )
        if not approved and entry.value.approval is not None:
            yield entry.problem(
                "«approval» er ført inn, men «status» er «utkast» – skriv «godkjent», eller fjern «approval»",
                "approval",
            )


def _dates(tree: Tree) -> Iterator[Problem]:
    """Det som er godkjent eller gjennomgått, er det siden prosjektet begynte, og senest i dag."""
    dates = [
        *(
            (entry, entry.value.approval.date, ("approval", "date"))
            for entry in with_approval(tree)
            if entry.value.approval
        ),
        *((entry, entry.value.reviewed, ("reviewed",)) for entry in tree.measures if entry.value.reviewed),
    ]
    for entry, date, location in dates:
        if date > today():
            yield entry.problem(f"datoen {date} er ikke kommet ennå – skriv dagen da det ble gjort", *location)
        elif date < PROJECT_BEGAN:
            message = f"datoen {date} er før prosjektet begynte i {PROJECT_BEGAN.year} – skriv dagen da det ble gjort"
            yield entry.problem(message, *location)


def _lengths(tree: Tree) -> Iterator[Problem]:
    """En beskrivelse er på 80–180 ord, et eksempel på 60–90, en historie på 120–250."""
    for measure in tree.measures:
        yield from _length(measure, measure.value.description, DESCRIPTION_WORDS, "beskrivelsen", "description")
    for example in tree.examples:
        yield from _length(example, example.value.body, EXAMPLE_WORDS, "eksempelet")
    for story in (*tree.stories, *incomplete(tree, Story, "body")):
        yield from _length(story, story.value.body, STORY_WORDS, STORY_NAME)


def _length(entry: AnyEntry, markdown: str, words: range, name: str, *location: str) -> Iterator[Problem]:
    count = len(plain_words(markdown))
    if count not in words:
        yield entry.problem(LENGTH_MESSAGE.format(name=name, count=count, bounds=bounds_of(words)), *location)


def bounds_of(words: range) -> str:
    """How many words a text can have: «120–250»."""
    return f"{words.start}–{words.stop - 1}"


def _refused_words(tree: Tree) -> Iterator[Problem]:
    """Ord og vendinger som ordlista fraråder, er ikke brukt."""
    if tree.glossary is None:
        return
    refused = [(_pattern(item), item) for item in tree.glossary.value.refused]
    for text in prose(tree):
        if text.entry is tree.glossary or text.entry is tree.overview or "sources" in text.location:
            continue
        seen, offsets = _as_read(text.value)
        for pattern, item in refused:
            for match in pattern.finditer(seen):
                if match[0] not in item.names:
                    written = " ".join(match[0].split())
                    kind = "en vending" if " " in written else "et ord"
                    message = f"«{written}» er {kind} vi ikke bruker – skriv «{item.instead}»"
                    yield text.problem(message, offsets[match.start()])


def _as_read(text: str) -> tuple[str, list[int]]:
    """The text less its markup, and where in it each of the characters that are left stands."""
    without_targets = _LINK_TARGET.sub(lambda target: " " * len(target[0]), text)
    offsets = [offset for offset, character in enumerate(without_targets) if character not in _UNSEEN]
    return "".join(without_targets[offset] for offset in offsets), offsets


def _pattern(refused: RefusedWord) -> re.Pattern[str]:
    """Matches a word with any ending, and a phrase with any white space between its words; hyphens change nothing."""
    forms = [
        [f"{_HYPHEN}?".join(map(re.escape, part)) for part in form.split()] for form in (refused.word, *refused.forms)
    ]
    patterns = [rf"(?:\s+|{_HYPHEN})".join(form) + (r"\w*" if len(form) == 1 else r"\b") for form in forms]
    return re.compile(rf"\b(?:{'|'.join(patterns)})", re.IGNORECASE)


def _glossary(tree: Tree) -> Iterator[Problem]:
    """Hvert ord i ordlista er forklart én gang, og hver bøyning hører til ett ord."""
    if tree.glossary is None:
        return
    first: dict[str, str] = {}
    slugs: dict[str, str] = {}
    for index, term in enumerate(tree.glossary.value.terms):
        for form in {form.casefold(): form for form in (term.term, *term.forms)}.values():
            owner = first.setdefault(form.casefold(), term.term)
            if owner != term.term or (form == term.term and slugs.get(term.slug) == term.term):
                message = f"«{form}» hører til «{owner}» også – la ordet stå ett av stedene"
                yield tree.glossary.problem(message, "terms", index)
        other = slugs.setdefault(term.slug, term.term)
        if other != term.term:
            message = f"«{term.term}» får samme adresse som «{other}» – skriv det ene på en annen måte"
            yield tree.glossary.problem(message, "terms", index, "term")


RULES = (_approval, _dates, _lengths, _refused_words, _glossary)
