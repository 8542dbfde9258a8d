"""The forms on GitHub and GitLab follow the content, and are forms to GitHub."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from roadmap.commands import forms as command
from roadmap.content.source import read_tree
from roadmap.editing.fields import known_of
from roadmap.editing.forms import update_forms
from tests.conftest import ROOT

TEMPLATES = ROOT / "templates"


def test_the_forms_of_the_repository_are_fresh() -> None:
    known = known_of(read_tree(ROOT / "content"))
    assert update_forms(ROOT, known, TEMPLATES, write=False) == [], "run «python -m roadmap forms»"


def test_a_list_that_changes_makes_its_forms_stale_until_they_are_written_anew(tree: Path, tmp_path: Path) -> None:
    update_forms(tmp_path, known_of(read_tree(tree)), TEMPLATES, write=True)
    plan = tree / "roadmap.yml"
    plan.write_text(plan.read_text(encoding="utf-8").replace("name: Somatikk", "name: 'Kropp: <b>'"), encoding="utf-8")
    known = known_of(read_tree(tree))
    stale = [".github/ISSUE_TEMPLATE/historie.yml", ".gitlab/issue_templates/Historie.md"]
    assert update_forms(tmp_path, known, TEMPLATES, write=False) == stale
    assert update_forms(tmp_path, known, TEMPLATES, write=True) == stale
    assert update_forms(tmp_path, known, TEMPLATES, write=False) == []


def test_the_command_says_which_forms_are_stale(
    tree: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from roadmap.__main__ import main

    monkeypatch.setattr(command, "ROOT", tmp_path)
    assert main(["forms", "--check", str(tree)]) == 1
    assert "historie.yml: skjemaet er foreldet – kjør «python -m roadmap forms»" in capsys.readouterr().err
    assert main(["forms", str(tree)]) == 0
    assert main(["forms", "--check", str(tree)]) == 0


@pytest.mark.parametrize(("schema", "pattern"), [("issue-forms", "[!c]*.yml"), ("issue-config", "config.yml")])
def test_github_takes_the_forms(schema: str, pattern: str) -> None:
    files = [str(file) for file in (ROOT / ".github/ISSUE_TEMPLATE").glob(pattern)]
    assert files
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.github-{schema}", *files]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr
