"""The empty story: it explains itself, and nothing comes out of it until somebody has written."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

import pytest

from roadmap.content.load import check
from roadmap.content.model import Roadmap
from roadmap.content.model.base import filled
from roadmap.editing.story_template import story_template
from tests.conftest import ROOT

TODAY = datetime.date(2026, 11, 27)
TEXT = " ".join(["Vi ringte pasienten på video, og det gikk fint for alle sammen."] * 12)
ANSWERS = {
    "title": 'Vi fikk det til: "først" #én gang',
    "summary": "- Noen fikk det til, og forteller hvordan.",
    "trust": "hmr",
    "field": "somatikk",
    "role": "behandler",
    "measures": "A1",
    "date": "2026-11-22",
    "consent": "ikke_relevant",
}


@pytest.fixture
def empty(roadmap: Roadmap) -> str:
    return story_template(roadmap, ROOT / "templates", TODAY)


def problems(text: str, tmp_path: Path) -> list[str]:
    """What the check says of the project's content with this story in it."""
    content = tmp_path / "content"
    if not content.exists():
        content.symlink_to(ROOT / "content")
    return [problem.message for problem in check(content, changes={content / "stories/ny.md": text}).problems]


def test_an_empty_story_is_refused_blank_by_blank(empty: str, tmp_path: Path) -> None:
    found = problems(empty, tmp_path)
    blanks = re.findall(r"(?m)^[^#\n]*\[Skriv", empty)
    assert len(found) == len(ANSWERS) + 1 < len(blanks)
    assert all("er ikke fylt ut – skriv over «[Skriv" in problem for problem in found)


def test_a_story_written_over_every_blank_is_a_story(empty: str, tmp_path: Path) -> None:
    head, body = empty.rsplit("---\n", 1)
    lines = head.splitlines()
    for field, answer in ANSWERS.items():
        at = next(number for number, line in enumerate(lines) if line.startswith(f"{field}:"))
        at += "[Skriv" not in lines[at]
        lines[at] = re.sub(r"'?\[Skriv[^\]]*\]'?", answer, lines[at])
    text = "\n".join(lines) + "\n---\n"
    assert problems(text + TEXT, tmp_path) == []
    assert len(problems(text + body, tmp_path)) == 1


def test_the_text_of_a_link_is_no_blank() -> None:
    assert filled("[Skriv en historie](../pages/om-veikartet.md) [pasienten]")
