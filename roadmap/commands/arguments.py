"""What the commands share: their parser's type, where the project's files lie, and the content that they read."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TypeAlias

import yaml
import yaml_env_tag

from roadmap.content import load as checks
from roadmap.content.files import read_text, text_of
from roadmap.content.model import Roadmap

Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"

ROOT = Path(__file__).parents[2]
TEMPLATES = ROOT / "templates"
_PIPED = Path("-")
# More than this is refused however much more it is.
_MOST_READ = 2_000_000


def add_content(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("content", nargs="?", type=Path, default=Path("content"), help="mappa med innhold")


def read_or_piped(file: Path) -> str:
    """The text of a file, or of what is piped in where the file is «-».

    Raises:
        ContentError: if it can't be read, or is not text.
    """
    if file != _PIPED:
        return read_text(file)
    return text_of(sys.stdin.buffer.read(_MOST_READ) if sys.stdin else b"", file)


def roadmap_of(options: argparse.Namespace) -> Roadmap:
    return checks.load(options.content, TEMPLATES)


def configured_site_url(configuration: Path) -> str:
    """The site's address as MkDocs reads it."""
    loader = yaml_env_tag.add_env_tag(yaml.SafeLoader)
    return str(yaml.load(configuration.read_text(encoding="utf-8"), loader)["site_url"])
