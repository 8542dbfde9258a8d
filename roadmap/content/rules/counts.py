"""A rule of numbers that say how many there are of something: they follow what there is.

Only what can mean nothing else is counted. «De ti eksemplene» may be those of scenarios or those from the project, and
«ett eller to tiltak» says nothing of the whole.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from roadmap.content.problems import Problem
from roadmap.content.rules.common import AnyEntry, Text, prose
from roadmap.content.source import Tree

_IN_ORDER = [
    "fire",
    "fem",
    "seks",
    "sju",
    "åtte",
    "ni",
    "ti",
    "elleve",
    "tolv",
    "tretten",
    "fjorten",
    "femten",
    "seksten",
    "sytten",
    "atten",
    "nitten",
    "tjue",
]
_WORDS = {word: number for number, word in enumerate(_IN_ORDER, start=4)} | {"syv": 7}
_LARGE = rf"({'|'.join(word for word, number in _WORDS.items() if number >= 9)}|9|[1-9]\d)"
_ANY = rf"({'|'.join(_WORDS)}|[4-9]|[1-9]\d)"
_THE = r"\bde[\s\[*_]+"


@dataclass(frozen=True)
class _Counted:
    """A way of saying how many there are, and how many there are, where that can be known.

    ``within`` is the only piece of content in which it means them. ``of_sources`` says that there are as many in the
    project overview, so that what a text takes from there follows too.
    """

    pattern: str
    count: Callable[[Tree], int | None]
    within: Callable[[Tree], AnyEntry | None] | None = None
    of_sources: bool = False


def _steps(tree: Tree) -> int | None:
    return len(tree.plan.value.steps) if tree.plan else None


def _measures(tree: Tree) -> int | None:
    return tree.plan.value.measure_count if tree.plan else None


def _scenarios(tree: Tree) -> int | None:
    return len(tree.scenarios.value.scenarios) if tree.scenarios else None


def _criteria(tree: Tree) -> int | None:
    return len(tree.room_checklist.value.criteria) if tree.room_checklist else None


def _examples(tree: Tree) -> int | None:
    # One that can't be read is there all the same.
    return sum(file.stem != "index" for file in tree.files.matching("examples/*.md"))


_COUNTED = (
    _Counted(rf"\b{_LARGE}\s+steg(?:ene)?\b", _steps, of_sources=True),
    _Counted(rf"\b{_LARGE}\s+tiltak(?:ene)?\b", _measures, of_sources=True),
    _Counted(rf"\b{_LARGE}\s+scenarier\b", _scenarios),
    _Counted(rf"{_THE}{_ANY}\s+scenariene\b", _scenarios),
    _Counted(rf"\b{_ANY}\s+eksempl(?:er|ene)\s+på\s+(?:scenarier|videokonsultasjoner|typer|hvem)\b", _scenarios),
    _Counted(rf"\b{_ANY}\s+krav\s+til\s+(?:\w+\s+)?rom(?:met)?\b", _criteria),
    _Counted(rf"{_THE}{_ANY}\s+kravene\b", _criteria),
    _Counted(rf"\b{_ANY}\s+eksempl(?:er|ene)\s+fra\s+prosjektet\b", _examples),
    _Counted(rf"\b{_ANY}\s+(?:korte\s+)?notater\b", _examples, within=lambda tree: tree.example_list),
)


def _counts(tree: Tree) -> Iterator[Problem]:
    """Der en tekst sier hvor mange det er av noe, er det så mange."""
    for text in prose(tree):
        for counted in _COUNTED:
            if (count := counted.count(tree)) is not None and _is_counted(text, counted, tree):
                yield from _wrong(text, counted.pattern, count)


def _is_counted(text: Text, counted: _Counted, tree: Tree) -> bool:
    if "sources" in text.location and not counted.of_sources:
        return False
    return counted.within is None or counted.within(tree) is text.entry


def _wrong(text: Text, pattern: str, count: int) -> Iterator[Problem]:
    for match in re.finditer(pattern, text.value, re.IGNORECASE):
        number = _WORDS.get(match[1].lower()) or int(match[1])
        if number != count:
            said = " ".join(text.value[match.start(1) : match.end()].split())
            yield text.problem(f"teksten sier «{said}», men det er {count} – rett tallet", match.start(1))


RULES = (_counts,)
