"""Arithmetic as it stands in ``figures.yml``, worked out without running anything else."""

from __future__ import annotations

import ast
import operator
from collections.abc import Callable

_OPERATORS: dict[type[ast.operator], Callable[[float, float], float]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}


class NotArithmeticError(Exception):
    """The text is not arithmetic, or has no value."""


def evaluate(expression: str) -> float:
    """The value of numbers joined by ``+ - * /``, parentheses and ``round(number, digits)``.

    Raises:
        NotArithmeticError: if the expression holds anything else, or divides by zero.
    """
    try:
        return _value(ast.parse(expression.strip(), mode="eval").body)
    except (SyntaxError, ValueError, ArithmeticError, RecursionError, MemoryError) as error:
        raise NotArithmeticError(expression) from error


def _value(node: ast.expr) -> float:
    match node:
        case ast.Constant(value=int() | float() as number) if not isinstance(number, bool):
            return number
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return -_value(operand)
        case ast.BinOp(left=left, op=operation, right=right) if type(operation) in _OPERATORS:
            return _OPERATORS[type(operation)](_value(left), _value(right))
        case ast.Call(func=ast.Name(id="round"), args=[number], keywords=[]):
            return round(_value(number))
        case ast.Call(func=ast.Name(id="round"), args=[number, digits], keywords=[]):
            return round(_value(number), int(_value(digits)))
    raise ValueError("not arithmetic")
