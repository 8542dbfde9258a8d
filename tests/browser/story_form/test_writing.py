"""Filling in the form: what it asks for, finds and understands."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.story_form.page import FORM, check, fill

pytestmark = [pytest.mark.site, pytest.mark.browser]


def test_everything_is_asked_for_at_once_and_what_is_wrong_can_be_walked_to(github: Page) -> None:
    found = check(github)
    assert found == [
        "«Tittel» mangler – fyll ut feltet",
        "«Sammendrag» mangler – fyll ut feltet",
        "Hva dere gjorde, og hva som ble annerledes: historien er på 0 ord – skriv 120–250",
        "«Helseforetak» mangler – velg det som gjelder",
        "«Fagområde» mangler – velg det som gjelder",
        "«Tiltak» mangler – velg det som gjelder",
        "«Samtykke» mangler – velg det som gjelder",
    ]
    expect(github.locator("[data-summary]")).to_be_focused()
    expect(github.get_by_role("heading", name="7 ting må rettes")).to_be_visible()
    github.keyboard.press("Tab")
    github.keyboard.press("Enter")
    title = github.get_by_label("Tittel")
    expect(title).to_be_focused()
    expect(title).to_have_attribute("aria-invalid", "true")
    expect(title).to_have_accessible_description(re.compile("i én setning.* «Tittel» mangler – fyll ut feltet$"))
    title.fill("Vi fikk det til")
    title.press("Tab")
    expect(title).not_to_have_attribute("aria-invalid", re.compile(""))
    expect(github.locator("#title-feil")).to_be_empty()


def test_the_reference_is_asked_for_where_somebody_can_be_recognised(github: Page) -> None:
    fill(github)
    reference = github.get_by_label("Hvor samtykket er arkivert")
    expect(reference).to_be_hidden()
    github.get_by_role("radio", name="Noen kan kjennes igjen").check()
    expect(reference).to_be_visible()
    assert any(message.startswith("Hvor samtykket er arkivert: ") for message in check(github))
    reference.fill("Arkivet, sak 2026/12")
    github.get_by_label("Når samtykket ble gitt").fill("1.2.2026")
    expect(github.locator("[data-file]")).to_contain_text('consent_reference: "Arkivet, sak 2026/12"')
    github.get_by_role("radio", name="Ingen kan kjennes igjen").check()
    expect(github.locator("[data-file]")).not_to_contain_text("Arkivet")
    assert check(github) == []


def test_enter_in_a_line_checks_nothing(github: Page) -> None:
    for label in ("Tittel", "Dato", "Finn tiltak"):
        github.get_by_label(label).press("Enter")
    github.get_by_role("radio", name="Ingen kan kjennes igjen").press("Enter")
    expect(github.locator("[data-summary]")).to_be_hidden()
    assert github.url.endswith(FORM)


def test_what_the_form_can_not_know_it_says(github: Page) -> None:
    fill(github)
    check(github)
    expect(github.locator("[data-done]")).to_have_text(
        "Skjemaet finner ingen feil. Det kjenner ikke igjen navn, initialer, alder eller yrke, så les historien en "
        "gang til."
    )


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"title": "Ring 912 34 567"}, "eller si fra til redaksjonen om det er et sentralbord"),
        ({"title": "Skriv til kari@gmail.com"}, "eller si fra til redaksjonen om den hører til et helseforetak"),
        ({"date": "31.11.2026"}, "«Dato» er en dag som ikke finnes – se over datoen"),
        ({"date": "i fjor"}, "«Dato» er ikke en dato – skriv dagen slik: 22.11.2026"),
        ({"date": "1.1.2020", "review_by": "1.2.2099"}, "«Når noen skal lese historien på nytt» er mer enn 5 år"),
    ],
)
def test_a_message_speaks_of_the_form_and_not_of_the_file(github: Page, values: dict[str, str], said: str) -> None:
    fill(github, **values)
    found = check(github)
    assert any(said in message for message in found), found
    for of_the_file in ("privacy.yml", "godtatt", "legg til", "review_by", "2026-", "2099-"):
        assert of_the_file not in "".join(found)


@pytest.mark.parametrize(
    "day",
    [
        *("22.11.2026", "22.11.26", "22. 11. 2026", "22. november 2026", "22 nov. 26", "22/11-2026", "22/11/2026"),
        *("2026-11-22", "22.november 2026", "22-11-2026"),
    ],
)
def test_a_day_is_understood_as_norwegians_write_it(github: Page, day: str) -> None:
    github.get_by_label("Dato").fill(day)
    expect(github.locator("[data-file]")).to_contain_text("date: 2026-11-22\n")


def test_the_month_is_enough_and_days_are_shown_as_norwegians_write_them(github: Page) -> None:
    github.get_by_label("Dato").fill("November 2026")
    expect(github.locator("[data-file]")).to_contain_text("date: 2026-11-01\n")
    expect(github.get_by_label("Når noen skal lese")).to_have_value(re.compile(r"^\d{1,2}\.\d{1,2}\.\d{4}$"))


def test_a_measures_page_leads_here_with_the_measure_chosen(github: Page) -> None:
    github.goto("/tiltak/a1/")
    github.get_by_role("link", name="Fortell en suksesshistorie").click()
    expect(github.get_by_role("checkbox", checked=True)).to_have_accessible_name(re.compile("^A1 "))


def test_measures_are_found_by_their_words_and_what_is_chosen_stays(github: Page) -> None:
    github.get_by_role("checkbox", name="A1").check()
    find = github.get_by_label("Finn tiltak")
    find.press_sequentially("b1")
    expect(github.get_by_role("checkbox", name="B1")).to_be_visible()
    expect(github.get_by_role("checkbox", name="A1")).to_be_visible()
    expect(github.get_by_role("checkbox", name="A2")).to_be_hidden()
    expect(github.locator("[data-found]")).to_contain_text("2 av")
    find.press("Enter")
    expect(github.locator("[data-summary]")).to_be_hidden()


def test_measures_are_found_by_what_their_summaries_say(github: Page) -> None:
    find = github.get_by_label("Finn tiltak")
    find.fill("hva tiltaket går ut på")
    expect(github.get_by_role("checkbox", name="A1")).to_be_visible()
    find.fill("hva tiltaket ikke går ut på")
    expect(github.get_by_role("checkbox", name="A1")).to_be_hidden()


def test_writing_is_not_talked_over(github: Page) -> None:
    github.evaluate(
        """() => {
            window.said = [];
            for (const region of document.querySelectorAll("form [role=status], form [aria-live], form [role=alert]"))
                new MutationObserver(() => said.push(region.textContent))
                    .observe(region, { childList: true, characterData: true, subtree: true });
        }"""
    )
    github.get_by_label("Tittel").press_sequentially("Vi fikk det til")
    github.get_by_label("Hva dere gjorde").press_sequentially("Vi prøvde.")
    expect(github.locator("[data-words]")).to_contain_text("2 av 120–250 ord")
    assert github.evaluate("said") == []


def test_the_story_is_shown_as_it_is_read(github: Page) -> None:
    fill(github)
    reading = github.get_by_role("region", name="Historien slik den leses")
    expect(reading).to_be_hidden()
    github.get_by_role("button", name="Vis historien slik den leses").click()
    expect(reading).to_be_focused()
    expect(reading.get_by_role("heading")).to_have_text(["Vi fikk det til", "Det som var vanskelig"])
    expect(reading).to_contain_text("Helse Møre og Romsdal")
    expect(reading.get_by_text("Dato", exact=True)).to_be_hidden()
    github.get_by_label("Tittel").fill("Noe annet")
    expect(reading.get_by_role("heading").first).to_have_text("Noe annet")
