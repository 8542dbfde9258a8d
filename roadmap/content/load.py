"""Everything that must hold before anything is built: reads the tree, runs every rule, reports all at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from roadmap.content.assemble import assemble
from roadmap.content.contributing import contributing_problems
from roadmap.content.files import read_text
from roadmap.content.model import Roadmap
from roadmap.content.problems import ContentError, Problem
from roadmap.content.rules import (
    approvals,
    copying,
    counts,
    drawings,
    figures,
    files,
    ids,
    images,
    language,
    looks,
    markup,
    meeting,
    privacy,
    ready_made_texts,
    redirects,
    references,
    requirements,
    role_pages,
    search,
    sections,
    stories,
    structure,
    text_images,
    work,
    worksheets,
    writing,
)
from roadmap.content.rules.spelling import SpellingError, spelling_problems
from roadmap.content.schemas import schema_problems
from roadmap.content.source import Tree, read_tree

Rules = tuple[Callable[[Tree], Iterator[Problem]], ...]

# What a build needs to be right and safe, by the name that a finding has.
RULES: dict[str, Rules] = {
    "filer": files.RULES,
    "bilder": (*images.RULES, *text_images.RULES),
    "oppbygning": structure.RULES,
    "id-er": ids.RULES,
    "arbeid": work.RULES,
    "krav": requirements.RULES,
    "henvisninger": references.RULES,
    "arbeidsark": worksheets.RULES,
    "møte": meeting.RULES,
    "roller": role_pages.RULES,
    "skriving": writing.RULES,
    "historier": stories.RULES,
    "tekster": ready_made_texts.RULES,
    "markdown": markup.RULES,
    "kilder": sections.RULES,
    "søk": search.RULES,
    "videresending": redirects.RULES,
    privacy.RULE: privacy.RULES,
}
# What only the check asks for.
CHECK_RULES: dict[str, Rules] = {
    "godkjenning": approvals.RULES,
    figures.RULE: (*figures.RULES, *counts.RULES),
    "søk": search.VOCABULARY_RULES,
    "språk": (language.similar_questions, language.readability),
}


@dataclass(frozen=True)
class Checked:
    """What was found in the content, sorted, each once; the content itself, unless something stops it.

    ``notes`` say what could not be checked on this machine.
    """

    problems: list[Problem]
    roadmap: Roadmap | None
    notes: list[str]


def load(directory: Path, templates: Path | None = None) -> Roadmap:
    """The whole of the content tree at ``directory``, read and held to the rules that a build depends on.

    Args:
        templates: where the looks are; given, they must have what the content asks for.

    Raises:
        ContentError: with every problem in the tree; nothing has been built then.
    """
    tree = read_tree(directory)
    if stopping := [problem for problem in _build_problems(tree, templates) if problem.stops]:
        raise ContentError(_shown(tree, stopping))
    return _assembled(tree)


def check(
    directory: Path,
    templates: Path | None = None,
    overview: Path | None = None,
    changes: Mapping[Path, str] | None = None,
) -> Checked:
    """The content tree held to every rule: those of ``load``, and those that no build depends on.

    Args:
        overview: the project overview, which the texts are compared with.
        changes: texts of files as they would be; what lies on the disk is not touched.
    """
    notes: list[str] = []
    try:
        tree = read_tree(directory, changes)
        text = read_text(overview) if overview else None
    except ContentError as error:
        return Checked(error.problems, None, notes)
    problems = [*_build_problems(tree, templates), *_found(tree, CHECK_RULES)]
    problems += _named("rettskriving", _spelling(tree, templates, notes))
    if templates:
        problems += _named("skjema", schema_problems(tree, templates))
        problems += _named("bidra", contributing_problems(tree, templates))
    if text is None:
        notes.append("tekstene er ikke sammenlignet med prosjektoversikten – oppgi den med --overview FIL")
    else:
        problems += _named("kopiering", (problem for rule in copying.RULES for problem in rule(tree, text)))
    if not any(problem.stops for problem in problems):
        try:
            return Checked(_shown(tree, problems), _assembled(tree), notes)
        except ContentError as error:
            problems += error.problems
    return Checked(_shown(tree, problems), None, notes)


def _build_problems(tree: Tree, templates: Path | None) -> list[Problem]:
    problems = [*_named("lesing", tree.problems), *_found(tree, RULES)]
    if templates:
        looks_rules = (*looks.RULES, *drawings.RULES)
        problems += _named("utseende", (problem for rule in looks_rules for problem in rule(tree, templates)))
    return problems


def _found(tree: Tree, rules: Mapping[str, Rules]) -> Iterator[Problem]:
    for name, rules_of_a_name in rules.items():
        yield from _named(name, (problem for rule in rules_of_a_name for problem in rule(tree)))


def _named(name: str, problems: Iterable[Problem]) -> Iterator[Problem]:
    return (replace(problem, rule=name) for problem in problems)


def _spelling(tree: Tree, templates: Path | None, notes: list[str]) -> list[Problem]:
    try:
        return list(spelling_problems(tree, templates))
    except SpellingError as error:
        notes.append(str(error))
        return []


def _assembled(tree: Tree) -> Roadmap:
    roadmap = assemble(tree)
    if roadmap is None:
        missing = "innholdet er ikke helt – legg tilbake filene som mangler"
        raise ContentError([Problem(tree.directory, 1, missing)])
    return roadmap


def _shown(tree: Tree, problems: Iterable[Problem]) -> list[Problem]:
    """The problems sorted, each once, with nothing private in them."""
    return sorted(set(privacy.without_private_data(problems, tree)))
