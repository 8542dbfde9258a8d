"""Editors' mistakes, as `python -m roadmap check` reports them."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
import yaml

from roadmap.__main__ import main
from roadmap.commands import check as command

# The day of every check here, so that nothing becomes overdue.
TODAY = datetime(2026, 11, 27, tzinfo=UTC)
MISTAKES = sorted((Path(__file__).parent / "mistakes").glob("*.yml"))


@pytest.fixture(autouse=True)
def only_what_the_tree_says(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The dictionary and the project overview, which not every machine has, have tests of their own."""
    monkeypatch.setenv("PATH", "")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(TODAY.timestamp())))
    monkeypatch.setattr(command, "OVERVIEW", tmp_path / "no-overview.txt")


def problems_in(tree: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """The problems that the command prints, with paths relative to the tree."""
    code = main(["check", str(tree)])
    *lines, summary = capsys.readouterr().err.splitlines() or [""]
    assert code == (1 if lines else 0)
    assert not lines or summary.endswith("Ingenting er bygd.")
    return [line.removeprefix(f"{tree}/") for line in lines]


def spoil(tree: Path, file: str, find: str, put: str) -> None:
    text = (tree / file).read_text(encoding="utf-8")
    assert find in text
    (tree / file).write_text(text.replace(find, put, 1), encoding="utf-8")


def make(tree: Path, mistake: dict[str, object]) -> None:
    """Makes a mistake in the tree.

    ``find`` and ``put`` change a ``file``; ``create``, ``bytes`` (hexadecimal) and ``link`` map new paths to what
    they hold or lead to; ``remove`` lists paths.
    """
    removed = mistake.get("remove", [])
    assert isinstance(removed, list)
    for path in removed:
        (tree / path).unlink()
    match mistake:
        case {"file": str(file), "find": str(find), "put": str(put)}:
            spoil(tree, file, find, put)
    for key, write in (("create", _create), ("bytes", _create_bytes), ("link", _link)):
        created = mistake.get(key, {})
        assert isinstance(created, dict)
        for path, content in created.items():
            (tree / path).parent.mkdir(parents=True, exist_ok=True)
            write(tree / path, content)


def _create(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")


def _create_bytes(path: Path, digits: str) -> None:
    path.write_bytes(bytes.fromhex(digits))


def _link(path: Path, target: str) -> None:
    path.symlink_to(target)


@pytest.mark.parametrize("case", MISTAKES, ids=lambda case: case.stem)
def test_each_mistake_is_named_with_file_line_and_cure(
    case: Path, tree: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mistake = yaml.safe_load(case.read_text(encoding="utf-8"))
    assert mistake.keys() <= {"file", "find", "put", "create", "bytes", "link", "remove", "expect"}
    make(tree, mistake)
    assert problems_in(tree, capsys) == list(dict.fromkeys(mistake["expect"]))


def test_a_tree_without_mistakes_passes(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert problems_in(tree, capsys) == []


def test_all_mistakes_come_at_once(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spoil(tree, "measures/a1-begynn.yml", "level: avdeling", "level: etasje")
    spoil(tree, "measures/b1-fortsett.yml", "status: utkast\n", "")
    spoil(tree, "stories/en-historie.md", "field: somatikk", "field: kirurgi")
    files = [line.split(":")[0] for line in problems_in(tree, capsys)]
    assert files == ["measures/a1-begynn.yml", "measures/b1-fortsett.yml", "stories/en-historie.md"]


def test_all_mistakes_of_one_file_come_at_once(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spoil(tree, "stories/en-historie.md", "title: En historie", "title: 1")
    spoil(tree, "stories/en-historie.md", "trust: hmr", "trust: hmrr")
    spoil(tree, "stories/en-historie.md", "measures: [A1]", "measures: [A1, C9]")
    spoil(tree, "stories/en-historie.md", "date: 2020-12-10", "date: 10.12.2020")
    spoil(tree, "stories/en-historie.md", "status: utkast", "status: ferdig\nnoe: annet")
    spoil(tree, "stories/en-historie.md", "Dette er en", "[Dette](borte.md) er videokonsultering, og en")
    lines = [line.split(":")[1] for line in problems_in(tree, capsys)]
    assert lines == ["2", "4", "7", "8", "12", "13", "15", "15"]


@pytest.mark.parametrize(("count", "cure"), [(2, "fjern et tiltak"), (4, "legg til det som mangler")])
def test_a_wrong_number_of_measures_says_how_many_and_where_the_number_is(
    count: int, cure: str, tree: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    spoil(tree, "roadmap.yml", "measure_count: 3", f"measure_count: {count}")
    assert problems_in(tree, capsys) == [
        f"roadmap.yml:4: det er 3 tiltak i measures/, men «measure_count» sier {count} – {cure}, eller endre tallet her"
    ]


@pytest.mark.parametrize("arguments", [[], ["bygg"], ["check", "en", "to"]])
def test_bad_usage_exits_with_2(arguments: list[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(arguments)
