"""``python -m roadmap schemas``"""

from __future__ import annotations

import argparse

from roadmap.commands.arguments import ROOT, TEMPLATES, Commands
from roadmap.content.schemas import FOLDER, changes


def add_to(commands: Commands) -> None:
    parser = commands.add_parser("schemas", help="skriv skjemaene som teksteditorer fullfører og kontrollerer felt med")
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    folder = ROOT / FOLDER
    folder.mkdir(exist_ok=True)
    made = changes(folder, TEMPLATES)
    for change in made:
        change.make()
        print(change.file.relative_to(ROOT))
    if not made:
        print("Skjemaene er slik de skal være.")
    return 0
