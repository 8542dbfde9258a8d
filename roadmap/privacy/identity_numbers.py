"""Norwegian identity numbers of eleven digits.

They are a date of birth, three digits and two check digits. The kinds differ in what is added to the day or the month:
D-numbers have 40 more in the day; H-numbers and the synthetic series of NAV 40 more in the month, those of Norsk
helsenett 65 and of Skatteetaten 80. FH-numbers begin with 8 or 9 and have no date. Check digits: Skatteetaten,
«Nytt fødselsnummer fra 2032», by which the first leaves a remainder of 0–3 instead of 0.
"""

from __future__ import annotations

_DAY_ADDED = (0, 40)
_MONTH_ADDED = (0, 40, 65, 80)
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_FIRST_WEIGHTS = (3, 7, 6, 1, 8, 9, 4, 5, 2, 1)
_SECOND_WEIGHTS = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
_FIRST_REMAINDERS = range(4)


def is_identity_number(digits: str) -> bool:
    """Whether eleven digits are an identity number of any kind, by the old rule for check digits or the coming one."""
    return (may_be_identity_number(digits) or digits[0] in "89") and _has_check_digits(digits)


def may_be_identity_number(digits: str) -> bool:
    """Whether eleven digits begin as an identity number does: with a date, or the date of a kind of its own."""
    day, month, year = int(digits[:2]), int(digits[2:4]), int(digits[4:6])
    return any(
        _is_date(day - day_added, month - month_added, year) for day_added in _DAY_ADDED for month_added in _MONTH_ADDED
    )


def _is_date(day: int, month: int, year: int) -> bool:
    """Whether there is such a day in a year that ends like this."""
    if not 1 <= month <= 12:
        return False
    is_short_february = month == 2 and year % 4 != 0
    return 1 <= day <= _DAYS[month - 1] - is_short_february


def _has_check_digits(digits: str) -> bool:
    return _weighed(digits, _FIRST_WEIGHTS) % 11 in _FIRST_REMAINDERS and _weighed(digits, _SECOND_WEIGHTS) % 11 == 0


def _weighed(digits: str, weights: tuple[int, ...]) -> int:
    return sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=False))
