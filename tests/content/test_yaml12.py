"""YAML as editors write it."""

from __future__ import annotations

import contextlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap.content.problems import ContentError
from roadmap.content.yaml12 import parse_yaml

FILE = Path("fil.yml")


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("no", "no"),
        ("ja", "ja"),
        ("on", "on"),
        ("Off", "Off"),
        ("yes", "yes"),
        ("12:30", "12:30"),
        ("2026-11-22", "2026-11-22"),
        ("010", 10),
        ("1.10", 1.1),
        ("true", True),
        ("~", None),
        ("", None),
        ("0x1F", "0x1F"),
    ],
)
def test_scalars_follow_yaml_1_2(written: str, read: object) -> None:
    data, _ = parse_yaml(f"felt: {written}\n", FILE)
    assert data == {"felt": read}


def test_every_field_knows_its_line() -> None:
    _, lines = parse_yaml("a: 1\nb:\n  - c: 2\n    d: 3\n  - e\n", FILE, first_line=11)
    assert lines["b", 0, "d"] == 14
    assert lines["b", 1] == 15


@given(st.text() | st.text(alphabet="ab:-[]{}&*!|>'\"#%@,?\t\n "))
def test_no_text_makes_the_reader_fail_in_another_way_than_with_a_problem(text: str) -> None:
    with contextlib.suppress(ContentError):
        parse_yaml(text, FILE)


def test_deep_nesting_is_a_problem_not_a_crash() -> None:
    with pytest.raises(ContentError, match="for mange nivåer"):
        parse_yaml("[" * 5000, FILE)
