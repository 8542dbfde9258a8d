"""The workbook as it is handed out: what it holds, how it is laid out, and what it tells of itself."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import BaseModel

from roadmap.content.load import load
from roadmap.content.model import Roadmap
from roadmap.content.rules.spelling import WORD, SpellingError, misspelled
from roadmap.errors import OutputError
from roadmap.workbook.workbook import xlsx
from tests.conftest import ROOT
from tests.workbook.files import SITE, column, made, opened, place, texts

SHEETS = ["Om", "Tiltak", "Plan", "Egenvurdering", "Resultat", "Måltall", "Oppslag"]


def parts(data: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name).decode() for name in package.namelist()}


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_the_same_content_gives_the_same_bytes(tree: Path) -> None:
    assert made(tree) == made(tree)


def test_it_tells_what_it_is_and_of_whom_nothing(tree: Path) -> None:
    properties = opened(made(tree)).properties
    assert (properties.title, properties.language) == ("Lite veikart som regneark", "nb-NO")
    assert not properties.creator and not properties.lastModifiedBy and not properties.description
    assert f"{properties.created:%Y-%m-%d}" == "2026-11-22"


def test_the_cover_names_the_edition_and_says_that_it_is_a_proposal(tree: Path) -> None:
    said = [cell.value for row in opened(made(tree))["Om"].iter_rows() for cell in row if cell.value]
    assert "0.9 – utkast, 22. november 2026" in said
    assert "Bare et forslag" in said
    assert "Tiltakene er et forslag som ingen har godkjent. Har du originalen, så send den til oss." in said


def test_sheets_stand_in_order_open_to_change_and_ready_to_print(tree: Path) -> None:
    book = opened(made(tree))
    assert book.sheetnames == SHEETS
    assert [sheet.title for sheet in book.worksheets if sheet.sheet_state == "hidden"] == ["Oppslag"]
    for sheet in book.worksheets:
        assert not sheet.protection.sheet
        whole = sheet.title in ("Resultat", "Måltall")
        assert sheet.page_setup.orientation == ("portrait" if sheet.title == "Resultat" else "landscape")
        assert (sheet.page_setup.paperSize, sheet.page_setup.fitToHeight) == (9, None if whole else 0)
        assert sheet.sheet_properties.pageSetUpPr and sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.oddFooter and "Bare et forslag" in str(sheet.oddFooter.left.text)
    for name in ("Tiltak", "Plan", "Egenvurdering", "Måltall"):
        assert book[name].print_title_rows and book[name].freeze_panes


@pytest.mark.parametrize("name", ["Tiltak", "Plan", "Egenvurdering"])
def test_a_printed_sheet_can_be_read(tree: Path, name: str) -> None:
    sheet = opened(made(tree))[name]
    printed = sheet[sheet.print_area.partition("!")[2].replace("$", "")] if sheet.print_area else sheet.iter_rows()
    columns = {str(cell.coordinate).rstrip("0123456789") for row in printed for cell in row}
    # A character of the standard font is seven pixels wide, and A4 that lies down has 11.69 inches.
    width = sum(sheet.column_dimensions[column].width * 7 for column in columns) / 96
    scale = min(1, (11.69 - sheet.page_margins.left - sheet.page_margins.right) / width)
    assert sheet.cell(6, 1).font.size * scale >= 8


def test_every_table_has_a_head_and_filters(tree: Path) -> None:
    book = opened(made(tree))
    for name in ("Tiltak", "Plan", "Egenvurdering", "Resultat", "Måltall"):
        (table,) = book[name].tables.values()
        assert table.headerRowCount and table.autoFilter
        head = [cell.value for cell in book[name][table.ref][0]]
        assert head == [one.name for one in table.tableColumns]


def test_every_measure_stands_among_the_measures_and_in_the_plan(roadmap: Roadmap) -> None:
    book = opened(made(ROOT / "content"))
    for name in ("Tiltak", "Plan"):
        ids = [value for value in column(book, name, "Id").values() if value]
        assert ids == [measure.id for measure in roadmap.measures]
    link = book["Tiltak"][place(book, "Tiltak", "På nettstedet", "A1")].hyperlink
    assert link and link.target == f"{SITE}tiltak/a1/"


def test_statuses_answers_roles_and_dates_are_chosen_and_not_typed(tree: Path) -> None:
    book = opened(made(tree))
    rules = {
        (sheet.title, str(rule.sqref)): (rule.type, rule.formula1)
        for sheet in book.worksheets
        for rule in sheet.data_validations.dataValidation
    }
    assert rules["Plan", "E6:E8"] == ("list", "Status_navn")
    assert rules["Plan", "F6:F8"] == ("list", "Rolle_navn")
    assert rules["Plan", "G6:G8"][0] == rules["Plan", "H6:H8"][0] == "date"
    assert rules["Egenvurdering", "C6:C9"] == ("list", "Svar_navn")


def test_formulas_know_ids_and_no_names(tree: Path) -> None:
    """A word that is changed is changed everywhere."""
    for old, new in (
        ("name: Ikke begynt", "name: Ubegynt"),
        ("name: På plass", "name: Gjort"),
        ("name: Stemmer,", "name: Ja,"),
    ):
        change(tree / "roadmap.yml", old, new)
    formulas = [formula for _, formula, _ in formula_cells(made(tree))]
    assert not [formula for formula in formulas for name in ("Ubegynt", "Gjort", '"Ja"', "Vet ikke") if name in formula]
    assert any('"pa-plass"' in formula for formula in formulas)


def test_every_formula_has_its_value_with_it_and_functions_that_all_suites_have(tree: Path) -> None:
    found = list(formula_cells(made(tree)))
    assert len(found) > 100
    assert not [where for where, _, value in found if value is None]
    assert not [formula for _, formula, _ in found if "_xl" in formula or "TEXT(" in formula]


def formula_cells(data: bytes) -> Iterator[tuple[str, str, str | None]]:
    """Each cell with a formula: where it is, the formula, and what stands in the file as its value."""
    for name, part in parts(data).items():
        if name.startswith("xl/worksheets/sheet"):
            for where, inside in re.findall(r'<c r="([A-Z]+[0-9]+)"[^>]*>(.*?)</c>', part):
                if formula := re.search("<f>(.*?)</f>", inside):
                    value = re.search("<v>(.*?)</v>", inside)
                    yield f"{name} {where}", formula[1].replace("&quot;", '"'), value[1] if value else None


def test_charts_tell_in_words_what_they_show(tree: Path) -> None:
    drawings = [part for name, part in parts(made(tree)).items() if name.startswith("xl/drawings/drawing")]
    described = [re.findall(r'<xdr:cNvPr id="\d+" name="[^"]*" descr="([^"]*)"', drawing) for drawing in drawings]
    wanted = [[texts().result.chart_description.strip()], [texts().figures.chart_description.strip()]]
    assert described == wanted


def test_a_text_that_looks_like_a_formula_is_a_text(tree: Path) -> None:
    change(tree / "measures/a1-begynn.yml", "title: Begynn", 'title: "=1+1"')
    change(tree / "roadmap.yml", "name: Stemmer ikke", 'name: "=HYPERLINK(1)"')
    change(tree / "roadmap.yml", "{id: leder, name: Leder,", '{id: leder, name: "@SUM(1)",')
    data = made(tree)
    book = opened(data)
    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row]
    odd = [cell for cell in cells if cell.value in ("=1+1", "=HYPERLINK(1)", "@SUM(1)")]
    assert {cell.value for cell in odd} == {"=1+1", "=HYPERLINK(1)", "@SUM(1)"}
    shared = parts(data)["xl/sharedStrings.xml"]
    assert "<t>=1+1</t>" in shared and "<t>=HYPERLINK(1)</t>" in shared
    assert not [where for where, formula, _ in formula_cells(data) if "HYPERLINK" in formula or formula == "1+1"]


def test_a_character_that_no_file_can_hold_stops_it(tree: Path) -> None:
    content = load(tree)
    measure = content.measures[0].model_copy(update={"title": "Be\x0bgynn"})
    broken = content.model_copy(update={"measures": [measure, *content.measures[1:]]})
    with pytest.raises(OutputError, match=r"U\+000B"):
        xlsx(broken, ROOT / "templates", SITE)


def test_what_it_says_besides_the_content_is_spelled_right() -> None:
    def said(value: object) -> Iterator[str]:
        if isinstance(value, BaseModel):
            for name in type(value).model_fields:
                yield from said(getattr(value, name))
        elif isinstance(value, dict | list):
            for one in value.values() if isinstance(value, dict) else value:
                yield from said(one)
        else:
            yield re.sub(r"\{\w+\}", "", str(value))

    words = {word for text in said(texts()) for word in WORD.findall(text)}
    own = {line.strip().lower() for line in (ROOT / "content/words.txt").read_text(encoding="utf-8").splitlines()}
    try:
        wrong = misspelled(words)
    except SpellingError as error:
        pytest.skip(str(error))
    assert {word for word in wrong if word.lower() not in own} == set()
