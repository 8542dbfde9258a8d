"""A department's counts on the page «Måltall»: typed, pasted, judged, locked, shown, printed, taken away and back."""

from __future__ import annotations

import csv
import datetime
import io
import json
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pymupdf
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect

from tests.run_chart import FEWEST_USEFUL, judged

pytestmark = [pytest.mark.site, pytest.mark.browser]

TOOL = "/maltall/"
NOW = datetime.datetime(2026, 11, 27, 10)
MONTHS = ["jan", "feb", "mar", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "des"]
NAMES = [
    *("januar", "februar", "mars", "april", "mai", "juni"),
    *("juli", "august", "september", "oktober", "november", "desember"),
]
SHIFT = [10, 12, 11, 13, 10, 12, 11, 13, 10, 12, 11, 13, 30, 32, 31, 33, 30, 32, 31, 33, 30, 32]
HOSTILE = "<b>&\"'</b><script>alert(1)</script> 😀 {count} "


@pytest.fixture
def tool(page: Page) -> Page:
    page.clock.set_fixed_time(NOW)
    page.goto(TOOL)
    return page


def name(place: int, first_year: int = 2025) -> str:
    """The month so many after January."""
    return f"{NAMES[place % 12]}\N{NO-BREAK SPACE}{first_year + place // 12}"


def copied(counts: list[Any], first_year: int = 2025) -> str:
    """Two columns as Excel copies them."""
    return "\r\n".join(f"{MONTHS[at % 12]}.{first_year + at // 12}\t{count}" for at, count in enumerate(counts))


def paste(tool: Page, text: str) -> None:
    if not tool.get_by_label("Lim inn her").is_visible():
        tool.get_by_text("Lim inn fra Excel, eller hent en fil").click()
    tool.get_by_label("Lim inn her").fill(text)


def take(tool: Page) -> None:
    tool.get_by_role("button", name="Ta inn").click()


def filled(tool: Page, counts: list[Any]) -> Page:
    paste(tool, copied(counts))
    take(tool)
    return tool


def count_in(tool: Page, month: str) -> Locator:
    return tool.get_by_label(f"Antall i {month.replace(' ', chr(0xA0))}", exact=True)


def sentences(tool: Page) -> str:
    parts = [tool.locator(part).inner_text() for part in ("[data-situation]", "[data-verdict]")]
    return " ".join(parts).replace("\N{NO-BREAK SPACE}", " ").strip()


def note(tool: Page, month: str, text: str) -> None:
    tool.get_by_label("Måned", exact=True).select_option(label=month.replace(" ", "\N{NO-BREAK SPACE}"))
    tool.get_by_label("Merknad", exact=True).fill(text)
    tool.get_by_role("button", name="Lagre merknaden").click()


def lock(tool: Page, first: str, last: str) -> None:
    tool.get_by_label("Fra og med").select_option(label=first.replace(" ", "\N{NO-BREAK SPACE}"))
    tool.get_by_label("Til og med").select_option(label=last.replace(" ", "\N{NO-BREAK SPACE}"))
    tool.get_by_role("button", name="Lås medianen").click()


def test_counts_are_typed_into_rows_that_reach_to_the_last_month_that_is_over(tool: Page) -> None:
    tool.get_by_label("Første måned").fill("juli 2026")
    tool.get_by_role("button", name="Lag tabellen").click()
    expect(tool.locator("[data-months] tr")).to_have_count(4)
    expect(count_in(tool, "juli 2026")).to_be_focused()
    for count in ("31", "1 350", "", "0"):
        tool.keyboard.type(count)
        tool.keyboard.press("Enter")
    said = sentences(tool)
    assert "Dere har tall for 3 av 4 måneder fra juli 2026 til oktober 2026." in said
    assert "I oktober 2026 var det 0, og det er under medianen, som er 31." in said
    assert "Det trengs 10 måneder til" in said
    expect(tool.locator("[data-chart] circle.run-chart__point")).to_have_count(3)
    expect(tool.locator("[data-chart] polyline")).to_have_count(1)


