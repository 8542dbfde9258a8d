"""A success story from a filled-in form, with all that is wrong said at the lines of the form."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from roadmap.content.problems import ContentError, Problem
from roadmap.editing.changes import Change, new_problems
from roadmap.editing.fields import Known
from roadmap.editing.filled_form import FilledForm, read_form
from roadmap.editing.forms import read_forms
from roadmap.editing.prompts import Prompts, read_prompts
from roadmap.editing.story import new_story

_KIND = "story"
# How problems of a whole story begin; they stand at the top of its file.
_OF_THE_STORY = "historien "


def story_from_form(
    text: str,
    form_file: Path,
    known: Known,
    directory: Path,
    templates: Path,
    overview: Path | None,
    today: datetime.date,
) -> Change:
    """The file that the form makes.

    Raises:
        ContentError: with all that is missing or wrong in the form, at its lines in ``form_file``.
    """
    prompts = read_prompts(templates, _KIND)
    confirmations = next(form.confirmations for form in read_forms(templates) if form.prompts == _KIND)
    assert confirmations, "a story must be confirmed to tell nothing private"
    form = read_form(text, form_file, prompts, confirmations, known)
    # What is wrong stands in for something, so that the rest is held to every rule at once.
    answers = _stand_ins(known) | form.answers
    answers = {prompt.field: answers[prompt.field] for prompt in prompts.prompts if prompt.field in answers}
    change = new_story(answers, prompts, directory, today)
    found = new_problems([change], directory, templates, overview)
    problems = [*form.problems, *_at_the_form(found, change, form, form_file, prompts)]
    if problems:
        raise ContentError(problems)
    return change


def _stand_ins(known: Known) -> dict[str, Any]:
    return {
        "title": "Uten tittel",
        "summary": "Uten sammendrag",
        "trust": known.plan.trusts[0].id,
        "field": known.plan.fields[0].id,
        "measures": [known.measures[0].id],
        "consent": "ikke_relevant",
    }


def _at_the_form(
    found: list[Problem], change: Change, form: FilledForm, form_file: Path, prompts: Prompts
) -> Iterator[Problem]:
    """The problems at the lines where the form says what they are about, by the names that its readers know."""
    places = _places(change.text)
    labels = {prompt.field: prompt.label for prompt in prompts.prompts}
    for problem in found:
        if problem.file != change.file:
            yield problem
            continue
        name, first = places[min(problem.line, len(places)) - 1]
        if problem.message.startswith(_OF_THE_STORY):
            name, first = "body", problem.line
        if name in ("consent", "body") and name not in form.answers:
            # Nobody wrote what stands in for it.
            continue
        below = problem.line - first if name == "body" else 0
        message = problem.message.replace(f"«{name}»", f"«{labels.get(name, name)}»")
        yield replace(problem, file=form_file, line=form.lines.get(name, 1) + below, message=message)


def _places(text: str) -> list[tuple[str, int]]:
    """For every line of a story's file, the field that stands there and the line on which that begins."""
    places: list[tuple[str, int]] = []
    current = ("", 1)
    for number, line in enumerate(text.split("\n"), start=1):
        if current[0] != "body" and number > 1:
            if line == "---":
                places.append(("", number))
                current = ("body", number + 1)
                continue
            if not line.startswith((" ", "-")) and ":" in line:
                current = (line.partition(":")[0], number)
        places.append(current)
    return places
