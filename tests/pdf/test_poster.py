"""The roadmap on paper, in every size and for roadmaps of several shapes, read from its PDF."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from itertools import combinations
from pathlib import Path
from typing import Any

import pikepdf
import pymupdf
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from PIL import Image

from roadmap.__main__ import main
from roadmap.content.model import Roadmap
from roadmap.content.model.roadmap_file import PHASE_COLOURS
from roadmap.errors import OutputError
from roadmap.pdf.poster import A4, POSTER, SHEETS, PosterSheet, poster_pdf
from roadmap.pdf.preview import WIDTHS, previews
from tests import pdf_checks as pdf
from tests.conftest import ROOT
from tests.pdf.roadmaps import grown, small

TEMPLATES = ROOT / "templates"
ADDRESS = "https://veikart.example/"
SIZES = {"A1": (2384, 1684), "A3": (1191, 842), "A4": (842, 595)}
ODD = """<x-evil a=1> & "q" {{ 7*7 }} [[x]] <!-- y --> 'z'"""
SHAPES: dict[str, Callable[[Path], Roadmap]] = {
    "small": small,
    "twelve steps": lambda folder: grown(folder, [2, 5, 5], (("F", "B"), ("H", "C"))),
    "four phases": lambda folder: grown(folder, [3, 3, 3, 3], (("E", "B"), ("I", "H"))),
    "one phase": lambda folder: grown(folder, [4]),
}


@pytest.fixture(scope="module", params=SHAPES)
def shaped(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Roadmap:
    return SHAPES[request.param](tmp_path_factory.mktemp("content"))


@pytest.fixture(scope="module")
def papers(shaped: Roadmap, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The file of each sheet by its name."""
    folder = tmp_path_factory.mktemp("papers")
    for sheet in SHEETS:
        (folder / f"{sheet.name}.pdf").write_bytes(poster_pdf(sheet, shaped, TEMPLATES, ADDRESS))
    return {sheet.name: folder / f"{sheet.name}.pdf" for sheet in SHEETS}


@pytest.fixture
def little(tmp_path: Path) -> Roadmap:
    return small(tmp_path)


every_sheet = pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)


def spans(file: Path) -> list[dict[str, object]]:
    """The runs of text on the first page, with their font size and place."""
    with pymupdf.open(file) as document:
        blocks = document[0].get_text("dict")["blocks"]
    return [
        span for block in blocks for line in block.get("lines", []) for span in line["spans"] if span["text"].strip()
    ]


@every_sheet
def test_it_has_its_size_and_pages(sheet: PosterSheet, papers: dict[str, Path]) -> None:
    with pikepdf.open(papers[sheet.name]) as document:
        sizes = [tuple(round(float(edge)) for edge in page.mediabox)[2:] for page in document.pages]
    assert sizes == [SIZES[sheet.paper.name]] * (2 if sheet.with_back else 1)


@every_sheet
def test_every_phase_step_and_measure_is_there_once(
    sheet: PosterSheet, papers: dict[str, Path], shaped: Roadmap
) -> None:
    with pymupdf.open(papers[sheet.name]) as document:
        text = " ".join(document[0].get_text().split())
    for measure in shaped.measures:
        assert len(re.findall(rf"{measure.id} {re.escape(measure.title)}\b", text)) == 1, measure.id
        assert (measure.summary in text) == (sheet is POSTER), measure.id
    for step in shaped.plan.steps:
        assert len(re.findall(rf"\b{step.letter} {re.escape(step.title)}", text)) == 1, step.letter
    for phase in shaped.plan.phases:
        assert text.count(f"Fase {phase.number} {phase.title}") == 1


@every_sheet
def test_text_is_large_enough_for_its_distance(sheet: PosterSheet, papers: dict[str, Path], shaped: Roadmap) -> None:
    sizes = {str(span["text"]).strip(): float(str(span["size"])) for span in spans(papers[sheet.name])}
    assert min(sizes.values()) >= (14 if sheet.paper.name == "A1" else 8.5) - 0.01
    if sheet.paper.name == "A1":
        ids = [size for text, size in sizes.items() if re.fullmatch(r"[A-Z]\d", text)]
        assert min(ids) >= 19.99


@every_sheet
def test_no_text_leaves_the_page_or_covers_another(sheet: PosterSheet, papers: dict[str, Path]) -> None:
    width, height = SIZES[sheet.paper.name]
    boxes = [(str(span["text"]), pymupdf.Rect(span["bbox"])) for span in spans(papers[sheet.name])]
    page = pymupdf.Rect(0, 0, width, height)
    assert [text for text, box in boxes if not page.contains(box)] == []
    # A line's box is taller than its letters, so lines that stand close touch by a little.
    overlaps = [
        (first, second)
        for (first, a), (second, b) in combinations(boxes, 2)
        if (shared := a & b).is_valid and shared.width > 2 and shared.height > 0.35 * min(a.height, b.height)
    ]
    assert overlaps == []


