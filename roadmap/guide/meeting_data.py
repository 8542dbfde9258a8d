"""What the page where the guide is filled in on screen knows of the guide, so that it writes what the command would.

Its scripts (``templates/scripts/meeting/``) are twins of ``answers.py``, ``pdf_fields.py`` and ``minutes.py``, and take
the words, the limits and the characters from here; ``tests/guide/test_twin.py`` holds the two together.
"""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any

from roadmap.content.model import Chapter, Roadmap, Worksheet
from roadmap.guide import answers, form, pdf_fields
from roadmap.guide.minutes import words
from roadmap.site.data_scripts import data_script


def meeting_data(roadmap: Roadmap, templates: Path) -> bytes:
    """A script that hands the page the guide's form, and how answers to it are read and written."""
    return data_script("meetingData = ", described(roadmap, templates))


def described(roadmap: Roadmap, templates: Path) -> dict[str, Any]:
    """The guide's form, and how answers to it are read and written."""
    current = form.edition_of(roadmap)
    return {
        "edition": current.edition,
        "unknownEdition": answers.UNKNOWN_EDITION,
        "digest": current.digest,
        "words": words(templates),
        "messages": answers.MESSAGES,
        "limits": {
            "fields": pdf_fields.MOST_FIELDS,
            "bytes": pdf_fields.MOST_BYTES,
            "packedBytes": pdf_fields.MOST_PACKED_BYTES,
            "title": answers.TITLE_LENGTH,
            "edition": answers.EDITION_LENGTH,
        },
        "reading": _reading(roadmap),
        "names": {
            "ours": f"^{answers.OURS.pattern}",
            "formerlyOurs": f"^{answers.FORMERLY_OURS.pattern}",
            "edition": form.EDITION.removeprefix("/"),
            "digest": form.DIGEST.removeprefix("/"),
        },
        "fields": {field.name: field.options for field in form.form_fields(roadmap)},
        "chapters": [_chapter(roadmap, chapter) for chapter in roadmap.chapters],
        "points": roadmap.scale_points,
        "sheets": [_sheet(roadmap, sheet) for sheet in roadmap.worksheets],
        "checklist": {
            "title": roadmap.checklist.title,
            "groups": [
                {"id": group.id, "title": group.title, "checks": [check.id for check in group.checks]}
                for group in roadmap.checklist.groups
            ],
        },
    }


def _chapter(roadmap: Roadmap, chapter: Chapter) -> dict[str, Any]:
    owed = form.must_be_answered(roadmap)
    return {
        "number": chapter.chapter,
        "title": chapter.title,
        "minutes": chapter.minutes,
        "questions": [
            {
                "id": question.id,
                "number": f"{chapter.chapter}.{number}",
                "text": question.text,
                "isStarred": question.starred,
                "isOwed": question in owed,
                "scale": question.scale.model_dump() if question.scale else None,
                "measures": question.measures,
            }
            for number, question in enumerate(roadmap.chapter_questions(chapter), start=1)
        ],
        "sheets": [sheet.id for sheet in roadmap.chapter_worksheets(chapter)],
    }


def _sheet(roadmap: Roadmap, sheet: Worksheet) -> dict[str, Any]:
    columns = [column.id for column in sheet.columns]
    return {
        "id": sheet.id,
        "title": sheet.title,
        "columns": [{"id": column.id, "title": column.title} for column in sheet.columns],
        "rows": [{"id": row.id, "title": row.title} for row in roadmap.worksheet_rows(sheet)],
        "decides": [
            {
                "title": decision.title,
                "column": columns.index(decision.column),
                "answers": [answer.casefold() for answer in decision.answers],
            }
            for decision in sheet.decides
        ],
    }


def _reading(roadmap: Roadmap) -> dict[str, Any]:
    """Characters as Python knows them: a browser has another edition of Unicode, and other ideas of white space."""
    decisive = {answer for sheet in roadmap.worksheets for decision in sheet.decides for answer in decision.answers}
    return {
        "space": _class_of(str.isspace),
        "digit": _class_of(str.isdecimal),
        "dropped": _class_of(_is_dropped),
        "pdfDoc": bytes(range(256)).decode("pdfdoc", errors="replace"),
        "folded": _folded(frozenset("".join(decisive).casefold())),
    }


def _is_dropped(character: str) -> bool:
    """Whether ``clean`` takes the character out, unless it is a line break."""
    return unicodedata.category(character) in ("Cc", "Cf", "Cs")


@cache
def _class_of(belongs: Callable[[str], bool]) -> str:
    """What stands within the brackets of a regular expression that finds these characters."""
    codes = [code for code in range(sys.maxunicode + 1) if belongs(chr(code))]
    return "".join(f"\\u{{{first:x}}}-\\u{{{last:x}}}" for first, last in _runs(codes))


def _runs(codes: Iterable[int]) -> Iterator[tuple[int, int]]:
    """The first and the last of each run of codes without a gap."""
    for _, run in groupby(enumerate(codes), key=lambda pair: pair[1] - pair[0]):
        members = [code for _, code in run]
        yield members[0], members[-1]


@cache
def _folded(letters: frozenset[str]) -> dict[str, str]:
    """The characters that are among these letters when the case is left out of account: no others can matter."""
    characters = map(chr, range(sys.maxunicode + 1))
    folds = ((character, character.casefold()) for character in characters)
    return {character: fold for character, fold in folds if fold != character and set(fold) <= letters}
