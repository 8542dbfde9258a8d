"""What is said of a file, or of what the browser keeps, of which the tools can't use all; nothing is lost unsaid."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import FilePayload, Page, expect

from roadmap import urls
from roadmap.content.model import Roadmap
from tests.browser.addresses import address_of

pytestmark = [pytest.mark.site, pytest.mark.browser]

ODD_NAME = """pl"an'.json"""
UNREAD = "3 opplysninger i fila kunne ikke leses, og er utelatt eller forkortet. Fila selv er ikke endret."
PARTIAL: dict[str, Any] = {
    "id": "x",
    "kind": "plan",
    "version": 1,
    "name": "Vår plan",
    "changed": "2026",
    "data": {"unit": ["Poliklinikken"], "measures": {"Z9": {"chosen": True, "note": "Husk", "deadline": "i vår"}}},
}

# Each with three parts that can't be used, among others that can.
PARTS: list[tuple[str, str, dict[str, Any], dict[str, Any]]] = [
    (
        "/plan/",
        "plan",
        {"unit": "Klinikk", "measures": {"Z9": {"chosen": "ja", "note": "n" * 1001, "deadline": "2026-02-30"}}},
        {"unit": "Klinikk", "measures": {"Z9": {"note": "n" * 1000, "deadline": ""}}},
    ),
    (
        "/start/",
        "plan",
        {"unit": 7, "measures": {"Z9": {"chosen": True, "states": [{"status": "i-gang"}, 3]}}},
        {"unit": "", "measures": {"Z9": {"chosen": True, "states": []}}},
    ),
    (
        "/hvor-er-vi/",
        "assessment",
        {"unit": "Klinikk", "answers": {"x1": "stemmer", "x2": 4}, "notes": {"x1": ["Ja"]}, "date": "i går"},
        {"unit": "Klinikk", "answers": {"x1": "stemmer"}, "notes": {}, "date": ""},
    ),
    (
        "/maltall/",
        "figures",
        {"months": [{"month": "2026-01", "count": "få", "note": "Ferie"}, {"month": "2026-13"}], "target": -1},
        {"months": [{"month": "2026-01", "count": None, "note": "Ferie"}], "target": None},
    ),
    (
        "/gevinst/",
        "gains",
        {"unit": "Klinikk", "basis": "begge", "fields": {"share": 5, "count": "7", "annet": "8"}},
        {"unit": "Klinikk", "basis": "share", "fields": {"count": "7"}},
    ),
    (
        "/mote/",
        "meeting",
        {"answers": {"svar/x": "Ja", "y": "Nei"}, "about": {"unit": "Klinikk", "date": 3}, "clock": {"since": "nå"}},
        {"answers": {"svar/x": "Ja"}, "about": {"unit": "Klinikk", "date": "", "pathway": "", "present": ""}},
    ),
]


def file_text(kind: str, data: dict[str, Any]) -> str:
    return json.dumps(
        {"format": "veikart", "kind": kind, "version": 1, "name": "Fra fil", "created": "1", "data": data}
    )


def chosen(name: str, text: str) -> FilePayload:
    return {"name": name, "mimeType": "application/json", "buffer": text.encode()}


def kept(page: Page, kind: str) -> list[dict[str, Any]]:
    stored = page.evaluate("({...localStorage})")
    return [json.loads(text)["data"] for key, text in stored.items() if key.startswith(f"veikart:{kind}:")]


def has(data: Any, rest: Any) -> bool:
    """Whether all that is in `rest` is in the data too, and in lists nothing else."""
    if isinstance(rest, dict):
        return all(name in data and has(data[name], value) for name, value in rest.items())
    return bool(data == rest)


@pytest.mark.parametrize(("path", "kind", "given", "rest"), PARTS, ids=[path for path, *_ in PARTS])
def test_what_a_file_has_that_can_not_be_read_is_counted_and_the_rest_is_kept(
    path: str, kind: str, given: dict[str, Any], rest: dict[str, Any], page: Page, tmp_path: Path
) -> None:
    file = tmp_path / "fra-fil.json"
    file.write_text(file_text(kind, given), encoding="utf-8")
    page.goto(path)
    page.locator("[data-document-open]").set_input_files(file)
    expect(page.locator("[data-document-status]")).to_have_text(f"«Fra fil» er åpnet. {UNREAD}")
    (data,) = kept(page, kind)
    assert has(data, rest)
    assert file.read_text(encoding="utf-8") == file_text(kind, given)


