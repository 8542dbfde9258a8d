"""Numbers that are known by their digits, however these are set: identity numbers and Norwegian phone numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TypeAlias

from roadmap.privacy.identity_numbers import is_identity_number, may_be_identity_number

# Where a number begins and ends.
Span: TypeAlias = tuple[int, int]

_LENGTH = 11
_LENGTH_WITH_CENTURY = 13
_PHONE_LENGTH = 8
_DIGITS = re.compile(r"[0-9]+")
# What may stand between digits that belong together: anything short where they are set as such a number is, else only
# what somebody may have put there to set them apart.
_BETWEEN = re.compile(r"[^0-9A-Za-zÀ-ÖØ-öø-ÿ]{1,400}")
_APART = re.compile(r"[\s.\-/_*>'\"\\]{1,400}")
_CLOSE = re.compile(r"[ .-]?")
_SHAPES = {(11,), (6, 5), (2, 2, 2, 5), (2, 2, 2, 3, 2), (6, 3, 2), (4, 2, 5)}
_SHAPES_WITH_CENTURY = {(8, 5), (2, 2, 4, 5), (4, 2, 2, 5), (4, 4, 5)}
# Dates and items of a list, whose digits are no number together.
_FIGURES = re.compile(r"(?:^|[^0-9])[0-9]{1,2}\.[0-9]{1,2}\.(?:19|20)[0-9]{2}(?:[^0-9]|$)|\n[ \t>]*[-*] ")
# «10 500–400 000» is a range only where it is said to be of money: an identity number can be set like it.
_RANGE = re.compile(r"[1-9][0-9]{0,2}(?: [0-9]{3})+ ?- ?[1-9][0-9]{0,2}(?: [0-9]{3})+")
_MONEY_BEFORE = re.compile(r"\b(?:kr|kroner|nok)\.?\s{0,3}\Z", re.IGNORECASE)
_MONEY_AFTER = re.compile(r"\s{0,3}(?:kr|kroner|nok)\b", re.IGNORECASE)
_PHONE_SHAPES = {(8,), (3, 2, 3), (2, 2, 2, 2), (4, 4)}
# What tells a number of something else, right before it.
_OTHER_NUMBER = re.compile(r"(?:pmid|issn|isbn|eqs|doi)[^\n0-9]{0,20}(?:[0-9]{1,5}-)*\Z", re.IGNORECASE)
_STEPS = (1, 2, 5, 10)
_PHONE_SEPARATORS = re.compile(r"[ .-]?|[ \t]*\n[ \t>]*")
_NO_PHONE = re.compile(r"(?:19|20)[0-9]{2}(?:(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])|(?:19|20)[0-9]{2})")


def subscriber(phone: str) -> str:
    """The digits of a phone number, less the country code of Norway."""
    digits = re.sub(r"[^0-9]", "", phone)
    return re.sub(r"^(?:00)?47(?=[0-9]{8}$)", "", digits)


def identity_numbers(text: str, *, only_certain: bool = False) -> Iterator[Span]:
    """Where identity numbers stand; with ``only_certain`` none whose check digits are wrong."""
    groups = _Groups(text)
    for index in groups.starts():
        taken = groups.of_length(index, _LENGTH)
        if taken and (_is_number(groups, taken) or (not only_certain and _may_be_mistyped(groups, taken))):
            yield groups.span(taken)
            continue
        taken = groups.of_length(index, _LENGTH_WITH_CENTURY)
        if taken and _is_number_with_century(groups, taken):
            yield groups.span(taken)


def phones(text: str) -> Iterator[Span]:
    """Where Norwegian phone numbers stand: eight digits from 2 to 9, set as such numbers are."""
    groups = _Groups(text)
    for index in groups.starts():
        start = groups.places[index][0]
        if text[start] not in "23456789" or text[start - 1 : start] in (",", "+"):
            continue
        taken = groups.of_length(index, _PHONE_LENGTH)
        if taken and _is_phone(groups, taken):
            yield groups.span(taken)


class _Groups:
    """The groups of digits in a text, and which of them, side by side, may be one number."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.places = [match.span() for match in _DIGITS.finditer(text)]
        # How many digits there are before each group, and which group has that many before it.
        self._before = [0]
        for start, end in self.places:
            self._before.append(self._before[-1] + end - start)
        self._at = {digits: index for index, digits in enumerate(self._before)}
        # Groups of one run may belong together; those of one loose run only when they are set as such numbers are.
        self._loose_run = [0]
        self._run = [0]
        for (_, end), (start, _) in pairwise(self.places):
            between = text[end:start]
            is_apart = between in (" ", ".", "-", "\n") or _APART.fullmatch(between) is not None
            self._run.append(self._run[-1] + (not is_apart))
            self._loose_run.append(self._loose_run[-1] + (not is_apart and not _BETWEEN.fullmatch(between)))

    def starts(self) -> Sequence[int]:
        return range(len(self.places))

    def of_length(self, index: int, digits: int) -> range | None:
        """The groups from ``index`` on that have so many digits together, if they may be one number."""
        end = self._at.get(self._before[index] + digits)
        if end is None or self._loose_run[end - 1] != self._loose_run[index]:
            return None
        return range(index, end)

    def is_one_run(self, taken: range) -> bool:
        return self._run[taken[0]] == self._run[taken[-1]]

    def span(self, taken: range) -> Span:
        return self.places[taken[0]][0], self.places[taken[-1]][1]

    def written(self, taken: range) -> str:
        return self.text[slice(*self.span(taken))]

    def shape(self, taken: range) -> tuple[int, ...]:
        """How many digits there are in each group."""
        return tuple(self.places[index][1] - self.places[index][0] for index in taken)

    def digits(self, taken: range) -> str:
        return "".join(self.text[slice(*self.places[index])] for index in taken)

    def between(self, taken: range) -> list[str]:
        return [self.text[self.places[one][1] : self.places[other][0]] for one, other in pairwise(taken)]


