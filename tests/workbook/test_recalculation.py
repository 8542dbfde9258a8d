"""What LibreOffice makes of the formulas, in the workbook as it is and filled in, beside what Python does."""

from __future__ import annotations

import datetime
import random
from collections.abc import Mapping
from typing import Any

import pytest
from openpyxl.workbook import Workbook

from roadmap.content.model import Roadmap
from roadmap.workbook.results import Signals, judge, missing, signals
from tests.conftest import ROOT
from tests.workbook.files import Cells, beside, column, filled, made, names, opened, place, recalculated, texts

SEEDS = range(4)
# Long past, so that every month is over whenever the test runs.
FIRST_MONTH = datetime.date(2021, 1, 1)


class Filled:
    """A workbook filled in by chance: the choices by id, and the counts."""

    def __init__(self, roadmap: Roadmap, seed: int) -> None:
        chance = random.Random(seed)
        plan = roadmap.plan
        levels = [level.id for level in plan.progress_levels]
        likely = [*levels, *levels[-1:] * seed]
        self.statuses = {one.id: chance.choice(likely) for one in roadmap.measures if chance.random() < 0.8}
        answers = [one.id for one in (*plan.assessment_levels, *plan.assessment_others)]
        # Not all at once: with four answers to choose from, few steps would be judged.
        answers = chance.sample(answers, chance.randint(2, len(answers)))
        statements = [statement.id for step in plan.steps for statement in step.self_assessment]
        self.answers = {
            one: chance.choice(answers) for one in statements if chance.random() < (0.6, 0.9, 1, 1)[seed % 4]
        }
        size = (8, 15, 24, 36)[seed % 4]
        level = 20 + 15 * (seed % 2)
        counts = [chance.randint(0, level) + (level if place > size / 2 else 0) for place in range(size)]
        self.counts = [None if chance.random() < 0.1 else count for count in counts]
        self.locked = (2, 13) if seed == 3 else None

    def cells(self, book: Workbook, called: Mapping[str, str]) -> Cells:
        plan = {place(book, "Plan", "Status", one): called[status] for one, status in self.statuses.items()}
        answers = {place(book, "Egenvurdering", "Svar", one): called[answer] for one, answer in self.answers.items()}
        first = min(row for row in column(book, "Måltall", "Antall"))
        figures: dict[str, Any] = {f"B{first + place}": count for place, count in enumerate(self.counts)}
        said = texts().figures
        figures[beside(book, "Måltall", said.start)] = FIRST_MONTH
        if self.locked:
            for name, number in zip((said.from_, said.until), self.locked, strict=True):
                figures[beside(book, "Måltall", name)] = month(number)
        return {"Plan": plan, "Egenvurdering": answers, "Måltall": figures}

    def signals(self) -> Signals:
        if self.locked is None:
            return signals(self.counts)
        first, last = self.locked
        return signals(self.counts[first:], self.counts[first : last + 1])


