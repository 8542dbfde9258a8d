"""``python -m roadmap forms``"""

from __future__ import annotations

import argparse
import sys

from roadmap.commands.arguments import ROOT, TEMPLATES, Commands, add_content
from roadmap.content.source import read_tree
from roadmap.editing.fields import known_of
from roadmap.editing.forms import update_forms


def add_to(commands: Commands) -> None:
    parser = commands.add_parser("forms", help="skriv skjemaene på GitHub og GitLab på nytt etter listene i innholdet")
    parser.add_argument("--check", action="store_true", help="si fra om noen av dem er foreldet, og skriv ingenting")
    add_content(parser)
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    stale = update_forms(ROOT, known_of(read_tree(options.content)), TEMPLATES, write=not options.check)
    if options.check:
        for name in stale:
            print(f"{name}: skjemaet er foreldet – kjør «python -m roadmap forms»", file=sys.stderr)
        return int(bool(stale))
    print("\n".join(f"{name} er skrevet på nytt." for name in stale) or "Skjemaene er som de skal være.")
    return 0
