"""A draft is taken away and opened again, and nothing is kept besides."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Dialog, Page, expect

from tests.browser.story_form.page import HARD, HOSTILE, TEXT, content_of, download, fill, fill_in

pytestmark = [pytest.mark.site, pytest.mark.browser]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_draft_is_opened_as_it_was_written(github: Page, tmp_path: Path, text: str) -> None:
    body = f"{TEXT}\n\n---\n\n{text}\n\nAvdelingen åpnet 1. mai 1985."
    fill(github, title=f"{text} fikk vi til", summary=text, body=body, hard=f"{HARD}\n\n{text}")
    github.get_by_role("radio", name="Noen kan kjennes igjen").check()
    fill_in(github, {"consent_reference": text, "consent_date": "1.2.2026", "date": "i fjor"})
    fill_in(github, {"accepted": "Datoen er dagen da avdelingen åpnet"})
    written = content_of(github)
    file = download(github, tmp_path)
    github.reload()
    assert content_of(github) != written
    github.get_by_label("Åpne en kladd").set_input_files(file)
    expect(github.get_by_text("Kladden er åpnet.")).to_be_visible()
    assert content_of(github) == written
    expect(github.get_by_label("Hva som var vanskelig")).to_have_value(re.compile("^Det var vanskelig"))
    expect(github.get_by_label("Når samtykket ble gitt")).to_have_value("1.2.2026")


@pytest.mark.parametrize(
    "content",
    ["", "Bare tekst", "---\ntitle: Vi\n---\nTekst\n", '---\ntitle: "\n---\n', "---\nmeasures: 7\n---\n", "\x00\xff"],
)
def test_what_is_no_draft_is_told_and_nothing_is_lost(github: Page, tmp_path: Path, content: str) -> None:
    fill(github)
    written = content_of(github)
    file = tmp_path / "noe.md"
    file.write_text(content, encoding="utf-8")
    github.get_by_label("Åpne en kladd").set_input_files(file)
    expect(github.get_by_text("Dette er ikke en kladd fra skjemaet")).to_be_visible()
    assert content_of(github) == written


@pytest.mark.parametrize("answer", ["accept", "dismiss"])
def test_a_draft_takes_the_place_of_what_is_written_only_when_that_is_wanted(
    github: Page, tmp_path: Path, answer: str
) -> None:
    fill(github)
    file = download(github, tmp_path)
    github.get_by_label("Tittel").fill("Noe annet")
    github.once("dialog", lambda dialog: getattr(dialog, answer)())
    github.get_by_label("Åpne en kladd").set_input_files(file)
    expect(github.get_by_label("Tittel")).to_have_value("Vi fikk det til" if answer == "accept" else "Noe annet")


def test_nothing_is_kept_and_whoever_leaves_is_warned(github: Page, tmp_path: Path) -> None:
    asked: list[str] = []

    def answer(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    github.on("dialog", answer)
    github.reload()
    assert asked == []
    github.get_by_label("Tittel").press_sequentially("Vi fikk det til")
    assert github.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]
    github.reload()
    assert asked == ["beforeunload"]
    expect(github.get_by_label("Tittel")).to_have_value("")
    github.get_by_label("Tittel").press_sequentially("Vi fikk det til")
    download(github, tmp_path)
    github.reload()
    assert asked == ["beforeunload"]
    promise = "Ingenting blir lagret eller sendt. Lukker dere siden, er teksten borte."
    expect(github.get_by_text(promise)).to_be_visible()
