"""The form of the small tree, drawn once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from roadmap.content.load import load
from roadmap.content.model import Roadmap
from tests.conftest import ROOT
from tests.guide import forms
from tests.guide.twin import Twin, twin_at_work


@pytest.fixture(scope="session")
def small() -> Roadmap:
    """The small content tree."""
    return load(ROOT / "tests/tree")


@pytest.fixture(scope="session")
def raw_form(small: Roadmap, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return forms.raw(small, tmp_path_factory.mktemp("raw") / "skjema.pdf")


@pytest.fixture(scope="session")
def blank_form(small: Roadmap, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return forms.finished(small, tmp_path_factory.mktemp("blank") / "skjema.pdf")


@pytest.fixture(scope="session")
def twin() -> Iterator[Twin]:
    """The scripts of the page where the guide is filled in on screen."""
    with twin_at_work() as twin:
        yield twin
