"""Draws the pictures that links are shown with, as small PNG files of a few colours, without Pango."""

from __future__ import annotations

import io
from collections.abc import Mapping
from functools import cache

from PIL import Image, ImageDraw, ImageFont

from roadmap.site.social_cards import Card
from roadmap.site.text_lines import broken
from roadmap.typeface import font_file

WIDTH, HEIGHT = 1200, 630
_LEFT, _RIGHT = 230, WIDTH - 70
_ROAD, _ROAD_WIDTH = 112, 14
_KICKER_TOP, _TITLE_TOP, _TITLE_BOTTOM, _FOOT = 92, 150, 470, 560
_KICKER, _LABEL = 34, 32
_LARGEST, _SMALLEST = 84, 8
_LINE = 1.14
# Shapes are drawn so many times larger and then made smaller, since Pillow gives them no smooth edges.
_SMOOTH = 4
_COLOURS = 48


def picture(card: Card, colours: Mapping[str, str]) -> bytes:
    """A card as PNG; ``colours`` are the site's, by their names in its style sheets."""
    ink, ground = colours["ink"], colours["ground"]
    accent = colours[f"phase-{card.phase}"] if card.phase else ink
    image = _road(card.letter, accent, ground).copy()
    draw = ImageDraw.Draw(image)
    kicker = _fitted(card.kicker, _KICKER, 1)
    draw.text((_LEFT, _KICKER_TOP), "\n".join(kicker.lines), fill=accent, font=kicker.font)
    title = _fitted(card.title, _LARGEST, 4)
    for number, line in enumerate(title.lines):
        draw.text((_LEFT, _TITLE_TOP + number * title.size * _LINE), line, fill=ink, font=title.font)
    label = _label(card)
    draw.text((_LEFT, _FOOT), card.site_name, fill=ink, font=label, anchor="lm")
    if card.notice:
        left = _RIGHT - draw.textlength(card.notice, label)
        draw.rounded_rectangle((left - 24, _FOOT - 32, _RIGHT, _FOOT + 32), radius=12, outline=ink, width=3)
        draw.text((left - 12, _FOOT), card.notice, fill=ink, font=label, anchor="lm")
    data = io.BytesIO()
    image.quantize(_COLOURS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(data, "PNG")
    return data.getvalue()


def _label(card: Card) -> ImageFont.FreeTypeFont:
    """The largest type in which the name and the notice stand beside each other."""
    fonts = [_font("Bold", size) for size in range(_LABEL, _SMALLEST, -2)]
    room = _RIGHT - _LEFT - 60
    return next(
        (font for font in fonts if font.getlength(card.site_name) + font.getlength(card.notice) <= room), fonts[-1]
    )


class _Fitted:
    """A text set in lines that are no wider than the picture has room for, as large as its room allows."""

    def __init__(self, text: str, size: int) -> None:
        self.size = size
        self.font = _font("Bold", size)
        self.lines = broken(text, _RIGHT - _LEFT, self.font.getlength)

    def fits(self, most_lines: int) -> bool:
        is_low = len(self.lines) <= most_lines and len(self.lines) * self.size * _LINE <= _TITLE_BOTTOM - _TITLE_TOP
        return is_low and all(self.font.getlength(line) <= _RIGHT - _LEFT for line in self.lines)


def _fitted(text: str, largest: int, most_lines: int) -> _Fitted:
    """The text in the largest type that its room and its longest word allow."""
    sizes = range(largest, _SMALLEST, -2)
    return next(
        (fitted for size in sizes if (fitted := _Fitted(text, size)).fits(most_lines)), _Fitted(text, _SMALLEST)
    )


@cache
def _font(style: str, size: int) -> ImageFont.FreeTypeFont:
    # Raqm, which not every machine has, sets some texts a little differently.
    return ImageFont.truetype(str(font_file(style)), size, layout_engine=ImageFont.Layout.BASIC)


@cache
def _road(letter: str, colour: str, ground: str) -> Image.Image:
    """The empty card: the road along its left side, with a stop that has the step's letter, or one without."""
    height, radius = HEIGHT * _SMOOTH, (62 if letter else 30) * _SMOOTH
    strip = Image.new("RGB", (2 * _ROAD * _SMOOTH, height), ground)
    draw = ImageDraw.Draw(strip)
    middle, stop = _ROAD * _SMOOTH, (_TITLE_TOP + 48) * _SMOOTH
    half = _ROAD_WIDTH * _SMOOTH // 2
    draw.rectangle((middle - half, 0, middle + half, height), fill=colour)
    circle = (middle - radius, stop - radius, middle + radius, stop + radius)
    draw.ellipse(circle, fill=colour if letter else ground, outline=colour, width=2 * half)
    if letter:
        draw.text((middle, stop), letter, fill=ground, font=_font("Bold", 80 * _SMOOTH), anchor="mm")
    card = Image.new("RGB", (WIDTH, HEIGHT), ground)
    card.paste(strip.resize((2 * _ROAD, HEIGHT), Image.Resampling.BOX), (0, 0))
    return card
