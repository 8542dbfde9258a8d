"""Reads one file at a time into an entry of the model, and remembers what is wrong with each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from roadmap import urls
from roadmap.content.entry import ContentType, Entry, nearest_line
from roadmap.content.files import Files, first_line_nested_too_deep, read_text
from roadmap.content.incomplete import with_these_fields
from roadmap.content.model.story import WITHOUT_MARKS, is_withdrawn, says_withdrawn
from roadmap.content.problems import ContentError, Problem, field_message
from roadmap.content.words import WordList
from roadmap.content.yaml12 import Document, parse_yaml

_LISTS = (urls.EXAMPLE_LIST, urls.STORY_LIST)
_NO_FIELDS = "faktafeltene øverst mangler – begynn fila med en linje «---», feltene, og en ny linje «---»"


def slug_of(file: Path) -> str:
    """What a page is called in its URL: the name of its file, less a number that it is sorted by."""
    return re.sub(r"^\d+-", "", file.stem)


class Reader:
    """Reads files into entries; whatever fails is added to ``problems`` and reading goes on.

    ``texts``, ``documents`` and ``incomplete`` are what a ``Tree`` has by these names."""

    def __init__(self, files: Files, changes: Mapping[Path, str]) -> None:
        self._files = files
        self._changes = changes
        self.texts: dict[Path, str] = {}
        self.documents: dict[Path, Document] = {}
        self.problems: list[Problem] = []
        self.incomplete: list[Entry[Any]] = []

    def yaml(self, file: Path, model: type[ContentType]) -> Entry[ContentType] | None:
        text = self._text(file)
        return None if text is None else self._validated(text, file, model)

    def every_yaml(self, folder: str, model: type[ContentType]) -> Iterator[Entry[ContentType]]:
        for file in self._files.matching(f"{folder}/*.yml"):
            yield from present(self.yaml(file, model))

    def every_markdown(
        self, folder: str, model: type[ContentType], withdrawn: type[ContentType] | None = None
    ) -> Iterator[Entry[ContentType]]:
        """The pages of a folder, less the written list of them; ``withdrawn`` is the model of those that are."""
        for file in self._files.matching(f"{folder}/*.md"):
            if self._files.names[file] not in _LISTS:
                yield from present(self.markdown(file, model, withdrawn))

    def words(self, file: Path) -> WordList | None:
        """The word list, which a tree can do without."""
        text = self._text(file) if file in self._files.names else None
        return None if text is None else WordList.parse(file, text)

    def markdown(
        self, file: Path, model: type[ContentType], withdrawn: type[ContentType] | None = None
    ) -> Entry[ContentType] | None:
        """A Markdown file with front matter between two lines of three hyphens."""
        text = self._text(file)
        if text is None:
            return None
        match = re.match(r"---[ \t]*\n(.*?)^---[ \t]*\n?", text, re.DOTALL | re.MULTILINE)
        if match is None:
            self.problems.append(Problem(file, 1, WITHOUT_MARKS if withdrawn and says_withdrawn(text) else _NO_FIELDS))
            return None
        body = text[match.end() :]
        if line := first_line_nested_too_deep(body):
            message = "lister eller sitater ligger i for mange nivåer – bruk færre innrykk"
            self.problems.append(Problem(file, text.count("\n", 0, match.end()) + line, message))
            return None
        return self._validated(match[1], file, model, first_line=2, body=body, withdrawn=withdrawn)

    def _text(self, file: Path) -> str | None:
        if file in self._files.refused:
            return None
        try:
            text = self.texts[file] = read_text(file, self._changes.get(file))
        except ContentError as error:
            self.problems += error.problems
            return None
        return text

    def _validated(
        self,
        text: str,
        file: Path,
        model: type[ContentType],
        first_line: int = 1,
        body: str | None = None,
        withdrawn: type[ContentType] | None = None,
    ) -> Entry[ContentType] | None:
        try:
            document = self.documents[file] = parse_yaml(text, file, first_line)
        except ContentError as error:
            self.problems += error.problems
            return None
        data, lines = document.data, document.lines
        if not isinstance(data, dict):
            self.problems.append(Problem(file, first_line, "fila har ingen felt – skriv «felt: verdi» på hver linje"))
            return None
        if withdrawn and is_withdrawn(data):
            model = withdrawn
        given = {"file": file.name, "slug": slug_of(file), "body": body}
        own = given.keys() & model.model_fields.keys()
        for name in own & data.keys():
            self.problems.append(Problem(file, lines[name,], f"«{name}» er et ukjent felt – fjern det"))
        lines["body",] = document.text_lines["body",] = first_line + text.count("\n") + 1
        data = data | {name: given[name] for name in own}
        try:
            return Entry(model.model_validate(data), file, lines, document.text_lines)
        except ValidationError as error:
            self.problems += [
                Problem(file, nearest_line(lines, problem["loc"]), field_message(problem, model))
                for problem in error.errors()
            ]
            wrong = {problem["loc"][0] for problem in error.errors() if problem["loc"]}
            right = {name: value for name, value in data.items() if name not in wrong}
            self.incomplete.append(Entry(with_these_fields(model, right), file, lines, document.text_lines))
            return None


def present(entry: Entry[ContentType] | None) -> list[Entry[ContentType]]:
    return [] if entry is None else [entry]
