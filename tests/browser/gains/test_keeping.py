"""What was filled in is kept in the browser, and in files that are opened again."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from babel.numbers import format_decimal
from playwright.sync_api import Page, expect

from roadmap.content.model import Roadmap
from tests.browser.gains.page import ALL, COUNT, HOSTILE, SAMPLE, SHARE, TOOL, answer, fill

pytestmark = [pytest.mark.site, pytest.mark.browser]


def test_the_example_leaves_what_was_filled_in_alone(page: Page, roadmap: Roadmap) -> None:
    page.goto(TOOL)
    fill(page, all_="777")
    page.get_by_role("button", name=SAMPLE).click()
    count = format_decimal(roadmap.gains.volumes[0].consultations, locale="nb")
    expect(page.get_by_label(COUNT)).to_have_value(count)
    page.locator("[data-document-choose]").select_option(index=1)
    expect(page.get_by_label(ALL, exact=True)).to_have_value("777")


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
