"""Files that came back, whoever saved them and however they were filled in."""

from __future__ import annotations

import io
import os
import random
import tracemalloc
import zipfile
from pathlib import Path
from typing import Any

import pytest
from docx.oxml.ns import qn

from roadmap.__main__ import main
from roadmap.review.blocks import ReviewError, blocks_of
from tests.review.files import APPROVED, Reading, fill, forms, opened, pack, repacked, row, saved
from tests.test_mistakes import spoil

MEASURE = "measures/a1-begynn.yml"
DIFF = "+status: godkjent\n+approval: {role: fagansvarlig, date: 2026-11-25, text: "


def test_an_empty_file_says_that_nothing_is_answered(tree: Path, reading: Reading) -> None:
    said = reading.of(pack(tree))
    assert said == "Ikke besvart (3):\n  A1, A2, B1\n\nDet er ingen godkjenninger å føre inn.\n"
    assert (reading.code, reading.errors) == (0, "")


def test_what_came_back_is_listed_and_the_approval_is_shown_before_it_is_written(tree: Path, reading: Reading) -> None:
    before = (tree / MEASURE).read_bytes()
    answers = {
        "A1": APPROVED,
        "A2": {"Avgjørelse": "endres", "Kommentar": "Ta bort «noe».\nSkriv det kortere.", "Rolle": "Leder"},
        "B1": {"Avgjørelse": "stryk", "Kommentar": "Gjelder ikke oss."},
    }
    said = reading.of(fill(pack(tree), answers))
    assert said.startswith(
        "Godkjent, kan føres inn (1):\n"
        "  A1 Begynn\n"
        "    Merk: faglig eier er leder\n"
        "    godkjent, fagansvarlig, 25. november 2026 (svar-1.docx)\n"
        "\n"
        "Skal endres (1):\n"
        "  A2 Si fra at dere begynner\n"
        "    endres, leder (svar-1.docx)\n"
        "      Kommentar: Ta bort «noe».\n"
        "        Skriv det kortere.\n"
        "\n"
        "Skal strykes (1):\n"
        "  B1 Fortsett\n"
        "    stryk (svar-1.docx)\n"
        "      Kommentar: Gjelder ikke oss.\n"
        "\n"
        f"--- {MEASURE}\n+++ {MEASURE}\n"
    )
    assert DIFF in said
    assert said.endswith("Ingenting er skrevet. Kjør på nytt med --write for å føre inn godkjenningene.\n")
    assert (tree / MEASURE).read_bytes() == before


@pytest.mark.parametrize(
    "decision", ["godkjent", "Godkjent.", "  GODKJENT ", "«godkjent»", "God\u00adkjent", "godkjend"]
)
@pytest.mark.parametrize("flatten", [False, True])
def test_a_decision_is_read_in_any_case_and_with_what_stands_around_it(
    decision: str, flatten: bool, tree: Path, reading: Reading
) -> None:
    assert DIFF in reading.of(fill(pack(tree), {"A1": {**APPROVED, "Avgjørelse": decision}}, flatten=flatten))


@pytest.mark.parametrize(
    "date",
    [
        "25. november 2026",
        "25 november 2026",
        "25. nov. 2026",
        "25.11.2026",
        "25.11.26",
        "25. 11. 2026",
        "25/11-2026",
        "25/11/2026",
        "25/11-26",
        "25.11-26",
        "2026-11-25",
        "25.\u00a0November\u00a02026",
        "[dato] 25.11.2026",
    ],
)
def test_a_date_is_read_as_norwegians_write_it(date: str, tree: Path, reading: Reading) -> None:
    assert DIFF in reading.of(fill(pack(tree), {"A1": {**APPROVED, "Dato": date}}))


@pytest.mark.parametrize("role", ["Fagansvarlig", "fagansvarlig", " FAGANSVARLIG. ", "[velg rolle] Fagansvarlig"])
def test_a_role_is_one_of_the_list_by_its_name_or_id(role: str, tree: Path, reading: Reading) -> None:
    assert DIFF in reading.of(fill(pack(tree), {"A1": {**APPROVED, "Rolle": role}}))