def test_what_is_no_month_gives_no_table(tool: Page) -> None:
    for text in ("", "tull", "juli", "juli 1926", "juli 2999"):
        tool.get_by_label("Første måned").fill(text)
        tool.get_by_role("button", name="Lag tabellen").click()
        expect(tool.locator("#forste-maned-feil")).to_have_text("Skriv måned og år, for eksempel januar 2026.")
        expect(tool.locator("[data-months] tr")).to_have_count(0)


@pytest.mark.parametrize(
    ("typed", "said"),
    [("12,5", "helt tall"), ("-3", "under null"), ("ti", "ikke et helt tall"), ("1000000", "for stort")],
)
def test_what_is_no_count_is_named_and_not_drawn(tool: Page, typed: str, said: str) -> None:
    filled(tool, [5, 6, 7])
    count_in(tool, "mars 2025").fill(typed)
    expect(tool.locator("#antall-2025-03-feil")).to_contain_text(said)
    expect(tool.locator("[data-chart] circle.run-chart__point")).to_have_count(2)
    expect(count_in(tool, "mars 2025")).to_have_value(typed)
    count_in(tool, "mars 2025").fill("8")
    expect(tool.locator("#antall-2025-03-feil")).to_be_empty()
    expect(tool.locator("[data-chart] circle.run-chart__point")).to_have_count(3)


def test_a_month_ahead_can_not_be_counted_and_the_running_one_counts_when_it_is_over(tool: Page) -> None:
    paste(tool, "okt. 2026\t5\nnov. 2026\t3")
    take(tool)
    tool.get_by_role("button", name="Legg til desember").click()
    count_in(tool, "desember 2026").fill("9")
    expect(tool.locator("#antall-2026-12-feil")).to_contain_text("Måneden har ikke begynt")
    expect(tool.locator("[data-chart] circle.run-chart__unfinished")).to_have_count(1)
    assert "I oktober 2026 var det 5, og det er likt medianen." in sentences(tool)
    tool.clock.set_fixed_time(NOW + datetime.timedelta(days=7))
    tool.reload()
    assert "I november 2026 var det 3, og det er under medianen, som er 4." in sentences(tool)


def test_what_is_pasted_is_shown_first_with_what_could_not_be_read(tool: Page) -> None:
    filled(tool, [1, 2])
    paste(tool, "Måned\tAntall\njan.2025\t9\nfeb.2025\t2\nmars\t3\ntull\t4\nmai.2025\t5,5\nmai.2025\t6\r\n")
    expect(tool.locator("[data-preview-rows] tr")).to_have_text(["jan. 202591", "mai 20256"])
    unread = tool.locator("[data-unread] li")
    expect(unread).to_have_count(2)
    expect(unread).to_contain_text(["Rad 5, «tull · 4»", "Rad 6, «mai.2025 · 5,5»"])
    expect(tool.locator("[data-paste-status]")).to_have_text("Skriv hvilken måned det første tallet gjelder.")
    expect(count_in(tool, "januar 2025")).to_have_value("1")
    tool.get_by_label("Måneden som det første tallet gjelder").fill("januar 2025")
    expect(tool.locator("[data-paste-status]")).to_have_text("3 måneder er nye eller endret. 2 rader ble ikke lest.")
    take(tool)
    expect(tool.locator("[data-months] tr")).to_have_count(5)
    expect(count_in(tool, "januar 2025")).to_have_value("9")
    expect(count_in(tool, "april 2025")).to_have_value("")
    tool.get_by_role("button", name="Angre").click()
    expect(tool.locator("[data-months] tr")).to_have_count(2)
    expect(count_in(tool, "januar 2025")).to_have_value("1")


def test_several_lines_pasted_into_a_row_are_shown_from_its_month_on(tool: Page) -> None:
    filled(tool, [1, 2, 3])
    count_in(tool, "februar 2025").focus()
    tool.evaluate(
        """() => {
          const data = new DataTransfer();
          data.setData("text/plain", "20\\n30\\n40\\n");
          const event = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
          document.activeElement.dispatchEvent(event);
        }"""
    )
    expect(tool.locator("[data-preview-rows] tr")).to_have_text(["feb. 2025202", "mars 2025303", "apr. 202540"])
    tool.get_by_role("button", name="Avbryt").click()
    expect(count_in(tool, "februar 2025")).to_have_value("2")


