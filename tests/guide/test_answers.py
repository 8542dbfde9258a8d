"""A filled-in form read back: right, or a clear error, and never somebody else's words."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pymupdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String

from roadmap.__main__ import main
from roadmap.content.load import load
from roadmap.content.model import Roadmap
from roadmap.guide.answers import Answers, FormerAnswer, read
from roadmap.guide.minutes import minutes
from tests.conftest import ROOT
from tests.guide import forms
from tests.guide.twin import Twin, minutes_of_pdf
from tests.test_mistakes import spoil

FILLED = {
    "svar/sporsmal-1": "Hvor vi tilbyr video – «først».\nOg hvor vi lar det være, også på Ørland.",
    "valg/sporsmal-4": "Vet ikke",
    "valg/sporsmal-5": "4",
    "ark/kontakter/2/kontakt": "Årskontroll | type 1",
    "ark/steder/hjemme/svar": "Ja!",
    "ark/steder/pa-jobb/svar": "nei",
    "ark/steder/pa-jobb/grunn": "# Mangler rom",
    "krav/stille/dor": "Ja",
    "mangler/stille": "Skilt på døren",
}


@pytest.fixture(scope="module")
def filled(blank_form: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return forms.fill(blank_form, FILLED, tmp_path_factory.mktemp("filled") / "utfylt.pdf")


@pytest.fixture(autouse=True)
def browser_reads_alike(tmp_path: Path, small: Roadmap, twin: Twin) -> Iterator[None]:
    """After each test: the page's scripts make the same minutes of the PDFs that it made, or refuse them alike."""
    yield
    content = load(tmp_path / "content") if (tmp_path / "content").exists() else small
    for file in tmp_path.glob("*.pdf"):
        assert twin.of_pdf(file, content) == minutes_of_pdf(file, content)


