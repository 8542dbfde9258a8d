"""A project folder with an awkward name, whose builder is a fake."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

NEEDED = (
    *("Makefile", "requirements.lock", "mkdocs.yml", "tools"),
    *(f"roadmap/{name}.py" for name in ("__init__", "contact", "errors", "site_url", "urls")),
)
FAKES = Path(__file__).parent / "fakes"
# As many as the fake builder writes.
FILES = 10


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project that can publish, with this one's virtual environment."""
    folder = tmp_path / "x y'z"
    for name in NEEDED:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, folder / name)
    (folder / ".venv").symlink_to(Path(sys.prefix))
    # Older than the environment, so that no test has a reason to make that anew.
    os.utime(folder / "requirements.lock", (0, 0))
    return folder


def run(project: Path, *command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Runs a command in the project's folder, with nothing set that concerns publishing but ``environment``."""
    return subprocess.run(
        command, cwd=project, env=clean_environment() | environment, capture_output=True, text=True, check=False
    )


def start(project: Path, *command: str, **environment: str) -> subprocess.Popen[str]:
    pipe = subprocess.PIPE
    return subprocess.Popen(
        command, cwd=project, env=clean_environment() | environment, stdout=pipe, stderr=pipe, text=True
    )


def clean_environment() -> dict[str, str]:
    names = ("SITE_URL", "REPO_URL", "CONTACT", "WITHOUT_PDF", "PYTHONPATH", "MAKEFLAGS", "MAKELEVEL")
    return {name: value for name, value in os.environ.items() if name not in names}


def publish_command(generation: str, *options: str) -> tuple[str, ...]:
    """Builds with a fake that writes ``generation`` into every file."""
    builder = (sys.executable, "-S", str(FAKES / "builder.py"), generation, *options)
    return (sys.executable, "-m", "tools.publish", "build", *builder)


def live_generation(project: Path) -> str:
    """What the live site was built as; fails unless it is whole and of one piece."""
    files = [file for file in (project / "site").rglob("*") if file.is_file()]
    generations = {file.read_text(encoding="utf-8") for file in files}
    assert len(files) == FILES
    assert len(generations) == 1
    return generations.pop()


def releases(project: Path) -> list[str]:
    return sorted(path.name for path in (project / "build/releases").iterdir())


def finish(*processes: subprocess.Popen[str]) -> list[int]:
    """Waits for processes, and gives their exit codes."""
    for process in processes:
        process.communicate()
    return [process.returncode for process in processes]
