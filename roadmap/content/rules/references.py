"""Rules of what may be named: measures, headings of the overview, and the closed lists of ``roadmap.yml``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from roadmap.content.problems import Problem
from roadmap.content.reader import slug_of
from roadmap.content.rules.common import measure_ids, references, repeated, severity_of_leftovers, unknown
from roadmap.content.source import Tree
from roadmap.content.yaml12 import Location


def _named(tree: Tree) -> Iterator[Problem]:
    """Tiltak, overskrifter, roller, nivå og annet som nevnes, finnes."""
    lists = _lists(tree)
    for reference in references(tree):
        if reference.list_name in lists:
            kind, allowed = lists[reference.list_name]
            yield from unknown(reference.entry, reference.location, reference.value, allowed, kind)


def _repeated(tree: Tree) -> Iterator[Problem]:
    """Ingenting er nevnt to ganger i samme liste."""
    seen: set[tuple[Path, Location, str]] = set()
    for reference in references(tree):
        *field, position = reference.location
        key = (reference.entry.file, tuple(field), reference.value)
        if isinstance(position, int) and key in seen:
            message = f"«{reference.value}» står to ganger i «{field[-1]}» – slett det ene"
            yield reference.entry.problem(message, *reference.location)
        seen.add(key)


def _lists(tree: Tree) -> dict[str, tuple[str, list[str]]]:
    """What editors call one of each list, and the ids in it; a list that can't be read is left out."""
    examples = [file.stem for file in tree.files.matching("examples/*.md") if file.stem != "index"]
    tools = [slug_of(file) for file in tree.files.matching("tools/*.md")]
    lists = {
        "measures": ("tiltak", measure_ids(tree)),
        "examples": ("eksempel", examples),
        "tools": ("verktøy", tools),
    }
    if tree.overview:
        lists["headings"] = ("overskrift", [heading.id for heading in tree.overview.value.headings])
    if tree.plan:
        plan = tree.plan.value
        lists |= {
            "roles": ("rolle", [role.id for role in plan.roles]),
            "target_groups": ("målgruppe", [role.id for role in plan.roles if role.target_group]),
            "approvers": ("rolle som kan godkjenne", [role.id for role in plan.approvers]),
            "levels": ("nivå", [level.id for level in plan.levels]),
            "trusts": ("helseforetak", [trust.id for trust in plan.trusts]),
            "fields": ("fagområde", [field.id for field in plan.fields]),
        }
    return lists


def _relations(tree: Tree) -> Iterator[Problem]:
    """Et tiltak viser ikke til seg selv, og ikke på to måter til det samme."""
    for entry in tree.measures:
        measure = entry.value
        for field, ids in (("related", measure.related), ("requires", measure.requires)):
            if measure.id in ids:
                yield entry.problem(f"{measure.id} viser til seg selv – fjern det", field, ids.index(measure.id))
        for index, measure_id in enumerate(measure.related):
            if measure_id in measure.requires:
                yield entry.problem(f"{measure_id} står også i «requires» – fjern det fra «related»", "related", index)


def _headings(tree: Tree) -> Iterator[Problem]:
    """Hver overskrift i overview.yml er gjort rede for."""
    if tree.overview is None:
        return
    headings = tree.overview.value.headings
    yield from repeated(tree.overview, [heading.id for heading in headings], "overskriften", "headings")
    used = {
        reference.value
        for reference in references(tree)
        if reference.list_name == "headings" and reference.entry is not tree.figures
    }
    for index, item in enumerate(headings):
        if item.id not in used and item.unused is None and not tree.problems:
            message = f"ingenting bygger på «{item.id}» – skriv hvorfor i «unused», eller vis til den"
            yield replace(tree.overview.problem(message, "headings", index), severity=severity_of_leftovers(tree))
        if item.id in used and item.unused is not None:
            yield tree.overview.problem(
                f"«{item.id}» har «unused», men er brukt – fjern «unused»", "headings", index, "unused"
            )


def _closed_lists(tree: Tree) -> Iterator[Problem]:
    """Hver verdi i en lukket liste i roadmap.yml har sin egen id."""
    if tree.plan is None:
        return
    plan = tree.plan.value
    for field in ("roles", "levels", "efforts", "trusts", "fields", "assessment_levels", "progress_levels"):
        yield from repeated(tree.plan, [choice.id for choice in getattr(plan, field)], "verdien", field)
    levels = [level.id for level in plan.assessment_levels]
    for index, other in enumerate(plan.assessment_others):
        if other.id in [*levels, *(earlier.id for earlier in plan.assessment_others[:index])]:
            message = f"svaret «{other.id}» står to ganger – gi det ene en annen id"
            yield tree.plan.problem(message, "assessment_others", index, "id")


RULES = (_named, _repeated, _relations, _headings, _closed_lists)