NO_DECISION = "er ingen avgjørelse – skriv godkjent, endres eller stryk"
NO_ROLE = "er ingen rolle som kan godkjenne – skriv Leder, Behandler, Fagansvarlig eller Hjelper"
NO_DATE = "er ikke en dato – skriv for eksempel 26. november 2026"
NO_DAY = "er en dag som ikke finnes – se over datoen"


@pytest.mark.parametrize(
    ("field", "written", "cure"),
    [
        ("Avgjørelse", "godkjent med endringer", NO_DECISION),
        ("Avgjørelse", "ikke godkjent", NO_DECISION),
        ("Avgjørelse", "ja", NO_DECISION),
        ("Avgjørelse", "godkjent / endres", NO_DECISION),
        ("Rolle", "Overlege", NO_ROLE),
        ("Dato", "31.02.2026", NO_DAY),
        ("Dato", "31/2-26", NO_DAY),
        ("Dato", "31. februar 2026", NO_DAY),
        ("Dato", "2026-02-31", NO_DAY),
        ("Dato", "11/25/2026", NO_DAY),
        ("Dato", "i går", NO_DATE),
    ],
)
def test_what_is_not_understood_is_named_with_what_to_write_and_approves_nothing(
    field: str, written: str, cure: str, tree: Path, reading: Reading
) -> None:
    said = reading.of(fill(pack(tree), {"A1": {**APPROVED, field: written}}))
    assert "Ikke forstått." in said
    assert f"{field}: «{written}» {cure}\n" in said
    assert "Det er ingen godkjenninger å føre inn." in said
    assert reading.code == 1


def test_what_is_understood_is_written_though_something_else_is_not(tree: Path, reading: Reading) -> None:
    filled = fill(pack(tree), {"A1": APPROVED, "A2": {**APPROVED, "Avgjørelse": "ja"}})
    said = reading.of(filled, write=True)
    assert "Ikke forstått." in said and "Godkjent, kan føres inn (1):\n  A1 Begynn\n" in said
    assert said.endswith("Ført inn: A1.\n")
    assert reading.code == 1
    assert "status: godkjent" in (tree / MEASURE).read_text(encoding="utf-8")


def test_only_roles_that_can_approve_can_be_chosen_and_are_read(tree: Path, reading: Reading) -> None:
    before = pack(tree)
    spoil(tree, "roadmap.yml", "name: Hjelper,", "name: Hjelper, can_approve: false,")
    made = pack(tree)
    control = next(row(forms(opened(made))["A1"], "Rolle").iter(qn("w:comboBox")))
    assert [item.get(qn("w:value")) for item in control] == ["Leder", "Behandler", "Fagansvarlig"]
    said = reading.of(fill(before, {"A1": {**APPROVED, "Rolle": "Hjelper"}}))
    assert "Rolle: «Hjelper» er ingen rolle som kan godkjenne – skriv Leder, Behandler eller Fagansvarlig" in said


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"Rolle": "[velg rolle]"}, "rollen mangler"),
        ({"Dato": ""}, "datoen mangler"),
        ({"Dato": "28.11.2026"}, "datoen 28. november 2026 er ikke kommet ennå"),
        ({"Dato": "1.1.2019"}, "datoen 1. januar 2019 er før prosjektet begynte"),
        ({"Dato": "1.1.2024"}, "godkjenningen fra 1. januar 2024 er allerede for gammel"),
    ],
)
def test_an_approval_without_what_it_needs_is_held_back(
    changed: dict[str, str], reason: str, tree: Path, reading: Reading
) -> None:
    said = reading.of(fill(pack(tree), {"A1": {**APPROVED, **changed}}))
    assert f"Godkjent, men blir ikke ført inn (1):\n  A1 Begynn\n    Merk: {reason}\n" in said
    assert "Det er ingen godkjenninger å føre inn." in said


