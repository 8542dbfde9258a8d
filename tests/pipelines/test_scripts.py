"""The scripts of the pipelines' jobs, run here as far as they go without the code host."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.pipelines.pipelines import GITLAB, checkout, job, run_scripts

GITHUB_CHECK = job("pull-request.yml", "content")
GITLAB_CHECK = job(GITLAB.name, "content")
STORY = "content/stories/ny-historie.md"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return checkout(tmp_path / "checkout")


@pytest.fixture
def spoiled(folder: Path) -> Path:
    """A checkout with a story that points at a measure that is not there."""
    shutil.copy(next((ROOT / "tests/tree/stories").glob("[!i]*.md")), folder / STORY)
    text = (folder / STORY).read_text(encoding="utf-8")
    (folder / STORY).write_text(text.replace("measures: [A1]", "measures: [Z99]"), encoding="utf-8")
    return folder


def test_github_shows_a_mistake_at_its_line_and_all_of_them_in_the_summary(spoiled: Path) -> None:
    result = run_scripts(GITHUB_CHECK, spoiled)
    assert result.returncode == 1
    line = 1 + (spoiled / STORY).read_text(encoding="utf-8").splitlines().index("measures: [Z99]")
    assert f"::error file={STORY},line={line}," in result.stdout
    summary = (spoiled / "step-summary.md").read_text(encoding="utf-8")
    assert summary.startswith("## Dette må rettes\n\n")
    assert f"\n    {STORY}:{line}: " in summary
    assert "Z99" in summary


def test_gitlab_shows_a_mistake_at_its_line_and_all_of_them_in_the_log(spoiled: Path) -> None:
    result = run_scripts(GITLAB_CHECK, spoiled)
    assert result.returncode == 1
    assert f"{STORY}:" in result.stdout
    report = json.loads((spoiled / "gl-code-quality.json").read_text(encoding="utf-8"))
    assert STORY in {problem["location"]["path"] for problem in report}


def test_content_without_mistakes_passes_both(folder: Path) -> None:
    assert run_scripts(GITHUB_CHECK, folder).returncode == 0
    assert not (folder / "step-summary.md").exists()
    result = run_scripts(GITLAB_CHECK, folder)
    assert result.returncode == 0, result.stdout
    assert isinstance(json.loads((folder / "gl-code-quality.json").read_text(encoding="utf-8")), list)


def test_owners_that_nobody_has_set_are_no_secret(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    jobs = (job("publish.yml", "owners"), job(GITLAB.name, "owners"))
    programs = folder / "programs"
    programs.mkdir()
    (programs / "gh").write_text("#!/bin/sh\ncat answer\n", encoding="utf-8")
    (programs / "gh").chmod(0o755)
    monkeypatch.setenv("PATH", str(programs), prepend=":")
    host = {"GITHUB_REPOSITORY": "helse/veikart", "GITHUB_SHA": "main"}
    (folder / "answer").touch()
    assert [run_scripts(each, folder, **host).returncode for each in jobs] == [1, 1]

    owners = (folder / "CODEOWNERS").read_text(encoding="utf-8").replace("@bytt-ut/", "@helse/")
    (folder / "CODEOWNERS").write_text(owners, encoding="utf-8")
    assert [run_scripts(each, folder, **host).returncode for each in jobs] == [0, 0]

    (folder / "answer").write_text("Unknown owner on line 8\n", encoding="utf-8")
    refused = run_scripts(jobs[0], folder, **host)
    assert refused.returncode == 1
    assert "Unknown owner on line 8" in refused.stdout
