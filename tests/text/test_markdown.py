"""What editors write, made safe."""

from __future__ import annotations

import re

import markdown
import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from roadmap.site.pages import escape
from roadmap.text.markdown import MARKDOWN_EXTENSIONS, plain_words, render, sanitise, slugify

PRINTABLE = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Co", "Cn", "Zl", "Zp")), min_size=1)


@given(PRINTABLE)
def test_plain_text_reaches_the_page_as_it_was_written(text: str) -> None:
    for template in ("A {} B", "- A {} B", "## A {} B", "<p>A {} B</p>", "{}"):
        html = markdown.markdown(template.format(escape(text)), extensions=[*MARKDOWN_EXTENSIONS, "md_in_html"])
        shown = BeautifulSoup(html, "html.parser").get_text()
        assert re.sub(r"\s+", "", text) in re.sub(r"\s+", "", shown)
        assert not BeautifulSoup(html, "html.parser").find(["script", "em", "strong", "a", "code", "img"])


@given(st.text())
def test_no_markdown_becomes_a_script(text: str) -> None:
    soup = BeautifulSoup(render(text), "html.parser")
    assert not soup.find(["script", "style", "iframe", "object", "form", "svg"])
    assert not [name for element in soup.find_all() for name in element.attrs if name.startswith("on")]


@pytest.mark.parametrize(
    "attack",
    [
        "<script>alert(1)</script>",
        '<img src="x" onerror="alert(1)">',
        "[klikk](javascript:alert(1))",
        '<a href="java\tscript:alert(1)">klikk</a>',
        "<svg><script>alert(1)</script></svg>",
        '<p style="background:url(//evil.example/x)">x</p>',
        "<details open ontoggle=alert(1)>",
    ],
)
def test_known_attacks_are_disarmed(attack: str) -> None:
    as_browsers_read_it = re.sub(r"[\t\r\n]", "", render(attack) + sanitise(attack))
    assert not re.search(r"(?i)<script|\son\w+\s*=|href=\"?\s*javascript|style=|<svg", as_browsers_read_it)


def test_anchors_are_plain_letters() -> None:
    assert slugify("Spørsmål å drøfte – nå", "-") == "sporsmal-a-drofte-na"


def test_words_are_counted_as_a_reader_sees_them() -> None:
    assert len(plain_words("Les **mer** om [St. Olavs hospital](../a/b.md).\n\n<!-- sett inn: status -->")) == 6
