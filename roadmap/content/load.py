"""Everything that must hold before anything is built: reads the tree, runs every rule, reports all at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from roadmap.content.assemble import assemble
from roadmap.content.files import read_text
from roadmap.content.model import Roadmap
from roadmap.content.problems import ContentError, Problem
from roadmap.content.rules import (
    copying,
    counts,
    drawings,
    figures,
    files,
    images,
    language,
    looks,
    markup,
    meeting,
    ready_made_texts,
    redirects,
    references,
    search,
    sections,
    structure,
    work,
    worksheets,
    writing,
)
from roadmap.content.rules.spelling import SpellingError, spelling_problems
from roadmap.content.source import Tree, read_tree

# What a build needs to be right and safe.
RULES = (
    *files.RULES,
    *images.RULES,
    *structure.RULES,
    *work.RULES,
    *references.RULES,
    *worksheets.RULES,
    *meeting.RULES,
    *writing.RULES,
    *ready_made_texts.RULES,
    *markup.RULES,
    *sections.RULES,
    *search.RULES,
    *redirects.RULES,
)


@dataclass(frozen=True)
class Checked:
    """Content without problems; ``notes`` say what could not be checked on this machine."""

    roadmap: Roadmap
    notes: list[str]


def load(directory: Path, templates: Path | None = None) -> Roadmap:
    """The whole of the content tree at ``directory``, read and held to the rules that a build depends on.

    Args:
        templates: where the looks are; given, they must have what the content asks for.

    Raises:
        ContentError: with every problem in the tree; nothing has been built then.
    """
    tree = read_tree(directory)
    return _roadmap(tree, _build_problems(tree, templates))


def check(directory: Path, templates: Path | None = None, overview: Path | None = None) -> Checked:
    """The content tree held to every rule: those of ``load``, and those of figures and language.

    Args:
        overview: the project overview, which the texts are compared with.

    Raises:
        ContentError: with every problem in the tree.
    """
    tree = read_tree(directory)
    problems = [*_build_problems(tree, templates), *_language_problems(tree)]
    notes = []
    try:
        problems += spelling_problems(tree, templates)
    except SpellingError as error:
        notes.append(str(error))
    if overview:
        text = read_text(overview)
        problems += [problem for rule in copying.RULES for problem in rule(tree, text)]
    else:
        notes.append("tekstene er ikke sammenlignet med prosjektoversikten – oppgi den med --overview FIL")
    return Checked(_roadmap(tree, problems), notes)


def _build_problems(tree: Tree, templates: Path | None) -> list[Problem]:
    problems = [*tree.problems, *(problem for rule in RULES for problem in rule(tree))]
    return [
        *problems,
        *(problem for rule in (*looks.RULES, *drawings.RULES) if templates for problem in rule(tree, templates)),
    ]


def _language_problems(tree: Tree) -> Iterator[Problem]:
    for rule in (*figures.RULES, *counts.RULES, *search.VOCABULARY_RULES):
        yield from rule(tree)
    yield from language.similar_questions(tree)
    if roadmap := assemble(tree):
        yield from language.readability(roadmap, tree.directory)


def _roadmap(tree: Tree, problems: list[Problem]) -> Roadmap:
    if problems:
        raise ContentError(problems)
    roadmap = assemble(tree)
    if roadmap is None:
        missing = "innholdet er ikke helt – legg tilbake filene som mangler"
        raise ContentError([Problem(tree.directory, 1, missing)])
    return roadmap
