"""``python -m roadmap check``"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from roadmap.commands.arguments import ROOT, TEMPLATES, Commands, add_content
from roadmap.commands.reports import FORMATS
from roadmap.content import load as checks
from roadmap.content.problems import counted, summary

# The texts' common source is no part of the repository; where it is at hand, they are compared with it.
OVERVIEW = ROOT.parent / "shared/source/prosjektoversikt.txt"


def add_to(commands: Commands) -> None:
    parser = commands.add_parser("check", help="kontroller alt innhold")
    parser.add_argument("--overview", type=Path, metavar="FIL", help="prosjektoversikten som tekstene sammenlignes med")
    parser.add_argument("--format", choices=FORMATS, default="text", help="hvordan det som er galt, blir skrevet")
    add_content(parser)
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    checked = checks.check(options.content, TEMPLATES, overview_text(options.overview))
    report = FORMATS[options.format](checked.problems)
    stops = any(problem.stops for problem in checked.problems)
    if options.format != "text":
        print(report)
        return int(stops)
    if report:
        print(report, file=sys.stderr if stops else sys.stdout)
    if stops:
        print(summary(checked.problems), file=sys.stderr)
        return 1
    for note in checked.notes:
        print(f"Merk: {note}.")
    roadmap = checked.roadmap
    if roadmap:
        counts = (
            counted(len(roadmap.measures), "ett tiltak", "tiltak"),
            counted(len(roadmap.examples), "ett eksempel", "eksempler"),
            counted(len(roadmap.stories), "én suksesshistorie", "suksesshistorier"),
        )
        print(f"Innholdet er i orden: {', '.join(counts)}.")
    return 0


def overview_text(given: Path | None) -> Path | None:
    """The project overview to compare with: the one that is given, or the one at hand."""
    return given or (OVERVIEW if OVERVIEW.is_file() else None)
