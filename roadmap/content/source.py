"""Reads all of ``content/`` into the model. Every problem gets a file, a line and a cure; none stops the rest."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from roadmap import urls
from roadmap.content.entry import ContentType, Entry
from roadmap.content.files import Files, find_files
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
    RolePage,
    RoomChecklist,
    Scenarios,
    SearchVocabulary,
    Story,
    WithdrawnStory,
    Worksheets,
)
from roadmap.content.problems import Problem
from roadmap.content.reader import Reader, present
from roadmap.content.words import WordList
from roadmap.content.yaml12 import Document


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
    tools: list[Entry[BackgroundPage]] = field(default_factory=list)
    role_pages: list[Entry[RolePage]] = field(default_factory=list)
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
    files = find_files(directory).changed(changes or ())
    reader = Reader(files, changes or {})
    tree = Tree(directory, files, reader.texts, reader.documents, reader.problems, reader.incomplete)
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
            tree.appendices += present(reader.markdown(path, Appendix))
        else:
            tree.chapters += present(reader.markdown(path, Chapter))
    tree.example_list = reader.markdown(directory / urls.EXAMPLE_LIST, BackgroundPage)
    tree.examples = list(reader.every_markdown("examples", Example))
    tree.story_list = reader.markdown(directory / urls.STORY_LIST, BackgroundPage)
    stories = list(reader.every_markdown("stories", Story, WithdrawnStory))
    tree.stories, tree.withdrawn_stories = _of_model(stories, Story), _of_model(stories, WithdrawnStory)
    tree.pages = list(reader.every_markdown("pages", BackgroundPage))
    tree.tools = list(reader.every_markdown("tools", BackgroundPage))
    tree.role_pages = list(reader.every_markdown("roles", RolePage))
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


def _of_model(entries: Iterable[Entry[Any]], model: type[ContentType]) -> list[Entry[ContentType]]:
    return [entry for entry in entries if isinstance(entry.value, model)]
