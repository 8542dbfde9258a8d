"""Reads YAML and Markdown into the model. Every problem gets a file, a line and a cure; none of them stops the rest.

YAML follows the 1.2 core schema, since PyYAML's 1.1 turns ``no``, ``12:30`` and ``010`` into other things than
the text that a Norwegian editor wrote. Duplicate keys, tags and aliases are refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Generic, TypeVar

import yaml
from pydantic import ValidationError

from roadmap.model import (
    Appendix,
    Chapter,
    Content,
    Glossary,
    GuideFront,
    Home,
    Insights,
    Measure,
    Overview,
    Page,
    Plan,
    PosterText,
    Presentation,
    Questions,
    RoomChecklist,
    Scenarios,
    Story,
)
from roadmap.problems import ContentError, Problem, field_message

Location = tuple[int | str, ...]
ContentType = TypeVar("ContentType", bound=Content)


@dataclass(frozen=True)
class Entry(Generic[ContentType]):
    """A validated piece of content that still knows which line each of its fields stands on."""

    value: ContentType
    file: Path
    lines: Mapping[Location, int]

    def problem(self, message: str, *location: int | str) -> Problem:
        """A problem at the line of ``location``, or of the nearest field around it."""
        return Problem(self.file, _nearest_line(self.lines, location), message)


@dataclass
class Tree:
    """Everything under ``content/`` that could be read, and a problem for everything that could not."""

    directory: Path
    problems: list[Problem] = field(default_factory=list)
    plan: Entry[Plan] | None = None
    overview: Entry[Overview] | None = None
    home: Entry[Home] | None = None
    questions: Entry[Questions] | None = None
    guide_front: Entry[GuideFront] | None = None
    measures: list[Entry[Measure]] = field(default_factory=list)
    chapters: list[Entry[Chapter]] = field(default_factory=list)
    appendices: list[Entry[Appendix]] = field(default_factory=list)
    stories: list[Entry[Story]] = field(default_factory=list)
    pages: list[Entry[Page]] = field(default_factory=list)
    insights: Entry[Insights] | None = None
    scenarios: Entry[Scenarios] | None = None
    room_checklist: Entry[RoomChecklist] | None = None
    glossary: Entry[Glossary] | None = None
    poster_text: Entry[PosterText] | None = None
    presentation: Entry[Presentation] | None = None


# Where each kind of file lies; anything else under content/ would be built into the site unread.
PLACES = (
    "*.yml",
    "measures/*.yml",
    "pathway_guide/questions.yml",
    "pathway_guide/*.md",
    "stories/*.md",
    "pages/*.md",
    "words.txt",
    *(f"{folder}/*.{kind}" for folder in ("stories", "pages") for kind in ("jpg", "png", "webp")),
)


def read_tree(directory: Path) -> Tree:
    """Reads every file of the content tree at ``directory``."""
    tree = Tree(directory)
    reader = _Reader(tree.problems)
    tree.plan = reader.yaml(directory / "roadmap.yml", Plan)
    tree.overview = reader.yaml(directory / "overview.yml", Overview)
    tree.home = reader.yaml(directory / "home.yml", Home)
    tree.questions = reader.yaml(directory / "pathway_guide/questions.yml", Questions)
    tree.measures = list(reader.every_yaml(directory / "measures", Measure))
    for path in _files(directory / "pathway_guide", "*.md"):
        if path.stem == "index":
            tree.guide_front = reader.markdown(path, GuideFront)
        elif path.stem.startswith("vedlegg"):
            tree.appendices += _present(reader.markdown(path, Appendix))
        else:
            tree.chapters += _present(reader.markdown(path, Chapter))
    tree.stories = list(reader.every_markdown(directory / "stories", Story))
    tree.pages = list(reader.every_markdown(directory / "pages", Page))
    tree.insights = reader.yaml(directory / "insights.yml", Insights)
    tree.scenarios = reader.yaml(directory / "scenarios.yml", Scenarios)
    tree.room_checklist = reader.yaml(directory / "room_checklist.yml", RoomChecklist)
    tree.poster_text = reader.yaml(directory / "poster.yml", PosterText)
    tree.glossary = reader.yaml(directory / "glossary.yml", Glossary)
    tree.presentation = reader.yaml(directory / "presentation.yml", Presentation)
    return tree


def parse_yaml(text: str, file: Path, first_line: int = 1) -> tuple[Any, dict[Location, int]]:
    """Plain data of a YAML document, and the line of every field in it.

    Raises:
        ContentError: with one problem for each thing that can't be read.
    """
    try:
        node = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line if mark else 0
        raise ContentError([Problem(file, first_line + line, _syntax_message(error))]) from error
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position)
        message = "et usynlig styretegn står i teksten – slett linja og skriv den på nytt"
        raise ContentError([Problem(file, first_line + line, message)]) from error
    except RecursionError as error:
        message = "innholdet ligger i for mange nivåer – rett innrykkene"
        raise ContentError([Problem(file, first_line, message)]) from error
    if node is None:
        return None, {(): first_line}
    builder = _Builder(file, first_line)
    data = builder.build(node, ())
    if builder.problems:
        raise ContentError(builder.problems)
    return data, builder.lines


class _Loader(yaml.SafeLoader):
    """PyYAML's scanner and parser with the implicit types of the YAML 1.2 core schema."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}


