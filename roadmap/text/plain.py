"""Text that strangers wrote, as text that can be shown."""

from __future__ import annotations

import re
import unicodedata


def clean(text: str) -> str:
    """The text in plain lines: without control and format characters, which could steer a terminal or turn words."""
    text = re.sub(r"\r\n?|[\x85\u2028\u2029]", "\n", text)
    text = re.sub(r"[\t\v\f]", " ", text)
    kept = (char for char in text if char == "\n" or unicodedata.category(char) not in ("Cc", "Cf", "Cs"))
    return "".join(kept).strip()


def one_line(text: str) -> str:
    """The text cleaned, on one line."""
    return " ".join(clean(text).split())
