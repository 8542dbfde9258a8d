"""The calculator reads numbers, answers, and says what is wrong."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from babel.numbers import format_decimal
from playwright.sync_api import Page, expect

from roadmap.content.model import Roadmap
from tests.browser.gains.page import ALL, COUNT, HOSTILE, OLD, SAMPLE, SHARE, TOOL, answer, fill, kroner, spaced

pytestmark = [pytest.mark.site, pytest.mark.browser]


def test_a_leader_sees_what_going_from_5_to_15_per_cent_means(page: Page, roadmap: Roadmap) -> None:
    page.goto(TOOL)
    fill(page)
    rates = roadmap.gains.rates
    text = spaced(answer(page).inner_text())
    for count, estimate in ((200, rates.gain(200).travel), (600, rates.gain(600).travel)):
        assert f"{count} videokonsultasjoner" in text
        assert spaced(kroner(estimate)) in text
    assert "400 videokonsultasjoner til" in text
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
    page.locator("summary", has_text="Ubrukte timer dere unngår").click()
    page.get_by_label("Timer dere unngår i året, som ellers ikke ble fylt").fill("10–20")
    page.get_by_label("Verdien av én slik time").fill("1 000 kr")
    expect(answer(page)).to_contain_text("10\u00a0000–20\u00a0000\u00a0kr for dere")


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
