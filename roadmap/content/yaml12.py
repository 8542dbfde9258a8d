"""YAML as Norwegian editors write it, with the line of every field.

Scalars follow the 1.2 core schema, since PyYAML's 1.1 turns ``no``, ``12:30`` and ``010`` into other things than
the text that was written. Duplicate keys, tags and aliases are refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from roadmap.content.problems import ContentError, Problem

Location = tuple[int | str, ...]

# No content needs more, and what reads the data afterwards goes as deep as the data.
_DEEPEST = 20
_TOO_DEEP = "innholdet ligger i for mange nivåer – rett innrykkene"


@dataclass(frozen=True)
class Document:
    """Plain data of a YAML document.

    ``lines`` has the line of every field; ``text_lines`` that of the first line of every text, which stands below
    its field when it is written as a block.
    """

    data: Any
    lines: dict[Location, int]
    text_lines: dict[Location, int]

    def texts(self) -> Iterator[tuple[Location, str]]:
        """Every text of the document, and where it stands."""
        waiting: list[tuple[Location, Any]] = [((), self.data)]
        while waiting:
            location, value = waiting.pop()
            if isinstance(value, str):
                yield location, value
            elif isinstance(value, dict | list):
                parts = value.items() if isinstance(value, dict) else enumerate(value)
                waiting += [((*location, key), part) for key, part in parts]


def parse_yaml(text: str, file: Path, first_line: int = 1) -> Document:
    """The document in ``text``, which begins on ``first_line`` of ``file``.

    Raises:
        ContentError: with one problem for each thing that can't be read.
    """
    node = _node(text, file, first_line)
    if node is None:
        return Document(None, {(): first_line}, {})
    builder = _Builder(file, first_line)
    data = builder.build(node, ())
    if builder.problems:
        raise ContentError(builder.problems)
    return Document(data, builder.lines, builder.text_lines)


def _node(text: str, file: Path, first_line: int) -> yaml.Node | None:
    if _may_be_deep(text) or _TOLD_APART.search(text):
        return _explained(text, file, first_line)
    try:
        return yaml.compose(text, Loader=_FastLoader)
    except yaml.YAMLError:
        # libyaml is ten times as fast, but says less about what is wrong.
        return _explained(text, file, first_line)


# A key written with a question mark gets another line from libyaml, and a tag without a name another type.
_TOLD_APART = re.compile(r"(?m)^[ \t-]*\?(?:\s|$)|[{\[,]\s*\?|(?:^|[\s{\[,:-])!")


def _may_be_deep(text: str) -> bool:
    """Whether libyaml, which recurses without a limit that Python can catch, should not see the text."""
    return text.count("[") + text.count("{") > 500 or re.search(r"(?m)^ {200}|(?:[-?:][ \t]+){50}", text) is not None


def _explained(text: str, file: Path, first_line: int) -> yaml.Node | None:
    try:
        return yaml.compose(text, Loader=_CarefulLoader)
    except yaml.MarkedYAMLError as error:
        # A quote that is never closed is a problem where the text ends, and a mistake where it is opened.
        is_open_quote = "quoted scalar" in (error.context or "")
        mark = error.context_mark if is_open_quote else error.problem_mark or error.context_mark
        line = mark.line if mark else 0
        raise ContentError([Problem(file, first_line + line, _syntax_message(error))]) from error
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position)
        message = "et usynlig styretegn står i teksten – slett linja og skriv den på nytt"
        raise ContentError([Problem(file, first_line + line, message)]) from error
    except RecursionError as error:
        raise ContentError([Problem(file, first_line, _TOO_DEEP)]) from error


class _CarefulLoader(yaml.SafeLoader):
    """PyYAML's scanner and parser with the implicit types of the YAML 1.2 core schema."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}


class _FastLoader(yaml.CSafeLoader):
    """libyaml's scanner and parser with the same types."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}


for _tag, _pattern, _first in (
    ("null", r"^(?:~|null|Null|NULL|)$", ["~", "n", "N", ""]),
    ("bool", r"^(?:true|True|TRUE|false|False|FALSE)$", list("tTfF")),
    ("int", r"^[-+]?[0-9]+$", list("-+0123456789")),
    ("float", r"^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$", list("-+0123456789.")),
):
    for _loader in (_CarefulLoader, _FastLoader):
        _loader.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(_pattern), _first)


class _Builder:
    """Turns a YAML node tree into plain data, noting lines and refusing what editors don't mean to write."""

    def __init__(self, file: Path, first_line: int) -> None:
        self.file = file
        self.first_line = first_line
        self.lines: dict[Location, int] = {}
        self.text_lines: dict[Location, int] = {}
        self.problems: list[Problem] = []
        self._seen: set[int] = set()

    def build(self, node: yaml.Node, location: Location) -> Any:
        self.lines.setdefault(location, self._line(node))
        if id(node) in self._seen:
            return self._refuse(node, "et alias (*) er brukt – skriv innholdet helt ut")
        self._seen.add(id(node))
        if len(location) > _DEEPEST:
            return self._refuse(node, _TOO_DEEP)
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, location)
        if isinstance(node, yaml.SequenceNode):
            return [self.build(item, (*location, index)) for index, item in enumerate(node.value)]
        return self._scalar(node, location)

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

    def _scalar(self, node: yaml.Node, location: Location) -> Any:
        self.text_lines[location] = self._line(node) + (getattr(node, "style", None) in ("|", ">"))
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


def _syntax_message(error: yaml.MarkedYAMLError) -> str:
    what = (error.problem or "").lower()
    if "tab" in what or "\\t" in what:
        return "linja har et tabulatortegn – bruk mellomrom til innrykk"
    if "mapping values are not allowed" in what:
        return "linja har et kolon for mye – sett anførselstegn rundt teksten"
    if "quoted scalar" in (error.context or ""):
        return "et anførselstegn er åpnet, men ikke lukket – lukk det på samme linje"
    return "strukturen kan ikke leses her – se etter feil innrykk, manglende kolon eller manglende anførselstegn"
