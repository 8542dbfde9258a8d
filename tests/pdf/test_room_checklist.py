"""The room checklist, read from its PDF."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pymupdf
import pytest

from roadmap.content.model import Approval, Roadmap
from roadmap.errors import OutputError
from roadmap.pdf.room_checklist import room_checklist_pdf
from tests import pdf_checks as pdf
from tests.conftest import ROOT
from tests.pdf.roadmaps import small

TEMPLATES = ROOT / "templates"
ODD = """<x-evil a=1> & "q" {{ 7*7 }} [[x]] <!-- y --> 'z'"""


def with_title(roadmap: Roadmap, title: str) -> Roadmap:
    criteria = [
        criterion.model_copy(update={"title": title, "text": title, "checks": [title, title]})
        for criterion in roadmap.room_checklist.criteria
    ]
    checklist = roadmap.room_checklist.model_copy(update={"title": title, "criteria": criteria})
    return roadmap.model_copy(update={"room_checklist": checklist})


def test_it_is_one_accessible_page_with_every_check(tmp_path: Path) -> None:
    roadmap = small(tmp_path)
    file = tmp_path / "room.pdf"
    file.write_bytes(room_checklist_pdf(roadmap, TEMPLATES, "http://veikart.example/"))
    text = pdf.text(file)
    for criterion in roadmap.room_checklist.criteria:
        for said in (criterion.title, criterion.text, *criterion.checks):
            assert text.count(said) >= 1
    assert text.endswith("veikart.example/om/rom-sjekkliste")
    assert "://" not in text
    assert pdf.page_count(file) == 1
    assert pdf.fonts_that_are_not_embedded(file) == []
    pdf.assert_accessible(file, roadmap.room_checklist.title)


def test_an_approval_that_holds_no_more_is_told_of(tmp_path: Path) -> None:
    roadmap = small(tmp_path)
    approval = Approval.model_validate({"role": "leder", "date": "2026-11-22", "text": "bcdfghjklm"})
    checklist = roadmap.room_checklist.model_copy(update={"approval": approval})
    file = tmp_path / "room.pdf"
    made = roadmap.model_copy(update={"room_checklist": checklist})
    file.write_bytes(room_checklist_pdf(made, TEMPLATES, "http://veikart.example/"))
    assert "Godkjenningen fra 22. november 2026 gjelder ikke lenger: teksten er endret siden." in pdf.text(file)


def test_the_notice_does_not_run_into_the_qr_code(tmp_path: Path) -> None:
    roadmap = small(tmp_path)
    checklist = roadmap.room_checklist.model_copy(update={"proposal": "Punktene er forslag. " * 11})
    file = tmp_path / "room.pdf"
    changed = roadmap.model_copy(update={"room_checklist": checklist})
    file.write_bytes(room_checklist_pdf(changed, TEMPLATES, "https://veikart.example/"))
    with pymupdf.open(file) as document:
        qr_code = max(document[0].get_drawings(), key=lambda drawing: len(drawing["items"]))["rect"]
        words = [pymupdf.Rect(word[:4]) for word in document[0].get_text("words")]
    assert len(words) > 30
    assert not [word for word in words if word.intersects(qr_code)]


def test_the_editors_content_fits(roadmap: Roadmap) -> None:
    assert room_checklist_pdf(roadmap, TEMPLATES, "https://veikart.example/").startswith(b"%PDF")


def test_plain_fields_arrive_to_the_letter(tmp_path: Path) -> None:
    file = tmp_path / "odd.pdf"
    file.write_bytes(room_checklist_pdf(with_title(small(tmp_path), ODD), TEMPLATES, "https://veikart.example/"))
    assert pdf.text(file).count(ODD) == 5
    with pikepdf.open(file) as document:
        assert document.docinfo["/Title"] == ODD


def test_more_than_a_page_is_refused(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=r"sjekklista for rom fikk \d sider, ikke én"):
        room_checklist_pdf(with_title(small(tmp_path), "Langt " * 200), TEMPLATES, "https://veikart.example/")
