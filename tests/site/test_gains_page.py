"""The page of the calculator as it is built: what it shows without scripts, and what it hands them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

from roadmap.content.load import load
from roadmap.site.pages import Site
from tests.conftest import ROOT

PAGE = """---
title: Gevinstkalkulator
summary: Se hva samfunnet sparer når dere bruker video i stedet for reiser.
---
En kort tekst.

<!-- sett inn: verktøy -->

## Slik er tallene regnet ut

<!-- sett inn: gevinst per konsultasjon -->
"""


@pytest.fixture
def page(tree: Path) -> BeautifulSoup:
    (tree / "tools").mkdir()
    (tree / "tools/gevinst.md").write_text(PAGE, encoding="utf-8")
    pages = Site(load(tree), ROOT / "templates", {}).pages()
    return BeautifulSoup(next(page.html for page in pages if page.path == "tools/gevinst.md"), "html.parser")


def rows(table: Tag | None) -> list[list[str]]:
    assert table
    return [[" ".join(cell.get_text(" ").split()) for cell in row.select("th, td")] for row in table.select("tr")]


def test_each_rate_stands_as_a_sum_that_can_be_checked(page: BeautifulSoup) -> None:
    assert rows(page.select_one("h2#slik-er-tallene-regnet-ut ~ * table"))[1:6] == [
        ["Reisekostnader per konsultasjon", "(10 + 10) / (10 + 20)", "ca. 1 kr"],
        ["Minutter* per konsultasjon, lavt anslag", "(10 + 10) × 60 / (10 + 20)", "40 minutter"],
        ["Minutter* per konsultasjon, høyt anslag", "(20 + 20) × 60 / (10 + 20)", "80 minutter"],
        ["Verdien av en time*, lavt anslag", "(10 + 10) / (10 + 10)", "1 kr"],
        ["Verdien av en time*, høyt anslag", "(20 + 20) / (20 + 20)", "1 kr"],
    ]


def test_without_scripts_there_is_a_ready_table_and_the_caveats(page: BeautifulSoup) -> None:
    assert rows(page.select_one(".without-script table"))[1:] == [
        ["100", "ca. 67 kr", "67–130 timer", "67–130 kr", "134–197 kr"],
        ["500", "ca. 330 kr", "330–670 timer", "330–670 kr", "660–1 000 kr"],
        ["1 000", "ca. 670 kr", "670–1 300 timer", "670–1 300 kr", "1 340–1 970 kr"],
    ]
    for place in (".without-script", ".gains-result"):
        assert [item.get_text() for item in page.select(f"{place} [data-caveats] li")] == ["Gevinsten er samfunnets."]


def test_the_script_is_handed_the_rates_alone(page: BeautifulSoup) -> None:
    tool = page.select_one("[data-gains]")
    assert tool
    rates = json.loads(str(tool["data-rates"]))
    assert rates["minutes"] == {"low": 40, "high": 80}
    assert rates["travel"]["low"] == rates["travel"]["high"] == pytest.approx(2 / 3)
    assert rates["hourValue"] == {"low": 1, "high": 1}
    sample = page.select_one("[data-sample]")
    assert sample
    assert (sample["data-sample"], sample["data-sample-target"]) == ("10", "20")


def test_every_field_has_a_label_and_what_describes_it(page: BeautifulSoup) -> None:
    fields = page.select("[data-form] input[type=text]")
    assert len(fields) == 14
    for field in fields:
        assert page.select_one(f'label[for="{field["id"]}"]')
        assert all(page.find(id=name) for name in str(field["aria-describedby"]).split())
