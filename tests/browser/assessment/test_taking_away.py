"""Files and paper, and what is asked before they go out."""

from __future__ import annotations

import re
from pathlib import Path

import pymupdf
import pytest
from playwright.sync_api import Page, expect

from roadmap.content.model import Roadmap
from tests.browser.assessment.page import (
    all_statements,
    answer,
    beginning,
    checked,
    file_of,
    first_statements,
    statements,
    violations,
)

pytestmark = [pytest.mark.site, pytest.mark.browser]


@pytest.mark.parametrize("way", ["Skriv ut resultatet", "Last ned"])
def test_what_may_tell_who_somebody_is_is_asked_about_before_it_goes_out(
    tool: Page, roadmap: Roadmap, way: str
) -> None:
    tool.evaluate("() => { window.printed = 0; window.print = () => { window.printed += 1; }; }")
    first = first_statements(roadmap)[0]
    answer(tool, first, "stemmer")
    tool.locator(f"#pastand-{first} summary").click()
    tool.locator(f"#notat-{first}").fill("Ring pasienten på 912 34 567")
    tool.get_by_role("button", name="Fold sammen alle stegene").click()
    went: list[str] = []
    tool.on("download", lambda file: went.append(file.suggested_filename))
    tool.get_by_role("button", name=way, exact=True).click()
    dialog = tool.get_by_role("dialog", name="Her kan noe røpe hvem noen er")
    expect(dialog).to_contain_text("Notat til «")
    assert violations(tool) == []
    tool.keyboard.press("Enter")
    expect(tool.locator(f"#notat-{first}")).to_be_focused()
    assert (went, tool.evaluate("printed")) == ([], 0)
    tool.get_by_role("button", name=way, exact=True).click()
    if way == "Last ned":
        with tool.expect_download():
            dialog.get_by_role("button", name="Gå videre likevel").click()
    else:
        dialog.get_by_role("button", name="Gå videre likevel").click()
        tool.wait_for_function("printed === 1")
    tool.locator(f"#notat-{first}").fill("Ring pasienten")
    tool.evaluate("printed = 0")
    tool.get_by_role("button", name="Skriv ut resultatet").click()
    tool.wait_for_function("printed === 1")


def test_others_notes_are_asked_about_before_they_are_printed(tool: Page, roadmap: Roadmap) -> None:
    tool.evaluate("() => { window.printed = 0; window.print = () => { window.printed += 1; }; }")
    first = first_statements(roadmap)[0]
    note = {first: "Ring pasienten på 912 34 567"}
    tool.get_by_label("Velg filer med svar").set_input_files(file_of({first: "stemmer"}, notes=note))
    tool.get_by_role("button", name="Skriv ut resultatet").click()
    expect(tool.get_by_role("dialog")).to_contain_text("Svar 1, notat til «")
    tool.get_by_role("button", name="Gå tilbake og rett").click()
    assert tool.evaluate("printed") == 0


def test_the_files_of_three_people_have_three_names(tool: Page, roadmap: Roadmap) -> None:
    answer(tool, first_statements(roadmap)[0], "stemmer")
    tool.get_by_label("Enhet", exact=True).fill("Poliklinikk Ø")
    names = set()
    for role in [role for role in roadmap.plan.roles if not role.outside][:3]:
        tool.get_by_label("Hvem som svarer").select_option(role.id)
        with tool.expect_download() as file:
            tool.get_by_role("button", name="Last ned", exact=True).click()
        names.add(file.value.suggested_filename)
    assert len(names) == 3
    assert all(re.fullmatch(r"var-egenvurdering-poliklinikk-o-[a-z-]+-\d{4}-\d\d-\d\d\.json", name) for name in names)
    expect(tool.locator("[data-document-status]")).to_contain_text("ikke ved å dobbeltklikke på den")


