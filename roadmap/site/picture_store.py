"""The images that pages show, each made when a page first asks for it, or found among those kept from before."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Sequence
from pathlib import Path

from roadmap import urls
from roadmap.build_cache import BuildCache, remove_others
from roadmap.content.image_files import ImageError
from roadmap.errors import OutputError
from roadmap.site.page_pictures import Picture
from roadmap.site.pictures import Version, shown_size, versions

# What the bytes of a picture depend on besides its file and what is installed.
MADE_BY = ("roadmap/site/pictures.py", "roadmap/content/image_files.py")
# More than a site has, so that each is made once.
_KEPT = 1000


class PictureStore:
    """Makes pictures of the images under ``content`` (a folder), and keeps them in the folder ``kept``.

    ``made_by`` gives the key of what makes them. ``files`` has those that were asked for, by path on the site.
    """

    def __init__(self, content: Path, kept: Path, made_by: Callable[[], str]) -> None:
        self._content = content
        self._kept = kept
        self._made_by = made_by
        self._pictures: dict[str, Picture] = {}
        self._keys: set[str] = set()
        self.files: dict[str, bytes] = {}

    def picture(self, path: str) -> Picture:
        """The picture of the image at ``path`` under ``content``.

        Raises:
            OutputError: if it can't be made or kept.
        """
        if path not in self._pictures:
            self._pictures[path] = self._published(path)
        return self._pictures[path]

    def forget_others(self) -> None:
        """Keeps no picture but those that were asked for: one that was taken down must not lie about."""
        remove_others(self._kept, self._keys)

    def _published(self, path: str) -> Picture:
        file = self._content / path
        try:
            made = self._versions(file.read_bytes(), file.suffix.removeprefix("."))
        except ImageError as error:
            raise OutputError(f"{file}: {error}") from error
        except OSError as error:
            raise OutputError(f"{file}: bildet kan ikke leses, eller ikke lagres i {self._kept}: {error}") from error
        published = []
        for version in made:
            digest = hashlib.sha256(version.data).hexdigest()[:10]
            url = urls.picture(file.stem, version.width, digest)
            self.files[url] = version.data
            published.append((version.width, url))
        return Picture(tuple(published), *shown_size(made[-1]))

    def _versions(self, data: bytes, ending: str) -> Sequence[Version]:
        key = hashlib.sha256(f"{self._made_by()} {ending} {hashlib.sha256(data).hexdigest()}".encode()).hexdigest()
        self._keys.add(key)
        cache = BuildCache(self._kept, key, kept=_KEPT)
        if kept := cache.restore():
            return sorted((_version(name, content) for name, content in kept.items()), key=lambda one: one.width)
        made = versions(data, ending)
        cache.store({_name(version): version.data for version in made})
        return made


def _name(version: Version) -> str:
    return f"{version.width}x{version.height}.webp"


def _version(name: str, data: bytes) -> Version:
    width, height = re.findall(r"\d+", name)
    return Version(int(width), int(height), data)
