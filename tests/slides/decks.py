"""Decks for the tests: built from a content tree, and read back."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pptx
import yaml
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pptx.presentation import Presentation
from pptx.slide import Slide

from roadmap.content.load import load
from roadmap.slides import presentation
from tests.conftest import ROOT

SITE_URL = "https://veikart.example/"
TEMPLATE = ROOT / "templates/presentation/template.pptx"


def build(tree: Path, file: Path, templates: Path = ROOT / "templates") -> Path:
    """Writes the presentation of a content tree."""
    presentation.write(load(tree), templates, SITE_URL, file)
    return file


def edit(file: Path, change: Callable[[Any], object]) -> None:
    """Changes what a YAML file says, and writes it as JSON, which is YAML too."""
    content = yaml.safe_load(file.read_text(encoding="utf-8"))
    change(content)
    file.write_text(json.dumps(content, ensure_ascii=False, default=str), encoding="utf-8")


def add_steps(tree: Path, letters: str, phase: int) -> None:
    """Adds steps to a phase, each with a measure."""

    def add(plan: Any) -> None:
        plan["measure_count"] += len(letters)
        plan["steps"] += [plan["steps"][-1] | _of_its_own(letter, phase) for letter in letters]

    edit(tree / "roadmap.yml", add)
    for letter in letters:
        text = (tree / "measures/b1-fortsett.yml").read_text(encoding="utf-8").replace("id: B1", f"id: {letter}1")
        (tree / f"measures/{letter.lower()}1-nytt.yml").write_text(text, encoding="utf-8")


def changed_template(folder: Path, change: Callable[[Presentation], object]) -> Path:
    """A folder of templates with a changed copy of the slides' template."""
    template = pptx.Presentation(str(TEMPLATE))
    change(template)
    (folder / "presentation").mkdir(parents=True)
    template.save(str(folder / "presentation/template.pptx"))
    return folder


def slides_of(file: Path) -> list[Slide]:
    return list(pptx.Presentation(str(file)).slides)


def title_of(slide: Slide) -> str:
    return slide.shapes.title.text_frame.text if slide.shapes.title else ""


def notes_of(slide: Slide) -> list[str]:
    frame = slide.notes_slide.notes_text_frame
    return frame.text.split("\n") if frame else []


def with_groups(shapes: Iterable[Any]) -> Iterator[Any]:
    """All shapes at every depth."""
    for shape in shapes:
        yield shape
        if shape.shape_type == MSO_SHAPE_TYPE.GROUP:
            yield from with_groups(shape.shapes)


def with_text(slide: Slide) -> list[Any]:
    return [shape for shape in with_groups(slide.shapes) if shape.has_text_frame and shape.text_frame.text]


def texts(slide: Slide) -> list[str]:
    """The paragraphs of everything on a slide."""
    return [line for shape in with_text(slide) for line in shape.text_frame.text.split("\n")]


def _of_its_own(letter: str, phase: int) -> dict[str, Any]:
    """What no other step can have."""
    statements = [
        {"id": f"{letter.lower()}-{one}", "text": f"Vi gjør {one}.", "measures": [f"{letter}1"]}
        for one in ("litt", "mer")
    ]
    return {"letter": letter, "phase": phase, "self_assessment": statements}
