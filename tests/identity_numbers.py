"""Identity numbers of every kind, and every way of writing them, for property-based tests.

The numbers are made from their rules, not by the code that finds them.
"""

from __future__ import annotations

import datetime

from hypothesis import assume
from hypothesis import strategies as st

# What is added to day and month: none, D-number; none, H-number or NAV's series, Norsk helsenett's, Skatteetaten's.
_DAYS = (0, 40)
_MONTHS = (0, 40, 65, 80)
_OLD: tuple[int, ...] = (0,)
_COMING: tuple[int, ...] = (0, 1, 2, 3)
_BETWEEN = (
    "", " ", ".", "-", "\N{NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}", "\N{THIN SPACE}", "\N{ZERO WIDTH SPACE}",
    "\N{ZERO WIDTH NON-JOINER}", "\N{ZERO WIDTH JOINER}", "\N{WORD JOINER}", "\N{SOFT HYPHEN}",
    "\N{NON-BREAKING HYPHEN}", "\N{EN DASH}", "\N{MINUS SIGN}", "\n", "\n  ", " \n> ", "&nbsp;", "&#32;", "&#x2011;",
    "&shy;", "&zwnj;", ". ", " - ",
)  # fmt: skip


@st.composite
def numbers(draw: st.DrawFn) -> str:
    """A valid number: a date of any kind and check digits by the old rule or the coming one, or an FH-number."""
    if draw(st.integers(0, 9)) == 0:
        nine = draw(st.sampled_from("89")) + draw(st.from_regex(r"[0-9]{8}", fullmatch=True))
        remainders = _OLD
    else:
        day = draw(st.dates(datetime.date(1900, 1, 1), datetime.date(2099, 12, 31)))
        dated = f"{day.day + draw(st.sampled_from(_DAYS)):02}{day.month + draw(st.sampled_from(_MONTHS)):02}"
        nine = f"{dated}{day.year % 100:02}{draw(st.integers(0, 999)):03}"
        remainders = draw(st.sampled_from((_OLD, _COMING)))
    first = (draw(st.sampled_from(remainders)) - _sum(nine, (3, 7, 6, 1, 8, 9, 4, 5, 2))) % 11
    assume(first < 10)
    ten = f"{nine}{first}"
    second = -_sum(ten, (5, 4, 3, 2, 7, 6, 5, 4, 3, 2)) % 11
    assume(second < 10)
    return f"{ten}{second}"


def _sum(digits: str, weights: tuple[int, ...]) -> int:
    return sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=True))


@st.composite
def spelled(draw: st.DrawFn) -> str:
    """A valid number with its digits set apart and written in any way."""
    number = draw(numbers())
    digits = [draw(st.sampled_from(_digit_forms(digit))) for digit in number]
    if draw(st.booleans()):
        between = [draw(st.sampled_from(_BETWEEN)) for _ in number[1:]]
    else:
        # As people set them: one kind of sign, at some places.
        sign = draw(st.sampled_from(_BETWEEN))
        places = draw(st.sampled_from(((6,), (2, 4, 6), (6, 9), tuple(range(1, 11)), (3, 6, 9), ())))
        between = [sign if place in places else "" for place in range(1, 11)]
    return digits[0] + "".join(part + digit for part, digit in zip(between, digits[1:], strict=True))


def _digit_forms(digit: str) -> list[str]:
    value = int(digit)
    others = [chr(zero + value) for zero in (0xFF10, 0x0660, 0x1D7CE)]
    return [digit] * 6 + [*others, f"&#{ord(digit)};", f"&#x{ord(digit):X};"]
