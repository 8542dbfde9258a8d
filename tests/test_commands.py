"""The commands of ``python -m roadmap`` as people run them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

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


def test_the_check_ends_with_what_there_is_in_numbers_as_they_are_written(
    tree: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(tree)]) == 0
    last = capsys.readouterr().out.splitlines()[-1]
    assert last == "Innholdet er i orden: 3 tiltak, ett eksempel, én suksesshistorie."


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


def test_queries_that_are_no_list_of_queries_are_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for text in ("- {query: a}\n", "query: [", "[]\n", "- {query: a, expect: [b], svar: c}\n"):
        (tmp_path / "sok.yml").write_text(text, encoding="utf-8")
        assert main(["search-eval", str(tmp_path / "sok.yml")]) == 1
        assert "sok.yml" in capsys.readouterr().err
    assert main(["search-eval", str(tmp_path / "nei.yml")]) == 1
    (tmp_path / "sok.yml").write_text("- {query: a, expect: [b]}\n", encoding="utf-8")
    assert main(["search-eval", str(tmp_path / "sok.yml"), "--site", str(tmp_path)]) == 1
    assert "er ikke et ferdig nettsted" in capsys.readouterr().err
