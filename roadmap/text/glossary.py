"""Explains the glossary's terms: the first time one occurs in a page's running text, it opens its meaning."""

from __future__ import annotations

import re

from lxml import etree, html
from markupsafe import Markup

from roadmap.content.model import Term

_RUNNING_TEXT = frozenset({"p", "li", "dd", "td", "blockquote"})
_LEFT_ALONE = frozenset(
    [
        *("a", "button", "summary", "h1", "h2", "h3", "h4", "cite", "nav", "code", "th", "dt", "figcaption", "form"),
        *("label", "select", "template", "dialog"),
    ]
)
# The lead, tools, and what is looked at rather than read or copied, stay free of buttons.
_LEFT_ALONE_CLASSES = frozenset(
    [
        *("lead", "kicker", "tags", "roles", "downloads", "glossary", "road", "card", "facts", "question__audience"),
        *("ready-text", "picture", "needs-script"),
    ]
)


class Explainer:
    """Turns terms into buttons that open a popover with the meaning.

    Popovers open and close with mouse, touch and keyboard, Escape included, without a script.
    """

    def __init__(self, terms: list[Term]) -> None:
        self._terms = {form.lower(): term for term in terms for form in (term.term, *term.forms)}
        forms = "|".join(map(re.escape, sorted(self._terms, key=len, reverse=True)))
        self._pattern = re.compile(rf"(?<![\w-])({forms})(?![\w-])", re.IGNORECASE) if forms else None

    def explain(self, page: str) -> Markup:
        """The HTML of a page's article with each term explained where it first occurs."""
        if self._pattern is None or not self._pattern.search(page):
            return Markup(page)
        root = html.fragment_fromstring(page, create_parent=True)
        explained: set[str] = set()
        for text in root.xpath(".//text()"):
            if self._pattern.search(text):
                neighbour = text.getparent()
                parent, after = (neighbour, None) if text.is_text else (neighbour.getparent(), neighbour)
                if _is_running_text(parent):
                    self._explain_run(parent, after, explained)
        inner = html.tostring(root, encoding="unicode")
        return Markup(inner.removeprefix("<div>").removesuffix("</div>"))

    def _explain_run(self, parent: html.HtmlElement, after: html.HtmlElement | None, explained: set[str]) -> None:
        """Explains a run of text in ``parent``: what follows its child ``after``, or what comes first."""
        text = (parent.text if after is None else after.tail) or ""
        place = 0 if after is None else parent.index(after) + 1
        position = 0
        for match in self._pattern.finditer(text) if self._pattern else ():
            term = self._terms[match[1].lower()]
            if term.slug in explained:
                continue
            explained.add(term.slug)
            before = text[position : match.start()]
            if after is None:
                parent.text = before
            else:
                after.tail = before
            button, meaning = _button(match[1], term)
            parent.insert(place, button)
            parent.insert(place + 1, meaning)
            after, place, position = meaning, place + 2, match.end()
        if position and after is not None:
            after.tail = text[position:]


def _is_running_text(element: html.HtmlElement) -> bool:
    ancestors = [element, *element.iterancestors()]
    if any(one.tag in _LEFT_ALONE or _LEFT_ALONE_CLASSES.intersection(one.classes) for one in ancestors):
        return False
    return any(one.tag in _RUNNING_TEXT for one in ancestors)


def _button(word: str, term: Term) -> tuple[html.HtmlElement, html.HtmlElement]:
    identifier = f"ord-{term.slug}"
    button = html.Element("button", {"type": "button", "class": "term", "popovertarget": identifier})
    button.text = word
    meaning = html.Element(
        "span", {"popover": "", "id": identifier, "class": "term__meaning", "data-search-ignore": ""}
    )
    name = etree.SubElement(meaning, "strong")
    name.text, name.tail = term.term, f": {term.meaning}"
    return button, meaning
