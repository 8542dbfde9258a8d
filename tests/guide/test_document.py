"""The guide that mkdocs-with-pdf makes of the chapters."""

from __future__ import annotations

import re
from pathlib import Path

import pikepdf
import pymupdf
import pytest
from bs4 import BeautifulSoup

from roadmap.content.model import Roadmap
from roadmap.errors import OutputError
from roadmap.guide.document import refuse_lost_links
from roadmap.guide.form import form_fields, meeting_fields, refuse_wrong_fields
from roadmap.text.markdown import render
from roadmap.text.sections import section
from tests import pdf_checks as pdf
from tests.guide.page_fill import page_fills

pytestmark = pytest.mark.site


@pytest.fixture(scope="module")
def guide(site: Path) -> Path:
    return site / "nedlasting/veileder.pdf"


def test_it_is_a4_with_cover_contents_and_page_numbers(guide: Path, roadmap: Roadmap) -> None:
    with pymupdf.open(guide) as document:
        assert {tuple(sorted((round(page.rect.width), round(page.rect.height)))) for page in document} == {(595, 842)}
        pages = [" ".join(page.get_text().split()) for page in document]
    assert roadmap.guide_front.title in pages[0]
    assert all(f"Side {number} av {len(pages)}" in page for number, page in enumerate(pages[1:], start=2))
    for chapter in roadmap.chapters:
        first = next(number for number, page in enumerate(pages, 1) if f"Kapittel {chapter.chapter} " in page)
        assert f" {first} " in f"{pages[1]} ", f"innholdslista viser ikke side {first} for {chapter.title}"


def test_every_question_is_there_once_with_a_field_to_answer_in(guide: Path, roadmap: Roadmap) -> None:
    text = pdf.text(guide)
    assert {question.id: text.count(question.text) for question in roadmap.questions} == {
        question.id: 1 for question in roadmap.questions
    }
    names = [str(field.T) for field in pdf.fields(guide)]
    for question in roadmap.questions:
        assert names.count(f"svar/{question.id}") == 1
        assert names.count(f"valg/{question.id}") == (question.answer in ("ja_nei", "skala"))


def test_every_field_has_a_norwegian_name_and_the_page_keeps_reading_order(guide: Path, roadmap: Roadmap) -> None:
    fields = pdf.fields(guide)
    titles = [str(field.TU) for field in fields]
    assert len(set(titles)) == len(titles)
    sheet = next(sheet for sheet in roadmap.worksheets if roadmap.worksheet_rows(sheet)[0].title)
    second = roadmap.worksheet_rows(sheet)[1]
    assert f"{sheet.title}, rad 2, {second.title}: {sheet.columns[1].title}" in titles
    question = next(question for question in roadmap.questions if roadmap.question_options(question))
    choice = next(field for field in fields if f"valg/{question.id}" == field.T)
    said = [str(kid.TU).rpartition(": ")[2].partition(",")[0] for kid in choice.Kids]
    assert said == roadmap.question_options(question)
    assert all("/T" not in kid for kid in choice.Kids)
    with pikepdf.open(guide) as document:
        assert {str(page.get("/Tabs")) for page in document.pages if "/Annots" in page} == {"/S"}


def test_answers_have_many_lines_and_letters_that_readers_can_write(guide: Path) -> None:
    for field in pdf.fields(guide):
        if str(field.T).startswith(("svar/", "ark/")):
            assert int(field.Ff) & 1 << 12, f"{field.T} tar bare én linje"
    with pikepdf.open(guide) as document:
        font = document.Root.AcroForm.DR.Font.Felt
        assert font.Encoding == "/WinAnsiEncoding"
        assert "/FontFile2" in font.FontDescriptor


def test_every_empty_cell_of_a_worksheet_is_a_field(guide: Path, roadmap: Roadmap) -> None:
    cells = [field for field in form_fields(roadmap) if field.name.startswith("ark/")]
    assert len([field for field in pdf.fields(guide) if str(field.T).startswith("ark/")]) == len(cells) > 0


def test_each_worksheet_is_on_one_page(guide: Path, roadmap: Roadmap) -> None:
    with pikepdf.open(guide) as document:
        where: dict[str, set[int]] = {}
        for number, page in enumerate(document.pages):
            for annotation in page.get("/Annots", []):
                if match := re.match(r"ark/([^/]+)/", str(annotation.get("/T", ""))):
                    where.setdefault(match[1], set()).add(number)
    assert where.keys() == {sheet.id for sheet in roadmap.worksheets}
    assert [sheet for sheet, pages in where.items() if len(pages) > 1] == []


def test_no_page_is_less_than_a_third_full(guide: Path, site: Path) -> None:
    for file in (guide, site / "nedlasting/veileder-moteutgave.pdf"):
        empty = {page: round(fill, 2) for page, fill in enumerate(page_fills(file), start=1) if fill < 1 / 3}
        assert empty == {}, f"{file.name}: for lite på sidene {empty}"


