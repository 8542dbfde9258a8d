"""``content/search.yml``: what readers write in the search, and what the site calls it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from roadmap.content.model.base import PLAIN, WORD_CHARACTERS, Content, Pattern

# Compared with what readers write, but shown nowhere.
SearchWords = Annotated[
    str,
    Pattern(
        f"[{WORD_CHARACTERS}][{WORD_CHARACTERS} .?-]{{0,59}}",
        "skriv ett eller noen få ord, på høyst 60 tegn, av bokstaver, tall og bindestrek",
    ),
]
SearchWord = Annotated[
    str, Pattern(f"[{WORD_CHARACTERS}][{WORD_CHARACTERS}-]{{0,39}}", "skriv ett ord, på høyst 40 tegn")
]
PagePath = Annotated[
    str, Pattern(r"[a-z0-9_/æøå-]+\.md", "skriv stien til siden i content/, for eksempel measures/a3.md")
]
# In the order in which the site's own words go from the roadmap to what lies behind it.
GroupId = Literal["measures", "steps", "guide", "tools", "texts", "experiences", "background", "files"]
FileEnding = Literal["pdf", "pptx", "docx", "xlsx", "zip"]


class Synonym(Content):
    """Words that readers write, and words of the site that they mean the same by."""

    say: Annotated[list[SearchWords], Field(min_length=1)]
    means: Annotated[list[SearchWords], Field(min_length=1)]


class Answer(Content):
    """What readers ask, and the page under ``content/`` that answers it."""

    ask: Annotated[list[SearchWords], Field(min_length=1)]
    page: PagePath


class FileType(Content):
    """What readers call files with an ending."""

    ending: FileEnding
    name: Annotated[str, Field(min_length=2, max_length=20), PLAIN]
    say: Annotated[list[SearchWords], Field(min_length=1)]


class Group(Content):
    """A kind of result, and what it is called above its results."""

    id: GroupId
    name: Annotated[str, Field(min_length=2, max_length=30), PLAIN]


class SearchVocabulary(Content):
    """``content/search.yml``.

    ``parts`` are short words (two or three letters) that compounds are made of; longer ones are known from the texts.
    ``ignored`` are the words that say nothing of what is looked for.
    """

    groups: Annotated[list[Group], Field(min_length=1)]
    ignored: list[SearchWord]
    parts: list[SearchWord] = []
    answers: list[Answer] = []
    synonyms: list[Synonym] = []
    nynorsk: list[Synonym] = []
    file_types: list[FileType] = []
