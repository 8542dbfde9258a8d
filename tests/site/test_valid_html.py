"""Every page is valid HTML, by html-validate's standard preset."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tools.node_packages import node_program

# None of the preset's rules is turned off.
CONFIGURATION = {"root": True, "extends": ["html-validate:standard"]}


@pytest.mark.site
def test_every_page_is_valid(site: Path, tmp_path: Path) -> None:
    assert faults(sorted(site.rglob("*.html")), tmp_path) == []


def test_what_is_not_valid_is_found(tmp_path: Path) -> None:
    page = tmp_path / "feil.html"
    page.write_text("<!doctype html><html lang=nb><title>Feil</title><a href='/' rel=edit>Feil</a>", encoding="utf-8")
    assert any("attribute-misuse" in fault for fault in faults([page], tmp_path))


def faults(pages: list[Path], folder: Path) -> list[str]:
    command = node_program("html-validate")
    if command is None:
        pytest.skip("html-validate er ikke lagt inn (python -m tools.node_packages), så dette er ikke prøvd")
    configuration = folder / "html-validate.json"
    configuration.write_text(json.dumps(CONFIGURATION), encoding="utf-8")
    files = [str(page) for page in pages]
    arguments = ["--config", str(configuration), "--formatter", "json", *files]
    result = subprocess.run([*command, *arguments], capture_output=True, text=True, check=False)
    # 1 is for faults, more for what hindered it.
    assert result.returncode in (0, 1), result.stderr
    return [
        f"{report['filePath']}:{fault['line']}: {fault['ruleId']}: {fault['message']}"
        for report in json.loads(result.stdout)
        for fault in report["messages"]
    ]
