"""Rules that compare the texts with the project overview, which is no part of the content."""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmap.content.problems import Problem
from roadmap.content.rules.common import prose
from roadmap.content.source import Tree

_MOST_WORDS = 8
_WORD = re.compile(r"[0-9A-Za-zÀ-ÖØ-öø-ÿ]+")
_LINK_TARGET = re.compile(r"\]\([^)]*\)")


def _long_runs(tree: Tree, overview: str) -> Iterator[Problem]:
    """Ikke flere enn åtte ord på rad er de samme som i prosjektoversikten."""
    words = _words(re.sub(r"-\s*\n+\s*", "", overview))
    length = _MOST_WORDS + 1
    runs = {tuple(words[start : start + length]) for start in range(len(words) - length + 1)}
    for text in prose(tree):
        if text.entry is tree.overview:
            continue
        seen = _LINK_TARGET.sub(lambda match: "]" + " " * (len(match[0]) - 1), text.value)
        matches = list(_WORD.finditer(seen))
        own = [match[0].lower() for match in matches]
        starts = [start for start in range(len(own) - length + 1) if tuple(own[start : start + length]) in runs]
        for start in starts:
            # One problem a run, however much longer than nine words it is.
            if start - 1 not in starts:
                quoted = " ".join(own[start : start + length])
                message = f"«{quoted}» står ordrett i prosjektoversikten – skriv det med egne ord"
                yield text.problem(message, matches[start].start())


def _headings(tree: Tree, overview: str) -> Iterator[Problem]:
    """Overskriftene i overview.yml er prosjektoversiktens egne."""
    if tree.overview is None:
        return
    words = f" {' '.join(_words(overview))} "
    for index, item in enumerate(tree.overview.value.headings):
        # The overview's text interleaves columns, so the parts of a heading may stand apart in it.
        for part in re.split(r"[:?] | - | – ", item.heading):
            if part != item.ours and f" {' '.join(_words(part))} " not in words:
                message = f"«{part}» er ikke en overskrift i prosjektoversikten – rett den, eller skriv den i «ours»"
                yield tree.overview.problem(message, "headings", index)


def _figures(tree: Tree, overview: str) -> Iterator[Problem]:
    """Tall som sies å være fra prosjektoversikten, står i den."""
    if tree.figures is None:
        return
    digits = re.sub(r"(?<=\d)[. ](?=\d{3})", "", overview)
    for index, figure in enumerate(tree.figures.value.figures):
        if figure.heading and not re.search(rf"(?<!\d){figure.value}(?!\d)", digits):
            message = f"tallet {figure.value} står ikke i prosjektoversikten – rett tallet, eller hvor det kommer fra"
            yield tree.figures.problem(message, "figures", index, "heading")


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text)]


RULES = (_long_runs, _headings, _figures)
