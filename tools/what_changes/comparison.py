"""Two built sites compared: what a reader of the new one finds that the old one did not have, and the other way."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from roadmap import urls
from tools.what_changes.built_site import BuiltPage, BuiltSite


@dataclass(frozen=True)
class Piece:
    """Words of a line, and whether the other site's line has them too."""

    text: str
    is_changed: bool


@dataclass(frozen=True)
class LineChange:
    """A line before and after; nothing on the side that has none."""

    before: tuple[Piece, ...]
    after: tuple[Piece, ...]


@dataclass(frozen=True)
class PageChange:
    """A page that both sites have, and that differs: each change of its text once; without any, something else does."""

    page: BuiltPage
    old_title: str
    lines: tuple[LineChange, ...]


@dataclass(frozen=True)
class Downloads:
    """The paths of the files to take away that differ."""

    added: tuple[str, ...]
    removed: tuple[str, ...]
    changed: tuple[str, ...]

    @property
    def differ(self) -> bool:
        return bool(self.added or self.removed or self.changed)


@dataclass(frozen=True)
class Comparison:
    """What differs between two sites; of the changed pages, those whose text changes most come first."""

    added: tuple[BuiltPage, ...]
    removed: tuple[BuiltPage, ...]
    changed: tuple[PageChange, ...]
    downloads: Downloads
    frame_differs: bool
    looks: tuple[str, ...]
    poster_differs: bool

    @property
    def differs(self) -> bool:
        pages = self.added or self.removed or self.changed
        return bool(pages or self.downloads.differ or self.frame_differs or self.looks or self.poster_differs)


def compare(old: BuiltSite, new: BuiltSite) -> Comparison:
    """What differs between two sites."""
    changed = [
        PageChange(page, before.title, tuple(dict.fromkeys(line_changes(before.lines, page.lines))))
        for address, page in new.pages.items()
        if (before := old.pages.get(address)) and before.digest != page.digest
    ]
    return Comparison(
        added=tuple(page for address, page in new.pages.items() if address not in old.pages),
        removed=tuple(page for address, page in old.pages.items() if address not in new.pages),
        changed=tuple(sorted(changed, key=_weight, reverse=True)),
        downloads=_downloads(old.downloads, new.downloads),
        frame_differs=old.frame != new.frame,
        looks=_different(old.looks, new.looks),
        poster_differs=_poster_differs(old, new),
    )


def line_changes(old: Sequence[str], new: Sequence[str]) -> Iterator[LineChange]:
    """The lines that differ, in the order of the page; a line that was rewritten tells which of its words differ."""
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for kind, old_start, old_end, new_start, new_end in matcher.get_opcodes():
        if kind == "equal":
            continue
        before, after = old[old_start:old_end], new[new_start:new_end]
        rewritten = min(len(before), len(after))
        yield from (_rewritten(*pair) for pair in zip(before[:rewritten], after[:rewritten], strict=True))
        yield from (LineChange((Piece(line, True),), ()) for line in before[rewritten:])
        yield from (LineChange((), (Piece(line, True),)) for line in after[rewritten:])


def _weight(change: PageChange) -> int:
    pieces = (piece for line in change.lines for piece in (*line.before, *line.after))
    return sum(len(piece.text) for piece in pieces if piece.is_changed)


def _rewritten(before: str, after: str) -> LineChange:
    old, new = before.split(" "), after.split(" ")
    opcodes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return LineChange(
        tuple(_pieces(old, [(kind, start, end) for kind, start, end, _, _ in opcodes])),
        tuple(_pieces(new, [(kind, start, end) for kind, _, _, start, end in opcodes])),
    )


_Kind = Literal["replace", "delete", "insert", "equal"]


def _pieces(words: list[str], spans: Sequence[tuple[_Kind, int, int]]) -> Iterator[Piece]:
    for kind, start, end in spans:
        if start < end:
            yield Piece(" ".join(words[start:end]), kind != "equal")


def _downloads(old: Mapping[str, str], new: Mapping[str, str]) -> Downloads:
    return Downloads(
        added=tuple(sorted(new.keys() - old.keys())),
        removed=tuple(sorted(old.keys() - new.keys())),
        changed=tuple(path for path in sorted(old.keys() & new.keys()) if old[path] != new[path]),
    )


def _different(old: Mapping[str, str], new: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(name for name in sorted(old.keys() | new.keys()) if old.get(name) != new.get(name))


def _poster_differs(old: BuiltSite, new: BuiltSite) -> bool:
    before, after = (site.file(urls.POSTER_PREVIEW) for site in (old, new))
    return bool(before and after and before.read_bytes() != after.read_bytes())
