"""The rules of the run chart, computed apart from the site's own script: what tests hold it to."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from math import comb, log2

FEWEST_USEFUL = 12


@dataclass(frozen=True)
class Judged:
    median: float
    useful: int
    longest: int
    crossings: int

    @property
    def used(self) -> bool:
        return self.useful >= FEWEST_USEFUL

    @property
    def long_run(self) -> bool:
        return self.used and self.longest > longest_expected(self.useful)

    @property
    def few_crossings(self) -> bool:
        return self.used and self.crossings < fewest_expected(self.useful)


def judged(counts: Sequence[int], median: float | None = None) -> Judged:
    """What the rules make of counts in order of time, by their own median where none is given."""
    middle = statistics.median(counts) if median is None else median
    sides = [count > middle for count in counts if count != middle]
    lengths = [len(list(run)) for _, run in groupby(sides)]
    return Judged(middle, len(sides), max(lengths, default=0), max(len(lengths) - 1, 0))


def longest_expected(useful: int) -> int:
    return round(log2(useful)) + 3


def fewest_expected(useful: int) -> int:
    """The 5 % quantile of a binomial distribution, by the probability of each outcome."""
    probabilities = [comb(useful - 1, heads) / 2 ** (useful - 1) for heads in range(useful)]
    return next(heads for heads in range(useful) if sum(probabilities[: heads + 1]) >= 0.05)
