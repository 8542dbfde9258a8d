"""Spelling of what stands on the site besides content: menus, headings and buttons of the templates."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, NavigableString
from bs4.element import TemplateString

from roadmap.content.rules.spelling import WORD, misspelled
from tests.conftest import ROOT
from tests.programs import program

pytestmark = pytest.mark.site

# Units that the code writes, endings and names of files, and codes of languages: no text that an editor could change.
FROM_CODE = {"kb", "xls", "maltall", "nb"}
# Addresses are written out on paper.
ADDRESS = re.compile(r"\S+\.example\S*|www\.\S+")
# What scripts fill in.
VALUE = re.compile(r"\{\w+\}")


def test_every_word_on_the_site_is_spelled_right(site: Path) -> None:
    program("hunspell")
    words = set()
    for file in site.rglob("*.html"):
        page = BeautifulSoup(file.read_text(encoding="utf-8"), "html.parser")
        for address in page.select(".address"):
            address.clear()
        for text in page.find_all(string=True):
            if type(text) in (NavigableString, TemplateString) and not text.find_parent(["script", "style", "code"]):
                words.update(WORD.findall(VALUE.sub(" ", ADDRESS.sub(" ", text))))
    assert len(words) > 1000
    allowed = {line.lower() for line in (ROOT / "content/words.txt").read_text(encoding="utf-8").splitlines()}
    assert {word for word in misspelled(words) if word.lower() not in allowed | FROM_CODE} == set()
