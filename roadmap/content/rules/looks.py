"""Rules of what the templates must have for content to be shown."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from roadmap.content.problems import Problem, suggestion
from roadmap.content.rules.pages import written_pages
from roadmap.content.source import Tree
from roadmap.text.insertions import TOOL
from roadmap.text.markdown import parse

MARKS = "theme/assets/marks"
_DRAWINGS = "pictures/scenarios"
TOOLS = "pages/tools"


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


def unknown_tools(tree: Tree, templates: Path) -> Iterator[Problem]:
    """Hver side i mappa «tools» er siden til et verktøy som finnes, og sier hvor verktøyet skal stå."""
    known = sorted(file.name.partition(".")[0] for file in (templates / TOOLS).glob("*.html.j2"))
    for entry in tree.tools:
        slug = entry.value.slug
        if slug not in known:
            yield entry.problem(f"verktøyet «{slug}» finnes ikke – {suggestion(slug, known)}", "title")
        elif TOOL not in parse(entry.value.body).insertions:
            message = f"verktøyet har ingen plass på siden – skriv «<!-- sett inn: {TOOL} -->» der det skal stå"
            yield entry.problem(message, "body")


def misplaced_tools(tree: Tree, templates: Path) -> Iterator[Problem]:
    """Bare sidene i mappa «tools» har et verktøy."""
    for path, entry in written_pages(tree).items():
        if not path.startswith("tools/") and TOOL in parse(entry.value.body).insertions:
            yield entry.problem(f"«sett inn: {TOOL}» hører til sidene i mappa «tools» – slett linja", "body")


RULES = (missing_marks, missing_drawings, unknown_tools, misplaced_tools)
