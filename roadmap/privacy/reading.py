"""A text as somebody reads it, whatever characters it is written with."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

_ENTITY = re.compile(r"&(?:#[0-9]{1,32}|#[xX][0-9A-Fa-f]{1,32}|[A-Za-z][A-Za-z0-9]{1,30});?")
_PERCENT = re.compile(r"%([0-9A-Fa-f]{2})")
_WRITTEN_OTHERWISE = re.compile(rf"{_ENTITY.pattern}|{_PERCENT.pattern}|[^\x00-\x7f]")
_DASHES = frozenset("\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{FIGURE DASH}\N{EN DASH}\N{EM DASH}\N{HORIZONTAL BAR}"
                    "\N{MINUS SIGN}\N{SMALL HYPHEN-MINUS}\N{FULLWIDTH HYPHEN-MINUS}")  # fmt: skip
# Format characters (zero width, soft hyphens, directions) and marks on top of others.
_UNSEEN = ("Cf", "Mn", "Me")
# Tags and comments; where a link leads; emphasis between digits.
_MARKUP = re.compile(
    r"<!--.{0,300}?-->|</?[A-Za-z][^<>]{0,200}>|\]\([^()\n]{0,500}\)|\]\[[^\[\]\n]{0,100}\]|[\[\]*_`\\]", re.DOTALL
)


@dataclass(frozen=True)
class Reading:
    """What is read, and where in the text as it is written each of its characters begins."""

    text: str
    offsets: list[int] | range

    def without(self, pattern: re.Pattern[str]) -> Reading:
        """The same less everything that matches."""
        kept = [0, *(place for match in pattern.finditer(self.text) for place in match.span()), len(self.text)]
        spans = list(zip(kept[::2], kept[1::2], strict=True))
        offsets = [self.offsets[place] for start, end in spans for place in range(start, end)]
        return Reading("".join(self.text[start:end] for start, end in spans), offsets)


def readings(text: str) -> Iterator[Reading]:
    """The text as it is written, and as it is shown, where that is another.

    Entities and percent-encoding are resolved, letters and digits of every script and width made plain, and what
    nobody sees left out.
    """
    plain = _plain(text)
    yield plain
    if _MARKUP.search(plain.text):
        yield plain.without(_MARKUP)


def _plain(text: str) -> Reading:
    if _WRITTEN_OTHERWISE.search(text) is None:
        return Reading(text, range(len(text)))
    parts: list[str] = []
    offsets: list[int] = []
    end = 0
    for match in _WRITTEN_OTHERWISE.finditer(text):
        parts.append(text[end : match.start()])
        offsets += range(end, match.start())
        shown = "".join(map(_character, _resolved(match)))
        parts.append(shown)
        offsets += [match.start()] * len(shown)
        end = match.end()
    parts.append(text[end:])
    offsets += range(end, len(text))
    return Reading("".join(parts), offsets)


def _resolved(match: re.Match[str]) -> str:
    if match[1]:
        code = int(match[1], 16)
        # The bytes of what sets digits apart, in an address, are read as spaces.
        return chr(code) if 0x21 <= code <= 0x7E else " "
    return html.unescape(match[0])


def _character(character: str) -> str:
    if character in _DASHES:
        return "-"
    category = unicodedata.category(character)
    if category in _UNSEEN:
        return ""
    # The mark of a footnote is no digit of the number before it.
    if category == "No" and unicodedata.normalize("NFKC", character) != character:
        return " "
    compatible = unicodedata.normalize("NFKC", character)
    return "".join(_digit_or(part) for part in compatible)


def _digit_or(character: str) -> str:
    digit = unicodedata.digit(character, None)
    if digit is not None:
        return str(digit)
    return " " if unicodedata.category(character) == "Zs" else character
