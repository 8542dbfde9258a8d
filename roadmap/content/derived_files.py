"""Files of the repository that are made of others, and kept: the check compares them, and a command writes them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from roadmap.content.files import read_text
from roadmap.content.problems import ContentError


@dataclass(frozen=True)
class Change:
    """What makes a file as it should be: the ``text`` to write, or none where the file should go; and why."""

    file: Path
    text: str | None
    reason: str

    def make(self) -> None:
        """Writes or removes the file."""
        if self.text is None:
            self.file.unlink()
        else:
            self.file.write_text(self.text, encoding="utf-8", newline="\n")


def change_to(file: Path, text: str, missing: str, stale: str) -> Change | None:
    """What makes ``file`` say ``text``, with the reason that applies; nothing where it does already."""
    if not file.exists():
        return Change(file, text, missing)
    return None if _says(file, text) else Change(file, text, stale)


def _says(file: Path, text: str) -> bool:
    """Whether a file says a text, whatever its lines end with."""
    try:
        return read_text(file) == text
    except ContentError:
        return False