def _is_number(groups: _Groups, taken: range) -> bool:
    if not is_identity_number(groups.digits(taken)):
        return False
    return groups.shape(taken) in _SHAPES or (groups.is_one_run(taken) and not _is_figures(groups, taken))


def _is_figures(groups: _Groups, taken: range) -> bool:
    written = groups.written(taken)
    return _FIGURES.search(written) is not None or (_RANGE.fullmatch(written) is not None and _is_money(groups, taken))


def _is_money(groups: _Groups, taken: range) -> bool:
    start, end = groups.span(taken)
    before, after = groups.text[max(0, start - 12) : start], groups.text[end : end + 12]
    return _MONEY_BEFORE.search(before) is not None or _MONEY_AFTER.match(after) is not None


def _may_be_mistyped(groups: _Groups, taken: range) -> bool:
    """Whether the digits stand together, or as six and five: a number with a slip in it gives the same person away."""
    is_close = all(map(_CLOSE.fullmatch, groups.between(taken)))
    return groups.shape(taken) in {(11,), (6, 5)} and is_close and may_be_identity_number(groups.digits(taken))


def _is_number_with_century(groups: _Groups, taken: range) -> bool:
    is_shaped = groups.shape(taken) in _SHAPES_WITH_CENTURY
    return is_shaped and any(map(is_identity_number, _without_century(groups.digits(taken))))


def _without_century(digits: str) -> tuple[str, str]:
    """A number with a year of four digits, which stands last or first in its date, as it is with two."""
    return digits[:4] + digits[6:], digits[6:8] + digits[4:6] + digits[2:4] + digits[8:]


def _is_phone(groups: _Groups, taken: range) -> bool:
    shape = groups.shape(taken)
    if shape not in _PHONE_SHAPES or not _is_set_alike(groups, taken) or _NO_PHONE.fullmatch(groups.digits(taken)):
        return False
    start, end = groups.span(taken)
    before, after = groups.text[max(0, start - 40) : start], groups.text[end : end + 2]
    goes_on = re.search(r"[0-9]-\Z", before) or re.match(r"-[0-9]", after)
    # «4000-5000» is from one to the other.
    is_range = shape == (4, 4) and "-" in groups.between(taken)
    return not goes_on and not is_range and not _OTHER_NUMBER.search(before) and not _is_in_steps(groups, taken)


def _is_set_alike(groups: _Groups, taken: range) -> bool:
    between = groups.between(taken)
    return all(map(_PHONE_SEPARATORS.fullmatch, between)) and len({part.strip() for part in between}) <= 1


def _is_in_steps(groups: _Groups, taken: range) -> bool:
    """Whether the groups count up by ones, twos, fives or tens, as weeks and ages do."""
    numbers = [int(groups.digits(range(index, index + 1))) for index in taken]
    steps = {other - one for one, other in pairwise(numbers)}
    return len(taken) > 2 and len(steps) == 1 and steps.pop() in _STEPS
