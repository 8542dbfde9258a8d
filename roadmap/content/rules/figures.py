"""Rules of figures: each figure in a text is declared in ``figures.yml`` with where it comes from."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from roadmap.content.model import Figure
from roadmap.content.problems import Problem
from roadmap.content.rules.arithmetic import NotArithmeticError, evaluate
from roadmap.content.rules.common import prose
from roadmap.content.source import Tree

_SPACE = "\N{NO-BREAK SPACE}"
_FIGURE = re.compile(rf"(?<![\w-])\d{{1,3}}(?:{_SPACE}\d{{3}})+|(?<![\w-])\d+(?!\w)")
# Numbers that count nothing: list items, dates and years, chapters, variants, ids of measures, targets of links.
_NO_FIGURES = (
    re.compile(r"\]\([^)]*\)"),
    re.compile(r"(?m)^(?:#+ |\s*)\d+\. |^\| \d+ ?\|?|(?i:variant|WCAG)\s\d(?:\.\d)?"),
    re.compile(r"\d{1,2}\.(?:\d\d\.|\s+(?:[a-z]+\s+)?)(?:19|20)\d\d|\d{1,2}\.\s+[a-z]+|\b(?:19|20)\d\d\b"),
    re.compile(r"(?i)kapittel \d(?:[–-]\d)?|\b[A-K]\d\b|\|\s*\[?\d [A-ZÆØÅ]"),
)


def _declared(tree: Tree) -> Iterator[Problem]:
    """Hvert tall i tekstene står i figures.yml, og hvert tall i figures.yml er brukt."""
    if tree.figures is None:
        return
    values = [figure.value for figure in tree.figures.value.figures]
    used: set[int] = set()
    for text in prose(tree):
        if text.entry is not tree.figures and text.entry is not tree.overview:
            for value, offset in figures_in(text.value):
                used.add(value)
                if value not in values:
                    yield text.problem(
                        f"tallet {value} står ikke i figures.yml – rett det, eller før det opp der "
                        "med hvor det kommer fra",
                        offset,
                    )
    for index, value in enumerate(values):
        if value in values[:index]:
            message = f"tallet {value} står to ganger – slå dem sammen"
            yield tree.figures.problem(message, "figures", index)
        if value not in used and not tree.problems:
            message = f"tallet {value} står ikke i noen tekst lenger – slett det herfra"
            yield tree.figures.problem(message, "figures", index)


def figures_in(text: str) -> list[tuple[int, int]]:
    """The figures of a text, each with its offset."""
    for pattern in _NO_FIGURES:
        text = pattern.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)
    return [(int(match[0].replace(_SPACE, "")), match.start()) for match in _FIGURE.finditer(text)]


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
    return f"«{expression}» gir {value:g}, ikke {figure.value} – rett regnestykket eller tallet"


_COUNTS: dict[str, Callable[[Tree], int | None]] = {
    "steg": lambda tree: len(tree.plan.value.steps) if tree.plan else None,
    "tiltak": lambda tree: len(tree.files.matching("measures/*.yml")),
    "spørsmål": lambda tree: len(tree.questions.value.questions) if tree.questions else None,
    "kapitler": lambda tree: len(tree.chapters),
    "minutter": lambda tree: sum(entry.value.minutes for entry in tree.chapters),
    "innsikter": lambda tree: len(tree.insights.value.insights) if tree.insights else None,
    "scenarier": lambda tree: len(tree.scenarios.value.scenarios) if tree.scenarios else None,
}

RULES = (_declared, _origins)
