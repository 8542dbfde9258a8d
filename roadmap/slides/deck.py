"""A PowerPoint file with the project's own master, layouts and theme; knows nothing of what the slides say.

Everything that can be read stands in placeholders and native shapes, so that people can change it in PowerPoint. The
same slides give the same bytes.
"""

from __future__ import annotations

import copy
import datetime
import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pptx import Presentation
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import XmlPart
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.shapes.autoshape import Shape
from pptx.shapes.base import BaseShape
from pptx.shapes.placeholder import SlidePlaceholder
from pptx.slide import Slide, SlideLayout
from pptx.util import Emu, Inches, Length, Pt

from roadmap.errors import OutputError
from roadmap.slides.text_fit import Block, height
from roadmap.templating import environment
from roadmap.typeface import FAMILY

LANGUAGE = "nb-NO"
WIDTH, HEIGHT = Emu(12192000), Inches(7.5)
LAYOUTS = ("opening", "columns", "whole", "step", "example", "next_steps")
_SPACING = 0.95
_DECORATIVE = (
    '<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)
# PowerPoint colours links by itself unless told to leave the text's own colour.
_LINK_KEEPS_COLOUR = (
    '<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:ext uri="{A12FA001-AC4F-418D-AE19-62706E023703}"><ahyp:hlinkClr '
    'xmlns:ahyp="http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor" val="tx"/></a:ext></a:extLst>'
)


@dataclass(frozen=True)
class Run:
    """Text of one kind; colour, weight and address only where they differ from the layout's."""

    text: str
    colour: MSO_THEME_COLOR | None = None
    bold: bool | None = None
    address: str | None = None


@dataclass(frozen=True)
class Paragraph:
    runs: tuple[Run, ...]
    level: int = 0


def paragraph(text: str, level: int = 0, colour: MSO_THEME_COLOR | None = None) -> Paragraph:
    """A paragraph of one kind of text."""
    return Paragraph((Run(text, colour),), level)


class Deck:
    """A presentation under construction."""

    def __init__(self, templates: Path) -> None:
        self._environment = environment(templates)
        self.tokens = _tokens(templates / "theme/assets/tokens.css")
        self._file = Presentation()
        self._file.slide_width, self._file.slide_height = WIDTH, HEIGHT
        self._file.element.find(qn("p:sldSz")).attrib.pop("type")
        self._leave_out_what_is_not_ours()
        master = self._file.slide_master
        _draw(master.element, self._render("master.xml.j2"))
        for layout in list(self._file.slide_layouts)[len(LAYOUTS) :]:
            self._file.slide_layouts.remove(layout)
        for name, layout in zip(LAYOUTS, self._file.slide_layouts, strict=True):
            _draw(layout.element, self._render(f"layouts/{name}.xml.j2"))
            for attribute in ("type", "preserve"):
                layout.element.attrib.pop(attribute, None)
        master.part.part_related_by(RT.THEME).blob = self._theme()
        notes_theme = self._file.notes_master.part.part_related_by(RT.THEME)
        assert isinstance(notes_theme, XmlPart), "unlike the slides', which python-pptx leaves unread"
        notes_theme._element[:] = list(parse_xml(self._theme()))

    def slide(self, layout: str, title: str, notes: Sequence[str]) -> Slide:
        """A new slide at the end, with its title and the speaker's notes."""
        slide: Slide = self._file.slides.add_slide(self._file.slide_layouts[LAYOUTS.index(layout)])
        assert slide.shapes.title is not None
        for shape in slide.placeholders:
            shape.name = shape._base_placeholder.name
        fill(slide, 0, [paragraph(title)])
        slide.shapes._spTree.extend(_slide_numbers(slide.slide_layout))
        frame = slide.notes_slide.notes_text_frame
        assert frame is not None
        frame.text = "\n".join(notes)
        return slide

    def save(self, file: Path, *, title: str, author: str, date: datetime.date) -> None:
        """Writes the file, with the same bytes for the same slides."""
        properties = self._file.core_properties
        properties.title, properties.author, properties.last_modified_by = title, author, author
        properties.language, properties.revision = LANGUAGE, 1
        properties.created = properties.modified = datetime.datetime.combine(date, datetime.time())
        for slide in self._file.slides:
            _say_language(slide.element)
            _say_language(slide.notes_slide.element)
        _say_language(self._file.element)
        data = io.BytesIO()
        self._file.save(data)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(_repacked(data))

    def _render(self, template: str) -> str:
        rendered = self._environment.get_template(f"presentation/{template}").render(tokens=self.tokens, font=FAMILY)
        return rendered.strip()

    def _theme(self) -> bytes:
        return self._render("theme.xml.j2").encode()

    def _leave_out_what_is_not_ours(self) -> None:
        """python-pptx's own template brings a picture of itself, a printer's settings and a Mac's name."""
        part, package = self._file.part, self._file.part.package
        for owner, kind in ((package, RT.THUMBNAIL), (part, RT.PRINTER_SETTINGS)):
            owner.drop_rel(owner.relate_to(owner.part_related_by(kind), kind))
        package.part_related_by(RT.EXTENDED_PROPERTIES).blob = self._render("app.xml").encode()


def fill(
    slide: Slide, index: int, paragraphs: Sequence[Paragraph], largest: Sequence[int | None] = (None,)
) -> SlidePlaceholder:
    """Puts text into a placeholder, in the first of the sizes that it fits in; ``None`` is the layout's own.

    The top level, which holds headings, keeps its size, and so does what is smaller anyway.

    Raises:
        OutputError: when the text is too long for it.
    """
    shape = _placeholder(slide, index)
    _write(shape, paragraphs)
    for size in largest:
        if size is not None:
            for written in shape.text_frame.paragraphs:
                own = int(_level(shape, written.level).find(qn("a:defRPr")).get("sz")) / 100
                written.font.size = Pt(size) if written.level and own > size else None
        if needed_height(shape) <= shape.height:
            return shape
    title = slide.shapes.title.text_frame.text if slide.shapes.title else ""
    raise OutputError(f"Lysbildet «{title}» har ikke plass til alt i «{shape.name}» – gjør teksten kortere")


def remove_placeholder(slide: Slide, index: int) -> None:
    """Takes away a placeholder that gets no text, which PowerPoint would show an invitation in."""
    element = _placeholder(slide, index)._element
    element.getparent().remove(element)


def _placeholder(slide: Slide, index: int) -> SlidePlaceholder:
    shape: SlidePlaceholder = next(shape for shape in slide.placeholders if shape.placeholder_format.idx == index)
    return shape


def needed_height(shape: SlidePlaceholder) -> Length:
    """How high the placeholder must be for its text."""
    body = shape._base_placeholder._element.find(f".//{qn('a:bodyPr')}")
    inset = int(body.get("lIns"))
    blocks = []
    for written in shape.text_frame.paragraphs:
        level = _level(shape, written.level)
        font = level.find(qn("a:defRPr"))
        blocks.append(
            Block(
                written.text.rpartition("\t")[2],
                written.font.size.pt if written.font.size else int(font.get("sz")) / 100,
                font.get("b") == "1",
                Emu(int(level.get("marL"))).pt,
                int(level.find(f".//{qn('a:spcPts')}").get("val")) / 100,
            )
        )
    return Length(Pt(height(blocks, Emu(shape.width - 2 * inset).pt, _SPACING)) + 2 * inset)


def _level(shape: SlidePlaceholder, level: int) -> Any:
    """What the layout says of a level of the placeholder's text."""
    style = shape._base_placeholder._element.find(f".//{qn('a:lstStyle')}")
    return style.find(qn(f"a:lvl{level + 1}pPr"))


def shrink_to_text(shape: SlidePlaceholder, colour: MSO_THEME_COLOR) -> None:
    """Makes the placeholder a coloured box around its text."""
    left, top, width, needed = shape.left, shape.top, shape.width, needed_height(shape)
    shape.left, shape.top, shape.width, shape.height = left, top, width, needed
    shape.fill.solid()
    shape.fill.fore_color.theme_color = colour


def label(shape: Shape, text: str, size: int, colour: MSO_THEME_COLOR, *, bold: bool = False) -> None:
    """Writes one kind of text on a shape that is no placeholder."""
    write_runs(shape, [Run(text, colour, bold)], size)


def write_runs(shape: Shape, runs: Sequence[Run], size: int) -> None:
    """Writes a paragraph on a shape that is no placeholder."""
    _write(shape, [Paragraph(tuple(runs))])
    frame = shape.text_frame
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.word_wrap = True
    frame.paragraphs[0].line_spacing = _SPACING
    for run in frame.paragraphs[0].runs:
        run.font.size = Pt(size)


def describe(shape: BaseShape, text: str) -> None:
    """Gives the shape an alternative text."""
    _properties(shape).set("descr", text)


def decorate(shape: BaseShape, name: str) -> None:
    """Names the shape, and marks it as nothing that a screen reader should mention."""
    shape.name = name
    _properties(shape).append(parse_xml(_DECORATIVE))


def _properties(shape: BaseShape) -> Any:
    return shape._element._nvXxPr.cNvPr


def _write(shape: Shape | SlidePlaceholder, paragraphs: Sequence[Paragraph]) -> None:
    frame = shape.text_frame
    for number, content in enumerate(paragraphs):
        target = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        target.level = content.level
        for part in content.runs:
            run = target.add_run()
            run.text = part.text
            if part.bold is not None:
                run.font.bold = part.bold
            if part.colour is not None:
                run.font.color.theme_color = part.colour
            if part.address is not None:
                run.hyperlink.address = part.address
                run._r.rPr.find(qn("a:hlinkClick")).append(parse_xml(_LINK_KEEPS_COLOUR))


def _slide_numbers(layout: SlideLayout) -> Iterator[Any]:
    """The layout's slide number, which python-pptx leaves out of a new slide; place and size come from the layout."""
    for field in layout.element.iter(qn("a:fld")):
        element = copy.deepcopy(next(field.iterancestors(qn("p:sp"))))
        element.find(qn("p:spPr")).clear()
        element.find(f".//{qn('a:lstStyle')}").clear()
        yield element


def _draw(element: Any, xml: str) -> None:
    """Puts a drawing in the place of a master's or layout's own, whose list of layouts and the like stay."""
    element.replace(element.find(qn("p:cSld")), parse_xml(re.sub(r">\s+<", "><", xml)))


def _say_language(element: Any) -> None:
    """Names the language of every text, so that spelling and speech are Norwegian."""
    for run in element.iter(qn("a:r")):
        run.get_or_add_rPr()
    for properties in element.iter(qn("a:rPr"), qn("a:endParaRPr"), qn("a:defRPr")):
        properties.set("lang", LANGUAGE)


def _tokens(sheet: Path) -> dict[str, str]:
    """The light colours of the project by name, as six hexadecimal digits."""
    root = sheet.read_text(encoding="utf-8").partition("}")[0]
    return {name: value.upper() for name, value in re.findall(r"--([\w-]+):\s*#([0-9a-f]{6});", root)}


def _repacked(data: io.BytesIO) -> bytes:
    """The same package in a fixed order and without the time of its making."""
    target = io.BytesIO()
    with zipfile.ZipFile(data) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name in sorted(source.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            package.writestr(
                zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), source.read(name), compress_type=zipfile.ZIP_DEFLATED
            )
    return target.getvalue()
