"""From a filled-in guide to the minutes of the meeting: fill, save, read back."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pymupdf
import pytest

from roadmap.__main__ import main
from roadmap.content.model import Roadmap
from roadmap.guide import answers
from tests.conftest import ROOT

pytestmark = pytest.mark.site

FILLED = {
    "svar-hva-motet-skal-avgjore": "Hvor vi tilbyr video – «først».\nOg hvor vi lar det være, også på Ørland.",
    "ark-valg-av-pasientgrupper-1-1": "Stabil diabetes | type 1",
    "ark-valg-av-pasientgrupper-1-6": "Nå",
    "ark-valg-av-pasientgrupper-2-1": "Nyhenviste",
    "ark-valg-av-pasientgrupper-2-6": "vent",
    "ark-valg-av-situasjoner-1-2": "ja",
    "ark-valg-av-situasjoner-1-3": "Årskontroll",
    "ark-plan-for-oppfolging-1-1": "# Sender teksten",
    "mangler-privat": "Skilt på døren",
}
CHOSEN = {"valg-lederens-beskjed": "Vet ikke", "valg-vant-med-video": "4"}


@pytest.fixture(scope="module")
def filled(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The guide with some of its fields filled in and saved, as a PDF reader would."""
    file = tmp_path_factory.mktemp("filled") / "utfylt.pdf"
    with pikepdf.open(site / "nedlasting/veileder.pdf") as document:
        for field in document.Root.AcroForm.Fields:
            name = str(field.T)
            if name in FILLED:
                field.V = pikepdf.String(FILLED[name])
            elif name in CHOSEN:
                field.V = pikepdf.Name(f"/{CHOSEN[name]}")
                for kid in field.Kids:
                    on = f"/{CHOSEN[name]}" in kid.AP.N
                    kid.AS = pikepdf.Name(f"/{CHOSEN[name]}" if on else "/Off")
            elif name == "krav-privat-1":
                field.V = field.AS = pikepdf.Name.Ja
        document.save(file)
    return file


def test_values_survive_saving(filled: Path) -> None:
    fields = answers.read(filled)
    assert {name: field.text for name, field in fields.items()} == FILLED | CHOSEN | {"krav-privat-1": "Ja"}


def test_values_show_when_the_file_is_opened(filled: Path) -> None:
    with pymupdf.open(filled) as document:
        shown = {widget.field_name: widget.field_value for page in document for widget in page.widgets()}
        assert FILLED.items() <= shown.items()
        blank = [
            widget.field_name
            for page in document
            for widget in page.widgets()
            if widget.field_name in FILLED and not _has_ink(page, widget.rect)
        ]
        assert blank == []


def _has_ink(page: pymupdf.Page, rectangle: pymupdf.Rect) -> bool:
    """Whether something darker than the answer lines is drawn within the rectangle."""
    within = pymupdf.Rect(rectangle.x0 + 1, rectangle.y0 + 1, rectangle.x1 - 1, rectangle.y1 - 1)
    return bool(min(page.get_pixmap(clip=within, colorspace=pymupdf.csGRAY).samples) < 100)


def test_the_minutes_hold_choices_answers_and_open_questions(
    filled: Path, roadmap: Roadmap, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["answers", str(filled), str(ROOT / "content")]) == 0
    minutes = capsys.readouterr().out
    assert "**Pasientgrupper:** Stabil diabetes \\| type 1\n" in minutes
    assert "**Situasjoner:** 1. Pasienten er hjemme\n" in minutes
    assert "Hvor vi tilbyr video – «først».  \nOg hvor vi lar det være, også på Ørland." in minutes
    assert "**Vet ikke**" in minutes
    assert "**4 av 5 (1 = Har aldri prøvd, 5 = Bruker det ofte)**" in minutes
    assert "| \\# Sender teksten |  |  |" in minutes
    assert "- **Privat:** 1 av 3 punkter er i orden. Mangler: Skilt på døren" in minutes
    unanswered = minutes.partition("## Åpne spørsmål")[2]
    assert unanswered.count("\n- ") == len(roadmap.questions) - 3
    assert "1.1 " not in unanswered


def test_an_answer_to_a_question_that_is_gone_is_kept(filled: Path, roadmap: Roadmap) -> None:
    fields = {"svar-gammelt": answers.Field("9.9 Et gammelt spørsmål: svar", "Ja da")}
    minutes = answers.minutes(fields, roadmap, ROOT / "templates")
    assert "- **9.9 Et gammelt spørsmål: svar:** Ja da" in minutes


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "dette er ikke en PDF som lar seg lese"),
        (b"\x00\xff hei", "dette er ikke en PDF som lar seg lese"),
        (None, "fila finnes ikke"),
    ],
)
def test_garbage_is_refused_in_norwegian(
    content: bytes | None, message: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "fil.pdf"
    if content is not None:
        file.write_bytes(content)
    assert main(["answers", str(file), str(ROOT / "content")]) == 1
    assert message in capsys.readouterr().err


def test_another_pdf_is_refused(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["answers", str(site / "nedlasting/rom-sjekkliste.pdf"), str(ROOT / "content")]) == 1
    assert "dette er ikke veilederen" in capsys.readouterr().err
