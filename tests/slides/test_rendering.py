"""The slides as an office suite shows them, with a font that has Arial's measures."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import Any

import pptx
import pymupdf
import pytest
from pptx.oxml.ns import qn
from pptx.presentation import Presentation
from pptx.slide import Slide

from roadmap.errors import OutputError
from tests.conftest import ROOT
from tests.slides.decks import build, changed_template, edit, slides_of, title_of, with_text

# How far above its baseline a capital of Arial reaches, and how far below it a descender, as shares of the size.
CAPITAL, DESCENDER = 0.72, 0.212
SPACE = 0.278
# A point: PDF coordinates are rounded, and letters may stick out of their width a little.
TOLERANCE = 1.0


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A profile for the office suite."""
    if shutil.which("soffice") is None:
        pytest.skip("soffice mangler: apt-get install libreoffice-impress")
    found = subprocess.run(["fc-match", "-f", "%{family}", "Arial"], capture_output=True, text=True, check=False).stdout
    if not found.startswith(("Liberation Sans", "Arial", "Arimo")):
        pytest.skip(f"Arial vises med «{found}»: apt-get install fonts-liberation")
    return tmp_path_factory.mktemp("office")


def rendered(file: Path, profile: Path) -> Path:
    command = ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", "pdf"]
    subprocess.run([*command, "--outdir", str(file.parent), str(file)], check=True, capture_output=True, timeout=180)
    return file.with_suffix(".pdf")


def outside_frames(file: Path, profile: Path) -> list[tuple[str, str]]:
    """Slide and text of each line that is not within the frame that it was written in."""
    slides = slides_of(file)
    with pymupdf.open(rendered(file, profile)) as document:
        assert len(document) == len(slides)
        return [
            (title_of(slide), span["text"])
            for slide, page in zip(slides, document, strict=True)
            for span in spans(page)
            if span["text"].strip() and not in_its_frame(span, slide)
        ]


def spans(page: Any) -> list[dict[str, Any]]:
    return [
        span for block in page.get_text("dict")["blocks"] for line in block.get("lines", []) for span in line["spans"]
    ]


def in_its_frame(span: dict[str, Any], slide: Slide) -> bool:
    left, _, right, _ = span["bbox"]
    # A blank at the end of a line is no ink.
    right -= SPACE * span["size"] * (len(span["text"]) - len(span["text"].rstrip()))
    baseline = span["origin"][1]
    top, bottom = baseline - CAPITAL * span["size"], baseline + DESCENDER * span["size"]
    text = "".join(span["text"].split())
    is_number = text.isdigit() or text in "•" or text.removesuffix(".").isdigit()
    return any(
        shape.left.pt - TOLERANCE <= left
        and right <= shape.left.pt + shape.width.pt + TOLERANCE
        and shape.top.pt - TOLERANCE <= top
        and bottom <= shape.top.pt + shape.height.pt + TOLERANCE
        for shape in with_text(slide)
        if is_number or text in "".join(shape.text_frame.text.split())
    )


def test_the_projects_own_slides_are_whole(office: Path, tmp_path: Path) -> None:
    file = build(ROOT / "content", tmp_path / "veikart.pptx")
    assert outside_frames(file, office) == []


def test_text_that_just_fits_is_whole(tree: Path, tmp_path: Path, office: Path) -> None:
    """Texts made longer word by word until the build refuses them are within their frames one word before that."""
    words = [
        "Lederen",
        "må",
        "si",
        "tydelig",
        "fra",
        "om",
        "videokonsultasjoner,",
        "og",
        "så",
        "følger",
        "alle",
        "opp",
        "på",
        "avdelingsmøtene.",
    ]

    def longest(name: str, change: Any) -> None:
        original = (tree / name).read_text(encoding="utf-8")
        fitting = original
        for count in range(4, 40):
            text = " ".join((words * 3)[:count])
            (tree / name).write_text(original, encoding="utf-8")
            edit(tree / name, lambda content, text=text: change(content, text))  # type: ignore[misc]
            if len(text) > 240:
                break
            try:
                build(tree, tmp_path / "prøve.pptx")
            except OutputError:
                (tree / name).write_text(fitting, encoding="utf-8")
                return
            fitting = (tree / name).read_text(encoding="utf-8")
        raise AssertionError(f"{name} aldri full")

    longest("presentation.yml", lambda content, text: content["why"].update(closing=text))
    longest("roadmap.yml", lambda plan, text: plan["steps"][0].update(question=text))
    longest("roadmap.yml", lambda plan, text: plan["steps"][1].update(title=text[:80]))
    longest("roadmap.yml", lambda plan, text: plan["phases"][0].update(question=text))
    assert outside_frames(build(tree, tmp_path / "veikart.pptx"), office) == []


def test_a_text_outside_its_frame_is_found(tree: Path, tmp_path: Path, office: Path) -> None:
    file = build(tree, tmp_path / "veikart.pptx")
    deck = pptx.Presentation(str(file))
    closing: Any = next(shape for shape in deck.slides[1].placeholders if shape.name == "Konklusjon")
    closing.text_frame.text = "Derfor trengs en plan som alle kan følge. " * 9
    deck.save(str(file))
    assert {title for title, _ in outside_frames(file, office)} == {"Det er nyttig"}


def test_the_master_decides_how_large_titles_are(tree: Path, tmp_path: Path, office: Path) -> None:
    def enlarge(template: Presentation) -> None:
        template.slide_master.element.find(f".//{qn('p:titleStyle')}//{qn('a:defRPr')}").set("sz", "3600")

    file = build(tree, tmp_path / "veikart.pptx", changed_template(tmp_path / "templates", enlarge))
    with pymupdf.open(rendered(file, office)) as document:
        sizes = {span["text"]: round(span["size"]) for page in document for span in spans(page) if span["size"] > 33}
    expected = ["Det er nyttig", "Hva samfunnet sparer", "Tilbakefallet", "Alle stegene"]
    expected += ["Første steg", "Andre steg", "Begynn her", "Gå i gang"]
    assert sizes == {"Et lite veikart for prøver": 44, **dict.fromkeys(expected, 36)}
