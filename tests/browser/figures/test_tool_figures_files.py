"""What goes out of the page «Måltall» and comes back: CSV, Excel, documents, and files that are something else."""

from __future__ import annotations

import csv
import datetime
import io
import json
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Page, expect

from tests.browser.figures.page import SHIFT, count_in, filled, given, lock, note, sentences, take

pytestmark = [pytest.mark.site, pytest.mark.browser]


def test_csv_goes_out_and_comes_back(tool: Page) -> None:
    filled(tool, [3, "", 1350, 0])
    note(tool, "mars 2025", '=1+1; «sa» "han"')
    with tool.expect_download() as download:
        tool.get_by_role("button", name="CSV", exact=True).click()
    content = Path(download.value.path()).read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))
    assert [row[:2] for row in rows] == [
        ["Måned", "Antall"],
        ["2025-01", "3"],
        ["2025-02", ""],
        ["2025-03", "1350"],
        ["2025-04", "0"],
    ]
    assert rows[3][4] == '\'=1+1; «sa» "han"'
    assert_comes_back(tool, download.value.path(), "maltall.csv")


def test_what_may_tell_who_somebody_is_is_asked_about_before_a_file_is_made(tool: Page) -> None:
    filled(tool, [3, 4])
    tool.locator("#enhet").fill("Ring 912 34 567")
    tool.get_by_role("button", name="CSV", exact=True).click()
    tool.get_by_role("dialog").get_by_role("button", name="Gå tilbake og rett").click()
    expect(tool.locator("#enhet")).to_be_focused()


def test_a_workbook_goes_out_and_comes_back(tool: Page, tmp_path: Path) -> None:
    filled(tool, [3, "", 1350, 0])
    note(tool, "mars 2025", "=1+1 & <b>")
    with tool.expect_download() as download:
        tool.get_by_role("button", name="Excel", exact=True).click()
    book = tmp_path / download.value.suggested_filename
    download.value.save_as(book)
    [sheet] = openpyxl.load_workbook(book).worksheets
    found = [row for row in sheet.iter_rows(values_only=True) if isinstance(row[0], datetime.datetime)]
    assert [(str(row[0])[:7], row[1]) for row in found] == [
        ("2025-01", 3),
        ("2025-02", None),
        ("2025-03", 1350),
        ("2025-04", 0),
    ]
    assert found[2][4] == "=1+1 & <b>"
    assert_comes_back(tool, book, "maltall.xlsx")


def assert_comes_back(tool: Page, path: Path, file: str) -> None:
    """What was taken away is read again in a browser that has nothing."""
    tool.evaluate("localStorage.clear(); sessionStorage.clear()")
    tool.reload()
    given(tool, file, Path(path).read_bytes())
    expect(tool.locator("[data-paste-status]")).to_have_text("4 måneder er nye eller endret.")
    take(tool)
    expect(count_in(tool, "mars 2025")).to_have_value("1\N{NO-BREAK SPACE}350")
    expect(count_in(tool, "februar 2025")).to_have_value("")
    expect(count_in(tool, "april 2025")).to_have_value("0")
    expect(tool.locator("[data-notes] li")).to_contain_text(["=1+1"])


def test_the_sheet_for_counts_in_the_sites_own_workbook_is_read(tool: Page, site: Path, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(site / "nedlasting/veikart.xlsx")
    sheet = book["Måltall"]
    head = next(row for row in range(1, 60) if sheet.cell(row, 1).value == "Måned")
    # Written as values, where Excel has computed them.
    for place in range(24):
        sheet.cell(head + 1 + place, 1).value = datetime.date(2026 + place // 12, place % 12 + 1, 1)
    for place, count in enumerate([5, 7, None, 1350], start=head + 1):
        sheet.cell(place, 2).value = count
    sheet.cell(head + 2, 3).value = "Ferie"
    book.save(tmp_path / "veikart.xlsx")
    given(tool, "veikart.xlsx", (tmp_path / "veikart.xlsx").read_bytes())
    rows = tool.locator("[data-preview-rows] tr")
    expect(rows).to_have_text(
        ["jan. 20265", "feb. 20267Ferie", "mars 2026ikke talt", "apr. 20261\N{NO-BREAK SPACE}350"]
    )
    expect(tool.locator("[data-unread] li")).to_have_count(0)


def test_the_document_is_taken_away_and_opened_again_beside_what_is_there(tool: Page) -> None:
    filled(tool, SHIFT[:14])
    lock(tool, "januar 2025", "desember 2025")
    with tool.expect_download() as download:
        tool.keyboard.press("Control+s")
    kept = json.loads(Path(download.value.path()).read_text(encoding="utf-8"))
    assert (kept["kind"], kept["data"]["baseline"]["median"]) == ("figures", 11.5)
    count_in(tool, "januar 2025").fill("99")
    kept["data"]["months"] += [{"month": "2026-13", "count": 3, "note": ""}, {"month": "2026-03", "count": 0.5}]
    opened(tool, json.dumps(kept))
    expect(count_in(tool, "januar 2025")).to_have_value("10")
    expect(tool.locator("[data-document-status]")).to_contain_text("2 opplysninger i fila kunne ikke leses")
    assert "Medianen, 11,5, er låst" in sentences(tool)
    for broken in ('{"format": "veikart", "kind": "plan"', json.dumps(kept | {"kind": "plan"}), "[]"):
        opened(tool, broken)
        expect(count_in(tool, "januar 2025")).to_have_value("10")
    expect(tool.locator("[data-document-choose] option")).to_have_count(2)


def opened(tool: Page, content: str) -> None:
    file = {"name": "maltall.json", "mimeType": "application/json", "buffer": content.encode()}
    tool.locator("[data-document-open]").set_input_files(file)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("file", "content", "said"),
    [
        ("tall.csv", b"", "Det står ingenting i fila."),
        ("tall.csv", b"\x00\x01\x02" * 50, "ikke tekst"),
        ("tall.csv", b"1;2\n" * 2_000_000, "Fila er for stor. Den kan være på 5 MB."),
        ("tall.xlsx", b"PK\x03\x04" + b"x" * 100, "Regnearket er ødelagt"),
        ("tall.xlsx", b"0" * 11_000_000, "Fila er for stor. Den kan være på 10 MB."),
        ("tall.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "det gamle Excel-formatet"),
    ],
)
def test_a_file_that_is_something_else_changes_nothing(tool: Page, file: str, content: bytes, said: str) -> None:
    filled(tool, [3, 4])
    given(tool, file, content)
    expect(tool.locator("[data-paste-status]")).to_contain_text(said)
    expect(tool.locator("[data-preview]")).to_be_hidden()
    expect(tool.locator("[data-months] tr")).to_have_count(2)


def test_a_file_without_months_offers_nothing(tool: Page) -> None:
    given(tool, "annet.csv", b"Navn;Alder\nA;3\nB;4\n")
    expect(tool.locator("[data-unread] li")).to_have_count(2)
    expect(tool.locator("[data-take]")).to_be_disabled()
