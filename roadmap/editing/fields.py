"""What a field of a model can be, and what can be chosen for it."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from types import UnionType
from typing import Annotated, Any, Protocol, Union, get_args, get_origin

from roadmap.content.model import Choice, Content, Measure, Overview, Plan
from roadmap.content.problems import ContentError, Problem
from roadmap.content.rules.common import marks
from roadmap.content.source import Tree
from roadmap.editing.prompts import Option, Prompt


class Known(Protocol):
    """The content that new content can refer to."""

    @property
    def plan(self) -> Plan: ...
    @property
    def overview(self) -> Overview: ...
    @property
    def measures(self) -> list[Measure]: ...


@dataclass(frozen=True)
class KnownOfTree:
    """The same, of content that need not be whole."""

    plan: Plan
    overview: Overview
    measures: list[Measure]


def known_of(tree: Tree) -> Known:
    """What can be referred to in a tree.

    Raises:
        ContentError: if the roadmap itself or the overview can't be read.
    """
    if not (tree.plan and tree.overview):
        missing = Problem(tree.directory, 1, "innholdet er ikke helt – legg tilbake filene som mangler")
        raise ContentError(tree.problems or [missing])
    measures = sorted((entry.value for entry in tree.measures), key=lambda measure: measure.id)
    return KnownOfTree(tree.plan.value, tree.overview.value, measures)


def choices(prompt: Prompt, model: type[Content], known: Known) -> list[Option]:
    """What can be chosen for a field: its options, or the list that the model names; nothing where all is allowed."""
    one_of = marks(model)[prompt.field].one_of
    match one_of and one_of.list_name:
        case "measures":
            return [Option(value=measure.id, name=measure.title) for measure in known.measures]
        case "headings":
            return [Option(value=item.id, name=item.heading) for item in known.overview.headings]
        case "roles":
            return _options(known.plan.roles)
        case "target_groups":
            return _options([role for role in known.plan.roles if role.target_group])
        case "levels" | "trusts" | "fields" as name:
            return _options(getattr(known.plan, name))
    return prompt.options


def _options(values: Sequence[Choice]) -> list[Option]:
    return [Option(value=value.id, name=value.name) for value in values]


def is_list(model: type[Content], field: str) -> bool:
    return any(get_origin(kind) is list for kind in _kinds(model, field))


def is_date(model: type[Content], field: str) -> bool:
    return datetime.date in _kinds(model, field)


def is_number(model: type[Content], field: str) -> bool:
    return bool({int, float} & {*_kinds(model, field)})


def is_yes_or_no(model: type[Content], field: str) -> bool:
    return bool in _kinds(model, field)


def is_markdown(model: type[Content], field: str) -> bool:
    prose = marks(model)[field].prose
    return prose is not None and prose.is_markdown


def is_required(model: type[Content], prompt: Prompt) -> bool:
    """Whether an empty answer is none."""
    return bool(prompt.only_if) or model.model_fields[prompt.field].is_required()


def has_parts(model: type[Content], field: str) -> bool:
    """Whether a field has fields of its own."""
    return bool(_parts(model, field))


def part_model(model: type[Content], field: str) -> type[Content]:
    """The model of the items of a list, or of the field itself, where that has fields of its own."""
    return _parts(model, field)[0]


def _parts(model: type[Content], field: str) -> list[type[Content]]:
    kinds = [part for kind in _kinds(model, field) for part in (kind, *get_args(kind))]
    return [kind for kind in kinds if isinstance(kind, type) and issubclass(kind, Content)]


def _kinds(model: type[Content], field: str) -> list[Any]:
    """The types that a field can have, less what they are annotated with."""
    annotation = model.model_fields[field].annotation
    kinds = get_args(annotation) if get_origin(annotation) in (Union, UnionType) else [annotation]
    return [get_args(kind)[0] if get_origin(kind) is Annotated else kind for kind in kinds]
