"""``python -m roadmap answers UTFYLT.pdf``"""

from __future__ import annotations

import argparse
from pathlib import Path

from roadmap.commands.arguments import TEMPLATES, Commands, add_content, roadmap_of
from roadmap.guide.answers import read
from roadmap.guide.minutes import minutes


def add_to(commands: Commands) -> None:
    parser = commands.add_parser("answers", help="skriv notat og forslag fra en utfylt veileder")
    parser.add_argument("filled", type=Path, metavar="UTFYLT.pdf", help="veilederen slik møtet lagret den")
    add_content(parser)
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    roadmap = roadmap_of(options)
    print(minutes(read(options.filled, roadmap), roadmap, TEMPLATES), end="")
    return 0
