"""Several people's answers, from their files."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Page, expect

from roadmap.content.model import Roadmap
from tests.browser.assessment.page import (
    HOSTILE,
    all_statements,
    answer,
    answer_in_text,
    answer_name,
    checked,
    chosen,
    file_of,
    first_statements,
    name_of,
    statements,
    violations,
)

pytestmark = [pytest.mark.site, pytest.mark.browser]


def test_several_people_differ_and_begin_with_what_they_share(tool: Page, roadmap: Roadmap) -> None:
    first, second, third = first_statements(roadmap)
    people = [
        {first: "stemmer", second: "stemmer", third: "stemmer-delvis"},
        {first: "stemmer-ikke", second: "stemmer", third: "stemmer"},
        {first: "stemmer", second: "stemmer", third: "stemmer"},
    ]
    files = [file_of(given, f"2026-11-0{number}T10:00:00.000Z") for number, given in enumerate(people, 1)]
    files[0] = file_of(people[0], "2026-11-01T10:00:00.000Z", notes={first: HOSTILE}, file="kari-nordmann.json")
    tool.get_by_label("Velg filer med svar").set_input_files(files)
    expect(tool.locator("[data-people-status]")).to_have_text("3 svar er lagt til.")
    expect(tool.locator("[data-people] li")).to_have_count(3)
    expect(tool.locator("main")).not_to_contain_text("kari")
    differences = tool.locator("[data-differences-list] > li")
    expect(differences).to_have_count(2)
    false, true = (answer_in_text(roadmap, id_) for id_ in ("stemmer-ikke", "stemmer"))
    expect(differences.first).to_contain_text(f"1 svarte {false}")
    expect(differences.first).to_contain_text(f"2 svarte {true}")
    expect(differences.first).to_contain_text(f"Svar 1: «{HOSTILE}»")
    text = all_statements(roadmap)[0].text
    expect(tool.locator("[data-differences-first]")).to_contain_text(f"Dere er mest uenige om «{text}")
    rest = len(all_statements(roadmap)) - 3
    expect(tool.locator("[data-differences-rest]")).to_contain_text(f"På de {rest} andre er ingen uenige")
    assert violations(tool) == []
    tool.get_by_role("button", name="Lag et felles svar").click()
    assert [checked(tool, item) for item in (first, second, third)] == [None, "stemmer", None]
    expect(tool.locator(f"#pastand-{first} [data-said]")).to_contain_text(f"1 {false} og 2 {true}")
    # What they decide together is kept like any other document.
    answer(tool, first, "stemmer-delvis")
    tool.reload()
    assert checked(tool, first) == "stemmer-delvis"


def test_what_is_wrong_with_files_is_said_at_once_and_the_good_ones_are_taken_in(tool: Page, roadmap: Roadmap) -> None:
    first = statements(roadmap)[0]
    good = file_of({first: "stemmer", "gammel-pastand": "stemmer"}, edition="0.8, 2026-01-01")
    tool.get_by_label("Velg filer med svar").set_input_files(chosen("liste.json", '{"melk": 2}'))
    told = tool.locator("[data-many]").get_by_role("status")
    expect(told).to_contain_text("Ingen svar er lagt til. «liste.json» er ikke tatt med.")
    files = [
        good,
        chosen("kopi.json", good["buffer"].decode()),
        chosen("liste.json", '{"melk": 2}'),
        chosen("halv.json", '{"format": "veikart", "kind'),
        chosen("<b>plan</b>.json", json.dumps({"format": "veikart", "kind": "plan", "version": 1, "data": {}})),
        chosen("stor.json", " " * 5_000_001),
        file_of({"__proto__": "stemmer", "constructor": "stemmer", first: "stemmer-ikke"}, "2026-11-02"),
    ]
    tool.get_by_label("Velg filer med svar").set_input_files(files)
    expect(tool.locator("[data-people] li")).to_have_count(2)
    messages = tool.locator("[data-people-messages]")
    for text in ("«kopi.json» er det samme skjemaet som svar 1", "«liste.json»", "«halv.json»", "«<b>plan</b>.json»"):
        expect(messages).to_contain_text(text)
    expect(messages).to_contain_text("«stor.json»")
    expect(messages).to_contain_text("Svar 1 er fra en annen utgave av veikartet (0.8, 2026-01-01)")
    expect(messages).to_contain_text("Svar 1 har 1 svar på en påstand som ikke finnes i denne utgaven")
    assert violations(tool) == []


def test_files_can_be_dropped(tool: Page, roadmap: Roadmap) -> None:
    text = file_of({statements(roadmap)[0]: "stemmer"})["buffer"].decode()
    transfer = tool.evaluate_handle(
        "text => { const all = new DataTransfer(); all.items.add(new File([text], 'a.json')); return all; }", text
    )
    tool.locator("[data-drop]").dispatch_event("drop", {"dataTransfer": transfer})
    expect(tool.locator("[data-people] li")).to_have_count(1)


def test_what_other_people_said_is_no_development(tool: Page, roadmap: Roadmap) -> None:
    step = roadmap.plan.steps[0]
    people = [file_of(dict.fromkeys(statements(roadmap), "stemmer"), f"2026-11-0{day}", by="leder") for day in (1, 2)]
    tool.get_by_label("Velg filer med svar").set_input_files(people)
    expect(tool.locator("[data-many]")).to_contain_text("Filene viser hva hver enkelt har svart.")
    tool.get_by_role("button", name="Lag et felles svar").click()
    before = dict.fromkeys(statements(roadmap), "stemmer-ikke")
    tool.get_by_label("eller med en fil").set_input_files(file_of(before, by="leder"))
    result = tool.locator("[data-of-answers]")
    warning = "Dette er svar fra forskjellige personer, så forskjellene er ikke en utvikling."
    expect(result.get_by_text(warning)).to_be_visible()
    expect(result.get_by_role("heading", name="Hva er ulikt?")).to_be_visible()
    expect(tool.locator("[data-moves-steps]")).to_contain_text(f"Sterkere her enn i de andre svarene: {name_of(step)}.")
    expect(result.get_by_role("columnheader", name="De andre svarene").first).to_be_visible()
    expect(result.get_by_text("Før", exact=True).locator("visible=true")).to_have_count(0)
    expect(tool.locator("[data-steps] tr").first).not_to_contain_text("↑")
    description = tool.locator(".state-road--rows desc").text_content() or ""
    true, false = (answer_name(roadmap, id_) for id_ in ("stemmer", "stemmer-ikke"))
    assert f"{name_of(step)}: {true}, i de andre svarene {false}, sterkere her." in description
    assert violations(tool) == []
    tool.get_by_label("eller med en fil").set_input_files(file_of(before, by="flere"))
    expect(result.get_by_text(warning)).to_be_hidden()
    expect(result.get_by_role("heading", name="Hva har endret seg?")).to_be_visible()


def test_a_group_that_looks_sees_the_steps_folded_and_one_that_answers_those_that_are_left(
    tool: Page, roadmap: Roadmap
) -> None:
    same = dict.fromkeys(statements(roadmap), "stemmer")
    other = statements(roadmap, 1)[0]
    people = [file_of({**same, other: said}, f"2026-11-0{day}") for day, said in ((1, "stemmer"), (2, "stemmer-ikke"))]
    tool.get_by_label("Velg filer med svar").set_input_files(people)
    expect(tool.locator("[data-people] li")).to_have_count(2)
    expect(tool.locator("[data-step-part][open]")).to_have_count(0)
    tool.get_by_role("button", name="Lag et felles svar").click()
    expect(tool.locator("[data-step-part]").first).not_to_have_attribute("open", "")
    expect(tool.locator("[data-step-part]").nth(1)).to_have_attribute("open", "")
    expect(tool.get_by_label("Hvem som svarer")).to_have_value("flere")
