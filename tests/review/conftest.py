"""A day that approvals are judged by, a dictionary that is not asked, and the command that reads."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from roadmap.commands import check
from tests.review.files import Reading


@pytest.fixture(autouse=True)
def a_day_in_november(monkeypatch: pytest.MonkeyPatch) -> None:
    day = datetime.datetime(2026, 11, 27, tzinfo=datetime.UTC)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(day.timestamp())))


@pytest.fixture(autouse=True)
def only_what_the_tree_says(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(check, "OVERVIEW", tmp_path / "no-overview.txt")


@pytest.fixture
def reading(tree: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Reading:
    return Reading(tree, tmp_path, capsys)
