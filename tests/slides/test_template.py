"""The look of the slides is what the template says, and nothing else."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pptx
import pytest
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pptx.oxml.ns import qn
from pptx.presentation import Presentation
from pptx.util import Inches

from roadmap.errors import OutputError
from tests.conftest import ROOT
from tests.slides.decks import TEMPLATE, build, changed_template, slides_of, with_groups
from tools import slide_template

THEME = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme"
TOKENS = ROOT / "templates/theme/assets/tokens.css"


def layout(template: Presentation, name: str) -> Any:
    found = template.slide_layouts.get_by_name(name)
    assert found is not None
    return found


def shape(template: Presentation, layout_name: str, name: str) -> Any:
    return next(shape for shape in layout(template, layout_name).placeholders if shape.name == name)


def theme(file: Path) -> str:
    blob: bytes = pptx.Presentation(str(file)).slide_master.part.part_related_by(THEME).blob
    return blob.decode()


def test_text_that_is_larger_in_the_master_needs_more_room(tree: Path, tmp_path: Path) -> None:
    def enlarge(template: Presentation) -> None:
        style = template.slide_master.element.find(f".//{qn('p:titleStyle')}//{qn('a:defRPr')}")
        style.set("sz", "6000")

    templates = changed_template(tmp_path / "templates", enlarge)
    with pytest.raises(OutputError, match="har ikke plass til alt i «Tittel»"):
        build(tree, tmp_path / "veikart.pptx", templates)


def test_a_colour_of_the_template_is_the_slides(tree: Path, tmp_path: Path) -> None:
    def recolour(template: Presentation) -> None:
        part: Any = template.slide_master.part.part_related_by(THEME)
        part.blob = re.sub(rb"(<a:accent1><a:srgbClr val=)\"\w+\"", rb'\1"AA00BB"', part.blob)

    templates = changed_template(tmp_path / "templates", recolour)
    assert '<a:accent1><a:srgbClr val="AA00BB"/>' in theme(build(tree, tmp_path / "veikart.pptx", templates))


def test_slides_take_colours_and_fonts_from_the_theme(tree: Path, tmp_path: Path) -> None:
    file = build(tree, tmp_path / "veikart.pptx")
    for slide in slides_of(file):
        assert list(slide.element.iter(qn("a:srgbClr"), qn("a:latin"))) == []
    assert re.findall(r'<a:latin typeface="([^"]+)"', theme(file)) == ["Arial", "Arial"]


def test_the_road_follows_its_frame_in_the_template(tree: Path, tmp_path: Path) -> None:
    def move(template: Presentation) -> None:
        frame = shape(template, "Steg", "Veien")
        frame.left, frame.top, frame.width, frame.height = (Inches(edge) for edge in (2, 6.0, 5, 0.8))

    templates = changed_template(tmp_path / "templates", move)
    slide = slides_of(build(tree, tmp_path / "veikart.pptx", templates))[5]
    shapes: Any = slide.shapes
    road = next(item for item in shapes if item.name == "Vei" and item.shape_type == MSO_SHAPE_TYPE.GROUP)
    stops = {item.name: item for item in road.shapes if item.name.startswith("Stopp ")}
    assert sorted(stops) == ["Stopp A", "Stopp B"]
    last = stops["Stopp B"]
    assert (last.left, last.top, last.width) == (Inches(6.6), Inches(6.0), Inches(0.8))


def test_the_size_of_a_roads_letters_is_the_templates(tree: Path, tmp_path: Path) -> None:
    def shrink(template: Presentation) -> None:
        for properties in shape(template, "Steg", "Veien")._element.iter(qn("a:defRPr")):
            properties.set("sz", "1300")

    templates = changed_template(tmp_path / "templates", shrink)
    slide = slides_of(build(tree, tmp_path / "veikart.pptx", templates))[5]
    stop = next(item for item in with_groups(slide.shapes) if item.name == "Stopp B")
    assert [run.font.size.pt for run in stop.text_frame.paragraphs[0].runs] == [13]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (
            lambda template: setattr(layout(template, "Steg").element.cSld, "name", "Trinn"),
            r"template\.pptx mangler oppsettet «Steg» – .*«Trinn»",
        ),
        (
            lambda template: setattr(shape(template, "Steg", "Spørsmål"), "name", "Boks 3"),
            r"oppsettet «Steg» mangler plassholderen «Spørsmål» – .*«Boks 3»",
        ),
        (
            lambda template: setattr(shape(template, "Neste steg", "QR-kode"), "name", "Bilde"),
            r"oppsettet «Neste steg» mangler plassholderen «QR-kode»",
        ),
        (
            lambda template: template.slides.add_slide(template.slide_layouts[0]),
            r"template\.pptx har egne lysbilder – slett dem",
        ),
    ],
)
def test_what_the_template_lacks_is_named(tree: Path, tmp_path: Path, change: Any, message: str) -> None:
    templates = changed_template(tmp_path / "templates", change)
    with pytest.raises(OutputError, match=message):
        build(tree, tmp_path / "veikart.pptx", templates)


@pytest.mark.parametrize("content", [None, b"", b"PK\x03\x04 cut off", b"<html>"])
def test_a_template_that_cannot_be_read_is_named(tree: Path, tmp_path: Path, content: bytes | None) -> None:
    (tmp_path / "templates/presentation").mkdir(parents=True)
    if content is not None:
        (tmp_path / "templates/presentation/template.pptx").write_bytes(content)
    with pytest.raises(OutputError, match=r"^template\.pptx er ikke en PowerPoint-fil"):
        build(tree, tmp_path / "veikart.pptx", tmp_path / "templates")


def test_a_template_drawn_anew_has_the_sites_colours_and_makes_slides(tree: Path, tmp_path: Path) -> None:
    file = tmp_path / "templates/presentation/template.pptx"
    file.parent.mkdir(parents=True)
    slide_template.main(str(file))
    tokens = dict(re.findall(r"--([\w-]+): #(\w{6});", TOKENS.read_text(encoding="utf-8")))
    for slot, token in (("dk1", "ink"), ("lt1", "ground"), ("accent1", "phase-1"), ("accent6", "phase-3-ground")):
        assert f'<a:{slot}><a:srgbClr val="{tokens[token].upper()}"/>' in theme(file)
    assert len(slides_of(build(tree, tmp_path / "veikart.pptx", tmp_path / "templates"))) == 10


def test_text_is_large_enough_for_a_meeting_room() -> None:
    """18 points, but 16 in lists of measures, in long lists of what to do, and in what limits a figure."""
    template = pptx.Presentation(str(TEMPLATE))
    small = {
        (item.name, re.sub(r"\d", "", placeholder.name), properties.getparent().tag.rpartition("}")[2])
        for item in list(template.slide_layouts)
        for placeholder in list(item.placeholders)
        for properties in placeholder._element.iter(qn("a:defRPr"))
        if int(properties.get("sz", "1800")) < 1800
    }
    sizes = {
        properties.get("sz") for item in template.slide_layouts for properties in item.element.iter(qn("a:defRPr"))
    }
    assert min(int(size) for size in sizes if size) == 1600
    assert small == {
        *((name, "Spalte ", "lvl3pPr") for name in ("Tre spalter", "Tre valg", "Fire valg")),
        ("Tiltak med mye tekst", "Slik gjør dere det", "lvl2pPr"),
        *((name, "Forbehold", "lvl1pPr") for name in ("Gevinster", "Tilbakefall")),
    }
