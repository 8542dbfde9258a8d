"""Rules of what may be named: other measures, closed lists, headings of the overview, other pages."""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.content.model import Source
from roadmap.content.problems import Problem
from roadmap.content.rules.common import AnyEntry, measure_ids, repeated, unknown, values
from roadmap.content.source import Tree
from roadmap.content.yaml12 import Location


def _measures(tree: Tree) -> Iterator[Problem]:
    """Tiltak som nevnes, finnes."""
    known = measure_ids(tree)
    for entry, location, value in values(tree):
        if len(location) > 1 and location[-2] in ("measures", "related", "requires"):
            yield from unknown(entry, location, value, known, "tiltak")


def _relations(tree: Tree) -> Iterator[Problem]:
    """Et tiltak viser ikke til seg selv, og ikke to ganger til det samme."""
    for entry in tree.measures:
        measure = entry.value
        for field, ids in (("related", measure.related), ("requires", measure.requires)):
            if measure.id in ids:
                yield entry.problem(f"{measure.id} viser til seg selv – fjern det", field, ids.index(measure.id))
        for index, measure_id in enumerate(measure.related):
            if measure_id in measure.requires:
                yield entry.problem(f"{measure_id} står også i «requires» – fjern det fra «related»", "related", index)


def _closed_lists(tree: Tree) -> Iterator[Problem]:
    """Roller, nivå, innsats, helseforetak og fagområder er blant dem som står i roadmap.yml."""
    if tree.plan is None:
        return
    plan = tree.plan.value
    lists = {
        "role": ("rolle", [role.id for role in plan.roles]),
        "target_groups": ("målgruppe", [role.id for role in plan.roles if role.target_group]),
        "level": ("nivå", [level.id for level in plan.levels]),
        "effort": ("innsats", [effort.id for effort in plan.efforts]),
        "trust": ("helseforetak", [trust.id for trust in plan.trusts]),
        "field": ("fagområde", [field.id for field in plan.fields]),
    }
    lists |= dict.fromkeys(("owner", "audience", "participants", "led_by"), lists["role"])
    for entry, location, value in values(tree):
        name = next((part for part in reversed(location) if isinstance(part, str)), None)
        if isinstance(value, str) and name in lists:
            kind, allowed = lists[name]
            yield from unknown(entry, location, value, allowed, kind)


def _sources(tree: Tree) -> Iterator[Problem]:
    """Hver kilde peker på en overskrift som står i overview.yml, og hver overskrift er gjort rede for."""
    if tree.overview is None:
        return
    headings = [heading.id for heading in tree.overview.value.headings]
    yield from repeated(tree.overview, headings, "overskriften", "headings")
    cited = list(_cited(tree))
    for entry, location, heading in cited:
        yield from unknown(entry, location, heading, headings, "overskrift")
    used = {heading for _, _, heading in cited}
    for index, item in enumerate(tree.overview.value.headings):
        if item.id not in used and item.unused is None and not tree.problems:
            yield tree.overview.problem(
                f"ingenting bygger på «{item.id}» – skriv hvorfor i «unused», eller vis til den", "headings", index
            )
        if item.id in used and item.unused is not None:
            yield tree.overview.problem(
                f"«{item.id}» har «unused», men er brukt – fjern «unused»", "headings", index, "unused"
            )


def _cited(tree: Tree) -> Iterator[tuple[AnyEntry, Location, str]]:
    for entry, location, value in values(tree):
        if isinstance(value, Source):
            yield entry, (*location, "heading"), value.heading
        elif isinstance(value, str) and len(location) > 1 and location[-2] == "sources":
            yield entry, location, value


RULES = (_measures, _relations, _closed_lists, _sources)
