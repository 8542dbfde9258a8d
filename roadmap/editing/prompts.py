"""What editors are asked for, ``templates/new/*.yml``: the same at the terminal, in a form and in an empty file."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

from pydantic import Field, ValidationError

from roadmap.content.files import read_text
from roadmap.content.model import Content, Source
from roadmap.content.problems import ContentError, Problem, field_message
from roadmap.content.rules.writing import DESCRIPTION_WORDS, STORY_WORDS
from roadmap.content.yaml12 import parse_yaml


class Option(Content):
    """A value of a field that the model closes, and what editors know it as."""

    value: str
    name: str


class Prompt(Content):
    """A field to fill in: its name among editors, what to write, and what stands there until they have.

    ``parts`` are the fields of each item where the field is a list of more than texts. With ``only_if`` the field is
    asked for only after those answers to other fields, and can't be left empty then.
    """

    field: str
    label: str
    help: str = ""
    blank: str = ""
    options: list[Option] = []
    only_if: dict[str, str] = {}
    parts: list[Prompt] = []

    def is_asked(self, answers: Mapping[str, Any]) -> bool:
        return all(answers.get(field) == value for field, value in self.only_if.items())


class Prompts(Content):
    """All that is asked for a kind of file, in order, and what the file has without asking."""

    prompts: Annotated[list[Prompt], Field(min_length=1)]
    sources: list[Source] = []
    blank_body: list[str] = []


def read_prompts(templates: Path, kind: str) -> Prompts:
    """What is asked for a ``kind`` of file, such as ``story``.

    Raises:
        ContentError: if the file of that kind is missing, or is not as it must be.
    """
    file = templates / f"new/{kind}.yml"
    try:
        return Prompts.model_validate(parse_yaml(read_text(file), file).data)
    except ValidationError as error:
        raise ContentError(Problem(file, 1, field_message(one, Prompts)) for one in error.errors()) from error


def help_text(prompt: Prompt, model: type[Content]) -> str:
    """What to write, with the limits that the model and the rules set."""
    text = prompt.help.replace("{most}", str(_longest(model, prompt.field)))
    for name, words in (("{words}", STORY_WORDS), ("{description_words}", DESCRIPTION_WORDS)):
        text = text.replace(name, f"{words.start}–{words.stop - 1}")
    return text


def _longest(model: type[Content], field: str) -> int | None:
    info = model.model_fields.get(field)
    lengths = (getattr(mark, "max_length", None) for mark in info.metadata) if info else ()
    return next((length for length in lengths if length), None)
