"""The presentation, built from the project's own content."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

import pikepdf
import pptx
import pytest
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pptx.oxml.ns import qn
from pptx.slide import Slide

from roadmap.content.model import Roadmap
from roadmap.errors import OutputError
from roadmap.site.downloads import facts_token, state_facts
from roadmap.slides import presentation
from tests.conftest import ROOT
from tests.programs import program

SITE_URL = "https://veikart.example/"


def build(roadmap: Roadmap, file: Path) -> Path:
    presentation.write(roadmap, ROOT / "templates", SITE_URL, file)
    return file


@pytest.fixture(scope="module")
def file(roadmap: Roadmap, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(roadmap, tmp_path_factory.mktemp("presentation") / "veikart.pptx")


@pytest.fixture(scope="module")
def slides(file: Path) -> list[Slide]:
    return list(pptx.Presentation(str(file)).slides)


def with_groups(shapes: Iterable[Any]) -> Iterator[Any]:
    """All shapes at every depth."""
    for shape in shapes:
        yield shape
        if shape.shape_type == MSO_SHAPE_TYPE.GROUP:
            yield from with_groups(shape.shapes)


def texts(slide: Slide) -> list[str]:
    shapes: Iterable[Any] = slide.shapes
    return [shape.text_frame.text for shape in shapes if shape.has_text_frame and shape.text_frame.text]


def is_decorative(shape: Any) -> bool:
    return any(element.tag.endswith("}decorative") for element in shape._element._nvXxPr.cNvPr.iter())


def test_slides_come_in_the_order_of_the_meeting(slides: list[Slide], roadmap: Roadmap) -> None:
    content = roadmap.presentation
    assert [slide.shapes.title.text_frame.text for slide in slides if slide.shapes.title] == [
        roadmap.plan.title,
        content.why.title,
        content.whole.title,
        *(step.title for step in roadmap.plan.steps),
        *(measure.title for measure in roadmap.measures_named(content.example.measures)),
        content.begin.title,
        content.next_steps.title,
    ]
    assert len(slides) == 18


def test_the_whole_road_has_each_stop_once_with_its_name(slides: list[Slide], roadmap: Roadmap) -> None:
    said = texts(slides[2])
    for step in roadmap.plan.steps:
        assert (said.count(step.letter), said.count(step.title)) == (1, 1), step.letter
    assert all(any(phase.title in text and phase.question in text for text in said) for phase in roadmap.plan.phases)
    assert all(branch.reason in said for branch in roadmap.plan.returns)


def test_each_measure_is_on_its_steps_slide_once(slides: list[Slide], roadmap: Roadmap) -> None:
    for step, slide in zip(roadmap.plan.steps, slides[3:14], strict=True):
        listed = re.findall(r"^([A-K]\d)\t(.+)$", "\n".join(texts(slide)), re.MULTILINE)
        assert listed == [(measure.id, measure.title) for measure in roadmap.step_measures(step)]
        assert [sign for sign in (step.question, *step.done_when) if sign not in "\n".join(texts(slide))] == []


def test_examples_show_all_conditions_and_who_does_what(slides: list[Slide], roadmap: Roadmap) -> None:
    for measure_id, slide in zip(roadmap.presentation.example.measures, slides[14:16], strict=True):
        measure, said = roadmap.measure(measure_id), "\n".join(texts(slide))
        actions = [f"{roadmap.role_name(action.role)}: {action.text}" for action in measure.actions]
        assert [line for line in (measure.summary, *measure.prerequisites, *actions) if line not in said] == []
        assert "utkast" in said


def test_every_slide_has_notes_in_norwegian(slides: list[Slide], roadmap: Roadmap) -> None:
    for number, slide in enumerate(slides, 1):
        frame = slide.notes_slide.notes_text_frame
        assert frame and len(frame.text.split()) > 40, number
    step = slides[3].notes_slide.notes_text_frame
    assert step and all(line in step.text for line in (roadmap.plan.steps[0].why, f"{SITE_URL}steg/a/"))


def test_no_placeholder_is_empty(slides: list[Slide]) -> None:
    empty = [
        (number, shape.name)
        for number, slide in enumerate(slides, 1)
        for shape in slide.placeholders
        if not "".join(shape._element.itertext()).strip()
    ]
    assert empty == []


def test_what_is_not_text_is_described_or_decorative(slides: list[Slide]) -> None:
    silent = [
        (number, shape.name)
        for number, slide in enumerate(slides, 1)
        for shape in slide.shapes
        if not (shape.has_text_frame and "".join(shape._element.itertext()).strip())
        and not shape._element._nvXxPr.cNvPr.get("descr")
        and not is_decorative(shape)
    ]
    assert silent == []


def test_nothing_is_outside_the_slide(file: Path) -> None:
    deck = pptx.Presentation(str(file))
    assert (deck.slide_width, deck.slide_height) == (12192000, 6858000)
    outside = [
        (number, shape.name)
        for number, slide in enumerate(deck.slides, 1)
        for shape in with_groups(slide.shapes)
        if min(shape.left, shape.top) < 0
        or shape.left + shape.width > deck.slide_width
        or shape.top + shape.height > deck.slide_height
    ]
    assert outside == []


def test_no_two_texts_overlap(slides: list[Slide]) -> None:
    def overlap(one: Any, other: Any) -> bool:
        return bool(
            one.left < other.left + other.width
            and other.left < one.left + one.width
            and one.top < other.top + other.height
            and other.top < one.top + one.height
        )

    overlapping = [
        (number, one.name, other.name)
        for number, slide in enumerate(slides, 1)
        for one, other in combinations(
            [
                shape
                for shape in with_groups(slide.shapes)
                if shape.shape_type == MSO_SHAPE_TYPE.PICTURE
                or (shape.has_text_frame and (shape.text_frame.text or shape.is_placeholder))
            ],
            2,
        )
        if overlap(one, other)
    ]
    assert overlapping == []


def test_text_is_large_enough_for_a_meeting_room(slides: list[Slide]) -> None:
    """18 points, but 16 in lists of measures."""
    sizes = set()
    for slide in slides:
        for element in (slide.slide_layout.element, slide.element):
            sizes |= {int(node.get("sz")) for node in element.iter(qn("a:defRPr"), qn("a:rPr")) if node.get("sz")}
    assert min(sizes) == 1600
    columns = slides[16].slide_layout.element
    small = {node.getparent().tag for node in columns.iter(qn("a:defRPr")) if node.get("sz") == "1600"}
    assert small == {qn("a:lvl3pPr")}


def test_every_text_is_marked_as_norwegian(slides: list[Slide]) -> None:
    for slide in slides:
        for element in (slide.element, slide.notes_slide.element):
            assert {run.find(qn("a:rPr")).get("lang") for run in element.iter(qn("a:r"))} == {"nb-NO"}


def test_colours_and_font_are_the_themes(slides: list[Slide]) -> None:
    assert [element for slide in slides for element in slide.element.iter(qn("a:srgbClr"), qn("a:latin"))] == []
    theme = slides[0].part.package.main_document_part.part_related_by(
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme"
    )
    tokens = dict(
        re.findall(r"--([\w-]+): #(\w{6});", (ROOT / "templates/theme/assets/tokens.css").read_text(encoding="utf-8"))
    )
    xml = theme.blob.decode()
    for slot, token in (("dk1", "ink"), ("lt1", "ground"), ("accent1", "phase-1"), ("accent6", "phase-3-ground")):
        assert f'<a:{slot}><a:srgbClr val="{tokens[token].upper()}"/>' in xml
    assert xml.count('typeface="Atkinson Hyperlegible"') == 2


def test_letters_lead_to_their_steps(slides: list[Slide], roadmap: Roadmap) -> None:
    steps = dict(zip((step.letter for step in roadmap.plan.steps), slides[3:14], strict=True))
    for slide in (slides[0], slides[2], slides[3], slides[17]):
        targets = {
            shape.text_frame.text: shape.click_action.target_slide.slide_id
            for shape in with_groups(slide.shapes)
            if shape.shape_type == MSO_SHAPE_TYPE.AUTO_SHAPE and shape.click_action.target_slide
        }
        assert targets == {
            letter: step.slide_id for letter, step in steps.items() if step.slide_id != slide.slide_id
        }, slide.slide_id


def test_links_lead_to_the_measures_pages(slides: list[Slide], roadmap: Roadmap) -> None:
    links = {rel.target_ref for slide in slides for rel in slide.part.rels.values() if rel.is_external}
    assert links == {SITE_URL, *(f"{SITE_URL}tiltak/{measure.slug}/" for measure in roadmap.measures)}


def test_the_file_says_what_it_is(file: Path, roadmap: Roadmap) -> None:
    properties = pptx.Presentation(str(file)).core_properties
    assert (properties.title, properties.language) == (roadmap.plan.title, "nb-NO")
    assert properties.created and properties.created.date() == roadmap.plan.edition.date
    assert properties.author == properties.last_modified_by == roadmap.presentation.author


def test_the_same_content_gives_the_same_bytes(file: Path, roadmap: Roadmap, tmp_path: Path) -> None:
    assert build(roadmap, tmp_path / "igjen.pptx").read_bytes() == file.read_bytes()


def test_a_text_that_does_not_fit_stops_the_build(roadmap: Roadmap, tmp_path: Path) -> None:
    content = roadmap.presentation
    why = content.why.model_copy(update={"closing": "Derfor trengs en plan som alle kan følge. " * 5})
    spoilt = roadmap.model_copy(update={"presentation": content.model_copy(update={"why": why})})
    with pytest.raises(OutputError, match="har ikke plass til alt i «Konklusjon» – gjør teksten kortere"):
        build(spoilt, tmp_path / "full.pptx")
    assert list(tmp_path.iterdir()) == []


def test_a_home_page_with_two_doors_gives_two_columns(roadmap: Roadmap, tmp_path: Path) -> None:
    home = roadmap.home.model_copy(update={"doors": roadmap.home.doors[:2]})
    deck = pptx.Presentation(str(build(roadmap.model_copy(update={"home": home}), tmp_path / "to.pptx")))
    assert [shape.name for shape in deck.slides[16].placeholders if shape.name.startswith("Spalte")] == [
        "Spalte 1",
        "Spalte 2",
    ]


def test_readers_are_told_how_many_slides_there_are(file: Path, tmp_path: Path) -> None:
    shutil.copy(file, tmp_path / "veikart.pptx")
    (tmp_path / "index.html").write_text(facts_token("veikart.pptx"), encoding="utf-8")
    state_facts(tmp_path, not_made="Ikke laget.")
    facts = (tmp_path / "index.html").read_text(encoding="utf-8")
    assert re.fullmatch(r"PowerPoint, 18 lysbilder, \d+ kB", facts)


def test_it_opens_in_an_office_suite(file: Path, slides: list[Slide], tmp_path: Path) -> None:
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [program("soffice"), profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(file)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    with pikepdf.open(tmp_path / "veikart.pdf") as document:
        assert len(document.pages) == len(slides)


@pytest.mark.site
def test_the_site_offers_it(site: Path) -> None:
    assert (site / presentation.PATH).is_file()
    assert re.search(r"PowerPoint, 18 lysbilder, \d+ kB", (site / "index.html").read_text(encoding="utf-8"))
