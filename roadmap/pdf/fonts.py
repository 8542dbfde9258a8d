"""The typeface in print: font faces for WeasyPrint, and the font that form fields are written in."""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import cache

from fontTools import subset
from fontTools.ttLib import TTFont

from roadmap.typeface import FAMILY, STYLES, font_file


def font_faces() -> str:
    """``@font-face`` rules with the local files, for WeasyPrint."""
    return "\n".join(
        f"@font-face {{ font-family: '{FAMILY}'; font-weight: {weight}; font-style: {slant}; "
        f"src: url('{font_file(style).as_uri()}') }}"
        for style, (weight, slant) in STYLES.items()
    )


@dataclass(frozen=True)
class FormFont:
    """The regular style in the single-byte encoding that PDF form fields need, Windows-1252."""

    data: bytes
    widths: list[int]
    box: tuple[int, int, int, int]


@cache
def form_font() -> FormFont:
    """The font that fields of a form are written in."""
    letters = [bytes([code]).decode("cp1252", errors="replace") for code in range(32, 256)]
    font = TTFont(font_file("Regular"), recalcTimestamp=False)
    subsetter = subset.Subsetter(subset.Options(layout_features=[], hinting=False, notdef_outline=True))
    subsetter.populate(text="".join(letters))
    subsetter.subset(font)
    data = io.BytesIO()
    font.save(data)
    head, names, scale = font["head"], font.getBestCmap(), 1000 / font["head"].unitsPerEm
    return FormFont(
        data.getvalue(),
        [round(font["hmtx"][names.get(ord(letter), ".notdef")][0] * scale) for letter in letters],
        (round(head.xMin * scale), round(head.yMin * scale), round(head.xMax * scale), round(head.yMax * scale)),
    )
