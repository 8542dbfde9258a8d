"""What the check says of words and of what is copied, where the dictionary and the overview are at hand."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from roadmap.__main__ import main
from tests.test_mistakes import spoil

needs_dictionary = pytest.mark.skipif(
    shutil.which("hunspell") is None, reason="hunspell is not installed: tools/system-packages test"
)


@pytest.fixture
def overview(tmp_path: Path) -> Path:
    file = tmp_path / "oversikt.txt"
    file.write_text(
        "Trygghet er viktig\nVeileder for innføring\n"
        "Mange hadde lyst til å prøve, men visste ikke hvor de skulle begynne. Det tok 35.000 timer.\n",
        encoding="utf-8",
    )
    return file


def check(tree: Path, capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[list[str], str]:
    """The problems, with paths relative to the tree, and what else is printed."""
    main(["check", *arguments, str(tree)])
    printed = capsys.readouterr()
    return [line.removeprefix(f"{tree}/") for line in printed.err.splitlines()[:-1]], printed.out


@needs_dictionary
def test_a_misspelled_word_is_named_once_a_file_at_its_line(
    tree: Path, overview: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    spoil(
        tree,
        "pages/om.md",
        "En kort tekst.",
        "En kort tekst.\n\nDettxe erjo [tekst](https://xqzt.example/erjo).\n\nDettxe.",
    )
    spoil(tree, "measures/a1-begynn.yml", "title: Begynn", "title: Begynnn")
    assert check(tree, capsys, "--overview", str(overview))[0] == [
        "measures/a1-begynn.yml:2: «Begynnn» er ikke i ordboka – rett ordet, eller før det opp i words.txt",
        "pages/om.md:7: «Dettxe» er ikke i ordboka – rett ordet, eller før det opp i words.txt",
        "pages/om.md:7: «erjo» er ikke i ordboka – rett ordet, eller før det opp i words.txt",
    ]


@needs_dictionary
def test_the_word_list_holds_no_more_than_it_must(
    tree: Path, overview: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    spoil(tree, "words.txt", "noe\n", "noe\nxqzt\nhus\n")
    spoil(tree, "pages/om.md", "En kort tekst.", "Et hus.")
    assert check(tree, capsys, "--overview", str(overview))[0] == [
        "words.txt:3: «xqzt» står ikke i noen tekst lenger – slett linja",
        "words.txt:4: «hus» står i ordboka – slett linja",
    ]


def test_a_machine_without_a_dictionary_says_so(
    tree: Path, overview: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    problems, output = check(tree, capsys, "--overview", str(overview))
    assert problems == []
    assert output.startswith("Merk: tekstene er ikke kontrollert for skrivefeil – installer hunspell og hunspell-no.\n")


def test_without_the_overview_the_check_says_that_texts_were_not_compared(
    tree: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("roadmap.commands.check.OVERVIEW", tree / "no-overview.txt")
    problems, output = check(tree, capsys)
    assert problems == []
    assert "Merk: tekstene er ikke sammenlignet med prosjektoversikten – oppgi den med --overview FIL.\n" in output


def test_what_is_copied_from_the_overview_is_named(
    tree: Path, overview: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    eight = "Mange hadde lyst til å prøve, men visste"
    spoil(tree, "pages/om.md", "En kort tekst.", f"{eight}.\n\nOg {eight} ikke hvor.")
    assert check(tree, capsys, "--overview", str(overview))[0] == [
        "pages/om.md:7: «mange hadde lyst til å prøve men visste ikke» står ordrett i prosjektoversikten – "
        "skriv det med egne ord"
    ]


def test_headings_and_figures_must_be_the_overviews_own(
    tree: Path, overview: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    spoil(tree, "overview.yml", "heading: Trygghet er viktig", "heading: Trygghet er alt")
    spoil(tree, "pages/om.md", "En kort tekst.", "Det tok 35\N{NO-BREAK SPACE}000 timer for 12.")
    (tree / "figures.yml").write_text(
        "figures:\n  - {value: 35000, heading: trygghet}\n  - {value: 12, heading: trygghet}\n"
        "  - {value: 10, asked: Et tall.}\n  - {value: 20, asked: Et tall.}\n",
        encoding="utf-8",
    )
    assert check(tree, capsys, "--overview", str(overview))[0] == [
        "figures.yml:3: tallet 12 står ikke i prosjektoversikten – rett tallet, eller hvor det kommer fra",
        "overview.yml:3: «Trygghet er alt» er ikke en overskrift i prosjektoversikten – rett den, "
        "eller skriv den i «ours»",
    ]


def test_an_overview_that_is_not_there_is_named(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    missing = tree.parent / "borte.txt"
    assert check(tree, capsys, "--overview", str(missing))[0] == [f"{missing}:1: fila mangler – legg den tilbake"]


def test_a_page_that_is_too_heavy_is_named(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    heavy = "organisasjonsutviklingsprosjektenes gjennomføringsforutsetninger " * 20
    spoil(tree, "pages/om.md", "En kort tekst", heavy)
    assert main(["readability", str(tree)]) == 1
    assert "pages/om.md  – over 45: del opp setningene" in capsys.readouterr().out
