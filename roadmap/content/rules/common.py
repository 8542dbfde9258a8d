"""What the rules share: going through everything in a tree, and looking a value up in a list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from pydantic import BaseModel

from roadmap.content.problems import Problem, suggestion
from roadmap.content.source import Entry, Tree
from roadmap.content.yaml12 import Location

AnyEntry = Entry[Any]


def entries(tree: Tree) -> Iterator[AnyEntry]:
    """Everything in the tree that could be read."""
    alone = (
        tree.plan,
        tree.overview,
        tree.home,
        tree.questions,
        tree.worksheets,
        tree.guide_front,
        tree.insights,
        tree.scenarios,
        tree.room_checklist,
        tree.glossary,
        tree.poster_text,
        tree.presentation,
    )
    yield from (entry for entry in alone if entry)
    for entries_of_a_kind in (tree.measures, tree.chapters, tree.appendices, tree.stories, tree.pages):
        yield from entries_of_a_kind


def values(tree: Tree) -> Iterator[tuple[AnyEntry, Location, Any]]:
    """Every value in the tree, at every depth: its entry, where it stands in it, and the value."""
    for entry in entries(tree):
        for location, value in _values_within(entry.value, ()):
            yield entry, location, value


def _values_within(value: object, location: Location) -> Iterator[tuple[Location, object]]:
    yield location, value
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _values_within(getattr(value, name), (*location, name))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _values_within(item, (*location, index))


def texts(tree: Tree) -> Iterator[tuple[AnyEntry, int, str]]:
    """Every Markdown text of the tree: its entry, the line that it starts on, and the text."""
    for entry, location, value in values(tree):
        if location == ("description",):
            yield entry, entry.lines[location] + 1, value
        elif location == ("body",) or (entry is tree.worksheets and location[2:] == ("text",)):
            yield entry, entry.lines[location], value


def measure_ids(tree: Tree) -> list[str]:
    """The ids of all measures. One whose file can't be read is known by its file name: naming it is no mistake."""
    read = {entry.file: entry.value.id for entry in tree.measures}
    files = (tree.directory / "measures").glob("*.yml")
    return sorted({read.get(file, file.name.split("-")[0].upper()) for file in files})


def unknown(entry: AnyEntry, location: Location, value: str, allowed: Iterable[str], kind: str) -> Iterator[Problem]:
    """A problem if ``value`` is not among the ``allowed``."""
    allowed = list(allowed)
    if value not in allowed:
        yield entry.problem(f"{kind} «{value}» finnes ikke – {suggestion(value, allowed)}", *location)


def repeated(entry: AnyEntry, ids: list[str], kind: str, field: str) -> Iterator[Problem]:
    """A problem for each id that another in the list ``field`` has already."""
    for index, identifier in enumerate(ids):
        if identifier in ids[:index]:
            yield entry.problem(f"{kind} «{identifier}» står to ganger – gi det ene en annen id", field, index, "id")
