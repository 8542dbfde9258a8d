"""What people do on the page «Møtet på skjermen»."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from roadmap.content.model import Question, Roadmap, Worksheet
from roadmap.field_names import CHECKED, field_name

TOOL = "/mote/"
BEGIN = "2026-11-27T09:00:00"
HOSTILE = '<img src=x onerror="document.title=1"> & *Ærlig* | 😀\n1. __proto__'


def deciding_sheet(roadmap: Roadmap) -> Worksheet:
    """One of empty rows, which decides something."""
    return next(sheet for sheet in roadmap.worksheets if sheet.decides and not roadmap.worksheet_rows(sheet)[0].title)


def asked(roadmap: Roadmap) -> list[Question]:
    """The questions that a meeting takes, in their order; the others are folded away."""
    questions = [question for chapter in roadmap.chapters for question in roadmap.chapter_questions(chapter)]
    return [question for question in questions if question.starred]


def filled(roadmap: Roadmap, text: str = "Vi prøver «først»\nog ser") -> dict[str, str]:
    """An answer of each kind."""
    texts = [question for question in asked(roadmap) if not roadmap.question_options(question)]
    choices = [question for question in roadmap.questions if roadmap.question_options(question)]
    sheet = deciding_sheet(roadmap)
    row = roadmap.worksheet_rows(sheet)[0]
    decision = sheet.decides[0]
    group = roadmap.checklist.groups[0]
    return {
        field_name("svar", texts[0].id): text,
        field_name("valg", choices[0].id): roadmap.question_options(choices[0])[-1],
        field_name("svar", choices[0].id): text,
        field_name("ark", sheet.id, row.id, sheet.columns[0].id): text,
        field_name("ark", sheet.id, row.id, decision.column): f"{decision.answers[0].upper()}!",
        field_name("krav", group.id, group.checks[0].id): CHECKED,
        field_name("mangler", group.id): "Skilt på døren",
    }


def fill(page: Page, answers: Mapping[str, str]) -> None:
    """Writes, chooses and ticks, as a person does; what is folded away is opened first."""
    page.evaluate("document.querySelectorAll('[data-answers] details').forEach((one) => { one.open = true; })")
    every_chapter = page.get_by_role("button", name="Vis alle kapitlene")
    if every_chapter.is_visible():
        every_chapter.click()
    for name, value in answers.items():
        if name.startswith(("valg/", "krav/")):
            page.locator(f'[name="{name}"][value="{value}"]').check()
        else:
            page.locator(f'[name="{name}"]').fill(value)


def downloaded(page: Page, button: str, *, exact: bool = False) -> bytes:
    with page.expect_download() as download:
        page.get_by_role("button", name=button, exact=exact).click()
    return Path(download.value.path()).read_bytes()


def downloaded_markdown(page: Page) -> str:
    page.get_by_text("Flere formater").evaluate("(summary) => { summary.parentElement.open = true; }")
    return downloaded(page, "Last ned som Markdown").decode()


def choose_pdf(page: Page, file: Path | dict[str, Any]) -> None:
    page.get_by_label("Åpne utfylt PDF").set_input_files(file)  # type: ignore[arg-type]


def pdf_status(page: Page) -> Any:
    return page.locator("[data-pdf-status]")


def kept(page: Page, kind: str) -> list[dict[str, Any]]:
    """What lies in the browser's storage of a kind."""
    stored = page.evaluate("({...localStorage})")
    return [json.loads(text) for key, text in stored.items() if key.startswith(f"veikart:{kind}:")]
