"""The Word files as an office suite opens them."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pymupdf
import pytest

from tests.programs import program
from tests.word.documents import files_of


def test_every_file_opens_and_shows_its_blanks(tree: Path, tmp_path: Path) -> None:
    office = program("soffice")
    if not Path("/usr/lib/libreoffice/program/libswlo.so").exists():
        pytest.skip("libreoffice-writer mangler på denne maskinen, så dette er ikke prøvd")
    made = files_of(tree)
    files = [tmp_path / Path(path).name for path in made]
    for file, data in zip(files, made.values(), strict=True):
        file.write_bytes(data)
    profile = (tmp_path / "office").as_uri()
    command = [office, f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf"]
    subprocess.run(
        [*command, "--outdir", str(tmp_path), *map(str, files)], check=True, capture_output=True, timeout=180
    )
    pages = {}
    for file in files:
        with pymupdf.open(file.with_suffix(".pdf")) as document:
            text = "".join(page.get_text() for page in document)
            pages[file.stem] = len(document)
        assert "Fra [dato] begynner [enhet]" in text
        assert "1.\nVi ser på det som er skrevet." in text.replace(" \n", "\n")
    assert pages == {"beskjed": 1, "alle-tekstene": 2}
