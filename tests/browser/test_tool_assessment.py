"""«Hvor er vi?» in a browser: answering, several people's answers, then and now, the next measures, and paper."""

from __future__ import annotations

import json
import re
from itertools import cycle
from pathlib import Path
from typing import Any

import pymupdf
import pytest
from axe_playwright_python.base import AXE_FILE_PATH
from playwright.sync_api import FilePayload, Page, expect

from roadmap.content.model import Measure, Roadmap, Step
from roadmap.content.model.roadmap_file import AssessmentStatement

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


def statements(roadmap: Roadmap, place: int = 0) -> list[str]:
    """The ids of a step's statements."""
    return [item.id for item in roadmap.plan.steps[place].self_assessment]


def all_statements(roadmap: Roadmap) -> list[AssessmentStatement]:
    return [item for step in roadmap.plan.steps for item in step.self_assessment]


def first_statements(roadmap: Roadmap) -> list[str]:
    """Three statements, in whatever steps they are."""
    return [item.id for item in all_statements(roadmap)[:3]]


def beginning(roadmap: Roadmap) -> str:
    """The measure that the roadmap begins with."""
    return next(line.measure for line in roadmap.plan.begin if line.measure)


def ready_after(roadmap: Roadmap, begin: str, letter: str) -> list[Measure]:
    """The measures of a step that nothing else must come before."""
    measures = [one for one in roadmap.measures if one.letter == letter and one.id != begin]
    return [one for one in measures if set(one.requires) <= {begin}]


def name_of(step: Step) -> str:
    return f"{step.letter} {step.title}"


def file_of(answers: dict[str, str], created: str = "2026-11-01T10:00:00.000Z", **head: Any) -> FilePayload:
    """An assessment as somebody took it away, ready to be chosen."""
    name = head.pop("file", "egenvurdering.json")
    data = {
        "unit": head.pop("unit", ""),
        "answers": answers,
        "notes": head.pop("notes", {}),
        "date": "2026-11-01",
        "by": head.pop("by", ""),
    }
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
    first, second, third = first_statements(roadmap)
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
    expect(tool.get_by_text(f"2 av {len(all_statements(roadmap))} påstander er besvart")).to_be_visible()
    expect(tool.locator("[data-about]")).to_contain_text(HOSTILE)


def test_an_answer_can_be_taken_back_and_undone(tool: Page, roadmap: Roadmap) -> None:
    first = statements(roadmap)[0]
    answer(tool, first, "Stemmer")
    tool.locator(f"#pastand-{first}").get_by_role("button", name="Fjern svaret").click()
    assert checked(tool, first) is None
    tool.keyboard.press("Control+z")
    assert checked(tool, first) == "stemmer"


def test_a_step_is_as_weak_as_its_weakest_statement_in_the_picture_and_in_the_table(
    tool: Page, roadmap: Roadmap
) -> None:
    weak, strong, open_ = range(1, 4)
    for statement, name in zip(statements(roadmap, weak), cycle(["Stemmer", "Stemmer delvis"]), strict=False):
        answer(tool, statement, name)
    for statement in statements(roadmap, strong):
        answer(tool, statement, "Stemmer")
    for statement, name in zip(statements(roadmap, open_), cycle(["Stemmer", "Vet ikke"]), strict=False):
        answer(tool, statement, name)
    rows = tool.locator("[data-steps] tr")
    expect(rows.nth(weak)).to_contain_text("Stemmer delvis")
    expect(rows.nth(strong)).to_contain_text("Alle påstandene stemmer.")
    expect(rows.nth(open_)).to_contain_text("Åpent")
    expect(rows.nth(0)).to_contain_text("Ikke besvart")
    description = tool.locator(".state-road--rows desc").text_content() or ""
    for index, step in enumerate(roadmap.plan.steps):
        state = rows.nth(index).locator(".state > span").first.inner_text()
        assert f"{step.letter} {step.title}: {state}." in description
    findings = tool.locator("[data-findings]")
    expect(findings).to_contain_text(
        f"Sterkest, med «stemmer» som svakeste svar: {name_of(roadmap.plan.steps[strong])}."
    )
    expect(findings).to_contain_text(
        f"Svakest, med «stemmer delvis» som svakeste svar: {name_of(roadmap.plan.steps[weak])}."
    )


