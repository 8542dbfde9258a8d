"""Arithmetic in figures.yml: exact, and never anything but arithmetic."""

from __future__ import annotations

import operator
from collections.abc import Callable
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap.content.rules.arithmetic import NotArithmeticError, evaluate

SIGNS: dict[str, Callable[[Fraction, Fraction], Fraction]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
}
NUMBERS = st.integers(1, 9999).map(lambda number: (str(number), Fraction(number)))


def _joined(parts: st.SearchStrategy[tuple[str, Fraction]]) -> st.SearchStrategy[tuple[str, Fraction]]:
    """Two expressions with a sign between them, and what that gives; never a division by zero."""
    pairs = st.tuples(parts, st.sampled_from(sorted(SIGNS)), parts)
    return pairs.filter(lambda pair: pair[1] != "/" or pair[2][1] != 0).map(
        lambda pair: (f"({pair[0][0]}) {pair[1]} ({pair[2][0]})", SIGNS[pair[1]](pair[0][1], pair[2][1]))
    )


@given(st.recursive(NUMBERS, _joined, max_leaves=3))
def test_arithmetic_is_worked_out_exactly(example: tuple[str, Fraction]) -> None:
    expression, value = example
    assert evaluate(expression) == value


@given(st.text(alphabet="0123456789abeijnorudx+*/(),. -", max_size=120))
def test_any_text_has_a_value_that_can_be_shown_or_is_refused(expression: str) -> None:
    try:
        value = evaluate(expression)
    except NotArithmeticError:
        return
    assert f"{float(value):g}"


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("0.29 * 100", 29),
        ("0.1 + 0.2 - 0.3", 0),
        ("round(2.5)", 3),
        ("round(1250, -2)", 1300),
        ("round(2 / 3, 2) * 100", 67),
        ("-(3 - 5)", 2),
    ],
)
def test_decimals_and_halves_are_as_in_school(expression: str, value: int) -> None:
    assert evaluate(expression) == value


@pytest.mark.parametrize(
    "expression",
    [
        "round(1, -999999999)",
        "round(1, 999999999)",
        "round(1, 0.5)",
        "round(1, 1, 1)",
        "1e308 * 1e308",
        "1e400 - 1e400",
        "1 / 0",
        "2 ** 9",
        "7 // 2",
        "1j",
        "open(1)",
        "(" * 60,
        "",
    ],
)
def test_what_is_no_plain_arithmetic_is_refused_at_once(expression: str) -> None:
    with pytest.raises(NotArithmeticError):
        evaluate(expression)
