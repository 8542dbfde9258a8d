"""The answer on paper, copied, and as numbers."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import pymupdf
import pytest
from playwright.sync_api import Page, expect

from roadmap.content.model import Roadmap
from roadmap.content.model.gain_rates import rounded
from tests.browser.gains.page import HOSTILE, OLD, SAMPLE, SHARE, TOOL, fill, spaced

pytestmark = [pytest.mark.site, pytest.mark.browser]


def test_the_answer_is_printed_on_one_sheet_with_the_caveats(page: Page, tmp_path: Path, roadmap: Roadmap) -> None:
    page.goto(TOOL)
    page.get_by_label("Enhet", exact=True).fill(HOSTILE)
    fill(page)
    for label, value in (
        ("Reisekostnader per konsultasjon", "200–400"),
        ("Tid pasienten sparer", "61,25–122,75"),
        ("Verdien av en time", "249,50–350,75"),
        ("Kilometer pasienten slipper", "80–90"),
        ("Utslipp per kilometer", "100–100,5"),
        ("Timer dere unngår i året, som ellers ikke ble fylt", "1 000–2 000"),
        ("Timer dere unngår i året, der pasienten ellers ikke møtte", "10"),
        ("Verdien av én slik time", "1000"),
    ):
        page.get_by_label(label).evaluate("(field) => { field.closest('details').open = true; }")
        page.get_by_label(label).fill(value)
    file = tmp_path / "gevinst.pdf"
    page.pdf(path=file, prefer_css_page_size=True)
    with pymupdf.open(file) as document:
        assert document.page_count == 1
        text = spaced(document[0].get_text())
    for caveat in roadmap.gains.caveats:
        assert spaced(caveat) in text
    assert HOSTILE.partition(" 🙂")[0] in text
    for line in (
        "sist endret",
        "600 videokonsultasjoner",
        "Dette regnet vi med",
        "200–400 kr (deres tall)",
        "4 800–5 400 kg CO₂",
    ):
        assert line in text
    for control in (SAMPLE, "Last ned som regneark", "Egne tall for reise og tid", "Lagret bare i denne nettleseren"):
        assert control not in text


def test_an_answer_that_is_old_is_said_to_be_so_in_print(page: Page, tmp_path: Path) -> None:
    page.goto(TOOL)
    fill(page)
    page.get_by_label(SHARE).fill("x")
    page.pdf(path=tmp_path / "gammelt.pdf", prefer_css_page_size=True)
    with pymupdf.open(tmp_path / "gammelt.pdf") as document:
        assert OLD in spaced("".join(sheet.get_text() for sheet in document))


def test_the_answer_is_copied_as_text_with_the_caveats(page: Page, address: str, roadmap: Roadmap) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=address)
    page.goto(TOOL)
    page.get_by_label("Enhet", exact=True).fill("Poliklinikken")
    fill(page)
    page.get_by_role("button", name="Kopier som tekst").click()
    expect(page.locator("[data-copied]")).to_have_text("Teksten er kopiert.")
    copied = spaced(page.evaluate("navigator.clipboard.readText()"))
    assert re.match(
        r"Resultatet Poliklinikken, sist endret \d+\. \w+ \d{4} I dag anslås 200 videokonsultasjoner", copied
    )
    for line in (*roadmap.gains.caveats, "Dette regnet vi med", "Videokonsultasjoner 200 600 400"):
        assert spaced(line) in copied


def test_the_answer_is_taken_away_as_numbers(page: Page, roadmap: Roadmap) -> None:
    page.goto(TOOL)
    page.get_by_label("Enhet", exact=True).fill("=Poliklinikken")
    fill(page)
    with page.expect_download() as downloaded:
        page.get_by_role("button", name="Last ned som regneark").click()
    assert re.fullmatch(r"gevinst.*\.csv", downloaded.value.suggested_filename)
    text = Path(downloaded.value.path()).read_text(encoding="utf-8-sig")
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))
    assert rows[0][2:4] == ["I dag, lavt anslag", "I dag, høyt anslag"]
    by_name = {row[0]: row for row in rows if row}
    assert by_name["Videokonsultasjoner"][1:] == ["antall", "200", "200", "600", "600", "400", "400"]
    time = roadmap.gains.rates.gain(200).time
    assert [int(cell) for cell in by_name["Verdien av tiden (pasientene)"][2:4]] == [
        rounded(time.low),
        rounded(time.high),
    ]
    texts = {row[0].removeprefix("'") for row in rows if row}
    assert set(roadmap.gains.caveats) <= texts
    assert any(text.startswith("=Poliklinikken, sist endret ") for text in texts)
