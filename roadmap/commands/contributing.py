"""``python -m roadmap contributing``"""

from __future__ import annotations

import argparse

from roadmap.commands.arguments import TEMPLATES, Commands, add_content
from roadmap.content.contributing import FILE, change
from roadmap.content.problems import ContentError
from roadmap.content.source import read_tree


def add_to(commands: Commands) -> None:
    parser = commands.add_parser("contributing", help=f"skriv {FILE}, som sier det samme som siden «Bidra»")
    add_content(parser)
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    tree = read_tree(options.content)
    if tree.problems:
        raise ContentError(tree.problems)
    found = change(tree, TEMPLATES)
    if found:
        found.make()
        print(found.file)
    else:
        print(f"{FILE} er slik den skal være.")
    return 0
