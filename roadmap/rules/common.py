"""What the rules share: looking a value up in a list, and the Markdown of a tree with its lines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from roadmap.problems import Problem, suggestion
from roadmap.source import Entry, Tree

AnyEntry = Entry[Any]


def texts(tree: Tree) -> Iterator[tuple[AnyEntry, int, str]]:
    """Every Markdown text of the tree: its entry, the line that it starts on, and the text."""
    for measure in tree.measures:
        yield measure, measure.lines["description",] + 1, measure.value.description
    pages: list[AnyEntry] = [*tree.chapters, *tree.appendices, *tree.stories, *tree.pages]
    for page in [*pages, *([tree.guide_front] if tree.guide_front else [])]:
        yield page, page.lines["body",], page.value.body


def measure_ids(tree: Tree) -> list[str]:
    """The ids of all measures. One whose file can't be read is known by its file name: naming it is no mistake."""
    read = {entry.file: entry.value.id for entry in tree.measures}
    files = (tree.directory / "measures").glob("*.yml")
    return sorted({read.get(file, file.name.split("-")[0].upper()) for file in files})


def unknown(
    entry: AnyEntry, values: list[str], allowed: list[str], kind: str, *location: int | str
) -> Iterator[Problem]:
    """A problem for each of ``values`` that is not ``allowed``; ``location`` is the list's own field."""
    for index, value in enumerate(values):
        yield from unknown_one(entry, value, allowed, kind, *location, index)


def unknown_one(entry: AnyEntry, value: str, allowed: list[str], kind: str, *location: int | str) -> Iterator[Problem]:
    if value not in allowed:
        yield entry.problem(f"{kind} «{value}» finnes ikke – {suggestion(value, allowed)}", *location)


def repeated(entry: AnyEntry, ids: list[str], kind: str, field: str) -> Iterator[Problem]:
    """A problem for each id that another in the list ``field`` has already."""
    for index, identifier in enumerate(ids):
        if identifier in ids[:index]:
            yield entry.problem(f"{kind} «{identifier}» står to ganger – gi det ene en annen id", field, index, "id")
