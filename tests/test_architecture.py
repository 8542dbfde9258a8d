"""The arrows of the house: who may import whom, as pyproject.toml says it."""

from __future__ import annotations

import re

import pytest
from importlinter.cli import lint_imports

from tests.conftest import ROOT


def test_imports_keep_their_contracts(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(ROOT)
    assert lint_imports(config_filename="pyproject.toml", cache_dir=None) == 0, capsys.readouterr().out


def test_no_module_is_longer_than_one_can_read() -> None:
    files = [*ROOT.glob("roadmap/**/*.py"), *ROOT.glob("mkdocs_adapter/**/*.py"), ROOT / "build_hooks.py"]
    lengths = {file: len(file.read_text(encoding="utf-8").splitlines()) for file in files}
    assert len(files) > 50
    assert {file: length for file, length in lengths.items() if length > 250} == {}


def test_urls_and_file_names_stand_in_one_place() -> None:
    """Templates and modules ask ``roadmap.urls`` instead of spelling out what the site's folders are called."""
    spelled = re.compile(r"[\"'/](steg|tiltak|veileder|eksempler|suksesshistorier|maler|om|nedlasting)/")
    files = [*ROOT.glob("roadmap/**/*.py"), *ROOT.glob("mkdocs_adapter/*.py"), *ROOT.glob("templates/**/*.j2")]
    files += [*ROOT.glob("templates/**/*.html"), *ROOT.glob("templates/**/*.css")]
    found = [
        f"{file.relative_to(ROOT)}: {line.strip()}"
        for file in files
        if file != ROOT / "roadmap/urls.py"
        for line in file.read_text(encoding="utf-8").splitlines()
        if spelled.search(line)
    ]
    assert found == []
