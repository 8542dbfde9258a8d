"""The file that owners get: everything they approve, a form for each measure, and where to send it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from docx.oxml.ns import qn

from roadmap.__main__ import main
from roadmap.content.load import load
from roadmap.review.blocks import blocks_of
from tests.conftest import ROOT
from tests.review.files import SITE_URL, forms, opened, pack, row
from tests.test_mistakes import spoil
from tests.word.documents import parts


def text_of(data: bytes) -> str:
    return "\n".join(block.text for block in blocks_of(data))


def test_each_measure_is_there_as_it_reads_with_a_form_after_it(tree: Path) -> None:
    data = pack(tree)
    text = text_of(data)
    for measure in load(tree).measures:
        begins = text.index(f"\n{measure.id} {measure.title}\n{measure.summary}")
        ends = text.index(f"Hva mener du om {measure.id}?")
        said = " ".join(text[begins:ends].split())
        actions = [action.text for action in measure.actions]
        for expected in (*measure.prerequisites, *actions, *measure.started_when, *measure.works_when):
            assert expected in said
        assert all(source.takes in said for source in measure.sources)
        assert " ".join(measure.description.split()) in said
    assert list(forms(opened(data))) == ["A1", "A2", "B1"]
    assert "I dag\nLeder\nBestem at dere skal begynne.\n1 time\n" in text.replace("\xa0", " ")
    assert "0,25 time hver måned" in text.replace("\xa0", " ")


def test_the_texts_of_a_measure_stand_before_its_form_and_the_file_says_what_an_answer_covers(tree: Path) -> None:
    text = text_of(pack(tree))
    told = text[text.index("Tekst som følger med: Beskjed til kolleger") : text.index("Hva mener du om A1?")]
    assert "Svaret ditt gjelder tiltaket og ikke denne teksten." in told
    assert "Fra [dato] begynner [enhet] med det som står i tiltak A1." in told
    assert "Slik går det for seg\nAlle får vite om det." in told
    assert "Hvem\nNår\n[navn]\nFør [dato]" in told
    assert text.count("Tekst som følger med") == 1


def test_only_the_form_of_a_measure_is_to_be_filled_in(tree: Path) -> None:
    tags = [tag.get(qn("w:val")) for tag in opened(pack(tree)).element.body.iter(qn("w:tag"))]
    assert len(tags) == 15 and not {"dato", "enhet", "navn"} & set(tags)


def test_a_form_can_be_chosen_from_typed_in_and_is_known_by_its_tags(tree: Path) -> None:
    table = forms(opened(pack(tree)))["A2"]
    digest = load(tree).digest(load(tree).measure("A2"))
    controls: dict[str, Any] = {
        name: next(row(table, name).iter(qn("w:sdtPr")))
        for name in ("Avgjørelse", "Kommentar", "Rolle", "Dato", "Kode")
    }
    choices = [item.get(qn("w:value")) for item in controls["Avgjørelse"].find(qn("w:comboBox"))]
    assert choices == ["godkjent", "endres", "stryk"]
    roles = [item.get(qn("w:displayText")) for item in controls["Rolle"].find(qn("w:comboBox"))]
    assert roles == ["Leder", "Behandler", "Fagansvarlig", "Hjelper"]
    assert controls["Dato"].find(qn("w:date")) is not None
    assert controls["Kode"].find(qn("w:lock")).get(qn("w:val")) == "sdtContentLocked"
    tags = [control.find(qn("w:tag")).get(qn("w:val")) for control in controls.values()]
    assert tags == [f"A2.{digest}.{field}" for field in ("decision", "comment", "role", "date", "code")]


@pytest.mark.parametrize(
    ("contact", "expected"),
    [("video@veikart.example", "send den til video@veikart.example."), ("", "Adressen er ikke bestemt ennå")],
)
def test_the_first_page_says_where_to_send_it(tree: Path, contact: str, expected: str) -> None:
    assert expected in text_of(pack(tree, contact))


def test_an_owner_gets_what_is_the_owners(tree: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "ut/eier.docx"
    assert main(["review-pack", "--owner", "leder", "--output", str(file), str(tree)]) == 0
    owned = [measure.id for measure in load(tree).measures if measure.owner == "leder"]
    assert list(forms(opened(file.read_bytes()))) == owned
    assert capsys.readouterr().out == f"{file}\n"
    assert main(["review-pack", "--owner", "sjef", str(tree)]) == 1
    assert "rollen «sjef» finnes ikke – bruk en av disse: leder, behandler" in capsys.readouterr().err
    assert main(["review-pack", "--owner", "hjelper", str(tree)]) == 1
    assert "ingen tiltak har «hjelper» som faglig eier" in capsys.readouterr().err


def test_a_step_gets_a_file_of_its_own(tree: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "ut/godkjenning.docx"
    assert main(["review-pack", "--step", "b", "--step", "A", "--output", str(file), str(tree)]) == 0
    files = [tmp_path / "ut/godkjenning-B.docx", tmp_path / "ut/godkjenning-A.docx"]
    assert capsys.readouterr().out == "".join(f"{file}\n" for file in files)
    measures = [list(forms(opened(file.read_bytes()))) for file in files]
    assert measures == [["B1"], ["A1", "A2"]]
    assert "2 tiltak i steg A Første steg." in text_of(files[1].read_bytes())
    single = tmp_path / "a.docx"
    assert main(["review-pack", "--step", "A", "--owner", "leder", "--output", str(single), str(tree)]) == 0
    assert list(forms(opened(single.read_bytes()))) == ["A1", "A2"]
    assert "2 tiltak i steg A Første steg som leder eier." in text_of(single.read_bytes())


def test_a_step_that_has_nothing_to_approve_is_named(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["review-pack", "--step", "X", str(tree)]) == 1
    assert "steget «X» finnes ikke – bruk ett av disse: A, B" in capsys.readouterr().err
    assert main(["review-pack", "--step", "B", "--owner", "hjelper", str(tree)]) == 1
    assert "ingen tiltak i steg B har «hjelper» som faglig eier" in capsys.readouterr().err


def test_the_first_page_asks_for_no_more_than_what_the_reader_knows(tree: Path) -> None:
    assert "Svar bare for tiltakene du kjenner." in text_of(pack(tree))


def test_word_brings_the_list_up_to_date_with_the_measures_and_nothing_else(tree: Path) -> None:
    (field,) = [one.text for one in opened(pack(tree)).element.body.iter(qn("w:instrText"))]
    assert field == r' TOC \o "1-1" \n \h '


def test_the_same_content_gives_the_same_bytes_and_valid_references(tree: Path) -> None:
    data = pack(tree)
    assert data == pack(tree)
    body = opened(data).element.body
    numbers = [one.get(qn("w:val")) for one in body.iter(qn("w:id")) if one.getparent().tag == qn("w:sdtPr")]
    assert len(set(numbers)) == len(numbers)
    used = {style.get(qn("w:val")) for style in body.iter(qn("w:pStyle"), qn("w:tblStyle"))}
    styles = parts(data)["word/styles.xml"]
    assert used <= {style.get(qn("w:styleId")) for style in styles.iter(qn("w:style"))}


def test_what_editors_write_is_text_in_the_file(tree: Path) -> None:
    hostile = "Vis <b>alt</b> & \"mer\" til 'alle'"
    spoil(
        tree,
        "measures/a1-begynn.yml",
        "Bestem at dere skal begynne.",
        f'"{hostile.replace(chr(34), chr(92) + chr(34))}"',
    )
    assert hostile in text_of(pack(tree))


def test_the_site_offers_the_file_where_home_says_so(tree: Path) -> None:
    from roadmap.site.pages import Site

    roadmap = load(tree)
    data = pack(tree)
    pages = {
        page.path: page for page in Site(roadmap, ROOT / "templates", {"nedlasting/godkjenning.docx": data}).pages()
    }
    html = str(pages["pages/om.md"].html)
    assert 'href="../../nedlasting/godkjenning.docx"' in html
    assert SITE_URL not in html
