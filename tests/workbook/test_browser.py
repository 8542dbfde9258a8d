"""The tools in the browser and the workbook say the same of the same answers: their modules, run in Node."""

from __future__ import annotations

import json
import random
import re
from pathlib import Path
from typing import Any

from roadmap.content.model import Roadmap
from roadmap.site.tools import SCRIPTS, roadmap_data
from roadmap.workbook.results import judge, missing, signals
from tests.conftest import ROOT
from tests.test_scripts import run_node
from tests.workbook.files import SITE, texts

JUDGEMENT, STANDING, RUNS = "assessment/judgement.js", "start/standing.js", "figures/runs.js"
CASES = 200


def asked(folder: Path, module: str, imported: str, expression: str, given: Any) -> Any:
    """What an expression gives in Node, with a module's exports and ``given`` at hand."""
    file = ROOT / "templates" / SCRIPTS / module
    script = folder / "asked.mjs"
    source = f'import {{ {imported} }} from "{file.as_uri()}";\nconst given = {json.dumps(given)};\n'
    script.write_text(f"{source}console.log(JSON.stringify({expression}));\n", encoding="utf-8")
    result = run_node(script)
    assert result.returncode == 0, result.stderr
    return json.loads(result.stdout)


def test_both_judge_the_steps_alike(roadmap: Roadmap, tmp_path: Path) -> None:
    chance = random.Random(1)
    plan = roadmap.plan
    answers = [one.id for one in (*plan.assessment_levels, *plan.assessment_others)] + ["noe-annet"]
    statements = [statement.id for step in plan.steps for statement in step.self_assessment]
    cases = []
    for _ in range(CASES):
        some = chance.sample(answers, chance.randint(1, len(answers)))
        share = chance.choice((0.5, 0.9, 1))
        cases.append({one: chance.choice(some) for one in statements if chance.random() < share})
    given = {"roadmap": roadmap_data(roadmap, SITE), "cases": cases}
    found = asked(tmp_path, JUDGEMENT, "judge", "given.cases.map((answers) => judge(given.roadmap, answers))", given)
    kinds = set()
    for case, judgements in zip(cases, found, strict=True):
        for step, judgement in zip(plan.steps, judgements, strict=True):
            own = judge(step, case, plan)
            strength = 0 if judgement["rank"] is None else judgement["rank"] + 1
            answered = len(step.self_assessment) - len(judgement["missing"])
            assert (own.kind, own.strength, own.answered) == (judgement["kind"], strength, answered), (
                step.letter,
                case,
            )
            kinds.add(own.kind)
    assert kinds == {"judged", "open", "unfinished", "unanswered", "not-relevant"}


def test_both_say_the_same_of_what_a_measure_waits_for(roadmap: Roadmap, tmp_path: Path) -> None:
    chance = random.Random(2)
    levels = [level.id for level in roadmap.plan.progress_levels]
    cases = [{one.id: chance.choice(levels) for one in roadmap.measures if chance.random() < 0.8} for _ in range(CASES)]
    given = {"roadmap": roadmap_data(roadmap, SITE), "cases": cases}
    standings = "standings(given.roadmap, (measure) => statuses[measure.id] ?? '')"
    expression = f"given.cases.map((statuses) => {standings}.map((one) => one.missing.map((other) => other.id)))"
    for case, found in zip(cases, asked(tmp_path, STANDING, "standings", expression, given), strict=True):
        begun = {one for one, status in case.items() if status != levels[0]}
        assert [missing(measure, begun) for measure in roadmap.measures] == found


def test_the_plan_has_the_columns_that_the_plan_in_the_browser_reads() -> None:
    template = (ROOT / "templates/pages/tools/plan.html.j2").read_text(encoding="utf-8")
    titles = dict(re.findall(r'\("(\w+)", "([^"]+)"\)', template))
    own = texts().plan.columns
    shared = own.keys() & titles.keys()
    assert {"id", "status", "role", "deadline", "review", "note"} <= shared
    assert {name: own[name] for name in shared} == {name: titles[name] for name in shared}


def test_both_find_the_same_runs_and_crossings(tmp_path: Path) -> None:
    chance = random.Random(3)
    cases = [[chance.randint(0, chance.choice((3, 30))) for _ in range(chance.randint(1, 60))] for _ in range(CASES)]
    expression = """given.map((counts) => {
      const middle = median(counts);
      return [middle, rules(counts.map((count, place) => ({ month: String(place), count })), middle)];
    })"""
    for counts, (middle, found) in zip(cases, asked(tmp_path, RUNS, "median, rules", expression, cases), strict=True):
        own = signals(counts)
        longest = found["longestRun"]["length"] if found["longestRun"] else 0
        assert (own.median, own.useful, own.longest, own.crossings) == (
            middle,
            found["useful"],
            longest,
            found["crossings"],
        )
        if own.longest_limit is not None:
            assert (own.longest_limit, own.crossings_limit) == (found["longestExpected"], found["fewestExpected"])
