"""The pictures of requirements: where boxes stand and arrows run, and that words beside them say the same."""

from __future__ import annotations

import re
from itertools import combinations
from pathlib import Path

import pytest

from roadmap.content.load import load
from roadmap.content.model import Roadmap
from roadmap.site import relations
from roadmap.site.relations import Arrow, Box, Picture, Style
from roadmap.site.steps_line import steps_line
from roadmap.site.text_lines import wrapped
from tests.site.test_pages import headings_of, links_of, pages_of
from tests.test_mistakes import spoil


def points_of(arrow: Arrow) -> list[tuple[float, float]]:
    """Points close to each other along an arrow."""
    commands = re.findall(r"([MCh])([^MCh]+)", arrow.path)
    points: list[tuple[float, float]] = []
    for command, text in commands:
        numbers = [float(number) for number in text.split()]
        if command == "M":
            points.append((numbers[0], numbers[1]))
        elif command == "h":
            x, y = points[-1]
            points += [(x + numbers[0] * step / 40, y) for step in range(1, 41)]
        else:
            x, y = points[-1]
            x1, y1, x2, y2, x3, y3 = numbers
            for step in range(1, 41):
                t = step / 40
                u = 1 - t
                points.append(
                    (
                        u**3 * x + 3 * u**2 * t * x1 + 3 * u * t**2 * x2 + t**3 * x3,
                        u**3 * y + 3 * u**2 * t * y1 + 3 * u * t**2 * y2 + t**3 * y3,
                    )
                )
    return points


def is_within(point: tuple[float, float], box: Box) -> bool:
    x, y = point
    return box.x < x < box.x + box.width and box.y < y < box.y + box.height


@pytest.fixture(scope="module", params=["WHOLE", "WHOLE_BESIDE_A_LIST"])
def style(request: pytest.FixtureRequest) -> Style:
    found: Style = getattr(relations, request.param)
    return found


@pytest.fixture(scope="module")
def picture(roadmap: Roadmap, style: Style) -> Picture:
    return relations.whole_roadmap(roadmap, style)


def test_every_measure_has_its_box_and_every_requirement_its_arrow(picture: Picture, roadmap: Roadmap) -> None:
    assert [box.measure for box in picture.boxes] == roadmap.measures
    required = {(other, measure.id) for measure in roadmap.measures for other in measure.requires}
    assert {(arrow.source, arrow.target) for arrow in picture.arrows} == required


def test_boxes_stand_apart_within_the_picture(picture: Picture) -> None:
    for one, other in combinations(picture.boxes, 2):
        beside = one.x + one.width < other.x or other.x + other.width < one.x
        assert beside or abs(one.y - other.y) > one.height, f"{one.measure.id} {other.measure.id}"
    assert min(min(box.x, box.y) for box in picture.boxes) >= 0
    assert max(box.x + box.width for box in picture.boxes) <= picture.width
    assert max(box.y + box.height for box in picture.boxes) <= picture.height


def test_no_arrow_runs_through_a_box_and_each_leads_to_the_right(picture: Picture) -> None:
    places = {box.measure.id: box for box in picture.boxes}
    for arrow in picture.arrows:
        assert places[arrow.source].x < places[arrow.target].x
        assert not [box.measure.id for box in picture.boxes for point in points_of(arrow) if is_within(point, box)], (
            f"{arrow.source} → {arrow.target}"
        )


def test_the_same_content_gives_the_same_picture(picture: Picture, roadmap: Roadmap, style: Style) -> None:
    assert relations.whole_roadmap(roadmap, style) == picture


def test_long_ways_pass_beside_what_lies_between(tree: Path) -> None:
    spoil(tree, "measures/b1-fortsett.yml", "requires: [A2]", "requires: [A1, A2]")
    picture = relations.whole_roadmap(load(tree))
    way = next(arrow for arrow in picture.arrows if (arrow.source, arrow.target) == ("A1", "B1"))
    between = next(box for box in picture.boxes if box.measure.id == "A2")
    passing = [y for x, y in points_of(way) if between.x < x < between.x + between.width]
    assert passing and not [y for y in passing if between.y <= y <= between.y + between.height]


def test_a_measure_shows_what_it_requires_and_opens_for_in_a_picture_and_in_words(tree: Path) -> None:
    page = pages_of(tree)["measures/a2.md"]
    pictures = page.select("svg.relations")
    assert [svg["aria-label"] for svg in pictures] == ["Hva tiltaket krever og åpner for"] * 2
    for svg in pictures:
        assert [link.get("aria-label", link.text.strip()) for link in svg.select("a")] == ["A1 Begynn", "B1 Fortsett"]
        assert len(svg.select(".relations__arrow")) == 2
    assert "A2 krever A1 og åpner for B1." in page.get_text()
    assert "A1 krever ingen andre tiltak og åpner for A2." in pages_of(tree)["measures/a1.md"].get_text()
    assert "B1 krever A2. Ingen andre tiltak venter på det." in pages_of(tree)["measures/b1.md"].get_text()


def test_a_measure_without_relations_has_no_picture(tree: Path) -> None:
    spoil(tree, "measures/b1-fortsett.yml", "requires: [A2]\n", "")
    assert not pages_of(tree)["measures/b1.md"].select("svg.relations")


def test_the_roadmap_is_told_in_words_too(tree: Path) -> None:
    spoil(tree, "roadmap.yml", "roles:\n", "returns: [{from: B, to: A, reason: Noe er nytt}]\nroles:\n")
    page = pages_of(tree)["veikart.md"]
    text = " ".join(page.get_text().split())
    assert "Fra B går en stiplet vei tilbake til A: Noe er nytt." in text
    assert "A2 Si fra at dere begynner Krever A1. Åpner for B1." in text
    assert "B1 Fortsett Krever A2. Ingen andre tiltak venter på dette." in text
    assert headings_of(page) == ["Stegene", "Tiltakene", "Det samme i ord"]
    assert {"../tiltak/a1/", "../steg/a/"} <= set(links_of(page))
    assert "../veikart/" in links_of(pages_of(tree)["measures/index.md"])


def test_the_steps_stand_in_order_with_the_way_back_over_them(roadmap: Roadmap) -> None:
    line = steps_line(roadmap)
    assert [stop.step for stop in line.stops] == roadmap.plan.steps
    places = [stop.x for stop in line.stops]
    assert places == sorted(places)
    assert [way.returning for way in line.ways_back] == roadmap.plan.returns
    assert all(0 < way.y < line.line for way in line.ways_back)


def test_text_is_broken_where_it_becomes_too_wide() -> None:
    assert wrapped("Ta opp erfaringene med video", 13.5, 120) == ("Ta opp erfaringene", "med video")
    assert wrapped("Videokonsultasjonene", 13.5, 20) == ("Videokonsultasjonene",)
