"""The commands that editors and CI call: ``python -m roadmap check`` and ``python -m roadmap readability``."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from roadmap import checks
from roadmap.model import Roadmap
from roadmap.problems import ContentError
from roadmap.readability import LIMIT, page_readabilities


def main(arguments: list[str] | None = None) -> int:
    """Runs a command and gives its exit code: 0 when all is well, 1 for bad content, 2 for bad usage."""
    parser = argparse.ArgumentParser(prog="python -m roadmap", description="Kommandoer for veikartet.")
    commands = parser.add_subparsers(required=True, metavar="KOMMANDO")
    for name, run, purpose in (
        ("check", _check, "kontroller alt innhold"),
        ("readability", _readability, f"vis hvor tung hver side er å lese (LIX, høyst {LIMIT})"),
    ):
        command = commands.add_parser(name, help=purpose)
        command.add_argument("content", nargs="?", type=Path, default=Path("content"), help="mappa med innhold")
        command.set_defaults(run=run)
    options = parser.parse_args(arguments)
    try:
        return int(options.run(checks.load(options.content)))
    except ContentError as error:
        print(error, file=sys.stderr)
        count = len(error.problems)
        print(f"{count} feil. Ingenting er bygd." if count > 1 else "Én feil. Ingenting er bygd.", file=sys.stderr)
        return 1


def _check(roadmap: Roadmap) -> int:
    print(f"Innholdet er i orden: {len(roadmap.measures)} tiltak, {len(roadmap.stories)} gladsaker.")
    return 0


def _readability(roadmap: Roadmap) -> int:
    pages = page_readabilities(roadmap)
    for page in pages:
        print(f"{page.lix:3}  {page.file}{f'  – over {LIMIT}: del opp setningene' if page.too_heavy else ''}")
    return int(any(page.too_heavy for page in pages))


if __name__ == "__main__":
    sys.exit(main())
