"""Atkinson Hyperlegible, drawn for readers with low vision: its name, its styles and their files.

Source: Braille Institute, SIL Open Font License; the files come with the package fontpkg-atkinson-hyperlegible.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType

import fontpkg_atkinson_hyperlegible

FAMILY = "Atkinson Hyperlegible"
FOLDER = Path(str(files(fontpkg_atkinson_hyperlegible))) / "files"
# CSS weight and style by the name that the files have.
STYLES: Mapping[str, tuple[int, str]] = MappingProxyType(
    {
        "Regular": (400, "normal"),
        "Bold": (700, "normal"),
        "Italic": (400, "italic"),
        "BoldItalic": (700, "italic"),
    }
)


def font_file(style: str) -> Path:
    """The TrueType file of a style."""
    return next(FOLDER.rglob(f"*-{style}.ttf"))
