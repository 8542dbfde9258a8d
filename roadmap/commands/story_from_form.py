"""``python -m roadmap story-from-form SKJEMA.md``"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from roadmap.commands.arguments import TEMPLATES, Commands, add_content, read_or_piped
from roadmap.commands.check import overview_text
from roadmap.content.problems import ContentError
from roadmap.content.rules import privacy
from roadmap.content.source import read_tree
from roadmap.editing.changes import write
from roadmap.editing.fields import known_of
from roadmap.editing.story_from_form import story_from_form
from roadmap.today import today

_PRIVATE = "Det private står også i saken som skjemaet kom fra – slett hele saken; den husker det som blir rettet."


def add_to(commands: Commands) -> None:
    parser = commands.add_parser("story-from-form", help="lag en suksesshistorie av et utfylt skjema")
    parser.add_argument("form", type=Path, metavar="SKJEMA", help="det utfylte skjemaet, eller -")
    parser.add_argument("--dry-run", action="store_true", help="vis det som ville blitt lagret, og lagre ingenting")
    add_content(parser)
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    form: Path = options.form
    text = read_or_piped(form)
    known = known_of(read_tree(options.content))
    try:
        change = story_from_form(text, form, known, options.content, TEMPLATES, overview_text(None), today())
    except ContentError as error:
        print(error, file=sys.stderr)
        if any(problem.rule == privacy.RULE for problem in error.problems):
            print(_PRIVATE, file=sys.stderr)
        print("Ingenting er lagret.", file=sys.stderr)
        return 1
    if options.dry_run:
        print(change.text, end="")
        return 0
    write([change])
    print(f"{change.file} er lagret.")
    return 0
