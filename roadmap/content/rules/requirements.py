"""Rules of what measures require of each other and help with, which tells readers what they can start with."""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.content.problems import Problem
from roadmap.content.rules.common import measure_ids
from roadmap.content.source import Tree


def _later_steps(tree: Tree) -> Iterator[Problem]:
    """Et tiltak krever ikke noe i et senere steg."""
    for entry in tree.measures:
        for index, required in enumerate(entry.value.requires):
            if required[0] > entry.value.letter:
                message = f"{entry.value.id} krever {required}, som kommer senere på veien – flytt det til «related»"
                yield entry.problem(message, "requires", index)


def _cycles(tree: Tree) -> Iterator[Problem]:
    """Tiltak kan ikke vente på hverandre i ring."""
    requires = {entry.value.id: entry.value.requires for entry in tree.measures}
    reported: set[frozenset[str]] = set()
    for entry in sorted(tree.measures, key=lambda entry: entry.value.id):
        cycle = _cycle_from(entry.value.id, requires)
        if cycle and len(cycle) > 2 and frozenset(cycle) not in reported:
            reported.add(frozenset(cycle))
            yield entry.problem(
                f"tiltakene venter på hverandre i ring ({' → '.join(cycle)}) – fjern ett av dem fra «requires»",
                "requires",
            )


def _cycle_from(start: str, requires: dict[str, list[str]]) -> list[str] | None:
    """The shortest chain of prerequisites from ``start`` back to itself."""
    chains = [[start]]
    seen: set[str] = set()
    while chains:
        chain = chains.pop(0)
        for measure_id in requires.get(chain[-1], []):
            if measure_id == start:
                return [*chain, start]
            if measure_id not in seen:
                seen.add(measure_id)
                chains.append([*chain, measure_id])
    return None


def _help_of_statements(tree: Tree) -> Iterator[Problem]:
    """En påstand viser bare til tiltak i sitt eget steg."""
    if tree.plan is None:
        return
    known = measure_ids(tree)
    for step_index, step in enumerate(tree.plan.value.steps):
        for index, statement in enumerate(step.self_assessment):
            for place, measure in enumerate(statement.measures):
                if measure in known and measure[0] != step.letter:
                    message = (
                        f"tiltak {measure} hører til steg {measure[0]}, og påstanden står i steg {step.letter} "
                        "– vis bare til tiltak i steget"
                    )
                    location = ("steps", step_index, "self_assessment", index, "measures", place)
                    yield tree.plan.problem(message, *location)


RULES = (_later_steps, _cycles, _help_of_statements)
