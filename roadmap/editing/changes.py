"""Changes of content before they are made: what the check would say of them, and writing all of them or none."""

from __future__ import annotations

import contextlib
import difflib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from roadmap.content.load import check
from roadmap.content.problems import Problem
from roadmap.errors import OutputError


@dataclass(frozen=True)
class Change:
    """A file as it will be; ``before`` is what an existing one is, and no new file has it."""

    file: Path
    text: str
    before: str | None = None

    def shown(self) -> str:
        """A new file whole, and of an existing one what changes."""
        if self.before is None:
            return self.text
        name = self.file.as_posix()
        lines = difflib.unified_diff(self.before.splitlines(), self.text.splitlines(), name, name, lineterm="")
        return "\n".join(lines) + "\n"


def new_problems(
    changes: Sequence[Change], directory: Path, templates: Path, overview: Path | None = None
) -> list[Problem]:
    """What stops in the content with the changes, less what stops without them."""
    texts = {change.file: change.text for change in changes}
    found = [problem for problem in check(directory, templates, overview, texts).problems if problem.stops]
    if all(problem.file in texts and problem.file not in _edited(changes) for problem in found):
        return found
    # Lines move in a file that is edited; what was wrong in it before is told apart by what it says.
    before = {(problem.file, problem.message) for problem in check(directory, templates, overview).problems}
    return [problem for problem in found if (problem.file, problem.message) not in before]


def write(changes: Sequence[Change]) -> None:
    """Writes all of the changes; nothing where one of them can't be.

    Raises:
        OutputError: if a new file is there already, an existing one is not as it was, or a file can't be written.
    """
    made: list[Path] = []
    try:
        for change in sorted(changes, key=lambda change: change.before is not None):
            if change.before is None:
                _create(change)
                made.append(change.file)
            else:
                _replace(change)
    except BaseException as error:
        for file in made:
            file.unlink(missing_ok=True)
        if isinstance(error, FileExistsError):
            raise OutputError(f"{change.file}: fila er kommet til imens – kjør kommandoen en gang til") from error
        if isinstance(error, OSError):
            raise OutputError(f"{change.file}: fila kan ikke lagres – {error.strerror or 'se etter plass'}") from error
        raise


def _create(change: Change) -> None:
    if change.file.parent.is_symlink():
        raise OutputError(f"{change.file.parent}: dette er en lenke i filsystemet – legg selve mappa her")
    change.file.parent.mkdir(exist_ok=True)
    with change.file.open("xb") as file:
        try:
            file.write(change.text.encode())
        except BaseException:
            change.file.unlink()
            raise


def _replace(change: Change) -> None:
    if change.file.is_symlink() or raw_text(change.file) != change.before:
        raise OutputError(f"{change.file}: fila er endret imens – kjør kommandoen en gang til")
    beside = change.file.with_name(f".{change.file.name}.new")
    try:
        beside.write_bytes(change.text.encode())
        beside.chmod(change.file.stat().st_mode)
        beside.replace(change.file)
    finally:
        with contextlib.suppress(OSError):
            beside.unlink()


def raw_text(file: Path) -> str:
    """The text of a file to the letter, with its own line ends."""
    return file.read_bytes().decode("utf-8")


def _edited(changes: Sequence[Change]) -> set[Path]:
    return {change.file for change in changes if change.before is not None}
