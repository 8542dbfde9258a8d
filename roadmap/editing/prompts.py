"""What editors are asked for, ``templates/new/*.yml``: the same at the terminal, in a form and in an empty file."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from pathlib import Path
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import Field, ValidationError

from roadmap.content.files import read_text
from roadmap.content.model import Choice, Content, Roadmap, Source
from roadmap.content.problems import ContentError, Problem, field_message
from roadmap.content.rules.common import marks
from roadmap.content.rules.writing import STORY_WORDS
from roadmap.content.yaml12 import parse_yaml


class Option(Content):
    """A value of a field that the model closes, and what editors know it as."""

    value: str
    name: str


class Prompt(Content):
    """A field to fill in: its name among editors, what to write, and what stands there until they have."""

    field: str
    label: str
    help: str
    blank: str = ""
    options: list[Option] = []


class Prompts(Content):
    """All that is asked for a kind of file, in order, and what the file has without asking."""

    prompts: Annotated[list[Prompt], Field(min_length=1)]
    sources: list[Source] = []
    blank_body: list[str] = []

    def __getitem__(self, field: str) -> Prompt:
        return next(prompt for prompt in self.prompts if prompt.field == field)


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


def choices(prompt: Prompt, model: type[Content], roadmap: Roadmap) -> list[Option]:
    """What can be chosen for a field: its options, or the list that the model names; nothing where all is allowed."""
    one_of = marks(model)[prompt.field].one_of
    match one_of and one_of.list_name:
        case "measures":
            return [Option(value=measure.id, name=measure.title) for measure in roadmap.measures]
        case "headings":
            return [Option(value=item.id, name=item.heading) for item in roadmap.overview.headings]
        case "roles":
            return _options(roadmap.plan.roles)
        case "target_groups":
            return _options([role for role in roadmap.plan.roles if role.target_group])
        case "levels" | "trusts" | "fields" as name:
            return _options(getattr(roadmap.plan, name))
    return prompt.options


def _options(values: Sequence[Choice]) -> list[Option]:
    return [Option(value=value.id, name=value.name) for value in values]


def help_text(prompt: Prompt, model: type[Content]) -> str:
    """What to write, with the limits that the model and the rules set."""
    bounds = f"{STORY_WORDS.start}–{STORY_WORDS.stop - 1}"
    return prompt.help.replace("{most}", str(_longest(model, prompt.field))).replace("{words}", bounds)


def _longest(model: type[Content], field: str) -> int | None:
    lengths = (getattr(mark, "max_length", None) for mark in model.model_fields[field].metadata)
    return next((length for length in lengths if length), None)


def is_list(model: type[Content], field: str) -> bool:
    return any(get_origin(part) is list for part in _parts(model, field))


def is_date(model: type[Content], field: str) -> bool:
    return any(part is datetime.date for part in _parts(model, field))


def _parts(model: type[Content], field: str) -> list[Any]:
    """The types that a field can have, less what they are annotated with."""
    annotation = model.model_fields[field].annotation
    kinds = get_args(annotation) if get_origin(annotation) in (Union, UnionType) else [annotation]
    return [get_args(kind)[0] if get_origin(kind) is Annotated else kind for kind in kinds]
