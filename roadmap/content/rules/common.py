"""Going through everything in a tree, and looking a value up in a list."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, NamedTuple, get_args

from pydantic import BaseModel

from roadmap import urls
from roadmap.content.entry import Entry
from roadmap.content.model.base import Content, OneOf, Prose, Stated
from roadmap.content.problems import Problem, Severity, suggestion
from roadmap.content.source import Tree
from roadmap.content.yaml12 import Location

AnyEntry = Entry[Any]
Kind = Literal["prose", "one_of", "stated"]


@dataclass(frozen=True)
class Text:
    """A text that readers see, and where it stands."""

    entry: AnyEntry
    location: Location
    value: str
    is_markdown: bool

    def problem(self, message: str, offset: int = 0) -> Problem:
        """A problem at the line of the character at ``offset``."""
        return self.entry.problem_in_text(message, self.location, offset)


@dataclass(frozen=True)
class Reference:
    """The name of something that content declares elsewhere, in the list ``list_name``."""

    entry: AnyEntry
    location: Location
    value: str
    list_name: str


def entries(tree: Tree) -> Iterator[AnyEntry]:
    """Everything in the tree that could be read, also where only some of its fields are right."""
    alone = (
        tree.plan,
        tree.overview,
        tree.home,
        tree.questions,
        tree.worksheets,
        tree.guide_front,
        tree.example_list,
        tree.story_list,
        tree.insights,
        tree.scenarios,
        tree.gains,
        tree.pictures,
        tree.room_checklist,
        tree.glossary,
        tree.poster_text,
        tree.presentation,
        tree.search,
        tree.figures,
        tree.redirects,
        tree.privacy,
    )
    yield from (entry for entry in alone if entry)
    for entries_of_a_kind in (
        tree.measures,
        tree.chapters,
        tree.appendices,
        tree.examples,
        tree.stories,
        tree.pages,
        tree.tools,
        tree.role_pages,
        tree.ready_made_texts,
    ):
        yield from entries_of_a_kind
    yield from tree.incomplete


def incomplete(tree: Tree, model: type[Content], *fields: str) -> Iterator[AnyEntry]:
    """Contents of a kind of which some fields are wrong, but not these."""
    for entry in tree.incomplete:
        if isinstance(entry.value, model) and all(hasattr(entry.value, field) for field in fields):
            yield entry


def prose(tree: Tree) -> Iterator[Text]:
    """Every text that readers see."""
    for entry, location, value, mark in _marked(tree, "prose"):
        yield Text(entry, location, value, mark.is_markdown)


def references(tree: Tree) -> Iterator[Reference]:
    """Every value that must be in a list that content declares."""
    for entry, location, value, mark in _marked(tree, "one_of"):
        yield Reference(entry, location, value, mark.list_name)


def numbers(tree: Tree) -> Iterator[tuple[AnyEntry, Location, int]]:
    """Every number that readers see outside a text: its entry, where it stands, and the number."""
    for entry, location, value, _ in _marked(tree, "stated"):
        yield entry, location, value


def texts(tree: Tree) -> Iterator[tuple[AnyEntry, int, str]]:
    """Every Markdown text of the tree: its entry, the line that it starts on, and the text."""
    for text in prose(tree):
        if text.is_markdown:
            yield text.entry, text.entry.text_lines[text.location], text.value


def lines_with(text: str, needle: str) -> list[int]:
    """The lines, counted from 0, on which something stands, also when it is written with entities; else the first."""
    pattern = re.compile(re.escape(needle) + (r"(?![\w/#-])" if needle[-1:].isalnum() else ""))
    lines = [number for number, line in enumerate(text.split("\n")) if pattern.search(html.unescape(line))]
    return lines or [0]


def _marked(tree: Tree, kind: Kind) -> Iterator[tuple[AnyEntry, Location, Any, Any]]:
    for entry in entries(tree):
        for location, value, mark in _marked_within(entry.value, (), kind, None):
            yield entry, location, value, mark


def _marked_within(value: object, location: Location, kind: str, mark: Any) -> Iterator[tuple[Location, Any, Any]]:
    if isinstance(value, BaseModel):
        own = marks(type(value))
        for name, field in value.__dict__.items():
            if field is not None:
                yield from _marked_within(field, (*location, name), kind, getattr(own[name], kind))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _marked_within(item, (*location, index), kind, mark)
    elif mark is not None and isinstance(value, str | int):
        yield location, value, mark


class Marks(NamedTuple):
    """What a field of a model is annotated with, itself or in its list."""

    prose: Prose | None
    one_of: OneOf | None
    stated: Stated | None


@cache
def marks(model: type[BaseModel]) -> dict[str, Marks]:
    """What each field of a model is annotated with."""
    found_marks = {}
    for name, field in model.model_fields.items():
        found = [*field.metadata, *_metadata(field.annotation)]
        if field.exclude:
            # It leaves the content for no output, so that nobody reads it.
            found = [mark for mark in found if not isinstance(mark, Prose)]
        found_marks[name] = Marks(
            next((mark for mark in found if isinstance(mark, Prose)), None),
            next((mark for mark in found if isinstance(mark, OneOf)), None),
            next((mark for mark in found if isinstance(mark, Stated)), None),
        )
    return found_marks


def _metadata(annotation: Any) -> Iterator[Any]:
    yield from getattr(annotation, "__metadata__", ())
    for part in get_args(annotation):
        yield from _metadata(part)


def measure_ids(tree: Tree) -> list[str]:
    """The ids of all measures. One whose file can't be read is known by its file name: naming it is no mistake."""
    read = {entry.file: entry.value.id for entry in tree.measures}
    files = tree.files.matching("measures/*.yml")
    return sorted({read.get(file, file.name.split("-")[0].upper()) for file in files})


def generated_pages(tree: Tree) -> list[str]:
    """The pages that nobody writes: a build makes them of the model."""
    steps = [urls.step_page(step.letter) for step in tree.plan.value.steps] if tree.plan else []
    measures = [urls.measure_page(measure_id) for measure_id in measure_ids(tree)]
    alone = [urls.HOME, urls.POSTER_PAGE, urls.MEASURE_LIST, urls.TEXT_LIST, urls.STORY_FORM, urls.SEARCH_PAGE]
    return [*alone, *steps, *measures]


def severity_of_leftovers(tree: Tree) -> Severity:
    """How bad it is that something is not used: a story must not wait with being withdrawn for what it alone used."""
    return "note" if tree.withdrawn_stories else "error"


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
