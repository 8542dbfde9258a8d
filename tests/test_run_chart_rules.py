"""The rules of the run chart, against a computation of their own in another language."""

from __future__ import annotations

import json
import random
import statistics
import subprocess
import sys
from itertools import groupby
from math import comb, log2
from pathlib import Path
from typing import Any

import pytest

RUNS = Path(__file__).parents[1] / "templates/scripts/figures/runs.js"
NODE = Path(sys.executable).with_name("node")
JUDGE = """
import { longestExpected, fewestExpected, median, rules } from %s;
const { sizes, series } = JSON.parse(process.argv[1]);
const judged = series.map((counts) => {
  const middle = median(counts);
  return { middle, ...rules(counts.map((count, index) => ({ month: String(index), count })), middle) };
});
console.log(JSON.stringify({ limits: sizes.map((size) => [longestExpected(size), fewestExpected(size)]), judged }));
"""


def _in_javascript(sizes: list[int], series: list[list[int]]) -> Any:
    if not NODE.is_file():
        pytest.skip("Node.js mangler, så dette er ikke prøvd")
    script = JUDGE % json.dumps(RUNS.as_uri())
    command = [NODE, "--no-warnings", "--input-type=module", "-e", script, json.dumps({"sizes": sizes, "series": series})]
    return json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout)


def _longest(size: int) -> int:
    return round(log2(size)) + 3


def _fewest(size: int) -> int:
    """The 5 % quantile of a binomial distribution, by the probability of each outcome."""
    probabilities = [comb(size - 1, heads) / 2 ** (size - 1) for heads in range(size)]
    return next(heads for heads in range(size) if sum(probabilities[: heads + 1]) >= 0.05)


def test_the_limits_from_10_to_100_useful_points() -> None:
    sizes = list(range(10, 101))
    limits = _in_javascript(sizes, [])["limits"]
    assert limits == [[_longest(size), _fewest(size)] for size in sizes]
    known = {10: [6, 2], 12: [7, 3], 18: [7, 5], 24: [8, 8]}
    assert {size: limits[size - 10] for size in known} == known


def test_series_are_judged_alike() -> None:
    chance = random.Random(20141125)
    series = [[chance.randrange(30) for _ in range(chance.randrange(1, 60))] for _ in range(300)]
    series += [[chance.randrange(10) + (9 if month > 9 else 0) for month in range(24)] for _ in range(100)]
    strikes = 0
    for counts, judged in zip(series, _in_javascript([], series)["judged"], strict=True):
        middle = statistics.median(counts)
        sides = [count > middle for count in counts if count != middle]
        lengths = [len(list(run)) for _, run in groupby(sides)]
        used = len(sides) >= 12
        expected = {
            "middle": middle,
            "useful": len(sides),
            "missing": max(12 - len(sides), 0),
            "crossings": max(len(lengths) - 1, 0),
            "longRun": used and max(lengths) > _longest(len(sides)),
            "fewCrossings": used and len(lengths) - 1 < _fewest(len(sides)),
        }
        assert {key: judged[key] for key in expected} == expected, counts
        assert (judged["longestRun"] or {"length": 0})["length"] == max(lengths, default=0)
        strikes += judged["longRun"] or judged["fewCrossings"]
    assert 100 <= strikes < 200
