"""The road of the guide's cover: its shape, and the cover that it is drawn on."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from roadmap.content.model import Roadmap
from roadmap.pdf.render import render_pdf
from roadmap.pdf.road import road
from roadmap.templating import environment
from tests.conftest import ROOT
from tests.pdf.roadmaps import grown, small

TEMPLATES = ROOT / "templates"
SHAPES = [[2, 5, 4], [2, 5, 5], [2], [4], [12], [1, 1], [3, 3, 3, 3], [1, 8, 1, 1, 1, 1, 1, 1, 1]]


def cover(roadmap: Roadmap) -> BeautifulSoup:
    template = environment(TEMPLATES).get_template("guide/cover.html.j2")
    html = template.render(roadmap=roadmap, site_url="http://veikart.example/", road=road(roadmap))
    return BeautifulSoup(html, "html.parser")


def test_three_phases_have_the_look_that_they_had(tmp_path: Path) -> None:
    made = road(grown(tmp_path, [2, 5, 4]))
    assert made.path == "M10 15 H125 a15 15 0 0 1 0 30 H35 a15 15 0 0 0 0 30 H150"
    places = [(30, 15), (100, 15), *((x, 45) for x in (45, 65, 85, 105, 125)), *((x, 75) for x in (50, 80, 110, 140))]
    assert [(stop.x, stop.y) for stop in made.stops] == places
    assert [stop.letter for stop in made.stops] == list("ABCDEFGHIJK")
    assert (made.width, made.height, made.radius, made.scale) == (160, 90, 6, 1)


@pytest.mark.parametrize("shape", SHAPES, ids=str)
def test_a_road_of_any_shape_stays_inside_and_keeps_its_stops_apart(shape: list[int], tmp_path: Path) -> None:
    made = road(grown(tmp_path, shape))
    assert len(made.stops) == sum(shape)
    for stop in made.stops:
        assert made.radius < stop.x < made.width - made.radius
        assert made.radius < stop.y < made.height - made.radius
    for before, after in zip(made.stops, made.stops[1:], strict=False):
        assert before.y != after.y or after.x - before.x > 2 * made.radius
    assert [sum(stop.y == y for stop in made.stops) for y in sorted({stop.y for stop in made.stops})] == shape
    assert made.path.count("a15") == len(shape) - 1
    assert made.height * made.scale <= 120


@pytest.mark.parametrize("shape", SHAPES, ids=str)
def test_the_cover_is_drawn_for_any_shape(shape: list[int], tmp_path: Path) -> None:
    roadmap = grown(tmp_path, shape)
    html = f"<!doctype html><html lang='nb'><title>Forside</title><body>{cover(roadmap)}</body></html>"
    assert render_pdf(html, "forsiden", templates=TEMPLATES).startswith(b"%PDF")
    letters = [text.get_text() for text in cover(roadmap).select("svg text")]
    assert letters == [step.letter for step in roadmap.plan.steps]


def test_the_cover_says_what_the_guide_says_to_the_letter(tmp_path: Path) -> None:
    odd = """<x-evil a=1> & "q" {{ 7*7 }} [[x]] <!-- y --> 'z'"""
    roadmap = small(tmp_path)
    front = roadmap.guide_front.model_copy(update={"title": odd, "summary": odd})
    soup = cover(roadmap.model_copy(update={"guide_front": front}))
    assert [element.get_text() for element in soup.select("h1, .cover-purpose")] == [odd, odd]
    text = soup.get_text(" ", strip=True)
    assert "0.9 – utkast, 22. november 2026" in text
    assert "veikart.example/veileder" in text
    assert [link["href"] for link in soup.select("a")] == ["http://veikart.example/veileder/"]
    assert "://" not in text
