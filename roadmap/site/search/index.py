"""The inverted index: for each stem, how much each document is about it.

After BM25 (Robertson and Zaragoza, 2009), but each field of a document counts up to a limit of its own, so that a word
that is often in the text does not make up for one in the title. What a query's word adds to a document's rank is
computed here, so that a browser only adds up.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from roadmap.site.search.documents import Document
from roadmap.text.search_words import Splitter, fold, stem, words

_WEIGHTS = {"title": 2.0, "summary": 0.7, "headings": 0.5, "body": 1.0, "asked": 1.0}
# How much longer texts are held against a document in each field.
_LENGTH = {"title": 0.4, "summary": 0.4, "headings": 0.7, "body": 0.7, "asked": 0.2}
# How often a word must be there to count half as much as it can.
_ENOUGH = {"title": 0.3, "summary": 0.5, "headings": 1.0, "body": 3.0, "asked": 0.5}
# A part of a compound says less than the word alone.
_PART = 0.45
_GROUP = {
    "measures": 1.15,
    "steps": 1.1,
    "guide": 1.0,
    "tools": 1.0,
    "texts": 0.95,
    "experiences": 0.85,
    "background": 0.95,
    "files": 0.9,
}
_LIST = 0.8
# The browser gets whole numbers.
_SCALE = 10
# Of thousands of stories only those that are most about a word are kept for it.
_MOST_STORIES = 200

_FORM = re.compile(r"\w+(?:-\w+)*")

Postings = list[tuple[int, int]]


@dataclass(frozen=True)
class Index:
    """For each stem the documents that have it, by number, with what it adds to their rank; and how it is spelled."""

    postings: Mapping[str, Postings]
    spelled: Mapping[str, str]


def build(documents: list[Document], parts: Iterable[str]) -> Index:
    """The index of the documents, numbered in their order; ``parts`` are the short words of compounds."""
    spellings = _spellings(documents)
    splitter = Splitter(spellings, [stem(fold(part)) for part in parts])
    texts = [{name: _counted(text, splitter) for name, text in document.texts.items()} for document in documents]
    average = {name: _average_length(name, texts) for name in _WEIGHTS}
    about: dict[str, dict[int, float]] = defaultdict(dict)
    for number, fields in enumerate(texts):
        for name, counts in fields.items():
            relative = sum(counts.values()) / average[name]
            for word, count in counts.items():
                often = count / (1 - _LENGTH[name] + _LENGTH[name] * relative)
                about[word][number] = about[word].get(number, 0.0) + _WEIGHTS[name] * often / (_ENOUGH[name] + often)
    postings = {word: _postings(found, documents) for word, found in about.items()}
    return Index(postings, {word: spellings.get(word, word) for word in postings})


def _postings(found: Mapping[int, float], documents: list[Document]) -> Postings:
    rarity = math.log(1 + (len(documents) - len(found) + 0.5) / (len(found) + 0.5))
    ranked = {
        number: max(1, round(_SCALE * rarity * much * _standing(documents[number]))) for number, much in found.items()
    }
    stories = sorted((number for number in ranked if documents[number].is_story), key=lambda number: -ranked[number])
    dropped = set(stories[_MOST_STORIES:])
    return [(number, rank) for number, rank in sorted(ranked.items()) if number not in dropped]


def _standing(document: Document) -> float:
    """Measures and steps stand before what lies behind them, and a page before those that only list it."""
    return _GROUP[document.group] * (_LIST if document.is_list else 1.0)


def _counted(text: str, splitter: Splitter) -> dict[str, float]:
    """How often each stem is in a text, alone or as a part of another."""
    counts: dict[str, float] = defaultdict(float)
    for word in words(text):
        if len(word) > 1:
            counts[stem(word)] += 1
            for part in splitter.parts(word):
                counts[part] += _PART
    return counts


def _average_length(name: str, texts: list[dict[str, dict[str, float]]]) -> float:
    lengths = [sum(fields[name].values()) for fields in texts if fields.get(name)]
    return sum(lengths) / len(lengths) if lengths else 1.0


def _spellings(documents: list[Document]) -> dict[str, str]:
    """The commonest spelling of each stem, in small letters."""
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    for document in documents:
        for text in document.texts.values():
            for form in _FORM.findall(text.lower()):
                # A word with hyphens is looked for in its parts, and as one that is spelled with them.
                for part in {form, *form.split("-")}:
                    if found := list(words(part)):
                        forms[stem(found[-1])][part] += 1
    return {word: max(counts, key=lambda form: (counts[form], -len(form), form)) for word, counts in forms.items()}
