"""The minutes of a meeting: what somebody wrote in the guide's form fields, read back and put in order."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pikepdf
from bs4 import BeautifulSoup

from roadmap.content.model import Appendix, Chapter, Roadmap
from roadmap.guide.fields import Sheet, sheets, words
from roadmap.templating import environment
from roadmap.text.markdown import render, slugify

_OURS = re.compile(r"(svar|valg|ark|krav|mangler)-")
_CHAPTER = re.compile(r"kapittel (\d+)", re.IGNORECASE)


class AnswersError(Exception):
    """A file that holds no answers to the guide; says why, in Norwegian."""


@dataclass(frozen=True)
class Field:
    """A field that was filled in: what a screen reader calls it, and what it holds."""

    title: str
    text: str


def read(file: Path) -> dict[str, Field]:
    """The fields that somebody filled in, by their names.

    Raises:
        AnswersError: when the file is no guide, in any edition.
    """
    try:
        with pikepdf.open(file) as document:
            form = document.Root.get("/AcroForm")
            fields = list(form.Fields) if isinstance(form, pikepdf.Dictionary) and "/Fields" in form else []
            ours = [field for field in fields if _OURS.match(str(field.get("/T", "")))]
            if not ours:
                raise AnswersError(f"{file}: dette er ikke veilederen – velg PDF-en som ble lagret etter møtet")
            read = {str(field.T): Field(str(field.get("/TU", "")), _value(field)) for field in ours}
    except FileNotFoundError as error:
        raise AnswersError(f"{file}: fila finnes ikke – se over navnet") from error
    except pikepdf.PasswordError as error:
        raise AnswersError(f"{file}: fila er låst med passord – lagre den uten") from error
    except (pikepdf.PdfError, OSError) as error:
        raise AnswersError(f"{file}: dette er ikke en PDF som lar seg lese – lagre veilederen på nytt") from error
    return {name: field for name, field in read.items() if field.text}


def _value(field: pikepdf.Object) -> str:
    value = field.get("/V")
    if isinstance(value, pikepdf.Name):
        return "" if value == pikepdf.Name.Off else str(value)[1:]
    return re.sub(r"\r\n?", "\n", str(value)).strip() if value is not None else ""


def minutes(fields: Mapping[str, Field], roadmap: Roadmap, templates: Path) -> str:
    """What the fields say, as Markdown: by chapter, with what was chosen first and open questions last."""
    soups = {appendix.file: _soup(appendix) for appendix in roadmap.appendices}
    found = [(sheet, _chapter_of(soup, sheet)) for soup in soups.values() for sheet in sheets(soup)]
    rooms, room_names = _rooms(fields, soups.values())
    known = {
        *room_names,
        *(f"{kind}-{question.id}" for question in roadmap.questions for kind in ("svar", "valg")),
        *(cell.name for sheet, _ in found for row in sheet.rows for cell in row),
    }
    numbered = [
        (chapter, f"{chapter.chapter}.{number}", question)
        for chapter in roadmap.chapters
        for number, question in enumerate(roadmap.chapter_questions(chapter), start=1)
    ]
    # Markdown for a person to go on writing in, so nothing is written as an HTML entity.
    text = (
        environment(templates, autoescape=False, lstrip_blocks=True)
        .get_template("guide/minutes.md.j2")
        .render(
            groups=_chosen(fields, found, 3, ("nå", "ja")),
            situations=_chosen(fields, found, 4, ("ja",)),
            chapters=[_chapter(fields, chapter, numbered, found) for chapter in roadmap.chapters],
            rooms=rooms,
            unknown=[
                {"title": _line(field.title), "text": _line(field.text)}
                for name, field in fields.items()
                if name not in known
            ],
            unanswered=[
                {"number": number, "text": question.text}
                for _, number, question in numbered
                if not {f"svar-{question.id}", f"valg-{question.id}"} & set(fields)
            ],
        )
    )
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"


def _chapter(
    fields: Mapping[str, Field], chapter: Chapter, numbered: list[Any], found: list[tuple[Sheet, int]]
) -> dict[str, Any]:
    answers = [
        {
            "number": number,
            "question": question.text,
            "choice": _choice(fields, question.id, question.scale),
            "text": _prose(fields[name].text) if (name := f"svar-{question.id}") in fields else "",
        }
        for its_chapter, number, question in numbered
        if its_chapter is chapter and {f"svar-{question.id}", f"valg-{question.id}"} & set(fields)
    ]
    filled = [
        {"title": sheet.title, "columns": sheet.columns, "rows": rows}
        for sheet, number in found
        if number == chapter.chapter and (rows := _rows(fields, sheet))
    ]
    return {"number": chapter.chapter, "title": chapter.title, "answers": answers, "sheets": filled}


def _choice(fields: Mapping[str, Field], question: str, scale: Any) -> str:
    field = fields.get(f"valg-{question}")
    if field is None:
        return ""
    return f"{field.text} av 5 (1 = {scale.low}, 5 = {scale.high})" if scale else field.text


def _rows(fields: Mapping[str, Field], sheet: Sheet) -> list[list[str]]:
    """The rows of a worksheet in which somebody wrote."""
    return [
        [cell.text or (_line(fields[cell.name].text) if cell.name in fields else "") for cell in row]
        for row in sheet.rows
        if any(cell.name in fields for cell in row)
    ]


def _chosen(
    fields: Mapping[str, Field], found: list[tuple[Sheet, int]], chapter: int, words_for_yes: tuple[str, ...]
) -> list[str]:
    """The first cell of each row whose answer is yes, in the worksheet that belongs to a chapter."""
    return [
        row[0]
        for sheet, number in found
        if number == chapter
        for row in _rows(fields, sheet)
        if row[0] and any(cell.lower().rstrip(".!") in words_for_yes for cell in row[1:])
    ]


def _rooms(fields: Mapping[str, Field], soups: Any) -> tuple[list[dict[str, Any]], set[str]]:
    """The checklists' groups of which something is filled in, and the names of all their fields."""
    rooms, names = [], set()
    for heading in (heading for soup in soups for heading in soup.select("h2")):
        items = heading.find_next_sibling()
        group = str(heading["id"])
        count = len(items.select("li")) if items is not None and items.name == "ul" else 0
        ticks = [f"krav-{group}-{number}" for number in range(1, count + 1)]
        missing = f"mangler-{group}"
        names |= {*ticks, missing}
        if any(name in fields for name in (*ticks, missing)):
            rooms.append(
                {
                    "title": words(heading),
                    "met": sum(tick in fields for tick in ticks),
                    "count": count,
                    "missing": _line(fields[missing].text) if missing in fields else "",
                }
            )
    return rooms, names


def _soup(appendix: Appendix) -> BeautifulSoup:
    soup = BeautifulSoup(render(appendix.body), "html.parser")
    for heading in soup.select("h2"):
        heading["id"] = slugify(words(heading), "-")
    return soup


def _chapter_of(soup: BeautifulSoup, sheet: Sheet) -> int:
    """The chapter that a worksheet says it belongs to."""
    paragraph = soup.find(id=sheet.id).find_next("p")  # type: ignore[union-attr]
    match = _CHAPTER.search(paragraph.get_text()) if paragraph else None
    return int(match[1]) if match else 0


def _prose(text: str) -> str:
    """What somebody typed, line by line: safe in Markdown, with its line breaks."""
    return "  \n".join(_escaped(line.strip()) for line in text.split("\n") if line.strip())


def _line(text: str) -> str:
    return " / ".join(_escaped(line.strip()) for line in text.split("\n") if line.strip())


def _escaped(text: str) -> str:
    """The text with what Markdown would take for markup made plain."""
    text = re.sub(r"([\\`*_\[\]<>|])", r"\\\1", text)
    text = re.sub(r"^(\d+)([.)])(?=\s|$)", r"\1\\\2", text)
    return re.sub(r"^([#+=-])", r"\\\1", text)