def test_paper_has_the_statements_first_and_the_result_when_there_is_one(
    tool: Page, roadmap: Roadmap, tmp_path: Path
) -> None:
    def printed() -> list[str]:
        tool.pdf(path=tmp_path / "ark.pdf", format="A4", prefer_css_page_size=True)
        with pymupdf.open(tmp_path / "ark.pdf") as document:
            return [" ".join(page.get_text().split()) for page in document]

    assert len(printed()) <= 4
    sheet = " ".join(printed())
    assert all(item.text in sheet for step in roadmap.plan.steps for item in step.self_assessment)
    assert "Resultatet" not in sheet
    answer(tool, statements(roadmap)[0], "stemmer-delvis")
    tool.locator(f"#pastand-{statements(roadmap)[0]} summary").click()
    tool.locator(f"#notat-{statements(roadmap)[0]}").fill("Bare lederen vet det")
    tool.get_by_role("button", name="Fold sammen alle stegene").click()
    tool.locator("[data-assessment]").evaluate("tool => tool.setAttribute('data-sheet', '')")
    sheet = " ".join(printed())
    assert all(item.text in sheet for item in all_statements(roadmap))
    tool.locator("[data-assessment]").evaluate("tool => tool.removeAttribute('data-sheet')")
    pages = printed()
    assert "Egenvurdering, utgave" in pages[0]
    assert "Slik bruker dere siden" not in " ".join(pages)
    assert "Bare lederen vet det" in " ".join(pages)


def test_the_first_sheet_has_the_picture_the_disagreements_and_the_next_measures(
    tool: Page, roadmap: Roadmap, tmp_path: Path
) -> None:
    levels = [level.id for level in roadmap.plan.assessment_levels]
    ids = [item.id for item in all_statements(roadmap)]
    people = [
        file_of({one: levels[(place * (person + 1)) % len(levels)] for place, one in enumerate(ids)}, f"2026-11-0{day}")
        for day, person in ((1, 0), (2, 1), (3, 2))
    ]
    tool.get_by_label("Velg filer med svar").set_input_files(people)
    tool.get_by_role("button", name="Lag et felles svar").click()
    weakest = levels[0]
    for item in all_statements(roadmap):
        if not checked(tool, item.id):
            answer(tool, item.id, weakest)
    tool.get_by_role("button", name=f"Dette er på plass ({beginning(roadmap)}").click()
    tool.pdf(path=tmp_path / "ark.pdf", format="A4", prefer_css_page_size=True)
    with pymupdf.open(tmp_path / "ark.pdf") as document:
        first, *others = [" ".join(page.get_text().split()) for page in document]
    assert len(others) <= 4
    differences = tool.locator("[data-differences-list] > li a").all_inner_texts()[:5]
    measures = tool.locator("[data-now] [data-link]").all_inner_texts()
    assert all(text in first for text in [*differences, *measures])
    assert all(step.letter in first.split() for step in roadmap.plan.steps)
    assert others[0].startswith("Vedlegg") or "Vedlegg: alt som ligger bak" in others[0]
    assert all(item.text in " ".join(others) for item in all_statements(roadmap))


def test_a_long_word_in_a_note_makes_the_paper_no_smaller(tool: Page, roadmap: Roadmap, tmp_path: Path) -> None:
    first = first_statements(roadmap)[0]
    answer(tool, first, "stemmer")
    sizes = []
    for word in ("ord", "w" * 400):
        tool.locator(f"#notat-{first}").evaluate("(note) => note.closest('details').setAttribute('open', '')")
        tool.locator(f"#notat-{first}").fill(word)
        tool.pdf(path=tmp_path / "ark.pdf", format="A4", prefer_css_page_size=True)
        spans = [
            span
            for sheet in pymupdf.open(tmp_path / "ark.pdf")
            for block in sheet.get_text("dict")["blocks"]
            for line in block.get("lines", [])
            for span in line["spans"]
        ]
        sizes.append(max(span["size"] for span in spans))
    assert sizes[0] == pytest.approx(sizes[1], abs=0.1)
