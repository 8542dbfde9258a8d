"""A filled-in form for a story, as GitHub or GitLab keeps it: a heading for each field, and the answer under it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from roadmap.content.model import Story
from roadmap.content.problems import Problem, suggestion
from roadmap.content.rules.privacy import masked
from roadmap.editing.answers import AnswerError, Question, plain_name
from roadmap.editing.fields import Known, is_list
from roadmap.editing.forms import Confirmations
from roadmap.editing.prompts import Prompts

_HEADING = re.compile(r" {0,3}(#{1,6})[ \t]*(.*?)[ \t]*#*[ \t]*")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_BOX = re.compile(r"[ \t]*[-*+][ \t]+\[([ xX]?)\][ \t]*(.+)")
_MOST_REPLIES = 9
# What GitHub writes where nothing was answered, also in Norwegian.
_NO_ANSWER = {"noresponse", "ingensvar"}


@dataclass
class _Section:
    """What stands under a heading: the line of the heading, and the lines below it."""

    line: int
    lines: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class FilledForm:
    """The answers that can be used, all that is wrong with the others, and the line at which each field stands."""

    answers: dict[str, Any]
    problems: list[Problem]
    lines: Mapping[str, int]


def read_form(text: str, file: Path, prompts: Prompts, confirmations: Confirmations, known: Known) -> FilledForm:
    """What the form in ``text`` says; ``file`` is where the problems say that it stands."""
    reader = _Reader(_without_quotation(_without_comments(text)), file, prompts, confirmations)
    answers: dict[str, Any] = {}
    problems = list(reader.problems)
    for prompt in prompts.prompts:
        section = reader.sections.get(plain_name(prompt.label))
        if section is None and (prompt.only_if or not Question.of(prompt, Story, known).is_required):
            continue
        if section is None:
            message = f"«{prompt.label}» mangler – skriv overskriften «### {prompt.label}» med svaret under"
            problems.append(Problem(file, 1, message))
            continue
        given = _text(section) if prompt.field == "body" else _answer(section)
        if not given and not prompt.is_asked(answers):
            continue
        try:
            answers[prompt.field] = _value(Question.of(prompt, Story, known), given)
        except AnswerError as error:
            problems.append(Problem(file, section.line, str(error)))
    problems += _unconfirmed(reader.sections.get(plain_name(confirmations.label)), confirmations, file)
    lines = {
        prompt.field: section.line + (_lines_before_text(section) if prompt.field == "body" else 0)
        for prompt in prompts.prompts
        if (section := reader.sections.get(plain_name(prompt.label)))
    }
    return FilledForm(answers, problems, lines)


class _Reader:
    """Tells the headings of the form from those within its answers.

    Only the story, which stands last, can have headings and code of its own: in it a heading belongs to the form only
    when the form still lacks that one.
    """

    def __init__(self, text: str, file: Path, prompts: Prompts, confirmations: Confirmations) -> None:
        self.sections: dict[str, _Section] = {}
        self.problems: list[Problem] = []
        self._file = file
        labels = [*(prompt.label for prompt in prompts.prompts), confirmations.label]
        self._labels = {plain_name(label): label for label in labels}
        self._story = plain_name(prompts.prompts[-1].label)
        self._read(text)

    def _read(self, text: str) -> None:
        current, fence = "", ""
        for number, line in enumerate(text.split("\n"), start=1):
            in_story = current == self._story
            if in_story and (mark := _FENCE.match(line)):
                fence = "" if fence and mark[1].startswith(fence) else fence or mark[1]
            heading = None if in_story and fence else _HEADING.fullmatch(line)
            name = plain_name(heading[2]) if heading else ""
            if name in self._labels and not (in_story and name in self.sections):
                if name in self.sections:
                    message = f"overskriften «{self._labels[name]}» står to ganger – slett den ene, med svaret"
                    self.problems.append(Problem(self._file, number, message))
                current = name
                self.sections.setdefault(name, _Section(number))
            elif heading and name and current and not in_story:
                cure = suggestion(heading[2], self._labels.values())
                shown = " ".join(heading[2].split())[:60]
                message = masked(f"overskriften «{shown}» hører ikke til skjemaet – {cure}")
                self.problems.append(Problem(self._file, number, message))
                current = ""
            elif current:
                self.sections[current].lines.append(line)


def _without_comments(text: str) -> str:
    """The text less HTML comments; every line stays where it is."""
    kept: list[str] = []
    position = 0
    while (start := text.find("<!--", position)) >= 0 and (end := text.find("-->", start)) >= 0:
        kept += [text[position:start], "\n" * text.count("\n", start, end)]
        position = end + 3
    return "".join(kept) + text[position:]


def _without_quotation(text: str) -> str:
    """The text less the marks of a reply, also of one to another, where every line that says something has them."""
    lines = text.split("\n")
    for _ in range(_MOST_REPLIES):
        said = [line for line in lines if line.strip()]
        if not said or not all(line.lstrip().startswith(">") for line in said):
            break
        lines = [line.lstrip().removeprefix(">").removeprefix(" ") for line in lines]
    return "\n".join(lines)


def _answer(section: _Section) -> str:
    """What was answered: the lines that say something, or the boxes that are ticked."""
    boxes = [box for line in section.lines if (box := _BOX.fullmatch(line))]
    if boxes:
        return "\n".join(box[2].strip() for box in boxes if box[1].strip())
    return _text(section)


def _text(section: _Section) -> str:
    text = _without_quotation("\n".join(section.lines)).strip("\n").rstrip()
    return "" if plain_name(text) in _NO_ANSWER else text


def _value(question: Question, given: str) -> Any:
    if question.options and not is_list(Story, question.field):
        lines = [line for line in given.split("\n") if line.strip()]
        if len(lines) > 1:
            raise AnswerError(f"«{question.prompt.label}» har {len(lines)} svar – la ett av dem stå")
    return question.value(given)


def _unconfirmed(section: _Section | None, confirmations: Confirmations, file: Path) -> Iterator[Problem]:
    ticked = {plain_name(text) for text in _answer(section).split("\n")} if section else set()
    for item in confirmations.items:
        if plain_name(item) not in ticked:
            message = f"«{item}» er ikke krysset av – spør den som sendte skjemaet, og sett kryss: - [x]"
            yield Problem(file, section.line if section else 1, message)


def _lines_before_text(section: _Section) -> int:
    """How many lines the first that says something stands below the heading."""
    return next((number for number, line in enumerate(section.lines, start=1) if line.strip()), 1)
