"""Rules of the ids that people's own work is kept by: whoever opens an old plan must find what they meant."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from roadmap.content.problems import Problem
from roadmap.content.rules.common import AnyEntry, measure_ids
from roadmap.content.source import Tree
from roadmap.content.yaml12 import Location


class _Named(NamedTuple):
    """Something with an id, what it had before, and where it stands."""

    entry: AnyEntry
    location: Location
    id: str
    former_ids: list[str]


def _statement_ids(tree: Tree) -> Iterator[Problem]:
    """Hver påstand har sin egen id, i hele veikartet."""
    first: dict[str, str] = {}
    for letter, statement in _statements(tree):
        if statement.id in first:
            message = f"påstanden «{statement.id}» står i steg {first[statement.id]} også – gi den ene en annen id"
            yield statement.entry.problem(message, *statement.location, "id")
        first.setdefault(statement.id, letter)


def _former_ids(tree: Tree) -> Iterator[Problem]:
    """Det som står i «former_ids», er ikke i bruk, og hører til ett tiltak eller én påstand."""
    measures = [_Named(entry, (), entry.value.id, entry.value.former_ids) for entry in tree.measures]
    statements = [statement for _, statement in _statements(tree)]
    yield from _repeated_former_ids(measures, measure_ids(tree), "et tiltak")
    yield from _repeated_former_ids(statements, [one.id for one in statements], "en påstand")


def _repeated_former_ids(items: Iterable[_Named], todays: list[str], kind: str) -> Iterator[Problem]:
    holders: dict[str, str] = {}
    for item in items:
        for index, former in enumerate(item.former_ids):
            location = (*item.location, "former_ids", index)
            if former in todays:
                yield item.entry.problem(f"«{former}» er id-en til {kind} som finnes – fjern den", *location)
            elif former in holders:
                message = f"«{former}» står i «former_ids» til {holders[former]} også – slett den ene"
                yield item.entry.problem(message, *location)
            holders.setdefault(former, item.id)


def _statements(tree: Tree) -> Iterator[tuple[str, _Named]]:
    """Every statement, with the letter of its step."""
    if tree.plan is None:
        return
    for step_index, step in enumerate(tree.plan.value.steps):
        for index, statement in enumerate(step.self_assessment):
            location = ("steps", step_index, "self_assessment", index)
            yield step.letter, _Named(tree.plan, location, statement.id, statement.former_ids)


RULES = (_statement_ids, _former_ids)
