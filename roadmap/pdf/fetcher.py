"""How WeasyPrint gets at files: from this machine alone, and from a few folders of it."""

from __future__ import annotations

import mimetypes
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

from weasyprint.urls import URLFetcher, URLFetcherResponse


class LocalFetcher(URLFetcher):  # type: ignore[misc]  # WeasyPrint has no types
    """Answers ``data:`` URLs, and ``file:`` URLs of files in ``folders``. Everything else is refused.

    WeasyPrint logs most refusals, but not all: ``refused`` has a line on each.
    """

    def __init__(self, folders: Iterable[Path]) -> None:
        super().__init__(allowed_protocols=("data",), allow_redirects=False)
        self._folders = [folder.resolve() for folder in folders]
        self.refused: list[str] = []

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        """The content of a URL.

        Raises:
            ValueError: for a URL that is refused.
        """
        try:
            if urlsplit(url).scheme == "data":
                return super().fetch(url, headers)
            file = self._file(url)
            return URLFetcherResponse(url, file.read_bytes(), {"Content-Type": _media_type(file)})
        except (OSError, ValueError) as error:
            message = f"«{url[:200]}» hentes ikke – bruk en fil i templates/"
            self.refused.append(message)
            raise ValueError(message) from error

    def _file(self, url: str) -> Path:
        parts = urlsplit(url)
        if parts.scheme != "file" or parts.netloc not in ("", "localhost"):
            raise ValueError("not a local file")
        # Links in the file system are followed first, so that none leads out of the folders.
        file = Path(url2pathname(parts.path)).resolve(strict=True)
        if not file.is_file() or not any(file.is_relative_to(folder) for folder in self._folders):
            raise ValueError("outside the folders")
        return file


def _media_type(file: Path) -> str:
    return mimetypes.guess_type(file.name)[0] or "application/octet-stream"
