"""Approvals that hold, and those that hold no more: by the text that was read, and by time."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

import pytest

from roadmap.__main__ import main
from roadmap.commands import check as command
from roadmap.content.load import check, load
from roadmap.content.model import Approvable, Roadmap
from tests.conftest import ROOT
from tests.test_mistakes import spoil

MEASURE = "measures/a1-begynn.yml"
TEXT = "ready_made_texts/beskjed.md"
GUIDE = "pathway_guide/index.md"
CHECKLIST = "room_checklist.yml"
ITEMS: dict[str, Callable[[Roadmap], Approvable]] = {
    MEASURE: lambda roadmap: roadmap.measure("A1"),
    TEXT: lambda roadmap: roadmap.ready_made_text("beskjed"),
    GUIDE: lambda roadmap: roadmap.guide_front,
    CHECKLIST: lambda roadmap: roadmap.room_checklist,
}


@pytest.fixture(autouse=True)
def day(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    def judge(on: str) -> None:
        moment = datetime.datetime.fromisoformat(f"{on}T12:00:00+00:00")
        monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(moment.timestamp())))

    judge("2026-11-27")
    return judge


def approve(tree: Path, file: str, date: str = "2026-11-22", *, with_text: bool = True) -> None:
    roadmap = load(tree)
    text = f", text: {roadmap.digest(ITEMS[file](roadmap))}" if with_text else ""
    spoil(tree, file, "status: utkast", f"status: godkjent\napproval: {{role: leder, date: {date}{text}}}")


def state(tree: Path, file: str) -> tuple[str, str | None]:
    roadmap = load(tree)
    item = ITEMS[file](roadmap)
    return item.status, roadmap.lapse(item)


def notes(tree: Path) -> list[str]:
    found = check(tree).problems
    assert all(not problem.stops for problem in found)
    return [str(problem).removeprefix(f"{tree}/") for problem in found]


CHANGES = {
    MEASURE: [
        ("title: Begynn", "title: Begynn nå"),
        ("hours: 1", "hours: 1.25"),
        ("related: [B1]\n", ""),
        ("role: behandler", "role: leder"),
        ("takes: Trygghet er viktig for alle.", "takes: Trygghet er ikke alt."),
    ],
    TEXT: [("begynner [enhet]", "begynner hele [enhet]"), ("used_by: hjelper", "used_by: leder")],
    GUIDE: [("avtal hvem", "avtal med en gang hvem"), ("minutes: 10", "agenda_note: Hold tiden.\nminutes: 10")],
    CHECKLIST: [("Døren er lukket.", "Døren er låst.")],
}


@pytest.mark.parametrize(
    ("file", "find", "put"), [(file, *change) for file, found in CHANGES.items() for change in found]
)
def test_an_approval_lapses_with_its_text(file: str, find: str, put: str, tree: Path) -> None:
    approve(tree, file)
    assert state(tree, file) == ("godkjent", None)
    before = (tree / file).read_bytes()
    spoil(tree, file, find, put)
    assert state(tree, file) == ("utkast", "text")
    (tree / file).write_bytes(before)
    assert state(tree, file) == ("godkjent", None)


UNREAD = [
    ("owner: leder", "owner: behandler"),
    ("reviewed: 2026-11-22", "reviewed: 2026-11-24"),
    ("related: [B1]", "requires: []\nrelated: [B1]"),
    ("title: Begynn", "# En merknad\ntitle: 'Begynn'"),
]


@pytest.mark.parametrize(("find", "put"), UNREAD)
def test_what_readers_do_not_see_changes_no_approval(find: str, put: str, tree: Path) -> None:
    approve(tree, MEASURE)
    spoil(tree, MEASURE, find, put)
    assert state(tree, MEASURE) == ("godkjent", None)


def test_the_name_of_a_file_is_no_text(tree: Path) -> None:
    approve(tree, TEXT)
    (tree / TEXT).rename(tree / "ready_made_texts/en-beskjed.md")
    assert load(tree).ready_made_text("en-beskjed").status == "godkjent"


@pytest.mark.parametrize(
    ("file", "find", "put"),
    [
        ("01-start.md", "title: Start", "title: Oppstart"),
        ("questions.yml", "answer: fritekst", "answer: fritekst, hint: Tenk dere om."),
        ("worksheets.yml", "title: ", "title: Nytt "),
    ],
)
def test_the_approval_of_the_guide_is_of_the_whole_guide(file: str, find: str, put: str, tree: Path) -> None:
    approve(tree, GUIDE)
    spoil(tree, f"pathway_guide/{file}", find, put)
    assert state(tree, GUIDE) == ("utkast", "text")


@pytest.mark.parametrize(
    ("approved", "last"), [("2026-11-22", "2028-11-22"), ("2028-02-29", "2030-02-28"), ("2026-12-31", "2028-12-31")]
)
def test_an_approval_holds_for_two_years(approved: str, last: str, tree: Path, day: Callable[[str], None]) -> None:
    day(last)
    approve(tree, MEASURE, approved)
    assert state(tree, MEASURE) == ("godkjent", None)
    day(str(datetime.date.fromisoformat(last) + datetime.timedelta(days=1)))
    assert state(tree, MEASURE) == ("utkast", "age")


def test_editors_set_how_long_an_approval_holds(tree: Path) -> None:
    approve(tree, MEASURE, "2026-09-01")
    spoil(tree, "roadmap.yml", "measure_count: 3", "measure_count: 3\napproval_months: 2")
    assert state(tree, MEASURE) == ("utkast", "age")


def test_the_check_tells_of_each_lapsed_approval_and_stops_nothing(tree: Path, day: Callable[[str], None]) -> None:
    approve(tree, MEASURE)
    approve(tree, TEXT, "2026-01-31")
    spoil(tree, MEASURE, "hours: 1", "hours: 1.25")
    day("2028-02-01")
    assert notes(tree) == [
        f"{MEASURE}:19: Merk: godkjenningen fra 22. november 2026 gjelder ikke lenger: teksten er endret siden – "
        "be om en ny: «python -m roadmap review-pack --step A» lager Word-fila, og «review-read» fører inn svaret",
        f"{TEXT}:9: Merk: godkjenningen fra 31. januar 2026 gjelder ikke lenger: den er eldre enn 24 måneder – "
        "be om en ny, og skriv rollen og datoen i den uten «text»",
    ]


@pytest.mark.parametrize("file", ITEMS)
def test_what_has_lapsed_does_not_learn_the_letters_that_would_bring_it_back(file: str, tree: Path) -> None:
    approve(tree, file)
    roadmap = load(tree)
    find, put = CHANGES[file][0]
    spoil(tree, file, find, put)
    (note,) = notes(tree)
    assert load(tree).digest(ITEMS[file](load(tree))) not in note
    assert roadmap.digest(ITEMS[file](roadmap)) not in note


def test_an_approval_that_names_no_text_holds_and_the_check_says_what_to_add(
    tree: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    approve(tree, GUIDE, with_text=False)
    digest = load(tree).digest(load(tree).guide_front)
    expected = (
        f"{GUIDE}:4: Merk: «approval» sier ikke hvilken tekst den gjelder – "
        f"er teksten den som ble godkjent, så legg til «text: {digest}»"
    )
    assert state(tree, GUIDE) == ("godkjent", None)
    assert notes(tree) == [expected]
    monkeypatch.setattr(command, "OVERVIEW", tree / "ingen")
    assert main(["check", str(tree)]) == 0
    assert expected in capsys.readouterr().out
    spoil(tree, GUIDE, "date: 2026-11-22", f"date: 2026-11-22, text: {digest}")
    assert notes(tree) == []


def test_nothing_counts_as_approved_when_its_approval_has_lapsed(tree: Path) -> None:
    for file in ITEMS:
        approve(tree, file)
    for file in ("a2-si-fra.yml", "b1-fortsett.yml"):
        spoil(tree, f"measures/{file}", "status: utkast", "status: godkjent\napproval: {role: leder, date: 2026-11-22}")
    for file in ("examples/et-eksempel.md", "stories/en-historie.md"):
        spoil(tree, file, "status: utkast", "status: godkjent")
    roadmap = load(tree)
    assert (roadmap.status(roadmap.measures), roadmap.has_drafts()) == ("godkjent", False)
    spoil(tree, MEASURE, "hours: 1", "hours: 1.25")
    roadmap = load(tree)
    assert (roadmap.status(roadmap.measures), roadmap.has_drafts()) == ("utkast", True)
    assert roadmap.status([roadmap.measure("A2")]) == "godkjent"


def test_a_digest_stays_the_same_when_a_model_gets_a_field_that_may_be_left_out() -> None:
    """Otherwise a new version of the program would take every approval away."""
    roadmap = load(ROOT / "tests/tree")
    measure = roadmap.measure("A1")
    assert measure.model_fields_set < set(type(measure).model_fields)
    assert roadmap.digest(measure) == roadmap.digest(measure.model_copy(update={"requires": [], "owner": None}))


def test_a_role_that_cannot_approve_has_approved_nothing(tree: Path) -> None:
    approve(tree, MEASURE)
    spoil(tree, "roadmap.yml", "id: leder, name: Leder,", "id: leder, name: Leder, can_approve: false,")
    (problem,) = check(tree).problems
    assert str(problem).removeprefix(f"{tree}/") == (
        f"{MEASURE}:19: rolle som kan godkjenne «leder» finnes ikke – bruk «behandler», «fagansvarlig» eller «hjelper»"
    )