def test_an_approval_of_a_text_that_is_another_today_is_held_back(tree: Path, reading: Reading) -> None:
    filled = fill(pack(tree), {"A1": APPROVED, "A2": {"Avgjørelse": "endres"}})
    for file in (MEASURE, "measures/a2-si-fra.yml"):
        spoil(tree, file, "hours: 1", "hours: 1.25")
    said = reading.of(filled)
    assert (
        "Godkjent, men blir ikke ført inn (1):\n  A1 Begynn\n    Merk: teksten er endret siden fila ble laget\n" in said
    )
    assert "Skal endres (1):\n  A2 Si fra at dere begynner\n    Merk: teksten er endret siden fila ble laget\n" in said


def test_an_approval_of_a_text_that_was_changed_in_word_is_held_back(tree: Path, reading: Reading) -> None:
    document = opened(fill(pack(tree), {"A1": APPROVED, "A2": APPROVED}))
    summary = next(one for one in document.paragraphs if one.text == "Én setning som sier hva tiltaket går ut på.")
    summary.runs[0].text = "Noe helt annet."
    said = reading.of(saved(document))
    assert "A1 Begynn\n    Merk: teksten i Word-fila er en annen enn den som ble sendt ut\n" in said
    assert "Godkjent, kan føres inn (1):\n  A2 Si fra at dere begynner" in said


def test_a_text_that_was_only_changed_in_word_is_named_too(tree: Path, reading: Reading) -> None:
    document = opened(pack(tree))
    heading = next(
        one for one in document.paragraphs if one.text == "B1 Fortsett" and one.paragraph_format.page_break_before
    )
    heading.runs[0].text = "B1 Fortsett gjerne"
    said = reading.of(saved(document))
    assert "Ikke besvart (3):\n  B1 Fortsett\n    Merk: teksten i Word-fila er en annen" in said
    assert "\n  A1, A2\n" in said


def test_what_tracked_changes_took_out_is_not_read_and_what_they_put_in_is(tree: Path, reading: Reading) -> None:
    document: Any = opened(fill(pack(tree), {"A1": APPROVED}))
    cell = row(forms(document)["A1"], "Avgjørelse")
    control = next(cell.iter(qn("w:sdt")))
    paragraph = control.getparent()
    (run,) = control.find(qn("w:sdtContent"))
    paragraph.remove(control)
    for tag, text_tag, text in (
        ("w:del", "w:delText", "stryk"),
        ("w:ins", "w:t", "godkjent"),
        ("w:moveFrom", "w:t", "x"),
    ):
        wrapper = paragraph.makeelement(qn(tag), {qn("w:id"): "1", qn("w:author"): "a"})
        made = run.makeelement(qn("w:r"), {})
        made.append(made.makeelement(qn(text_tag), {}))
        made[0].text = text
        wrapper.append(made)
        paragraph.append(wrapper)
    assert DIFF in reading.of(saved(document))


def test_a_comment_in_the_margin_is_listed_with_its_measure(tree: Path, reading: Reading) -> None:
    document: Any = opened(fill(pack(tree), {"A1": APPROVED}))
    summary = next(one for one in document.paragraphs if one.text == "Én setning som sier hva tiltaket går ut på.")
    document.add_comment(summary.runs, text="Kan dette\nbli kortere?", author="Noen")
    assert "      I margen: Kan dette bli kortere?\n" in reading.of(saved(document))


def test_a_form_that_was_moved_to_another_measure_is_not_guessed_at(tree: Path, reading: Reading) -> None:
    document = opened(fill(pack(tree), {"A1": APPROVED}))
    tables = forms(document)
    moved = row(tables["A1"], "Avgjørelse").getparent()
    row(tables["A2"], "Avgjørelse").getparent().addprevious(moved)
    said = reading.of(saved(document))
    assert (
        "Kan ikke plasseres (1):\n  Et skjema\n    Merk: koden i skjemaet mangler, eller hører ikke til skjemaet\n"
        in said
    )


