"""Rules of where on a page its sources lead: to a part that the page has."""

from __future__ import annotations

from collections.abc import Iterator

from roadmap.content.problems import Problem, suggestion
from roadmap.content.rules.common import AnyEntry
from roadmap.content.rules.pages import anchors_on
from roadmap.content.source import Tree


def _sections(tree: Tree) -> Iterator[Problem]:
    """«section» i en kilde er et sted på siden som kilden hører til."""
    lists = [entry for entry in (tree.example_list, tree.story_list) if entry]
    pages: list[AnyEntry] = [*lists, *tree.pages, *tree.tools, *tree.role_pages]
    for entry in pages:
        anchors = sorted(anchors_on(entry, tree))
        for index, source in enumerate(entry.value.sources):
            if source.section and source.section not in anchors:
                cure = (
                    suggestion(source.section, anchors) if anchors else "slett «section»; siden har ingen overskrifter"
                )
                message = f"siden har ikke noe sted som heter «{source.section}» – {cure}"
                yield entry.problem(message, "sources", index, "section")


RULES = (_sections,)
