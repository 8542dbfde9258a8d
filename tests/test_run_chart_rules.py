"""The rules of the run chart, against a computation of their own in another language."""

from __future__ import annotations

import json
import random
from typing import Any

from tests.run_chart import fewest_expected, judged, longest_expected
from tests.test_scripts import SCRIPTS, run_node

JUDGE = """
import { longestExpected, fewestExpected, median, rules } from %s;
const { sizes, series } = JSON.parse(process.argv[1]);
const found = series.map((counts) => {
  const middle = median(counts);
  return { middle, ...rules(counts.map((count, index) => ({ month: String(index), count })), middle) };
});
console.log(JSON.stringify({ limits: sizes.map((size) => [longestExpected(size), fewestExpected(size)]), found }));
"""


def _in_javascript(sizes: list[int], series: list[list[int]]) -> Any:
    script = JUDGE % json.dumps((SCRIPTS / "figures/runs.js").as_uri())
    data = json.dumps({"sizes": sizes, "series": series})
    result = run_node("--no-warnings", "--input-type=module", "-e", script, data)
    assert result.returncode == 0, result.stderr
    return json.loads(result.stdout)


def test_the_limits_from_10_to_100_useful_points() -> None:
    sizes = list(range(10, 101))
    limits = _in_javascript(sizes, [])["limits"]
    assert limits == [[longest_expected(size), fewest_expected(size)] for size in sizes]
    known = {10: [6, 2], 12: [7, 3], 18: [7, 5], 24: [8, 8]}
    assert {size: limits[size - 10] for size in known} == known


def test_series_are_judged_alike() -> None:
    chance = random.Random(20141125)
    series = [[chance.randrange(30) for _ in range(chance.randrange(1, 60))] for _ in range(300)]
    series += [[chance.randrange(10) + (9 if month > 9 else 0) for month in range(24)] for _ in range(100)]
    strikes = 0
    for counts, found in zip(series, _in_javascript([], series)["found"], strict=True):
        ours = judged(counts)
        longest = (found["longestRun"] or {"length": 0})["length"]
        assert (found["middle"], found["useful"], longest) == (ours.median, ours.useful, ours.longest), counts
        assert found["crossings"] == ours.crossings, counts
        assert (found["longRun"], found["fewCrossings"]) == (ours.long_run, ours.few_crossings), counts
        strikes += found["longRun"] or found["fewCrossings"]
    assert 100 <= strikes < 200
