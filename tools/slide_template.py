"""Writes templates/presentation/template.pptx, the master and the layouts of the slides, from the XML beside it.

Starts over: what somebody has changed in the file with PowerPoint is lost. Usage: python -m tools.slide_template [FILE]
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any

from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.util import Inches

from roadmap.slides.openxml import forget_origin, repacked, replace_part, set_language
from roadmap.templating import environment

TEMPLATES = Path(__file__).parents[1] / "templates"
LAYOUTS = (
    "opening",
    "columns",
    "whole",
    "step",
    "measure",
    "measure_long",
    "choices",
    "choices_4",
    "next_steps",
    "gains",
    "relapse",
)


def main(file: str = str(TEMPLATES / "presentation/template.pptx")) -> None:
    presentation = Presentation()
    presentation.slide_width, presentation.slide_height = Inches(40 / 3), Inches(7.5)
    presentation.element.find(qn("p:sldSz")).attrib.pop("type")
    forget_origin(presentation)
    master = presentation.slide_master
    replace(master.element, render("master.xml.j2"))
    replace(master.element, render("styles.xml.j2"))
    for layout in list(presentation.slide_layouts)[len(LAYOUTS) :]:
        presentation.slide_layouts.remove(layout)
    for name, layout in zip(LAYOUTS, presentation.slide_layouts, strict=True):
        replace(layout.element, render(f"layouts/{name}.xml.j2"))
        for attribute in ("type", "preserve"):
            layout.element.attrib.pop(attribute, None)
    theme = render("theme.xml.j2").encode()
    replace_part(master.part.part_related_by(RT.THEME), theme)
    replace_part(presentation.notes_master.part.part_related_by(RT.THEME), theme)
    properties = presentation.core_properties
    properties.title, properties.author, properties.last_modified_by = "Lysbildemal for veikartet", "", ""
    set_language(presentation.element)
    Path(file).write_bytes(repacked(presentation))


def render(template: str) -> str:
    return environment(TEMPLATES).get_template(f"presentation/{template}").render(tokens=tokens()).strip()


def tokens() -> dict[str, str]:
    """The light colours of the project by name, as six hexadecimal digits."""
    root = (TEMPLATES / "theme/assets/tokens.css").read_text(encoding="utf-8").partition("}")[0]
    return {name: value.upper() for name, value in re.findall(r"--([\w-]+):\s*#([0-9a-f]{6});", root)}


def replace(element: Any, xml: str) -> None:
    """Puts an element in the place of a master's or layout's own of the same name."""
    new = parse_xml(re.sub(r">\s+<", "><", xml))
    element.replace(element.find(new.tag), new)


if __name__ == "__main__":
    main(*sys.argv[1:])
