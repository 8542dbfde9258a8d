"""The pipelines' files: what their linters say, and what holds them safe."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT
from tests.pipelines.pipelines import GITLAB, WORKFLOWS, Job, github_jobs, gitlab_jobs, job, read

EVERY_JOB = [pytest.param(each, id=f"{each.file}:{each.name}") for each in [*github_jobs(), *gitlab_jobs()]]
GITHUB_JOBS = [pytest.param(each, id=f"{each.file}:{each.name}") for each in github_jobs()]
MOST_DAYS = 7


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    """What zizmor finds in a folder, down to what only smells."""
    program = str(Path(sys.executable).with_name("zizmor"))
    command = [program, "--offline", "--persona=pedantic", "--color=never", str(folder)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_zizmor_finds_nothing() -> None:
    result = lint(ROOT / ".github")
    assert result.returncode == 0, result.stdout


def test_zizmor_would_find_something(tmp_path: Path) -> None:
    folder = shutil.copytree(ROOT / ".github", tmp_path / ".github")
    file = folder / "workflows/pull-request.yml"
    text = file.read_text(encoding="utf-8")
    spoiled = text.replace("run: make site", "run: echo ${{ github.event.pull_request.title }}")
    file.write_text(spoiled.replace("persist-credentials: false", "fetch-tags: false"), encoding="utf-8")
    result = lint(folder)
    assert result.returncode != 0
    assert {"template-injection", "artipacked"} <= set(re.findall(r"\[([a-z-]+)\]", result.stdout))


@pytest.mark.parametrize(
    ("schema", "files"),
    [
        ("vendor.github-workflows", WORKFLOWS),
        ("vendor.dependabot", [ROOT / ".github/dependabot.yml"]),
        ("vendor.gitlab-ci", [GITLAB]),
    ],
)
def test_the_files_fit_their_schemas(schema: str, files: list[Path]) -> None:
    program = str(Path(sys.executable).with_name("check-jsonschema"))
    options = ["--data-transform", "gitlab-ci"] if "gitlab" in schema else []
    command = [program, "--builtin-schema", schema, *options, *map(str, files)]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout


def test_every_action_is_pinned_to_a_commit_and_says_its_version() -> None:
    pinned: dict[str, set[str]] = {}
    for file in WORKFLOWS:
        for line in re.findall(r"uses: (.*)", file.read_text(encoding="utf-8")):
            pin = re.fullmatch(r"(actions/[a-z-]+)(?:/[a-z]+)?@([0-9a-f]{40} # v\d+\.\d+\.\d+)", line)
            assert pin, line
            pinned.setdefault(pin[1], set()).add(pin[2])
    assert len(pinned) == 5
    assert {action: pins for action, pins in pinned.items() if len(pins) > 1} == {}


def test_the_image_is_pinned_to_its_content() -> None:
    assert re.fullmatch(r"python:3\.11-bookworm@sha256:[0-9a-f]{64}", read(GITLAB)["image"])


@pytest.mark.parametrize("each", EVERY_JOB)
def test_scripts_are_bash_and_hold_no_text_that_somebody_else_wrote(each: Job) -> None:
    for script in each.scripts:
        assert "${{" not in script
        result = subprocess.run(["bash", "-n"], input=script, capture_output=True, text=True, check=False)
        assert (result.returncode, result.stderr) == (0, ""), script


@pytest.mark.parametrize("each", EVERY_JOB)
def test_whatever_a_script_calls_is_there(each: Job) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for script in each.scripts:
        for target in re.findall(r"^ *make (\S+)", script, re.MULTILINE):
            assert re.search(rf"^{re.escape(target)}:", makefile, re.MULTILINE), target
        for module in re.findall(r"python3? -m (\S+)", script):
            assert importlib.util.find_spec(module), module
        for program in re.findall(r"^\.ci/\S+", script, re.MULTILINE):
            assert os.access(ROOT / program, os.X_OK), program


@pytest.mark.parametrize("each", EVERY_JOB)
def test_no_job_runs_for_ever(each: Job) -> None:
    assert "timeout" in each.facts or "timeout-minutes" in each.facts


@pytest.mark.parametrize("each", GITHUB_JOBS)
def test_github_jobs_may_read_and_only_publishing_may_write(each: Job) -> None:
    writes = {name for name, access in each.facts["permissions"].items() if access == "write"}
    assert writes == ({"pages", "id-token"} if each.name == "publish" else set())


def test_proposals_meet_no_secret_and_no_right_to_write() -> None:
    for file in WORKFLOWS:
        text = file.read_text(encoding="utf-8")
        assert read(file)["permissions"] == {}
        assert not re.search(r"pull_request_target|workflow_run|secrets\.|persist-credentials: true", text)
    # YAML 1.1 reads «on» as true.
    assert read(ROOT / ".github/workflows/pull-request.yml")[True] == {"pull_request": None}
    assert "TOKEN" not in GITLAB.read_text(encoding="utf-8")


def test_what_is_published_comes_out_of_no_cache() -> None:
    publish = (ROOT / ".github/workflows/publish.yml").read_text(encoding="utf-8")
    assert set(re.findall(r"actions/cache(\S*)@", publish)) == {"/save"}
    assert job(GITLAB.name, "pages").facts["cache"] == []


def test_only_main_is_published() -> None:
    publish = read(ROOT / ".github/workflows/publish.yml")
    assert publish[True]["push"] == {"branches": ["main"]}
    assert publish["jobs"]["publish"]["if"] == "github.ref == 'refs/heads/main'"
    rules = job(GITLAB.name, "pages").facts["rules"]
    assert rules == [{"if": '$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH && $CI_COMMIT_REF_PROTECTED == "true"'}]


def test_what_proposals_leave_behind_is_deleted_soon() -> None:
    """A text that was withdrawn, or should never have been sent in, stands in the site before or after."""
    uploads = [step for each in github_jobs() for step in each.steps if "upload-artifact@" in step.get("uses", "")]
    assert len(uploads) == 2
    assert all(step["with"]["retention-days"] <= MOST_DAYS for step in uploads)
    kept = [each.facts["artifacts"]["expire_in"] for each in gitlab_jobs() if "artifacts" in each.facts]
    assert len(kept) == 3
    assert set(kept) <= {"1 day", "1 week"}


def test_nothing_is_built_of_content_that_fails_the_check() -> None:
    assert job("pull-request.yml", "site").facts["needs"] == "content"
    assert job(GITLAB.name, "changes").facts["needs"] == ["content"]


def test_gitlab_shows_the_folder_in_the_merge_request() -> None:
    artifacts: dict[str, Any] = job(GITLAB.name, "changes").facts["artifacts"]
    assert artifacts["expose_as"] == "Dette endrer seg"
    assert all(path.endswith("/") for path in artifacts["paths"])


def test_both_code_hosts_run_the_same_tests_as_here() -> None:
    for file, name in (("pull-request.yml", "tests"), ("publish.yml", "tests"), (GITLAB.name, "tests")):
        assert ".ci/run" in job(file, name).scripts
