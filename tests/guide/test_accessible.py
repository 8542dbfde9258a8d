"""What finishing a PDF does, and that it stops where WeasyPrint writes something else than it knows."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
import weasyprint
from pikepdf import Array, Dictionary, Name, Pdf

from roadmap.content.model import Roadmap
from roadmap.errors import OutputError
from roadmap.guide import accessible
from tests import pdf_checks


def test_buttons_are_named_by_what_they_say(blank_form: Path) -> None:
    fields = {str(field.T): field for field in pdf_checks.fields(blank_form)}
    choice = fields["valg/sporsmal-4"]
    assert [[*button.AP.N.keys()] for button in choice.Kids] == [["/Ja"], ["/Nei"], ["/Vet ikke"]]
    assert all("/T" not in button for button in choice.Kids)
    assert [*fields["krav/stille/dor"].AP.N.keys()] == ["/Ja"]


def test_text_fields_have_many_lines_and_letters_that_readers_can_write(blank_form: Path) -> None:
    for field in pdf_checks.fields(blank_form):
        if str(field.T).startswith(("svar/", "ark/")):
            assert int(field.Ff) & 1 << 12, f"{field.T} takes one line only"
    with pikepdf.open(blank_form) as document:
        font = document.Root.AcroForm.DR.Font.Felt
        assert font.Encoding == "/WinAnsiEncoding"
        assert "/FontFile2" in font.FontDescriptor


def test_the_same_content_gives_the_same_bytes(raw_form: Path, small: Roadmap, tmp_path: Path) -> None:
    files = [Path(shutil.copy(raw_form, tmp_path / name)) for name in ("a.pdf", "b.pdf")]
    for file in files:
        file.write_bytes(accessible.finish(file.read_bytes(), small))
    assert files[0].read_bytes() == files[1].read_bytes() != raw_form.read_bytes()


def _first(document: Pdf, kind: str) -> Dictionary:
    """The first structure element of a kind."""
    waiting = [document.Root.StructTreeRoot]
    while waiting:
        element = waiting.pop()
        if element.get("/S") == kind:
            return element  # type: ignore[return-value]
        waiting += [kid for kid in element.get("/K", []) if isinstance(kid, Dictionary)]
    raise LookupError(kind)


def _choice(document: Pdf) -> pikepdf.Object:
    return next(field for field in document.Root.AcroForm.Fields if "/Kids" in field)


def _checkbox(document: Pdf) -> pikepdf.Object:
    return next(field for field in document.Root.AcroForm.Fields if str(field.T) == "krav/stille/dor")


def _text_field(document: Pdf) -> pikepdf.Object:
    return next(field for field in document.Root.AcroForm.Fields if str(field.T) == "svar/sporsmal-1")


def _without_tags(document: Pdf) -> None:
    del document.Root.StructTreeRoot


def _with_one_child_alone(document: Pdf) -> None:
    element = _first(document, "/H1")
    element.K = element.K[0]


def _without_pages_of_marks(document: Pdf) -> None:
    waiting = [document.Root.StructTreeRoot]
    while waiting:
        element = waiting.pop()
        if "/Pg" in element:
            del element.Pg
        waiting += [kid for kid in element.get("/K", []) if isinstance(kid, Dictionary) and "/S" in kid]


def _without_attributes_of_headers(document: Pdf) -> None:
    del _first(document, "/TH").A


def _without_parent_tree(document: Pdf) -> None:
    del document.Root.StructTreeRoot.ParentTree


def _with_contents_in_parts(document: Pdf) -> None:
    document.pages[0].obj.Contents = Array([document.pages[0].obj.Contents])


def _without_fields(document: Pdf) -> None:
    del document.Root.AcroForm.Fields


def _without_options(document: Pdf) -> None:
    del _choice(document).Opt


def _with_an_option_less(document: Pdf) -> None:
    del _choice(document).Opt[0]


def _with_other_titles(document: Pdf) -> None:
    _choice(document).Kids[0].TU = pikepdf.String("Knapp")


def _with_two_states(document: Pdf) -> None:
    states = _checkbox(document).AP.N
    states.Off = states[next(iter(states.keys()))]


def _without_appearance(document: Pdf) -> None:
    del _checkbox(document).AP


def _with_another_way_to_name_fonts(document: Pdf) -> None:
    _text_field(document).DA = pikepdf.String("0 g")


def _without_resources(document: Pdf) -> None:
    del document.Root.AcroForm.DR


@pytest.mark.parametrize(
    "change",
    [
        _without_tags,
        _with_one_child_alone,
        _without_pages_of_marks,
        _without_attributes_of_headers,
        _without_parent_tree,
        _with_contents_in_parts,
        pytest.param(_without_fields, marks=pytest.mark.filterwarnings("ignore:This document has")),
        _without_options,
        _with_an_option_less,
        _with_other_titles,
        _with_two_states,
        _without_appearance,
        _with_another_way_to_name_fonts,
        _without_resources,
    ],
)
def test_a_file_that_weasyprint_wrote_otherwise_is_refused(
    change: Callable[[Pdf], None], raw_form: Path, small: Roadmap, tmp_path: Path
) -> None:
    file = tmp_path / "endret.pdf"
    with pikepdf.open(raw_form) as document:
        change(document)
        document.save(file)
    with pytest.raises(OutputError, match=r"^veilederen: WeasyPrint "):
        file.write_bytes(accessible.finish(file.read_bytes(), small))


def test_running_lines_are_artifacts(small: Roadmap, tmp_path: Path) -> None:
    style = '@page { @top-left { content: "Topptekst" } } html { font-family: "Liberation Sans" }'
    text = f'<html lang="nb"><title>Prøve</title><style>{style}</style><h1>Prøve</h1><p>Tekst</p></html>'
    file = tmp_path / "linjer.pdf"
    weasyprint.HTML(string=text).write_pdf(file, pdf_variant="pdf/ua-1")
    file.write_bytes(accessible.finish(file.read_bytes(), small))
    with pikepdf.open(file) as document:
        assert document.pages[0].Contents.read_bytes().count(b"/Artifact <</Type /Pagination>> BDC") == 1
        assert Name.AcroForm not in document.Root
