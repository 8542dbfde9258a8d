"""Markdown as plain words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap.slides.plain_text import plain_text


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("", ""),
        ("Ett **fett** og *skrått* ord\npå to linjer", "Ett fett og skrått ord på to linjer"),
        ("Første.\n\nAndre.", "Første.\nAndre."),
        ("Se [tiltaket](a1.md) og `kode`.", "Se tiltaket og kode."),
        ("- ett\n- to\n\nSlutt", "– ett\n– to\nSlutt"),
        ("1 < 2 & 3 &lt; 4 «å»", "1 < 2 & 3 < 4 «å»"),
        (r"\*ikke fett\*", "*ikke fett*"),
        ("| a | b |\n|---|---|\n| 1 | 2 |", "a b\n1 2"),
        ("![et bilde](x.png) etter", "et bilde etter"),
        ("A  \nB", "A\nB"),
    ],
)
def test_only_what_a_reader_sees_is_left(markdown: str, text: str) -> None:
    assert plain_text(markdown) == text


@given(st.text())
def test_any_text_gives_lines_without_blank_ones(markdown: str) -> None:
    text = plain_text(markdown)
    assert text == "" or all(line.strip() for line in text.split("\n"))