def test_a_form_whose_code_was_removed_is_known_by_its_tags_but_approves_nothing(tree: Path, reading: Reading) -> None:
    document = opened(fill(pack(tree), {"A1": APPROVED}))
    line = row(forms(document)["A1"], "Kode").getparent()
    line.getparent().remove(line)
    said = reading.of(saved(document))
    assert "A1 Begynn\n    Merk: teksten i Word-fila er en annen enn den som ble sendt ut\n" in said
    flat = opened(fill(pack(tree), {"A1": APPROVED}, flatten=True))
    line = row(forms(flat)["A1"], "Kode").getparent()
    line.getparent().remove(line)
    assert "Kan ikke plasseres (1):\n  Et skjema\n" in reading.of(saved(flat))


def test_a_measure_that_is_gone_is_named(tree: Path, reading: Reading) -> None:
    filled = fill(pack(tree), {"B1": APPROVED})
    (tree / "measures/b1-fortsett.yml").rename(tree / "measures/b2-fortsett.yml")
    for file in [*tree.rglob("*.yml"), *tree.rglob("*.md")]:
        file.write_text(file.read_text(encoding="utf-8").replace("B1", "B2"), encoding="utf-8")
    assert "Kan ikke plasseres (1):\n  B1\n    Merk: tiltaket finnes ikke lenger\n" in reading.of(filled)


def test_files_that_disagree_are_both_named_and_neither_wins(tree: Path, reading: Reading) -> None:
    other = {**APPROVED, "Rolle": "Leder"}
    for answer in ({"Avgjørelse": "stryk"}, other, {**APPROVED, "Dato": "24.11.2026"}):
        said = reading.of(fill(pack(tree), {"A1": APPROVED}), fill(pack(tree), {"A1": answer}))
        assert "Svarene er ikke de samme." in said
        assert "(svar-1.docx)" in said and "(svar-2.docx)" in said
        assert "Det er ingen godkjenninger å føre inn." in said


def test_files_that_agree_or_leave_each_other_room_are_one(tree: Path, reading: Reading) -> None:
    first, second = fill(pack(tree), {"A1": APPROVED}), fill(pack(tree), {"A1": APPROVED, "A2": {"Kommentar": "Fint."}})
    said = reading.of(first, second, fill(pack(tree), {"B1": APPROVED}))
    assert "Godkjent, kan føres inn (2):\n  A1 Begynn\n" in said
    assert (
        "Ikke besvart (1):\n  A2 Si fra at dere begynner\n    uten avgjørelse (svar-2.docx)\n      Kommentar: Fint.\n"
        in said
    )
    assert said.count(DIFF) == 2


def test_a_strict_file_and_one_with_another_name_for_its_document_are_read(tree: Path, reading: Reading) -> None:
    filled = fill(pack(tree), {"A1": APPROVED})
    transitional = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    strict = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
    assert DIFF in reading.of(repacked(filled, lambda _, data: data.replace(transitional, strict)))
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(filled)) as source, zipfile.ZipFile(target, "w") as made:
        for name in source.namelist():
            data = source.read(name).replace(b"word/document.xml", b"word/document2.xml")
            made.writestr(name.replace("word/document.xml", "word/document2.xml"), data)
    assert DIFF in reading.of(target.getvalue())


