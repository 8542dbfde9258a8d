"""Writes roadmap/slides/arial_metrics.json: the widths of Arial's characters, from its metric twin Liberation Sans.

Needs Liberation Sans 2, which is under the SIL Open Font License (Debian package fonts-liberation2, or fonts-liberation
from Debian 13). Usage: python tools/font_metrics.py [FOLDER-OF-THE-FONTS]
"""

from __future__ import annotations

import json
import sys
from itertools import chain
from pathlib import Path

from fontTools.ttLib import TTFont

FONTS = "/usr/share/fonts/truetype/liberation2"
TARGET = Path(__file__).parents[1] / "roadmap/slides/arial_metrics.json"
# Latin, punctuation, currency, arrows and mathematical signs.
CODE_POINTS = list(chain(range(0x20, 0x250), range(0x1E00, 0x1F00), range(0x2010, 0x2070), range(0x20A0, 0x2300)))


def main(folder: str = FONTS) -> None:
    regular, bold = (TTFont(Path(folder) / f"LiberationSans-{style}.ttf") for style in ("Regular", "Bold"))
    characters = "".join(
        chr(code) for code in CODE_POINTS if code in regular.getBestCmap() and code in bold.getBestCmap()
    )
    horizontal = regular["hhea"]
    metrics = {
        "source": f"Liberation Sans, {regular['name'].getDebugName(5)}; written by tools/font_metrics.py",
        "copyright": regular["name"].getDebugName(0),
        "licence": regular["name"].getDebugName(13),
        "units_per_em": regular["head"].unitsPerEm,
        "line_height": horizontal.ascent - horizontal.descent + horizontal.lineGap,
        "characters": characters,
        "regular": advances(regular, characters),
        "bold": advances(bold, characters),
    }
    lines = [f"  {json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}" for key, value in metrics.items()]
    TARGET.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


def advances(font: TTFont, characters: str) -> list[int]:
    names = font.getBestCmap()
    return [font["hmtx"][names[ord(character)]][0] for character in characters]


if __name__ == "__main__":
    main(*sys.argv[1:])
