"""What Python-Markdown writes in place of characters until a text is finished."""

from __future__ import annotations

import re

import markdown
from markupsafe import Markup


def decoded(attribute: str) -> str:
    """An attribute as a browser reads it: entities and Python-Markdown's own stand-ins decoded."""
    own = re.sub(markdown.util.AMP_SUBSTITUTE, "&", attribute)
    own = re.sub(r"\x02(\d+)\x03", lambda escaped: chr(int(escaped[1])), own)
    return str(Markup(own).unescape()).replace("\t", "").replace("\n", "").replace("\r", "").strip()
