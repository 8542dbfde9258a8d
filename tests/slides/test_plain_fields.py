"""Plain fields are shown to the letter, whatever they say."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pptx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from roadmap.content.load import load
from roadmap.content.model import Roadmap
from roadmap.errors import OutputError
from roadmap.slides import presentation
from tests.conftest import ROOT
from tests.slides.decks import SITE_URL, build, edit, notes_of, slides_of, texts

HOSTILE = """<x-evil a=1> & "q" {{ 7*7 }} [[x]] <!-- y --> 'z'"""


def test_hostile_text_is_shown_to_the_letter(tree: Path, tmp_path: Path) -> None:
    def spoil_measure(measure: Any) -> None:
        measure.update(summary=HOSTILE, prerequisites=[HOSTILE] * 2, started_when=[HOSTILE], works_when=[HOSTILE])
        measure["actions"][0]["text"] = HOSTILE

    def spoil_steps(plan: Any) -> None:
        plan["lead"] = HOSTILE
        for step in plan["steps"]:
            step.update(title=HOSTILE[:40], question=HOSTILE, done_when=[HOSTILE] * 2, why=HOSTILE)
        plan["phases"][0].update(question=HOSTILE[:40])

    def spoil_slides(content: Any) -> None:
        content["why"].update(closing=HOSTILE, notes=[HOSTILE], title=HOSTILE[:40])
        content["next_steps"].update(points=[HOSTILE] * 2)

    edit(tree / "measures/a1-begynn.yml", spoil_measure)
    edit(tree / "roadmap.yml", spoil_steps)
    edit(tree / "presentation.yml", spoil_slides)
    slides = slides_of(build(tree, tmp_path / "veikart.pptx"))
    opening, why, _, _, whole, first, _, example, _, last = (texts(slide) for slide in slides)
    assert HOSTILE in opening
    assert {HOSTILE, HOSTILE[:40]} < set(why) and notes_of(slides[1]) == [HOSTILE]
    assert HOSTILE[:40] in whole and f"Fase 1  Begynne   {HOSTILE[:40]}" in whole
    assert first.count(HOSTILE) == 3 and f"Hvorfor: {HOSTILE}" in notes_of(slides[5])
    assert example.count(HOSTILE) == 3 and f"Leder, i dag: {HOSTILE}" in example
    assert f"– {HOSTILE}" in notes_of(slides[7])
    assert last.count(HOSTILE) == 2


@pytest.fixture(scope="module")
def small() -> Roadmap:
    return load(ROOT / "tests/tree")


def spoilt(roadmap: Roadmap, text: str) -> Roadmap:
    """The roadmap with a text in places of every kind: a placeholder, a shape, a column, notes, the file's facts."""
    content, plan = roadmap.presentation, roadmap.plan
    steps = [step.model_copy(update={"title": text}) for step in plan.steps]
    why = content.why.model_copy(update={"closing": text, "notes": [text]})
    return roadmap.model_copy(
        update={
            "plan": plan.model_copy(update={"steps": steps, "title": text}),
            "presentation": content.model_copy(update={"why": why}),
        }
    )


# What no file can hold and what counts as the end of a line are tried below.
LETTERS = st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp", "Cn"])


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(LETTERS, min_size=3, max_size=12).filter(str.strip))
def test_any_text_is_shown_to_the_letter(small: Roadmap, tmp_path: Path, text: str) -> None:
    file = tmp_path / "veikart.pptx"
    presentation.write(spoilt(small, text), ROOT / "templates", SITE_URL, file)
    slides = slides_of(file)
    assert text in texts(slides[0]) and text in texts(slides[1]) and text in texts(slides[4])
    assert notes_of(slides[1]) == [text]
    assert pptx.Presentation(str(file)).core_properties.title == text


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(min_size=1, max_size=40))
def test_any_text_is_shown_or_refused_in_words(small: Roadmap, tmp_path: Path, text: str) -> None:
    file = tmp_path / "veikart.pptx"
    try:
        presentation.write(spoilt(small, text), ROOT / "templates", SITE_URL, file)
    except OutputError as error:
        assert re.match("Lysbildet «", str(error))
    else:
        pptx.Presentation(str(file))


@pytest.mark.parametrize("character", ["\x00", "\x08", "\x0b", "\x1b", "\ufffe", "\ud800"])
def test_characters_that_no_file_can_hold_are_named(small: Roadmap, tmp_path: Path, character: str) -> None:
    with pytest.raises(OutputError, match=rf"har tegnet U\+{ord(character):04X} i «a.b», og det kan ikke vises"):
        presentation.write(spoilt(small, f"a{character}b"), ROOT / "templates", SITE_URL, tmp_path / "veikart.pptx")


@pytest.mark.parametrize("character", ["\n", "\r\n", "\t", "\x85", "\u2028"])
def test_line_breaks_and_tabs_become_blanks(small: Roadmap, tmp_path: Path, character: str) -> None:
    file = tmp_path / "veikart.pptx"
    presentation.write(spoilt(small, f"ett{character}to"), ROOT / "templates", SITE_URL, file)
    slides = slides_of(file)
    assert "ett to" in texts(slides[0]) and "ett to" in texts(slides[4]) and notes_of(slides[1]) == ["ett to"]
