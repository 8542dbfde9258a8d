"""``content/glossary.yml``: words that are explained, and words that are not used."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from roadmap.content.model.base import Content


class Term(Content):
    """A word that a newcomer needs; ``forms`` are its inflections as they stand in texts."""

    term: Annotated[str, Field(min_length=2, max_length=40)]
    meaning: Annotated[str, Field(min_length=10, max_length=160)]
    forms: list[str] = []

    @property
    def slug(self) -> str:
        return self.term.lower().replace(" ", "-")


class RefusedWord(Content):
    """A word that the texts don't use, and what they say instead."""

    word: Annotated[str, Field(min_length=2, max_length=40)]
    instead: Annotated[str, Field(min_length=2, max_length=60)]


class Glossary(Content):
    terms: Annotated[list[Term], Field(min_length=1)]
    refused: list[RefusedWord] = []
