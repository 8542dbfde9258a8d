"""The words of a text as its reader sees them."""

from __future__ import annotations

import re

_LARGE_NUMBER = re.compile(r"(?<![\w-])[1-9]\d{0,2}(?: \d{3})+(?!\w)")
# In what Python's and JavaScript's regular expressions have in common: a form counts words in the browser too.
WORD = r"[0-9A-Za-zÀ-ÖØ-öø-ÿ]+(?:[-–'][0-9A-Za-zÀ-ÖØ-öø-ÿ]+)*"
# What nobody sees of a Markdown text, comments, pictures and the targets of links, and what is left there.
UNSEEN = (
    (r"<!--[\s\S]*?-->", " "),
    (r"!\[[^\]]*\](?:\([^)]*\)|\[[^\]]*\])", " "),
    (r"\]\([^)]*\)", "] "),
)
# What lists of search results show of a text.
_SHOWN = 160


def plain_words(text: str) -> list[str]:
    """The words that a reader sees in a Markdown text."""
    for pattern, left in UNSEEN:
        text = re.sub(pattern, left, text)
    return re.findall(WORD, text)


def shortened(text: str, most: int = _SHOWN) -> str:
    """As many whole sentences of a plain text as ``most`` characters hold, or else as many words."""
    if len(text) <= most:
        return text
    # A sentence ends with a word: the full stop of «St. Olavs» ends none.
    sentences = re.match(rf"(.{{0,{most - 4}}}[^\W\d_]{{3}}[.!?])(?=\s)", text, re.DOTALL)
    return sentences[1] if sentences else f"{text[:most].rpartition(' ')[0] or text[: most - 1]}…"


def unbroken_numbers(text: str) -> str:
    """The text with spaces that no line ends at within large numbers, which few know how to type."""
    return _LARGE_NUMBER.sub(lambda number: number[0].replace(" ", "\N{NO-BREAK SPACE}"), text)
