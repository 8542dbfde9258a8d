"""When each file of the content came, and when it was last changed, as the history in Git has it.

Of a change only its time is read: not who made it, and not what was written about it.
"""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path


@dataclass(frozen=True)
class Change:
    """When a file came, and when it was last changed."""

    first: datetime
    last: datetime


History = Mapping[str, Change]


def history_of(content: Path) -> History | None:
    """The changes of each file by its path under ``content``.

    None where nothing is known of them: there is no Git, the folder is not kept in it, or its history is cut off, as in
    a shallow clone, where every file seems to have come with the oldest commit.
    """
    if _git(content, "rev-parse", "--is-shallow-repository").strip() != "false":
        return None
    # A merge counts as the change that brought its files in: before it, no reader could see them.
    options = ("--first-parent", "-m", "--no-renames", "--name-only", "--relative", "-z", "--no-show-signature")
    log = _git(content, "log", *options, "--format=%x01%ct", "--", ".")
    changes: dict[str, Change] = {}
    for commit in log.split("\x01")[1:]:
        seconds, _, names = commit.partition("\0")
        when = datetime.fromtimestamp(int(seconds), UTC)
        for name in filter(None, names.lstrip("\n").split("\0")):
            known = changes.get(name, Change(when, when))
            # Clocks differ, so the newest commit need not have the latest time.
            changes[name] = Change(min(known.first, when), max(known.last, when))
    # Every content has this file; without it, hardly anything of what is built is in the history.
    return changes if "roadmap.yml" in changes else None


def _git(content: Path, *arguments: str) -> str:
    """What Git answers; nothing where it can't."""
    try:
        result = subprocess.run(["git", "-C", str(content), *arguments], capture_output=True, check=False)
    except FileNotFoundError:
        return ""
    return result.stdout.decode("utf-8", errors="replace") if result.returncode == 0 else ""
