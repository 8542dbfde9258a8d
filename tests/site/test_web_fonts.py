"""The typeface as the site serves it."""

from __future__ import annotations

import io

from fontTools.ttLib import TTFont

from roadmap.site.web_fonts import web_fonts


def test_each_style_has_the_letters_of_the_texts_in_a_small_file() -> None:
    fonts = web_fonts()
    assert sorted(fonts) == [
        "assets/fonts/atkinson-bold.woff2",
        "assets/fonts/atkinson-bolditalic.woff2",
        "assets/fonts/atkinson-italic.woff2",
        "assets/fonts/atkinson-regular.woff2",
    ]
    for data in fonts.values():
        font = TTFont(io.BytesIO(data))
        assert font.flavor == "woff2"
        assert {ord(letter) for letter in "ÆØÅæøåčšž«»–…"} <= font.getBestCmap().keys()
        assert len(data) < 40_000


def test_the_same_fonts_have_the_same_bytes() -> None:
    assert web_fonts() == web_fonts()
