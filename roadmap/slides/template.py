"""The PowerPoint file whose master and layouts the slides are made from: what is where, and how large its text is.

People in communications change the look there (View > Slide Master in PowerPoint). The build knows layouts and
placeholders by their names.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pptx
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.exc import PackageNotFoundError
from pptx.presentation import Presentation
from pptx.shapes.base import BaseShape
from pptx.shapes.placeholder import LayoutPlaceholder
from pptx.slide import SlideLayout

from roadmap.errors import OutputError
from roadmap.slides import openxml
from roadmap.slides.openxml import LevelStyle

_TITLES = (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE)
# What PowerPoint takes where nothing is said, in EMU and points.
_INSETS = {"l": 91440, "t": 45720, "r": 91440, "b": 45720}
_SIZE = 18.0
_LEVELS = 5


@dataclass(frozen=True)
class Level:
    """How text of a level is set: sizes and distances in points, line spacing as a share of a line."""

    size: float
    bold: bool
    left: float
    spacing: float
    before: float


@dataclass(frozen=True)
class Frame:
    """A placeholder of a layout: its place on the slide in inches, and how its text is set."""

    name: str
    left: float
    top: float
    width: float
    height: float
    inset_width: float
    inset_height: float
    levels: tuple[Level, ...]

    @property
    def right(self) -> float:
        return self.left + self.width

    @property
    def bottom(self) -> float:
        return self.top + self.height

    @property
    def middle(self) -> float:
        return self.top + self.height / 2


class Template:
    """A template that has been opened, and becomes the presentation.

    Raises:
        OutputError: when it can't be read, or has slides of its own.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        try:
            self.presentation: Presentation = pptx.Presentation(str(file))
        except (PackageNotFoundError, zipfile.BadZipFile, KeyError, ValueError, SyntaxError) as error:
            raise OutputError(f"{file.name} er ikke en PowerPoint-fil (.pptx) – hent den fram igjen med git") from error
        if len(self.presentation.slides):
            raise OutputError(f"{file.name} har egne lysbilder – slett dem, så bare malen er igjen")

    def layout(self, name: str) -> SlideLayout:
        """A layout by its name.

        Raises:
            OutputError: when the template has none of that name.
        """
        layout: SlideLayout | None = self.presentation.slide_layouts.get_by_name(name)
        if layout is None:
            names = ", ".join(f"«{layout.name}»" for layout in self.presentation.slide_layouts)
            raise OutputError(
                f"{self._file.name} mangler oppsettet «{name}» – gi ett av oppsettene det navnet ({names})"
            )
        return layout

    def frame(self, layout: str, name: str) -> Frame:
        """A placeholder of a layout by its name.

        Raises:
            OutputError: when the layout has none of that name.
        """
        placeholder = self._find(layout, name)
        if placeholder is None:
            names = ", ".join(f"«{shape.name}»" for shape in openxml.placeholders(self.layout(layout)))
            raise OutputError(
                f"{self._file.name}: oppsettet «{layout}» mangler plassholderen «{name}» – "
                f"gi en plassholder det navnet i valgruten (oppsettet har {names})"
            )
        return self._frame(placeholder)

    def colour(self, slot: str) -> str:
        """A colour of the theme as ``#rrggbb``.

        Raises:
            OutputError: when the theme lacks it.
        """
        colour = openxml.theme_colour(self.presentation, slot)
        if colour is None:
            raise OutputError(f"{self._file.name} mangler temafargen «{slot}» – velg et fargesett i malen")
        return colour

    def _find(self, layout: str, name: str) -> LayoutPlaceholder | None:
        return next((shape for shape in openxml.placeholders(self.layout(layout)) if shape.name == name), None)

    def _frame(self, placeholder: LayoutPlaceholder) -> Frame:
        sources = self._sources(placeholder)
        insets = dict(_INSETS)
        for shape in reversed(sources):
            insets |= openxml.insets(shape)
        return Frame(
            placeholder.name,
            placeholder.left.inches,
            placeholder.top.inches,
            placeholder.width.inches,
            placeholder.height.inches,
            (insets["l"] + insets["r"]) / 914400,
            (insets["t"] + insets["b"]) / 914400,
            tuple(self._level(placeholder, sources, level) for level in range(_LEVELS)),
        )

    def _sources(self, placeholder: LayoutPlaceholder) -> list[BaseShape]:
        """The placeholder, and the one of the master that it takes after."""
        kind = placeholder.placeholder_format.type
        above = PP_PLACEHOLDER.TITLE if kind in _TITLES else PP_PLACEHOLDER.BODY
        master = self.presentation.slide_master.placeholders.get(above)
        return [placeholder] if master is None else [placeholder, master]

    def _level(self, placeholder: LayoutPlaceholder, sources: list[BaseShape], level: int) -> Level:
        styles = list(self._styles(placeholder, sources, level))
        return Level(
            size=next((style.size for style in styles if style.size is not None), _SIZE),
            bold=next((style.bold for style in styles if style.bold is not None), False),
            left=next((style.left for style in styles if style.left is not None), 0.0),
            spacing=next((style.spacing for style in styles if style.spacing is not None), 1.0),
            before=next((style.before for style in styles if style.before is not None), 0.0),
        )

    def _styles(self, placeholder: LayoutPlaceholder, sources: list[BaseShape], level: int) -> Iterator[LevelStyle]:
        """What is said of a level, from the nearest place to the farthest."""
        for shape in sources:
            yield from openxml.level_styles(shape, level)
        kind = "title" if placeholder.placeholder_format.type in _TITLES else "body"
        yield from openxml.master_level_styles(self.presentation.slide_master.element, kind, level)
