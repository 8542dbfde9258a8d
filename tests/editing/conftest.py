"""The small tree with what a new story rests on, and a story that the check takes."""

from __future__ import annotations

from pathlib import Path

import pytest

TEXT = " ".join(["Vi ringte pasienten på video, og det gikk fint for alle sammen."] * 12)


@pytest.fixture
def content(tree: Path) -> Path:
    overview = tree / "overview.yml"
    heading = "  - {id: dele-erfaringer, heading: Det er viktig å dele erfaringer}\n"
    overview.write_text(overview.read_text(encoding="utf-8") + heading, encoding="utf-8")
    story = tree / "stories/en-historie.md"
    story.write_text(
        story.read_text(encoding="utf-8").replace("heading: trygghet", "heading: dele-erfaringer"), encoding="utf-8"
    )
    return tree


@pytest.fixture
def text_file(tmp_path: Path) -> Path:
    """A story of a length that the check takes."""
    (tmp_path / "historie.txt").write_text(f"{TEXT}\n", encoding="utf-8")
    return tmp_path / "historie.txt"
