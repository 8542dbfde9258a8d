"""``python -m roadmap search-eval FIL``"""

from __future__ import annotations

import argparse
from pathlib import Path

from roadmap.commands.arguments import Commands
from roadmap.site.search import evaluation


def add_to(commands: Commands) -> None:
    parser = commands.add_parser("search-eval", help="spør det ferdige søket, og tell hvor ofte det finner riktig side")
    parser.add_argument("queries", type=Path, metavar="FIL", help="YAML-liste med «query», «expect» og kanskje «group»")
    parser.add_argument("--site", type=Path, default=Path("site"), metavar="MAPPE", help="det ferdige nettstedet")
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    for line in evaluation.report(evaluation.evaluate(evaluation.read_queries(options.queries), options.site)):
        print(line)
    return 0