def test_the_leaders_decision_comes_first_until_it_is_in_place(tool: Page, roadmap: Roadmap) -> None:
    begin, weakest = beginning(roadmap), roadmap.plan.steps[1]
    answer(tool, statements(roadmap, 1)[0], "Stemmer ikke")
    now = tool.locator("[data-now] > li")
    expect(now).to_have_count(1)
    expect(now.first).to_contain_text(begin)
    expect(tool.locator("[data-next] > li").first).to_be_visible()
    now.first.get_by_role("button", name=f"Dette er på plass ({begin}").click()
    status = tool.locator("[data-suggestions-status]")
    expect(status).to_contain_text(f"{begin} er ført opp som på plass i «Vår plan».")
    ready = [re.escape(f"{one.id} {one.title}") for one in ready_after(roadmap, begin, weakest.letter)]
    expect(now.first.locator("[data-link]")).to_have_text(re.compile("|".join(ready)))
    waited = tool.locator("[data-now] > li", has_text=f"Det som må være på plass først, er på plass: {begin}")
    expect(waited).not_to_have_count(0)
    tool.get_by_role("button", name="Angre", exact=True).last.click()
    expect(now.first).to_contain_text(begin)


def test_a_measure_goes_into_the_plan(tool: Page, roadmap: Roadmap) -> None:
    answer(tool, statements(roadmap)[0], "Stemmer ikke")
    begin = beginning(roadmap)
    tool.get_by_role("button", name=f"Legg til i planen ({begin}").click()
    link = tool.locator("[data-now]").get_by_role("link", name=f"Ligger i planen – vis ({begin}")
    expect(link).to_be_visible()
    tool.reload()
    expect(link).to_be_visible()
    plans = tool.evaluate("Object.keys(localStorage).filter(key => key.startsWith('veikart:plan:'))")
    plan = json.loads(tool.evaluate("key => localStorage.getItem(key)", plans[0]))
    assert plan["data"]["measures"][begin]["chosen"] is True


def test_the_chosen_role_comes_first_among_the_same(tool: Page, roadmap: Roadmap) -> None:
    begin = beginning(roadmap)
    ready = ready_after(roadmap, begin, begin[0])
    measure, role = next(
        (one, role)
        for one in reversed(ready)
        for role in roadmap.plan.roles
        if [other for other in ready if role.id in {*other.actors, *other.useful_for}] == [one]
    )
    for statement in statements(roadmap, [step.letter for step in roadmap.plan.steps].index(begin[0])):
        answer(tool, statement, "Stemmer ikke")
    tool.get_by_role("button", name=f"Dette er på plass ({begin}").click()
    tool.get_by_label("Vis først det som angår").select_option(role.id)
    first = tool.locator("[data-now] > li").first
    expect(first).to_contain_text(f"{measure.id} {measure.title}")
    expect(first).to_contain_text(f"Det angår rollen dere valgte: {role.name.lower()}.")


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
    expect(differences.first).to_contain_text("1 svarte «stemmer ikke»")
    expect(differences.first).to_contain_text("2 svarte «stemmer»")
    expect(differences.first).to_contain_text(f"Svar 1: «{HOSTILE}»")
    text = all_statements(roadmap)[0].text
    expect(tool.locator("[data-differences-first]")).to_contain_text(f"Dere er mest uenige om «{text}")
    rest = len(all_statements(roadmap)) - 3
    expect(tool.locator("[data-differences-rest]")).to_contain_text(f"På de {rest} andre er ingen uenige")
    assert violations(tool) == []
    tool.get_by_role("button", name="Lag et felles svar").click()
    assert [checked(tool, item) for item in (first, second, third)] == [None, "stemmer", None]
    expect(tool.locator(f"#pastand-{first} [data-said]")).to_contain_text("1 «stemmer ikke» og 2 «stemmer»")
    # What they decide together is kept like any other document.
    answer(tool, first, "Stemmer delvis")
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


