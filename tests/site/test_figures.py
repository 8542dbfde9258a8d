"""The drawn figures: what they show stands as text beside them, on the site and in print."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

from roadmap.content.load import load
from roadmap.content.model import Roadmap
from roadmap.guide import accessible
from roadmap.guide.chapters import Chapters
from roadmap.pdf.fonts import font_faces
from roadmap.pdf.render import render_pdf
from roadmap.site.pages import Site
from tests import pdf_checks as pdf
from tests.conftest import ROOT

TEMPLATES = ROOT / "templates"
INSERTIONS = ("gevinster", "tilbakefall", "utfordringen", "scenarier i bilder")


@pytest.fixture(scope="module")
def small() -> Roadmap:
    return load(ROOT / "tests/tree")


@pytest.fixture(scope="module")
def page(small: Roadmap) -> BeautifulSoup:
    """The page of the small tree that asks for all figures."""
    html = next(page.html for page in Site(small, TEMPLATES, {}).pages() if page.path == "pages/om.md")
    return BeautifulSoup(html, "html.parser")


def figure(page: BeautifulSoup, name: str) -> Tag:
    found = page.select_one(f"figure#figur-{name}")
    assert found
    return found


def text_of(element: Tag) -> str:
    return " ".join(element.get_text(" ").replace("\xa0", " ").split())


def test_the_gains_are_drawn_and_stand_in_a_table(page: BeautifulSoup) -> None:
    gains = figure(page, "gevinster")
    rows = [[text_of(cell) for cell in row.select("th, td")] for row in gains.select("tr")]
    assert rows == [
        ["Antall timer på video", "10 til nå", "20 som mål"],
        ["Sparte reiser", "ca. 10 kr", "ca. 10 kr"],
        ["Spart tid", "10–20 timer", "10–20 timer"],
        ["Verdien av tiden", "10–20 kr", "10–20 kr"],
        ["For hver time på video", "ca. 20 kr"],
    ]
    assert "Gevinsten er samfunnets." in text_of(gains.figcaption or gains)
    bars = [(str(bar.get("x", "0%")), str(bar["width"])) for bar in gains.select("rect")]
    assert bars == [("0%", "50.0%"), ("50.0%", "50.0%")] * 2


def test_the_relapse_says_what_its_curve_shows_and_links_to_measures(page: BeautifulSoup) -> None:
    relapse = figure(page, "tilbakefall")
    for line in (
        "Først: Bruken steg.",
        "Etterpå: Bruken falt.",
        "Kurven er en skisse uten tall.",
        "Det ble ingen vane",
    ):
        assert line in text_of(relapse)
    assert [link["href"] for link in relapse.select("a")] == ["../../tiltak/a1/"]


def test_the_challenge_is_text_alone(page: BeautifulSoup) -> None:
    assert text_of(figure(page, "utfordringen")) == (
        "Utfordringen Det som presser Flere eldre Det som hindrer Lite tid Spørsmålet Hvordan blir det varig? "
        "Svaret Ledere som er med"
    )


def test_each_scenario_has_its_drawing_in_the_list_and_in_the_grid(page: BeautifulSoup) -> None:
    assert len(page.select(".scenario .drawing svg")) == len(page.select(".scenes .drawing svg")) == 1
    assert (
        text_of(page.select(".scene__text")[0]) == "1. Pasienten er hjemme Kan passe når reisen er lang for pasienten."
    )


def test_screen_readers_pass_drawings_by_and_no_style_is_written_inline(page: BeautifulSoup) -> None:
    drawn = page.select("svg")
    assert drawn and all(svg.find_parent(attrs={"aria-hidden": "true"}) or svg.get("aria-hidden") for svg in drawn)
    assert page.select("[style], [aria-hidden=true] a, [aria-hidden=true] button") == []


def test_the_figures_are_whole_and_accessible_in_print(small: Roadmap, tmp_path: Path) -> None:
    chapters = Chapters(small, TEMPLATES, "https://veikart.example/")
    chapter = small.chapters[0]
    path = f"pathway_guide/{chapter.file}"
    fragments = "".join(chapters.fragment(name, path, chapter, str) for name in INSERTIONS)
    sheets = ("theme/assets/tokens.css", "theme/assets/pictures.css", "guide/guide.css")
    style = font_faces() + "".join((TEMPLATES / sheet).read_text(encoding="utf-8") for sheet in sheets)
    html = (
        f'<html lang="nb"><head><title>Alle figurene</title><style>{style}</style></head>'
        f'<body><h1 data-running="Figurer">Figurer</h1>{fragments}</body></html>'
    )
    file = tmp_path / "figurer.pdf"
    file.write_bytes(accessible.finish(render_pdf(html, "figurer", templates=TEMPLATES), small))
    for line in ("Sparte reiser", "Bruken falt.", "Lite tid", "1. Pasienten er hjemme"):
        assert line in pdf.text(file)
    # The box of the answer is drawn over the others, after them; the guide does not show that figure.
    pdf.assert_accessible(file, "Alle figurene", [*pdf.EXPLAINED, "ORD-001"])
