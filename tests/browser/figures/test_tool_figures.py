"""Counts on the page «Måltall»: typed, pasted, kept, and what is no count."""

from __future__ import annotations

import datetime

import pytest
from playwright.sync_api import Page, expect

from tests.browser.figures.page import HOSTILE, NOW, SHIFT, count_in, filled, note, paste, sentences, take

pytestmark = [pytest.mark.site, pytest.mark.browser]


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
    assert "og dere har 2. De kan tidligst si noe om endring når 9 måneder til er talt." in said
    expect(tool.locator("[data-chart] circle.run-chart__point")).to_have_count(3)
    expect(tool.locator("[data-chart] polyline")).to_have_count(1)


def test_what_is_no_month_gives_no_table(tool: Page) -> None:
    for text in ("", "tull", "juli", "juli 1926", "juli 2999"):
        tool.get_by_label("Første måned").fill(text)
        tool.get_by_role("button", name="Lag tabellen").click()
        expect(tool.locator("#forste-maned-feil")).to_have_text("Skriv måned og år, for eksempel januar 2026.")
        expect(tool.locator("[data-months] tr")).to_have_count(0)


def test_a_target_is_for_a_month_that_can_be_kept(tool: Page) -> None:
    month = tool.get_by_label("Gjelder fra måned")
    for text in ("desember 2027", "desember 2101", "desember 1926"):
        month.fill(text)
        month.press("Tab")
        refused = "" if text == "desember 2027" else "Skriv måned og år"
        expect(tool.locator("#frist-feil")).to_contain_text(refused)
    tool.reload()
    expect(month).to_have_value("desember\N{NO-BREAK SPACE}2027")


@pytest.mark.parametrize(
    ("typed", "said"),
    [("12,5", "helt tall"), ("-3", "under null"), ("ti", "ikke et helt tall"), ("1000000", "for stort")],
)
def test_what_is_no_count_is_named_and_changes_nothing(tool: Page, typed: str, said: str) -> None:
    filled(tool, [5, 6, 7])
    count_in(tool, "mars 2025").fill(typed)
    count_in(tool, "mars 2025").blur()
    expect(tool.locator("#antall-2025-03-feil")).to_contain_text(said)
    expect(tool.locator("[data-chart] circle.run-chart__point")).to_have_count(3)
    expect(count_in(tool, "mars 2025")).to_have_value(typed)
    count_in(tool, "mars 2025").fill("8")
    expect(tool.locator("#antall-2025-03-feil")).to_be_empty()
    expect(tool.locator("[data-chart] circle.run-chart__point")).to_have_count(3)


def test_a_month_ahead_can_not_be_counted_and_the_running_one_counts_when_it_is_over(tool: Page) -> None:
    paste(tool, "okt. 2026\t5\nnov. 2026\t3")
    take(tool)
    tool.get_by_role("button", name="Legg til desember").click()
    count_in(tool, "desember 2026").fill("9")
    count_in(tool, "desember 2026").blur()
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


def test_a_number_in_a_note_is_warned_of(tool: Page) -> None:
    filled(tool, [3])
    tool.get_by_label("Merknad", exact=True).fill("Ring 41 23 45 67")
    expect(tool.locator("#merknad-personvern")).to_contain_text("Dette kan røpe hvem noen er")


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
