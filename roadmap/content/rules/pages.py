"""The pages that editors write, and the places on them that can be linked to."""

from __future__ import annotations

from roadmap.content.rules.common import AnyEntry
from roadmap.content.source import Tree
from roadmap.text.insertions import anchors_of
from roadmap.text.markdown import parse


def written_pages(tree: Tree) -> dict[str, AnyEntry]:
    """Every page that somebody wrote, by its path under ``content/``."""
    alone: list[AnyEntry] = [entry for entry in (tree.guide_front, tree.example_list, tree.story_list) if entry]
    written: list[AnyEntry] = [
        *alone,
        *tree.chapters,
        *tree.appendices,
        *tree.examples,
        *tree.stories,
        *tree.pages,
        *tree.tools,
        *tree.role_pages,
        *tree.ready_made_texts,
    ]
    return {entry.file.relative_to(tree.directory).as_posix(): entry for entry in written}


def anchors_on(entry: AnyEntry, tree: Tree) -> set[str]:
    """The ids on a written page: those of its headings, and those that its «sett inn» lines bring."""
    parsed = parse(entry.value.body)
    return {*parsed.anchors, *anchors_of(parsed.insertions, entry.value, tree)}
