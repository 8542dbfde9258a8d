"""What another tab does to what is open here, and what is deleted or undone: nothing is lost, nothing untrue said."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import FilePayload, Page, expect

from tests.browser.assessment.page import file_of
from tests.browser.plan.page import PLAN, choose, rows, stored

pytestmark = [pytest.mark.site, pytest.mark.browser]


@pytest.fixture
def plan(page: Page) -> Page:
    page.goto(PLAN)
    return page


def first_ids(page: Page) -> list[str]:
    picks = page.locator("[data-pick]")
    return [picks.nth(place).get_attribute("value") or "" for place in range(4)]


def another_tab(page: Page, path: str = PLAN) -> Page:
    other = page.context.new_page()
    other.goto(path)
    return other


def menu(page: Page, button: str) -> None:
    page.locator("[data-document-bar] details").evaluate("(details) => { details.open = true; }")
    page.locator(f"[data-document-{button}]").click()


def begin(page: Page, name: str) -> None:
    menu(page, "new")
    page.get_by_label("Navn", exact=True).fill(name)
    page.get_by_role("dialog").get_by_role("button").first.click()


def status(page: Page) -> str:
    return page.locator("[data-document-status]").inner_text().strip()


def opened(page: Page, name: str) -> None:
    page.locator("[data-document-choose]").select_option(label=name)


def table(page: Page, *ids: str) -> FilePayload:
    """A table that says of measures that they are in place."""
    done = page.evaluate("roadmapData.progress.at(-1).name")
    text = "\n".join(["Id;Status", *(f"{id_};{done}" for id_ in ids)])
    return FilePayload(name="fra-excel.csv", mimeType="text/csv", buffer=text.encode())


def test_an_import_goes_into_the_plan_that_it_names_or_nowhere(plan: Page) -> None:
    one, two, three, _ = first_ids(plan)
    choose(plan, one)
    begin(plan, "Annen plan")
    choose(plan, two)
    opened(plan, "Vår plan")
    other = another_tab(plan)
    opened(other, "Vår plan")
    plan.locator("[data-import]").set_input_files(table(plan, three))
    expect(plan.get_by_role("dialog")).to_be_visible()
    menu(other, "remove")

    expect(plan.get_by_role("dialog")).to_have_count(0)
    expect(plan.locator("[data-files-status]")).to_contain_text("«Vår plan» er slettet i en annen fane")
    assert status(plan) == "Det som var åpent her, er slettet i en annen fane."
    (left,) = stored(plan)
    assert (left["name"], list(left["data"]["measures"])) == ("Annen plan", [two])


def test_an_import_does_what_it_showed_also_where_another_tab_changed_the_plan(plan: Page) -> None:
    one, two, three, _ = first_ids(plan)
    choose(plan, one)
    plan.locator("[data-import]").set_input_files(table(plan, three))
    other = another_tab(plan)
    choose(other, two)
    expect(plan.locator("[data-row]")).to_have_count(2)
    plan.get_by_role("button", name="Ta endringene inn i planen").click()
    expect(plan.locator("[data-row]")).to_have_count(3)


def test_a_plan_that_is_deleted_while_it_gets_a_name_gets_none(plan: Page) -> None:
    choose(plan, first_ids(plan)[0])
    menu(plan, "rename")
    other = another_tab(plan)
    menu(other, "remove")
    expect(plan.get_by_role("dialog")).to_have_count(0)
    expect(plan.locator("[data-document-status]")).to_contain_text("slettet i en annen fane")


def test_what_is_deleted_can_be_taken_back_until_it_is_closed(plan: Page) -> None:
    one, two, three, _ = first_ids(plan)
    choose(plan, one)
    begin(plan, "Annen plan")
    choose(plan, two)
    other = another_tab(plan)
    menu(plan, "remove")
    back = plan.get_by_role("button", name="Hent tilbake")
    expect(back).to_be_focused()
    expect(back).to_have_accessible_description("«Annen plan» er slettet.")
    menu(plan, "remove")
    expect(back).to_have_count(2)

    # Whatever comes between, here and in another tab.
    choose(plan, three)
    begin(other, "Tredje plan")
    expect(plan.locator("[data-document-choose] option")).to_have_count(2)
    back.first.click()
    expect(plan.locator("[data-document-choose]")).to_be_focused()
    assert rows(plan) == [two]
    plan.get_by_role("button", name="Lukk").click()
    expect(plan.locator("[data-document-removed]")).to_be_hidden()
    expect(plan.locator("[data-document-choose]")).to_be_focused()
    assert {kept["name"] for kept in stored(plan)} == {"Annen plan", "Vår plan", "Tredje plan"}


def test_undo_says_so_instead_of_what_is_no_longer_true(plan: Page) -> None:
    one, two, three, _ = first_ids(plan)
    choose(plan, one, two)
    plan.locator("[data-import]").set_input_files(table(plan, three))
    plan.get_by_role("button", name="Ta endringene inn i planen").click()
    expect(plan.locator("[data-files-status]")).to_contain_text("er tatt inn")
    plan.locator("[data-document-undo]").click()
    assert status(plan) == "Det siste er angret."
    expect(plan.locator("[data-files-status]")).to_be_empty()
    plan.locator("[data-document-redo]").click()
    assert status(plan) == "Det er gjort om igjen."


def test_who_undoes_the_row_they_stand_in_goes_on_beside_it(plan: Page) -> None:
    one, two, *_ = first_ids(plan)
    choose(plan, one, two)
    plan.locator(f"#tiltak-{two}-status").focus()
    plan.keyboard.press("Control+z")
    expect(plan.locator(f"#tiltak-{one}-status")).to_be_focused()
    plan.keyboard.press("Control+z")
    expect(plan.locator("[data-plan-list]")).to_be_focused()


def test_what_a_newer_version_wrote_is_said_and_left_alone(plan: Page) -> None:
    choose(plan, first_ids(plan)[0])
    other = another_tab(plan)
    other.evaluate(
        """() => {
            const key = Object.keys(localStorage).find((name) => name.startsWith("veikart:plan:"));
            localStorage[key] = JSON.stringify({ ...JSON.parse(localStorage[key]), version: 99 });
        }"""
    )
    expect(plan.locator("[data-document-broken]")).to_contain_text("nyere utgave")
    assert status(plan) == ""
    other.locator("[data-unit]").fill("Poliklinikken")
    expect(other.locator("[data-document-broken]")).to_contain_text("nyere utgave")


def test_a_suggestion_is_taken_back_and_nothing_else(page: Page) -> None:
    page.goto("/hvor-er-vi/")
    page.locator("input[type=radio]").first.check()
    add = page.locator("[data-suggestions] [data-add]:visible").first
    said = page.locator("[data-suggestions-status]")
    add.click()
    plan = another_tab(page)
    (id_,) = rows(plan)
    plan.locator("[data-unit]").fill("Poliklinikken")
    said.get_by_role("button", name="Angre").click()
    expect(said).to_have_text("Det er angret.")
    expect(plan.locator("[data-row]")).to_have_count(0)
    expect(plan.locator("[data-unit]")).to_have_value("Poliklinikken")

    add.click()
    plan.locator(f"#tiltak-{id_}-deadline").fill("2027-03-01")
    said.get_by_role("button", name="Angre").click()
    expect(said).to_contain_text(f"{id_} er endret i «Vår plan» etterpå")
    assert rows(plan) == [id_]

    page.locator("[data-suggestions] [data-add]:visible").first.click()
    menu(plan, "remove")
    said.get_by_role("button", name="Angre").click()
    expect(said).to_contain_text("Planen er slettet etterpå")


def test_files_that_come_while_others_are_read_are_all_there(page: Page) -> None:
    page.goto("/hvor-er-vi/")
    statement = page.locator("[data-statement]").first.get_attribute("data-statement") or ""
    files = [file_of({statement: "stemmer"}, created=f"2026-11-0{day}T10:00:00.000Z") for day in range(1, 5)]
    page.evaluate(
        """(texts) => {
            const drop = (some) => {
                const dataTransfer = new DataTransfer();
                for (const text of some) dataTransfer.items.add(new File([text], "svar.json"));
                const event = new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true });
                document.querySelector("[data-drop]").dispatchEvent(event);
            };
            drop(texts.slice(0, 2));
            drop(texts.slice(2));
        }""",
        [file["buffer"].decode() for file in files],
    )
    expect(page.locator("[data-people] li")).to_have_count(4)


def test_what_does_not_fit_into_a_field_is_said(plan: Page) -> None:
    id_ = first_ids(plan)[0]
    choose(plan, id_)
    plan.get_by_text(f"Notat og historikk for {id_}").click()
    note = plan.locator(f"#tiltak-{id_}-note")
    said = plan.get_by_text("fikk ikke plass")
    note.focus()
    plan.keyboard.insert_text("a" * 990)
    note.press_sequentially("bcd")
    expect(said).to_have_count(0)
    plan.keyboard.insert_text("e" * 27)
    expect(said).to_have_text("De siste 20 tegnene i det dere limte inn, fikk ikke plass. Feltet tar 1000 tegn.")
    expect(note).to_have_accessible_description(re.compile("fikk ikke plass"))
    plan.keyboard.press("x")
    expect(plan.get_by_text("Feltet er fullt. Det tar 1000 tegn.")).to_be_visible()
    plan.keyboard.press("Backspace")
    expect(plan.get_by_text("Det tar 1000 tegn.")).to_have_count(0)


def test_an_own_role_makes_no_phone_scroll_sideways(plan: Page) -> None:
    plan.set_viewport_size({"width": 320, "height": 640})
    id_ = first_ids(plan)[0]
    choose(plan, id_)
    plan.locator(f"#tiltak-{id_}-role").select_option("/")
    expect(plan.locator(f"#tiltak-{id_}-other-role")).to_be_focused()
    assert plan.evaluate("document.documentElement.scrollWidth") == 320