def test_the_page_says_what_another_computation_says(tool: Page) -> None:
    chance = random.Random(7)
    series = [[chance.randrange(40) for _ in range(chance.randrange(2, 22))] for _ in range(8)]
    series += [SHIFT, SHIFT[::-1], [5] * 20, [1, 9] * 10, [0] * 12 + [1] * 8]
    for counts in series:
        tool.evaluate("localStorage.clear(); sessionStorage.clear()")
        tool.reload()
        said = sentences(filled(tool, counts))
        ours = judged(counts)
        median = f"{ours.median:g}".replace(".", ",")
        assert f"Dere har tall for alle de {len(counts)} månedene" in said
        assert f"som er {median}." in said or "likt medianen" in said
        assert (f"Det trengs {FEWEST_USEFUL - ours.useful} måneder til" in said) == (ours.useful < FEWEST_USEFUL - 1)
        assert ("Lang serie" in said, "Få kryssinger" in said) == (ours.long_run, ours.few_crossings), counts
        assert ("Noe har trolig endret seg" in said) == (ours.long_run or ours.few_crossings)
        assert ("Ingen av de to reglene" in said) == (ours.used and not ours.long_run and not ours.few_crossings)
        if ours.long_run:
            assert f"Lang serie: {ours.longest} måneder" in said
        expect(tool.locator("[data-chart] .run-chart__point--run")).to_have_count(ours.longest if ours.long_run else 0)


def test_the_picture_says_the_same_as_the_sentences(tool: Page) -> None:
    filled(tool, SHIFT)
    tool.get_by_label("Måltall per måned").fill("40")
    tool.get_by_label("Innen måned").fill("mars 2027")
    tool.get_by_label("Innen måned").blur()
    picture = tool.get_by_role("img", name="Videokonsultasjoner fra januar\N{NO-BREAK SPACE}2025")
    expect(picture).to_be_visible()
    described = picture.locator("desc").text_content() or ""
    assert described.replace("\N{NO-BREAK SPACE}", " ") == sentences(tool)
    assert "Måltallet er 40 i måneden innen mars 2027, og det mangler 8." in sentences(tool)
    expect(picture.locator(".run-chart__target-month")).to_have_count(1)


def test_a_locked_median_is_never_moved_by_itself(tool: Page) -> None:
    filled(tool, SHIFT[:12])
    lock(tool, "januar 2025", "desember 2025")
    expect(tool.get_by_role("button", name="Lås opp medianen")).to_be_focused()
    paste(tool, copied(SHIFT))
    take(tool)
    said = sentences(tool)
    assert "Medianen, 11,5, er låst til månedene fra januar 2025 til desember 2025." in said
    assert judged(SHIFT, 11.5).long_run and "Lang serie: 11 måneder fra desember 2025" in said
    count_in(tool, "januar 2025").fill("900")
    expect(tool.locator("[data-baseline-state]")).to_contain_text("Medianen av dem er nå 12.")
    assert "Medianen, 11,5, er låst" in sentences(tool)
    tool.reload()
    assert "Medianen, 11,5, er låst" in sentences(tool)
    expect(tool.locator("[data-chart] .run-chart__median-after")).to_have_count(1)
    tool.get_by_role("button", name="Lås opp medianen").click()
    assert "er låst" not in sentences(tool)
    expect(tool.get_by_label("Fra og med")).to_be_focused()


def test_everything_is_there_after_a_reload(tool: Page) -> None:
    filled(tool, [3, "", 0, 12])
    tool.get_by_label("Enhet").fill("Poliklinikken")
    tool.get_by_label("Det dere teller").fill("Timer på video")
    tool.get_by_label("Måltall per måned").fill("1 350")
    note(tool, "mars 2025", "Ferie")
    tool.reload()
    expect(count_in(tool, "februar 2025")).to_have_value("")
    expect(count_in(tool, "mars 2025")).to_have_value("0")
    expect(tool.get_by_label("Enhet")).to_have_value("Poliklinikken")
    expect(tool.get_by_label("Måltall per måned")).to_have_value("1\N{NO-BREAK SPACE}350")
    expect(tool.locator("[data-notes] li")).to_contain_text(["mars\N{NO-BREAK SPACE}2025 Ferie"])
    expect(tool.get_by_role("img", name="Timer på video fra januar")).to_be_visible()


