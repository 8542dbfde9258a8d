"""What the workbook's formulas compute, in Python: for what its cells hold before anybody has filled them in, and for
the tests, which compare it with what an office suite and a browser compute.
"""

from __future__ import annotations

import math
import statistics
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from roadmap.content.model import Measure, Plan, Step

# The answers that are no strength, as the content names them.
NOT_RELEVANT = "gjelder-ikke"
UNKNOWN = "vet-ikke"

# As many points beside the median as the two rules need to say anything.
LEAST_USEFUL = 12


def missing(measure: Measure, begun: Collection[str]) -> list[str]:
    """The measures that this one waits for, in the roadmap's order, when those are ``begun`` or in place."""
    return [required for required in sorted(measure.requires) if required not in begun]


# «judged»: the weakest answer decides. «open»: somebody does not know. «unfinished»: some have no answer yet.
Kind = Literal["judged", "open", "unfinished", "unanswered", "not-relevant"]


@dataclass(frozen=True)
class Judgement:
    """How strong a step is; ``strength`` is that of its weakest known answer, from 1, and 0 where none is known."""

    kind: Kind
    strength: int
    answered: int


def judge(step: Step, answers: Mapping[str, str], plan: Plan) -> Judgement:
    """What the answers, ids by the statement's id, say of a step: as strong as its weakest statement."""
    strengths = {level.id: number for number, level in enumerate(plan.assessment_levels, start=1)}
    known = {*strengths, *(other.id for other in plan.assessment_others)}
    given = [answers.get(statement.id) for statement in step.self_assessment]
    given = [answer if answer in known else None for answer in given]
    applying = [answer for answer in given if answer != NOT_RELEVANT]
    strength = min((strengths[answer] for answer in applying if answer in strengths), default=0)
    answered = len(given) - given.count(None)

    def kind() -> Kind:
        if not answered:
            return "unanswered"
        if not applying:
            return "not-relevant"
        if strength == 1:
            return "judged"
        if None in applying:
            return "unfinished"
        return "open" if UNKNOWN in applying else "judged"

    return Judgement(kind(), strength, answered)


@dataclass(frozen=True)
class Signals:
    """What Anhøj's two rules find in a run chart; ``useful`` are the points that don't lie on the median.

    The limits are nothing until there are enough of those.
    """

    median: float | None
    useful: int
    longest: int
    crossings: int
    longest_limit: int | None
    crossings_limit: int | None


def signals(counts: Sequence[float | None], for_median: Sequence[float | None] | None = None) -> Signals:
    """The signals in monthly counts, of which some are missing; ``for_median`` are those that the median is of."""
    known = [count for count in (counts if for_median is None else for_median) if count is not None]
    median = statistics.median(known) if known else None
    sides = [] if median is None else [count > median for count in counts if count is not None and count != median]
    longest = run = 0
    for place, side in enumerate(sides):
        run = run + 1 if place and side == sides[place - 1] else 1
        longest = max(longest, run)
    crossings = sum(before != after for before, after in pairwise(sides))
    enough = len(sides) >= LEAST_USEFUL
    return Signals(
        median,
        len(sides),
        longest,
        crossings,
        round(math.log2(len(sides))) + 3 if enough else None,
        _least_of_a_coin(len(sides) - 1) if enough else None,
    )


def _least_of_a_coin(throws: int) -> int:
    """The least number of heads that is not among the rarest twentieth."""
    probability = 0.0
    for heads in range(throws + 1):
        probability += math.comb(throws, heads) / 2**throws
        if probability >= 0.05:
            return heads
    return throws
