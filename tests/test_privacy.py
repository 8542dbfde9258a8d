"""Nothing that tells who a person is gets past the privacy gate, and nothing else is stopped."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from roadmap.privacy.findings import IDENTITY_NUMBER, Allowed, private_data
from tests import identity_numbers

CASES: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "private_cases.yml").read_text(encoding="utf-8"))
ALLOWED = Allowed.of(**CASES["allowed"])


@pytest.mark.parametrize("case", CASES["found"], ids=lambda case: ascii(case["text"]))
def test_what_tells_who_somebody_is_is_found(case: dict[str, Any]) -> None:
    assert [found.kind for found in private_data(case["text"], ALLOWED)] == case["kinds"]


@pytest.mark.parametrize("text", CASES["innocent"], ids=ascii)
def test_what_tells_nothing_of_anybody_passes(text: str) -> None:
    assert private_data(text, ALLOWED) == []


def test_there_are_innocent_lines_enough() -> None:
    assert len(CASES["innocent"]) >= 60


@given(st.text())
def test_any_text_can_be_searched_and_what_is_found_lies_in_it(text: str) -> None:
    for found in private_data(text):
        assert 0 <= found.start < found.end <= len(text)


@settings(max_examples=500)
@given(identity_numbers.spelled(), st.sampled_from(["", " ", "Fnr: ", "se ", "9 ", "(", "**", "\n"]))
def test_no_identity_number_gets_through_however_it_is_spelled(spelled: str, before: str) -> None:
    text = f"{before}{spelled}{' ' if before else ''}"
    assert IDENTITY_NUMBER in {found.kind for found in private_data(text)}
