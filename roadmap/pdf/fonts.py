"""Atkinson Hyperlegible, drawn for readers with low vision: files for print, small web fonts for the site.

Source: Braille Institute, SIL Open Font License; the files come with the package fontpkg-atkinson-hyperlegible.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

import fontpkg_atkinson_hyperlegible
from fontTools import subset
from fontTools.ttLib import TTFont

FAMILY = "Atkinson Hyperlegible"
STYLES = {
    "Regular": (400, "normal"),
    "Bold": (700, "normal"),
    "Italic": (400, "italic"),
    "BoldItalic": (700, "italic"),
}
# Latin with Norwegian and Sami letters, and the typography that the texts use.
_UNICODES = [
    *range(0x20, 0x180),
    *range(0x2010, 0x2027),
    0x202F,
    0x20AC,
    0x2190,
    0x2192,
    0x2212,
    0x2713,
    0x00D7,
]


def font_file(style: str) -> Path:
    """The TrueType file of a style, for embedding in print."""
    folder = Path(str(files(fontpkg_atkinson_hyperlegible))) / "files"
    return next(folder.rglob(f"*-{style}.ttf"))


def font_faces() -> str:
    """``@font-face`` rules with the local files, for WeasyPrint."""
    return "\n".join(
        f"@font-face {{ font-family: '{FAMILY}'; font-weight: {weight}; font-style: {slant}; "
        f"src: url('{font_file(style).as_uri()}') }}"
        for style, (weight, slant) in STYLES.items()
    )


@cache
def web_fonts() -> dict[str, bytes]:
    """WOFF2 files by name, subset to the characters of the site."""
    return {f"fonts/atkinson-{style.lower()}.woff2": _subset(font_file(style)) for style in STYLES}


@dataclass(frozen=True)
class FormFont:
    """The regular style as PDF form fields need it: one byte a letter, numbered as in Windows-1252."""

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


def _subset(file: Path) -> bytes:
    options = subset.Options(flavor="woff2", layout_features=["*"])
    font = TTFont(file)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=_UNICODES)
    subsetter.subset(font)
    font.flavor = "woff2"
    data = io.BytesIO()
    font.save(data)
    return data.getvalue()
