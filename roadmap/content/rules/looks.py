"""Rules of what the templates must have for content to be shown."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from roadmap.content.problems import Problem
from roadmap.content.source import Tree

_MARKS = "theme/assets/marks"


def missing_marks(tree: Tree, templates: Path) -> Iterator[Problem]:
    """Hver målgruppe har et merke, som plakaten og nettstedet viser."""
    if tree.plan is None:
        return
    for index, role in enumerate(tree.plan.value.roles):
        file = templates / _MARKS / role.mark
        if role.target_group and not file.is_file():
            message = (
                f"målgruppa «{role.id}» har ikke noe merke – tegn det, og lagre det som {templates.name}/{_MARKS}/"
            )
            yield tree.plan.problem(f"{message}{role.mark}", "roles", index)
