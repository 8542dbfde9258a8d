"""YAML as editors write it."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from roadmap.content.problems import ContentError
from roadmap.content.yaml12 import _Builder, _CarefulLoader, _node, parse_yaml

FILE = Path("fil.yml")

# Documents as editors write them, of which most can be read.
plain = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=20)
values = st.recursive(
    plain | st.integers() | st.booleans() | st.none() | st.floats(allow_nan=False),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(plain, inner, max_size=3),
    max_leaves=12,
)
documents = st.builds(
    lambda value, flow, width: str(yaml.safe_dump(value, allow_unicode=True, default_flow_style=flow, width=width)),
    values,
    st.booleans(),
    st.integers(20, 120),
)


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
    data = parse_yaml(f"felt: {written}\n", FILE).data
    assert data == {"felt": read}


def test_every_field_knows_its_line() -> None:
    lines = parse_yaml("a: 1\nb:\n  - c: 2\n    d: 3\n  - e\n", FILE, first_line=11).lines
    assert lines["b", 0, "d"] == 14
    assert lines["b", 1] == 15


@given(st.text() | st.text(alphabet="ab:-[]{}&*!|>'\"#%@,?\t\n "))
def test_no_text_makes_the_reader_fail_in_another_way_than_with_a_problem(text: str) -> None:
    with contextlib.suppress(ContentError):
        parse_yaml(text, FILE)


def test_deep_nesting_is_a_problem_not_a_crash() -> None:
    with pytest.raises(ContentError, match="for mange nivåer"):
        parse_yaml("[" * 5000, FILE)


@given(st.text() | st.text(alphabet="ab:-[]{}&*!|>'\"#%@,?\t\n ") | documents)
def test_libyaml_reads_what_pyyaml_reads(text: str) -> None:
    """Where a text is read, by libyaml or not, its data and lines are those of the careful parser."""
    try:
        fast = _node(text, FILE, 1)
    except ContentError:
        return
    try:
        careful = yaml.compose(text, Loader=_CarefulLoader)
    except yaml.YAMLError:
        # libyaml takes some texts that PyYAML refuses, such as a tabulator after a colon.
        return
    found, expected = built(fast), built(careful)
    # What holds nothing stands nowhere: after «---» the two parsers place it on different lines.
    if found is None or expected is None or found[0] is not None:
        assert found == expected
    else:
        assert expected[0] is None


def built(node: yaml.Node | None) -> tuple[Any, ...] | None:
    if node is None:
        return None
    builder = _Builder(FILE, 1)
    return builder.build(node, ()), builder.lines, builder.text_lines, builder.problems


@pytest.mark.parametrize("text", ["[" * 500_000, "- " * 400_000, "? " * 400_000, "{a: " * 200_000])
def test_very_deep_nesting_is_a_problem_too(text: str) -> None:
    with pytest.raises(ContentError, match="for mange nivåer"):
        parse_yaml(text, FILE)
