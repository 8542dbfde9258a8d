"""What the tests share: a small content tree to spoil, and the real site, built once."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from roadmap.content import load as checks
from roadmap.content.model import Roadmap

ROOT = Path(__file__).parents[1]
SOURCES = ("content", "templates", "roadmap", "build_hooks.py", "mkdocs.yml", "mkdocs.web.yml")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Quick tests first, those that need the site next, the browser last."""
    items.sort(
        key=lambda item: (item.get_closest_marker("browser") is not None, item.get_closest_marker("site") is not None)
    )


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A small content tree without faults, free to change."""
    return Path(shutil.copytree(ROOT / "tests/tree", tmp_path / "content"))


@pytest.fixture(scope="session")
def roadmap() -> Roadmap:
    return checks.load(ROOT / "content")


def run_mkdocs(project: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Runs MkDocs in ``project`` as `make` does."""
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"} | environment
    command = [sys.executable, "-m", "mkdocs", *arguments]
    return subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The whole site as `make site` builds it, PDFs included."""
    folder = tmp_path_factory.mktemp("built") / "site"
    result = run_mkdocs(ROOT, "build", "--strict", "--site-dir", str(folder))
    assert result.returncode == 0, result.stderr
    return folder


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of everything that a build reads, free to change."""
    for name in SOURCES:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, tmp_path / name)
    return tmp_path