def test_then_and_now_are_compared_from_a_file(tool: Page, roadmap: Roadmap) -> None:
    for statement in statements(roadmap):
        answer(tool, statement, "Stemmer")
    before = dict.fromkeys(statements(roadmap), "stemmer-ikke")
    tool.get_by_label("eller med en fil").set_input_files(file_of(before, name="Våren"))
    step = roadmap.plan.steps[0]
    row = tool.locator("[data-steps] tr").first
    expect(row).to_contain_text("Stemmer ikke")
    expect(row).to_contain_text("↑ sterkere")
    expect(tool.locator("[data-moves-steps]")).to_contain_text(f"Sterkere: {name_of(step)}.")
    expect(tool.locator("[data-moves-statements] tr")).to_have_count(len(before))
    expect(tool.locator(".assessment-result__others")).to_be_hidden()
    description = tool.locator(".state-road--rows desc").text_content() or ""
    assert f"{name_of(step)}: Stemmer, før Stemmer ikke, sterkere." in description
    assert violations(tool) == []
    tool.get_by_label("Sammenlign med").select_option("Ingenting")
    expect(tool.locator("[data-moves]").first).to_be_hidden()
    tool.get_by_label("eller med en fil").set_input_files(chosen("rot.json", "ikke json"))
    expect(tool.locator("[data-earlier-status]")).not_to_be_empty()


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
    assert f"{name_of(step)}: Stemmer, i de andre svarene Stemmer ikke, sterkere her." in description
    assert violations(tool) == []
    tool.get_by_label("eller med en fil").set_input_files(file_of(before, by="flere"))
    expect(result.get_by_text(warning)).to_be_hidden()
    expect(result.get_by_role("heading", name="Hva har endret seg?")).to_be_visible()


@pytest.mark.parametrize("way", ["Skriv ut resultatet", "Last ned"])
def test_what_may_tell_who_somebody_is_is_asked_about_before_it_goes_out(
    tool: Page, roadmap: Roadmap, way: str
) -> None:
    tool.evaluate("() => { window.printed = 0; window.print = () => { window.printed += 1; }; }")
    first = first_statements(roadmap)[0]
    answer(tool, first, "Stemmer")
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
    answer(tool, first_statements(roadmap)[0], "Stemmer")
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


def test_steps_with_nothing_left_to_answer_are_folded_but_never_under_the_hands(tool: Page, roadmap: Roadmap) -> None:
    parts = tool.locator("[data-step-part]")
    for statement in statements(roadmap):
        answer(tool, statement, "Stemmer")
    expect(parts.first).to_have_attribute("open", "")
    tool.reload()
    expect(parts.first).not_to_have_attribute("open", "")
    expect(parts.first).to_contain_text(f"{len(statements(roadmap))} av {len(statements(roadmap))} besvart")
    expect(parts.nth(1)).to_have_attribute("open", "")
    # By keyboard, and by a link to a statement that is folded away.
    parts.first.locator("> summary").focus()
    tool.keyboard.press("Enter")
    expect(tool.locator(f"#pastand-{statements(roadmap)[0]}")).to_be_visible()
    tool.keyboard.press("Enter")
    expect(tool.locator(f"#pastand-{statements(roadmap)[0]}")).to_be_hidden()
    tool.evaluate("id => { location.hash = `#pastand-${id}`; }", statements(roadmap)[0])
    expect(tool.locator(f"#pastand-{statements(roadmap)[0]}")).to_be_visible()


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


def test_everything_goes_by_keyboard(tool: Page, roadmap: Roadmap) -> None:
    first, second, _ = first_statements(roadmap)
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
    answer(tool, statements(roadmap)[0], "Stemmer")
    tool.get_by_text("Flere valg").click()
    tool.get_by_role("button", name="Ny egenvurdering").click()
    assert violations(tool) == []
    tool.keyboard.press("Escape")
    assert checked(tool, statements(roadmap)[0]) == "stemmer"


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
    answer(tool, statements(roadmap)[0], "Stemmer delvis")
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
    weakest = roadmap.plan.assessment_levels[0].name
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


def test_without_scripts_it_tells_what_to_use_instead(page_without_scripts: Page) -> None:
    page_without_scripts.goto(TOOL)
    expect(page_without_scripts.get_by_text("Skriv ut denne siden, og svar på papir.")).to_be_visible()
    assert page_without_scripts.locator("a[href$='nedlasting/veikart.xlsx']").count() == 1
    expect(page_without_scripts.get_by_role("heading", name="Resultatet")).to_be_hidden()
    expect(page_without_scripts.get_by_role("radio").first).to_be_visible()
    expect(page_without_scripts.locator("[data-form] :is(input, select, textarea):enabled")).to_have_count(0)


def test_the_old_address_leads_here(page: Page) -> None:
    page.goto("/om/hvor-star-dere/")
    page.wait_for_url("**/hvor-er-vi/")
