"""The commands that editors, supervisors and CI call: ``python -m roadmap check``, ``readability`` and ``answers``."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from roadmap import answers, checks
from roadmap.model import Roadmap
from roadmap.problems import ContentError
from roadmap.readability import LIMIT, page_readabilities

TEMPLATES = Path(__file__).parents[1] / "templates"


def main(arguments: list[str] | None = None) -> int:
    """Runs a command and gives its exit code: 0 when all is well, 1 for bad content or a bad file, 2 for bad usage."""
    parser = argparse.ArgumentParser(prog="python -m roadmap", description="Kommandoer for veikartet.")
    commands = parser.add_subparsers(required=True, metavar="KOMMANDO")
    for name, run, purpose in (
        ("check", _check, "kontroller alt innhold"),
        ("readability", _readability, f"vis hvor tung hver side er å lese (LIX, høyst {LIMIT})"),
        ("answers", _answers, "skriv notat og forslag fra en utfylt veileder"),
    ):
        command = commands.add_parser(name, help=purpose)
        if run is _answers:
            command.add_argument("filled", type=Path, metavar="UTFYLT.pdf", help="veilederen slik møtet lagret den")
        command.add_argument("content", nargs="?", type=Path, default=Path("content"), help="mappa med innhold")
        command.set_defaults(run=run)
    options = parser.parse_args(arguments)
    try:
        return int(options.run(checks.load(options.content), options))
    except ContentError as error:
        print(error, file=sys.stderr)
        count = len(error.problems)
        print(f"{count} feil. Ingenting er bygd." if count > 1 else "Én feil. Ingenting er bygd.", file=sys.stderr)
        return 1
    except answers.AnswersError as error:
        print(error, file=sys.stderr)
        return 1


def _check(roadmap: Roadmap, options: argparse.Namespace) -> int:
    print(f"Innholdet er i orden: {len(roadmap.measures)} tiltak, {len(roadmap.stories)} gladsaker.")
    return 0


def _readability(roadmap: Roadmap, options: argparse.Namespace) -> int:
    pages = page_readabilities(roadmap)
    for page in pages:
        print(f"{page.lix:3}  {page.file}{f'  – over {LIMIT}: del opp setningene' if page.too_heavy else ''}")
    return int(any(page.too_heavy for page in pages))


def _answers(roadmap: Roadmap, options: argparse.Namespace) -> int:
    print(answers.minutes(answers.read(options.filled), roadmap, TEMPLATES), end="")
    return 0


if __name__ == "__main__":
    sys.exit(main())
