"""Dates as people write them in forms, answers and Word files."""

from __future__ import annotations

import pytest

from roadmap.text.dates import iso_date


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("26. november 2026", "2026-11-26"),
        ("26 nov. 2026", "2026-11-26"),
        ("26.\u00a0November\u00a02026", "2026-11-26"),
        ("26.11.2026", "2026-11-26"),
        ("26. 11. 2026", "2026-11-26"),
        ("26.11.26", "2026-11-26"),
        ("26/11-2026", "2026-11-26"),
        ("5/11-26", "2026-11-05"),
        ("2026-11-26", "2026-11-26"),
        ("31.02.2026", "2026-02-31"),
        ("i går", None),
        ("26.11", None),
        ("26.11.026", None),
        ("26. nonember 2026", None),
        ("", None),
    ],
)
def test_a_date_is_read_as_norwegians_write_it(written: str, expected: str | None) -> None:
    assert iso_date(written) == expected
