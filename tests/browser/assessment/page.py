"""What people do on the page «Hvor er vi?»."""

from __future__ import annotations

import json
from typing import Any

from axe_playwright_python.base import AXE_FILE_PATH
from playwright.sync_api import FilePayload, Page

from roadmap.content.model import Roadmap, Step
from roadmap.content.model.roadmap_file import AssessmentStatement

TOOL = "/hvor-er-vi/"
HOSTILE = '<img src=x onerror="document.title=1"> & "Ærlig" 😀'
AXE_OPTIONS = {
    "resultTypes": ["violations"],
    "preload": False,
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
}


def answer(page: Page, statement: str, id_: str) -> None:
    """Gives an answer by its id, which is what files keep; what it is called is for editors to say."""
    page.locator(f"#pastand-{statement} input[value='{id_}']").check()


def answer_name(roadmap: Roadmap, id_: str) -> str:
    """What an answer is called."""
    answers = (*roadmap.plan.assessment_levels, *roadmap.plan.assessment_others)
    return next(answer.name for answer in answers if answer.id == id_)


def answer_in_text(roadmap: Roadmap, id_: str) -> str:
    """What an answer is called within a sentence."""
    name = answer_name(roadmap, id_)
    return f"«{name[0].lower()}{name[1:]}»"


def checked(page: Page, statement: str) -> str | None:
    radios = page.locator(f"#pastand-{statement} input:checked")
    return radios.get_attribute("value") if radios.count() else None


def statements(roadmap: Roadmap, place: int = 0) -> list[str]:
    """The ids of a step's statements."""
    return [item.id for item in roadmap.plan.steps[place].self_assessment]


def all_statements(roadmap: Roadmap) -> list[AssessmentStatement]:
    return [item for step in roadmap.plan.steps for item in step.self_assessment]


def first_statements(roadmap: Roadmap) -> list[str]:
    """Three statements, in whatever steps they are."""
    return [item.id for item in all_statements(roadmap)[:3]]


def beginning(roadmap: Roadmap) -> str:
    """The measure that the roadmap begins with."""
    return next(line.measure for line in roadmap.plan.begin if line.measure)


def name_of(step: Step) -> str:
    return f"{step.letter} {step.title}"


def file_of(answers: dict[str, str], created: str = "2026-11-01T10:00:00.000Z", **head: Any) -> FilePayload:
    """An assessment as somebody took it away, ready to be chosen."""
    name = head.pop("file", "egenvurdering.json")
    data = {
        "unit": head.pop("unit", ""),
        "answers": answers,
        "notes": head.pop("notes", {}),
        "date": "2026-11-01",
        "by": head.pop("by", ""),
    }
    document = {
        "format": "veikart",
        "kind": "assessment",
        "version": 1,
        "edition": head.pop("edition", "0.9, 2026-11-26"),
        "name": head.pop("name", "Vår egenvurdering"),
        "created": created,
        "changed": created,
        "data": data,
        **head,
    }
    return chosen(name, json.dumps(document))


def chosen(name: str, text: str) -> FilePayload:
    return {"name": name, "mimeType": "application/json", "buffer": text.encode()}


def violations(page: Page) -> list[str]:
    page.evaluate(f"{AXE_FILE_PATH.read_text(encoding='utf-8')};0")
    found = page.evaluate("options => axe.run(document, options)", AXE_OPTIONS)["violations"]
    return [f"{item['id']} {node['target']}" for item in found for node in item["nodes"]]
