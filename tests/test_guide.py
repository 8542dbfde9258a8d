"""The guide that mkdocs-with-pdf makes of the chapters."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pymupdf
import pytest

from roadmap.model import Roadmap
from tests import pdf

pytestmark = pytest.mark.site


@pytest.fixture(scope="module")
def guide(site: Path) -> Path:
    return site / "nedlasting/veileder.pdf"


def test_it_is_a4_with_cover_contents_and_page_numbers(guide: Path, roadmap: Roadmap) -> None:
    with pymupdf.open(guide) as document:
        assert {(round(page.rect.width), round(page.rect.height)) for page in document} == {(595, 842)}
        pages = [" ".join(page.get_text().split()) for page in document]
    assert roadmap.guide_front.title in pages[0]
    assert all(f"Side {number} av {len(pages)}" in page for number, page in enumerate(pages[1:], start=2))
    for chapter in roadmap.chapters:
        first = next(number for number, page in enumerate(pages, 1) if f"Kapittel {chapter.chapter} " in page)
        assert f" {first} " in f"{pages[1]} ", f"innholdslista viser ikke side {first} for {chapter.title}"


def test_every_question_is_there_once_with_room_to_answer(guide: Path, roadmap: Roadmap) -> None:
    text = pdf.text(guide)
    assert {question.id: text.count(question.text) for question in roadmap.questions} == {
        question.id: 1 for question in roadmap.questions
    }


def test_links_lead_into_the_guide_or_to_the_full_address_of_the_site(guide: Path) -> None:
    with pikepdf.open(guide) as document:
        addresses = [
            str(annotation.A.URI)
            for page in document.pages
            for annotation in page.get("/Annots", [])
            if "/A" in annotation and "/URI" in annotation.A
        ]
    assert addresses
    assert all(address.startswith("https://veikart.example/") for address in addresses)


def test_its_fonts_are_embedded(guide: Path) -> None:
    assert pdf.fonts_that_are_not_embedded(guide) == []


def test_it_is_accessible(guide: Path, roadmap: Roadmap) -> None:
    pdf.assert_accessible(guide, roadmap.guide_front.title)
