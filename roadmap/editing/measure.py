"""A new measure as a file, under the next id of its step, and the number of measures that goes with it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from roadmap import urls
from roadmap.content.model import Measure
from roadmap.content.rules.common import measure_ids
from roadmap.content.source import Tree
from roadmap.editing.answers import AnswerError
from roadmap.editing.changes import Change, raw_text
from roadmap.editing.names import file_stem
from roadmap.editing.yaml_text import yaml_text

_COUNT = re.compile(r"(?m)^(measure_count:[ \t]*)([0-9]+)")


def next_id(letter: str, tree: Tree) -> str:
    """The id that follows those of the step; one that was retired is nobody else's.

    Raises:
        AnswerError: if the step has as many measures as there are ids.
    """
    taken = {measure_id for measure_id in measure_ids(tree) if measure_id[0] == letter}
    retired = {redirect.from_ for redirect in tree.redirects.value.redirects} if tree.redirects else set()
    numbers = [int(measure_id[1:]) for measure_id in taken if measure_id[1:].isdecimal()]
    last = max(numbers, default=0)
    for number in (*range(last + 1, 10), *range(1, last)):
        measure_id = f"{letter}{number}"
        if measure_id not in taken and f"/{urls.page_url(urls.measure_page(measure_id))}" not in retired:
            return measure_id
    raise AnswerError(f"steg {letter} har brukt opp numrene fra 1 til 9 – velg et annet steg")


def new_measure(measure_id: str, answers: Mapping[str, Any], tree: Tree) -> Change:
    """The file that a measure's answers make."""
    taken = {file.stem.removeprefix(f"{measure_id.lower()}-") for file in tree.files.names}
    file = tree.directory / "measures" / f"{measure_id.lower()}-{file_stem(str(answers['title']), taken, 'tiltak')}.yml"
    fields = {"id": measure_id, **answers, "status": "utkast"}
    written = {name: fields[name] for name in Measure.model_fields if fields.get(name) is not None}
    return Change(file, yaml_text(written))


def one_measure_more(tree: Tree) -> Change:
    """``roadmap.yml`` with a ``measure_count`` that counts one more, and not another character changed.

    Raises:
        AnswerError: if the number does not stand where it is looked for.
    """
    file = tree.directory / "roadmap.yml"
    before = raw_text(file)
    counts = _COUNT.findall(before)
    if len(counts) != 1:
        raise AnswerError("«measure_count» står ikke alene på en linje i roadmap.yml – rett tallet der selv")
    return Change(file, _COUNT.sub(lambda count: f"{count[1]}{int(count[2]) + 1}", before), before)
