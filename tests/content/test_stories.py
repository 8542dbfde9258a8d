"""What time and withdrawal do to a story: told by the check, and never a reason to stop."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PIL import Image

from roadmap.content.load import check, load
from roadmap.content.problems import Problem
from tests.test_mistakes import spoil

STORY = "stories/en-historie.md"


@pytest.fixture(autouse=True)
def without_a_dictionary(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")


def on(day: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(datetime.fromisoformat(day).replace(tzinfo=UTC).timestamp())))


def notes_of(tree: Path) -> list[tuple[str, int, str]]:
    """File, line and first half of each note; fails where anything stops."""
    problems = check(tree).problems
    assert [problem for problem in problems if problem.stops] == []
    return [_told(problem, tree) for problem in problems]


def _told(problem: Problem, tree: Path) -> tuple[str, int, str]:
    return problem.file.relative_to(tree).as_posix(), problem.line, problem.text.split(" – ")[0]


def overdue(line: int, day: str) -> list[tuple[str, int, str]]:
    return [(STORY, line, f"historien skulle vært lest gjennom på nytt innen {day}")]


def test_a_story_is_overdue_the_day_after_it_should_have_been_read(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    on("2030-01-01", monkeypatch)
    assert notes_of(tree) == []
    on("2030-01-02", monkeypatch)
    assert notes_of(tree) == overdue(10, "2030-01-01")


def test_where_nothing_is_said_it_is_two_years_after_what_it_tells(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    spoil(tree, STORY, "review_by: 2030-01-01\n", "")
    spoil(tree, STORY, "date: 2020-12-10", "date: 2028-02-29")
    on("2030-02-28", monkeypatch)
    assert notes_of(tree) == []
    on("2030-03-01", monkeypatch)
    assert notes_of(tree) == overdue(2, "2030-02-28")


def test_a_story_without_any_day_is_never_overdue(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    spoil(tree, STORY, "review_by: 2030-01-01\n", "")
    spoil(tree, STORY, "date: 2020-12-10\n", "")
    on("2099-01-01", monkeypatch)
    assert notes_of(tree) == []


def test_the_last_days_that_there_are_can_be_counted_from(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    spoil(tree, STORY, "date: 2020-12-10", "date: 9999-12-31")
    on("9998-12-31", monkeypatch)
    assert [problem.line for problem in check(tree).problems if problem.stops]


@pytest.mark.parametrize("withdrawn", ["", "withdrawn: 2021-02-03\n"])
def test_a_withdrawn_story_needs_nothing_else_and_is_in_no_list(withdrawn: str, tree: Path) -> None:
    (tree / STORY).write_text(f"---\nstatus: trukket\n{withdrawn}---\n", encoding="utf-8")
    assert notes_of(tree) == []
    roadmap = load(tree)
    assert roadmap.stories == []
    [story] = roadmap.withdrawn_stories
    assert (story.file, str(story.withdrawn or "")) == ("en-historie.md", withdrawn[11:].strip())


@pytest.mark.parametrize("left", ["title: Kvitrebekk\n---\n", "# title: Kvitrebekk\n---\n", "---\nKvitrebekk.\n"])
def test_what_is_left_of_a_withdrawn_story_is_told(left: str, tree: Path) -> None:
    (tree / STORY).write_text(f"---\nstatus: trukket\n{left}", encoding="utf-8")
    assert notes_of(tree) == [(STORY, 2, "historien er trukket, men står fortsatt i fila")]


def test_what_is_left_beside_the_status_is_told_too(tree: Path) -> None:
    (tree / STORY).write_text("---\n{status: trukket, title: Kvitrebekk}\n---\n", encoding="utf-8")
    assert len(notes_of(tree)) == 1


def test_a_withdrawn_story_is_held_to_no_rule_of_stories(tree: Path) -> None:
    fields = "status: trukket\ntitle: x\nmeasures: [Q9]\nconsent: nei\ndate: i går\n"
    (tree / STORY).write_text(f"---\n{fields}---\n# <b>Videokonsultering</b> [borte](borte.md)\n", encoding="utf-8")
    assert notes_of(tree) == [(STORY, 2, "historien er trukket, men står fortsatt i fila")]


def test_pictures_that_may_be_of_a_withdrawn_story_are_told(tree: Path) -> None:
    text = (tree / STORY).read_text(encoding="utf-8")
    for name in ("brukt", "ubrukt"):
        Image.new("RGB", (8, 8)).save(tree / f"stories/{name}.png")
        image = f'![Et rom med skjerm]({name}.png "Foto: Avdelingen")'
        file = {"brukt": "stories/en-til.md", "ubrukt": STORY}[name]
        (tree / file).write_text(f"{text}\n{image}\n", encoding="utf-8")
    assert notes_of(tree) == []
    (tree / STORY).write_text("---\nstatus: trukket\n---\n", encoding="utf-8")
    assert notes_of(tree) == [("stories/ubrukt.png", 1, "ingen side viser bildet, og en historie er trukket")]