def bomb(part: str) -> bytes:
    """A file of some kilobytes that unpacks to a gigabyte."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("_rels/.rels", RELATIONS)
        with made.open(part, "w", force_zip64=True) as stream:
            for _ in range(1000):
                stream.write(b" " * 1_000_000)
    return target.getvalue()


RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)
NO_WORD_FILE = "dette er ikke en Word-fil – lagre den som .docx fra Word eller LibreOffice"
DAMAGED = "fila er skadet – åpne den i Word, og lagre den på nytt"


def package(document: str, relations: str = RELATIONS) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as made:
        made.writestr("_rels/.rels", relations)
        made.writestr("word/document.xml", document)
    return target.getvalue()


LAUGHS = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "ha" * 50}">' for n in range(12))
WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
FOREIGN = {
    "nothing": (b"", NO_WORD_FILE),
    "a PDF": (b"%PDF-1.7\n" + b"x" * 500, NO_WORD_FILE),
    "another archive": (package("x", "<a/>"), NO_WORD_FILE),
    "no XML": (package("x"), DAMAGED),
    "another kind of document": (package("<workbook/>"), NO_WORD_FILE),
    "no form": (package(f"<w:document {WORD}><w:body><w:p/></w:body></w:document>"), "fila har ingen skjemaer"),
    "a password": (b"\xd0\xcf\x11\xe0" + bytes(600), "fila er låst med passord eller lagret i et gammelt format"),
    "a huge file": (b"PK\x03\x04" + bytes(20_000_001), "fila er større enn 20 MB"),
    "a bomb": (bomb("word/document.xml"), "pakker ut til mer enn"),
    "a bomb elsewhere": (bomb("_rels/bombe.xml"), NO_WORD_FILE),
    "entities": (package(f"<!DOCTYPE w [{LAUGHS}]><w:document {WORD}>&a11;</w:document>"), DAMAGED),
    "a file of the machine": (
        package(f'<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]><w:document {WORD}>&a;</w:document>'),
        DAMAGED,
    ),
    "too deep": (package(f"<w:document {WORD}>" + "<w:p>" * 5000 + "</w:p>" * 5000 + "</w:document>"), DAMAGED),
    "out of the archive": (package("x", RELATIONS.replace("word/document.xml", "../../../etc/passwd")), NO_WORD_FILE),
}


@pytest.mark.parametrize("kind", FOREIGN)
def test_a_file_that_is_none_of_ours_is_refused_in_plain_words(kind: str, reading: Reading) -> None:
    data, message = FOREIGN[kind]
    assert reading.of(data) == ""
    assert reading.code == 1
    assert message in reading.errors
    assert reading.errors.count("\n") == 1


def test_a_bomb_is_not_unpacked() -> None:
    data = FOREIGN["a bomb"][0]
    tracemalloc.start()
    with pytest.raises(ReviewError):
        blocks_of(data)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 150_000_000


def test_something_that_is_no_file_is_refused(tree: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    os.mkfifo(tmp_path / "pipe.docx")
    for path, message in (
        (tmp_path / "pipe.docx", "dette er ikke en fil"),
        (tmp_path / "nei.docx", "fila finnes ikke"),
    ):
        assert main(["review-read", str(path), "--content", str(tree)]) == 1
        assert message in capsys.readouterr().err


def test_a_damaged_file_never_ends_in_a_traceback(tree: Path, reading: Reading) -> None:
    filled = fill(pack(tree), {"A1": APPROVED})
    chance = random.Random(11)
    for _ in range(150):
        data = bytearray(filled)
        for _ in range(chance.randint(1, 30)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        reading.of(bytes(data[: chance.choice((len(data), chance.randrange(len(data))))]))
        assert reading.code in (0, 1)


def test_what_a_stranger_wrote_can_not_steer_the_terminal(tree: Path, reading: Reading) -> None:
    answers = {"A1": {"Avgjørelse": "endres", "Kommentar": "a\u202eb\u200b\u2028c\u009b31m"}}
    said = reading.of(fill(pack(tree), answers))
    assert "Kommentar: ab\n        c31m\n" in said


def test_a_remark_without_a_decision_holds_an_approval_in_another_file_back(tree: Path, reading: Reading) -> None:
    remark = fill(pack(tree), {"A1": {"Kommentar": "Nei, dette kan vi ikke godkjenne."}})
    said = reading.of(fill(pack(tree), {"A1": APPROVED}), remark)
    assert "noen har en merknad, men ingen avgjørelse" in said
    assert DIFF not in said


def test_a_condition_in_brackets_is_no_approval(tree: Path, reading: Reading) -> None:
    answer = {**APPROVED, "Avgjørelse": "godkjent [men bare for somatikk]"}
    said = reading.of(fill(pack(tree), {"A1": answer}))
    assert "men bare for somatikk" in said
    assert DIFF not in said


def test_nothing_private_in_an_answer_is_repeated(tree: Path, reading: Reading) -> None:
    answer = {**APPROVED, "Avgjørelse": "endres", "Kommentar": "Spør pasient 15507600333 om det."}
    said = reading.of(fill(pack(tree), {"A1": answer}))
    assert "Spør pasient [skjult] om det." in said
