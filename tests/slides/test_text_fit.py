"""How much room a text takes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap.slides.text_fit import Block, Span, height, line_count, line_height, widest_word


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 100, 1),
        ("ord", 100, 1),
        ("ord ord", 30, 2),
        ("ord ord ord", 70, 2),
        ("ord\u00a0ord", 70, 1),
        ("m" * 10, 56, 4),
    ],
)
def test_words_are_set_in_lines(text: str, width: float, lines: int) -> None:
    """Of 20 points, «ord» is 29 points wide and «m» 17."""
    assert line_count([Span(text)], 20, width) == lines


def test_bold_words_are_wider() -> None:
    assert widest_word([Span("veikart", bold=True)], 20) > widest_word([Span("veikart")], 20)


def test_a_word_may_change_weight_within() -> None:
    assert line_count([Span("vei", bold=True), Span("kart")], 20, 60) == 2
    assert line_count([Span("vei", bold=True), Span("kart")], 20, 80) == 1


def test_only_the_space_between_paragraphs_counts() -> None:
    block = Block([Span("ord")], 20, before=10)
    assert height([block, block], 100) == pytest.approx(2 * line_height(20, 1) + 10)


def test_indented_text_has_less_room() -> None:
    assert height([Block([Span("ord ord")], 20, indent=40)], 80) == pytest.approx(2 * line_height(20, 1))


@given(st.text(), st.floats(10, 500), st.floats(10, 500))
def test_a_wider_column_never_needs_more_lines(text: str, one: float, other: float) -> None:
    narrow, wide = sorted((one, other))
    assert line_count([Span(text)], 18, wide) <= line_count([Span(text)], 18, narrow)
