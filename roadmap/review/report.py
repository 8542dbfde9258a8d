"""What came back, as a list for the person who decides."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from roadmap.content.model import Roadmap
from roadmap.content.rules.privacy import masked
from roadmap.review.changes import Change
from roadmap.templating import environment


def report(changes: Sequence[Change], roadmap: Roadmap, templates: Path) -> str:
    """The list as plain text, with nothing private: what can be written first, then what somebody must look at."""
    made = environment(templates, autoescape=False, lstrip_blocks=True)
    return masked(made.get_template("review/changes.txt.j2").render(changes=changes, roadmap=roadmap))