@every_sheet
def test_it_is_accessible_with_all_fonts(sheet: PosterSheet, papers: dict[str, Path], shaped: Roadmap) -> None:
    file = papers[sheet.name]
    assert pdf.fonts_that_are_not_embedded(file) == []
    pdf.assert_accessible(file, shaped.plan.title + (" – arbeidsplakat" if sheet.working else ""))


def test_it_is_read_phase_by_phase_in_order(papers: dict[str, Path], shaped: Roadmap) -> None:
    with pikepdf.open(papers[POSTER.name]) as document:
        headings = [str(item["/S"]) for item in _elements(document.Root.StructTreeRoot) if str(item["/S"])[1:2] == "H"]
    steps = {phase.number: shaped.phase_steps(phase) for phase in shaped.plan.phases}
    expected = ["/H1"]
    for phase_steps in steps.values():
        expected.append("/H2")
        for step in phase_steps:
            expected += ["/H3", *["/H4"] * len(shaped.step_measures(step))]
    assert headings == expected


def _elements(node: pikepdf.Object) -> list[pikepdf.Object]:
    children: Any = node.get("/K", [])
    found: list[pikepdf.Object] = []
    for child in children if isinstance(children, pikepdf.Array) else [children]:
        if isinstance(child, pikepdf.Dictionary) and "/S" in child:
            found += [child, *_elements(child)]
    return found


def test_a_branch_back_is_named_where_there_is_room(papers: dict[str, Path], shaped: Roadmap) -> None:
    for sheet in SHEETS:
        text = pdf.text(papers[sheet.name])
        for branch in shaped.plan.returns:
            assert (f"Tilbake til {branch.to}: {branch.reason.lower()}" in text) == (sheet.paper is not A4)


@every_sheet
def test_the_editors_content_fits(sheet: PosterSheet, roadmap: Roadmap) -> None:
    assert poster_pdf(sheet, roadmap, TEMPLATES, ADDRESS).startswith(b"%PDF")


def test_the_same_content_gives_the_same_bytes(little: Roadmap) -> None:
    made = [poster_pdf(POSTER, little, TEMPLATES, ADDRESS) for _ in range(2)]
    assert made[0] == made[1]
    assert previews(made[0]) == previews(made[1])


def with_measure(roadmap: Roadmap, **fields: str) -> Roadmap:
    measures = [measure.model_copy(update=fields if measure.id == "B1" else {}) for measure in roadmap.measures]
    return roadmap.model_copy(update={"measures": measures})


def with_plan(roadmap: Roadmap, **fields: object) -> Roadmap:
    return roadmap.model_copy(update={"plan": roadmap.plan.model_copy(update=fields)})


def with_first_step(roadmap: Roadmap, title: str) -> Roadmap:
    first, *others = roadmap.plan.steps
    return with_plan(roadmap, steps=[first.model_copy(update={"title": title}), *others])


def refusal(sheet: PosterSheet, roadmap: Roadmap) -> str:
    with pytest.raises(OutputError) as error:
        poster_pdf(sheet, roadmap, TEMPLATES, ADDRESS)
    return str(error.value)


def test_a_text_that_does_not_fit_stops_the_build_and_is_named(little: Roadmap) -> None:
    high = refusal(POSTER, with_measure(little, summary='Si fra om "alt" & <alt> ' * 200))
    assert re.match(r"veikart-plakat-a1: \d+ mm for høy – kort ned .*: tiltak A\d, tiltak B1$", high)
    wide = refusal(POSTER, with_measure(little, title='<"Teknikkhjelp' * 20))
    assert re.match(r"veikart-plakat-a1: tiltak B1 er \d+ mm for bredt – .* «<\"Teknikkhjelp", wide)
    crowded = grown_titles(little, "Implementering av videokonsultasjoner")
    assert re.match(r"veikart-utdelingsark: overskriften til steg A er \d+ mm for (høy|bred) – ", crowded)


def grown_titles(roadmap: Roadmap, title: str) -> str:
    return refusal(SHEETS[-1], with_first_step(roadmap, f"{title} " * 12))


def test_a_title_that_runs_out_of_the_sheet_or_into_the_lead_is_named(little: Roadmap) -> None:
    message = refusal(SHEETS[-1], with_plan(little, title="Implementering <av> «video» " * 6))
    assert re.search(r"stikker \d+ mm utenfor arket|\d+ mm over hverandre", message)
    assert "Implementering <av> «video»" in message


def test_a_back_that_is_too_long_is_refused(little: Roadmap) -> None:
    text = little.poster_text
    long = text.model_copy(update={"back": text.back.model_copy(update={"text": "Les mer.\n\n" * 300})})
    message = refusal(SHEETS[-1], little.model_copy(update={"poster_text": long}))
    assert re.match(r"veikart-utdelingsark: det ble \d sider, ikke 2 – kort ned baksiden", message)


