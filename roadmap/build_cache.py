"""The outputs of the last builds, kept under a key over everything that they were made of.

An entry is a folder named after its key and what was judged: the files under ``files/`` and a manifest with the SHA-256
of each of them.
It is written whole or not at all, and checked whenever it is read.
"""

from __future__ import annotations

import ctypes
import hashlib
import json
import os
import platform
import shutil
import tempfile
import time
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from importlib.metadata import distributions
from pathlib import Path, PurePosixPath

_KEPT = 3
_ATTEMPTS = 5
_MANIFEST = "manifest.json"
_FILES = "files"
_UNFINISHED = ".unfinished-"
_UNFINISHED_SECONDS = 3600
_LEFTOVERS = {"__pycache__", "Thumbs.db", "desktop.ini"}
# Libraries that WeasyPrint lays out text with, and the function of each that tells its version.
_LIBRARIES = {
    "pango": (("libpango-1.0.so.0", "libpango-1.0.dylib", "libpango-1.0-0.dll"), "pango_version_string"),
    "harfbuzz": (("libharfbuzz.so.0", "libharfbuzz.dylib", "libharfbuzz-0.dll"), "hb_version_string"),
}


def key_of(root: Path, inputs: Iterable[str], settings: Mapping[str, str]) -> str:
    """The key of what is made of ``inputs`` (files and folders, relative to ``root``) with ``settings``.

    It covers relative paths and contents, the version of Python and of every installed package and library, and the
    settings; not hidden files and what editors and Python leave behind. Symbolic links count as links: where they
    point is part of the key, what they point at is not.
    """
    digest = hashlib.sha256()
    for part in _parts(root, inputs, settings):
        digest.update(f"{len(part)}:".encode())
        digest.update(part)
    return digest.hexdigest()


class BuildCache:
    """The entry for ``key`` among the ``kept`` newest in ``folder``. Several processes can use a folder at once.

    ``judged`` is what the outputs say of the inputs that the inputs don't say themselves, such as what has grown old:
    each such set of facts has an entry of its own.
    """

    def __init__(self, folder: Path, key: str, judged: Iterable[str] = (), kept: int = _KEPT) -> None:
        self.key = key
        self._kept = kept
        self._folder = folder
        facts = "\n".join(judged)
        self._entry = folder / (f"{key}-{hashlib.sha256(facts.encode()).hexdigest()[:16]}" if facts else key)

    def matches(self, root: Path, inputs: Iterable[str], settings: Mapping[str, str]) -> bool:
        """Whether the inputs still have this key. If not, they changed during the build: don't store its result."""
        return key_of(root, inputs, settings) == self.key

    def restore(self) -> dict[str, bytes] | None:
        """The files by relative path, or None when there is no entry or it is not whole; then it is removed."""
        if not os.path.lexists(self._entry):
            return None
        try:
            files = _read_entry(self._entry)
            os.utime(self._entry)
        except (OSError, ValueError, RecursionError):
            self._remove(self._entry)
            return None
        return files

    def store(self, files: Mapping[str, bytes]) -> None:
        """Stores ``files`` by relative path, whole or not at all, and removes the oldest entries.

        Raises:
            OSError: when the disk is full or not writable; nothing has been stored then.
            ValueError: for a path that leads out of the entry.
        """
        self._folder.mkdir(parents=True, exist_ok=True)
        unfinished = Path(tempfile.mkdtemp(prefix=_UNFINISHED, dir=self._folder))
        try:
            _write_entry(unfinished, files)
            self._put_in_place(unfinished)
        finally:
            shutil.rmtree(unfinished, ignore_errors=True)
        self._prune()

    def _put_in_place(self, unfinished: Path) -> None:
        for _ in range(_ATTEMPTS):
            try:
                unfinished.replace(self._entry)
                return
            except OSError as error:
                # A folder can't replace one that has files: another process was first, or a broken entry is in the
                # way. Reading it removes a broken one, and between the two others may have come or gone.
                refused = error
                if self.restore() is not None:
                    return
        raise refused

    def _prune(self) -> None:
        entries = [entry for entry in self._folder.iterdir() if not entry.name.startswith(_UNFINISHED)]
        entries.sort(key=lambda entry: (entry == self._entry, _age(entry)), reverse=True)
        for entry in entries[self._kept :]:
            self._remove(entry)
        for unfinished in self._folder.glob(f"{_UNFINISHED}*"):
            if time.time_ns() - _age(unfinished) > _UNFINISHED_SECONDS * 10**9:
                shutil.rmtree(unfinished, ignore_errors=True)

    def _remove(self, entry: Path) -> None:
        """Removes an entry in one step for those who read it: it is moved away first."""
        away = Path(tempfile.mkdtemp(prefix=_UNFINISHED, dir=self._folder))
        # Gone already when another process removed it.
        with suppress(FileNotFoundError):
            entry.replace(away / "entry")
        shutil.rmtree(away, ignore_errors=True)


