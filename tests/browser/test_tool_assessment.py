"""«Hvor er vi?» in a browser: answering, several people's answers, then and now, the next measures, and paper."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pymupdf
import pytest
from axe_playwright_python.base import AXE_FILE_PATH
from playwright.sync_api import FilePayload, Page, expect

from roadmap.content.model import Roadmap

pytestmark = [pytest.mark.site, pytest.mark.browser]

TOOL = "/hvor-er-vi/"
HOSTILE = '<img src=x onerror="document.title=1"> & "Ærlig" 😀'
AXE_OPTIONS = {
    "resultTypes": ["violations"],
    "preload": False,
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
}


@pytest.fixture
def tool(page: Page) -> Page:
    page.goto(TOOL)
    return page


def answer(page: Page, statement: str, name: str) -> None:
    page.locator(f"#pastand-{statement}").get_by_role("radio", name=name, exact=True).check()


def checked(page: Page, statement: str) -> str | None:
    radios = page.locator(f"#pastand-{statement} input:checked")
    return radios.get_attribute("value") if radios.count() else None


def statements(roadmap: Roadmap, letter: str) -> list[str]:
    return [item.id for step in roadmap.plan.steps if step.letter == letter for item in step.self_assessment]


def file_of(answers: dict[str, str], created: str = "2026-11-01T10:00:00.000Z", **head: Any) -> FilePayload:
    """An assessment as somebody took it away, ready to be chosen."""
    name = head.pop("file", "egenvurdering.json")
    data = {"unit": "", "answers": answers, "notes": head.pop("notes", {}), "date": "2026-11-01", "by": ""}
    document = {
        "format": "veikart",
        "kind": "assessment",
        "version": 1,
        "edition": head.pop("edition", "0.9, 2026-11-26"),
        "name": head.pop("name", "Vår egenvurdering"),
        "created": created,
        "changed": created,
        "data": data,
        **head,
    }
    return chosen(name, json.dumps(document))


def chosen(name: str, text: str) -> FilePayload:
    return {"name": name, "mimeType": "application/json", "buffer": text.encode()}


def violations(page: Page) -> list[str]:
    page.evaluate(f"{AXE_FILE_PATH.read_text(encoding='utf-8')};0")
    found = page.evaluate("options => axe.run(document, options)", AXE_OPTIONS)["violations"]
    return [f"{item['id']} {node['target']}" for item in found for node in item["nodes"]]


def test_answers_and_notes_are_still_there_after_a_reload(tool: Page, roadmap: Roadmap) -> None:
    first, second, third = statements(roadmap, "A")
    answer(tool, first, "Stemmer ikke")
    answer(tool, second, "Vet ikke")
    tool.locator(f"#pastand-{third} summary").click()
    tool.locator(f"#notat-{third}").fill(HOSTILE)
    tool.get_by_label("Enhet", exact=True).fill(HOSTILE)
    tool.keyboard.press("Enter")
    tool.reload()
    assert [checked(tool, item) for item in (first, second, third)] == ["stemmer-ikke", "vet-ikke", None]
    expect(tool.locator(f"#notat-{third}")).to_have_value(HOSTILE)
    expect(tool.get_by_label("Enhet", exact=True)).to_have_value(HOSTILE)
    expect(tool.get_by_text("2 av 31 påstander er besvart")).to_be_visible()
    expect(tool.locator("[data-about]")).to_contain_text(HOSTILE)


def test_an_answer_can_be_taken_back_and_undone(tool: Page, roadmap: Roadmap) -> None:
    first = statements(roadmap, "A")[0]
    answer(tool, first, "Stemmer")
    tool.locator(f"#pastand-{first}").get_by_role("button", name="Fjern svaret").click()
    assert checked(tool, first) is None
    tool.keyboard.press("Control+z")
    assert checked(tool, first) == "stemmer"


def test_a_step_is_as_weak_as_its_weakest_statement_in_the_picture_and_in_the_table(
    tool: Page, roadmap: Roadmap
) -> None:
    for statement, name in zip(statements(roadmap, "C"), ["Stemmer", "Stemmer delvis", "Gjelder ikke"], strict=True):
        answer(tool, statement, name)
    for statement in statements(roadmap, "D"):
        answer(tool, statement, "Stemmer")
    for statement, name in zip(statements(roadmap, "E"), ["Stemmer", "Vet ikke", "Stemmer"], strict=True):
        answer(tool, statement, name)
    rows = tool.locator("[data-steps] tr")
    expect(rows.nth(2)).to_contain_text("Stemmer delvis")
    expect(rows.nth(3)).to_contain_text("Alle påstandene stemmer.")
    expect(rows.nth(4)).to_contain_text("Åpent")
    expect(rows.nth(0)).to_contain_text("Ikke besvart")
    description = tool.locator(".state-road--rows desc").text_content() or ""
    for index, step in enumerate(roadmap.plan.steps):
        state = rows.nth(index).locator(".state > span").first.inner_text()
        assert f"{step.letter} {step.title}: {state}." in description
    findings = tool.locator("[data-findings]")
    expect(findings).to_contain_text("Sterkest, med «stemmer» som svakeste svar: D Lære og trene.")
    expect(findings).to_contain_text("Svakest, med «stemmer delvis» som svakeste svar: C Etablere superbrukere.")


def test_the_leaders_decision_comes_first_until_it_is_in_place(tool: Page, roadmap: Roadmap) -> None:
    answer(tool, statements(roadmap, "B")[0], "Stemmer ikke")
    now = tool.locator("[data-now] > li")
    expect(now).to_have_count(1)
    expect(now.first).to_contain_text("A3")
    expect(tool.locator("[data-next] > li")).to_have_count(4)
    now.first.get_by_role("button", name="Dette er på plass (A3").click()
    expect(tool.locator("[data-suggestions-status]")).to_contain_text("A3 er ført opp som på plass i «Vår plan».")
    expect(now).to_have_count(5)
    expect(now.first).to_contain_text("B2")
    expect(now.first).to_contain_text("Det som må være på plass først, er på plass: A3")
    tool.get_by_role("button", name="Angre", exact=True).last.click()
    expect(now.first).to_contain_text("A3")


def test_a_measure_goes_into_the_plan(tool: Page, roadmap: Roadmap) -> None:
    answer(tool, statements(roadmap, "A")[0], "Stemmer ikke")
    tool.get_by_role("button", name="Legg til i planen (A3").click()
    expect(tool.locator("[data-now]")).to_contain_text("Står i planen")
    tool.reload()
    expect(tool.locator("[data-now]")).to_contain_text("Står i planen")
    plans = tool.evaluate("Object.keys(localStorage).filter(key => key.startsWith('veikart:plan:'))")
    plan = json.loads(tool.evaluate("key => localStorage.getItem(key)", plans[0]))
    assert plan["data"]["measures"]["A3"]["chosen"] is True


def test_the_chosen_role_comes_first_among_the_same(tool: Page, roadmap: Roadmap) -> None:
    answer(tool, statements(roadmap, "A")[0], "Stemmer ikke")
    tool.get_by_role("button", name="Dette er på plass (A3").click()
    tool.get_by_label("Vis først det som angår").select_option("ildsjel")
    first = tool.locator("[data-now] > li").first
    expect(first).to_contain_text("A2")
    expect(first).to_contain_text("Det angår rollen dere valgte: ildsjel.")


def test_several_people_differ_and_begin_with_what_they_share(tool: Page, roadmap: Roadmap) -> None:
    first, second, third = statements(roadmap, "A")
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
    expect(differences.first).to_contain_text("1 svarte «stemmer ikke»")
    expect(differences.first).to_contain_text("2 svarte «stemmer»")
    expect(differences.first).to_contain_text(f"Svar 1: «{HOSTILE}»")
    expect(tool.locator("[data-differences-first]")).to_contain_text("Dere er mest uenige om «Alle hos oss kan gjengi")
    assert violations(tool) == []
    tool.get_by_role("button", name="Lag et felles svar").click()
    assert [checked(tool, item) for item in (first, second, third)] == [None, "stemmer", None]
    expect(tool.locator(f"#pastand-{first} [data-said]")).to_contain_text("1 «stemmer ikke» og 2 «stemmer»")
    # What they decide together is kept like any other document.
    answer(tool, first, "Stemmer delvis")
    tool.reload()
    assert checked(tool, first) == "stemmer-delvis"


def test_what_is_wrong_with_files_is_said_at_once_and_the_good_ones_are_taken_in(tool: Page, roadmap: Roadmap) -> None:
    first = statements(roadmap, "A")[0]
    good = file_of({first: "stemmer", "gammel-pastand": "stemmer"}, edition="0.8, 2026-01-01")
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
    text = file_of({statements(roadmap, "A")[0]: "stemmer"})["buffer"].decode()
    transfer = tool.evaluate_handle(
        "text => { const all = new DataTransfer(); all.items.add(new File([text], 'a.json')); return all; }", text
    )
    tool.locator("[data-drop]").dispatch_event("drop", {"dataTransfer": transfer})
    expect(tool.locator("[data-people] li")).to_have_count(1)


def test_then_and_now_are_compared_from_a_file(tool: Page, roadmap: Roadmap) -> None:
    for statement in statements(roadmap, "A"):
        answer(tool, statement, "Stemmer")
    before = dict.fromkeys(statements(roadmap, "A"), "stemmer-ikke")
    tool.get_by_label("eller med en fil").set_input_files(file_of(before, name="Våren"))
    row = tool.locator("[data-steps] tr").first
    expect(row).to_contain_text("Stemmer ikke")
    expect(row).to_contain_text("↑ sterkere")
    expect(tool.locator("[data-moves-steps]")).to_contain_text("Sterkere: A Øke motivasjon blant behandlere.")
    expect(tool.locator("[data-moves-statements] tr")).to_have_count(3)
    description = tool.locator(".state-road--rows desc").text_content() or ""
    assert "A Øke motivasjon blant behandlere: Stemmer, før Stemmer ikke, sterkere." in description
    assert violations(tool) == []
    tool.get_by_label("Sammenlign med").select_option("Ingenting")
    expect(tool.locator("[data-moves]").first).to_be_hidden()
    tool.get_by_label("eller med en fil").set_input_files(chosen("rot.json", "ikke json"))
    expect(tool.locator("[data-earlier-status]")).not_to_be_empty()


def test_everything_goes_by_keyboard(tool: Page, roadmap: Roadmap) -> None:
    first, second, _ = statements(roadmap, "A")
    tool.locator(f"#pastand-{first} input").first.focus()
    tool.keyboard.press("Space")
    tool.keyboard.press("ArrowRight")
    assert checked(tool, first) == "stemmer-delvis"
    # Past the note and the button that takes the answer back, to the next statement.
    for _ in range(3):
        tool.keyboard.press("Tab")
    tool.keyboard.press("Space")
    assert checked(tool, second) == "stemmer-ikke"
    tool.locator("[data-add]").first.focus()
    tool.keyboard.press("Enter")
    expect(tool.locator("[data-suggestions-status]")).to_contain_text("er lagt til i «Vår plan»")
    assert tool.evaluate("document.activeElement.textContent") == "Angre"


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_empty_or_filled_in(tool: Page, roadmap: Roadmap, theme: str) -> None:
    tool.emulate_media(color_scheme=theme)  # type: ignore[arg-type]
    assert violations(tool) == []
    names = ["Stemmer ikke", "Stemmer delvis", "Stemmer", "Vet ikke", "Gjelder ikke"]
    for place, step in enumerate(roadmap.plan.steps[:5]):
        for statement in step.self_assessment:
            answer(tool, statement.id, names[place])
    for width in (360, 1280):
        tool.set_viewport_size({"width": width, "height": 900})
        assert violations(tool) == []
        assert tool.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_axe_finds_nothing_in_a_dialog(tool: Page, roadmap: Roadmap) -> None:
    answer(tool, statements(roadmap, "A")[0], "Stemmer")
    tool.get_by_text("Flere valg").click()
    tool.get_by_role("button", name="Ny egenvurdering").click()
    assert violations(tool) == []
    tool.keyboard.press("Escape")
    assert checked(tool, statements(roadmap, "A")[0]) == "stemmer"


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
    answer(tool, statements(roadmap, "A")[0], "Stemmer delvis")
    tool.locator(f"#pastand-{statements(roadmap, 'A')[0]} summary").click()
    tool.locator(f"#notat-{statements(roadmap, 'A')[0]}").fill("Bare lederen vet det")
    pages = printed()
    assert "Egenvurdering, utgave" in pages[0]
    assert "Slik bruker dere siden" not in " ".join(pages)
    assert "Bare lederen vet det" in " ".join(pages)


def test_without_scripts_it_tells_what_to_use_instead(page_without_scripts: Page) -> None:
    page_without_scripts.goto(TOOL)
    expect(page_without_scripts.get_by_text("Skriv ut denne siden, og svar på papir.")).to_be_visible()
    assert page_without_scripts.locator("a[href$='nedlasting/veikart.xlsx']").count() == 1
    expect(page_without_scripts.get_by_role("heading", name="Resultatet")).to_be_hidden()
    expect(page_without_scripts.get_by_role("radio").first).to_be_visible()


def test_the_old_address_leads_here(page: Page) -> None:
    page.goto("/om/hvor-star-dere/")
    page.wait_for_url("**/hvor-er-vi/")