def month(number: int) -> datetime.date:
    return datetime.date(FIRST_MONTH.year + number // 12, number % 12 + 1, 1)


@pytest.fixture(scope="module")
def data() -> bytes:
    return made(ROOT / "content")


@pytest.fixture(scope="module")
def computed(data: bytes, roadmap: Roadmap, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Workbook]:
    """The workbook as it is, and as filled in by chance, with a word changed, and with what nobody should write."""
    book, called = opened(data), names(roadmap)
    files = {"empty": data}
    for seed in SEEDS:
        files[str(seed)] = filled(data, Filled(roadmap, seed).cells(book, called))
    done = roadmap.plan.progress_levels[-1]
    free = next(measure for measure in roadmap.measures if not measure.requires)
    status = place(book, "Plan", "Status", free.id)
    lists = {cell.coordinate: "Ferdig" for cell in book["Oppslag"]["B"] if cell.value == done.name}
    files["renamed"] = filled(data, {"Oppslag": lists, "Plan": {status: "Ferdig"}})
    odd = ["*", "?*", "<b>", 7, "x" * 400, "🙂"]
    answers = list(column(book, "Egenvurdering", "Svar"))[: len(odd)]
    wrong = {f"C{row}": value for row, value in zip(answers, odd, strict=True)}
    files["odd"] = filled(data, {"Plan": {status: "*"}, "Egenvurdering": wrong, "Måltall": {"B6": "mange", "B7": "*"}})
    pasted = f" {roadmap.plan.progress_levels[-1].name.lower()} "
    files["pasted"] = filled(data, {"Plan": {status: pasted}})
    return recalculated(tmp_path_factory.mktemp("computed"), files)


def test_the_values_that_the_file_has_are_those_of_its_formulas(data: bytes, computed: dict[str, Workbook]) -> None:
    formulas, given, found = opened(data), opened(data, values=True), computed["empty"]
    compared = 0
    for sheet in formulas.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    pair = (given[sheet.title][cell.coordinate].value, found[sheet.title][cell.coordinate].value)
                    assert pair[0] == pair[1] or not any(pair), (sheet.title, cell.coordinate, *pair)
                    compared += 1
    assert compared > 500


@pytest.mark.parametrize("seed", SEEDS)
def test_the_plan_says_what_can_be_started_and_what_the_rest_waits_for(
    seed: int, computed: dict[str, Workbook], roadmap: Roadmap
) -> None:
    statuses, called, said = Filled(roadmap, seed).statuses, names(roadmap), texts().plan
    first, done = roadmap.plan.progress_levels[0].id, roadmap.plan.progress_levels[-1].id
    in_place = {one for one, status in statuses.items() if status == done}
    begun = {one for one, status in statuses.items() if status != first}
    for measure in roadmap.measures:
        status, lacking = statuses.get(measure.id, first), ", ".join(missing(measure, begun))
        wanted = said.waits.format(measures=lacking) if lacking else said.can_start
        if status == done or (status != first and not lacking):
            wanted = called[status]
        elif status != first:
            wanted = said.begun.format(status=called[status], measures=lacking)
        assert (
            computed[str(seed)]["Plan"][place(computed[str(seed)], "Plan", "Kan dere starte?", measure.id)].value
            == wanted
        )
    counted = [
        said.progress_of_phase.format(number=phase.number, count=len(own & in_place), all=len(own))
        for phase in roadmap.plan.phases
        for own in [{one.id for step in roadmap.phase_steps(phase) for one in roadmap.step_measures(step)}]
    ]
    assert computed[str(seed)]["Plan"]["A4"].value == said.progress.format(
        status=called[done], phases=", ".join(counted)
    )


@pytest.mark.parametrize("seed", SEEDS)
def test_a_step_is_as_strong_as_its_weakest_statement(
    seed: int, computed: dict[str, Workbook], roadmap: Roadmap
) -> None:
    answers, called, said = Filled(roadmap, seed).answers, names(roadmap), texts().result
    book, kinds = computed[str(seed)], set()
    for step in roadmap.plan.steps:
        found = judge(step, answers, roadmap.plan)
        wanted = {
            "judged": roadmap.plan.assessment_levels[found.strength - 1].name,
            "open": called["vet-ikke"],
            "not-relevant": called["gjelder-ikke"],
            "unfinished": said.unfinished,
            "unanswered": said.unanswered,
        }
        key = f"{step.letter} {step.title}"
        assert book["Resultat"][place(book, "Resultat", "Resultat", key)].value == wanted[found.kind]
        count = said.answered.format(count=found.answered, all=len(step.self_assessment))
        assert book["Resultat"][place(book, "Resultat", "Besvart", key)].value == count
        kinds.add(found.kind)
    assert "judged" in kinds


@pytest.mark.parametrize("seed", SEEDS)
def test_the_run_chart_has_its_median_runs_crossings_and_limits(
    seed: int, computed: dict[str, Workbook], roadmap: Roadmap
) -> None:
    found, said, sheet = Filled(roadmap, seed).signals(), texts().figures, computed[str(seed)]["Måltall"]

    def shown(name: str) -> Any:
        return sheet[beside(computed[str(seed)], "Måltall", name)].value

    assert shown(said.median) == found.median
    assert (shown(said.useful), shown(said.longest), shown(said.crossings)) == (
        found.useful,
        found.longest,
        found.crossings,
    )
    assert shown(said.longest_limit) == (found.longest_limit or "–")
    assert shown(said.crossings_limit) == ("–" if found.crossings_limit is None else found.crossings_limit)
    sentences = {cell.value for row in sheet.iter_rows() for cell in row}
    is_long = found.longest_limit is not None and found.longest > found.longest_limit
    is_seldom = found.crossings_limit is not None and found.crossings < found.crossings_limit
    assert (said.shift.format(longest=found.longest) in sentences) == is_long
    assert (said.few_crossings in sentences) == is_seldom
    assert (said.steady in sentences) == (found.longest_limit is not None and not is_long and not is_seldom)


def test_chance_makes_workbooks_with_and_without_signals(roadmap: Roadmap) -> None:
    """Else the tests above would see one kind alone."""
    found = [Filled(roadmap, seed).signals() for seed in SEEDS]
    assert {one.longest_limit is None for one in found} == {True, False}
    assert any(one.longest_limit and one.longest > one.longest_limit for one in found)


def test_a_word_that_is_changed_on_the_hidden_sheet_is_changed_everywhere(
    computed: dict[str, Workbook], roadmap: Roadmap
) -> None:
    book = computed["renamed"]
    free = next(measure for measure in roadmap.measures if not measure.requires)
    waiting = next(measure for measure in roadmap.measures if measure.requires == [free.id])
    assert book["Plan"][place(book, "Plan", "Kan dere starte?", free.id)].value == "Ferdig"
    assert book["Plan"][place(book, "Plan", "Kan dere starte?", waiting.id)].value == texts().plan.can_start
    assert str(book["Plan"]["A4"].value).startswith("Ferdig: ")


def test_what_is_on_no_list_counts_as_nothing(computed: dict[str, Workbook], roadmap: Roadmap) -> None:
    book = computed["odd"]
    free = next(measure for measure in roadmap.measures if not measure.requires)
    assert book["Plan"][place(book, "Plan", "Kan dere starte?", free.id)].value == texts().plan.can_start
    results = [value for value in column(book, "Resultat", "Resultat").values() if value]
    assert set(results) == {texts().result.unanswered}
    assert book["Måltall"][beside(book, "Måltall", texts().figures.useful)].value == 0


def test_a_status_is_known_with_blanks_around_it_and_in_small_letters(
    computed: dict[str, Workbook], roadmap: Roadmap
) -> None:
    book = computed["pasted"]
    free = next(measure for measure in roadmap.measures if not measure.requires)
    done = names(roadmap)[roadmap.plan.progress_levels[-1].id]
    assert book["Plan"][place(book, "Plan", "Kan dere starte?", free.id)].value == done
