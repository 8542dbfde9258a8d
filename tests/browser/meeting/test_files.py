"""A meeting is taken away as a file and opened again, also when the file is old or odd."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from roadmap.content.model import Roadmap
from roadmap.guide.answers import Answers
from roadmap.guide.minutes import minutes
from tests.browser.meeting.page import HOSTILE, downloaded, downloaded_markdown, fill, filled, kept
from tests.guide import forms

pytestmark = [pytest.mark.site, pytest.mark.browser]


def test_a_file_taken_away_comes_back_on_another_machine(tool: Page, roadmap: Roadmap, tmp_path: Path) -> None:
    answers = filled(roadmap, HOSTILE)
    fill(tool, answers)
    file = tmp_path / "mote.json"
    file.write_bytes(downloaded(tool, "Last ned", exact=True))
    tool.evaluate("localStorage.clear()")
    tool.reload()
    tool.locator("[data-document-open]").set_input_files(file)
    expect(tool.locator("[data-document-status]")).to_contain_text("er åpnet")
    expected = minutes(Answers(answers), roadmap, forms.TEMPLATES)
    assert downloaded_markdown(tool) == expected


def test_a_meeting_from_before_it_said_which_it_was_opens(tool: Page) -> None:
    data = {"answers": {}, "about": {"date": "2026-02-31", "unit": 3, "present": "Leder"}}
    text = json.dumps({"format": "veikart", "kind": "meeting", "version": 1, "name": "Før", "data": data})
    for odd in (text, text.replace('"about"', '"noe"')):
        file = {"name": "for.json", "mimeType": "application/json", "buffer": odd.encode()}
        tool.locator("[data-document-open]").set_input_files(file)  # type: ignore[arg-type]
        expect(tool.locator("[data-document-status]")).to_contain_text("er åpnet")
    assert sorted(meeting["data"]["about"]["present"] for meeting in kept(tool, "meeting")) == ["", "Leder"]
    assert {meeting["data"]["about"]["date"] for meeting in kept(tool, "meeting")} == {""}


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ({"answers": {"svar/__proto__": "Et", "svar/constructor": HOSTILE, "x": "nei", "svar/y": 3}}, "2 opplysninger"),
        (
            {"answers": {"__proto__": "nei"}, "clock": {"chapter": 999, "since": "i går"}, "former": [3, {}]},
            "4 opplysninger",
        ),
        ({"answers": []}, "ikke en fil fra verktøyene"),
        ("x", "ikke en fil fra verktøyene"),
    ],
)
def test_an_odd_file_does_no_harm(data: Any, said: str, tool: Page) -> None:
    text = json.dumps({"format": "veikart", "kind": "meeting", "version": 1, "name": HOSTILE, "data": data})
    file = {"name": "rar.json", "mimeType": "application/json", "buffer": text.encode()}
    tool.locator("[data-document-open]").set_input_files(file)  # type: ignore[arg-type]
    expect(tool.locator("[data-document-status]")).to_contain_text(said)
    assert tool.title() != "1"
    if "constructor" in text:
        expect(tool.locator("[data-minutes-shown]")).to_contain_text("svar/constructor: <img src=x")
