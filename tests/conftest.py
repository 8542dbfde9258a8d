"""What the tests share: a small content tree to spoil, projects to build, and sites built once."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

import pytest
from hypothesis import settings

from roadmap.content.load import load
from roadmap.content.model import Roadmap

ROOT = Path(__file__).parents[1]
SOURCES = (
    "templates",
    "roadmap",
    "mkdocs_adapter",
    "build_hooks.py",
    "mkdocs.yml",
    "mkdocs.web.yml",
    "requirements.lock",
)
# The small tree's menu; everything else is the project's own configuration.
SMALL_NAVIGATION = """
nav:
  - Forsiden: index.md
  - Steg og tiltak: steps/
  - Din rolle: roles/
  - Veileder: pathway_guide/
  - Maler: ready_made_texts/index.md
  - Eksempler: examples/index.md
  - Plakat: plakat.md
  - Suksesshistorier: stories/index.md
  - Om: [pages/om.md]
"""

# Every run tries the same cases, so that nobody's change is stopped by what another run would have found; `make fuzz`
# looks for new ones.
settings.register_profile("repeatable", derandomize=True, deadline=None, print_blob=True)
settings.register_profile("fuzz", deadline=None, print_blob=True)
settings.load_profile("repeatable")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Quick tests first, those that need a site next, the browser last."""
    items.sort(
        key=lambda item: (item.get_closest_marker("browser") is not None, item.get_closest_marker("site") is not None)
    )


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A small content tree without faults, free to change."""
    return Path(shutil.copytree(ROOT / "tests/tree", tmp_path / "content"))


@pytest.fixture(scope="session")
def roadmap() -> Roadmap:
    """The project's own content."""
    return load(ROOT / "content")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of everything that a build reads, free to change, with nothing in its cache."""
    return copy_project(tmp_path / "project", ROOT / "content")


@pytest.fixture
def small_project(tmp_path: Path) -> Path:
    """The same with the small content tree; see ``build_small``."""
    return copy_project(tmp_path / "small", ROOT / "tests/tree")


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The whole site of the project's own content, PDFs included, made without anything kept from before."""
    copy = copy_project(tmp_path_factory.mktemp("own") / "project", ROOT / "content")
    result = run_mkdocs(copy, "build", "--strict", "--site-dir", "site")
    assert result.returncode == 0, result.stderr
    return copy / "site"


def copy_project(folder: Path, content: Path) -> Path:
    """What a build reads, with other content, in ``folder``."""
    shutil.copytree(content, folder / "content")
    for name in SOURCES:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, folder / name)
    for name in ("mkdocs", "mkdocs.web"):
        (folder / f"{name}.small.yml").write_text(f"INHERIT: {name}.yml\n{SMALL_NAVIGATION}", encoding="utf-8")
    return folder


def build_small(
    project: Path, *, with_pdf: bool = False, environment: Mapping[str, str] = MappingProxyType({})
) -> subprocess.CompletedProcess[str]:
    """Builds a small project strictly into its ``site/``."""
    configuration = "mkdocs.small.yml" if with_pdf else "mkdocs.web.small.yml"
    command = ["build", "--strict", "--site-dir", "site", "--config-file", configuration]
    return run_mkdocs(project, *command, **environment)


def run_mkdocs(project: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Runs MkDocs in ``project``."""
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"} | environment
    command = [sys.executable, "-m", "mkdocs", *arguments]
    return subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True, check=False)