def remove_others(folder: Path, keys: Collection[str]) -> None:
    """Removes the entries in ``folder`` that are for none of ``keys``."""
    for entry in list(folder.iterdir()) if folder.is_dir() else []:
        if not entry.name.startswith(_UNFINISHED) and entry.name not in keys:
            shutil.rmtree(entry, ignore_errors=True)


def _parts(root: Path, inputs: Iterable[str], settings: Mapping[str, str]) -> Iterator[bytes]:
    for name in sorted(set(inputs)):
        for path in _walk(root / name):
            yield os.fsencode(path.relative_to(root).as_posix())
            yield from _content(path)
    yield from (f"{name} {version}".encode() for name, version in sorted(_versions()))
    yield from (text.encode() for setting in sorted(settings.items()) for text in setting)


def _walk(path: Path) -> Iterator[Path]:
    """A file or link itself; for a folder everything in it, in order, without following links."""
    yield path
    if path.is_dir() and not path.is_symlink():
        for child in sorted(path.iterdir()):
            if not _is_left_behind(child.name):
                yield from _walk(child)


def _is_left_behind(name: str) -> bool:
    """Whether a name is that of a hidden file or of what editors, systems and Python leave behind."""
    return name.startswith((".", "~$")) or name.endswith("~") or name in _LEFTOVERS


def _content(path: Path) -> Iterator[bytes]:
    if path.is_symlink():
        yield b"link"
        yield os.fsencode(path.readlink())
    elif path.is_file():
        yield b"file"
        yield path.read_bytes()
    else:
        yield b"folder" if path.is_dir() else b"neither file nor folder"


def _versions() -> tuple[tuple[str, str], ...]:
    """What is installed, by name."""
    packages = [(distribution.name, distribution.version) for distribution in distributions()]
    libraries = [(library, _library_version(*found)) for library, found in _LIBRARIES.items()]
    return (("python", platform.python_version()), *packages, *libraries)


def _library_version(names: Iterable[str], function: str) -> str:
    for name in names:
        try:
            version = getattr(ctypes.CDLL(name), function)
        except (OSError, AttributeError):
            continue
        version.restype = ctypes.c_char_p
        return bytes(version()).decode()
    return "not installed"


def _write_entry(entry: Path, files: Mapping[str, bytes]) -> None:
    for name, data in files.items():
        file = entry / _FILES / _inside(name)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    manifest = {name: hashlib.sha256(data).hexdigest() for name, data in files.items()}
    (entry / _MANIFEST).write_text(json.dumps(manifest, ensure_ascii=False, indent=1), encoding="utf-8")


def _read_entry(entry: Path) -> dict[str, bytes]:
    """The files of an entry.

    Raises:
        OSError, ValueError: unless they are exactly those of the manifest.
    """
    manifest = json.loads((entry / _MANIFEST).read_text(encoding="utf-8"))
    if not isinstance(manifest, dict) or {path.name for path in entry.iterdir()} - {_MANIFEST, _FILES}:
        raise ValueError("not an entry")
    found = [path for path in (entry / _FILES).rglob("*") if path.is_symlink() or not path.is_dir()]
    if {path.relative_to(entry / _FILES).as_posix() for path in found} != manifest.keys():
        raise ValueError("other files than the manifest's")
    if any(path.is_symlink() for path in found):
        raise ValueError("a link")
    files = {name: (entry / _FILES / _inside(name)).read_bytes() for name in manifest}
    if any(hashlib.sha256(data).hexdigest() != manifest[name] for name, data in files.items()):
        raise ValueError("a file differs from the manifest")
    return files


def _inside(name: str) -> PurePosixPath:
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts or not path.parts:
        raise ValueError(f"{name} leads out of the entry")
    return path


def _age(path: Path) -> int:
    """When a path was last changed, in nanoseconds; 0 when another process has removed it."""
    try:
        return path.lstat().st_mtime_ns
    except FileNotFoundError:
        return 0
