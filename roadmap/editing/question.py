"""A new question, put into ``questions.yml`` after those of its chapter; nothing else in the file is touched."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from roadmap.content.entry import Entry
from roadmap.content.model import Question, Questions
from roadmap.content.problems import ContentError
from roadmap.content.source import Tree
from roadmap.content.yaml12 import parse_yaml
from roadmap.editing.answers import AnswerError
from roadmap.editing.changes import Change, raw_text
from roadmap.editing.names import ascii_id
from roadmap.editing.yaml_text import yaml_text

_ELSEWHERE = "spørsmålene står ikke ett på hver linje i questions.yml – skriv det nye inn der selv"


def new_question(answers: Mapping[str, Any], tree: Tree, wanted_id: str | None = None) -> Change:
    """``questions.yml`` with one question more, under an id that no other has.

    Raises:
        AnswerError: if the questions don't stand in the file as a list of lines.
        ContentError: if the questions can't be read.
    """
    entry = tree.questions
    if entry is None:
        raise ContentError(tree.problems)
    taken = [question.id for question in entry.value.questions]
    fields = {"id": wanted_id or ascii_id(str(answers["text"]), taken), **answers}
    question = {name: fields[name] for name in Question.model_fields if fields.get(name) is not None}
    before = raw_text(entry.file)
    text = _inserted(question, before, entry)
    _assert_only_added(question, before, text, entry)
    return Change(entry.file, text, before)


def _inserted(question: Mapping[str, Any], before: str, entry: Entry[Questions]) -> str:
    ends = "\r\n" if "\r\n" in before else "\n"
    lines = before.replace("\r\n", "\n").split("\n")
    last = _before(question["chapter"], entry.value.questions)
    first_line = lines[entry.lines["questions", last] - 1]
    indent = first_line[: len(first_line) - len(first_line.lstrip())]
    if not first_line.lstrip().startswith("- "):
        raise AnswerError(_ELSEWHERE)
    end = _end(lines, last, entry)
    apart = [""] if _are_apart(lines, entry) else []
    written = [indent + line if line else line for line in yaml_text([question]).rstrip("\n").split("\n")]
    lines[end:end] = [*apart, *written]
    return ends.join(lines if lines[-1] == "" else [*lines, ""])


def _before(chapter: int, questions: Sequence[Question]) -> int:
    """The last question of the chapter, or of those before it; the first where there is none."""
    return max((index for index, question in enumerate(questions) if question.chapter <= chapter), default=0)


def _end(lines: Sequence[str], index: int, entry: Entry[Questions]) -> int:
    """The number of the last line of a question: comments and blank lines before the next field are that field's."""
    first = entry.lines["questions", index]
    later = [line for location, line in entry.lines.items() if line > first and len(location) <= 2]
    end = min(later, default=len(lines) + 1) - 1
    while not lines[end - 1].strip() or lines[end - 1].lstrip().startswith("#"):
        end -= 1
    return end


def _are_apart(lines: Sequence[str], entry: Entry[Questions]) -> bool:
    """Whether a blank line stands between questions."""
    starts = [entry.lines["questions", index] for index in range(1, len(entry.value.questions))]
    return any(not lines[start - 2].strip() for start in starts)


def _assert_only_added(question: Mapping[str, Any], before: str, text: str, entry: Entry[Questions]) -> None:
    """Holds the file to what was meant, whatever it looks like."""
    try:
        old, new = (parse_yaml(_as_read(one), entry.file).data for one in (before, text))
    except ContentError as error:
        raise AnswerError(_ELSEWHERE) from error
    added = [one for one in new["questions"] if one not in old["questions"]]
    if added != [question] or [one for one in new["questions"] if one is not added[0]] != old["questions"]:
        raise AnswerError(_ELSEWHERE)


def _as_read(text: str) -> str:
    return text.removeprefix("\N{ZERO WIDTH NO-BREAK SPACE}").replace("\r\n", "\n")
