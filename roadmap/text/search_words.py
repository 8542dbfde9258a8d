"""Words as the search compares them: folded, and without their endings.

``templates/theme/assets/search-words.js`` does the same to what a reader types, with the same ``ENDINGS``; a test
holds the two together. Both forms of Norwegian inflect by endings alone, so that cutting the longest known one off,
once, makes the forms of a word meet; a word that is cut too short only meets a few neighbours more.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache

# As folded; bokmål and nynorsk. Of several that fit, the longest is cut off.
ENDINGS = (
    *("hetene", "heten", "heter", "het"),
    *("ingene", "ingane", "ingen", "inger", "ingar", "inga", "ing"),
    *("elsene", "elsane", "elsen", "elser", "else"),
    *("erene", "arene", "arane", "erne", "eren", "aren", "arer", "arar", "ere", "are"),
    *("ende", "ande", "este", "aste", "ede", "ene", "ane", "est", "ast"),
    *("en", "et", "er", "ar", "a", "e"),
)
_SHORTEST_STEM = 3
_TWO_LETTERS = re.compile("a[ae]|oe")
_ONE_LETTER = {"aa": "a", "ae": "a", "oe": "o"}
_WORD = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def fold(text: str) -> str:
    """The text in small letters a–z, whichever way its writer typed æ, ø, å and accents."""
    spelled = text.lower().replace("æ", "ae").replace("ø", "o")
    bare = "".join(letter for letter in unicodedata.normalize("NFKD", spelled) if not unicodedata.combining(letter))
    return _TWO_LETTERS.sub(lambda match: _ONE_LETTER[match[0]], bare)


def words(text: str) -> Iterator[str]:
    """The folded words of a text; one with hyphens gives its parts, and itself without them."""
    for match in _WORD.finditer(fold(text.replace("\xad", ""))):
        parts = match[0].split("-")
        yield from parts
        if len(parts) > 1:
            yield "".join(parts)


@cache
def stem(word: str) -> str:
    """A folded word without its ending."""
    if not word.isalpha():
        return word
    if len(word) > 4 and word.endswith("s") and not word.endswith("ss"):
        word = word[:-1]
    for ending in ENDINGS_BY_LENGTH:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            word = word.removesuffix(ending)
            break
    if len(word) > 4 and word.endswith("t"):
        word = word[:-1]
    if len(word) > _SHORTEST_STEM and word[-1] == word[-2]:
        word = word[:-1]
    return word


def stems(text: str) -> list[str]:
    """The stem of each word of a text that has more than one letter, in order."""
    return [stem(word) for word in words(text) if len(word) > 1]


ENDINGS_BY_LENGTH = sorted(ENDINGS, key=len, reverse=True)


class Splitter:
    """Takes compounds apart into words that are known: the stems in ``known``, and the short ones in ``parts``.

    Of the known words of fewer than four letters, only those in ``parts`` count: others would be found in anything.
    """

    def __init__(self, known: Iterable[str], parts: Iterable[str]) -> None:
        self._known = {word for word in known if len(word) > 3 and word.isalpha()} | set(parts)

        self._split: dict[str, list[str]] = {}

    def parts(self, word: str) -> list[str]:
        """The stems that a folded word is made of, the longest last part first; nothing where it is not a compound."""
        if word not in self._split:
            self._split[word] = self._parts(word)
        return self._split[word]

    def _parts(self, word: str) -> list[str]:
        for start in range(2, len(word) - 2):
            tail = stem(word[start:])
            if tail not in self._known:
                continue
            head = word[:start]
            if (first := stem(head)) in self._known:
                return [first, tail]
            if within := self.parts(head):
                return [*within, tail]
        return []
