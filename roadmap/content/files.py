"""Finds and reads the files of a content tree, and never opens anything outside it."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from fnmatch import fnmatch, translate
from functools import cached_property
from itertools import islice
from pathlib import Path

from roadmap.content.problems import ContentError, Problem

# What operating systems, editors and Git leave behind; nobody means it as content.
_LEFTOVERS = (".*", "*~", "#*#", "Thumbs.db", "desktop.ini")
_LARGEST_TEXT = 1_000_000
_MOST_REPORTED = 10
# NUL and other control characters, separators that YAML alone takes for line ends, and marks that turn text around.
INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\N{LINE SEPARATOR}\N{PARAGRAPH SEPARATOR}\N{ZERO WIDTH NO-BREAK SPACE}"
    "\N{LEFT-TO-RIGHT EMBEDDING}-\N{RIGHT-TO-LEFT OVERRIDE}\N{LEFT-TO-RIGHT ISOLATE}-\N{POP DIRECTIONAL ISOLATE}]"
)
_DEEPEST = 9
_NESTED = re.compile(r"(?m)^(?:[ \t]{9}|[ \t]*(?:[>*+-]|[0-9]+[.])[ \t]*(?:[>*+-]|[0-9]+[.]))")


@dataclass(frozen=True)
class Files:
    """The files under ``directory``, less what editors' tools leave behind.

    ``names`` has each file's path under ``directory``, as links write it.
    ``links`` are symbolic links to files and folders, ``special`` what is neither file nor folder (pipes, devices),
    and ``unreadable`` folders that can't be listed. None of those is ever opened.
    """

    directory: Path
    names: dict[Path, str]
    links: frozenset[Path]
    special: frozenset[Path]
    unreadable: frozenset[Path]

    @cached_property
    def _by_folder(self) -> dict[str, list[tuple[Path, str]]]:
        """The files of each folder, with their names in it."""
        folders: dict[str, list[tuple[Path, str]]] = {}
        for file, path in self.names.items():
            folder, _, name = path.rpartition("/")
            folders.setdefault(folder, []).append((file, name))
        return folders

    @property
    def refused(self) -> frozenset[Path]:
        return self.links | self.special

    def changed(self, files: Iterable[Path]) -> Files:
        """The same with these files too, which need not be there."""
        names = self.names | {file: file.relative_to(self.directory).as_posix() for file in files}
        return replace(self, names=dict(sorted(names.items())))

    def matching(self, pattern: str) -> list[Path]:
        """The files whose path under ``directory`` matches, sorted; a ``*`` does not reach into folders."""
        folder, _, name_pattern = pattern.rpartition("/")
        matches = re.compile(translate(name_pattern)).match
        return [file for file, name in self._by_folder.get(folder, ()) if matches(name)]


def find_files(directory: Path) -> Files:
    """Every file under ``directory``, without following a link.

    Raises:
        ContentError: if there is no such folder.
    """
    if not directory.is_dir():
        cure = "kjør kommandoen der mappa med innhold ligger, eller skriv hvor den er"
        raise ContentError([Problem(directory, 1, f"mappa finnes ikke – {cure}")])
    regular: set[Path] = set()
    links: set[Path] = set()
    special: set[Path] = set()
    unreadable: set[Path] = set()

    def unlisted(error: OSError) -> None:
        unreadable.add(Path(error.filename))

    for folder, folders, names in os.walk(directory, followlinks=False, onerror=unlisted):
        folders[:] = [name for name in folders if not _is_leftover(name)]
        links.update(path for name in folders if (path := Path(folder, name)).is_symlink())
        for name in names:
            path = Path(folder, name)
            if path.is_symlink():
                if not _is_leftover(name):
                    links.add(path)
            elif not _is_leftover(name):
                (regular if path.is_file() else special).add(path)
    paths = {file: file.relative_to(directory).as_posix() for file in sorted(regular)}
    return Files(directory, paths, frozenset(links), frozenset(special), frozenset(unreadable))


def _is_leftover(name: str) -> bool:
    return any(fnmatch(name, pattern) for pattern in _LEFTOVERS)


def read_text(file: Path, changed: str | None = None) -> str:
    """The text of a file, with ``\\n`` between lines however they are written, and no byte order mark.

    ``changed`` is what the file would say; the file itself is not read then.

    Raises:
        ContentError: if the file is missing, too large, or not text.
    """
    if changed is not None:
        return text_of(changed.encode("utf-8", "surrogatepass"), file)
    try:
        if file.exists() and not file.is_file():
            raise ContentError([Problem(file, 1, "dette er ikke en fil – oppgi fila med teksten")])
        data = file.read_bytes() if (size := file.stat().st_size) <= _LARGEST_TEXT else b""
    except FileNotFoundError as error:
        raise ContentError([Problem(file, 1, "fila mangler – legg den tilbake")]) from error
    except OSError as error:
        raise ContentError([Problem(file, 1, "fila kan ikke leses – gi deg selv lov til å lese den")]) from error
    _refuse_large(file, size)
    return text_of(data, file)


def _refuse_large(file: Path, size: int) -> None:
    if size > _LARGEST_TEXT:
        message = f"fila er på {size / 1_000_000:.1f} MB".replace(".", ",")
        raise ContentError([Problem(file, 1, f"{message} – del den opp; en tekst er på høyst 1 MB")])


def text_of(data: bytes, file: Path) -> str:
    """The text that ``file`` has, or would have, with ``data`` in it; see ``read_text``.

    Raises:
        ContentError: if the data is too large, or not text.
    """
    _refuse_large(file, len(data))
    try:
        text = _lines_ended_alike(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line = _lines_ended_alike(error.object[: error.start].decode("utf-8", errors="replace")).count("\n") + 1
        message = "fila er ikke lagret som UTF-8 – lagre den på nytt med tegnkoding UTF-8"
        raise ContentError([Problem(file, line, message)]) from error
    if problems := list(islice(_invisible_characters(file, text), _MOST_REPORTED)):
        raise ContentError(problems)
    return text


def invisible_character(text: str) -> str | None:
    """The first character of a text that no file may have, since nobody sees it."""
    match = INVISIBLE.search(text)
    return match[0] if match else None


def _lines_ended_alike(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _invisible_characters(file: Path, text: str) -> Iterator[Problem]:
    if INVISIBLE.search(text) is None:
        return
    for number, line in enumerate(text.split("\n"), start=1):
        if match := INVISIBLE.search(line):
            what = f"et usynlig tegn (U+{ord(match[0]):04X}) står i teksten"
            yield Problem(file, number, f"{what} – slett linja og skriv den på nytt")


def first_line_nested_too_deep(markdown: str) -> int | None:
    """The first line, counted from 1, with a list or a quotation within so many others that rendering may fail."""
    if _NESTED.search(markdown) is None:
        return None
    for number, line in enumerate(markdown.split("\n"), start=1):
        text = line.expandtabs(4)
        marks = re.match(r"[ \t]*((?:(?:[>*+-]|[0-9]+[.])[ \t]+|>)*)", text)
        item = re.match(r"( *)(?:[>*+-]|[0-9]+[.])(?= )", text)
        is_rule = re.fullmatch(r"[ *_-]*", text) is not None
        if marks and not is_rule and len(re.findall(r"[>*+-]|[0-9]+[.]", marks[1])) > _DEEPEST:
            return number
        if item and len(item[1]) > 4 * _DEEPEST:
            return number
    return None
