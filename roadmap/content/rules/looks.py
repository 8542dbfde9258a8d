"""Rules of what the templates must have for content to be shown."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from roadmap.content.problems import Problem
from roadmap.content.source import Tree

MARKS = "theme/assets/marks"
_DRAWINGS = "pictures/scenarios"


def missing_marks(tree: Tree, templates: Path) -> Iterator[Problem]:
    """Hver målgruppe har et merke, som plakaten og nettstedet viser."""
    if tree.plan is None:
        return
    for index, role in enumerate(tree.plan.value.roles):
        file = templates / MARKS / role.mark
        if role.target_group and not file.is_file():
            message = f"målgruppa «{role.id}» har ikke noe merke – tegn det, og lagre det som {templates.name}/{MARKS}/"
            yield tree.plan.problem(f"{message}{role.mark}", "roles", index)


def missing_drawings(tree: Tree, templates: Path) -> Iterator[Problem]:
    """Hvert scenario har en tegning av hvem som er hvor."""
    if tree.scenarios is None:
        return
    for index, scenario in enumerate(tree.scenarios.value.scenarios):
        name = f"{_DRAWINGS}/{scenario.id}.svg"
        if not (templates / name).is_file():
            message = f"scenarioet «{scenario.id}» har ingen tegning – tegn hvem som er hvor, og lagre det som "
            yield tree.scenarios.problem(f"{message}{templates.name}/{name}", "scenarios", index)


RULES = (missing_marks, missing_drawings)
