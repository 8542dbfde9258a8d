"""Whatever bytes lie in a content tree, the check says what is wrong with them and ends."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roadmap.content.load import check
from tests.bad_files import FAULTS, write_bad_stories
from tests.conftest import ROOT

FILES = ("stories/en-historie.md", "measures/a1-begynn.yml", "pathway_guide/questions.yml", "privacy.yml", "words.txt")
IMAGES = ("stories/bilde.jpg", "stories/bilde.png", "stories/bilde.webp")


@pytest.fixture(autouse=True)
def without_a_dictionary(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")


@st.composite
def spoiled(draw: st.DrawFn) -> tuple[str, bytes]:
    """A file, and what it holds: anything at all, or its own bytes with some of them exchanged."""
    name = draw(st.sampled_from((*FILES, *IMAGES)))
    original = ROOT / "tests/tree" / name
    if not original.is_file() or draw(st.booleans()):
        head = {".jpg": b"\xff\xd8\xff\xe1", ".png": b"\x89PNG\r\n\x1a\n", ".webp": b"RIFF\x20\0\0\0WEBP"}
        return name, draw(st.sampled_from((b"", head.get(original.suffix, b"---\n")))) + draw(st.binary(max_size=300))
    data = original.read_bytes()
    start = draw(st.integers(0, len(data)))
    return name, data[:start] + draw(st.binary(max_size=40)) + data[start + draw(st.integers(0, 40)) :]


@given(spoiled())
@settings(max_examples=80)
def test_no_bytes_make_the_check_fail_in_another_way_than_with_a_problem(file: tuple[str, bytes]) -> None:
    name, data = file
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(shutil.copytree(ROOT / "tests/tree", Path(folder) / "content"))
        (tree / name).write_bytes(data)
        checked = check(tree)
        assert all(problem.line > 0 and str(problem).isprintable() for problem in checked.problems)
        assert (checked.roadmap is None) == any(problem.stops for problem in checked.problems)


def test_three_hundred_bad_files_are_all_named(tree: Path) -> None:
    names = write_bad_stories(tree / "stories", 300)
    problems = check(tree).problems
    assert {problem.file.name for problem in problems if problem.stops} >= set(names)
    assert problems == sorted(set(problems))
    assert len(FAULTS) > 10
