"""Editors' Markdown made into HTML that is safe to publish, and counted as words."""

from __future__ import annotations

import re
from collections.abc import Iterator

import markdown
import nh3
from markdown.extensions import toc

# The extensions of mkdocs.yml that editors' text may rely on in every rendering.
MARKDOWN_EXTENSIONS = ["tables", "attr_list", "sane_lists", "admonition", "toc"]

# A line «<!-- sett inn: navn -->» in a page asks the build to put something in, and these are what it can make.
INSERTION = re.compile(r"^<!-- sett inn: (.+?) -->$", re.MULTILINE)
INSERTIONS = {
    "spørsmål": "questions",
    "status": "status",
    "nedlastinger": "downloads",
    "innsikter": "insights",
    "scenarier": "scenarios",
    "sjekkliste for rom": "room_checklist",
    "sjekkliste": "checklist",
    "arbeidsark": "worksheets",
    "ordliste": "glossary",
    "kilder": "sources",
    "dekning": "coverage",
}

_TAGS = set(
    re.findall(
        r"\w+",
        """a abbr blockquote br caption code dd del details div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr img li
        ol p pre section span strong sub summary sup table tbody td th thead tr ul""",
    )
)
_ATTRIBUTES = {
    "*": {"class", "id", "title", "lang"},
    "a": {"href", "rel"},
    "img": {"src", "alt", "width", "height"},
    "td": {"colspan", "rowspan"},
    "th": {"scope", "colspan", "rowspan"},
    "ol": {"start"},
    # Details that share a name open one at a time.
    "details": {"name", "open"},
}
_SCHEMES = {"https", "http", "mailto", "tel"}
_TAG = re.compile(r"<\s*(/?)\s*([a-zA-Z][\w-]*)([^<>]*)>")
_WORD = re.compile(r"[0-9A-Za-zÀ-ÖØ-öø-ÿ]+(?:[-–'][0-9A-Za-zÀ-ÖØ-öø-ÿ]+)*")


def render(text: str) -> str:
    """Sanitised HTML of a Markdown text."""
    return sanitise(markdown.markdown(text, extensions=MARKDOWN_EXTENSIONS))


def sanitise(html: str) -> str:
    """HTML reduced to the tags, attributes and link schemes that a text needs; never a script or a style."""
    return nh3.clean(html, tags=_TAGS, attributes=_ATTRIBUTES, url_schemes=_SCHEMES, link_rel=None)


def scrollable_tables(html: str) -> str:
    """Lets a table that is wider than the window be scrolled sideways, with the keyboard too."""
    frame = '<div class="table" role="group" aria-label="Tabell" tabindex="0">'
    return re.sub(r"(<table>.*?</table>)", rf"{frame}\1</div>", html, flags=re.DOTALL)


def slugify(heading: str, separator: str) -> str:
    """An anchor in a–z of a Norwegian heading: «Spørsmål å drøfte» gives ``sporsmal-a-drofte``."""
    letters = heading.lower().translate({ord("æ"): "ae", ord("ø"): "o", ord("å"): "a"})
    return toc.slugify(letters, separator)


def disallowed_markup(text: str) -> Iterator[tuple[int, str]]:
    """Line offset and name of each raw HTML tag or dangerous address that ``sanitise`` would remove."""
    outside_code = re.sub(r"`[^`\n]*`", lambda match: " " * len(match[0]), text)
    outside_code = re.sub(r"<!--.*?-->", lambda match: re.sub(r"[^\n]", " ", match[0]), outside_code, flags=re.DOTALL)
    for match in _TAG.finditer(outside_code):
        name, attributes = match[2].lower(), match[3]
        if name in ("http", "https", "mailto"):
            continue
        if name not in _TAGS or re.search(r"(?i)\bon\w+\s*=|\bstyle\s*=|javascript:", attributes):
            yield text.count("\n", 0, match.start()), f"HTML-merket «<{name}>»"
    for match in re.finditer(r"\]\(\s*<?\s*((?:javascript|data|vbscript):)", outside_code, re.IGNORECASE):
        yield text.count("\n", 0, match.start()), f"en lenke som begynner med «{match[1]}»"


def plain_words(text: str) -> list[str]:
    """The words that a reader sees in a Markdown text."""
    seen = re.sub(r"<!--.*?-->", " ", text, flags=re.DOTALL)
    seen = re.sub(r"\]\([^)]*\)", "] ", seen)
    return _WORD.findall(seen)
