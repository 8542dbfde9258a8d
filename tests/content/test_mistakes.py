"""Editors' mistakes, as `python -m roadmap check` reports them."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from roadmap.__main__ import main

MISTAKES = sorted((Path(__file__).parent / "mistakes").glob("*.yml"))


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


@pytest.mark.parametrize("case", MISTAKES, ids=lambda case: case.stem)
def test_each_mistake_is_named_with_file_line_and_cure(
    case: Path, tree: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mistake = yaml.safe_load(case.read_text(encoding="utf-8"))
    spoil(tree, mistake["file"], mistake["find"], mistake["put"])
    assert problems_in(tree, capsys) == list(dict.fromkeys(mistake["expect"]))


def test_a_tree_without_mistakes_passes(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert problems_in(tree, capsys) == []


def test_all_mistakes_come_at_once(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spoil(tree, "measures/a1-begynn.yml", "effort: liten", "effort: enorm")
    spoil(tree, "measures/b1-fortsett.yml", "status: utkast\n", "")
    spoil(tree, "stories/en-gladsak.md", "field: somatikk", "field: kirurgi")
    spoil(tree, "roadmap.yml", "phase: 2", "phase: to")
    files = [line.split(":")[0] for line in problems_in(tree, capsys)]
    assert files == ["measures/b1-fortsett.yml", "roadmap.yml"]
    spoil(tree, "roadmap.yml", "phase: to", "phase: 2")
    files = [line.split(":")[0] for line in problems_in(tree, capsys)]
    assert files == ["measures/a1-begynn.yml", "measures/b1-fortsett.yml", "stories/en-gladsak.md"]


@pytest.mark.parametrize(("count", "cure"), [(2, "fjern et tiltak"), (4, "legg til det som mangler")])
def test_a_wrong_number_of_measures_says_how_many_and_where_the_number_is(
    count: int, cure: str, tree: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    spoil(tree, "roadmap.yml", "measure_count: 3", f"measure_count: {count}")
    assert problems_in(tree, capsys) == [
        f"roadmap.yml:5: det er 3 tiltak i measures/, men «measure_count» sier {count} – {cure}, eller endre tallet her"
    ]


def test_wrong_encoding_is_named_at_its_line(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tree / "pages/om.md"
    file.write_bytes(file.read_text(encoding="utf-8").replace("En kort", "På kort").encode("latin-1"))
    assert problems_in(tree, capsys) == [
        "pages/om.md:5: fila er ikke lagret som UTF-8 – lagre den på nytt med tegnkoding UTF-8"
    ]


def test_a_missing_file_is_named(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tree / "home.yml").unlink()
    assert problems_in(tree, capsys) == ["home.yml:1: fila mangler – legg den tilbake"]


@pytest.mark.parametrize("place", ["notat.md", "measures/a1.md", "stories/bilde.svg", "nytt/side.md"])
def test_a_file_in_the_wrong_place_is_named(place: str, tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tree / place).parent.mkdir(exist_ok=True)
    (tree / place).write_text("# Notat\n", encoding="utf-8")
    assert problems_in(tree, capsys) == [
        f"{place}:1: fila blir ikke lest her – flytt den dit andre filer av samme slag ligger, eller slett den"
    ]


@pytest.mark.parametrize("arguments", [[], ["bygg"], ["check", "en", "to"]])
def test_bad_usage_exits_with_2(arguments: list[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(arguments)
