"""The pictures that links are shown with."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from roadmap.content.load import load
from roadmap.site.card_pictures import picture
from roadmap.site.pages import Site
from roadmap.site.social_cards import Card, cards, colours, shown_with
from tests.conftest import ROOT
from tests.test_mistakes import spoil

TEMPLATES = ROOT / "templates"
CARD = Card("Tiltak A1", "Begynn", "A", 1, "Lite veikart", "Bare et forslag")
# The room for the words: right of the road, and left of the margin.
ROOM = (200, 60, 1140, 600)


def cards_of(tree: Path) -> dict[str, Card]:
    roadmap = load(tree, TEMPLATES)
    return cards(roadmap, Site(roadmap, TEMPLATES, {}).pages(), TEMPLATES)


def drawn(card: Card) -> Image.Image:
    return Image.open(io.BytesIO(picture(card, colours(TEMPLATES)))).convert("RGB")


def words(card: Card) -> tuple[int, int, int, int]:
    """The box around everything but the road."""
    without = drawn(replace(card, kicker="", title="", site_name="", notice=""))
    # The few colours of a picture are near those of another, but not the same.
    box = ImageChops.difference(drawn(card), without).convert("L").point(lambda value: 255 * (value > 40)).getbbox()
    assert box
    return box


def test_each_kind_of_page_says_what_it_is(tree: Path) -> None:
    made = cards_of(tree)
    measure = made["measures/a1.md"]
    assert (measure.kicker, measure.title) == ("Tiltak A1 · Steg A: Første steg", "Begynn")
    assert (measure.letter, measure.phase, measure.notice) == ("A", 1, "Bare et forslag")
    assert made["steps/b.md"].kicker == "Steg B · Fase 2: Fortsette"
    assert made["pathway_guide/01-start.md"].kicker == "Veileder · Kapittel 1"
    assert made["pages/om.md"].alternative == "Om dette. Lite veikart"


def test_what_is_approved_is_no_proposal(tree: Path) -> None:
    approved = "status: godkjent\napproval: {role: leder, date: 2026-11-22}"
    for file in ("measures/a1-begynn.yml", "pathway_guide/index.md", "ready_made_texts/beskjed.md"):
        spoil(tree, file, "status: utkast", approved)
    made = cards_of(tree)
    approved_pages = ("measures/a1.md", "pathway_guide/01-start.md", "ready_made_texts/beskjed.md")
    assert [made[page].notice for page in approved_pages] == ["", "", ""]
    assert made["steps/a.md"].notice == made["index.md"].notice == "Bare et forslag"


def test_examples_and_stories_share_the_picture_of_their_list(tree: Path) -> None:
    roadmap = load(tree, TEMPLATES)
    shared = {page.path: shown_with(page) for page in Site(roadmap, TEMPLATES, {}).pages()}
    assert shared["stories/en-historie.md"] == "stories/index.md"
    assert shared["examples/et-eksempel.md"] == "examples/index.md"
    assert set(shared.values()) == cards_of(tree).keys()


@pytest.mark.parametrize(
    "title",
    [
        "Begynn",
        "Få oversikt over hvilke pasienter som kan tenke seg video, og spør dem før neste time hos dere",
        "Spesialisthelsetjenesteforskningssamarbeidsavtaleforhandlingsutvalgsmedlemmer",
        '<b>&"{{ 7 * 7 }}</b> «å» – …',
    ],
)
def test_every_title_keeps_within_the_picture(title: str) -> None:
    left, top, right, bottom = words(replace(CARD, title=title))
    assert left >= ROOM[0] and top >= ROOM[1]
    assert right <= ROOM[2] and bottom <= ROOM[3]
    data = picture(replace(CARD, title=title), colours(TEMPLATES))
    assert len(data) < 30_000
    assert data == picture(replace(CARD, title=title), colours(TEMPLATES))


def test_a_long_title_ends_above_what_stands_at_the_foot() -> None:
    title = "Få oversikt over hvilke pasienter som kan tenke seg video, og spør dem før neste time hos dere"
    assert words(replace(CARD, title=title, site_name="", notice=""))[3] <= 510


def test_the_longest_name_and_notice_stand_beside_each_other() -> None:
    name, notice = "Veikart for bruk av video i alle enheter", "Forslag fra redaksjonen, ikke godkjent"
    card = replace(CARD, site_name=name, notice=notice)
    assert words(card)[2] <= ROOM[2]
    foot = drawn(card).crop((ROOM[0], 520, ROOM[2], 600)).convert("L")
    columns = (foot.crop((x, 0, x + 1, foot.height)).getextrema() for x in range(foot.width))
    gaps = "".join(" " if min(column) > 200 else "x" for column in columns).strip()  # type: ignore[operator]
    assert " " * 30 in gaps


def test_a_phase_has_its_colour() -> None:
    # In the middle of the road, high above its stop.
    seen = drawn(replace(CARD, phase=2)).getpixel((112, 20))
    expected = bytes.fromhex(colours(TEMPLATES)["phase-2"].removeprefix("#"))
    assert isinstance(seen, tuple)
    assert max(abs(one - other) for one, other in zip(seen, expected, strict=True)) < 6
