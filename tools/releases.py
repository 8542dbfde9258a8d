"""The built sites of a project, numbered, and the link ``site`` to the one that is live.

    site → build/releases/7    the live site, switched in one step
    build/releases/5, 6, 7     whole sites; older ones are removed
    build/releases/8.part      a site being built
    build/releases/4.old       a site being removed

History goes up to the live site. A newer one was rolled back from, or its publishing was interrupted; the next
publishing removes it, so that a rollback always leads to what was live before.
"""

from __future__ import annotations

import ctypes
import errno
import os
import re
import shutil
from collections.abc import Iterable
from pathlib import Path

from roadmap.errors import OutputError

KEPT = 3
_FOLDER = Path("build/releases")
_AT_WORKING_FOLDER = -100
_EXCHANGE = 2


class Releases:
    """The releases of the project in ``project``; its caller holds the project's lock."""

    def __init__(self, project: Path) -> None:
        self._folder = project / _FOLDER
        self._site = project / "site"

    @property
    def live(self) -> int | None:
        """The number that ``site`` links to, or None where there is no site, or one that was not built here.

        Raises:
            OutputError: when ``site`` is something that must not be replaced.
        """
        if self._site.is_symlink():
            target = self._site.readlink()
            if target.parent == _FOLDER and target.name.isdecimal():
                return int(target.name)
            raise OutputError(f"site er en lenke til {target}, som ikke er bygd her – flytt den, og kjør på nytt.")
        if self._site.exists() and not self._is_replaceable():
            raise OutputError("site er ikke et nettsted som er bygd her – flytt det, og kjør på nytt.")
        return None

    def _is_replaceable(self) -> bool:
        return self._site.is_dir() and ((self._site / "index.html").is_file() or not any(self._site.iterdir()))

    def prepare(self) -> Path:
        """Removes what an interrupted build left, and gives the folder to build the next site in; it doesn't exist."""
        self._folder.mkdir(parents=True, exist_ok=True)
        self._remove_leftovers()
        if self.live is None and not self._site.exists() and (numbers := self._numbers()):
            self._switch(numbers[-1])
        return self._folder / f"{self._next_number()}.part"

    def publish(self, built: Path) -> int:
        """Makes ``built`` the live site in one step, and gives its number."""
        self._take_over_folder()
        number = self._next_number()
        self._forget(other for other in self._numbers() if self.live is not None and other > self.live)
        built.rename(self._folder / str(number))
        self._switch(number)
        return number

    def prune(self) -> None:
        """Removes all but the live release and those right before it."""
        self._forget(self._numbers()[:-KEPT])

    def purge(self) -> Path:
        """Removes every release but the live one, and gives the folder of that.

        Raises:
            OutputError: when nothing that was built here is live.
        """
        live = self.live
        if live is None or not (self._folder / str(live)).is_dir():
            raise OutputError("site viser ikke noe bygg herfra – kjør make site først. Ingenting er slettet.")
        self._forget(number for number in self._numbers() if number != live)
        self._remove_leftovers()
        return self._folder / str(live)

    def previous(self, number: int | None) -> int:
        """The newest release before ``number``; the newest of all where nothing is live.

        Raises:
            OutputError: when there is none.
        """
        older = [other for other in self._numbers() if number is None or other < number]
        if not older:
            raise OutputError("Det er ikke noe eldre bygg å gå tilbake til. site/ er som før.")
        return older[-1]

    def roll_back(self, number: int) -> Path:
        """Makes an older release the live one, and gives its folder."""
        self._take_over_folder()
        self._switch(number)
        return self._folder / str(number)

    def _remove_leftovers(self) -> None:
        for leftover in self._folder.iterdir():
            if leftover.is_symlink():
                leftover.unlink()
            elif leftover.suffix in (".part", ".old"):
                shutil.rmtree(leftover)

    def _numbers(self) -> list[int]:
        folders = self._folder.iterdir() if self._folder.is_dir() else ()
        return sorted(
            int(path.name) for path in folders if re.fullmatch(r"[0-9]+", path.name) and not path.is_symlink()
        )

    def _next_number(self) -> int:
        return max([0, self.live or 0, *self._numbers()]) + 1

    def _switch(self, number: int) -> None:
        link = self._folder / "site.link"
        link.unlink(missing_ok=True)
        link.symlink_to(_FOLDER / str(number))
        link.replace(self._site)

    def _take_over_folder(self) -> None:
        """Makes a ``site`` that is a folder, as earlier versions built it, the newest release, and links to it."""
        if self._site.is_symlink() or not self._site.is_dir():
            return
        if not any(self._site.iterdir()):
            self._site.rmdir()
            return
        number = self._next_number()
        release = self._folder / str(number)
        # The link is in the wrong folder until the two have changed places.
        release.symlink_to(_FOLDER / str(number))
        if not _exchange(release, self._site):
            # For a moment there is no site. Killed there, the next run finds the release and links to it.
            release.unlink()
            self._site.rename(release)
            self._switch(number)

    def _forget(self, numbers: Iterable[int]) -> None:
        for number in numbers:
            # Half removed, it must not pass for a release.
            shutil.rmtree((self._folder / str(number)).rename(self._folder / f"{number}.old"))


def _exchange(one: Path, other: Path) -> bool:
    """Lets two paths change places in one step; False where the system or the file system can't."""
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:
        return False
    if rename(_AT_WORKING_FOLDER, os.fsencode(one), _AT_WORKING_FOLDER, os.fsencode(other), _EXCHANGE) == 0:
        return True
    code = ctypes.get_errno()
    if code in (errno.ENOSYS, errno.EINVAL, errno.EXDEV, errno.EOPNOTSUPP):
        return False
    raise OSError(code, os.strerror(code), str(other))
