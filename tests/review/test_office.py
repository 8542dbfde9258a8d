"""The file on its way through an office suite: opened, filled in there, and saved as that saves it."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pymupdf
import pytest

from tests.programs import program
from tests.review.files import APPROVED, Reading, fill, pack

PLACEHOLDERS = {
    "[velg godkjent, endres eller stryk]": "Godkjent",
    "[velg rolle]": "Fagansvarlig",
    "[dato]": "25.11.2026",
    "[skriv her]": "Fint",
}


def converted(file: Path, kind: str) -> Path:
    office = program("soffice")
    if not Path("/usr/lib/libreoffice/program/libswlo.so").exists():
        pytest.skip("libreoffice-writer mangler på denne maskinen, så dette er ikke prøvd")
    folder = file.parent / kind
    profile = (file.parent / "office").as_uri()
    command = [office, f"-env:UserInstallation={profile}", "--headless", "--convert-to", kind, "--outdir", str(folder)]
    subprocess.run([*command, str(file)], check=True, capture_output=True, timeout=180)
    return folder / f"{file.stem}.{kind}"


def test_a_filled_in_file_that_libreoffice_saved_is_read(tree: Path, tmp_path: Path, reading: Reading) -> None:
    file = tmp_path / "svar.docx"
    answers = {"A1": APPROVED, "A2": {"Avgjørelse": "endres", "Kommentar": "Kortere.\nOg enklere."}}
    file.write_bytes(fill(pack(tree), answers))
    said = reading.of(converted(file, "docx").read_bytes())
    assert "Godkjent, kan føres inn (1):\n  A1 Begynn\n" in said
    assert "Kommentar: Kortere.\n        Og enklere.\n" in said
    assert "Ikke besvart (1):\n  B1\n" in said


@pytest.mark.parametrize("kind", ["odt", "rtf"])
def test_a_file_that_took_the_way_over_another_format_is_read(
    kind: str, tree: Path, tmp_path: Path, reading: Reading
) -> None:
    file = tmp_path / "svar.docx"
    file.write_bytes(fill(pack(tree), {"A1": APPROVED}))
    back = converted(converted(file, kind), "docx")
    assert "Godkjent, kan føres inn (1):\n  A1 Begynn\n" in reading.of(back.read_bytes())


def test_what_is_written_in_libreoffice_itself_is_read(tree: Path, tmp_path: Path, reading: Reading) -> None:
    """Its own flat format holds what its windows show, and is written back as a Word file by it."""
    file = tmp_path / "svar.docx"
    file.write_bytes(pack(tree))
    flat = converted(file, "fodt")
    text = flat.read_text(encoding="utf-8")
    for placeholder, answer in PLACEHOLDERS.items():
        assert text.count(f">{placeholder}<") >= 3
        text = text.replace(f">{placeholder}<", f">{answer}<", 1)
    flat.write_text(text, encoding="utf-8")
    said = reading.of(converted(flat, "docx").read_bytes())
    assert "godkjent, fagansvarlig, 25. november 2026 (svar-1.docx)\n      Kommentar: Fint\n" in said
    assert "Godkjent, kan føres inn (1):" in said


def test_every_form_shows_what_to_do_and_stands_whole_on_a_page(tree: Path, tmp_path: Path) -> None:
    file = tmp_path / "svar.docx"
    file.write_bytes(pack(tree))
    with pymupdf.open(converted(file, "pdf")) as document:
        pages = [page.get_text() for page in document]
    assert "Send fila tilbake" in pages[0] and "Tiltakene\nA Første steg\nA1 Begynn\n" in pages[0]
    for name in ("A1", "A2", "B1"):
        (page,) = (text for text in pages if f"Hva mener du om {name}?" in text)
        form = page.partition(f"Hva mener du om {name}?")[2]
        assert all(placeholder in form for placeholder in PLACEHOLDERS)
        assert f"Kode\n{name} · " in form
