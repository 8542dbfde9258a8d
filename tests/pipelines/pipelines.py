"""The pipelines as data, and what their jobs would run on the code host."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conftest import ROOT

WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
GITLAB = ROOT / ".gitlab-ci.yml"
# What stands beside the jobs at the top of GitLab's file.
_NO_JOB = {"image", "stages", "workflow", "default", "variables", "include"}


@dataclass(frozen=True)
class Job:
    """A job of a pipeline: the file's name, its own, and what is written of it."""

    file: str
    name: str
    facts: dict[str, Any]

    @property
    def steps(self) -> list[dict[str, Any]]:
        """GitHub's steps; of GitLab's job, each line of the script is one."""
        if "steps" in self.facts:
            return list(self.facts["steps"])
        return [{"run": line} for line in self.facts["script"]]

    @property
    def scripts(self) -> list[str]:
        return [step["run"] for step in self.steps if "run" in step]


def read(file: Path) -> dict[Any, Any]:
    return dict(yaml.safe_load(file.read_text(encoding="utf-8")))


def github_jobs() -> Iterator[Job]:
    for file in WORKFLOWS:
        for name, facts in read(file)["jobs"].items():
            yield Job(file.name, name, facts)


def gitlab_jobs() -> Iterator[Job]:
    for name, facts in read(GITLAB).items():
        if name not in _NO_JOB and not name.startswith("."):
            yield Job(GITLAB.name, name, facts)


def job(file: str, name: str) -> Job:
    return next(job for job in [*github_jobs(), *gitlab_jobs()] if (job.file, job.name) == (file, name))


def checkout(folder: Path) -> Path:
    """The project as a pipeline gets it, with this one's packages and what is not committed yet."""
    if not (ROOT / ".git").exists() or shutil.which("git") is None:
        pytest.skip("prosjektet ligger ikke i Git her, så det pipelinene henter, kan ikke hentes")
    command = ["git", "-C", str(ROOT), "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split("\0")
    for name in filter(None, names):
        source = ROOT / name
        # What was removed and is not committed yet, Git lists all the same.
        if source.is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(source, folder / name)
    (folder / ".venv").symlink_to(Path(sys.prefix))
    return folder


def run_scripts(job: Job, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Runs a job's scripts as its code host does; the actions between them are left out.

    A failing step ends the job, but for GitHub's steps that run for that reason. Gives all that was printed, and the
    exit code of the step that failed, or 0.
    """
    variables = {"GITHUB_STEP_SUMMARY": str(folder / "step-summary.md")} | environment
    printed, code = "", 0
    for step in job.steps:
        only_after_failure = step.get("if") == "failure()"
        if "run" not in step or only_after_failure != bool(code):
            continue
        command = ["bash", "-e", "-o", "pipefail", "-c", step["run"]]
        result = subprocess.run(
            command,
            cwd=folder,
            env=os.environ | variables,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        printed += result.stdout
        code = code or result.returncode
    return subprocess.CompletedProcess(job.name, code, printed)
