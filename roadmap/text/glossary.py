"""Explains the glossary's terms on every page: the first time one occurs in running text, it opens its meaning."""

from __future__ import annotations

import re

from bs4 import BeautifulSoup, NavigableString, Tag

from roadmap.content.model import Term

_TEXT = ["p", "li", "dd", "td", "blockquote"]
_NOT_WITHIN = ["a", "button", "summary", "h1", "h2", "h3", "h4", "cite", "nav", "code", "th", "dt"]
# The lead, and what is looked at rather than read, stay free of buttons.
_NOT_WITHIN_CLASSES = frozenset(
    re.findall(r"\w+", "lead kicker tags roles downloads glossary road card facts question__audience")
)


def explain(html: str, terms: list[Term]) -> str:
    """The page with each term made a button at its first occurrence, which opens a popover with the meaning.

    Popovers open and close with mouse, touch and keyboard, Escape included, without a script.
    """
    soup = BeautifulSoup(html, "html.parser")
    left = {form.lower(): term for term in terms for form in (term.term, *term.forms)}
    for text in [text for text in soup.find_all(string=True) if _is_running_text(text)]:
        _explain_in(soup, text, left)
    return str(soup)


def _is_running_text(text: NavigableString) -> bool:
    if type(text) is not NavigableString or text.find_parent(_NOT_WITHIN):
        return False
    if text.find_parent(lambda tag: bool(_NOT_WITHIN_CLASSES.intersection(tag.get("class") or []))):
        return False
    return text.find_parent(_TEXT) is not None


def _explain_in(soup: BeautifulSoup, text: NavigableString, left: dict[str, Term]) -> None:
    while left:
        pattern = "|".join(map(re.escape, sorted(left, key=len, reverse=True)))
        match = re.search(rf"(?<![\w-])({pattern})(?![\w-])", text, re.IGNORECASE)
        if match is None:
            return
        term = left[match[1].lower()]
        for form in [form for form, other in left.items() if other is term]:
            del left[form]
        before, after = NavigableString(text[: match.start()]), NavigableString(text[match.end() :])
        text.replace_with(before, *_button(soup, match[1], term), after)
        text = after


def _button(soup: BeautifulSoup, word: str, term: Term) -> tuple[Tag, Tag]:
    identifier = f"ord-{term.slug}"
    button = soup.new_tag("button", attrs={"type": "button", "class": "term", "popovertarget": identifier})
    button.string = word
    meaning = soup.new_tag(
        "span", attrs={"popover": "", "id": identifier, "class": "term__meaning", "data-pagefind-ignore": "all"}
    )
    name = soup.new_tag("strong")
    name.string = term.term
    meaning.extend([name, NavigableString(f": {term.meaning}")])
    return button, meaning
