"""A piece of content, and where in its file each part of it stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

from roadmap.content.model import Content
from roadmap.content.problems import Problem
from roadmap.content.yaml12 import Location

ContentType = TypeVar("ContentType", bound=Content)


@dataclass(frozen=True)
class Entry(Generic[ContentType]):
    """A validated piece of content that still knows which line each of its fields stands on."""

    value: ContentType
    file: Path
    lines: Mapping[Location, int]
    text_lines: Mapping[Location, int]

    def problem(self, message: str, *location: int | str) -> Problem:
        """A problem at the line of ``location``, or of the nearest field around it."""
        return Problem(self.file, nearest_line(self.lines, location), message)

    def problem_in_text(self, message: str, location: Location, offset: int) -> Problem:
        """A problem at the line of the character at ``offset`` in the text at ``location``."""
        text: Any = self.value
        for step in location:
            text = text[step] if isinstance(step, int) else getattr(text, step)
        first = self.text_lines.get(location) or nearest_line(self.lines, location)
        return Problem(self.file, first + str(text).count("\n", 0, offset), message)


def nearest_line(lines: Mapping[Location, int], location: Location) -> int:
    """The line of ``location``, or of the nearest field around it."""
    while location not in lines and location:
        location = location[:-1]
    return lines.get(location, 1)
