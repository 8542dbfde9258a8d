"""The roadmap on paper: every edition, read from its PDF."""

from __future__ import annotations

import re
import shutil
from itertools import combinations
from pathlib import Path
from typing import Any

import pikepdf
import pymupdf
import pytest

from roadmap.__main__ import main
from roadmap.content.model import Roadmap
from roadmap.errors import OutputError
from roadmap.pdf.poster import EDITIONS, POSTER, Edition, render_edition
from tests import pdf_checks as pdf
from tests.conftest import ROOT

ADDRESS = "https://veikart.example/"
SIZES = {"A1": (2384, 1684), "A3": (1191, 842), "A4": (842, 595)}


@pytest.fixture(scope="session")
def papers(roadmap: Roadmap, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Each edition's file by its name."""
    folder = tmp_path_factory.mktemp("papers")
    for edition in EDITIONS:
        data = render_edition(edition, roadmap, ROOT / "templates", ADDRESS)
        (folder / f"{edition.name}.pdf").write_bytes(data)
    return {edition.name: folder / f"{edition.name}.pdf" for edition in EDITIONS}


every_edition = pytest.mark.parametrize("edition", EDITIONS, ids=lambda edition: edition.name)


def spans(file: Path) -> list[dict[str, object]]:
    """The runs of text on the first page, with their font size and place."""
    with pymupdf.open(file) as document:
        blocks = document[0].get_text("dict")["blocks"]
    return [
        span for block in blocks for line in block.get("lines", []) for span in line["spans"] if span["text"].strip()
    ]


@every_edition
def test_it_has_its_size_and_pages(edition: Edition, papers: dict[str, Path]) -> None:
    with pikepdf.open(papers[edition.name]) as document:
        sizes = [tuple(round(float(edge)) for edge in page.mediabox)[2:] for page in document.pages]
    assert sizes == [SIZES[edition.sheet.name]] * (2 if edition.with_back else 1)


@every_edition
def test_every_phase_step_and_measure_is_there_once(
    edition: Edition, papers: dict[str, Path], roadmap: Roadmap
) -> None:
    with pymupdf.open(papers[edition.name]) as document:
        text = " ".join(document[0].get_text().split())
    for measure in roadmap.measures:
        assert text.count(f"{measure.id} {measure.title}") == 1, measure.id
        assert (measure.summary in text) == (edition is POSTER), measure.id
    for step in roadmap.plan.steps:
        assert len(re.findall(rf"\b{step.letter} {re.escape(step.title)}", text)) == 1, step.letter
    for phase in roadmap.plan.phases:
        assert text.count(f"Fase {phase.number} {phase.title}") == 1


@every_edition
def test_text_is_large_enough_for_its_distance(edition: Edition, papers: dict[str, Path], roadmap: Roadmap) -> None:
    sizes = {str(span["text"]).strip(): float(str(span["size"])) for span in spans(papers[edition.name])}
    assert min(sizes.values()) >= (14 if edition.sheet.name == "A1" else 8.5) - 0.01
    if edition.sheet.name == "A1":
        ids = [size for text, size in sizes.items() if re.fullmatch(r"[A-K]\d", text)]
        assert min(ids) >= 19.99


@every_edition
def test_no_text_leaves_the_page_or_covers_another(edition: Edition, papers: dict[str, Path]) -> None:
    width, height = SIZES[edition.sheet.name]
    boxes = [(str(span["text"]), pymupdf.Rect(span["bbox"])) for span in spans(papers[edition.name])]
    page = pymupdf.Rect(0, 0, width, height)
    assert [text for text, box in boxes if not page.contains(box)] == []
    # A line's box is taller than its letters, so lines that stand close touch by a little.
    overlaps = [
        (first, second)
        for (first, a), (second, b) in combinations(boxes, 2)
        if (shared := a & b).is_valid and shared.width > 2 and shared.height > 0.35 * min(a.height, b.height)
    ]
    assert overlaps == []


@every_edition
def test_it_is_accessible_with_all_fonts(edition: Edition, papers: dict[str, Path], roadmap: Roadmap) -> None:
    file = papers[edition.name]
    assert pdf.fonts_that_are_not_embedded(file) == []
    pdf.assert_accessible(file, roadmap.plan.title + (" – arbeidsplakat" if edition.working else ""))


def test_it_is_read_phase_by_phase_from_a_to_k(papers: dict[str, Path], roadmap: Roadmap) -> None:
    with pikepdf.open(papers[POSTER.name]) as document:
        headings = [str(item["/S"]) for item in _elements(document.Root.StructTreeRoot) if str(item["/S"])[1:2] == "H"]
    steps = {phase.number: roadmap.phase_steps(phase) for phase in roadmap.plan.phases}
    expected = ["/H1"]
    for phase_steps in steps.values():
        expected.append("/H2")
        for step in phase_steps:
            expected += ["/H3", *["/H4"] * len(roadmap.step_measures(step))]
    assert headings == expected


def _elements(node: pikepdf.Object) -> list[pikepdf.Object]:
    children: Any = node.get("/K", [])
    found: list[pikepdf.Object] = []
    for child in children if isinstance(children, pikepdf.Array) else [children]:
        if isinstance(child, pikepdf.Dictionary) and "/S" in child:
            found += [child, *_elements(child)]
    return found


def test_the_same_content_gives_the_same_bytes(roadmap: Roadmap, tmp_path: Path) -> None:
    made = []
    for name in ("one", "two"):
        templates = Path(shutil.copytree(ROOT / "templates", tmp_path / name / "templates"))
        made.append(render_edition(POSTER, roadmap, templates, ADDRESS))
    assert made[0] == made[1]


def test_a_text_that_does_not_fit_stops_the_build_and_is_named(roadmap: Roadmap) -> None:
    def with_title(title: str) -> Roadmap:
        measures = [
            measure.model_copy(update={"title": title}) if measure.id == "E3" else measure
            for measure in roadmap.measures
        ]
        return roadmap.model_copy(update={"measures": measures})

    with pytest.raises(OutputError, match=r"veikart-plakat-a1 er \d+ mm for høy .* tiltak E3"):
        render_edition(POSTER, with_title("Avklar hvem som hjelper pasienten " * 9), ROOT / "templates", ADDRESS)
    with pytest.raises(OutputError, match=r"tiltak E3 er \d+ mm for bredt .* «Teknikkhjelp"):
        render_edition(POSTER, with_title("Teknikkhjelp" * 6), ROOT / "templates", ADDRESS)


def test_the_printers_copy_has_bleed_around_the_same_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    file = tmp_path / "trykk.pdf"
    assert main(["poster", "--bleed", "3mm", "--marks", "--output", str(file)]) == 0
    with pikepdf.open(file) as document:
        page = document.pages[0]
        trim = [round(float(edge)) for edge in page.TrimBox]
        bleed = [round(float(edge)) for edge in page.BleedBox]
    assert trim == [0, 0, *SIZES["A1"]]
    assert bleed == [-9, -9, SIZES["A1"][0] + 8, SIZES["A1"][1] + 8]
    with pytest.raises(SystemExit, match="2"):
        main(["poster", "--bleed", "litt"])
    assert "er ikke et mål" in capsys.readouterr().err


def test_its_colours_can_be_told_apart_from_their_ground_in_greyscale_too() -> None:
    tokens = (ROOT / "templates/theme/assets/tokens.css").read_text(encoding="utf-8")
    colours = dict(re.findall(r"--([a-z0-9-]+): (#[0-9a-f]{6});", tokens))
    pairs = [(f"phase-{number}", ground) for number in (1, 2, 3) for ground in ("ground", f"phase-{number}-ground")]
    pairs += [("ink", f"phase-{number}-ground") for number in (1, 2, 3)]
    pairs += [("ink", "ground"), ("ink-soft", "ground"), ("ink-soft", "paper"), ("link", "ground"), ("link", "paper")]
    pairs += [("paper", f"phase-{number}") for number in (1, 2, 3)]
    # Greyscale keeps luminance, which is all that the contrast ratio of WCAG rests on.
    assert {pair for pair in pairs if _contrast(colours[pair[0]], colours[pair[1]]) < 4.5} == set()


def _contrast(first: str, second: str) -> float:
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return sum(weight * value for weight, value in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
