"""The unit of a common answer is that of the people who gave it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from roadmap.content.model import Roadmap
from tests.browser.assessment.page import file_of, first_statements

pytestmark = [pytest.mark.site, pytest.mark.browser]


@pytest.mark.parametrize(
    ("units", "common"),
    [
        (["Hudpoliklinikken", "hudpoliklinikken ", ""], "Hudpoliklinikken"),
        (["Hudpoliklinikken", "Hudpoliklinikken", "Øyeavdelingen"], ""),
    ],
)
def test_a_common_answer_and_its_file_have_the_unit_that_all_have(
    tool: Page, roadmap: Roadmap, units: list[str], common: str
) -> None:
    first = first_statements(roadmap)[0]
    files = [
        file_of({first: "stemmer"}, f"2026-11-0{day}T10:00:00.000Z", unit=unit) for day, unit in enumerate(units, 1)
    ]
    tool.get_by_label("Velg filer med svar").set_input_files(files)
    tool.get_by_role("button", name="Lag et felles svar").click()
    expect(tool.get_by_label("Enhet", exact=True)).to_have_value(common)
    with tool.expect_download() as download:
        tool.get_by_role("button", name="Last ned", exact=True).click()
    assert ("hudpoliklinikken" in download.value.suggested_filename) == bool(common)
