"""Slides made from the template's layouts; knows nothing of what they say.

Everything that can be read stands in placeholders and native shapes, so that people can change it in PowerPoint.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from pptx.enum.dml import MSO_THEME_COLOR
from pptx.shapes.autoshape import Shape
from pptx.shapes.placeholder import SlidePlaceholder
from pptx.slide import Slide
from pptx.util import Emu, Inches, Pt

from roadmap.errors import OutputError
from roadmap.office_files import forbidden_characters
from roadmap.slides import openxml
from roadmap.slides.template import Frame, Template
from roadmap.slides.text_fit import Block, Span, height

TITLE = "Tittel"


@dataclass(frozen=True)
class Run:
    """Text of one kind; colour, weight and URL only where they differ from the layout's."""

    text: str
    colour: MSO_THEME_COLOR | None = None
    bold: bool | None = None
    url: str | None = None


@dataclass(frozen=True)
class Paragraph:
    """Runs of text on a level, counted from 0; ``label`` stands in the indent before them."""

    runs: Sequence[Run]
    level: int = 0
    label: Run | None = None


def paragraph(text: str, level: int = 0, colour: MSO_THEME_COLOR | None = None) -> Paragraph:
    """A paragraph of one kind of text."""
    return Paragraph((Run(text, colour),), level)


@dataclass(frozen=True)
class DeckSlide:
    """A slide, and the layout that it was made from."""

    slide: Slide
    title: str
    layout: str
    text: Mapping[str, Sequence[Paragraph]] = field(repr=False)


class Deck:
    """A presentation under construction.

    Raises:
        OutputError: when the template can't be used, here or in a method.
    """

    def __init__(self, template: Path) -> None:
        self.template = Template(template)
        openxml.forget_origin(self.template.presentation)

    @property
    def width(self) -> float:
        """The slides' width in inches."""
        return Emu(self.template.presentation.slide_width or 0).inches

    def slide(
        self, layouts: Sequence[str], title: str, notes: Sequence[str], text: Mapping[str, Sequence[Paragraph]]
    ) -> DeckSlide:
        """A new slide at the end, of the first of the layouts that its text fits in; ``text`` goes by placeholder.

        Raises:
            OutputError: when a text is too long for the last layout, or has characters that no file can hold.
        """
        title = clean(title, title)
        all_text = {
            name: [_clean_paragraph(item, title) for item in paragraphs]
            for name, paragraphs in {TITLE: [paragraph(title)], **text}.items()
        }
        layout, overfull = "", ""
        for layout in layouts:
            overfull = self._overfull(layout, all_text)
            if not overfull:
                break
        if overfull:
            raise OutputError(f"Lysbildet «{title}» har ikke plass til alt i «{overfull}» – gjør teksten kortere")
        slide = self.template.presentation.slides.add_slide(self.template.layout(layout))
        names = {shape.placeholder_format.idx: shape.name for shape in openxml.placeholders(slide.slide_layout)}
        for shape in list(slide.placeholders):
            shape.name = names[shape.placeholder_format.idx]
            if shape.name in all_text:
                _write(shape.text_frame, all_text[shape.name])
            else:
                openxml.remove(shape)
        openxml.add_slide_number(slide)
        self._write_notes(slide, title, notes)
        return DeckSlide(slide, title, layout, all_text)

    def frame(self, slide: DeckSlide, name: str) -> Frame:
        """A placeholder of the slide's layout."""
        return self.template.frame(slide.layout, name)

    def shrink_to_text(self, slide: DeckSlide, name: str, colour: MSO_THEME_COLOR) -> None:
        """Makes a placeholder a coloured box around its text."""
        frame = self.frame(slide, name)
        box = placeholder(slide, name)
        box.left, box.top, box.width = Inches(frame.left), Inches(frame.top), Inches(frame.width)
        box.height = Inches(_needed_height(frame, slide.text[name]))
        box.fill.solid()
        box.fill.fore_color.theme_color = colour

    def data(self, *, title: str, author: str, date: datetime.date) -> bytes:
        """The file; the same slides give the same bytes."""
        presentation = self.template.presentation
        properties = presentation.core_properties
        properties.title, properties.author, properties.last_modified_by = (
            clean(text, title) for text in (title, author, author)
        )
        properties.language, properties.revision = openxml.LANGUAGE, 1
        properties.created = properties.modified = datetime.datetime.combine(date, datetime.time())
        for slide in presentation.slides:
            openxml.set_language(slide.element)
            openxml.set_language(slide.notes_slide.element)
        return openxml.repacked(presentation)

    def _overfull(self, layout: str, text: Mapping[str, Sequence[Paragraph]]) -> str:
        """The name of the first placeholder that its text is too long for, or nothing."""
        for name, paragraphs in text.items():
            frame = self.template.frame(layout, name)
            if _needed_height(frame, paragraphs) > frame.height:
                return name
        return ""

    def _write_notes(self, slide: Slide, title: str, notes: Sequence[str]) -> None:
        frame = slide.notes_slide.notes_text_frame
        if frame is None:
            raise OutputError("Notatmalen mangler en plassholder for tekst – legg den til i malen")
        frame.text = "\n".join(clean(note, title) for note in notes)


