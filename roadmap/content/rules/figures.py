"""Rules of figures: each figure in a text is declared in ``figures.yml`` with where it comes from."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from fractions import Fraction

from roadmap.content.model import Figure
from roadmap.content.problems import Problem
from roadmap.content.rules.arithmetic import NotArithmeticError, evaluate
from roadmap.content.rules.common import Text, numbers, prose
from roadmap.content.source import Tree

# What the problems of these rules are called.
RULE = "tall"

_SPACE = "\N{NO-BREAK SPACE}"
_PLAIN_SPACES = re.compile(r"(?<![\w-])[1-9]\d{0,2}(?: \d{3})+(?!\w)")
_FIGURE = re.compile(rf"(?<![\w-])\d{{1,3}}(?:{_SPACE}\d{{3}})+|(?<![\w-])\d+(?!\w)")
# Numbers that count nothing: list items, dates and years, chapters, variants, criteria of WCAG, targets of links.
_NO_FIGURES = (
    re.compile(r"\]\([^)]*\)"),
    re.compile(r"(?m)^(?:#+ |\s*)\d+\. |(?i:variant|WCAG)\s\d(?:\.\d{1,2}){0,2}"),
    re.compile(r"\d{1,2}\.(?:\d\d\.|\s+(?:[a-z]+\s+)?)(?:19|20)\d\d|\d{1,2}\.\s+[a-z]+|\b(?:19|20)\d\d\b"),
    re.compile(r"(?i)kapittel \d+(?:[–-]\d+)?"),
)


def _declared(tree: Tree) -> Iterator[Problem]:
    """Hvert tall i tekstene står i figures.yml, og hvert tall i figures.yml er brukt."""
    if tree.figures is None:
        return
    values = [figure.value for figure in tree.figures.value.figures]
    used: set[int] = set()
    for text in _ours(tree):
        for value, offset in figures_in(text.value):
            used.add(value)
            if value not in values:
                yield text.problem(_undeclared(value), offset)
    for entry, location, value in numbers(tree):
        used.add(value)
        if value not in values:
            yield entry.problem(_undeclared(value), *location)
    for index, value in enumerate(values):
        if value in values[:index]:
            message = f"tallet {value} står to ganger – slå dem sammen"
            yield tree.figures.problem(message, "figures", index)
        if value not in used and not tree.problems:
            message = f"tallet {value} står ikke i noen tekst lenger – slett det herfra"
            yield tree.figures.problem(message, "figures", index)


def _undeclared(value: int) -> str:
    return f"tallet {value} står ikke i figures.yml – rett det, eller før det opp der med hvor det kommer fra"


def _spaces(tree: Tree) -> Iterator[Problem]:
    """Store tall har hardt mellomrom, som ikke lar tallet bli delt mellom to linjer."""
    for text in _ours(tree):
        for match in _PLAIN_SPACES.finditer(_without_other_numbers(text.value)):
            message = f"«{match[0]}» kan bli delt mellom to linjer – skriv hardt mellomrom (U+00A0) mellom sifrene"
            yield text.problem(message, match.start())


def _ours(tree: Tree) -> Iterator[Text]:
    """The texts whose figures the editors answer for; those of a story are its teller's."""
    apart = [tree.figures, tree.overview, *tree.stories]
    return (text for text in prose(tree) if not any(text.entry is entry for entry in apart))


def figures_in(text: str) -> list[tuple[int, int]]:
    """The figures of a text, each with its offset."""
    seen = _PLAIN_SPACES.sub(lambda match: match[0].replace(" ", _SPACE), _without_other_numbers(text))
    return [(int(match[0].replace(_SPACE, "")), match.start()) for match in _FIGURE.finditer(seen)]


def _without_other_numbers(text: str) -> str:
    """The text, as long as it was, with blanks for numbers that count nothing."""
    for pattern in _NO_FIGURES:
        text = pattern.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)
    return text


def _origins(tree: Tree) -> Iterator[Problem]:
    """Hvert tall sier hvor det kommer fra, og regnestykker og opptellinger stemmer."""
    if tree.figures is None:
        return
    for index, figure in enumerate(tree.figures.value.figures):
        location = ("figures", index)
        if not (figure.heading or figure.computed or figure.counted or figure.asked):
            yield tree.figures.problem(
                f"tallet {figure.value} sier ikke hvor det kommer fra – legg til «heading», «computed», «counted» "
                "eller «asked»",
                *location,
            )
        for number, expression in enumerate(figure.computed or ()):
            if message := _computed_problem(figure, expression):
                yield tree.figures.problem(message, *location, "computed", number)
        if figure.counted and (count := _COUNTS[figure.counted](tree)) not in (None, figure.value):
            message = f"det er {count} {figure.counted}, ikke {figure.value} – rett tallet her og i tekstene"
            yield tree.figures.problem(message, *location, "counted")


def _computed_problem(figure: Figure, expression: str) -> str | None:
    try:
        value = evaluate(expression)
    except NotArithmeticError:
        cure = "bruk bare tall, + - * /, parenteser og round(tall, sifre)"
        return f"«{expression}» er ikke et regnestykke som kan regnes ut – {cure}"
    if value == figure.value:
        return None
    return f"«{expression}» gir {_decimal(value)}, ikke {figure.value} – rett regnestykket eller tallet"


def _decimal(value: Fraction) -> str:
    """The value as Norwegian writes it."""
    return str(value) if value.denominator == 1 else str(float(value)).replace(".", ",")


def _spans(tree: Tree) -> Iterator[Problem]:
    """Et spenn går fra det laveste anslaget til det høyeste."""
    if tree.gains is None:
        return
    for index, volume in enumerate(tree.gains.value.volumes):
        for name, span in (("hours", volume.hours), ("time", volume.time)):
            if span.low >= span.high:
                message = f"«low» ({span.low}) er ikke mindre enn «high» ({span.high}) – bytt om tallene"
                yield tree.gains.problem(message, "volumes", index, name, "low")


_COUNTS: dict[str, Callable[[Tree], int | None]] = {
    "steg": lambda tree: len(tree.plan.value.steps) if tree.plan else None,
    "tiltak": lambda tree: len(tree.files.matching("measures/*.yml")),
    "spørsmål": lambda tree: len(tree.questions.value.questions) if tree.questions else None,
    "kapitler": lambda tree: len(tree.chapters),
    "minutter": lambda tree: sum(entry.value.minutes for entry in tree.chapters),
    "innsikter": lambda tree: len(tree.insights.value.insights) if tree.insights else None,
    "scenarier": lambda tree: len(tree.scenarios.value.scenarios) if tree.scenarios else None,
}

RULES = (_declared, _spaces, _origins, _spans)
