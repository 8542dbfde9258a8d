"""The site as it is without the changes: built of the commit that they began from, in a work tree of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from roadmap.errors import OutputError

# Of the make that runs this, and not of the one that it runs.
_OF_MAKE = ("MAKEFLAGS", "MAKELEVEL", "MFLAGS", "MAKEOVERRIDES")


class BaseBuildError(OutputError):
    """The site can't be built as it was before the changes."""


@contextmanager
def site_of_base(root: Path, reference: str, folder: Path) -> Iterator[Path]:
    """Builds the merge base of HEAD and ``reference`` in ``folder``, gives the site, and removes both at the end.

    Raises:
        OutputError: when the history has no such commit.
        BaseBuildError: when it can't be built.
    """
    commit = _merge_base(root, reference)
    _remove(root, folder)
    _git(root, "worktree", "add", "--quiet", "--force", "--detach", str(folder), commit)
    try:
        _share_environment(root, folder)
        _build(folder)
        yield folder / "site"
    finally:
        _remove(root, folder)


def _merge_base(root: Path, reference: str) -> str:
    # A name that begins with a hyphen would be an option.
    if reference.startswith("-"):
        raise OutputError(f"«{reference}» er ikke et navn i Git-historien – skriv en gren eller en commit")
    result = _run_git(root, "merge-base", "HEAD", reference)
    if result.returncode != 0:
        raise OutputError(
            f"Finner ikke hvor endringene begynte fra «{reference}» – hent hele historien: git fetch --unshallow"
        )
    return result.stdout.strip()


def _share_environment(root: Path, folder: Path) -> None:
    """The packages of this folder serve the other one too, if it asks for the same."""
    lock = "requirements.lock"
    if (root / ".venv").exists() and (root / lock).read_bytes() == (folder / lock).read_bytes():
        (folder / ".venv").symlink_to((root / ".venv").resolve())


def _build(folder: Path) -> None:
    environment = {name: value for name, value in os.environ.items() if name not in _OF_MAKE}
    result = subprocess.run(["make", "site"], cwd=folder, env=environment, capture_output=True, text=True, check=False)
    if result.returncode != 0:
        raise BaseBuildError(f"{result.stdout}{result.stderr}".strip())


def _remove(root: Path, folder: Path) -> None:
    # By hand: what a killed run or a clean-up leaves, need be no work tree that Git would remove.
    shutil.rmtree(folder, ignore_errors=True)
    _git(root, "worktree", "prune")


def _git(root: Path, *arguments: str) -> None:
    result = _run_git(root, *arguments)
    if result.returncode != 0:
        raise OutputError(f"git {' '.join(arguments)}: {result.stderr.strip()}")


def _run_git(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["git", "-C", str(root), *arguments], capture_output=True, text=True, check=False)
