"""What lies in the content folder without being right: large, special, or under a name that no one expected."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from roadmap.content.load import load
from roadmap.content.problems import ContentError
from tests.conftest import ROOT


def problems(tree: Path) -> list[str]:
    """The problems that stop a build, with paths relative to the tree."""
    try:
        load(tree)
    except ContentError as error:
        return [str(problem).removeprefix(f"{tree}/") for problem in error.problems]
    return []


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "innhold"
    cure = "kjør kommandoen der mappa med innhold ligger, eller skriv hvor den er"
    assert problems(folder) == [f"{folder}:1: mappa finnes ikke – {cure}"]


def test_a_text_of_more_than_a_megabyte_is_not_read(tree: Path) -> None:
    with (tree / "pages/stor.md").open("wb") as file:
        file.truncate(1_500_000)
    assert problems(tree) == ["pages/stor.md:1: fila er på 1,5 MB – del den opp; en tekst er på høyst 1 MB"]


def test_a_pipe_is_refused_and_never_waited_for(tree: Path) -> None:
    os.mkfifo(tree / "pages/ror.md")
    assert problems(tree) == ["pages/ror.md:1: dette er ikke en vanlig fil – slett den"]


def test_nothing_behind_a_link_is_opened(tree: Path, tmp_path: Path) -> None:
    outside = tmp_path / "utenfor"
    shutil.move(tree / "pages", outside)
    (tree / "pages").symlink_to(outside)
    (outside / "om.md").write_bytes(b"\xff would be a problem of its own, if it were read")
    assert problems(tree) == [
        "pages:1: dette er en lenke i filsystemet – slett den, og legg selve fila her",
    ]


@given(
    st.text(st.characters(exclude_characters="/\0", exclude_categories=["Cs"]), min_size=1, max_size=40)
    | st.from_regex(r"[a-z0-9æøå.~#-]{1,20}(\.(md|png|yml|svg))?", fullmatch=True)
)
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
def test_a_file_under_any_name_is_ignored_or_named_on_one_line(name: str) -> None:
    if name in (".", "..") or len(name.encode()) > 200:
        return
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(shutil.copytree(ROOT / "tests/tree", Path(folder) / "content"))
        (tree / "pages" / name).write_text("uten faktafelt", encoding="utf-8")
        found = problems(tree)
        is_leftover = name.startswith(".") or name.endswith("~") or (name[0] == name[-1] == "#" and len(name) > 1)
        if is_leftover or name in ("Thumbs.db", "desktop.ini"):
            assert found == []
        else:
            assert found
            assert all(problem.startswith("pages/") and problem.isprintable() for problem in found)


@given(st.text(alphabet=" \t\n>-*+1.x[]()!`#|<&", max_size=400))
@settings(max_examples=100)
def test_no_markdown_makes_the_check_fail_in_another_way_than_with_a_problem(text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(shutil.copytree(ROOT / "tests/tree", Path(folder) / "content"))
        with (tree / "pages/om.md").open("a", encoding="utf-8") as page:
            page.write(text)
        problems(tree)


@pytest.mark.parametrize("mark", ["- ", "* ", "> ", "1. ", "+\t", ">"])
@pytest.mark.parametrize("depth", [8, 12, 100, 2000])
def test_text_nested_in_lists_and_quotations_is_rendered_or_refused(mark: str, depth: int, tree: Path) -> None:
    (tree / "pages/om.md").write_text(
        f"---\ntitle: Om dette\nsummary: Hva dette er for noe.\n---\n{mark * depth}tekst\n", encoding="utf-8"
    )
    message = "pages/om.md:5: lister eller sitater ligger i for mange nivåer – bruk færre innrykk"
    assert problems(tree) == ([message] if depth > 9 else [])


def test_a_name_that_is_no_text_is_named_and_no_reason_to_fail(tree: Path) -> None:
    os.close(os.open(os.fsencode(tree / "stories") + b"/bl\xe5b\xe6r.md", os.O_CREAT))
    assert any("filnavnet har tegn som ikke er tillatt" in problem for problem in problems(tree))
