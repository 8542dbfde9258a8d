"""``python -m roadmap review-read FIL.docx``"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from roadmap.commands.arguments import TEMPLATES, Commands
from roadmap.commands.check import overview_text
from roadmap.content import load as checks
from roadmap.content.problems import ContentError
from roadmap.review.answers import read_answers
from roadmap.review.changes import changes_of
from roadmap.review.edits import Edit, edit_of, write
from roadmap.review.report import report

_CODES = (
    "Sluttkoden er 0 når alt er forstått, og 1 når noe ikke er forstått eller ikke kan plasseres. "
    "Det som er forstått, blir likevel vist, og ført inn med --write."
)


def add_to(commands: Commands) -> None:
    parser = commands.add_parser("review-read", help="les godkjenningene som kom tilbake i Word", epilog=_CODES)
    parser.add_argument("files", nargs="+", type=Path, metavar="FIL.docx", help="filene som kom tilbake")
    parser.add_argument("--write", action="store_true", help="før inn godkjenningene; uten blir de bare vist")
    parser.add_argument("--content", type=Path, default=Path("content"), metavar="MAPPE", help="mappa med innhold")
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    roadmap = checks.load(options.content, TEMPLATES)
    answers = [answer for file in options.files for answer in read_answers(file, roadmap.plan)]
    changes = changes_of(answers, roadmap)
    print(report(changes, roadmap, TEMPLATES), end="")
    edits = [
        edit_of(options.content / "measures" / roadmap.measure(change.measure).file, change.approval)
        for change in changes
        if change.approval
    ]
    for edit in edits:
        print(edit.diff(), end="")
    if not edits:
        print("Det er ingen godkjenninger å føre inn.")
    elif not options.write:
        print("\nIngenting er skrevet. Kjør på nytt med --write for å føre inn godkjenningene.")
    else:
        _write(edits, options.content)
        print(f"\nFørt inn: {', '.join(change.measure for change in changes if change.approval)}.")
    return 1 if any(change.outcome in ("unclear", "unknown") for change in changes) else 0


def _write(edits: list[Edit], content: Path) -> None:
    try:
        write(edits, lambda: _fault(content))
    except ContentError:
        print("Ingenting er ført inn, for kontrollen finner noe:", file=sys.stderr)
        raise


def _fault(content: Path) -> ContentError | None:
    """What the check says of the content, where something stops it."""
    problems = [problem for problem in checks.check(content, TEMPLATES, overview_text(None)).problems if problem.stops]
    return ContentError(problems) if problems else None
