"""The typeface as the site serves it: WOFF2 files with the characters that the texts use."""

from __future__ import annotations

import io
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

from roadmap import urls
from roadmap.typeface import STYLES, font_file

# The letters of Western Europe and those of Sami, and the typography that the texts use.
_UNICODES = [
    *range(0x20, 0x7F),
    *range(0xA0, 0x100),
    *(ord(letter) for letter in "ČčĐđŊŋŠšŦŧŽž"),
    *range(0x2010, 0x2027),
    *(ord(sign) for sign in "\u202f€←→−✓"),
]


def web_fonts() -> dict[str, bytes]:
    """WOFF2 files by their path on the site. Takes the better part of a second, so ask once a build."""
    return {urls.web_font(style): _subset(font_file(style)) for style in STYLES}


def _subset(file: Path) -> bytes:
    font = TTFont(file, recalcTimestamp=False)
    subsetter = subset.Subsetter(subset.Options(layout_features=["*"]))
    subsetter.populate(unicodes=_UNICODES)
    subsetter.subset(font)
    font.flavor = "woff2"
    data = io.BytesIO()
    font.save(data)
    return data.getvalue()
