"""Rules of spelling: every word is in hunspell's Norwegian dictionary, or in ``words.txt``."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path

from roadmap.content.problems import Problem
from roadmap.content.rules.common import Text, prose, severity_of_leftovers
from roadmap.content.source import Tree

WORD = re.compile(r"[A-Za-zÀ-ÖØ-öø-ÿ]{2,}(?:-[A-Za-zÀ-ÖØ-öø-ÿ]+)*")
# What readers don't see of a Markdown text: targets of links, code and «sett inn» lines.
_UNSEEN = re.compile(r"\]\([^)]*\)|&#?\w+;|`[^`\n]*`|<!--.*?-->|https?://\S+|\S+@\S+", re.DOTALL)
_DICTIONARY = "nb_NO"


class SpellingError(Exception):
    """Spelling can't be checked on this machine; the message says what to install."""


def spelling_problems(tree: Tree, templates: Path | None) -> list[Problem]:
    """Words that neither the dictionary nor ``words.txt`` knows, and lines that ``words.txt`` can do without.

    Words that only the templates use count as used where ``templates`` is given; else no word is called unused.

    Raises:
        SpellingError: if hunspell or its Norwegian dictionary is not installed.
    """
    places = _first_places(tree)
    own = tree.words.lines if tree.words else {}
    wrong = misspelled({*places, *own, *map(str.capitalize, own)})
    return [
        *_misspelled(places, wrong, {word.lower() for word in own}),
        *_needless(tree, wrong, {*places, *(_words_of_templates(templates) if templates else own)}),
    ]


def misspelled(words: Iterable[str]) -> set[str]:
    """Those of the words that the dictionary does not know.

    Raises:
        SpellingError: if hunspell or its Norwegian dictionary is not installed.
    """
    cure = "tekstene er ikke kontrollert for skrivefeil – installer hunspell og hunspell-no"
    if shutil.which("hunspell") is None:
        raise SpellingError(cure)
    command = ["hunspell", "-d", _DICTIONARY, "-i", "utf-8", "-l"]
    text = "\n".join(sorted(words))
    result = subprocess.run(command, input=text, capture_output=True, text=True, encoding="utf-8", check=False)
    if result.returncode != 0:
        raise SpellingError(cure)
    return set(result.stdout.split())


def _first_places(tree: Tree) -> dict[str, list[tuple[Text, int]]]:
    """Every word, with the first place in each file where it stands."""
    places: dict[str, dict[Path, tuple[Text, int]]] = {}
    for text in prose(tree):
        seen = _UNSEEN.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text.value)
        for match in WORD.finditer(seen):
            places.setdefault(match[0], {}).setdefault(text.entry.file, (text, match.start()))
    return {word: list(files.values()) for word, files in places.items()}


def _misspelled(places: dict[str, list[tuple[Text, int]]], wrong: set[str], allowed: set[str]) -> Iterator[Problem]:
    for word, standing in places.items():
        if word in wrong and word.lower() not in allowed:
            for text, offset in standing:
                yield text.problem(f"«{word}» er ikke i ordboka – rett ordet, eller før det opp i words.txt", offset)


def _needless(tree: Tree, wrong: set[str], words: Iterable[str]) -> Iterator[Problem]:
    if tree.words is None:
        return
    used = {part.lower() for word in words for part in (word, *word.split("-"))}
    for word, line in tree.words.lines.items():
        if word.lower() not in used and not tree.problems:
            message = f"«{word}» står ikke i noen tekst lenger – slett linja"
            yield Problem(tree.words.file, line, message, severity_of_leftovers(tree))
        if not wrong & {word, word.capitalize()}:
            yield Problem(tree.words.file, line, f"«{word}» står i ordboka – slett linja")


def _words_of_templates(templates: Path) -> Iterator[str]:
    for pattern in ("*.j2", "*.html", "workbook/*.yml"):
        for file in templates.rglob(pattern):
            yield from WORD.findall(file.read_text(encoding="utf-8"))
