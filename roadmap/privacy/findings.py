"""Finds what tells who a person is in a text: numbers by their digits, however they are set, the rest by patterns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from roadmap.privacy.numbers import identity_numbers, phones, subscriber
from roadmap.privacy.patterns import NOBODYS_DATE, PATTERNS
from roadmap.privacy.reading import readings

IDENTITY_NUMBER = "fødselsnummer"
PHONE = "telefon"
E_MAIL = "e-post"
ADDRESS = "adresse"
OLD_DATE = "gammel-dato"

_COMPILED = {kind: [re.compile(pattern, re.IGNORECASE) for pattern in patterns] for kind, patterns in PATTERNS.items()}
_BEFORE_NOBODYS_DATE = re.compile(NOBODYS_DATE, re.IGNORECASE)
_WEB_ADDRESS = re.compile(r"https?://[^\s)>\]\"']{1,500}")
_DOMAIN = re.compile(r"[^@\s)\]]+$")


@dataclass(frozen=True)
class Allowed:
    """What may stand in a text: domains of e-mail addresses, phone numbers as digits, street addresses."""

    domains: frozenset[str] = frozenset()
    phones: frozenset[str] = frozenset()
    addresses: frozenset[str] = frozenset()

    @classmethod
    def of(cls, domains: list[str], phones: list[str], addresses: list[str]) -> Allowed:
        return cls(
            frozenset(map(str.casefold, domains)),
            frozenset(map(subscriber, phones)),
            frozenset(map(_one_spaced, addresses)),
        )


@dataclass(frozen=True, order=True)
class Finding:
    """Something private in a text, from one character to another, and what kind of thing it is."""

    start: int
    end: int
    kind: str


def private_data(text: str, allowed: Allowed = Allowed(), *, only_certain: bool = False) -> list[Finding]:
    """What the text tells of who somebody is, in its order.

    Args:
        only_certain: leaves out what is known by its shape alone; for texts that cameras and programs write.
    """
    found: dict[tuple[int, str], Finding] = {}
    for reading in readings(text):
        for finding in _found(reading.text, allowed, only_certain):
            start = reading.offsets[finding.start]
            end = reading.offsets[finding.end - 1] + 1
            found.setdefault((start, finding.kind), Finding(start, end, finding.kind))
    return sorted(found.values())


def _found(text: str, allowed: Allowed, only_certain: bool) -> Iterator[Finding]:
    """What is known best comes first: one thing is found once."""
    taken = bytearray(len(text))
    for finding in _candidates(text, allowed, only_certain):
        if not any(taken[finding.start : finding.end]):
            taken[finding.start : finding.end] = b"\1" * (finding.end - finding.start)
            yield finding


def _candidates(text: str, allowed: Allowed, only_certain: bool) -> Iterator[Finding]:
    for start, end in identity_numbers(text, only_certain=only_certain):
        yield Finding(start, end, IDENTITY_NUMBER)
    for kind, patterns in _COMPILED.items():
        if only_certain and kind in (ADDRESS, OLD_DATE):
            continue
        for pattern in patterns:
            for match in pattern.finditer(text):
                before = text[max(0, match.start() - 120) : match.start()]
                if not _is_allowed(kind, match[pattern.groups], before, allowed):
                    yield Finding(*match.span(pattern.groups), kind)
    if not only_certain:
        addresses = [match.span() for match in _WEB_ADDRESS.finditer(text)]
        for start, end in phones(text):
            is_in_address = any(first <= start < last for first, last in addresses)
            if not is_in_address and not _is_allowed(PHONE, text[start:end], "", allowed):
                yield Finding(start, end, PHONE)


def _is_allowed(kind: str, found: str, before: str, allowed: Allowed) -> bool:
    if kind == E_MAIL:
        domain = _DOMAIN.search(found.casefold().replace(" ", ""))
        return domain is not None and any(f".{domain[0]}".endswith(f".{one}") for one in allowed.domains)
    if kind == PHONE:
        return subscriber(found) in allowed.phones
    if kind == ADDRESS:
        return _one_spaced(found) in allowed.addresses
    return kind == OLD_DATE and _BEFORE_NOBODYS_DATE.search(before) is not None


def _one_spaced(text: str) -> str:
    return " ".join(text.casefold().split())
