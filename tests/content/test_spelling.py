"""Spelling of everything that readers see, by hunspell's dictionary and the project's own word list."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, NavigableString

from roadmap.content.rules.common import values
from roadmap.content.source import read_tree
from tests.conftest import ROOT
from tests.programs import program

pytestmark = pytest.mark.site

WORD_LIST = ROOT / "content/words.txt"
WORD = re.compile(r"[A-Za-zÀ-ÖØ-öø-ÿ]{2,}(?:-[A-Za-zÀ-ÖØ-öø-ÿ]+)*")


def own_words() -> list[str]:
    lines = WORD_LIST.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def misspelled(words: set[str]) -> set[str]:
    text = "\n".join(sorted(words))
    command = [program("hunspell"), "-d", "nb_NO", "-i", "utf-8", "-l"]
    result = subprocess.run(command, input=text, capture_output=True, text=True, check=True)
    return set(result.stdout.split())


@pytest.fixture(scope="module")
def words(site: Path) -> set[str]:
    """Every word on every page, menus and all, and on the posters and the slides."""
    tree = read_tree(ROOT / "content")
    on_paper = [
        value
        for entry, location, value in values(tree)
        if entry in (tree.poster_text, tree.presentation) and "sources" not in location
    ]
    found = {word for text in on_paper if isinstance(text, str) for word in WORD.findall(text)}
    for file in site.rglob("*.html"):
        page = BeautifulSoup(file.read_text(encoding="utf-8"), "html.parser")
        for text in page.find_all(string=True):
            if type(text) is NavigableString and not text.find_parent(["script", "style"]):
                found.update(WORD.findall(text))
    return found


def test_every_word_is_spelled_right(words: set[str]) -> None:
    allowed = {word.lower() for word in own_words()}
    assert {word for word in misspelled(words) if word.lower() not in allowed} == set()


def test_the_word_list_holds_no_more_than_it_must(words: set[str]) -> None:
    own = own_words()
    used = {part.lower() for word in words for part in (word, *word.split("-"))}
    assert [word for word in own if word.lower() not in used] == [], "no longer on any page"
    unknown_anyway = misspelled({*own, *(word.capitalize() for word in own)})
    assert [word for word in own if not unknown_anyway & {word, word.capitalize()}] == [], "known to the dictionary"