def test_notes_are_numbered_in_the_picture_changed_and_taken_away(tool: Page) -> None:
    filled(tool, [3, 4, 5])
    note(tool, "mars 2025", "Ny rutine")
    note(tool, "januar 2025", "Ferie")
    expect(tool.locator("[data-notes] li")).to_contain_text(["januar\N{NO-BREAK SPACE}2025 Ferie", "mars"])
    expect(tool.locator("[data-chart] .run-chart__mark-number")).to_have_text(["1", "2"])
    tool.get_by_role("button", name="Endre merknaden for januar").click()
    expect(tool.get_by_label("Merknad", exact=True)).to_have_value("Ferie")
    tool.get_by_role("button", name="Fjern merknaden for mars").click()
    expect(tool.locator("[data-notes] li")).to_have_count(1)


def test_what_people_write_is_only_text(tool: Page) -> None:
    filled(tool, SHIFT)
    for label in ("Enhet", "Det dere teller"):
        tool.get_by_label(label).fill(HOSTILE)
    for month in ("januar 2025", "mars 2025"):
        note(tool, month, HOSTILE * 3)
    paste(tool, f"{HOSTILE}\t{HOSTILE}\n" * 30)
    tool.get_by_role("button", name="Vis fram og skriv ut").click()
    expect(tool.get_by_role("dialog")).to_contain_text("<b>&")
    tool.keyboard.press("Escape")
    tool.reload()
    expect(tool.locator("[data-notes] li").first).to_contain_text("<script>alert(1)</script> 😀 {count}")
    assert tool.locator("[data-figures] :is(b, script)").count() == 0
    assert tool.evaluate("document.documentElement.scrollWidth") <= 1440


def test_a_name_in_a_note_is_warned_of(tool: Page) -> None:
    filled(tool, [3])
    tool.get_by_label("Merknad", exact=True).fill("Ring 41 23 45 67")
    expect(tool.locator("#merknad-personvern")).to_contain_text("Skriv roller, ikke navn")


def test_rows_come_and_go_at_the_ends(tool: Page) -> None:
    filled(tool, [3, 4])
    tool.get_by_role("button", name="Legg til desember\N{NO-BREAK SPACE}2024").click()
    expect(count_in(tool, "desember 2024")).to_be_focused()
    tool.get_by_role("button", name="Legg til mars\N{NO-BREAK SPACE}2025").click()
    expect(tool.locator("[data-months] tr")).to_have_count(4)
    for month in ("desember 2024", "mars 2025", "februar 2025"):
        tool.get_by_role("button", name=f"Fjern {month}".replace(" 20", "\N{NO-BREAK SPACE}20"), exact=True).click()
    expect(count_in(tool, "januar 2025")).to_be_focused()
    tool.get_by_role("button", name="Fjern januar").click()
    expect(tool.get_by_label("Første måned")).to_be_focused()
    expect(tool.locator("[data-chart]")).to_be_hidden()


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
    expect(tool.locator("[data-document-status]")).to_contain_text("2 av radene lot seg ikke lese")
    assert "Medianen, 11,5, er låst" in sentences(tool)
    for broken in ('{"format": "veikart", "kind": "plan"', json.dumps(kept | {"kind": "plan"}), "[]"):
        opened(tool, broken)
        expect(count_in(tool, "januar 2025")).to_have_value("10")
    expect(tool.locator("[data-document-choose] option")).to_have_count(2)


def opened(tool: Page, content: str) -> None:
    file = {"name": "maltall.json", "mimeType": "application/json", "buffer": content.encode()}
    tool.locator("[data-document-open]").set_input_files(file)  # type: ignore[arg-type]


def given(tool: Page, file: str, content: bytes) -> None:
    if not tool.get_by_label("Lim inn her").is_visible():
        tool.get_by_text("Lim inn fra Excel, eller hent en fil").click()
    tool.locator("#hent-fil").set_input_files({"name": file, "mimeType": "", "buffer": content})