def test_every_page_says_that_it_is_a_proposal(guide: Path, site: Path, roadmap: Roadmap) -> None:
    sheets = (site / "nedlasting").glob("arbeidsark-*.pdf")
    for file in (guide, site / "nedlasting/veileder-moteutgave.pdf", *sheets):
        with pymupdf.open(file) as document:
            silent = [page.number + 1 for page in document if roadmap.plan.proposal.label not in page.get_text()]
        assert (silent == []) == (roadmap.guide_front.status == "utkast"), f"{file.name}: {silent}"


def test_chapters_start_on_the_left_with_their_questions_beside_them(guide: Path, roadmap: Roadmap) -> None:
    """Not a rule for ever, but what keeps most of the meeting within what one can see at a time."""
    with pymupdf.open(guide) as document:
        texts = [page.get_text() for page in document]
    first = next(number for number, text in enumerate(texts, 1) if "Kapittel 1\n" in text)
    assert first % 2 == 0


def test_bookmarks_reach_every_question(guide: Path, roadmap: Roadmap) -> None:
    with pymupdf.open(guide) as document:
        levels = [level for level, _, _ in document.get_toc()]
        titles = [title for _, title, _ in document.get_toc()]
    assert set(levels) == {1, 2, 3, 4}
    assert all(any(question.text in title for title in titles) for question in roadmap.questions)


def test_links_lead_into_the_guide_or_to_an_address_that_is_printed(guide: Path) -> None:
    with pikepdf.open(guide) as document:
        addresses = {
            str(annotation.A.URI)
            for page in document.pages
            for annotation in page.get("/Annots", [])
            if "/A" in annotation and "/URI" in annotation.A
        }
    text = pdf.text(guide)
    assert addresses
    assert all(address.startswith("https://veikart.example/") for address in addresses)
    assert [address for address in addresses if address.removeprefix("https://").rstrip("/") not in text] == []


def test_the_other_editions_are_short_and_can_be_filled_in(site: Path, roadmap: Roadmap) -> None:
    meeting = site / "nedlasting/veileder-moteutgave.pdf"
    names = {str(field.T) for field in pdf.fields(site / "nedlasting/veileder.pdf")}
    assert {str(field.T) for field in pdf.fields(meeting)} == {field.name for field in meeting_fields(roadmap)}
    assert pdf.page_count(meeting) in roadmap.plan.limits.meeting_pages
    sheets = list((site / "nedlasting").glob("arbeidsark-*.pdf"))
    assert len(sheets) == len(roadmap.worksheets) + 1
    for sheet in sheets:
        assert pdf.page_count(sheet) == 1
        assert {str(field.T) for field in pdf.fields(sheet)} < names


def test_the_meetings_edition_has_the_steps_of_every_chapter_and_words_to_open_with(
    site: Path, roadmap: Roadmap
) -> None:
    text = pdf.text(site / "nedlasting/veileder-moteutgave.pdf")
    steps = {
        chapter.chapter: BeautifulSoup(section(render(chapter.body), "I møtet"), "html.parser").select("ol > li")
        for chapter in roadmap.chapters
    }
    assert all(steps.values())
    # The first words, which stand on the first line.
    missing = [
        (number, start)
        for number, found in steps.items()
        for step in found
        if (start := " ".join(step.get_text().split()[:5])) not in text
    ]
    assert missing == []
    assert "Til den som leder møtet" in text


def test_every_edition_is_accessible(site: Path) -> None:
    for file in [site / "nedlasting/veileder-moteutgave.pdf", *(site / "nedlasting").glob("arbeidsark-*.pdf")]:
        with pikepdf.open(file) as document:
            title = str(document.docinfo["/Title"])
        assert title.startswith(("Møteutgave: ", "Arbeidsark: "))
        pdf.assert_accessible(file, title)


def test_a_question_without_its_field_stops_the_build(guide: Path, roadmap: Roadmap) -> None:
    one_more = roadmap.questions[0].model_copy(update={"id": "uten-felt"})
    with pikepdf.open(guide) as document, pytest.raises(OutputError, match="uten-felt"):
        refuse_wrong_fields(document, roadmap.model_copy(update={"questions": [*roadmap.questions, one_more]}), "guide")


def test_a_link_that_leads_nowhere_stops_the_build(guide: Path, tmp_path: Path) -> None:
    with pikepdf.open(guide) as document:
        link = next(a for page in document.pages for a in page.get("/Annots", []) if "/Dest" in a)
        link.Dest = pikepdf.String("ingen-steder")
        document.save(tmp_path / "veileder.pdf")
    with pytest.raises(OutputError, match="ingen-steder"):
        refuse_lost_links((tmp_path / "veileder.pdf").read_bytes())


def test_its_fonts_are_embedded(guide: Path) -> None:
    assert pdf.fonts_that_are_not_embedded(guide) == []


def test_it_is_accessible(guide: Path, roadmap: Roadmap) -> None:
    pdf.assert_accessible(guide, roadmap.guide_front.title)
