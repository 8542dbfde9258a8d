"""How each page reads: how heavy it is, and whether its sentences vary.

Weight is LIX, the readability index of the Scandinavian languages (C. H. Björnsson, «Läsbarhet», 1968): the words a
sentence plus the percentage of words of more than six letters; below 35 easy, 35–45 medium, above 45 heavy.
Variation is the share of the sentences that have eight words or fewer, in running prose alone: lists, headings, table
cells, forms, instructions and questions are short by nature.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from bs4 import BeautifulSoup, Tag
from pydantic import BaseModel

from roadmap.content.model import Measure, Question, Roadmap
from roadmap.text.markdown import render
from roadmap.text.ready_made import BLANK
from roadmap.text.words import plain_words

LIMIT = 45
SHORT_WORDS = 8
# The largest share of short sentences, on average over the pages.
SHORT_LIMIT = 0.25
_LONG = 6
# A full stop ends no sentence in «10. desember» and «St. Olavs hospital».
_SENTENCE_END = re.compile(r"(?<!\bSt)(?!(?:(?<=\b\d)|(?<=\b\d\d))\.\s[a-zæøå])[.!?:]+(?=\s|$)")
_NO_PROSE = ["li", "td", "th", "dd"]


@dataclass(frozen=True)
class PageReadability:
    """A page, its LIX and its share of short sentences; ``file`` is where its text is written.

    ``short`` is nothing where the page has no running prose.
    """

    file: Path
    lix: int
    short: float | None

    @property
    def too_heavy(self) -> bool:
        return self.lix > LIMIT


@dataclass
class _PageText:
    """The texts of a page: running prose, and what is read in another way."""

    file: Path
    prose: list[str] = field(default_factory=list)
    other: list[str] = field(default_factory=list)

    def add_markdown(self, *texts: str) -> None:
        for text in texts:
            for block in _blocks(text):
                seen = block.get_text(" ")
                # A paragraph with a blank to fill in is part of a form.
                is_prose = block.name == "p" and not block.find_parent(_NO_PROSE) and not BLANK.search(seen)
                (self.prose if is_prose else self.other).append(seen)


def page_readabilities(roadmap: Roadmap) -> list[PageReadability]:
    """Every page with running text, heaviest first."""
    pages = [PageReadability(page.file, lix([*page.prose, *page.other]), short(page.prose)) for page in _pages(roadmap)]
    return sorted(pages, key=lambda page: (-page.lix, page.file))


def average_short(pages: list[PageReadability]) -> float:
    """The share of short sentences on average over the pages that have running prose."""
    shares = [page.short for page in pages if page.short is not None]
    return sum(shares) / len(shares) if shares else 0.0


def short(paragraphs: list[str]) -> float | None:
    """The share of the sentences that have eight words or fewer, of those that have any."""
    sentences = [sentence for paragraph in paragraphs for sentence in _SENTENCE_END.split(paragraph)]
    lengths = [count for sentence in sentences if (count := len(plain_words(sentence)))]
    return sum(length <= SHORT_WORDS for length in lengths) / len(lengths) if lengths else None


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


def _pages(roadmap: Roadmap) -> Iterator[_PageText]:
    for measure in roadmap.measures:
        yield _measure(measure)
    for chapter in roadmap.chapters:
        page = _PageText(Path("pathway_guide", chapter.file), [chapter.summary])
        page.add_markdown(chapter.body)
        for question in roadmap.chapter_questions(chapter):
            _add_question(page, question)
        yield page
    for folder, pages in (
        ("pathway_guide", [roadmap.guide_front, *roadmap.appendices]),
        ("examples", [roadmap.example_list, *roadmap.examples]),
        ("stories", [roadmap.story_list, *roadmap.stories]),
        ("pages", roadmap.pages),
        ("roles", roadmap.role_pages),
        ("tools", roadmap.tools),
    ):
        for content in pages:
            page = _PageText(Path(folder, content.file), [content.summary])
            page.add_markdown(content.body)
            yield page
    for text in roadmap.ready_made_texts:
        # Cards, agendas and forms: instructions, whatever they are written as.
        yield _PageText(
            Path("ready_made_texts", text.file),
            other=[text.summary, *(block.get_text(" ") for block in _blocks(text.body))],
        )
    insights = roadmap.insights
    yield _PageText(
        Path("insights.yml"),
        prose=[insight.finding for insight in insights],
        other=[text for insight in insights for text in (insight.title, *(need.text for need in insight.needs))],
    )
    scenarios = roadmap.scenarios.scenarios
    yield _PageText(
        Path("scenarios.yml"),
        prose=[text for scenario in scenarios for text in (scenario.suits, scenario.prepare)],
        other=[text for scenario in scenarios for text in (scenario.title, scenario.people)],
    )
    sheets = _PageText(Path("pathway_guide/worksheets.yml"))
    sheets.add_markdown(*(sheet.text for sheet in roadmap.worksheets))
    sheets.other += [check.text for group in roadmap.checklist.groups for check in group.checks]
    yield sheets
    alone = {"gains": roadmap.gains, "pictures": roadmap.pictures, "presentation": roadmap.presentation}
    for name, texts in alone.items():
        yield _PageText(Path(f"{name}.yml"), other=list(_texts_of(texts)))


def _measure(measure: Measure) -> _PageText:
    actions = [action.text for action in measure.actions]
    page = _PageText(
        Path("measures", measure.file),
        prose=[measure.summary],
        other=[*measure.prerequisites, *actions, *measure.started_when, *measure.works_when],
    )
    page.add_markdown(measure.description)
    return page


def _add_question(page: _PageText, question: Question) -> None:
    page.prose.append(question.why)
    page.other += [question.text, *([question.hint] if question.hint else [])]


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


def _blocks(markdown: str) -> list[Tag]:
    """The paragraphs, list items, cells and headings of a text."""
    soup = BeautifulSoup(render(markdown), "html.parser")
    blocks = soup.find_all(["p", "li", "td", "th", "h2", "h3", "h4"])
    return [block for block in blocks if not block.find(["p", "li"])]
