"""The calculator, as somebody in a department uses it: what they type, read, print and take away."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Literal

import pymupdf
import pytest
from axe_playwright_python.base import AXE_FILE_PATH
from babel.numbers import format_decimal
from playwright.sync_api import Locator, Page, expect

from roadmap import urls
from roadmap.content.model import Roadmap
from roadmap.content.model.gain_rates import Estimate, rounded
from tests.browser.test_accessibility import EVERYTHING

pytestmark = [pytest.mark.site, pytest.mark.browser]

TOOL = "/gevinst/"
ALL = "Konsultasjoner i året"
SHARE = "Andel på video i dag, i prosent"
TARGET = "Andel på video som mål, i prosent"
COUNT = "Videokonsultasjoner i året i dag"
SAMPLE = "Prøv med tallene fra Medisinsk klinikk"
OLD = "Svaret er gammelt"
HOSTILE = "<b>&\"'</b><img src=x onerror=alert(1)> 🙂 " + "æ" * 2000


def answer(page: Page) -> Locator:
    return page.locator("[data-answer]")


def fill(page: Page, all_: str = "4 000", share: str = "5", target: str = "15") -> None:
    page.get_by_label(ALL, exact=True).fill(all_)
    page.get_by_label(SHARE).fill(share)
    page.get_by_label(TARGET).fill(target)
    page.get_by_label(TARGET).press("Tab")


def kroner(estimate: Estimate) -> str:
    low, high = (format_decimal(float(rounded(end)), locale="nb") for end in (estimate.low, estimate.high))
    return f"ca. {low} kr" if low == high else f"{low}–{high} kr"


def spaced(text: str) -> str:
    """The text with plain spaces, as a comparison wants it."""
    return re.sub(r"\s+", " ", text)


def test_a_leader_sees_what_going_from_5_to_15_per_cent_means(page: Page, roadmap: Roadmap) -> None:
    page.goto(TOOL)
    fill(page)
    rates = roadmap.gains.rates
    text = spaced(answer(page).inner_text())
    for count, estimate in ((200, rates.gain(200).travel), (600, rates.gain(600).travel), (400, rates.gain(400).total)):
        assert f"{count} videokonsultasjoner" in text
        assert spaced(kroner(estimate)) in text
    heads = page.locator("[data-details] thead th").all_inner_texts()
    assert heads == ["I året", "I dag", "Målet", "Forskjellen"]
    assert page.get_by_role("img", name="Det som spares i året").locator("rect").count() == 6


def test_the_clinic_comes_out_as_the_project_has_it(page: Page, roadmap: Roadmap) -> None:
    page.goto(TOOL)
    page.get_by_role("button", name=SAMPLE).click()
    text = spaced(answer(page).inner_text())
    for volume in roadmap.gains.volumes:
        count, travel, low, high = (
            format_decimal(number, locale="nb")
            for number in (volume.consultations, volume.travel, volume.time.low, volume.time.high)
        )
        assert spaced(f"{count} videokonsultasjoner") in text
        assert spaced(f"ca. {travel} kr i reisekostnader") in text
        assert spaced(f"{low}–{high} kr") in text
    assert spaced(f"Prosjektets anslag er ca. {roadmap.gains.per_consultation} kr") in text


def test_the_example_leaves_what_was_filled_in_alone(page: Page) -> None:
    page.goto(TOOL)
    fill(page, all_="777")
    page.get_by_role("button", name=SAMPLE).click()
    expect(page.get_by_label(COUNT)).to_have_value("1\u00a0350")
    page.locator("[data-document-choose]").select_option(index=1)
    expect(page.get_by_label(ALL, exact=True)).to_have_value("777")


def test_what_is_wrong_is_said_at_its_field_and_the_last_answer_is_marked_as_old(page: Page) -> None:
    page.goto(TOOL)
    fill(page)
    before = answer(page).inner_text()
    field = page.get_by_label(SHARE)
    for share, said in (
        ("150 %", "Tallet kan være høyst 100."),
        ("-1", "Tallet kan ikke være under 0."),
        ("fem", "Skriv tallet med sifre"),
        ("1e308", "Skriv tallet med sifre"),
        ("5–10", "Skriv ett tall"),
        ("", "Skriv et tall her."),
        (HOSTILE, "Skriv tallet med sifre"),
    ):
        field.fill(share)
        field.press("Tab")
        expect(page.locator("#share-feil")).to_contain_text(said)
        expect(field).to_have_attribute("aria-invalid", "true")
        expect(field).to_have_accessible_description(re.compile(re.escape(said)))
        expect(page.locator(".gains-old")).to_contain_text(OLD)
        assert answer(page).inner_text().endswith(before)
        field.fill("5")
        expect(page.locator(".gains-old")).to_have_count(0)
        expect(page.locator("#share-feil")).to_have_text("")
        assert answer(page).inner_text() == before


def test_numbers_are_read_as_norwegians_write_them(page: Page) -> None:
    page.goto(TOOL)
    fill(page, share="100", target="")
    for text in ("1 350", "1.351", "1352", "1\u00a0353", " 1354 "):
        page.get_by_label(ALL, exact=True).fill(text)
        number = int(re.sub(r"\D", "", text))
        expect(answer(page)).to_contain_text(f"{format_decimal(number, locale='nb')} videokonsultasjoner")


def test_a_share_may_have_decimals_and_be_nothing(page: Page) -> None:
    page.goto(TOOL)
    fill(page, all_="1 000", share="2,5", target="0")
    expect(answer(page)).to_contain_text("25 videokonsultasjoner")
    expect(answer(page)).to_contain_text("Målet er ikke høyere")
    page.get_by_label(SHARE).fill("0")
    expect(answer(page)).to_contain_text("I dag har dere ingen videokonsultasjoner")
    expect(page.get_by_role("img", name="Det som spares i året")).to_have_count(0)


def test_own_figures_take_the_place_of_the_projects(page: Page) -> None:
    page.goto(TOOL)
    fill(page, all_="1 000", share="10", target="")
    page.locator("summary", has_text="Egne tall for reise og tid").click()
    page.get_by_label("Reisekostnader per konsultasjon, i kroner").fill("200–400")
    expect(answer(page)).to_contain_text("20\u00a0000–40\u00a0000\u00a0kr i reisekostnader")
    expect(page.locator(".gains-used")).to_contain_text("200–400\u00a0kr (deres tall)")
    page.locator("summary", has_text="Kilometer og utslipp").click()
    page.get_by_label("Kilometer pasienten slipper").fill("80")
    expect(answer(page)).to_contain_text("slipper å reise ca. 8\u00a0000\u00a0km.")
    page.get_by_label("Utslipp per kilometer").fill("100")
    expect(answer(page)).to_contain_text("ca. 800\u00a0kg CO₂")
    page.locator("summary", has_text="Ubrukte timer i enheten").click()
    page.get_by_label("Timer som ikke blir fylt").fill("10–20")
    page.get_by_label("Verdien av én slik time").fill("1 000 kr")
    expect(answer(page)).to_contain_text("10\u00a0000–20\u00a0000\u00a0kr for dere")


def test_what_was_filled_in_is_there_after_a_reload_wrong_values_too(page: Page) -> None:
    page.goto(TOOL)
    fill(page)
    page.locator("summary", has_text="Egne tall for reise og tid").click()
    page.get_by_label("Tid pasienten sparer").fill("90–60")
    page.reload()
    expect(page.get_by_label(ALL, exact=True)).to_have_value("4 000")
    expect(page.get_by_label("Tid pasienten sparer")).to_have_value("90–60")
    expect(page.locator("#minutes-feil")).to_have_text("Skriv det laveste tallet først.")
    page.get_by_label("Tid pasienten sparer").fill("60–90")
    expect(answer(page)).to_contain_text("200 videokonsultasjoner")


def test_the_unit_is_named_on_the_answer_and_kept(page: Page) -> None:
    page.goto(TOOL)
    fill(page)
    expect(answer(page).locator("p").first).to_have_text(re.compile(r"^Sist endret \d+\. \w+ \d{4}$"))
    page.get_by_label("Enhet", exact=True).fill("Poliklinikken")
    page.reload()
    expect(page.get_by_label("Enhet", exact=True)).to_have_value("Poliklinikken")
    expect(answer(page).locator("p").first).to_have_text(re.compile(r"^Poliklinikken, sist endret \d+\. \w+ \d{4}$"))


def test_a_calculation_is_taken_away_as_a_file_and_opened_again(page: Page, tmp_path: Path) -> None:
    page.goto(TOOL)
    fill(page, share="7")
    with page.expect_download() as downloaded:
        page.keyboard.press("Control+s")
    file = tmp_path / "gevinst.json"
    downloaded.value.save_as(file)
    page.evaluate("localStorage.clear(); sessionStorage.clear()")
    page.reload()
    expect(page.get_by_label(ALL, exact=True)).to_have_value("")
    page.locator("[data-document-open]").set_input_files(file)
    expect(page.get_by_label(SHARE)).to_have_value("7")
    expect(answer(page)).to_contain_text("280 videokonsultasjoner")


def test_a_file_that_somebody_wrote_by_hand_is_shown_as_text(page: Page, tmp_path: Path) -> None:
    fields = {"consultations": HOSTILE, "share": 5, "__proto__": "1", "constructor": "2", "travel": "1e308"}
    file = tmp_path / "egen.json"
    content = {"format": "veikart", "kind": "gains", "version": 1, "name": HOSTILE, "data": {"fields": fields}}
    file.write_text(json.dumps(content), encoding="utf-8")
    page.goto(TOOL)
    page.locator("[data-document-open]").set_input_files(file)
    expect(page.locator("#travel-feil")).to_contain_text("Skriv tallet med sifre")
    expect(answer(page)).to_have_text("Rett feltene som er merket, så kommer svaret her.")
    assert page.get_by_label(ALL, exact=True).input_value().startswith(HOSTILE[:70])
    expect(page.locator("img[src=x]")).to_have_count(0)


def test_the_way_of_counting_can_be_changed_and_undone(page: Page) -> None:
    page.goto(TOOL)
    fill(page)
    page.get_by_role("radio", name="Vi vet antallet på video").check()
    expect(page.get_by_label(ALL, exact=True)).to_be_hidden()
    expect(page.locator(".gains-old")).to_be_visible()
    page.get_by_label(COUNT).fill("50")
    expect(answer(page)).to_contain_text("50 videokonsultasjoner")
    page.get_by_role("radio", name="Vi vet andelen på video").check()
    expect(page.get_by_label(ALL, exact=True)).to_have_value("4 000")
    expect(answer(page)).to_contain_text("200 videokonsultasjoner")
    page.locator("[data-document-undo]").click()
    expect(page.get_by_label(COUNT)).to_have_value("50")


def test_the_caveats_are_beside_every_answer_and_before_any(page: Page, roadmap: Roadmap) -> None:
    page.goto(TOOL)
    caveats = page.locator(".gains-result [data-caveats]")
    acts: list[Callable[[], None]] = [
        lambda: None,
        lambda: fill(page),
        lambda: page.get_by_label(SHARE).fill("x"),
    ]
    for act in acts:
        act()
        expect(caveats).to_be_visible()
        assert caveats.locator("li").all_inner_texts() == roadmap.gains.caveats


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
        ("Timer som ikke blir fylt", "1 000–2 000"),
        ("Timer der pasienten ikke møter", "10"),
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


def test_the_keyboard_alone_is_enough(page: Page) -> None:
    page.goto(TOOL)
    page.get_by_role("button", name=SAMPLE).focus()
    page.keyboard.press("Tab")
    expect(page.get_by_label("Enhet", exact=True)).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("radio", name="Vi vet andelen på video")).to_be_focused()
    for text in ("1 000", "10", "20"):
        page.keyboard.press("Tab")
        page.keyboard.type(text)
    page.keyboard.press("Tab")
    expect(page.locator("summary", has_text="Egne tall for reise og tid")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("100")
    expect(answer(page)).to_contain_text("100 videokonsultasjoner")
    page.keyboard.press("Enter")
    expect(page.locator("[data-gains] > .gains-columns > [data-status]")).to_contain_text("ca. 10\u00a0000\u00a0kr")
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('[data-csv]')"):
            break
    with page.expect_download():
        page.keyboard.press("Enter")


@pytest.mark.parametrize(("scheme", "width"), [("light", 320), ("dark", 1440)])
def test_axe_finds_nothing_in_any_state(page: Page, scheme: Literal["light", "dark"], width: int) -> None:
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(TOOL)
    axe = AXE_FILE_PATH.read_text(encoding="utf-8")
    page.evaluate(f"{axe};0")

    def open_all() -> None:
        page.evaluate("document.querySelectorAll('[data-form] details').forEach((one) => (one.open = true))")

    states: dict[str, Callable[[], None]] = {
        "empty": lambda: None,
        "filled": lambda: fill(page),
        "own figures": open_all,
        "wrong": lambda: fill(page, share="150 %"),
    }
    for name, act in states.items():
        act()
        violations = page.evaluate("(options) => axe.run(options).then((results) => results.violations)", EVERYTHING)
        assert [(name, rule["id"], node["target"]) for rule in violations for node in rule["nodes"]] == []
        overflow = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        assert page.evaluate(overflow) == 0, name


def test_the_page_serves_those_without_scripts(page_without_scripts: Page, site: Path, roadmap: Roadmap) -> None:
    page = page_without_scripts
    page.goto(TOOL)
    expect(page.get_by_label(ALL, exact=True)).to_be_hidden()
    table = page.locator(".without-script table")
    assert [spaced(text) for text in table.locator("tbody th").all_inner_texts()] == ["100", "500", "1 000"]
    gain = roadmap.gains.rates.gain(500)
    assert spaced(kroner(gain.time)) in spaced(table.inner_text())
    assert page.locator(".without-script li").all_inner_texts() == roadmap.gains.caveats
    for end in (roadmap.gains.volumes[0].travel, roadmap.gains.volumes[-1].travel):
        expect(page.get_by_role("table", name="").filter(has_text="Regnestykket")).to_contain_text(
            format_decimal(end, locale="nb")
        )
    # Not where the site is built without what there is to take away.
    links = page.get_by_role("link", name="arbeidsboken for Excel")
    expect(links).to_have_count(int((site / urls.WORKBOOK).is_file()))
