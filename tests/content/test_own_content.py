"""The project's own content."""

from __future__ import annotations

import pytest

from roadmap.__main__ import main
from tests.conftest import ROOT


def test_the_content_is_right(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(ROOT / "content")]) == 0, capsys.readouterr().err
