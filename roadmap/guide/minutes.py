"""The minutes of a meeting, made of its answers and the model as Markdown for people to go on writing in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

import yaml
from jinja2 import Environment
from markupsafe import Markup
from pydantic import TypeAdapter

from roadmap.content.model import Chapter, ChecklistGroup, Question, Roadmap, SheetRow, Worksheet
from roadmap.field_names import field_name
from roadmap.guide.answers import UNKNOWN_EDITION, Answers
from roadmap.guide.form import edition_of, must_be_answered
from roadmap.templating import environment

# Characters that Markdown gives a meaning anywhere on a line. A backslash makes most of them plain, both in CommonMark
# and in Python-Markdown; the others need an entity, which is harder for people to read.
_MARKUP = re.compile(r"[\\`*_{}\[\]#|<~]|&(?=[#A-Za-z0-9])")
# What stands in the words of the minutes where something is filled in.
_BLANK = re.compile(r"\{(\w+)\}")
_ENTITIES = {"<": "&lt;", "~": "&#126;", "&": "&amp;"}


def minutes(answers: Answers, roadmap: Roadmap, templates: Path) -> str:
    """What the meeting answered, as Markdown: what it chose, its answers by chapter, and last what it left unanswered.

    Everything that people typed is shown to the letter: none of it is taken for markup.
    """
    text = (
        _environment(templates)
        .get_template("guide/minutes.md.j2")
        .render(
            edition=answers.edition,
            edition_is_known=answers.edition != UNKNOWN_EDITION,
            current_edition=edition_of(roadmap).edition,
            decisions=_decisions(answers, roadmap),
            chapters=[_chapter(answers, roadmap, chapter) for chapter in roadmap.chapters],
            checklist=roadmap.checklist,
            groups=[found for group in roadmap.checklist.groups if (found := _group(answers, group))],
            former=answers.former,
            unreadable=answers.unreadable,
            unanswered=_unanswered(answers, roadmap, [one for one in roadmap.questions if one.starred]),
            owed=_unanswered(answers, roadmap, must_be_answered(roadmap)),
        )
    )
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"


def escape(text: str) -> str:
    """One line of text as Markdown that shows it to the letter, at the beginning of a line too."""
    line = escape_within(text)
    line = re.sub(r"^(\d+)([.)])(?=\s|$)", r"\1\\\2", line)
    line = re.sub(r"^[-+>!]", r"\\\g<0>", line)
    return re.sub(r"^[=:]", lambda match: f"&#{ord(match[0])};", line)


def escape_within(text: str) -> str:
    """One line of text as Markdown that shows it to the letter, where something stands before it on the line."""
    return _MARKUP.sub(lambda match: _ENTITIES.get(match[0], f"\\{match[0]}"), " ".join(text.split()))


def _environment(templates: Path) -> Environment:
    """An environment in which every value is plain text, to be escaped, unless a filter has made it Markdown."""
    made = environment(templates, finalize=_finalize, lstrip_blocks=True)
    made.filters["lines"] = _lines
    made.filters["within"] = lambda text: Markup(escape_within(text))
    made.globals["say"] = partial(_said, words(templates))
    return made


def words(templates: Path) -> dict[str, str]:
    """What minutes say besides what the meeting wrote, as Markdown with {names} to fill in."""
    file = templates / "guide/minutes.yml"
    return TypeAdapter(dict[str, str]).validate_python(yaml.safe_load(file.read_text(encoding="utf-8")))


def _said(said: Mapping[str, str], key: str, **values: object) -> Markup:
    return Markup(_BLANK.sub(lambda blank: escape_within(str(values[blank[1]])), said[key]))


def _finalize(value: object) -> Markup:
    return value if isinstance(value, Markup) else Markup(escape(str(value)))


def _lines(text: str) -> Markup:
    """Text of several lines, with its line breaks."""
    return Markup("  \n".join(escape(line) for line in text.split("\n") if line.strip()))


def _numbered(roadmap: Roadmap, chapter: Chapter) -> list[tuple[str, Question]]:
    questions = enumerate(roadmap.chapter_questions(chapter), start=1)
    return [(f"{chapter.chapter}.{number}", question) for number, question in questions]


def _unanswered(answers: Answers, roadmap: Roadmap, questions: list[Question]) -> list[dict[str, str]]:
    return [
        {"number": number, "text": question.text}
        for chapter in roadmap.chapters
        for number, question in _numbered(roadmap, chapter)
        if question in questions and not _answer(answers, question)
    ]


def _chapter(answers: Answers, roadmap: Roadmap, chapter: Chapter) -> dict[str, Any]:
    return {
        "number": chapter.chapter,
        "title": chapter.title,
        "answers": [
            {"number": number, "question": question, **found}
            for number, question in _numbered(roadmap, chapter)
            if (found := _answer(answers, question))
        ],
        "sheets": [
            {"title": sheet.title, **_filled_columns(sheet, rows)}
            for sheet in roadmap.chapter_worksheets(chapter)
            if (rows := [_cells(answers, sheet, row) for row in _filled_rows(answers, roadmap, sheet)])
        ],
        "points": roadmap.scale_points,
    }


def _answer(answers: Answers, question: Question) -> dict[str, str]:
    """What was chosen and written in answer to a question; nothing when neither was."""
    found = {kind: answers.texts.get(field_name(kind, question.id), "") for kind in ("valg", "svar")}
    return {"choice": found["valg"], "text": found["svar"]} if any(found.values()) else {}


def _filled_rows(answers: Answers, roadmap: Roadmap, sheet: Worksheet) -> list[SheetRow]:
    return [
        row
        for row in roadmap.worksheet_rows(sheet)
        if any(field_name("ark", sheet.id, row.id, column.id) in answers.texts for column in sheet.columns)
    ]


def _filled_columns(sheet: Worksheet, rows: list[list[str]]) -> dict[str, Any]:
    """The columns in which something is written, and what the rows have in them."""
    places = [place for place in range(len(sheet.columns)) if any(row[place] for row in rows)]
    return {
        "columns": [sheet.columns[place].title for place in places],
        "rows": [[row[place] for place in places] for row in rows],
    }


def _cells(answers: Answers, sheet: Worksheet, row: SheetRow) -> list[str]:
    """The cells of a row, each on one line."""
    written = [answers.texts.get(field_name("ark", sheet.id, row.id, column.id), "") for column in sheet.columns]
    return [" / ".join(text.splitlines()) for text in ([row.title, *written[1:]] if row.title else written)]


def _decisions(answers: Answers, roadmap: Roadmap) -> list[dict[str, Any]]:
    """What each worksheet that decides something has decided, where that is anything."""
    found = []
    for sheet in roadmap.worksheets:
        rows = [_cells(answers, sheet, row) for row in _filled_rows(answers, roadmap, sheet)] if sheet.decides else []
        for decision in sheet.decides:
            place = [column.id for column in sheet.columns].index(decision.column)
            yes = {answer.casefold() for answer in decision.answers}
            chosen = [cells[0] for cells in rows if cells[0] and cells[place].casefold().strip(" .!") in yes]
            if chosen:
                found.append({"title": decision.title, "chosen": chosen})
    return found


def _group(answers: Answers, group: ChecklistGroup) -> dict[str, Any]:
    """How much of a group of the checklist is in order, and what is missing; nothing when none of it is filled in."""
    met = sum(field_name("krav", group.id, check.id) in answers.texts for check in group.checks)
    missing = answers.texts.get(field_name("mangler", group.id), "")
    if not met and not missing:
        return {}
    return {"title": group.title, "met": met, "count": len(group.checks), "missing": " / ".join(missing.splitlines())}
