"""The plan on paper: an A4 with lines to sign on, and the working poster filled in, on one A3."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pymupdf
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.plan.page import choose, opened, opened_browser

pytestmark = [pytest.mark.site, pytest.mark.browser]

HOSTILE = '<b>&" =HYPERLINK("x")'
# As long as a role may be.
LONG = "Avdelingsleder sammen med fagansvarlig og superbruker på tvers"[:60]


def printed(page: Page, folder: Path) -> pymupdf.Document:
    path = folder / "printed.pdf"
    page.pdf(path=path, prefer_css_page_size=True)
    return pymupdf.open(path)


def printed_poster(page: Page, folder: Path) -> pymupdf.Document:
    page.evaluate("window.print = () => {}")
    page.get_by_role("button", name="Skriv ut arbeidsplakaten").click()
    return printed(page, folder)


def millimetres(page: pymupdf.Page) -> tuple[int, int]:
    return round(page.rect.width / 72 * 25.4), round(page.rect.height / 72 * 25.4)


def words(document: pymupdf.Document) -> str:
    return " ".join(" ".join(page.get_text() for page in document).split())


def test_the_plan_is_printed_with_lines_to_sign_on(plan: Page, tmp_path: Path) -> None:
    choose(plan, "A1", "B1")
    plan.get_by_label("Enhet").fill("Poliklinikken")
    plan.get_by_label("Status for A1").select_option("På plass")
    plan.get_by_label("Ansvarlig rolle for A1").select_option("Leder")
    plan.get_by_label("Frist for A1").fill("2027-03-01")
    plan.get_by_text("Notat og historikk for B1").click()
    plan.get_by_label("Notat for B1").fill(HOSTILE)
    document = printed(plan, tmp_path)
    assert [millimetres(page) for page in document] == [(210, 297)]
    text = words(document)
    for part in (
        "Vår plan",
        "Poliklinikken",
        "A1 Begynn",
        "Leder",
        "På plass",
        "01.03.2027",
        HOSTILE,
        "Fagansvarlig",
        "Dato",
    ):
        assert part in text
    assert "Sorter etter" not in text
    assert "Ta ut av planen" not in text
    # The links of what is not printed lead nowhere from the paper.
    assert "Lenkene på siden" not in text

    plan.get_by_label("Fase").select_option("2 Fortsette")
    text = words(printed(plan, tmp_path))
    assert "Utvalg: 1 av 2 tiltak" in text
    assert "A1 Begynn" not in text


def test_a_long_plan_goes_over_several_sheets_and_repeats_its_head(plan: Page, tmp_path: Path) -> None:
    plan.evaluate(
        """() => {
            const measures = {};
            const note = "Et langt notat om hvordan dette skal gjøres hos dere. ".repeat(10);
            for (let number = 1; number <= 40; number += 1) measures[`X${number}`] = { chosen: true, note };
            localStorage["veikart:plan:lang"] = JSON.stringify({
                id: "lang", kind: "plan", version: 1, name: "Lang plan", revision: 1, data: { measures },
            });
        }"""
    )
    plan.reload()
    expect(plan.locator("[data-row]")).to_have_count(40)
    document = printed(plan, tmp_path)
    pages = [" ".join(page.get_text().split()) for page in document]
    assert len(pages) > 2
    assert all("Ansvarlig rolle" in text for text in pages[:-1])
    assert "Fagansvarlig" in pages[-1]


def printed_with_note(page: Page, folder: Path, note: str, count: int) -> pymupdf.Document:
    page.evaluate(
        """([note, count]) => {
            const measures = {};
            for (let number = 1; number <= count; number += 1) measures[`X${number}`] = { chosen: true, note };
            const plan = { id: "lang", kind: "plan", version: 1, name: "Lang plan", revision: 1, data: { measures } };
            localStorage["veikart:plan:lang"] = JSON.stringify(plan);
        }""",
        [note, count],
    )
    page.reload()
    expect(page.locator("[data-row]")).to_have_count(count)
    return printed(page, folder)


def test_a_long_note_has_the_width_of_the_sheet(plan: Page, tmp_path: Path) -> None:
    document = printed_with_note(plan, tmp_path, ("Et langt notat om hva dere gjør. " * 31).strip(), 1)
    lines = [line for block in document[0].get_text("blocks") for line in block[4].splitlines()]
    assert len([line for line in lines if "langt notat" in line]) <= 12
    assert len(document) == 1


def test_a_note_of_many_lines_begins_where_its_measure_stands(plan: Page, tmp_path: Path) -> None:
    document = printed_with_note(plan, tmp_path, "linje\n" * 160, 1)
    assert document[0].get_text().count("linje") > 20


def test_no_sheet_has_only_lines_to_sign_on(plan: Page, tmp_path: Path) -> None:
    note = "Et notat om hva dere gjør. " * 18
    for count in range(6, 16):
        last = printed_with_note(plan, tmp_path, note, count)[-1].get_text()
        assert "Fagansvarlig" in last
        assert f"X{count}" in last


def test_the_poster_shows_all_measures_with_what_the_plan_says(plan: Page, tmp_path: Path) -> None:
    choose(plan, "A1", "B1")
    plan.get_by_label("Status for A1").select_option("På plass")
    plan.get_by_label("Ansvarlig rolle for A1").select_option("En annen rolle")
    plan.get_by_label("Skriv rollen for A1").fill(HOSTILE)
    plan.get_by_label("Frist for A1").fill("2027-03-01")
    document = printed_poster(plan, tmp_path)
    assert [millimetres(page) for page in document] == [(420, 297)]
    text = words(document)
    for part in (
        f"{HOSTILE}, innen 01.03.2027",
        "A2 Si fra at dere begynner",
        "med 2 av 3 tiltak",
        "Bare et forslag",
        urlsplit(plan.url).netloc,
    ):
        assert part in text
    ticked = plan.locator("[data-poster-measure]", has=plan.locator(".plan-tick--ticked"))
    assert ticked.evaluate_all("(all) => all.map((box) => box.dataset.posterMeasure)") == ["A1", "B1"]
    assert plan.locator(".plan-tick--ticked").evaluate_all("(all) => all.map((tick) => tick.dataset.tick)") == [
        "pa-plass",
        "ikke-begynt",
    ]
    # What is printed next is the plan again.
    assert [millimetres(page) for page in printed(plan, tmp_path)] == [(210, 297)]


@pytest.fixture
def own(browser: Browser, address: str) -> Iterator[BrowserContext]:
    """The project's own roadmap: a poster must have room for whatever it holds."""
    with opened_browser(browser, address) as context:
        yield context


