"""``content/glossary.yml``: words that are explained, and words that are not used."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from roadmap.content.model.base import PLAIN, WORD_CHARACTERS, Content, Pattern

# Looked for in texts, but shown nowhere.
Word = Annotated[
    str, Pattern(f"[{WORD_CHARACTERS}][{WORD_CHARACTERS} -]{{1,39}}", "skriv et ord eller noen få, på 2–40 tegn")
]


class Term(Content):
    """A word that a newcomer needs; ``forms`` are its inflections as they stand in texts."""

    term: Annotated[str, Field(min_length=2, max_length=40), PLAIN]
    meaning: Annotated[str, Field(min_length=10, max_length=160), PLAIN]
    forms: list[Word] = []

    @property
    def slug(self) -> str:
        return self.term.lower().replace(" ", "-")


class RefusedWord(Content):
    """What the texts don't say, and what they say instead.

    A ``word`` is refused with any ending; a phrase of several words as it stands, in any case and with any space
    between them. ``forms`` are further inflections, ``names`` what is let through because it is called so.
    """

    word: Word
    forms: list[Word] = []
    names: list[Word] = []
    instead: Annotated[str, Field(min_length=2, max_length=60), PLAIN]


class Glossary(Content):
    terms: Annotated[list[Term], Field(min_length=1)]
    refused: list[RefusedWord] = []