def printed(roadmap: Roadmap, file: Path, site_url: str = ADDRESS) -> str:
    file.write_bytes(poster_pdf(SHEETS[-1], roadmap, TEMPLATES, site_url))
    return pdf.text(file)


def test_plain_fields_arrive_to_the_letter(little: Roadmap, tmp_path: Path) -> None:
    file = tmp_path / "odd.pdf"
    odd = with_plan(with_first_step(with_measure(little, title=ODD), ODD), title="<b>&amp;</b>", lead=ODD)
    text = printed(odd, file)
    # A line can break after a hyphen, so blanks say nothing.
    assert "".join(text.split()).count("".join(ODD.split())) == 3
    with pikepdf.open(file) as document:
        assert document.docinfo["/Title"] == "<b>&amp;</b>"
    assert "49" not in text


def test_alternative_texts_arrive_to_the_letter(little: Roadmap, tmp_path: Path) -> None:
    roles = [role.model_copy(update={"name": ODD}) if role.id == "leder" else role for role in little.plan.roles]
    file = tmp_path / "alt.pdf"
    file.write_bytes(poster_pdf(POSTER, with_plan(little, roles=roles), TEMPLATES, ADDRESS))
    with pikepdf.open(file) as document:
        texts = [str(item["/Alt"]) for item in _elements(document.Root.StructTreeRoot) if "/Alt" in item]
    assert ODD in texts
    assert f"QR-kode til {ADDRESS}" in texts


# Characters that the typeface has, one by one as readers see them.
LETTERS = st.sampled_from([*map(chr, range(0x21, 0x7F)), *"ÆØÅæøåÄÖäöéüß«»–—…§·×"])
WORDS = st.lists(st.text(LETTERS, min_size=1, max_size=8), min_size=1, max_size=4).map(" ".join)


@settings(max_examples=6, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(title=WORDS)
@example(title="&amp;lt; &#60;b&#62; </style><script>")
@example(title="%} {% raw %} {{ }} {#")
def test_any_title_is_printed_to_the_letter(little: Roadmap, tmp_path: Path, title: str) -> None:
    # PDF readers put what stands on one line together, so blanks say nothing.
    text = printed(with_measure(little, title=title), tmp_path / "words.pdf")
    assert "".join(f"B1{title}".split()) in "".join(text.split())


ANYTHING = st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp", "Cn"]), min_size=1, max_size=30)


@settings(max_examples=6, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(title=ANYTHING)
@example(title="😀\u202eabc\u202c שלום العربية 𝒳 e\u0301")
def test_any_title_is_in_the_metadata_to_the_letter_or_its_letter_is_refused(
    little: Roadmap, tmp_path: Path, title: str
) -> None:
    file = tmp_path / "title.pdf"
    try:
        printed(with_plan(little, title=title), file)
    except OutputError as error:
        assert re.search(r"unsupported by fonts: .*\(U\+|utenfor arket|over hverandre", str(error))
        return
    with pikepdf.open(file) as document:
        assert " ".join(str(document.docinfo.get("/Title", "")).split()) == " ".join(title.split())


@pytest.mark.parametrize("url", ["http://veikart.example/video/", "https://veikart.example/video/"])
def test_addresses_are_printed_without_a_scheme(url: str, little: Roadmap, tmp_path: Path) -> None:
    text = printed(little, tmp_path / "url.pdf", url)
    assert "veikart.example/video/steg/a" in text
    assert "://" not in text


def test_a_long_address_is_broken_and_not_refused(little: Roadmap, tmp_path: Path) -> None:
    url = f"https://veikart.{'langt-' * 6}navn.example/helse/"
    roadmap = grown(tmp_path / "grown", [2, 5])
    file = tmp_path / "long.pdf"
    file.write_bytes(poster_pdf(POSTER, roadmap, TEMPLATES, url))
    assert "/steg/g" in pdf.text(file).replace(" ", "")


def test_previews_are_pictures_of_the_first_page(little: Roadmap) -> None:
    pictures = previews(poster_pdf(POSTER, little, TEMPLATES, ADDRESS))
    for width in WIDTHS:
        with Image.open(io.BytesIO(pictures[width])) as picture:
            assert (picture.format, picture.width) == ("WEBP", width)
            assert abs(picture.width / picture.height - 841 / 594) < 0.01


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


def test_every_phase_has_a_colour() -> None:
    tokens = (ROOT / "templates/theme/assets/tokens.css").read_text(encoding="utf-8")
    assert {int(number) for number in re.findall(r"^\.phase-(\d)", tokens, re.MULTILINE)} == {
        *range(1, PHASE_COLOURS + 1)
    }


def _contrast(first: str, second: str) -> float:
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return sum(weight * value for weight, value in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
