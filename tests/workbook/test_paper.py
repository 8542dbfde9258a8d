"""The workbook as LibreOffice prints it: A4, charts whole, and no text that runs into the next column or row."""

from __future__ import annotations

import subprocess
from itertools import combinations
from typing import Any

import pymupdf
import pytest

from tests.conftest import ROOT
from tests.programs import program
from tests.workbook.files import made, opened

A4 = [595, 842]
SHEETS = ["Om", "Tiltak", "Plan", "Egenvurdering", "Resultat", "Måltall"]
WHITE = 0xFFFFFF
FOOT = 50

Pages = dict[str, list[pymupdf.Page]]


@pytest.fixture(scope="module")
def paper(tmp_path_factory: pytest.TempPathFactory) -> Pages:
    """The pages of each sheet, as their feet name them."""
    folder = tmp_path_factory.mktemp("paper")
    (folder / "veikart.xlsx").write_bytes(made(ROOT / "content"))
    profile = f"-env:UserInstallation={(folder / 'office').as_uri()}"
    command = [program("soffice"), profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*command, str(folder / "veikart.xlsx")], check=True, capture_output=True, timeout=180)
    pages: Pages = {}
    for page in pymupdf.open(folder / "veikart.pdf"):
        foot = [str(word[4]) for word in page.get_text("words") if word[1] > page.rect.height - FOOT]
        pages.setdefault(next(name for name in SHEETS if name in foot), []).append(page)
    return pages


def test_every_sheet_is_one_a4_across(paper: Pages) -> None:
    assert list(paper) == SHEETS
    for pages in paper.values():
        for page in pages:
            assert sorted(round(side) for side in page.rect.br) == A4
            assert all(span["bbox"][0] > 20 and span["bbox"][2] < page.rect.width - 20 for span in spans(page))
            assert min(span["size"] for span in spans(page) if span["bbox"][1] < page.rect.height - FOOT) >= 7.5


@pytest.mark.parametrize("name", ["Om", "Resultat", "Måltall"])
def test_a_sheet_with_a_chart_is_whole_on_one_page(paper: Pages, name: str) -> None:
    assert len(paper[name]) == 1


@pytest.mark.parametrize("name", ["Tiltak", "Plan", "Egenvurdering"])
def test_every_page_has_the_head_and_no_text_runs_into_the_next_column_or_row(paper: Pages, name: str) -> None:
    (table,) = opened(made(ROOT / "content"))[name].tables.values()
    printed = [one.name for one in table.tableColumns if one.name not in UNPRINTED[name]]
    for page in paper[name]:
        head = [span for span in spans(page) if span["color"] == WHITE]
        starts = sorted({round(span["bbox"][0]) for span in head})
        assert len(starts) == len(printed)
        below = max(span["bbox"][3] for span in head)
        body = [span for span in spans(page) if below < span["bbox"][3] and span["bbox"][1] < page.rect.height - FOOT]
        crossing = [
            (span["text"], start)
            for span in body
            for start in starts[1:]
            if span["bbox"][0] < start - 1 and span["bbox"][2] > start - 3
        ]
        assert crossing == []
        assert [
            (one["text"], other["text"]) for one, other in combinations([*head, *body], 2) if overlap(one, other)
        ] == []


# What is of no use on paper.
UNPRINTED = {"Tiltak": ["På nettstedet"], "Plan": [], "Egenvurdering": ["Id"]}


def spans(page: pymupdf.Page) -> list[dict[str, Any]]:
    blocks = page.get_text("dict")["blocks"]
    found = [span for block in blocks for line in block.get("lines", []) for span in line["spans"]]
    return [span for span in found if span["text"].strip()]


def overlap(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Whether two texts stand in each other's way, and not only as near as lines of a paragraph."""
    first, second = pymupdf.Rect(one["bbox"]), pymupdf.Rect(other["bbox"])
    shared = first & second
    return not shared.is_empty and shared.height > 0.4 * min(first.height, second.height)