@pytest.mark.parametrize("role", ["Leder", LONG])
def test_the_whole_roadmap_goes_on_one_sheet_with_the_longest_roles(
    own: BrowserContext, tmp_path: Path, role: str
) -> None:
    page = opened(own)
    ids = page.locator("[data-pick]").evaluate_all("(all) => all.map(({ value }) => value)")
    page.evaluate(
        """([ids, role]) => {
            const one = { chosen: true, role, deadline: "2027-09-30", states: [] };
            const data = { measures: Object.fromEntries(ids.map((id) => [id, one])) };
            localStorage["veikart:plan:full"] = JSON.stringify({
                id: "full", kind: "plan", version: 1, name: "Plan for video hos oss i 2027", revision: 1, data,
            });
        }""",
        [ids, role],
    )
    page.reload()
    document = printed_poster(page, tmp_path)
    assert [millimetres(sheet) for sheet in document] == [(420, 297)]
    text = words(document)
    assert [id_ for id_ in ids if f"{id_} " not in text] == []
    assert text.count(role) >= len(ids)
    blocks = [pymupdf.Rect(block[:4]) for block in document[0].get_text("blocks")]
    assert max(block.y1 for block in blocks) < document[0].rect.height
    assert min(span["size"] for span in spans(document[0])) >= 6
    assert page.locator(".plan-poster").evaluate("(poster) => poster.scrollHeight <= poster.clientHeight")


def spans(page: pymupdf.Page) -> list[dict[str, float]]:
    lines = [line for block in page.get_text("dict")["blocks"] for line in block.get("lines", [])]
    return [span for line in lines for span in line["spans"] if span["text"].strip()]
