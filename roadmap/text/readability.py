"""How heavy each page is to read, by LIX, the readability index of the Scandinavian languages.

Source: C. H. Björnsson, «Läsbarhet» (1968). LIX is the words a sentence plus the percentage of words of more than
six letters: below 35 easy, 35–45 medium, above 45 heavy.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bs4 import BeautifulSoup
from pydantic import BaseModel

from roadmap.content.model import Measure, Question, Roadmap
from roadmap.text.markdown import render
from roadmap.text.words import plain_words

LIMIT = 45
_LONG = 6
_SENTENCE_END = re.compile(r"[.!?:]+(?=\s|$)")


@dataclass(frozen=True)
class PageReadability:
    """A page and its LIX; ``file`` is where its text is written."""

    file: Path
    lix: int

    @property
    def too_heavy(self) -> bool:
        return self.lix > LIMIT


def page_readabilities(roadmap: Roadmap) -> list[PageReadability]:
    """Every page with running text, heaviest first."""
    pages = [PageReadability(file, lix(paragraphs)) for file, paragraphs in _pages(roadmap)]
    return sorted(pages, key=lambda page: (-page.lix, page.file))


def lix(paragraphs: list[str]) -> int:
    """LIX of a text; each paragraph, heading or list item ends a sentence even where it has no full stop."""
    words = [word for paragraph in paragraphs for word in plain_words(paragraph)]
    sentences = sum(
        max(1, len(_SENTENCE_END.findall(paragraph.strip()))) for paragraph in paragraphs if paragraph.strip()
    )
    if not words:
        return 0
    long = sum(len(word) > _LONG for word in words)
    return round(len(words) / sentences + 100 * long / len(words))


def _pages(roadmap: Roadmap) -> Iterator[tuple[Path, list[str]]]:
    for measure in roadmap.measures:
        yield Path("measures", measure.file), _measure_paragraphs(measure)
    for chapter in roadmap.chapters:
        questions = [text for question in roadmap.chapter_questions(chapter) for text in _question_paragraphs(question)]
        yield Path("pathway_guide", chapter.file), [chapter.summary, *_paragraphs(chapter.body), *questions]
    for folder, pages in (
        ("pathway_guide", [roadmap.guide_front, *roadmap.appendices]),
        ("stories", roadmap.stories),
        ("pages", roadmap.pages),
    ):
        for page in pages:
            yield Path(folder, page.file), [page.summary, *_paragraphs(page.body)]
    for name, items in (("insights.yml", roadmap.insights), ("scenarios.yml", roadmap.scenarios.scenarios)):
        yield Path(name), [text for item in items for text in _sentences_of(item)]
    form_texts = [sheet.text for sheet in roadmap.worksheets]
    form_texts += [check.text for group in roadmap.checklist.groups for check in group.checks]
    yield Path("pathway_guide/worksheets.yml"), [text for markdown in form_texts for text in _paragraphs(markdown)]
    yield Path("gains.yml"), list(_texts_of(roadmap.gains))
    yield Path("pictures.yml"), list(_texts_of(roadmap.pictures))
    yield Path("presentation.yml"), list(_texts_of(roadmap.presentation))


def _texts_of(value: object) -> Iterator[str]:
    """Every text at any depth, less ids and sources."""
    if isinstance(value, BaseModel):
        for name in type(value).model_fields.keys() - {"measures", "sources"}:
            yield from _texts_of(getattr(value, name))
    elif isinstance(value, list):
        for item in value:
            yield from _texts_of(item)
    elif isinstance(value, str):
        yield value


def _measure_paragraphs(measure: Measure) -> list[str]:
    actions = [action.text for action in measure.actions]
    return [
        measure.summary,
        *_paragraphs(measure.description),
        *measure.prerequisites,
        *actions,
        *measure.started_when,
        *measure.works_when,
    ]


def _question_paragraphs(question: Question) -> list[str]:
    return [question.text, question.why, *([question.hint] if question.hint else [])]


def _sentences_of(item: BaseModel) -> Iterator[str]:
    for value in item.model_dump(exclude={"id", "measures", "sources"}).values():
        if isinstance(value, str):
            yield value
        elif isinstance(value, list):
            yield from (need["text"] for need in value)


def _paragraphs(markdown: str) -> list[str]:
    soup = BeautifulSoup(render(markdown), "html.parser")
    blocks = soup.find_all(["p", "li", "td", "th", "h2", "h3", "h4"])
    return [block.get_text(" ") for block in blocks if not block.find(["p", "li"])]
