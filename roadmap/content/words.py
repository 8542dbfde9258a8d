"""``content/words.txt``: words that are right though no dictionary has them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class WordList:
    """The words of the list, each with its line."""

    file: Path
    lines: dict[str, int]

    @staticmethod
    def parse(file: Path, text: str) -> WordList:
        """One word a line; lines that begin with ``#`` are comments."""
        numbered = ((number, line.strip()) for number, line in enumerate(text.split("\n"), start=1))
        return WordList(file, {line: number for number, line in numbered if line and not line.startswith("#")})
