"""Stories with one fault each, of many kinds, as many as are asked for."""

from __future__ import annotations

from itertools import cycle, islice
from pathlib import Path

_GOOD = (
    """---
title: En historie som har med seg en feil
summary: Noen fikk det til, og forteller hvordan.
trust: hmr
field: somatikk
role: behandler
measures: [A1]
date: 2020-12-10
sources:
  - {heading: trygghet, takes: Trygghet er viktig.}
consent: ikke_relevant
status: utkast
---
"""
    + "Dette er en setning på ti ord, medregnet den her. " * 14
)

# What is put in the place of what.
FAULTS = (
    ("trust: hmr", "trust: hemmelig"),
    ("field: somatikk\n", ""),
    ("measures: [A1]", "measures: [Z9]"),
    ("date: 2020-12-10", "date: 10.12.2020"),
    ("status: utkast", "status: ferdig"),
    ("role: behandler", "role: behandler\nrolle: behandler"),
    ("title: En", "title: [En"),
    ("---\nDette", "Dette"),
    ("consent: ikke_relevant", "consent: innhentet"),
    ("Dette er en", "Ring 912 34 567 om en"),
    ("Dette er en", "Fødselsnummer 15507600333 er en"),
    ("Dette er en", "[Dette](../measures/z9.md) er en"),
    ("Dette er en setning på ti ord, medregnet den her. " * 14, "Kort."),
    ("summary: Noen", f"summary: {'Noen ' * 40}"),
    ("Dette er en", "<script>alert(1)</script> er en"),
    ("heading: trygghet", "heading: utrygghet"),
    ("role: behandler", "role: behanlder"),
)


def write_bad_stories(folder: Path, number: int) -> list[str]:
    """Writes ``number`` stories into ``folder``, and gives their names."""
    names = []
    for index, (good, bad) in enumerate(islice(cycle(FAULTS), number)):
        names.append(f"feil-{index}.md")
        (folder / names[-1]).write_text(_GOOD.replace(good, bad, 1), encoding="utf-8")
    return names
