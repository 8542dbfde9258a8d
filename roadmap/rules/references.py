"""Rules of what may be named: other measures, closed lists, headings of the overview, other pages."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator

from roadmap.model import Choice, Source
from roadmap.problems import Problem, suggestion
from roadmap.rules.common import AnyEntry, measure_ids, repeated, texts, unknown, unknown_one
from roadmap.source import Tree


def _measure_references(tree: Tree) -> Iterator[Problem]:
    """Tiltak som nevnes, finnes."""
    known = measure_ids(tree)
    for entry in tree.measures:
        for field, ids in (("related", entry.value.related), ("requires", entry.value.requires)):
            yield from unknown(entry, ids, known, "tiltak", field)
            if entry.value.id in ids:
                index = ids.index(entry.value.id)
                yield entry.problem(f"{entry.value.id} viser til seg selv – fjern det", field, index)
        for index, measure_id in enumerate(entry.value.related):
            if measure_id in entry.value.requires:
                yield entry.problem(f"{measure_id} står også i «requires» – fjern det fra «related»", "related", index)
    for story in tree.stories:
        yield from unknown(story, story.value.measures, known, "tiltak", "measures")
    if tree.questions:
        for index, question in enumerate(tree.questions.value.questions):
            yield from unknown(tree.questions, question.measures, known, "tiltak", "questions", index, "measures")
    if tree.home:
        for index, door in enumerate(tree.home.value.doors):
            yield from unknown(tree.home, door.measures, known, "tiltak", "doors", index, "measures")


def _closed_lists(tree: Tree) -> Iterator[Problem]:
    """Roller, nivå, innsats, helseforetak og fagområder er blant dem som står i roadmap.yml."""
    if tree.plan is None:
        return
    plan = tree.plan.value
    roles = _ids(plan.roles)
    targets = [role.id for role in plan.roles if role.target_group]
    for measure in tree.measures:
        value = measure.value
        yield from unknown(measure, value.target_groups, targets, "målgruppe", "target_groups")
        for index, action in enumerate(value.actions):
            yield from unknown_one(measure, action.role, roles, "rolle", "actions", index, "role")
        yield from unknown_one(measure, value.level, _ids(plan.levels), "nivå", "level")
        yield from unknown_one(measure, value.effort, _ids(plan.efforts), "innsats", "effort")
        yield from unknown_one(measure, value.owner, roles, "rolle", "owner")
        if value.approval:
            yield from unknown_one(measure, value.approval.role, roles, "rolle", "approval", "role")
    for chapter in tree.chapters:
        yield from unknown(chapter, chapter.value.participants, roles, "rolle", "participants")
    for story in tree.stories:
        yield from unknown_one(story, story.value.trust, _ids(plan.trusts), "helseforetak", "trust")
        yield from unknown_one(story, story.value.field, _ids(plan.fields), "fagområde", "field")
        yield from unknown_one(story, story.value.role, roles, "rolle", "role")
    if tree.questions:
        for index, question in enumerate(tree.questions.value.questions):
            location = ("questions", index, "audience")
            yield from unknown(tree.questions, question.audience, roles, "rolle", *location)


def _sources(tree: Tree) -> Iterator[Problem]:
    """Hver kilde peker på en overskrift som står i overview.yml."""
    if tree.overview is None:
        return
    headings = [heading.id for heading in tree.overview.value.headings]
    yield from repeated(tree.overview, headings, "overskriften", "headings")
    cited: list[tuple[AnyEntry, list[Source]]] = [
        *((entry, entry.value.sources) for entry in tree.measures),
        *((entry, entry.value.sources) for entry in tree.stories),
        *((entry, entry.value.sources) for entry in tree.pages),
    ]
    for entry, sources in cited:
        for index, source in enumerate(sources):
            yield from unknown_one(entry, source.heading, headings, "overskrift", "sources", index, "heading")
    if tree.questions:
        for index, question in enumerate(tree.questions.value.questions):
            location = ("questions", index, "sources")
            yield from unknown(tree.questions, question.sources, headings, "overskrift", *location)


def _links(tree: Tree) -> Iterator[Problem]:
    """Lenker mellom sider peker på sider som finnes."""
    measures = [f"measures/{measure_id.lower()}.md" for measure_id in measure_ids(tree)]
    steps = [f"steps/{step.slug}.md" for step in tree.plan.value.steps] if tree.plan else []
    written = [path.relative_to(tree.directory).as_posix() for path in tree.directory.rglob("*.md")]
    known = {*measures, *steps, *written, "index.md", "measures/index.md", "stories/index.md"}
    for entry, first_line, text in texts(tree):
        folder = entry.file.relative_to(tree.directory).parent.as_posix()
        for match in re.finditer(r"\]\(([^)\s#:]+\.md)(?:#[^)\s]*)?\)", text):
            target = posixpath.normpath(posixpath.join(folder, match[1]))
            if target not in known:
                line = first_line + text.count("\n", 0, match.start())
                yield Problem(
                    entry.file, line, f"lenken til «{match[1]}» fører ingen steder – {suggestion(target, known)}"
                )


def _ids(choices: Iterable[Choice]) -> list[str]:
    return [choice.id for choice in choices]


RULES = (_measure_references, _closed_lists, _sources, _links)
