"""The commands, ``python -m roadmap <command>``; each has a module of its own in ``commands/``."""

from __future__ import annotations

import argparse
import io
import os
import sys

from roadmap.commands import (
    answers,
    check,
    contributing,
    forms,
    new,
    poster,
    readability,
    review_pack,
    review_read,
    schemas,
    search_eval,
    story_from_form,
)
from roadmap.content.problems import ContentError, summary
from roadmap.errors import OutputError
from roadmap.guide.answers import AnswersError
from roadmap.review.blocks import ReviewError

COMMANDS = (
    check,
    new,
    story_from_form,
    forms,
    review_pack,
    review_read,
    readability,
    search_eval,
    poster,
    answers,
    schemas,
    contributing,
)


def main(arguments: list[str] | None = None) -> int:
    """Runs a command and gives its exit code: 0 when all is well, 1 for bad content or a bad file, 2 for bad usage."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A terminal that can't show a letter is no reason to fail.
            stream.reconfigure(errors="backslashreplace")
    options = _parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except BrokenPipeError:
        # Whoever read what is printed has had enough; Python would complain once more when it ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except KeyboardInterrupt:
        print("\nAvbrutt.", file=sys.stderr)
        return 1
    except ContentError as error:
        print(error, file=sys.stderr)
        print(summary(error.problems), file=sys.stderr)
        return 1
    except (AnswersError, OutputError, ReviewError) as error:
        print(error, file=sys.stderr)
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m roadmap", description="Kommandoer for veikartet.")
    commands = parser.add_subparsers(required=True, metavar="KOMMANDO")
    for command in COMMANDS:
        command.add_to(commands)
    return parser


if __name__ == "__main__":
    sys.exit(main())
