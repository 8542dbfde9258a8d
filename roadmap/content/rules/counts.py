"""A rule of numbers that say how many steps and measures there are: they follow the roadmap."""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmap.content.problems import Problem
from roadmap.content.rules.common import prose
from roadmap.content.source import Tree

_WORDS = dict(
    zip(
        ["ni", "ti", "elleve", "tolv", "tretten", "fjorten", "femten", "seksten", "sytten", "atten", "nitten", "tjue"],
        range(9, 21),
        strict=True,
    )
)
# From nine and up: «ett eller to tiltak» says nothing of the whole.
_NUMBER = rf"{'|'.join(_WORDS)}|9|[1-9]\d"
_COUNTED = re.compile(rf"\b({_NUMBER})\s+(steg|tiltak)(?:ene)?\b", re.IGNORECASE)


def _counts(tree: Tree) -> Iterator[Problem]:
    """Der en tekst sier hvor mange steg eller tiltak det er, er det så mange."""
    if tree.plan is None:
        return
    counts = {"steg": len(tree.plan.value.steps), "tiltak": tree.plan.value.measure_count}
    for text in prose(tree):
        for match in _COUNTED.finditer(text.value):
            kind = match[2].lower()
            number = _WORDS.get(match[1].lower()) or int(match[1])
            if number != counts[kind]:
                yield text.problem(
                    f"teksten sier «{match[1]} {kind}», men det er {counts[kind]} – rett tallet", match.start()
                )


RULES = (_counts,)
