"""A form made of a small content tree, as the guide has it: drawn, finished and filled in."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pikepdf
import weasyprint
from markupsafe import Markup

from roadmap.content.model import Roadmap
from roadmap.guide import accessible, form
from roadmap.text.markdown import render
from tests.conftest import ROOT

TEMPLATES = ROOT / "templates"


def html(roadmap: Roadmap, *, as_form: bool = True) -> str:
    """Every place to answer that the content declares, in one document."""
    macros: Any = form.macros(TEMPLATES)
    questions = [
        f"<h2>{Markup.escape(question.text)}</h2>"
        + macros.answer(question, f"1.{number}", roadmap.question_options(question), form=as_form)
        for number, question in enumerate(roadmap.questions, start=1)
    ]
    sheets = [
        macros.worksheet(sheet, roadmap.worksheet_rows(sheet), Markup(render(sheet.text)), form=as_form)
        for sheet in roadmap.worksheets
    ]
    checklist = macros.checklist(roadmap.checklist, form=as_form)
    body = "".join(map(str, [*questions, *sheets, checklist]))
    # A font that any machine has something for, since the form's own comes from finishing the file.
    head = '<meta charset="utf-8"><title>Et prøveskjema</title><style>html { font-family: "Liberation Sans" }</style>'
    return f'<!doctype html><html lang="nb"><head>{head}</head><body><h1>Skjema</h1>{body}</body></html>'


def raw(roadmap: Roadmap, file: Path) -> Path:
    """The form as WeasyPrint leaves it."""
    weasyprint.HTML(string=html(roadmap)).write_pdf(file, pdf_forms=True, pdf_variant="pdf/ua-1")
    return file


def finished(roadmap: Roadmap, file: Path) -> Path:
    """The form as readers get it."""
    file.write_bytes(accessible.finish(raw(roadmap, file).read_bytes(), roadmap))
    return file


def fill(source: Path, values: Mapping[str, str], file: Path) -> Path:
    """The form filled in and saved, as a PDF reader does: ``values`` are by the names of fields."""
    with pikepdf.open(source) as document:
        fields = {str(field.T): field for field in document.Root.AcroForm.Fields}
        for name, value in values.items():
            field = fields[name]
            if pikepdf.Name.Btn == field.FT:
                field.V = pikepdf.Name(f"/{value}")
                for widget in field.get("/Kids", [field]):
                    widget.AS = pikepdf.Name(f"/{value}" if f"/{value}" in widget.AP.N else "/Off")
            else:
                field.V = pikepdf.String(value)
        document.save(file)
    return file
