"""The poster that `make site` makes."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest

from roadmap.model import Roadmap
from tests import pdf

pytestmark = pytest.mark.site


@pytest.fixture(scope="module")
def poster(site: Path) -> Path:
    return site / "nedlasting/veikart-plakat-a1.pdf"


def test_it_is_one_page_of_a1_landscape(poster: Path) -> None:
    with pikepdf.open(poster) as document:
        assert [[round(edge) for edge in page.mediabox] for page in document.pages] == [[0, 0, 2384, 1684]]


def test_it_shows_every_phase_step_and_measure_as_text(poster: Path, roadmap: Roadmap) -> None:
    text = pdf.text(poster)
    expected = [
        roadmap.plan.title,
        *(phase.title for phase in roadmap.plan.phases),
        *(step.title for step in roadmap.plan.steps),
        *(f"{measure.id} {measure.title}" for measure in roadmap.measures),
    ]
    assert [title for title in expected if title not in text] == []


def test_its_fonts_are_embedded(poster: Path) -> None:
    assert pdf.fonts_that_are_not_embedded(poster) == []


def test_it_is_accessible(poster: Path, roadmap: Roadmap) -> None:
    pdf.assert_accessible(poster, roadmap.plan.title)
