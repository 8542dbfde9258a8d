"""The words of a text as its reader sees them."""

from __future__ import annotations

import re

_WORD = re.compile(r"[0-9A-Za-zÀ-ÖØ-öø-ÿ]+(?:[-–'][0-9A-Za-zÀ-ÖØ-öø-ÿ]+)*")


def plain_words(text: str) -> list[str]:
    """The words that a reader sees in a Markdown text."""
    seen = re.sub(r"<!--.*?-->", " ", text, flags=re.DOTALL)
    seen = re.sub(r"\]\([^)]*\)", "] ", seen)
    return _WORD.findall(seen)
