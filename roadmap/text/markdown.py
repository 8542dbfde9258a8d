"""Editors' Markdown parsed once, and rendered as safe HTML for every output.

Raw HTML is never markup: it is shown as it was written, and ``Parsed.raw_html`` lists it for the rules. What comes out
is sanitised all the same, so that no extension of Python-Markdown can let anything through.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from xml.etree import ElementTree

import markdown
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import toc
from markdown.inlinepatterns import HTML_RE, InlineProcessor
from markdown.treeprocessors import Treeprocessor
from markupsafe import Markup

from roadmap.text.images import TextImage, make_figures
from roadmap.text.sanitise import INSERTION_TAG, sanitise
from roadmap.text.stand_ins import decoded
from roadmap.text.words import unbroken_numbers

_EXTENSIONS = ["tables", "fenced_code", "attr_list", "sane_lists", "admonition", "toc"]
# A line «<!-- sett inn: navn -->» asks for something generated in its place.
INSERTION_LINE = re.compile(r"^<!-- sett inn: (.+?) -->$", re.MULTILINE)
_INSERTION_POINT = re.compile(rf'<{INSERTION_TAG} name="([^"]*)"></{INSERTION_TAG}>')


@dataclass(frozen=True)
class Link:
    """The target of a link as it was written, entities decoded."""

    target: str
    text: str


@dataclass(frozen=True)
class Parsed:
    """A Markdown text as a tree, and what rules ask about it.

    ``links`` and ``images`` are all there are, however they are written; ``raw_html`` all tags and comments;
    ``insertions`` the names in «sett inn» lines; ``anchors`` the ids that can be linked to, ``headings`` what headings
    say by id, and ``heading_levels`` their levels in order; ``definitions`` the names of what was read as targets of
    links elsewhere, and therefore not shown.
    """

    html: str
    links: tuple[Link, ...]
    images: tuple[TextImage, ...]
    raw_html: tuple[str, ...]
    insertions: tuple[str, ...]
    anchors: tuple[str, ...]
    headings: Mapping[str, str]
    heading_levels: tuple[int, ...]
    definitions: tuple[str, ...]

    @property
    def has_top_heading(self) -> bool:
        return 1 in self.heading_levels

    def before(self, insertion: str) -> str:
        """The HTML before the place of an insertion."""
        return next(
            (self.html[: point.start()] for point in _INSERTION_POINT.finditer(self.html) if point[1] == insertion), ""
        )

    def render(self, resolve: Callable[[str], str] | None = None, fragments: Mapping[str, str] | None = None) -> Markup:
        """Safe HTML, with each link led through ``resolve`` and each insertion replaced by its finished fragment."""
        safe = sanitise(self.html, resolve)
        return Markup(_INSERTION_POINT.sub(lambda point: (fragments or {}).get(point[1], ""), safe))


def render(text: str) -> Markup:
    """Safe HTML of a text, its links as they were written."""
    return parse(text).render()


@lru_cache(maxsize=8192)
def parse(text: str) -> Parsed:
    """The text parsed; the same text is parsed once."""
    return _parser().parse(text)


def heading_offsets(text: str, level: int) -> list[int]:
    """Where headings of a level that the text has are written; its beginning where that can't be seen."""
    underline = {1: "|.+\\n[ \\t>]*=+[ \\t]*$", 2: "|.+\\n[ \\t>]*-+[ \\t]*$"}.get(level, "")
    # A list or a quotation can begin with a heading.
    written = re.compile(rf"(?m)^(?:[ \t>*+-]|\d+\.)*#{{{level}}}(?!#)" + (underline and rf"|^(?:{underline[1:]})"))
    return [match.start() for match in written.finditer(text)] or [0]


def slugify(heading: str, separator: str = "-") -> str:
    """An anchor in a–z of a Norwegian heading: «Spørsmål å drøfte» gives ``sporsmal-a-drofte``."""
    letters = heading.lower().translate({ord("æ"): "ae", ord("ø"): "o", ord("å"): "a"})
    return toc.slugify(letters, separator)


