"""File names and ids made from titles."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator
from itertools import count

# With room for a number after it.
LONGEST_STEM = 55
_SPELLED = {"æ": "ae", "ø": "o"}
# What Windows takes for a device, in every folder.
DEVICES = {"con", "prn", "aux", "nul", *(f"{name}{number}" for name in ("com", "lpt") for number in range(10))}


def file_stem(title: str, taken: Collection[str], otherwise: str) -> str:
    """What a file is called after its title: a to z, digits and hyphens, and a number where it is ``taken``.

    The name becomes an address, which other programs print letter by letter: «å» would be «%C3%A5» there.

    ``otherwise`` is the name where the title has no letter; it also goes before a number, which a URL would lose.
    """
    name = _shortened("-".join(re.findall(r"[a-z0-9]+", _plain_letters(title)))) or otherwise
    if re.match(r"[0-9]+-", name):
        name = _shortened(f"{otherwise}-{name}")
    return next(free for free in _numbered(name) if free not in taken and free not in DEVICES)


def ascii_id(text: str, taken: Collection[str], words: int = 5) -> str:
    """An id of the first words of a text, in the letters a to z."""
    name = _shortened("-".join(re.findall(r"[a-z0-9]+", _plain_letters(text))[:words]))
    if len(name) < 3:
        name = f"sporsmal-{name}".rstrip("-")
    return next(free for free in _numbered(name) if free not in taken)


def _plain_letters(text: str) -> str:
    """The text in small letters without marks, as headings' ids are spelled too."""
    letters = []
    for letter in unicodedata.normalize("NFC", text.lower()):
        letters.append(_SPELLED.get(letter) or unicodedata.normalize("NFKD", letter)[:1])
    return "".join(letters)


def _shortened(name: str) -> str:
    """The name cut between words."""
    most = LONGEST_STEM
    return name if len(name) <= most else (name[: most + 1].rpartition("-")[0] or name[:most])


def _numbered(name: str) -> Iterator[str]:
    yield name
    yield from (f"{name}-{number}" for number in count(2))
