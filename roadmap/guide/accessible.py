"""Finishes a tagged PDF with form fields: adds what PDF/UA asks and WeasyPrint leaves out.

It builds on how WeasyPrint 70 writes a PDF. Where a file is written in another way, that is an OutputError that names
what is different, so that a new version can't do harm unseen.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String

from roadmap.content.model import Roadmap
from roadmap.errors import OutputError
from roadmap.field_names import CHECKED
from roadmap.guide.form import stamp
from roadmap.pdf.fonts import form_font

_PRINT = 1 << 2
_MARK = re.compile(rb"/\w+\s*<</MCID (\d+)>>\s*BDC")


def finish(pdf: bytes, roadmap: Roadmap) -> bytes:
    """The PDF with what WeasyPrint left undone. The same content gives the same bytes.

    Raises:
        OutputError: when WeasyPrint has not made the file as this module knows it.
    """
    with Pdf.open(io.BytesIO(pdf)) as document:
        _finish(document)
        stamp(document, roadmap)
        finished = io.BytesIO()
        document.save(finished, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
        return finished.getvalue()


def _finish(document: Pdf) -> None:
    structure = _expected(document.Root, "/StructTreeRoot", Dictionary, "dokumentet")
    elements = list(_elements(structure))
    _scope_headers(elements)
    _mark_running_lines(document, structure, elements)
    for page in document.pages:
        for annotation in page.get("/Annots", []):
            annotation.F = int(annotation.get("/F", 0)) | _PRINT
    form = document.Root.get("/AcroForm")
    if isinstance(form, Dictionary):
        _fix_buttons(form)
        _set_form_font(document, form)


def _expected(holder: Any, key: str, kind: type, what: str) -> Any:
    """The value of ``key``, which WeasyPrint writes into ``what``."""
    value = holder.get(key) if isinstance(holder, Dictionary) else None
    if not isinstance(value, kind):
        raise OutputError(
            f"veilederen: WeasyPrint skriver ikke lenger «{key}» i {what} slik roadmap/guide/accessible.py venter – "
            "bruk den utgaven som står i requirements.lock"
        )
    return value


def _elements(root: pikepdf.Object) -> Iterator[Dictionary]:
    """Every structure element below ``root``."""
    waiting = [root]
    while waiting:
        for kid in _kids(waiting.pop()):
            if isinstance(kid, Dictionary) and "/S" in kid:
                yield kid
                waiting.append(kid)


def _kids(element: pikepdf.Object) -> list[Any]:
    return list(_expected(element, "/K", Array, "et merke")) if "/K" in element else []


def _scope_headers(elements: list[Dictionary]) -> None:
    """Gives each header cell its scope: the column where it stands in the head of a table, otherwise the row."""
    for element in elements:
        if element.S == Name.TH:
            row = _expected(element, "/P", Dictionary, "en overskriftscelle")
            section = _expected(row, "/P", Dictionary, "en tabellrad")
            attributes = _expected(element, "/A", Dictionary, "en overskriftscelle")
            attributes.Scope = Name.Column if section.get("/S") == Name.THead else Name.Row


def _mark_running_lines(document: Pdf, structure: Dictionary, elements: list[Dictionary]) -> None:
    """Makes artifacts of running headers and page numbers: their text is marked, but belongs to no element."""
    tagged = {
        (_expected(element, "/Pg", Dictionary, "et merke").objgen, int(kid))
        for element in elements
        for kid in _kids(element)
        if not isinstance(kid, Dictionary)
    }
    tree = _expected(structure, "/ParentTree", Dictionary, "merkene")
    parents = _parents(_expected(tree, "/Nums", Array, "merkene"))
    for page in document.pages:
        running: set[int] = set()

        def mark(match: re.Match[bytes], page: pikepdf.Page = page, running: set[int] = running) -> bytes:
            if (page.obj.objgen, int(match[1])) in tagged:
                return match[0]
            running.add(int(match[1]))
            return b"/Artifact <</Type /Pagination>> BDC"

        contents = _expected(page.obj, "/Contents", Stream, "en side")
        page.Contents = Stream(document, _MARK.sub(mark, contents.read_bytes()))
        if running:
            of_page = parents.get(int(_expected(page.obj, "/StructParents", int, "en side")))
            if not isinstance(of_page, Array) or len(of_page) <= max(running):
                raise OutputError("veilederen: WeasyPrint nummererer ikke lenger merkene på en side fra 0 og oppover")
            for mark_id in running:
                of_page[mark_id] = None


def _parents(numbers: Array) -> dict[int, Any]:
    """The parent tree by its keys: its array holds them in turn with their values."""
    flat = list(numbers)
    return dict(zip((int(key) for key in flat[::2]), flat[1::2], strict=True))


def _fix_buttons(form: Dictionary) -> None:
    """Names the states of checkboxes and radio buttons by what they say, and leaves the buttons to their group."""
    fields = []
    for field in _expected(form, "/Fields", Array, "skjemaet"):
        if "/Parent" in field:
            continue
        fields.append(field)
        if field.get("/FT") == Name.Btn and "/Kids" in field:
            options = _expected(field, "/Opt", Array, "et valg")
            buttons = list(_expected(field, "/Kids", Array, "et valg"))
            if len(buttons) != len(options):
                raise OutputError("veilederen: WeasyPrint gir ikke lenger hver valgknapp sitt eget alternativ i «/Opt»")
            title, found, _ = str(_expected(buttons[0], "/TU", String, "en valgknapp")).rpartition(f": {options[0]}")
            if not found:
                raise OutputError("veilederen: WeasyPrint gir ikke lenger en valgknapp navn etter «title» i malen")
            field.TU = String(title)
            for option, button in zip(options, buttons, strict=True):
                del button.T
                _name_state(button, str(option))
            del field.Opt
        elif field.get("/FT") == Name.Btn:
            _name_state(field, CHECKED)
    form.Fields = Array(fields)


def _name_state(widget: pikepdf.Object, name: str) -> None:
    """Calls the one state that a button can be set to by a name of ours."""
    appearances = _expected(_expected(widget, "/AP", Dictionary, "en knapp"), "/N", Dictionary, "en knapp")
    states = list(appearances.keys())
    if len(states) != 1:
        raise OutputError("veilederen: WeasyPrint tegner ikke lenger én tilstand i hver knapp")
    widget.AP.N = Dictionary({f"/{name}": appearances[states[0]]})


def _set_form_font(document: Pdf, form: Dictionary) -> None:
    """Lets fields be written in a single-byte font.

    WeasyPrint names one of its own whose letters have two bytes and numbers of their own: most readers can't write
    in that.
    """
    source = form_font()
    file = Stream(document, source.data)
    file.Length1 = len(source.data)
    font = Dictionary(
        Type=Name.Font,
        Subtype=Name.TrueType,
        BaseFont=Name.AtkinsonHyperlegible,
        Encoding=Name.WinAnsiEncoding,
        FirstChar=32,
        LastChar=255,
        Widths=Array(source.widths),
        FontDescriptor=document.make_indirect(
            Dictionary(
                Type=Name.FontDescriptor,
                FontName=Name.AtkinsonHyperlegible,
                Flags=32,
                FontBBox=Array(list(source.box)),
                ItalicAngle=0,
                Ascent=source.box[3],
                Descent=source.box[1],
                CapHeight=668,
                StemV=80,
                FontFile2=document.make_indirect(file),
            )
        ),
    )
    replaced = set()
    for field in form.Fields:
        if appearance := re.fullmatch(r"(.*)/(\w+) ([\d.]+) Tf(.*)", str(field.get("/DA", "")), re.DOTALL):
            replaced.add(f"/{appearance[2]}")
            field.DA = String(f"{appearance[1]}/Felt {appearance[3]} Tf{appearance[4]}")
        elif field.get("/FT") == Name.Tx:
            raise OutputError(
                "veilederen: WeasyPrint skriver ikke lenger skriften i tekstfelt som «/navn størrelse Tf»"
            )
    fonts = _expected(form, "/DR", Dictionary, "skjemaet").get("/Font", Dictionary())
    for name in replaced & set(fonts.keys()):
        del fonts[name]
    # Readers that draw the marks of buttons themselves do it in this font, which every reader has.
    marks = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.ZapfDingbats)
    form.DR = Dictionary(Font=Dictionary(Felt=document.make_indirect(font), ZaDb=document.make_indirect(marks)))
    form.DA = String("/Felt 10 Tf 0 g")