for _tag, _pattern, _first in (
    ("null", r"^(?:~|null|Null|NULL|)$", ["~", "n", "N", ""]),
    ("bool", r"^(?:true|True|TRUE|false|False|FALSE)$", list("tTfF")),
    ("int", r"^[-+]?[0-9]+$", list("-+0123456789")),
    ("float", r"^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$", list("-+0123456789.")),
):
    _Loader.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(_pattern), _first)


class _Builder:
    """Turns a YAML node tree into plain data, noting lines and refusing what editors don't mean to write."""

    def __init__(self, file: Path, first_line: int) -> None:
        self.file = file
        self.first_line = first_line
        self.lines: dict[Location, int] = {}
        self.problems: list[Problem] = []
        self._seen: set[int] = set()

    def build(self, node: yaml.Node, location: Location) -> Any:
        self.lines.setdefault(location, self._line(node))
        if id(node) in self._seen:
            return self._refuse(node, "et alias (*) er brukt – skriv innholdet helt ut")
        self._seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, location)
        if isinstance(node, yaml.SequenceNode):
            return [self.build(item, (*location, index)) for index, item in enumerate(node.value)]
        return self._scalar(node)

    def _mapping(self, node: yaml.MappingNode, location: Location) -> dict[str, Any]:
        data: dict[str, Any] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                self._refuse(key_node, "et felt mangler navn – skriv «felt: verdi»")
                continue
            key = str(key_node.value)
            if key in data:
                first = self.lines[*location, key]
                self._refuse(key_node, f"«{key}» står to ganger, første gang på linje {first} – slett den ene")
                continue
            self.lines[*location, key] = self._line(key_node)
            data[key] = self.build(value_node, (*location, key))
        return data

    def _scalar(self, node: yaml.Node) -> Any:
        match node.tag.removeprefix("tag:yaml.org,2002:"):
            case "str":
                return node.value
            case "null":
                return None
            case "bool":
                return node.value.lower() == "true"
            case "int":
                return int(node.value) if len(node.value) < 20 else node.value
            case "float":
                return float(node.value)
            case tag:
                return self._refuse(node, f"merket «!{tag.lstrip('!')}» er ikke tillatt – slett det")

    def _refuse(self, node: yaml.Node, message: str) -> None:
        self.problems.append(Problem(self.file, self._line(node), message))

    def _line(self, node: yaml.Node) -> int:
        return self.first_line + int(node.start_mark.line)


