"""What the calculator shows adds up, on the page, in the file and in print, and asks for what can't be misread."""

from __future__ import annotations

import csv
import io
import re
from decimal import Decimal
from pathlib import Path

import pymupdf
import pytest
from babel.numbers import format_decimal
from playwright.sync_api import Page, expect

from roadmap.content.model import Roadmap
from tests.browser.gains.page import COUNT, SAMPLE, TOOL, spaced

pytestmark = [pytest.mark.site, pytest.mark.browser]

TARGET = "Videokonsultasjoner i året som mål"
ALL, TRAVEL, TIME, TOTAL = (
    "Videokonsultasjoner",
    "Sparte reisekostnader (samfunnet)",
    "Verdien av tiden (pasientene)",
    "Reise og tid til sammen",
)

Rows = dict[str, list[tuple[Decimal, Decimal]]]


@pytest.mark.parametrize(("today", "target"), [("535", "1 285"), ("200", "600"), ("1 350", "1 360"), ("7", "90 000")])
def test_what_is_shown_adds_up_on_the_page_in_the_file_and_in_print(page: Page, today: str, target: str) -> None:
    page.goto(TOOL)
    page.get_by_role("radio", name="Vi vet antallet på video").check()
    page.get_by_label(COUNT).fill(today)
    page.get_by_label(TARGET).fill(target)
    page.get_by_label(TARGET).press("Tab")
    shown = table_of(page)
    assert_adds_up(shown)
    more = f"{'–'.join(map(number, shown[TOTAL][2]))} kr mer."
    assert more in spaced(page.locator("[data-answer]").inner_text())
    with page.expect_download() as downloaded:
        page.get_by_role("button", name="Last ned som regneark").click()
    assert file_of(Path(downloaded.value.path())) == shown
    with pymupdf.open(stream=page.pdf(prefer_css_page_size=True)) as document:
        # A line may end between the two ends of a span.
        printed = spaced(document[0].get_text()).replace("– ", "–")
    assert more in printed
    assert all(number(end) in printed for end in shown[TOTAL][1])


def test_the_clinic_comes_out_as_the_overview_has_it_and_adds_up(page: Page, roadmap: Roadmap) -> None:
    page.goto(TOOL)
    page.get_by_role("button", name=SAMPLE).click()
    shown = table_of(page)
    assert_adds_up(shown)
    for place, volume in enumerate(roadmap.gains.volumes):
        assert shown[ALL][place] == (Decimal(volume.consultations),) * 2
        assert shown[TRAVEL][place] == (Decimal(volume.travel),) * 2
        assert shown[TIME][place] == (Decimal(volume.time.low), Decimal(volume.time.high))


def test_the_fields_for_unused_hours_ask_how_many_fewer_there_will_be(page: Page) -> None:
    page.goto(TOOL)
    page.get_by_role("radio", name="Vi vet antallet på video").check()
    page.get_by_label(COUNT).fill("100")
    page.get_by_text("Ubrukte timer dere unngår").click()
    for label in ("som ellers ikke ble fylt", "der pasienten ellers ikke møtte"):
        field = page.get_by_label(f"Timer dere unngår i året, {label}")
        expect(field).to_have_accessible_description(re.compile("^Så mange færre, og ikke alle"))
        field.fill("20")
    expect(page.locator("[data-answer]")).to_contain_text("Dere regner med å unngå 40\N{NO-BREAK SPACE}timer i året")


def assert_adds_up(rows: Rows) -> None:
    for end in (0, 1):
        for today, target, difference in rows.values():
            assert target[end] - today[end] == difference[end]
        for place in range(3):
            assert rows[TRAVEL][place][end] + rows[TIME][place][end] == rows[TOTAL][place][end]


def table_of(page: Page) -> Rows:
    """The numbers of the page's table, as a reader finds them there."""
    rows = page.locator("[data-details] tbody tr").all()
    return {
        row.locator("th").inner_text(): [span(cell) for cell in row.locator("td").all_inner_texts()] for row in rows
    }


def span(cell: str) -> tuple[Decimal, Decimal]:
    ends = [Decimal(re.sub(r"[^0-9,]", "", end).replace(",", ".")) for end in cell.split("–")]
    return ends[0], ends[-1]


def number(value: Decimal) -> str:
    return spaced(format_decimal(value, locale="nb"))


def file_of(file: Path) -> Rows:
    rows = list(csv.reader(io.StringIO(file.read_text(encoding="utf-8-sig"), newline=""), delimiter=";"))
    numbers = {row[0]: [Decimal(cell.replace(",", ".")) for cell in row[2:]] for row in rows[1 : rows.index([])]}
    return {name: list(zip(ends[::2], ends[1::2], strict=True)) for name, ends in numbers.items()}
