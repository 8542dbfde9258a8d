"""A built site, read as its readers see it: the texts of its pages, its frame, its looks and its downloads."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml import html

from roadmap import urls
from roadmap.errors import OutputError

# The name of a file says when its content changes; how heavy a download is, changes with the tools that make it.
_NOT_READ = re.compile(r"(?<=\.)[0-9a-f]{10}\.|[\d\s\N{NO-BREAK SPACE}]+kB")
_PARTS = "article aside details div fieldset figure footer form header nav section summary text title"
_TEXTS = "blockquote caption dd dl dt figcaption h1 h2 h3 h4 h5 h6 label legend li ol option p pre ul"
_TABLES = "table tbody td tfoot th thead tr"
_BLOCKS = frozenset(f"{_PARTS} {_TEXTS} {_TABLES}".split())
_UNSEEN = frozenset({"script", "style", "template"})
_LOOKS = (".css", ".js", ".woff2")
_PREVIEWS = (urls.POSTER_PREVIEW, urls.POSTER_PREVIEW_LARGE)


@dataclass(frozen=True)
class BuiltPage:
    """A page: its address from the root of the site, its title, its text line by line, and a digest of all it shows."""

    address: str
    title: str
    lines: tuple[str, ...]
    digest: str


@dataclass(frozen=True)
class StoryFacts:
    """What a story's file says of consent, when it is to be read again, and its status, in the words of the file."""

    consent: str
    review_by: str | None
    status: str


class BuiltSite:
    """The site in a folder.

    Raises:
        OutputError: when the folder holds no site.
    """

    def __init__(self, folder: Path) -> None:
        if not (folder / urls.INDEX).is_file():
            raise OutputError(f"{folder} er ikke et bygd nettsted – bygg det først: make site")
        self.folder = folder.resolve()

    @cached_property
    def pages(self) -> dict[str, BuiltPage]:
        """The pages by address; retired addresses, which only send readers on, are none."""
        read = (self._page(file) for file in sorted(self.folder.rglob("*.html")))
        return {page.address: page for page in read if page}

    @cached_property
    def frame(self) -> str:
        """What stands around the text of every page, as the home page has it."""
        document = _document(self.folder / urls.INDEX)
        for text in document.xpath("//article"):
            text.drop_tree()
        return _NOT_READ.sub("", html.tostring(document.find("body"), encoding="unicode"))

    @cached_property
    def looks(self) -> dict[str, str]:
        """The digest of each style sheet, script and font by its name; scripts that hold data of content, are none."""
        search = str(Path(urls.SEARCH_CORE).parent)
        files = (file for file in self._files("assets") if file.suffix in _LOOKS and search not in str(file.parent))
        named = {_NOT_READ.sub("", file.relative_to(self.folder).as_posix()): _digest(file) for file in files}
        return {name: digest for name, digest in named.items() if name != urls.STORY_RULES}

    @cached_property
    def stories(self) -> dict[str, StoryFacts]:
        """What the files of the stories say beside their texts, by the address of the page."""
        file = self.file(urls.EXPORT)
        stories = json.loads(file.read_text(encoding="utf-8"))["content"]["stories"] if file else []
        return {
            urls.page_url(urls.story_page(f"{story['slug']}.md")): StoryFacts(
                story["consent"], story.get("review_by"), story["status"]
            )
            for story in stories
        }

    @cached_property
    def downloads(self) -> dict[str, str]:
        """The digest of each file to take away, by its path; the whole site as one file is none of its own."""
        paths = {file.relative_to(self.folder).as_posix(): file for file in self._files(urls.DOWNLOADS)}
        return {path: _digest(file) for path, file in paths.items() if path not in (urls.OFFLINE, *_PREVIEWS)}

    def file(self, path: str) -> Path | None:
        """The file at a path, where the site has one."""
        found = self.folder / path
        return found if found.is_file() else None

    def _files(self, folder: str) -> list[Path]:
        return sorted(file for file in (self.folder / folder).rglob("*") if file.is_file())

    def _page(self, file: Path) -> BuiltPage | None:
        document = _document(file)
        articles = document.xpath("//article")
        if not articles:
            return None
        article = articles[0]
        path = file.relative_to(self.folder).as_posix()
        address = path.removesuffix(urls.INDEX) if file.name == urls.INDEX else path
        headings = article.xpath(".//h1")
        title = " ".join((headings[0] if headings else document.find(".//title")).text_content().split())
        return BuiltPage(address, title, tuple(_lines(article)), self._shown(article, file))

    def _shown(self, article: html.HtmlElement, file: Path) -> str:
        digest = hashlib.sha256(_NOT_READ.sub("", html.tostring(article, encoding="unicode")).encode())
        for picture in article.xpath(".//img/@src"):
            shown = (file.parent / unquote(urlsplit(picture).path)).resolve()
            if shown.is_relative_to(self.folder) and shown.is_file():
                digest.update(shown.read_bytes())
        return digest.hexdigest()


def _document(file: Path) -> html.HtmlElement:
    return html.document_fromstring(file.read_text(encoding="utf-8"))


def _digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def _lines(article: html.HtmlElement) -> Iterator[str]:
    for line in "".join(_pieces(article)).split("\0"):
        if words := " ".join(_NOT_READ.sub("", line).split()):
            yield words


def _pieces(element: html.HtmlElement) -> Iterator[str]:
    """The texts in an element, with a NUL character where a reader sees a new line begin.

    What a word means, which shows when it is asked for, is no part of the line that the word stands in.
    """
    if not isinstance(element.tag, str) or element.tag in _UNSEEN or "popover" in element.attrib:
        return
    line = "\0" if element.tag in _BLOCKS else ""
    yield line
    yield element.text or ""
    for child in element:
        yield from _pieces(child)
        yield child.tail or ""
    yield line
