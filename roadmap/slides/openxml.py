"""What PowerPoint files need and python-pptx has no public way to do; each function says what it assumes.

Everything that touches python-pptx's private parts, or the XML below its objects, is here.
"""

from __future__ import annotations

import copy
import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import Part, XmlPart
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.presentation import Presentation
from pptx.shapes.base import BaseShape
from pptx.shapes.connector import Connector
from pptx.shapes.placeholder import LayoutPlaceholder
from pptx.slide import Slide, SlideLayout
from pptx.text.text import _Run

from roadmap import office_files

LANGUAGE = "nb-NO"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PROPERTIES = office_files.EXTENDED_PROPERTIES.format(application="Microsoft Office PowerPoint").encode()
_DECORATIVE = (
    f'<a:extLst xmlns:a="{_DRAWING}"><a:ext uri="{{C183D7F6-B498-43B3-948B-1728B52AA6E4}}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)
# PowerPoint colours links by itself unless told to leave the text's own colour.
_LINK_KEEPS_COLOUR = (
    f'<a:extLst xmlns:a="{_DRAWING}"><a:ext uri="{{A12FA001-AC4F-418D-AE19-62706E023703}}"><ahyp:hlinkClr '
    'xmlns:ahyp="http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor" val="tx"/></a:ext></a:extLst>'
)


def placeholders(layout: SlideLayout) -> list[LayoutPlaceholder]:
    """A layout's placeholders; python-pptx's own sequence of them has a type that checkers can't follow."""
    found: Any = layout.placeholders
    return list(found)


@dataclass(frozen=True)
class LevelStyle:
    """What one place in a file says of a level of text, in points; ``None`` where it says nothing."""

    size: float | None
    bold: bool | None
    left: float | None
    spacing: float | None
    before: float | None


def level_styles(shape: BaseShape, level: int) -> Iterator[LevelStyle]:
    """What a placeholder of a master or layout says of a level of its text, counted from 0."""
    yield from _level_styles(shape._element.find(f".//{qn('a:lstStyle')}"), level)


def master_level_styles(master_element: Any, kind: str, level: int) -> Iterator[LevelStyle]:
    """What a master's ``title``, ``body`` or ``other`` text styles say of a level."""
    yield from _level_styles(master_element.find(f"{qn('p:txStyles')}/{qn(f'p:{kind}Style')}"), level)


def _level_styles(styles: Any, level: int) -> Iterator[LevelStyle]:
    found = None if styles is None else styles.find(qn(f"a:lvl{level + 1}pPr"))
    if found is None:
        return
    font = found.find(qn("a:defRPr"))
    size, bold = (None, None) if font is None else (font.get("sz"), font.get("b"))
    left = found.get("marL")
    before = found.find(f"{qn('a:spcBef')}/{qn('a:spcPts')}")
    spacing = found.find(f"{qn('a:lnSpc')}/{qn('a:spcPct')}")
    yield LevelStyle(
        size=int(size) / 100 if size else None,
        bold=bold in ("1", "true") if bold else None,
        left=int(left) / 12700 if left else None,
        spacing=_share(spacing.get("val")) if spacing is not None else None,
        before=int(before.get("val")) / 100 if before is not None else None,
    )


def _share(percentage: str) -> float:
    """A percentage as Office writes it, ``95000`` or ``95%``."""
    return float(percentage[:-1]) / 100 if percentage.endswith("%") else int(percentage) / 100000


def insets(shape: BaseShape) -> dict[str, int]:
    """The distances in EMU between frame and text that a shape states: ``l``, ``t``, ``r`` and ``b``."""
    body = shape._element.find(f".//{qn('a:bodyPr')}")
    return {side: int(body.get(f"{side}Ins")) for side in "ltrb" if body is not None and body.get(f"{side}Ins")}


def theme_colour(presentation: Presentation, slot: str) -> str | None:
    """A colour of the slides' theme as ``#rrggbb``; slots are named as in the file, ``dk1`` or ``accent1``."""
    theme = parse_xml(presentation.slide_master.part.part_related_by(RT.THEME).blob)
    for colour in theme.iterfind(f".//{qn('a:clrScheme')}/{qn(f'a:{slot}')}/*"):
        value = colour.get("lastClr") or colour.get("val")
        return f"#{value.lower()}"
    return None


def remove(shape: BaseShape) -> None:
    element = shape._element
    element.getparent().remove(element)


def put_before(shape: BaseShape, other: BaseShape) -> None:
    """Moves ``shape`` behind ``other``, which screen readers come to next."""
    other._element.addprevious(shape._element)


def put_after(shape: BaseShape, other: BaseShape) -> None:
    """Moves ``shape`` in front of ``other``, so that screen readers come to it next."""
    other._element.addnext(shape._element)


def add_slide_number(slide: Slide) -> None:
    """Shows the layout's slide number, which python-pptx leaves out of a new slide; place and size are the layout's."""
    for field in slide.slide_layout.element.iter(qn("a:fld")):
        if field.get("type") == "slidenum":
            element = copy.deepcopy(next(field.iterancestors(qn("p:sp"))))
            element.find(qn("p:spPr")).clear()
            styles = element.find(f".//{qn('a:lstStyle')}")
            if styles is not None:
                styles.clear()
            element.nvSpPr.cNvPr.set("id", str(slide.shapes._next_shape_id))
            slide.shapes._spTree.append(element)


def describe(shape: BaseShape, text: str) -> None:
    """Gives a shape an alternative text."""
    shape._element._nvXxPr.cNvPr.set("descr", text)


def mark_as_decorative(shape: BaseShape) -> None:
    """Marks a shape as nothing that a screen reader should mention."""
    shape._element._nvXxPr.cNvPr.append(parse_xml(_DECORATIVE))


def link(run: _Run, url: str) -> None:
    """Makes text a link that keeps its colour."""
    run.hyperlink.address = url
    run._r.get_or_add_rPr().find(qn("a:hlinkClick")).append(parse_xml(_LINK_KEEPS_COLOUR))


def point_at_end(line: Connector) -> None:
    """Gives a line an arrowhead; its colour and width must have been set, since the order of elements matters."""
    line.line._get_or_add_ln().append(parse_xml(f'<a:tailEnd xmlns:a="{_DRAWING}" type="triangle"/>'))


def set_language(element: Any) -> None:
    """Marks every text below an XML element as Norwegian, for spelling and speech."""
    for run in element.iter(qn("a:r")):
        run.get_or_add_rPr()
    for properties in element.iter(qn("a:rPr"), qn("a:endParaRPr"), qn("a:defRPr")):
        properties.set("lang", LANGUAGE)


def forget_origin(presentation: Presentation) -> None:
    """Drops what a file says of the one it began as: a picture of it, its printer, its slides' titles."""
    package = presentation.part.package
    for owner, kind in ((package, RT.THUMBNAIL), (presentation.part, RT.PRINTER_SETTINGS)):
        for identifier in [key for key, relation in owner._rels.items() if relation.reltype == kind]:
            owner._rels.pop(identifier)
    for relation in package._rels.values():
        if relation.reltype == RT.EXTENDED_PROPERTIES:
            replace_part(relation.target_part, _PROPERTIES)


def replace_part(part: Part, content: bytes) -> None:
    """Replaces the content of a part, which python-pptx may have parsed."""
    if isinstance(part, XmlPart):
        part._element = parse_xml(content)
    else:
        part.blob = content


def repacked(presentation: Presentation) -> bytes:
    """The file's bytes: the same slides give the same bytes."""
    data = io.BytesIO()
    presentation.save(data)
    return office_files.repacked(data.getvalue())
