"""Keeps what was made of a set of files, so that it need not be made again while none of them has changed."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterable
from pathlib import Path


class Kept:
    """The files that were made of ``inputs`` (files and folders) and ``settings``, kept under ``store``."""

    def __init__(self, store: Path, inputs: Iterable[Path], settings: str) -> None:
        digest = hashlib.sha256(settings.encode())
        for file in sorted(file for path in inputs for file in _files(path)):
            digest.update(f"{file.name} {file.stat().st_size} ".encode())
            digest.update(file.read_bytes())
        self._folder = store / digest.hexdigest()

    @property
    def exists(self) -> bool:
        return self._folder.exists()

    def restore(self, folder: Path) -> None:
        """Copies what is kept into ``folder``."""
        shutil.copytree(self._folder, folder, dirs_exist_ok=True)

    def keep(self, files: Iterable[Path]) -> None:
        """Keeps ``files``, and forgets what was kept of the inputs before they changed."""
        shutil.rmtree(self._folder.parent, ignore_errors=True)
        self._folder.mkdir(parents=True)
        for file in files:
            shutil.copy(file, self._folder)


def _files(path: Path) -> list[Path]:
    if path.is_file():
        return [path]
    return [file for file in path.rglob("*") if file.is_file() and "__pycache__" not in file.parts]
