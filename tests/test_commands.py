"""The commands of ``python -m roadmap`` as people run them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from roadmap.__main__ import main
from tests.conftest import ROOT


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "roadmap", *arguments]
    return subprocess.run(
        command, cwd=ROOT, env=os.environ | environment, capture_output=True, text=True, check=False, encoding="utf-8"
    )


def test_the_poster_is_made_without_any_option_but_where(tmp_path: Path) -> None:
    file = tmp_path / "plakat.pdf"
    assert main(["poster", "--output", str(file)]) == 0
    assert file.read_bytes().startswith(b"%PDF")


def test_a_terminal_that_shows_only_ascii_is_no_reason_to_fail(tree: Path) -> None:
    result = run("check", str(tree), PYTHONIOENCODING="ascii")
    assert (result.returncode, "Traceback" in result.stderr) == (0, False)


def test_a_reader_that_has_had_enough_is_no_reason_for_a_traceback(tree: Path) -> None:
    command = f"{sys.executable} -m roadmap readability {tree} | true"
    result = subprocess.run(["bash", "-c", command], cwd=ROOT, capture_output=True, text=True, check=False)
    assert "Traceback" not in result.stderr
    assert "BrokenPipe" not in result.stderr


def test_answers_of_something_that_is_no_file_are_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.pdf")
    result = run("answers", str(tmp_path / "pipe.pdf"), str(ROOT / "tests/tree"))
    assert result.returncode == 1
    assert "dette er ikke en fil" in result.stderr