def placeholder(slide: DeckSlide, name: str) -> SlidePlaceholder:
    """A placeholder of a slide by its name."""
    found: SlidePlaceholder = next(shape for shape in slide.slide.placeholders if shape.name == name)
    return found


def write_paragraph(shape: Shape, runs: Sequence[Run], size: float, spacing: float) -> None:
    """Writes a paragraph on a shape that is no placeholder; ``size`` is in points."""
    frame = shape.text_frame
    _write(frame, [Paragraph(runs)])
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.word_wrap = True
    frame.paragraphs[0].line_spacing = spacing
    for run in frame.paragraphs[0].runs:
        run.font.size = Pt(size)


def clean(text: str, title: str) -> str:
    """A text as a slide or its notes can hold it: tabs and line breaks are made blanks; ``title`` is the slide's.

    Raises:
        OutputError: when it has characters that no file can hold.
    """
    for character in forbidden_characters(text):
        raise OutputError(
            f"Lysbildet «{_printable(title)}» har tegnet U+{ord(character):04X} i «{_printable(text)}», "
            "og det kan ikke vises – fjern det"
        )
    return re.sub("[\t\r\n\x85\u2028\u2029]+", " ", text)


def _printable(text: str) -> str:
    return "".join(character if character.isprintable() else "\ufffd" for character in text)


def _clean_paragraph(content: Paragraph, title: str) -> Paragraph:
    runs = tuple(replace(run, text=clean(run.text, title)) for run in content.runs)
    return replace(content, runs=runs)


def _needed_height(frame: Frame, paragraphs: Sequence[Paragraph]) -> float:
    """How high in inches a placeholder must be for its text."""
    blocks = []
    for content in paragraphs:
        level = frame.levels[content.level]
        spans = [Span(run.text, level.bold if run.bold is None else run.bold) for run in content.runs]
        blocks.append(Block(spans, level.size, level.spacing, level.before, level.left))
    return height(blocks, (frame.width - frame.inset_width) * 72) / 72 + frame.inset_height


def _write(frame: Any, paragraphs: Sequence[Paragraph]) -> None:
    for number, content in enumerate(paragraphs):
        target = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        target.level = content.level
        runs = list(content.runs)
        if content.label:
            runs = [content.label, replace(runs[0], text=f"\t{runs[0].text}"), *runs[1:]]
        for part in runs:
            run = target.add_run()
            run.text = part.text
            if part.bold is not None:
                run.font.bold = part.bold
            if part.colour is not None:
                run.font.color.theme_color = part.colour
            if part.url is not None:
                openxml.link(run, part.url)
