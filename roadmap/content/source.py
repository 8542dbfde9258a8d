"""Reads YAML and Markdown into the model. Every problem gets a file, a line and a cure; none of them stops the rest."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from roadmap import urls
from roadmap.content.entry import ContentType, Entry, nearest_line
from roadmap.content.files import Files, find_files, first_line_nested_too_deep, read_text
from roadmap.content.incomplete import with_these_fields
from roadmap.content.model import (
    Appendix,
    BackgroundPage,
    Chapter,
    Example,
    Figures,
    Gains,
    Glossary,
    GuideFront,
    Home,
    Insights,
    Measure,
    Overview,
    Pictures,
    Plan,
    PosterText,
    Presentation,
    Privacy,
    Questions,
    ReadyMadeText,
    Redirects,
    RoomChecklist,
    Scenarios,
    SearchVocabulary,
    Story,
    WithdrawnStory,
    Worksheets,
)
from roadmap.content.model.story import WITHOUT_MARKS, is_withdrawn, says_withdrawn
from roadmap.content.problems import ContentError, Problem, field_message
from roadmap.content.words import WordList
from roadmap.content.yaml12 import Document, parse_yaml

_LISTS = (urls.EXAMPLE_LIST, urls.STORY_LIST)
_NO_FIELDS = "faktafeltene øverst mangler – begynn fila med en linje «---», feltene, og en ny linje «---»"


@dataclass
class Tree:
    """Everything under ``content/`` that could be read, and a problem for everything that could not.

    ``texts`` and ``documents`` have what the files say to the letter, also those that are no valid content.
    ``incomplete`` are contents of which some fields are wrong: they have the others alone, so that what is wrong with
    those can be said at once.
    """

    directory: Path
    files: Files
    texts: dict[Path, str] = field(default_factory=dict)
    documents: dict[Path, Document] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    incomplete: list[Entry[Any]] = field(default_factory=list)
    plan: Entry[Plan] | None = None
    overview: Entry[Overview] | None = None
    home: Entry[Home] | None = None
    questions: Entry[Questions] | None = None
    worksheets: Entry[Worksheets] | None = None
    guide_front: Entry[GuideFront] | None = None
    measures: list[Entry[Measure]] = field(default_factory=list)
    chapters: list[Entry[Chapter]] = field(default_factory=list)
    appendices: list[Entry[Appendix]] = field(default_factory=list)
    example_list: Entry[BackgroundPage] | None = None
    examples: list[Entry[Example]] = field(default_factory=list)
    story_list: Entry[BackgroundPage] | None = None
    stories: list[Entry[Story]] = field(default_factory=list)
    withdrawn_stories: list[Entry[WithdrawnStory]] = field(default_factory=list)
    pages: list[Entry[BackgroundPage]] = field(default_factory=list)
    ready_made_texts: list[Entry[ReadyMadeText]] = field(default_factory=list)
    insights: Entry[Insights] | None = None
    scenarios: Entry[Scenarios] | None = None
    gains: Entry[Gains] | None = None
    pictures: Entry[Pictures] | None = None
    room_checklist: Entry[RoomChecklist] | None = None
    glossary: Entry[Glossary] | None = None
    poster_text: Entry[PosterText] | None = None
    presentation: Entry[Presentation] | None = None
    search: Entry[SearchVocabulary] | None = None
    figures: Entry[Figures] | None = None
    redirects: Entry[Redirects] | None = None
    privacy: Entry[Privacy] | None = None
    words: WordList | None = None


def read_tree(directory: Path, changes: Mapping[Path, str] | None = None) -> Tree:
    """Reads every file of the content tree at ``directory``, as if the files in ``changes`` had these texts."""
    tree = Tree(directory, find_files(directory).changed(changes or ()))
    reader = _Reader(tree, changes or {})
    tree.plan = reader.yaml(directory / "roadmap.yml", Plan)
    tree.overview = reader.yaml(directory / "overview.yml", Overview)
    tree.home = reader.yaml(directory / "home.yml", Home)
    tree.questions = reader.yaml(directory / "pathway_guide/questions.yml", Questions)
    tree.worksheets = reader.yaml(directory / "pathway_guide/worksheets.yml", Worksheets)
    tree.measures = list(reader.every_yaml("measures", Measure))
    for path in tree.files.matching("pathway_guide/*.md"):
        if path.stem == "index":
            tree.guide_front = reader.markdown(path, GuideFront)
        elif path.stem.startswith("vedlegg"):
            tree.appendices += _present(reader.markdown(path, Appendix))
        else:
            tree.chapters += _present(reader.markdown(path, Chapter))
    tree.example_list = reader.markdown(directory / urls.EXAMPLE_LIST, BackgroundPage)
    tree.examples = list(reader.every_markdown("examples", Example))
    tree.story_list = reader.markdown(directory / urls.STORY_LIST, BackgroundPage)
    stories = list(reader.every_markdown("stories", Story, WithdrawnStory))
    tree.stories, tree.withdrawn_stories = _of_model(stories, Story), _of_model(stories, WithdrawnStory)
    tree.pages = list(reader.every_markdown("pages", BackgroundPage))
    tree.ready_made_texts = list(reader.every_markdown("ready_made_texts", ReadyMadeText))
    tree.insights = reader.yaml(directory / "insights.yml", Insights)
    tree.scenarios = reader.yaml(directory / "scenarios.yml", Scenarios)
    tree.gains = reader.yaml(directory / "gains.yml", Gains)
    tree.pictures = reader.yaml(directory / "pictures.yml", Pictures)
    tree.room_checklist = reader.yaml(directory / "room_checklist.yml", RoomChecklist)
    tree.poster_text = reader.yaml(directory / "poster.yml", PosterText)
    tree.glossary = reader.yaml(directory / "glossary.yml", Glossary)
    tree.presentation = reader.yaml(directory / "presentation.yml", Presentation)
    tree.search = reader.yaml(directory / "search.yml", SearchVocabulary)
    tree.figures = reader.yaml(directory / "figures.yml", Figures)
    tree.redirects = reader.yaml(directory / "redirects.yml", Redirects)
    if (privacy := directory / "privacy.yml") in tree.files.names:
        tree.privacy = reader.yaml(privacy, Privacy)
    tree.words = reader.words(directory / "words.txt")
    return tree


def slug_of(file: Path) -> str:
    """What a page is called in its URL: the name of its file, less a number that it is sorted by."""
    return re.sub(r"^\d+-", "", file.stem)


class _Reader:
    """Reads files into entries; whatever fails is added to the tree's problems and reading goes on."""

    def __init__(self, tree: Tree, changes: Mapping[Path, str]) -> None:
        self._changes = changes
        self._files = tree.files
        self._texts = tree.texts
        self._documents = tree.documents
        self._problems = tree.problems
        self._incomplete = tree.incomplete

    def yaml(self, file: Path, model: type[ContentType]) -> Entry[ContentType] | None:
        text = self._text(file)
        return None if text is None else self._validated(text, file, model)

    def every_yaml(self, folder: str, model: type[ContentType]) -> Iterator[Entry[ContentType]]:
        for file in self._files.matching(f"{folder}/*.yml"):
            yield from _present(self.yaml(file, model))

    def every_markdown(
        self, folder: str, model: type[ContentType], withdrawn: type[ContentType] | None = None
    ) -> Iterator[Entry[ContentType]]:
        """The pages of a folder, less the written list of them; ``withdrawn`` is the model of those that are."""
        for file in self._files.matching(f"{folder}/*.md"):
            if self._files.names[file] not in _LISTS:
                yield from _present(self.markdown(file, model, withdrawn))

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
            self._problems.append(Problem(file, 1, WITHOUT_MARKS if withdrawn and says_withdrawn(text) else _NO_FIELDS))
            return None
        body = text[match.end() :]
        if line := first_line_nested_too_deep(body):
            message = "lister eller sitater ligger i for mange nivåer – bruk færre innrykk"
            self._problems.append(Problem(file, text.count("\n", 0, match.end()) + line, message))
            return None
        return self._validated(match[1], file, model, first_line=2, body=body, withdrawn=withdrawn)

    def _text(self, file: Path) -> str | None:
        if file in self._files.refused:
            return None
        try:
            text = self._texts[file] = read_text(file, self._changes.get(file))
        except ContentError as error:
            self._problems += error.problems
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
            document = self._documents[file] = parse_yaml(text, file, first_line)
        except ContentError as error:
            self._problems += error.problems
            return None
        data, lines = document.data, document.lines
        if not isinstance(data, dict):
            self._problems.append(Problem(file, first_line, "fila har ingen felt – skriv «felt: verdi» på hver linje"))
            return None
        if withdrawn and is_withdrawn(data):
            model = withdrawn
        given = {"file": file.name, "slug": slug_of(file), "body": body}
        own = given.keys() & model.model_fields.keys()
        for name in own & data.keys():
            self._problems.append(Problem(file, lines[name,], f"«{name}» er et ukjent felt – fjern det"))
        lines["body",] = document.text_lines["body",] = first_line + text.count("\n") + 1
        data = data | {name: given[name] for name in own}
        try:
            return Entry(model.model_validate(data), file, lines, document.text_lines)
        except ValidationError as error:
            self._problems += [
                Problem(file, nearest_line(lines, problem["loc"]), field_message(problem, model))
                for problem in error.errors()
            ]
            wrong = {problem["loc"][0] for problem in error.errors() if problem["loc"]}
            right = {name: value for name, value in data.items() if name not in wrong}
            self._incomplete.append(Entry(with_these_fields(model, right), file, lines, document.text_lines))
            return None


def _of_model(entries: Iterable[Entry[Any]], model: type[ContentType]) -> list[Entry[ContentType]]:
    return [entry for entry in entries if isinstance(entry.value, model)]


def _present(entry: Entry[ContentType] | None) -> list[Entry[ContentType]]:
    return [] if entry is None else [entry]
