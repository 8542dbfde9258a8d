"""Arithmetic as it stands in ``figures.yml``, worked out exactly and without running anything else."""

from __future__ import annotations

import ast
import math
import operator
from collections.abc import Callable
from fractions import Fraction

_OPERATORS: dict[type[ast.operator], Callable[[Fraction, Fraction], Fraction]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}
# Far beyond what a text can state; numbers without bounds would keep the check busy for ever.
_LARGEST = 10**15
_MOST_DIGITS = 15


class NotArithmeticError(Exception):
    """The text is not arithmetic, or has no value."""


def evaluate(expression: str) -> Fraction:
    """The value of numbers joined by ``+ - * /``, parentheses and ``round(number, digits)``, which rounds half up.

    Raises:
        NotArithmeticError: if the expression holds anything else, divides by zero, or goes beyond all figures in texts.
    """
    try:
        return _value(ast.parse(expression.strip(), mode="eval").body)
    except (SyntaxError, ValueError, ArithmeticError, RecursionError, MemoryError) as error:
        raise NotArithmeticError(expression) from error


def _value(node: ast.expr) -> Fraction:
    value = _unbounded_value(node)
    if abs(value) > _LARGEST:
        raise ValueError("too large")
    return value


def _unbounded_value(node: ast.expr) -> Fraction:
    match node:
        case ast.Constant(value=int() | float() as number) if not isinstance(number, bool):
            # By its digits, as it was written: 0.29 is 29/100, which no float is.
            return Fraction(str(number))
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return -_value(operand)
        case ast.BinOp(left=left, op=operation, right=right) if type(operation) in _OPERATORS:
            return _OPERATORS[type(operation)](_value(left), _value(right))
        case ast.Call(func=ast.Name(id="round"), args=[number], keywords=[]):
            return _rounded(_value(number), Fraction(0))
        case ast.Call(func=ast.Name(id="round"), args=[number, digits], keywords=[]):
            return _rounded(_value(number), _value(digits))
    raise ValueError("not arithmetic")


def _rounded(number: Fraction, digits: Fraction) -> Fraction:
    if digits.denominator != 1 or abs(digits) > _MOST_DIGITS:
        raise ValueError("not a number of digits")
    unit = Fraction(10) ** -int(digits)
    return math.floor(number / unit + Fraction(1, 2)) * unit