class _Reader:
    """Reads files into entries; whatever fails is added to ``problems`` and reading goes on."""

    def __init__(self, problems: list[Problem]) -> None:
        self._problems = problems

    def yaml(self, file: Path, model: type[ContentType]) -> Entry[ContentType] | None:
        text = self._text(file)
        return None if text is None else self._validated(text, file, model)

    def every_yaml(self, directory: Path, model: type[ContentType]) -> Iterator[Entry[ContentType]]:
        for file in _files(directory, "*.yaml"):
            self._problems.append(Problem(file, 1, "filnavnet ender på .yaml – gi fila endelsen .yml"))
        for file in _files(directory, "*.yml"):
            yield from _present(self.yaml(file, model))

    def every_markdown(self, directory: Path, model: type[ContentType]) -> Iterator[Entry[ContentType]]:
        for file in _files(directory, "*.md"):
            yield from _present(self.markdown(file, model))

    def markdown(self, file: Path, model: type[ContentType]) -> Entry[ContentType] | None:
        """A Markdown file with front matter between two lines of three hyphens."""
        text = self._text(file)
        if text is None:
            return None
        match = re.match(r"---[ \t]*\n(.*?)^---[ \t]*\n?", text, re.DOTALL | re.MULTILINE)
        if match is None:
            message = "faktafeltene øverst mangler – begynn fila med en linje «---», feltene, og en ny linje «---»"
            self._problems.append(Problem(file, 1, message))
            return None
        body = text[match.end() :]
        return self._validated(match[1], file, model, first_line=2, body=body)

    def _text(self, file: Path) -> str | None:
        try:
            return file.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
        except FileNotFoundError:
            self._problems.append(Problem(file, 1, "fila mangler – legg den tilbake"))
        except UnicodeDecodeError as error:
            line = error.object.count(b"\n", 0, error.start) + 1
            message = "fila er ikke lagret som UTF-8 – lagre den på nytt med tegnkoding UTF-8"
            self._problems.append(Problem(file, line, message))
        return None

    def _validated(
        self, text: str, file: Path, model: type[ContentType], first_line: int = 1, body: str | None = None
    ) -> Entry[ContentType] | None:
        try:
            data, lines = parse_yaml(text, file, first_line)
        except ContentError as error:
            self._problems += error.problems
            return None
        if not isinstance(data, dict):
            self._problems.append(Problem(file, first_line, "fila har ingen felt – skriv «felt: verdi» på hver linje"))
            return None
        given = {"file": file.name, "slug": re.sub(r"^\d+-", "", file.stem), "body": body}
        own = given.keys() & model.model_fields.keys()
        for name in own & data.keys():
            self._problems.append(Problem(file, lines[name,], f"«{name}» er et ukjent felt – fjern det"))
        lines["body",] = first_line + text.count("\n") + 1
        try:
            return Entry(model.model_validate(data | {name: given[name] for name in own}), file, lines)
        except ValidationError as error:
            self._problems += [
                Problem(file, _nearest_line(lines, problem["loc"]), field_message(problem, model))
                for problem in error.errors()
            ]
            return None


def _files(directory: Path, pattern: str) -> list[Path]:
    return sorted(directory.glob(pattern))


def _present(entry: Entry[ContentType] | None) -> list[Entry[ContentType]]:
    return [] if entry is None else [entry]


def _nearest_line(lines: Mapping[Location, int], location: Location) -> int:
    while location not in lines and location:
        location = location[:-1]
    return lines.get(location, 1)


def _syntax_message(error: yaml.MarkedYAMLError) -> str:
    what = (error.problem or "").lower()
    if "tab" in what or "\\t" in what:
        return "linja har et tabulatortegn – bruk mellomrom til innrykk"
    if "mapping values are not allowed" in what:
        return "linja har et kolon for mye – sett anførselstegn rundt teksten"
    if "quoted scalar" in (error.context or ""):
        return "et anførselstegn er åpnet, men ikke lukket – lukk det på samme linje"
    return "strukturen kan ikke leses her – se etter feil innrykk, manglende kolon eller manglende anførselstegn"