class _Parser:
    """Python-Markdown set up once, since that takes as long as parsing a page."""

    def __init__(self) -> None:
        self._found = _Found()
        self._markdown = markdown.Markdown(
            extensions=[*_EXTENSIONS, self._found], extension_configs={"toc": {"slugify": slugify}}
        )
        self._markdown.registerExtension(self._found)

    def parse(self, text: str) -> Parsed:
        self._markdown.reset()
        html = self._markdown.convert(INSERTION_LINE.sub(r"\n\n\g<0>\n\n", unbroken_numbers(text)))
        found = self._found
        return Parsed(
            html=html,
            links=tuple(found.links),
            images=tuple(found.images),
            raw_html=tuple(found.raw_html),
            insertions=tuple(found.insertions),
            anchors=tuple(found.anchors),
            headings=dict(found.headings),
            heading_levels=tuple(found.heading_levels),
            definitions=tuple(self._markdown.references),
        )


_parser = cache(_Parser)


class _Found(markdown.Extension):
    """Collects what rules ask about while a text is parsed, and turns raw HTML into plain text."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[Link] = []
        self.images: list[TextImage] = []
        self.raw_html: list[str] = []
        self.insertions: list[str] = []
        self.anchors: list[str] = []
        self.headings: dict[str, str] = {}
        self.heading_levels: list[int] = []

    def reset(self) -> None:
        """Forgets the text before; called by ``Markdown.reset``."""
        for seen in (self.links, self.images, self.raw_html, self.insertions, self.anchors, self.heading_levels):
            seen.clear()
        self.headings.clear()

    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")
        md.inlinePatterns.register(_RawHtml(HTML_RE, md, self.raw_html), "html", 90)
        md.parser.blockprocessors.register(_Insertion(md.parser, self.insertions), "insertion", 100)
        # After all that changes the tree: toc gives headings their ids at priority 5.
        md.treeprocessors.register(_Observer(md, self), "observer", 1)


class _RawHtml(InlineProcessor):
    """A tag or comment becomes the text that it is."""

    def __init__(self, pattern: str, md: markdown.Markdown, seen: list[str]) -> None:
        super().__init__(pattern, md)
        self._seen = seen

    def handleMatch(  # type: ignore[override]  # noqa: N802
        self, m: re.Match[str], data: str
    ) -> tuple[str, int, int]:
        written = self.unescape(m[1])
        self._seen.append(written)
        return self.md.htmlStash.store(str(Markup.escape(written))), m.start(0), m.end(0)


class _Insertion(BlockProcessor):
    """A block that is a «sett inn» line becomes the place of a fragment."""

    def __init__(self, parser: markdown.blockparser.BlockParser, seen: list[str]) -> None:
        super().__init__(parser)
        self._seen = seen

    def test(self, parent: ElementTree.Element, block: str) -> bool:
        return INSERTION_LINE.fullmatch(block.strip("\n")) is not None

    def run(self, parent: ElementTree.Element, blocks: list[str]) -> None:
        match = INSERTION_LINE.fullmatch(blocks.pop(0).strip("\n"))
        if match is not None:
            self._seen.append(match[1])
            ElementTree.SubElement(parent, INSERTION_TAG, {"name": match[1]})


class _Observer(Treeprocessor):
    """Notes links and headings of the finished tree, and says what its images and the headings of tables are for."""

    def __init__(self, md: markdown.Markdown, found: _Found) -> None:
        super().__init__(md)
        self._found = found

    def run(self, root: ElementTree.Element) -> None:
        self._found.images += make_figures(root)
        for element in root.iter():
            if element.tag == "a" and "href" in element.attrib:
                self._found.links.append(Link(decoded(element.attrib["href"]), "".join(element.itertext())))
            if identifier := element.attrib.get("id"):
                self._found.anchors.append(identifier)
                if re.fullmatch("h[1-6]", element.tag):
                    self._found.heading_levels.append(int(element.tag[1]))
                    self._found.headings[identifier] = "".join(element.itertext())
            if element.tag == "th":
                _scope(element)


def _scope(header: ElementTree.Element) -> None:
    """Says that a heading is of its column, since Markdown has no others; one that says nothing is no heading."""
    if "".join(header.itertext()).strip() or len(header):
        header.set("scope", "col")
    else:
        header.tag = "td"
