"""Whatever place an identity number stands in, ``check`` stops it and repeats no part of it."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image, PngImagePlugin

from roadmap.__main__ import main
from roadmap.commands.reports import FORMATS
from tests.identity_numbers import spelled

NUMBER = "15507600333"
STORY = "stories/en-historie.md"


def _replace(old: str, new: str, file: str = STORY) -> Callable[[Path], None]:
    def spoil(tree: Path) -> None:
        text = (tree / file).read_text(encoding="utf-8")
        assert old in text
        (tree / file).write_text(text.replace(old, new, 1), encoding="utf-8")

    return spoil


def _append(text: str, file: str = STORY) -> Callable[[Path], None]:
    def spoil(tree: Path) -> None:
        with (tree / file).open("a", encoding="utf-8") as opened:
            opened.write(text)

    return spoil


def _named(name: str) -> Callable[[Path], None]:
    def spoil(tree: Path) -> None:
        (tree / name).parent.mkdir(parents=True, exist_ok=True)
        (tree / name).write_text("x", encoding="utf-8")

    return spoil


def _linked(tree: Path) -> None:
    (tree / f"stories/{NUMBER}.md").symlink_to("en-historie.md")


def _picture(tree: Path) -> None:
    information = PngImagePlugin.PngInfo()
    information.add_text("Comment", f"Pasient {NUMBER}")
    Image.new("RGB", (8, 8)).save(tree / "stories/bilde.png", pnginfo=information)


PLACES: dict[str, Callable[[Path], None]] = {
    "a text": _append(f"\n{NUMBER}\n"),
    "a text set apart": _append("\n155076 00333\n"),
    "a text on two lines": _append("\n155076\n00333\n"),
    "a heading": _append(f"\n## {NUMBER}\n"),
    "a table": _append(f"\n| a | b |\n|---|---|\n| {NUMBER} | c |\n"),
    "a code block": _append(f"\n```\n{NUMBER}\n```\n"),
    "a comment": _append(f"\n<!-- {NUMBER} -->\n"),
    "a dead link": _append(f"\n[lenke](../measures/{NUMBER}.md)\n"),
    "a link of an unknown kind": _append(f"\n[lenke](ftp:{NUMBER})\n"),
    "an anchor": _append(f"\n[lenke](../pages/om.md#{NUMBER})\n"),
    "an alternative text": _append(f"\n![{NUMBER}](bilde.png)\n"),
    "the title of a picture": _append(f'\n![Et bilde](bilde.png "{NUMBER}")\n'),
    "the name of a picture": _append(f"\n![Et bilde]({NUMBER}.png)\n"),
    "raw HTML": _append(f'\n<script src="{NUMBER}"></script>\n'),
    "an insertion": _append(f"\n<!-- sett inn: {NUMBER} -->\n"),
    "a reference to a measure": _replace("measures: [A1]", f"measures: ['{NUMBER}']"),
    "a heading of a source": _replace("heading: trygghet", f"heading: '{NUMBER}'"),
    "a date": _replace("date: 2020-12-10", f"date: {NUMBER}"),
    "a number where text belongs": _replace("title: En historie", f"title: {NUMBER}"),
    "a title that is too long": _replace("title: En historie", f"title: {'En historie ' * 4}{NUMBER}{' x' * 40}"),
    "an unknown field": _replace("role: behandler", f"role: behandler\n'{NUMBER}': x"),
    "a field twice": _replace("role: behandler", f"role: behandler\nx{NUMBER}: 1\nx{NUMBER}: 2"),
    "an alias": _replace("role: behandler", f"role: *{NUMBER}"),
    "a tag": _replace("role: behandler", f"role: !{NUMBER} behandler"),
    "broken YAML": _replace("role: behandler", f"role: [{NUMBER}"),
    "a comment in YAML": _replace("level:", f"# {NUMBER}\nlevel:", "measures/a1-begynn.yml"),
    "escapes of YAML": _replace("title: ", 'title: "1550760\\x30333" # ', "measures/a1-begynn.yml"),
    "the id of a measure": _replace("id: A1", f"id: '{NUMBER}'", "measures/a1-begynn.yml"),
    "the word list": _append(f"{NUMBER}\n", "words.txt"),
    "an acceptance": _replace("role: behandler", f"role: behandler\n# godtatt {NUMBER}: Det er greit for alle."),
    "the name of a story": _named(f"stories/{NUMBER}.md"),
    "the name of a text file": _named(f"stories/{NUMBER}.txt"),
    "the name of a folder": _named(f"{NUMBER}/en.md"),
    "the name of a link": _linked,
    "what a picture has with it": _picture,
}


@pytest.fixture(autouse=True)
def only_what_the_tree_says(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr("roadmap.commands.check.OVERVIEW", tmp_path / "no-overview.txt")


@pytest.mark.parametrize("place", PLACES)
def test_a_number_is_stopped_and_never_repeated(place: str, tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    PLACES[place](tree)
    for name in FORMATS:
        assert main(["check", "--format", name, str(tree)]) == 1
        captured = capsys.readouterr()
        said = (captured.out + captured.err).replace(str(tree), "")
        assert re.search("fødselsnummer", said)
        # Digests of GitLab's report are no part of it.
        words = re.sub(r"[0-9a-f]{64}", "", said)
        assert not re.search("155076|1550|5507|0760|6003|0033|00333", re.sub(r"[^0-9a-zæøå«]", "", words))


@given(number=spelled(), place=st.sampled_from(["body", "summary", "comment", "alt", "link"]))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
def test_no_spelling_of_a_number_gets_through_the_check(
    number: str, place: str, tree: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    original = (tree / STORY).read_text(encoding="utf-8")
    one_line = " ".join(number.split())
    text = {
        "body": f"{original}\n{number}\n",
        "summary": original.replace("summary: ", f"summary: '{one_line}' # "),
        "comment": original.replace("role: ", f"# {one_line}\nrole: "),
        "alt": f"{original}\n![{one_line}](x.png)\n",
        "link": f"{original}\n[x](<https://eksempel.no/{one_line}>)\n",
    }[place]
    (tree / STORY).write_text(text, encoding="utf-8")
    try:
        assert main(["check", str(tree)]) == 1
        assert "fødselsnummer" in capsys.readouterr().err
    finally:
        (tree / STORY).write_text(original, encoding="utf-8")
