"""The index as the files that a browser loads: first what every search needs, then the words of a query, in parts.

Each hands its data to ``search-engine.js``.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from typing import Any

from roadmap import urls
from roadmap.content.model import SearchVocabulary
from roadmap.content.model.search import Synonym
from roadmap.site.data_scripts import data_script
from roadmap.site.search.documents import Document
from roadmap.site.search.index import Index, build
from roadmap.text.search_words import ENDINGS_BY_LENGTH, fold, stem, stems, words

# Characters a file: few enough requests for a query, and little that it has no use for.
_PART_SIZE = 24_000
_STORIES_A_FILE = 40


def search_files(documents: list[Document], vocabulary: SearchVocabulary) -> dict[str, bytes]:
    """The files of the search by their path on the site; ``documents`` have the success stories last."""
    index = build(documents, vocabulary.parts)
    pages = [document for document in documents if not document.is_story]
    stories = documents[len(pages) :]
    parts = {f"words-{number}": part for number, part in enumerate(_parts(index))}
    shown = {
        f"stories-{number // _STORIES_A_FILE}": [_shown(story) for story in stories[number : number + _STORIES_A_FILE]]
        for number in range(0, len(stories), _STORIES_A_FILE)
    }
    edition = _edition([[_shown(page) for page in pages], parts, shown])
    core = {
        "edition": edition,
        "endings": ENDINGS_BY_LENGTH,
        "groups": [[group.id, group.name] for group in vocabulary.groups],
        "ignored": sorted({stem(word) for text in vocabulary.ignored for word in words(text)}),
        "short": sorted(stem(fold(part)) for part in vocabulary.parts),
        "synonyms": _synonyms([*vocabulary.synonyms, *vocabulary.nynorsk]),
        "answers": _answers(vocabulary, documents),
        "names": {_name(name): number for number, document in enumerate(documents) for name in document.names},
        "documents": [_shown(document) for document in pages],
        "storiesAFile": _STORIES_A_FILE,
        "starts": [min(part) for part in parts.values()],
        "words": "\n".join(
            word if index.spelled[word] == word else f"{word} {index.spelled[word]}" for word in sorted(index.postings)
        ),
    }
    # A page may stay open while a new edition is published, whose parts number other documents.
    lazy = {f"{edition}/{name}": data for name, data in (*parts.items(), *shown.items())}
    return {urls.search_part(name): _script(name, data) for name, data in {"core": core, **lazy}.items()}


def _edition(numbered: Any) -> str:
    """What tells apart indexes that number their documents differently, or rank them otherwise."""
    return hashlib.sha256(json.dumps(numbered).encode()).hexdigest()[:10]


def _parts(index: Index) -> Iterator[dict[str, list[int]]]:
    """The postings in the order of their stems; documents are numbered from the one before, to be short."""
    part: dict[str, list[int]] = {}
    size = 0
    for word in sorted(index.postings):
        flat: list[int] = []
        before = 0
        for number, rank in index.postings[word]:
            flat += (number - before, rank)
            before = number
        size += len(word) + len(str(flat))
        part[word] = flat
        if size > _PART_SIZE:
            yield part
            part, size = {}, 0
    if part:
        yield part


def _shown(document: Document) -> list[str]:
    return [document.group, document.url, document.title, document.label, document.context, document.summary]


def _synonyms(synonyms: list[Synonym]) -> dict[str, list[list[str]]]:
    """For what readers write, as stems, each of what the site calls it, as stems."""
    found: dict[str, list[list[str]]] = {}
    for synonym in synonyms:
        for said in synonym.say:
            found.setdefault(" ".join(stems(said)), []).extend(stems(meaning) for meaning in synonym.means)
    return found


def _answers(vocabulary: SearchVocabulary, documents: list[Document]) -> list[list[Any]]:
    """What is asked, as stems, and the number of the document that answers it: its title asks for it too."""
    numbers = {document.url: number for number, document in enumerate(documents)}
    titles = [(document.title, number) for number, document in enumerate(documents) if not document.is_story]
    asked = [(text, numbers[urls.page_url(answer.page)]) for answer in vocabulary.answers for text in answer.ask]
    return [[" ".join(stems(text)), number] for text, number in (*titles, *asked)]


def _name(name: str) -> str:
    return "".join(words(name))


def _script(name: str, data: Any) -> bytes:
    return data_script(f'veikartSearch.take("{name}",', data, ")")