@pytest.mark.parametrize(
    ("file", "content", "said"),
    [
        ("tall.csv", b"", "Det står ingenting i fila."),
        ("tall.csv", b"\x00\x01\x02" * 50, "ikke tekst"),
        ("tall.csv", b"1;2\n" * 2_000_000, "Fila er for stor. Den kan være på 5 MB."),
        ("tall.xlsx", b"PK\x03\x04" + b"x" * 100, "Arbeidsboken er ødelagt"),
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


def printed(tool: Page) -> pymupdf.Document:
    return pymupdf.open(stream=tool.pdf(prefer_css_page_size=True))


def test_the_sheet_for_the_wall_is_one_a4_that_lies_down(tool: Page) -> None:
    filled(tool, SHIFT)
    tool.get_by_label("Enhet").fill("Poliklinikken")
    tool.get_by_label("Måltall per måned").fill("40")
    for place in range(0, 22, 3):
        note(tool, name(place), "Dette skjedde da, og det var ganske langt å skrive")
    sheet = printed(tool)
    assert len(sheet) == 1
    assert (round(sheet[0].rect.width), round(sheet[0].rect.height)) == (842, 595)
    words = " ".join(sheet[0].get_text().split())
    for said in (
        "Videokonsultasjoner måned for måned",
        "Poliklinikken",
        "Median",
        "Måltall 40",
        "Noe har trolig endret",
    ):
        assert said in words.replace("\N{NO-BREAK SPACE}", " ")
    assert "Lim inn" not in words and "Slik leser dere" not in words
    sizes = [span["size"] for span in spans(sheet[0])]
    assert min(sizes) >= 8.5


def test_the_sheet_is_printed_alike_while_it_is_shown_large(tool: Page) -> None:
    filled(tool, SHIFT)
    tool.get_by_role("button", name="Vis fram og skriv ut").click()
    sheet = printed(tool)
    assert len(sheet) == 1
    assert round(sheet[0].rect.width) == 842
    # Nothing lies behind it.
    corner = sheet[0].get_pixmap().pixel(400, 580)
    assert corner == (255, 255, 255)
    expect(tool.get_by_role("dialog")).to_be_visible()


def test_the_sheet_is_as_dark_on_paper_whatever_the_screen_is(tool: Page) -> None:
    filled(tool, SHIFT)
    tool.get_by_label("Måltall per måned").fill("40")
    tool.emulate_media(color_scheme="dark")
    assert {span["color"] for span in spans(printed(tool)[0])} == {0}


def spans(page: pymupdf.Page) -> list[dict[str, Any]]:
    blocks = page.get_text("dict")["blocks"]
    return [
        span for block in blocks for line in block.get("lines", []) for span in line["spans"] if span["text"].strip()
    ]


def test_a_page_without_counts_prints_what_it_says_of_itself(tool: Page) -> None:
    words = " ".join("".join(page.get_text() for page in printed(tool)).split())
    assert "Slik leser dere kurven" in words and "måned for måned" in words


def test_shown_large_it_closes_with_escape_and_gives_the_focus_back(tool: Page) -> None:
    filled(tool, SHIFT)
    tool.get_by_role("button", name="Vis fram og skriv ut").click()
    dialog = tool.get_by_role("dialog", name="Videokonsultasjoner måned for måned")
    expect(dialog.get_by_role("img")).to_be_visible()
    tool.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(tool.get_by_role("button", name="Vis fram og skriv ut")).to_be_focused()


def test_all_of_it_can_be_done_with_the_keyboard(tool: Page) -> None:
    def to(target: Locator, key: str = "Tab") -> None:
        for _ in range(80):
            if target.evaluate("(element) => element === document.activeElement"):
                return
            tool.keyboard.press(key)
        raise AssertionError(f"{key} does not lead to {target}")

    to(tool.get_by_label("Første måned"))
    tool.keyboard.type("september 2025")
    tool.keyboard.press("Enter")
    for count in range(14):
        tool.keyboard.type(str(10 + count % 2 + (20 if count > 6 else 0)))
        tool.keyboard.press("Enter")
    expect(tool.locator("[data-month-after]")).to_be_focused()
    tool.keyboard.press("Enter")
    tool.keyboard.type("7")
    tool.keyboard.press("ArrowUp")
    expect(count_in(tool, "oktober 2026")).to_be_focused()
    to(tool.get_by_text("Lim inn fra Excel, eller hent en fil"))
    tool.keyboard.press("Enter")
    to(tool.get_by_label("Lim inn her"))
    tool.keyboard.insert_text("aug. 2025\t9")
    to(tool.locator("[data-take]"))
    tool.keyboard.press("Enter")
    expect(count_in(tool, "august 2025")).to_have_value("9")
    to(tool.get_by_label("Merknad", exact=True))
    tool.keyboard.type("Ny rutine")
    tool.keyboard.press("Enter")
    to(tool.get_by_role("button", name="Lås medianen"))
    tool.keyboard.press("Enter")
    assert "er låst til månedene fra august 2025" in sentences(tool)
    tool.keyboard.press("Control+z")
    assert "er låst" not in sentences(tool)
    to(tool.get_by_role("button", name="Vis fram og skriv ut"), "Shift+Tab")
    tool.keyboard.press("Enter")
    expect(tool.get_by_role("dialog")).to_be_visible()


def empty(tool: Page) -> None:
    tool.get_by_role("button", name="Lag tabellen").click()


def offered(tool: Page) -> None:
    filled(tool, [3, 4])
    paste(tool, copied([5, 6, "6,5", 7]))


def wrong(tool: Page) -> None:
    filled(tool, [3, 4])
    count_in(tool, "januar 2025").fill("x")
    tool.get_by_label("Måltall per måned").fill("x")
    tool.get_by_label("Måltall per måned").blur()


def full(tool: Page) -> None:
    filled(tool, [*SHIFT, 3])
    tool.get_by_label("Måltall per måned").fill("40")
    note(tool, "mars 2025", "Ny rutine")


def locked(tool: Page) -> None:
    full(tool)
    lock(tool, "januar 2025", "mai 2025")


def large(tool: Page) -> None:
    locked(tool)
    tool.get_by_role("button", name="Vis fram og skriv ut").click()


STATES: list[Callable[[Page], None]] = [empty, offered, wrong, full, locked, large]


@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing(tool: Page, state: Callable[[Page], None]) -> None:
    state(tool)
    found = []
    for theme in ("light", "dark"):
        tool.emulate_media(color_scheme=theme)
        for width in (360, 1280):
            tool.set_viewport_size({"width": width, "height": 900})
            found += [f"{theme} {width} {one['id']}: {one['nodes']}" for one in Axe().run(tool).response["violations"]]
    assert found == []


@pytest.mark.parametrize("state", STATES)
def test_nothing_scrolls_sideways(tool: Page, state: Callable[[Page], None]) -> None:
    tool.set_viewport_size({"width": 320, "height": 640})
    state(tool)
    assert tool.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("factor", [1, 30_000])
def test_on_a_phone_the_picture_has_letters_that_can_be_read(tool: Page, factor: int) -> None:
    filled(tool, [count * factor - factor // 3 for count in SHIFT])
    tool.get_by_label("Måltall per måned").fill(str(33 * factor))
    tool.set_viewport_size({"width": 390, "height": 844})
    picture = tool.locator("[data-chart] svg")
    expect(picture).to_have_attribute("width", "358", timeout=3000)
    assert float(picture.get_attribute("font-size") or 0) >= 14
    boxes = [text.bounding_box() for text in picture.locator("text").all()]
    assert all(box and box["x"] >= 16 and box["x"] + box["width"] <= 374 for box in boxes)


def test_in_colours_of_your_own_the_picture_is_drawn_in_them(tool: Page) -> None:
    filled(tool, SHIFT)
    tool.emulate_media(forced_colors="active", color_scheme="dark")
    ground = tool.evaluate("getComputedStyle(document.body).backgroundColor")
    for part in ("line.run-chart__median", "polyline", ".run-chart__base"):
        stroke = tool.locator(f"[data-chart] {part}").first.evaluate("(line) => getComputedStyle(line).stroke")
        assert stroke != ground


def test_without_scripts_the_page_says_what_to_use_instead(browser: Browser, address: str) -> None:
    with browser.new_context(java_script_enabled=False, base_url=address) as context:
        page = context.new_page()
        page.goto(TOOL)
        instead = page.locator(".without-script")
        expect(instead).to_be_visible()
        expect(instead.get_by_role("link", name="Excel-arbeidsboken")).to_have_attribute(
            "href", "../nedlasting/veikart.xlsx"
        )
        expect(instead.get_by_role("link", name="arket for måltall")).to_be_visible()
        expect(page.locator("[data-figures]")).to_be_hidden()