def run(file: Path, content: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """What the command prints about a file that it can read."""
    code = main(["answers", str(file), str(content)])
    printed = capsys.readouterr()
    assert (code, printed.err) == (0, "")
    return printed.out


def refused(file: Path, content: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """What the command says about a file that it refuses."""
    code = main(["answers", str(file), str(content)])
    printed = capsys.readouterr()
    assert (code, printed.out) == (1, "")
    return printed.err


def test_values_survive_saving(filled: Path, small: Roadmap) -> None:
    assert read(filled, small) == Answers(FILLED)


def test_values_show_when_the_file_is_opened(filled: Path) -> None:
    texts = {name: value for name, value in FILLED.items() if not name.startswith(("valg/", "krav/"))}
    with pymupdf.open(filled) as document:
        shown = {widget.field_name: widget.field_value for page in document for widget in page.widgets()}
        assert texts.items() <= shown.items()
        blank = [
            widget.field_name
            for page in document
            for widget in page.widgets()
            if widget.field_name in texts and not _has_ink(page, widget.rect)
        ]
        assert blank == []


def _has_ink(page: pymupdf.Page, rectangle: pymupdf.Rect) -> bool:
    """Whether something dark is drawn within the rectangle."""
    within = pymupdf.Rect(rectangle.x0 + 1, rectangle.y0 + 1, rectangle.x1 - 1, rectangle.y1 - 1)
    return bool(min(page.get_pixmap(clip=within, colorspace=pymupdf.csGRAY).samples) < 100)


def test_the_minutes_hold_choices_answers_and_open_questions(
    filled: Path, small: Roadmap, capsys: pytest.CaptureFixture[str]
) -> None:
    printed = run(filled, ROOT / "tests/tree", capsys)
    assert printed.startswith("# Notat fra møtet om video i pasientforløpet\n\n## Valgt\n\n**Steder:** 1. Hjemme\n\n")
    assert "## 1 Start\n\n### 1.1 Hvem ringer pasienten først?\n\nHvor vi tilbyr video – «først».  \nOg hvor" in printed
    assert "### 1.4 Hvilket rom er stille nok?\n\n**Vet ikke**\n" in printed
    assert "**4 av 5 (1 = Lite, 5 = Mye)**" in printed
    assert "### Kontaktene\n\n| Kontakt |\n|---|\n| Årskontroll \\| type 1 |\n" in printed
    assert "| 2. På jobb | nei | \\# Mangler rom |\n" in printed
    assert "## Sjekk rommet\n\n- **Stille:** 1 av 2 punkter er i orden. Mangler: Skilt på døren\n" in printed
    assert printed.partition("## Ubesvarte spørsmål\n\n")[2] == "- 1.2 Når passer video dårlig?\n"


def test_answers_stay_with_their_rows_when_rows_change_places(
    filled: Path, tree: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first, second = "{id: hjemme, title: 1. Hjemme}", "{id: pa-jobb, title: 2. På jobb}"
    spoil(tree, "pathway_guide/worksheets.yml", f"{first}, {second}", f"{second}, {first}")
    printed = run(filled, tree, capsys)
    assert "**Steder:** 1. Hjemme\n" in printed
    assert printed.index("| 2. På jobb | nei | \\# Mangler rom |") < printed.index("| 1. Hjemme | Ja! |  |")
    assert "Veilederen som ble fylt ut" not in printed


def test_answers_of_another_edition_are_told_from_todays(
    filled: Path, tree: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edition = 'version: "0.9", kind: utkast, date: 2026-11-22'
    spoil(tree, "roadmap.yml", edition, 'version: "0.8", kind: utkast, date: 2026-12-01')
    spoil(tree, "pathway_guide/worksheets.yml", "{id: pa-jobb, title: 2. På jobb}", "{id: bil, title: 2. I bilen}")
    spoil(tree, "pathway_guide/questions.yml", "id: sporsmal-1,", "id: nytt-sporsmal,")
    printed = run(filled, tree, capsys)
    assert "er utgave 0.9, 22. november 2026. Notatet er laget etter utgave 0.8, 1. desember 2026" in printed
    assert "I bilen" not in printed.partition("## Svar på spørsmål")[0]
    former = printed.partition("## Svar på spørsmål som veilederen ikke lenger har\n\n")[2]
    assert "- **Valg av steder, rad 2, 2. På jobb: Grunn:** \\# Mangler rom\n" in former
    assert "- **1.1 Hvem ringer pasienten først?: svar:** Hvor vi tilbyr video – «først». / Og hvor" in former


def test_a_guide_without_an_edition_says_so(filled: Path, small: Roadmap, tmp_path: Path) -> None:
    with pikepdf.open(filled) as document:
        del document.docinfo["/VeikartSkjema"]
        document.save(tmp_path / "uten.pdf")
    answers = read(tmp_path / "uten.pdf", small)
    assert answers == Answers(FILLED, edition="ukjent")


def test_a_guide_that_names_its_fields_by_position_is_refused(
    blank_form: Path, tree: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pikepdf.open(blank_form) as document:
        for field in document.Root.AcroForm.Fields:
            field.T = String(str(field.T).replace("/", "-"))
        document.save(tmp_path / "gammel.pdf")
    assert "fra før utgave 0.9, 22. november 2026, og svarene kan ikke plasseres sikkert – åpne den" in refused(
        tmp_path / "gammel.pdf", tree, capsys
    )


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "dette er ikke en PDF som lar seg lese"),
        (b"\x00\xff hei", "dette er ikke en PDF som lar seg lese"),
        (b"%PDF-1.7\n" + b"\x00" * 5_000_000, "dette er ikke en PDF som lar seg lese"),
        (None, "fila finnes ikke"),
    ],
)
def test_garbage_is_refused(
    content: bytes | None, message: str, tree: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "fil.pdf"
    if content is not None:
        file.write_bytes(content)
    assert message in refused(file, tree, capsys)


def test_a_locked_file_is_refused(filled: Path, tree: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pikepdf.open(filled) as document:
        document.save(tmp_path / "last.pdf", encryption=pikepdf.Encryption(owner="a", user="b"))
    assert "fila er låst med passord" in refused(tmp_path / "last.pdf", tree, capsys)


@pytest.mark.parametrize(
    "form",
    [
        None,
        Dictionary(),
        Dictionary(Fields=3),
        Dictionary(Fields=Dictionary()),
        Dictionary(Fields=Array()),
        Dictionary(Fields=Array([None, 3, String("svar/a"), Array([Dictionary(T=String("svar/a"))])])),
        Dictionary(Fields=Array([Dictionary(T=3), Dictionary(T=String("navn")), Dictionary()])),
        Array(),
    ],
    ids=str,
)
def test_another_pdf_is_refused(form: Any, tree: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "dette er ikke veilederen" in refused(_pdf(tmp_path / "annen.pdf", form), tree, capsys)


def _pdf(file: Path, form: Any) -> Path:
    """A PDF with nothing but a form."""
    with Pdf.new() as document:
        document.add_blank_page()
        if form is not None:
            document.Root.AcroForm = form
        document.save(file)
    return file


def _read_fields(fields: list[Any], small: Roadmap, file: Path) -> Answers:
    return read(_pdf(file, Dictionary(Fields=Array(fields))), small)


def test_odd_entries_beside_the_fields_do_no_harm(small: Roadmap, tmp_path: Path) -> None:
    field = Dictionary(T=String("svar/sporsmal-1"), V=String("Hei"))
    fields = [None, 3, Array([1, Array()]), String("x"), Dictionary(), Dictionary(T=Array()), True, field]
    assert _read_fields(fields, small, tmp_path / "rar.pdf").texts == {"svar/sporsmal-1": "Hei"}


def test_fields_within_others_are_known_by_their_whole_names(small: Roadmap, tmp_path: Path) -> None:
    kids = [Dictionary(T=String("sporsmal-1"), V=String("Hei")), Dictionary(T=String("b"), V=String("Hallo"))]
    widgets = Array([Dictionary(Subtype=Name.Widget), 7])
    fields = [
        Dictionary(T=String("svar/sporsmal-2"), TU=String("Over"), Kids=Array(kids)),
        Dictionary(T=String("svar/sporsmal-3"), V=String("Felles"), Kids=widgets),
    ]
    answers = _read_fields(fields, small, tmp_path / "hierarki.pdf")
    assert answers.texts == {"svar/sporsmal-3": "Felles"}
    assert answers.former == [FormerAnswer("Over", "Hei"), FormerAnswer("Over", "Hallo")]


def test_fields_that_hold_each_other_end(small: Roadmap, tmp_path: Path) -> None:
    with Pdf.new() as document:
        document.add_blank_page()
        field = document.make_indirect(Dictionary(T=String("svar/sporsmal-1")))
        other = document.make_indirect(Dictionary(T=String("x"), Kids=Array([field])))
        field.Kids = Array([field, other] * 10)
        document.Root.AcroForm = Dictionary(
            Fields=Array([field, Dictionary(T=String("svar/sporsmal-2"), V=String("Hei"))])
        )
        document.save(tmp_path / "ring.pdf")
    assert read(tmp_path / "ring.pdf", small).texts == {"svar/sporsmal-2": "Hei"}


TEXT = "Blåbær – «æøå» €"


@pytest.mark.parametrize(
    "data",
    [
        b"\xfe\xff" + TEXT.encode("utf-16-be"),
        b"\xff\xfe" + TEXT.encode("utf-16-le"),
        b"\xef\xbb\xbf" + TEXT.encode(),
        TEXT.encode("pdfdoc"),
    ],
    ids=["utf-16-be", "utf-16-le", "utf-8", "pdfdoc"],
)
@pytest.mark.parametrize("kind", ["string", "stream", "packed stream"])
def test_a_text_is_read_in_each_way_that_pdf_allows(data: bytes, kind: str, small: Roadmap, tmp_path: Path) -> None:
    with Pdf.new() as document:
        document.add_blank_page()
        value: Any = String(data)
        if kind == "stream":
            value = Stream(document, data)
        if kind == "packed stream":
            value = Stream(document, zlib.compress(data), Filter=Name.FlateDecode)
        field = Dictionary(T=String("svar/sporsmal-1"), V=value)
        document.Root.AcroForm = Dictionary(Fields=Array([field]))
        document.save(tmp_path / "tekst.pdf", compress_streams=False)
    assert read(tmp_path / "tekst.pdf", small).texts == {"svar/sporsmal-1": TEXT}


def test_a_name_is_read_as_text(small: Roadmap, tmp_path: Path) -> None:
    fields = [Dictionary(T=String("svar/sporsmal-1"), V=Name("/Blå bær")), Dictionary(T=String("svar/x"), V=Name.Off)]
    assert _read_fields(fields, small, tmp_path / "navn.pdf") == Answers(
        {"svar/sporsmal-1": "Blå bær"}, edition="ukjent"
    )


def test_a_name_in_another_encoding_is_read_as_well_as_can_be(small: Roadmap, tmp_path: Path) -> None:
    field = Dictionary(T=String("svar/sporsmal-1"), V=Name("/Bl@@bær"))
    file = _pdf(tmp_path / "navn.pdf", Dictionary(Fields=Array([field])))
    file.write_bytes(file.read_bytes().replace(b"@@", b"#E5"))
    assert read(file, small).texts == {"svar/sporsmal-1": "Bl\N{REPLACEMENT CHARACTER}bær"}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("svar/sporsmal-1", 3),
        ("svar/sporsmal-1", True),
        ("svar/sporsmal-1", Array([String("a"), String("b")])),
        ("svar/sporsmal-1", Dictionary(A=String("a"))),
        ("svar/ukjent", Array([1])),
        ("valg/sporsmal-4", Name("/Kanskje")),
        ("valg/sporsmal-4", String("ja")),
        ("valg/sporsmal-5", Name("/9")),
        ("valg/sporsmal-5", Name("/0")),
        ("valg/sporsmal-5", 4),
        ("krav/stille/dor", Name.Yes),
        ("krav/stille/dor", True),
    ],
)
def test_a_value_that_the_form_can_not_have_is_listed_as_not_understood(
    name: str, value: Any, small: Roadmap, tmp_path: Path
) -> None:
    field = Dictionary(T=String(name), TU=String("Feltet"), V=value)
    assert _read_fields([field], small, tmp_path / "verdi.pdf") == Answers(unreadable=["Feltet"], edition="ukjent")


def test_a_text_too_long_for_a_person_is_not_understood(small: Roadmap, tmp_path: Path) -> None:
    fields = [Dictionary(T=String("svar/sporsmal-1"), V=String("a" * 2_000_000))]
    assert _read_fields(fields, small, tmp_path / "lang.pdf").unreadable == ["svar/sporsmal-1"]


def test_a_text_that_is_small_only_when_packed_is_not_understood(small: Roadmap, tmp_path: Path) -> None:
    with Pdf.new() as document:
        document.add_blank_page()
        packed = Stream(document, zlib.compress(b"a" * 2_000_000), Filter=Name.FlateDecode)
        document.Root.AcroForm = Dictionary(Fields=Array([Dictionary(T=String("svar/sporsmal-1"), V=packed)]))
        document.save(tmp_path / "pakket.pdf")
    assert read(tmp_path / "pakket.pdf", small).unreadable == ["svar/sporsmal-1"]


def test_what_can_not_be_understood_is_said_in_the_minutes(
    tree: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    fields = Array([Dictionary(T=String("valg/sporsmal-5"), TU=String("1.5 Hvor *godt*?"), V=Name("/9"))])
    printed = run(_pdf(tmp_path / "verdi.pdf", Dictionary(Fields=fields)), tree, capsys)
    assert "## Felt som ikke lot seg lese\n\n- 1.5 Hvor \\*godt\\*?\n" in printed
    assert "9 av 5" not in printed
    assert "Fila sier ikke hvilken utgave av veilederen den er." in printed


def test_nothing_that_steers_a_terminal_or_turns_words_gets_through(
    tree: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "Rød\x1b[31m\x07 \u202eteks\u202ct\u2066\u200b\ufeff\r\nlinje\u2028to\x00\x9b\tslutt"
    fields = Array(
        [Dictionary(T=String("svar/sporsmal-1"), V=String(text)), Dictionary(T=String("svar/\x1bx"), V=String("a"))]
    )
    printed = run(_pdf(tmp_path / "tegn.pdf", Dictionary(Fields=fields)), tree, capsys)
    assert "Rød\\[31m tekst  \nlinje  \nto slutt\n" in printed
    assert [char for char in printed if not char.isprintable() and char != "\n"] == []


def test_two_fields_of_one_name_that_disagree_are_both_kept(small: Roadmap, tmp_path: Path) -> None:
    fields = [Dictionary(T=String("svar/sporsmal-1"), TU=String("Feltet"), V=String(text)) for text in ("A", "B", "A")]
    answers = _read_fields(fields, small, tmp_path / "to.pdf")
    assert (answers.texts, answers.former) == ({"svar/sporsmal-1": "A"}, [FormerAnswer("Feltet", "B")])


def test_many_fields_are_read(small: Roadmap, tmp_path: Path) -> None:
    fields = [Dictionary(T=String(f"svar/nummer-{number}"), V=String("a")) for number in range(20_000)]
    assert len(_read_fields(fields, small, tmp_path / "mange.pdf").former) == 20_000


CHARACTERS = st.characters(codec="utf-8", exclude_characters="\0")
SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(2**31), 2**31),
    st.binary(max_size=20).map(String),
    st.text(CHARACTERS, max_size=20).map(String),
    st.sampled_from(["svar/sporsmal-1", "valg/sporsmal-5", "krav/stille/dor", "9", "svar"]).map(String),
    st.text(CHARACTERS, min_size=1, max_size=8).map(lambda text: Name("/" + text)),
)
KEYS = st.sampled_from(["/T", "/TU", "/V", "/FT", "/Kids", "/Parent", "/Opt", "/AP", "/Ff"])
OBJECTS = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4).map(Array), st.dictionaries(KEYS, inner, max_size=5).map(Dictionary)
    ),
    max_leaves=20,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(fields=st.lists(OBJECTS, max_size=5), information=OBJECTS.filter(lambda value: value is not None))
def test_no_form_keeps_an_answer_from_being_read(
    fields: list[Any], information: Any, small: Roadmap, tmp_path: Path, twin: Twin
) -> None:
    ours = Dictionary(T=String("svar/sporsmal-2"), V=String("Vårt svar"))
    file = tmp_path / "hva-som-helst.pdf"
    with Pdf.new() as document:
        document.add_blank_page()
        document.Root.AcroForm = Dictionary(Fields=Array([*fields, ours]))
        document.docinfo["/VeikartSkjema"] = document.docinfo["/VeikartUtgave"] = information
        document.save(file)
    answers = read(file, small)
    assert answers.texts["svar/sporsmal-2"] == "Vårt svar"
    written = minutes(answers, small, forms.TEMPLATES)
    assert "\n\nVårt svar\n" in written
    assert twin.of_pdf(file, small) == written
