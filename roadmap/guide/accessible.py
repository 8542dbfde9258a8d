"""What WeasyPrint leaves undone in a tagged PDF with form fields, done afterwards on the file itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String

from roadmap.pdf.fonts import form_font

_PRINT = 1 << 2
_MARK = re.compile(rb"/\w+\s*<</MCID (\d+)>>\s*BDC")


def finish(file: Path) -> int:
    """Mends the file at ``file``, and gives its number of pages. The same content gives the same bytes."""
    with Pdf.open(file, allow_overwriting_input=True) as document:
        _mend(document)
        document.save(file, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
        return len(document.pages)


def _mend(document: Pdf) -> None:
    elements = list(_elements(document.Root.StructTreeRoot))
    _scope_headers(elements)
    _mark_running_lines(document, elements)
    for page in document.pages:
        for annotation in page.get("/Annots", []):
            annotation.F = int(annotation.get("/F", 0)) | _PRINT
    form = document.Root.get("/AcroForm")
    if isinstance(form, Dictionary):
        _mend_choices(form)
        _set_form_font(document, form)


def _elements(root: pikepdf.Object) -> Iterator[Dictionary]:
    """Every structure element below ``root``."""
    waiting = [root]
    while waiting:
        for kid in waiting.pop().get("/K", []):
            if isinstance(kid, Dictionary) and "/S" in kid:
                yield kid
                waiting.append(kid)


def _scope_headers(elements: list[Dictionary]) -> None:
    """Says of each header cell what it heads: those of the head their column, others their row."""
    for element in elements:
        if element.S == Name.TH:
            section = element.P.P
            element.A.Scope = Name.Column if Name.THead == section.S else Name.Row


def _mark_running_lines(document: Pdf, elements: list[Dictionary]) -> None:
    """Makes artifacts of running headers and page numbers: their text is marked, but belongs to no element."""
    told = {
        (element.Pg.objgen, int(kid))
        for element in elements
        for kid in element.get("/K", [])
        if not isinstance(kid, Dictionary)
    }
    parents = document.Root.StructTreeRoot.ParentTree.Nums
    for number, page in enumerate(document.pages):
        running: set[int] = set()

        def mark(match: re.Match[bytes], page: pikepdf.Page = page, running: set[int] = running) -> bytes:
            if (page.obj.objgen, int(match[1])) in told:
                return match[0]
            running.add(int(match[1]))
            return b"/Artifact <</Type /Pagination>> BDC"

        page.Contents = Stream(document, _MARK.sub(mark, page.Contents.read_bytes()))
        for mark_id in running:
            parents[2 * number + 1][mark_id] = None


def _mend_choices(form: Dictionary) -> None:
    """Names the states of ticks and options by what they say, and leaves options to their group alone."""
    fields = []
    for field in form.Fields:
        if "/Parent" in field:
            continue
        fields.append(field)
        if field.get("/FT") == Name.Btn and "/Kids" in field:
            field.TU = String(str(field.Kids[0].TU).rpartition(": ")[0])
            for option, kid in zip(field.Opt, field.Kids, strict=True):
                del kid.T
                _name_state(kid, str(option))
            del field.Opt
        elif field.get("/FT") == Name.Btn:
            _name_state(field, "Ja")
    form.Fields = Array(fields)


def _name_state(widget: pikepdf.Object, name: str) -> None:
    appearances = widget.AP.N
    state = next(iter(appearances.keys()))
    widget.AP.N = Dictionary({f"/{name}": appearances[state]})


def _set_form_font(document: Pdf, form: Dictionary) -> None:
    """Lets fields be written in a font of one byte a letter.

    WeasyPrint names one of its own, whose letters have two bytes and numbers of their own: most readers can't
    write in that.
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
    theirs = set()
    for field in form.Fields:
        if appearance := re.fullmatch(r"(.*)/(\w+) ([\d.]+) Tf(.*)", str(field.get("/DA", "")), re.DOTALL):
            theirs.add(f"/{appearance[2]}")
            field.DA = String(f"{appearance[1]}/Felt {appearance[3]} Tf{appearance[4]}")
    fonts = form.DR.get("/Font", Dictionary())
    for name in theirs & set(fonts.keys()):
        del fonts[name]
    # Readers that draw ticks anew do it in this font, which every reader has.
    ticks = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.ZapfDingbats)
    form.DR = Dictionary(Font=Dictionary(Felt=document.make_indirect(font), ZaDb=document.make_indirect(ticks)))
    form.DA = String("/Felt 10 Tf 0 g")
