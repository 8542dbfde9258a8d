"""The run chart on the page «Måltall»: what the rules say, the locked median, the notes, the sheet for the wall."""

from __future__ import annotations

import random

import pytest
from playwright.sync_api import Page, expect

from tests.browser.figures.page import (
    SHIFT,
    copied,
    count_in,
    filled,
    lock,
    name,
    note,
    paste,
    printed,
    sentences,
    spans,
    take,
)
from tests.run_chart import FEWEST_USEFUL, judged

pytestmark = [pytest.mark.site, pytest.mark.browser]


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
        few = f"Reglene trenger {FEWEST_USEFUL} måneder over eller under medianen, og dere har {ours.useful}."
        assert (few in said) == (not ours.used)
        assert ("Lang serie" in said, "Få kryssinger" in said) == (ours.long_run, ours.few_crossings), counts
        assert ("Noe har trolig endret seg" in said) == (ours.long_run or ours.few_crossings)
        assert ("Ingen av de to reglene" in said) == (ours.used and not ours.long_run and not ours.few_crossings)
        if ours.long_run:
            assert f"Lang serie: {ours.longest} måneder" in said
        expect(tool.locator("[data-chart] .run-chart__point--run")).to_have_count(ours.longest if ours.long_run else 0)


def test_the_picture_says_the_same_as_the_sentences(tool: Page) -> None:
    filled(tool, SHIFT)
    tool.get_by_label("Måltall per måned").fill("40")
    tool.get_by_label("Gjelder fra måned").fill("mars 2027")
    tool.get_by_label("Gjelder fra måned").blur()
    picture = tool.get_by_role("img", name="Videokonsultasjoner fra januar\N{NO-BREAK SPACE}2025")
    expect(picture).to_be_visible()
    described = picture.locator("desc").text_content() or ""
    assert described.replace("\N{NO-BREAK SPACE}", " ") == sentences(tool)
    assert "Måltallet er 40 hver måned fra mars 2027, og det mangler 8." in sentences(tool)
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
        "I oktober 2026 var det 32. Måltallet er 40 hver måned, og det mangler 8.",
        "Fra januar til oktober 2026 var det 314 til sammen. I oktober 2025 var det 12.",
        "Noe har trolig endret seg: De siste 10 månedene ligger over medianen, som er 13.",
        "7. juli 2026 Dette skjedde da",
    ):
        assert said in words.replace("\N{NO-BREAK SPACE}", " ")
    assert "Lim inn" not in words and "Slik leser dere" not in words
    sizes = [span["size"] for span in spans(sheet[0])]
    assert min(sizes) >= 8.5


def test_what_the_rules_can_not_tell_is_said_below_the_numbers_and_smaller(tool: Page) -> None:
    filled(tool, [22, 27, 25, 31, 30, 38, 19, 47])
    (sheet,) = printed(tool)
    sizes = {span["text"].replace("\N{NO-BREAK SPACE}", " "): (span["bbox"][1], span["size"]) for span in spans(sheet)}

    def place(begins: str) -> tuple[float, float]:
        return next(found for text, found in sizes.items() if text.startswith(begins))

    (latest, largest), (year, large), (rules, small) = map(
        place, ("I august 2025 var det 47.", "Fra januar", "Reglene tr")
    )
    assert latest < year < rules and largest > large > small
    words = " ".join(sheet.get_text().split())
    assert "tilfeldig" not in words and "De kan tidligst si noe om endring når desember 2025 er talt." in words


def test_a_sheet_with_long_notes_is_one_sheet_still_and_says_how_many_are_left_out(tool: Page) -> None:
    filled(tool, SHIFT)
    lock(tool, "januar 2025", "desember 2025")
    tool.get_by_label("Enhet").fill("En enhet med et langt navn " * 3)
    tool.get_by_label("Det dere teller").fill("Videokonsultasjoner med dem som bor langt unna " * 2)
    tool.get_by_label("Måltall per måned").fill("60")
    tool.get_by_label("Gjelder fra måned").fill("mars 2027")
    tool.get_by_label("Gjelder fra måned").blur()
    for place in range(12, 22):
        note(tool, name(place), "Dette skjedde da, og det var ganske langt å skrive. " * 4)
    sheet = printed(tool)
    assert len(sheet) == 1
    words = " ".join(sheet[0].get_text().split()).replace("\N{NO-BREAK SPACE}", " ")
    assert "Arket har ikke plass til 8 eldre merknader." in words
    assert "9. september 2026 Dette" in words and "10. oktober 2026 Dette" in words and "august 2026 Dette" not in words
    assert min(span["size"] for span in spans(sheet[0])) >= 8.5


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
