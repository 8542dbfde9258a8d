"""The commands that editors and CI call: ``python -m roadmap check``."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from roadmap import checks
from roadmap.problems import ContentError


def main(arguments: list[str] | None = None) -> int:
    """Runs a command and gives its exit code: 0 when all is well, 1 for bad content, 2 for bad usage."""
    parser = argparse.ArgumentParser(prog="python -m roadmap", description="Kommandoer for veikartet.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="KOMMANDO")
    check = commands.add_parser("check", help="kontroller alt innhold")
    check.add_argument("content", nargs="?", type=Path, default=Path("content"), help="mappa med innhold")
    return _check(parser.parse_args(arguments).content)


def _check(content: Path) -> int:
    try:
        roadmap = checks.load(content)
    except ContentError as error:
        print(error, file=sys.stderr)
        count = len(error.problems)
        print(
            f"{count} feil. Ingenting er bygd." if count > 1 else "Én feil. Ingenting er bygd.",
            file=sys.stderr,
        )
        return 1
    print(f"Innholdet er i orden: {len(roadmap.measures)} tiltak, {len(roadmap.stories)} gladsaker.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
