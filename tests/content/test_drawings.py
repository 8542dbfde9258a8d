"""Drawings and marks of the templates, which go into pages as they are."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from roadmap.content.load import load
from roadmap.content.problems import ContentError
from tests.conftest import ROOT

OPEN = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 160 90"'
PLACES = ["pictures/relapse.svg", "pictures/scenarios/pasient-hjemme.svg", "theme/assets/marks/leder.svg"]


@pytest.fixture
def templates(tmp_path: Path) -> Path:
    """A copy of the templates' drawings, free to change."""
    folder = tmp_path / "templates"
    for name in ("pictures", "theme/assets/marks"):
        shutil.copytree(ROOT / "templates" / name, folder / name)
    return folder


def faults(drawing: str | bytes, templates: Path, tree: Path, place: str = PLACES[1]) -> list[str]:
    """What is said of a drawing, less where it lies."""
    (templates / place).write_bytes(drawing if isinstance(drawing, bytes) else drawing.encode())
    with pytest.raises(ContentError) as error:
        load(tree, templates)
    named = [str(problem) for problem in error.value.problems]
    assert all(problem.startswith(f"templates/{place}:") and " – " in problem for problem in named)
    return [problem.removeprefix(f"templates/{place}:") for problem in named]


def test_the_drawings_that_there_are_pass(templates: Path, tree: Path) -> None:
    load(tree, templates)


@pytest.mark.parametrize("place", PLACES)
def test_every_kind_of_drawing_is_read(place: str, templates: Path, tree: Path) -> None:
    assert faults("", templates, tree, place) == ["1: tegningen er tom eller ødelagt – lagre den på nytt som ren SVG"]


@pytest.mark.parametrize(
    ("drawing", "fault"),
    [
        (f'{OPEN}><path d="M0 0"/>', "1: tegningen er tom eller ødelagt"),
        (f'{OPEN}>\n<g><path d="M0 0"/></svg>', "2: tegningen er tom eller ødelagt"),
        (b"<svg \xff", "1: tegningen er tom eller ødelagt"),
        (f"{OPEN}/>", "1: tegningen har ingenting i seg"),
        ('<svg viewBox="0 0 1 1"><path/></svg>', "1: tegningen er ikke merket som SVG"),
        (f'{OPEN.partition(" viewBox")[0]}><path d="M0 0"/></svg>', "1: tegningen mangler en «viewBox»"),
        (f'<?xml version="1.0"?>{OPEN}><path/></svg>', "1: tegningen begynner ikke med «<svg »"),
        (f"{OPEN}><title><![CDATA[><b>]]></title><path/></svg>", "1: tegningen har en kommentar eller annet"),
        (f"{OPEN}>\n<script>alert()</script></svg>", "2: «<script>» er ikke tillatt"),
        (f"{OPEN}>\n<foreignObject/></svg>", "2: «<foreignObject>» er ikke tillatt"),
        (f'{OPEN}>\n<path style="fill:red"/></svg>', "2: «style» er ikke tillatt"),
        (f'{OPEN} onload="alert()"><path/></svg>', "1: «onload» er ikke tillatt"),
        (f'{OPEN} xmlns:l="http://www.w3.org/1999/xlink">\n<path l:href="#a"/></svg>', "2: «href» er ikke tillatt"),
        (f'{OPEN}>\n<path fill="url(//x.example/#a)"/></svg>', "2: «fill» har en verdi som ikke er tillatt"),
        (f'{OPEN} class="a>b"><path/></svg>', "1: «class» har en verdi som ikke er tillatt"),
    ],
)
def test_a_drawing_that_is_broken_or_not_only_drawn_is_refused(
    drawing: str | bytes, fault: str, templates: Path, tree: Path
) -> None:
    (named,) = faults(drawing, templates, tree)
    assert named.startswith(fault)
