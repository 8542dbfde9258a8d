"""Rules of where on a page its sources lead: to a part that the page has."""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.content.problems import Problem, suggestion
from roadmap.content.rules.common import AnyEntry, entries
from roadmap.content.rules.pages import anchors_on, written_pages
from roadmap.content.source import Tree
from roadmap.content.yaml12 import Location


def _sections(tree: Tree) -> Iterator[Problem]:
    """«section» i en kilde er et sted på siden som kilden hører til."""
    written = {entry.file for entry in written_pages(tree).values()}
    for entry in entries(tree):
        for location in entry.lines:
            if location[-1:] == ("section",) and location[-3:-2] == ("sources",):
                section = _value_at(entry, location)
                if entry.file not in written:
                    message = f"«section: {section}» kan bare stå på en side som er skrevet i Markdown – slett linja"
                    yield entry.problem(message, *location)
                elif section not in (anchors := sorted(anchors_on(entry, tree))):
                    cure = suggestion(section, anchors) if anchors else "slett linja; siden har ingen overskrifter"
                    yield entry.problem(f"siden har ikke noe sted som heter «{section}» – {cure}", *location)


def _value_at(entry: AnyEntry, location: Location) -> str:
    value = entry.value
    for step in location:
        value = value[step] if isinstance(step, int) else getattr(value, step)
    return str(value)


RULES = (_sections,)
