"""The form: its fields by name, in the model, in the PDF and on the site."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pymupdf
import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from roadmap.content.load import load
from roadmap.content.model import (
    Checklist,
    ChecklistGroup,
    ChecklistItem,
    Roadmap,
    Worksheet,
    WorksheetColumn,
    WorksheetRow,
)
from roadmap.content.problems import ContentError
from roadmap.errors import OutputError
from roadmap.field_names import field_name
from roadmap.guide.form import (
    Kind,
    form_digest,
    form_fields,
    meeting_fields,
    must_be_answered,
    read_stamp,
    refuse_wrong_fields,
)
from tests import pdf_checks
from tests.guide import forms
from tests.test_mistakes import spoil

# Short ids of few letters: those that are likeliest to be mistaken for each other when they are put together.
IDS = st.lists(st.from_regex(r"[ab][ab-]{0,3}", fullmatch=True), min_size=1, max_size=4, unique=True)


def digest_after(tree: Path, file: str, find: str, put: str) -> str:
    spoil(tree, file, find, put)
    return form_digest(load(tree))


def test_the_fields_are_those_that_content_declares(small: Roadmap) -> None:
    fields = {field.name: field for field in form_fields(small)}
    names = [name for name in fields if not name.startswith("svar/")]
    assert names == [
        "valg/sporsmal-4",
        "valg/sporsmal-5",
        *(f"ark/kontakter/{row}/{column}" for row in (1, 2, 3) for column in ("kontakt", "hvem")),
        *(f"ark/steder/{row}/{column}" for row in ("hjemme", "pa-jobb", "ute") for column in ("svar", "grunn")),
        *(f"ark/steder/1/{column}" for column in ("sted", "svar", "grunn")),
        "krav/stille/dor",
        "krav/stille/gang",
        "mangler/stille",
    ]
    assert [name for name in fields if name.startswith("svar/")] == [f"svar/{one.id}" for one in small.questions]
    assert fields["valg/sporsmal-4"].options == ("Ja", "Nei", "Vet ikke")
    assert fields["valg/sporsmal-5"].options == ("1", "2", "3", "4", "5")
    assert fields["ark/steder/hjemme/svar"].kind is Kind.TEXT
    assert fields["krav/stille/dor"].kind is Kind.CHECKBOX


@given(sheets=IDS, rows=IDS, columns=IDS, groups=IDS, checks=IDS)
def test_no_two_fields_share_a_name(
    small: Roadmap, sheets: list[str], rows: list[str], columns: list[str], groups: list[str], checks: list[str]
) -> None:
    made = [
        Worksheet(
            id=sheet,
            title="Ark",
            chapter=1,
            text="Tekst",
            rows=[WorksheetRow(id=row, title="Rad") for row in rows],
            columns=[WorksheetColumn(id=column, title="K") for column in ("first", *columns)],
        )
        for sheet in sheets
    ]
    items = [ChecklistItem(id=check, text="Punkt") for check in checks]
    checklist = Checklist(
        id="liste", title="Liste", groups=[ChecklistGroup(id=group, title="Gruppe", checks=items) for group in groups]
    )
    roadmap = small.model_copy(update={"questions": [], "worksheets": made, "checklist": checklist})
    names = [field.name for field in form_fields(roadmap)]
    assert len(set(names)) == len(names) == len(sheets) * len(rows) * len(columns) + len(groups) * (len(checks) + 1)


def test_the_meetings_edition_asks_the_starred_questions_alone(small: Roadmap) -> None:
    names = [field.name for field in meeting_fields(small)]
    assert [name for name in names if name.startswith(("svar/", "valg/"))] == ["svar/sporsmal-1", "svar/sporsmal-2"]
    assert [name for name in names if name.startswith("ark/")] == [
        field.name for field in form_fields(small) if field.name.startswith("ark/")
    ]


def test_a_question_that_a_worksheet_of_its_chapter_has_a_row_for_must_be_answered(tree: Path, small: Roadmap) -> None:
    assert must_be_answered(small) == []
    spoil(tree, "pathway_guide/worksheets.yml", "id: pa-jobb", "id: sporsmal-3")
    roadmap = load(tree)
    assert [question.id for question in must_be_answered(roadmap)] == ["sporsmal-3"]
    names = [field.name for field in meeting_fields(roadmap) if field.name.startswith("svar/")]
    assert names == ["svar/sporsmal-1", "svar/sporsmal-2", "svar/sporsmal-3"]


def test_the_meetings_edition_leaves_the_checklist_to_those_who_go_to_the_room(small: Roadmap) -> None:
    assert [field.name for field in meeting_fields(small) if field.name.startswith(("krav/", "mangler/"))] == []


@pytest.mark.parametrize("identifier", ["", "a/b", "a.b"])
def test_an_id_that_would_split_a_name_is_refused(identifier: str) -> None:
    with pytest.raises(OutputError, match="kan ikke være id for et felt"):
        field_name("ark", "steder", identifier, "svar")


def test_the_digest_changes_with_the_fields_alone(tree: Path, small: Roadmap) -> None:
    same = form_digest(small)
    sheets = "pathway_guide/worksheets.yml"
    assert digest_after(tree, sheets, "title: Valg av steder", "title: Steder å velge") == same
    first, second = "{id: hjemme, title: 1. Hjemme}", "{id: pa-jobb, title: 2. På jobb}"
    assert digest_after(tree, sheets, f"{first}, {second}", f"{second}, {first}") == same
    assert digest_after(tree, sheets, "id: pa-jobb", "id: jobb") != same
    spoil(tree, sheets, "id: jobb", "id: pa-jobb")
    assert digest_after(tree, "pathway_guide/questions.yml", "Vet ikke", "Usikker") != same


def test_scenarios_can_be_the_rows_of_a_worksheet(tree: Path) -> None:
    rows = "rows: [{id: hjemme, title: 1. Hjemme}, {id: pa-jobb, title: 2. På jobb}, {id: ute, title: 3. Ute}]"
    spoil(tree, "pathway_guide/worksheets.yml", rows, "rows_from: scenarios")
    roadmap = load(tree)
    assert [(row.id, row.title) for row in roadmap.worksheet_rows(roadmap.worksheets[1])] == [
        ("pasient-hjemme", "1. Pasienten er hjemme"),
        ("1", ""),
    ]


def test_scenarios_that_can_not_name_a_field_are_problems(tree: Path) -> None:
    rows = "rows: [{id: hjemme, title: 1. Hjemme}, {id: pa-jobb, title: 2. På jobb}, {id: ute, title: 3. Ute}]"
    spoil(tree, "pathway_guide/worksheets.yml", rows, "rows_from: scenarios")
    scenarios = tree / "scenarios.yml"
    text = scenarios.read_text(encoding="utf-8").replace("id: pasient-hjemme", "id: hjå-me")
    scenarios.write_text(text + text[text.index("  - {id") :], encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        load(tree)
    named = [f"{one.file.name}:{one.line}: {one.message.partition(' – ')[0]}" for one in caught.value.problems]
    assert named == [
        "scenarios.yml:3: id-en «hjå-me» gir navn til felt i et arbeidsark",
        "scenarios.yml:4: id-en «hjå-me» gir navn til felt i et arbeidsark",
        "scenarios.yml:4: scenariet «hjå-me» står to ganger",
    ]


def test_every_reader_finds_the_fields_by_their_names(blank_form: Path, small: Roadmap) -> None:
    expected = {field.name for field in form_fields(small)}
    assert {str(field.T) for field in pdf_checks.fields(blank_form)} == expected
    with pymupdf.open(blank_form) as document:
        assert {widget.field_name for page in document for widget in page.widgets()} == expected
    assert _names_by_pdfium(blank_form) == expected


def _names_by_pdfium(file: Path) -> set[str]:
    names = set()
    document = pypdfium2.PdfDocument(file)
    document.init_forms()
    for page in document:
        for number in range(pdfium.FPDFPage_GetAnnotCount(page)):
            annotation = pdfium.FPDFPage_GetAnnot(page, number)
            length = pdfium.FPDFAnnot_GetFormFieldName(document.formenv, annotation, None, 0)
            buffer = (pdfium.FPDF_WCHAR * length)()
            pdfium.FPDFAnnot_GetFormFieldName(document.formenv, annotation, buffer, length)
            names.add(bytes(buffer).decode("utf-16-le").rstrip("\0"))
    document.close()
    return names - {""}


def test_titles_say_where_one_is(blank_form: Path, small: Roadmap) -> None:
    questions = {question.id: question for question in small.questions}
    titles = {str(field.T): str(field.TU) for field in pdf_checks.fields(blank_form)}
    assert titles["svar/sporsmal-1"] == f"1.1 {questions['sporsmal-1'].text}: svar"
    assert titles["valg/sporsmal-4"] == f"1.4 {questions['sporsmal-4'].text}"
    assert titles["valg/sporsmal-5"] == f"1.5 {questions['sporsmal-5'].text}"
    assert titles["ark/kontakter/2/hvem"] == "Kontaktene, rad 2: Hvem"
    assert titles["ark/steder/pa-jobb/svar"] == "Valg av steder, rad 2, 2. På jobb: Svar"
    assert titles["krav/stille/dor"] == "Stille: Døren er lukket."
    assert titles["mangler/stille"] == "Stille: det som mangler, hvem som ordner det, og når"
    assert len(set(titles.values())) == len(titles)


def test_the_pdf_says_which_edition_it_is_and_is_accessible(blank_form: Path, small: Roadmap) -> None:
    with pikepdf.open(blank_form) as document:
        found = read_stamp(document)
    assert found is not None
    assert found.edition == "0.9, 22. november 2026"
    assert found.digest == form_digest(small)
    pdf_checks.assert_accessible(blank_form, "Et prøveskjema")


def test_a_document_whose_fields_are_not_the_forms_is_refused(blank_form: Path, small: Roadmap) -> None:
    with pikepdf.open(blank_form) as document:
        refuse_wrong_fields(document, small, "veilederen")
        fields = document.Root.AcroForm.Fields
        one = fields[0]
        fields.append(one)
        with pytest.raises(OutputError, match="veilederen: disse feltene står der flere ganger: svar/sporsmal-1"):
            refuse_wrong_fields(document, small, "veilederen")
        del fields[-1]
        del fields[0]
        with pytest.raises(OutputError, match="mangler: svar/sporsmal-1"):
            refuse_wrong_fields(document, small, "veilederen")
        refuse_wrong_fields(document, small, "arbeidsarket", needed=[])
        with pytest.raises(OutputError, match="møteutgaven: disse feltene mangler: svar/sporsmal-1"):
            refuse_wrong_fields(document, small, "møteutgaven", meeting_fields(small))
        fields[0].T = pikepdf.String("svar/fremmed")
        with pytest.raises(OutputError, match="innholdet har dem: svar/fremmed"):
            refuse_wrong_fields(document, small, "arbeidsarket", needed=[])


def test_the_site_shows_the_form_without_fields(small: Roadmap) -> None:
    soup = BeautifulSoup(forms.html(small, as_form=False), "html.parser")
    assert soup.select("input, textarea, [style], th[scope], section") == []
    tables = soup.select("table")
    assert [len(table.select("tbody td")) for table in tables] == [6, 12]
    assert [cell.get_text() for cell in tables[1].select("tbody td")] == [
        "1. Hjemme",
        "",
        "",
        "2. På jobb",
        "",
        "",
        "3. Ute",
        "",
        "",
        "",
        "",
        "",
    ]
    assert [heading["id"] for heading in soup.select("h2[id]")] == ["kontakter", "steder", "stille"]
    assert [item.get_text() for item in soup.select("ul:not([class]) li")] == ["Døren er lukket.", "Ingen hører dere."]
    assert [item.get_text() for item in soup.select(".answer--choice li")] == ["Ja", "Nei", "Vet ikke"]
    assert [points.get_text() for points in soup.select(".scale__points")] == ["1 · 2 · 3 · 4 · 5"]


def test_a_column_has_the_width_that_it_is_given(small: Roadmap) -> None:
    soup = BeautifulSoup(forms.html(small), "html.parser")
    assert [header.get("style") for header in soup.select("thead th")] == ["width: 40mm", None, None, None, None]


@pytest.mark.parametrize("as_form", [True, False])
def test_no_text_of_the_content_becomes_markup(small: Roadmap, as_form: bool) -> None:
    hostile = "<x-evil a=1> & \"q\" {{ 7*7 }} [[x]] <!-- y --> 'z'"
    sheets = [
        sheet.model_copy(
            update={
                "title": hostile,
                "columns": [column.model_copy(update={"title": hostile}) for column in sheet.columns],
                "rows": [row.model_copy(update={"title": hostile}) for row in sheet.rows],
            }
        )
        for sheet in small.worksheets
    ]
    groups = [
        group.model_copy(
            update={
                "title": hostile,
                "checks": [check.model_copy(update={"text": hostile}) for check in group.checks],
            }
        )
        for group in small.checklist.groups
    ]
    scale = next(question.scale for question in small.questions if question.scale)
    questions = [
        question.model_copy(
            update={
                "text": hostile,
                "scale": question.scale and scale.model_copy(update={"low": hostile, "high": hostile}),
            }
        )
        for question in small.questions
    ]
    roadmap = small.model_copy(
        update={
            "worksheets": sheets,
            "checklist": small.checklist.model_copy(update={"groups": groups}),
            "questions": questions,
            "yes_no_options": [hostile, "Nei"],
        }
    )
    soup = BeautifulSoup(forms.html(roadmap, as_form=as_form), "html.parser")
    assert soup.select("x-evil") == []
    shown = [element.get_text() for element in soup.select("h2, th, li, .scale__end")]
    assert shown.count(hostile) >= 3 + 5 + 2 + 2
    if as_form:
        titles = [str(element["title"]) for element in soup.select("[title]")]
        assert all(hostile in title for title in titles)