def test_one_part_that_can_not_be_read_is_said_to_be_one(page: Page) -> None:
    page.goto("/gevinst/")
    file = chosen("en.json", file_text("gains", {"fields": {"count": "7", "annet": "8"}}))
    page.locator("[data-document-open]").set_input_files(file)
    expect(page.locator("[data-document-status]")).to_contain_text("Én opplysning i fila kunne ikke leses")


def test_what_could_not_be_read_of_others_answers_is_said_for_each_of_them(page: Page) -> None:
    page.goto("/hvor-er-vi/")
    answers = {"x1": "stemmer", "x2": 4}
    files = [
        chosen("en.json", file_text("assessment", {"answers": answers})),
        chosen("to.json", file_text("assessment", {"answers": answers, "date": "i går", "unit": 3})),
        chosen(ODD_NAME, ""),
    ]
    page.get_by_label("Velg filer med svar").set_input_files(files)
    messages = page.locator("[data-people-messages]")
    expect(messages).to_contain_text("I fila med svar 1 kunne én opplysning ikke leses.")
    expect(messages).to_contain_text("I fila med svar 2 kunne 3 opplysninger ikke leses.")
    expect(messages).to_contain_text(f"«{ODD_NAME}» er ikke tatt med. Fila lar seg ikke lese.")
    expect(page.locator("[data-people] li")).to_have_count(2)


def test_what_could_not_be_read_of_an_earlier_assessment_is_said(page: Page) -> None:
    page.goto("/hvor-er-vi/")
    page.get_by_role("radio").first.check()
    earlier = page.get_by_label("eller med en fil")
    earlier.set_input_files(chosen("for.json", file_text("assessment", {"answers": {"x1": 1, "x2": 2}, "by": 3})))
    status = page.locator("[data-earlier-status]")
    expect(status).to_have_text(f"Resultatet er sammenlignet med «Fra fil». {UNREAD}")
    earlier.set_input_files(chosen(ODD_NAME, ""))
    expect(status).to_contain_text("Fila lar seg ikke lese.")


def test_an_empty_file_with_quotes_in_its_name_is_refused_with_words_in_each_tool(page: Page, roadmap: Roadmap) -> None:
    for tool in roadmap.tools:
        page.goto(address_of(urls.tool_page(tool.slug)))
        page.locator("[data-document-open]").set_input_files(chosen(ODD_NAME, ""))
        expect(page.locator("[data-document-status]")).to_contain_text("Fila lar seg ikke lese.")
        expect(page.locator("[data-document-choose] option")).to_have_text(["Ingen ennå"])


def test_what_the_browser_keeps_and_can_not_be_read_is_said_and_stays_within_reach(page: Page) -> None:
    text = json.dumps(PARTIAL, ensure_ascii=False)
    page.goto("/plan/")
    page.evaluate("text => localStorage.setItem('veikart:plan:x', text)", text)
    page.reload()
    told = page.locator("[data-document-broken] li")
    expect(told).to_contain_text(["2 opplysninger i «Vår plan» kunne ikke leses"])
    expect(told).to_contain_text(["Det som er lagret, er ikke rørt."])
    assert downloaded(page) == text
    assert page.evaluate("localStorage['veikart:plan:x']") == text

    page.locator("[data-unit]").fill("Poliklinikken")
    expect(told).to_contain_text(["Noe i «Vår plan» kunne ikke leses"])
    page.reload()
    expect(page.locator("[data-unit]")).to_have_value("Poliklinikken")
    assert downloaded(page) == text

    told.get_by_role("button", name="Slett det som ikke kan leses").click()
    expect(told).to_have_count(0)
    page.reload()
    expect(told).to_have_count(0)
    expect(page.locator("[data-unit]")).to_have_value("Poliklinikken")


def downloaded(page: Page) -> str:
    with page.expect_download() as download:
        page.get_by_role("button", name="Last det ned slik det er").click()
    return Path(download.value.path()).read_text(encoding="utf-8")
