"""The plan in the browser: measures chosen, followed up, sorted and kept, as people do it."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.plan.page import PLAN, choose, downloaded, opened, opened_browser, rows, stored, violations

pytestmark = [pytest.mark.site, pytest.mark.browser]

TODAY = datetime.date.today().isoformat()
HOSTILE = '<b>&" =HYPERLINK("x") 😀 __proto__'


def test_what_is_chosen_and_written_is_there_after_a_reload(plan: Page) -> None:
    choose(plan, "A1", "B1")
    plan.get_by_label("Status for A1").select_option("På plass")
    plan.get_by_label("Ansvarlig rolle for A1").select_option("Leder")
    plan.get_by_label("Ansvarlig rolle for B1").select_option("En annen rolle")
    plan.get_by_label("Skriv rollen for B1").fill(HOSTILE)
    plan.get_by_label("Frist for B1").fill("2027-03-01")
    plan.get_by_label("Ny vurdering for B1").fill("2027-06-15")
    plan.get_by_text("Notat og historikk for B1").click()
    plan.get_by_label("Notat for B1").fill(HOSTILE)
    plan.get_by_label("Enhet").fill(HOSTILE)
    plan.reload()

    expect(plan.get_by_label("Status for A1")).to_have_value("pa-plass")
    expect(plan.get_by_label("Ansvarlig rolle for A1")).to_have_value("leder")
    expect(plan.get_by_label("Skriv rollen for B1")).to_have_value(HOSTILE)
    expect(plan.get_by_label("Frist for B1")).to_have_value("2027-03-01")
    expect(plan.get_by_label("Ny vurdering for B1")).to_have_value("2027-06-15")
    expect(plan.get_by_label("Notat for B1")).to_have_value(HOSTILE)
    expect(plan.get_by_label("Enhet")).to_have_value(HOSTILE)
    assert plan.url.endswith(PLAN)


def test_each_status_keeps_its_day(plan: Page) -> None:
    choose(plan, "A1")
    status = plan.get_by_label("Status for A1")
    status.select_option("På plass")
    plan.get_by_text("Notat og historikk for A1").click()

    expect(plan.locator("[data-history] li")).to_have_text([re.compile("^På plass fra ")])
    assert stored(plan)[0]["data"]["measures"]["A1"]["states"] == [{"status": "pa-plass", "date": TODAY}]


def test_a_measure_that_is_taken_out_comes_back_with_what_it_had(plan: Page) -> None:
    choose(plan, "A1", "A2")
    plan.get_by_label("Frist for A1").fill("2027-03-01")
    plan.get_by_role("button", name="Ta ut av planen for A1").click()
    expect(plan.get_by_label("Status for A2")).to_be_focused()
    assert rows(plan) == ["A2"]

    choose(plan, "A1")
    expect(plan.get_by_label("Frist for A1")).to_have_value("2027-03-01")


def test_undo_goes_back_a_step_at_a_time_and_redo_goes_on(plan: Page) -> None:
    choose(plan, "A1", "A2")
    plan.get_by_text("Notat og historikk for A1").click()
    plan.get_by_label("Notat for A1").press_sequentially("Vi begynner i mars")
    plan.get_by_role("button", name="Angre").click()
    expect(plan.get_by_label("Notat for A1")).to_have_value("")
    plan.locator("body").press("Control+z")
    assert rows(plan) == ["A1"]
    plan.get_by_role("button", name="Gjør om").click()
    plan.get_by_role("button", name="Gjør om").click()
    assert rows(plan) == ["A1", "A2"]
    expect(plan.get_by_label("Notat for A1")).to_have_value("Vi begynner i mars")


def test_two_plans_are_apart(plan: Page) -> None:
    choose(plan, "A1")
    plan.get_by_label("Enhet").fill("Den ene")
    plan.get_by_text("Flere valg").click()
    plan.get_by_role("button", name="Ny plan").click()
    plan.get_by_label("Navn").fill("Plan for neste år")
    plan.get_by_role("button", name="Lag").click()
    expect(plan.locator("[data-row]")).to_have_count(0)
    expect(plan.get_by_label("Enhet")).to_have_value("")
    choose(plan, "B1")
    plan.get_by_label("Åpen nå").select_option("Vår plan")

    assert rows(plan) == ["A1"]
    expect(plan.get_by_label("Enhet")).to_have_value("Den ene")
    assert [one["name"] for one in stored(plan)] == ["Vår plan", "Plan for neste år"]


def test_what_one_plan_shows_does_not_stay_when_another_is_opened(plan: Page) -> None:
    choose(plan, "A1", "A2")
    unit = plan.get_by_label("Enhet")
    unit.fill("Ring 73 55 12 34")
    warning = plan.get_by_text("Dette kan røpe hvem noen er")
    plan.get_by_text("Flere valg").click()
    plan.get_by_role("button", name="Ny plan").click()
    plan.get_by_label("Navn").fill("Den andre")
    plan.get_by_role("button", name="Lag").click()
    expect(warning).to_have_count(0)
    choose(plan, "B1")
    controls = plan.get_by_role("group", name="Sorter og velg ut")
    controls.get_by_label("Status").select_option("På plass")
    assert rows(plan) == []

    # As from another tab, so that the field keeps the focus.
    unit.focus()
    plan.get_by_label("Åpen nå").select_option("Vår plan")
    expect(unit).to_have_value("Ring 73 55 12 34")
    expect(warning).to_be_visible()
    assert rows(plan) == ["A1", "A2"]
    expect(controls.get_by_label("Status")).to_have_value("")


def test_a_plan_is_renamed_deleted_and_taken_back(plan: Page) -> None:
    choose(plan, "A1")
    status = plan.locator("[data-document-status]")
    plan.get_by_text("Flere valg").click()
    plan.get_by_role("button", name="Gi nytt navn").click()
    plan.get_by_role("textbox", name="Navn").fill(HOSTILE)
    plan.keyboard.press("Enter")
    expect(status).to_have_text(f"Heter nå «{HOSTILE}».")
    plan.get_by_role("button", name="Slett planen").click()
    assert (rows(plan), stored(plan)) == ([], [])
    plan.get_by_role("button", name="Hent tilbake").press("Enter")
    expect(plan.get_by_label("Åpen nå")).to_be_focused()
    assert rows(plan) == ["A1"]
    assert [one["name"] for one in stored(plan)] == [HOSTILE]


def test_two_tabs_never_write_over_each_other(person: BrowserContext, plan: Page) -> None:
    choose(plan, "A1")
    other = opened(person)
    choose(other, "A2")
    expect(plan.locator("[data-row]")).to_have_count(2)
    plan.get_by_label("Status for A2").select_option("På plass")
    expect(other.get_by_label("Status for A2")).to_have_value("pa-plass")


def test_rows_are_sorted_and_stay_where_they_are_meanwhile(plan: Page) -> None:
    choose(plan, "A1", "A2", "B1")
    plan.get_by_label("Frist for B1").fill("2027-01-01")
    plan.get_by_label("Frist for A2").fill("2027-03-01")
    plan.get_by_label("Sorter etter").select_option("frist")
    assert rows(plan) == ["B1", "A2", "A1"]
    plan.get_by_label("Frist for A1").fill("2026-12-01")
    assert rows(plan) == ["B1", "A2", "A1"]
    plan.reload()
    plan.get_by_label("Sorter etter").select_option("frist")
    assert rows(plan) == ["A1", "B1", "A2"]


def test_rows_are_moved_by_the_keyboard(plan: Page) -> None:
    choose(plan, "A1", "A2", "B1")
    plan.get_by_label("Sorter etter").select_option("egen rekkefølge")
    up = plan.get_by_role("button", name="Flytt opp for B1")
    up.focus()
    plan.keyboard.press("Enter")
    assert rows(plan) == ["A1", "B1", "A2"]
    expect(up).to_be_focused()
    plan.keyboard.press("Enter")
    assert rows(plan) == ["B1", "A1", "A2"]
    expect(plan.get_by_role("button", name="Flytt ned for B1")).to_be_focused()
    plan.reload()
    plan.get_by_label("Sorter etter").select_option("egen rekkefølge")
    assert rows(plan) == ["B1", "A1", "A2"]


def test_rows_are_narrowed_down_and_all_are_shown_again(plan: Page) -> None:
    choose(plan, "A1", "A2", "B1")
    plan.get_by_label("Frist for A1").fill("2026-01-01")
    plan.get_by_label("Ansvarlig rolle for A2").select_option("Leder")
    controls = plan.get_by_role("group", name="Sorter og velg ut")
    controls.get_by_label("Bare de som er over fristen").check()
    assert rows(plan) == ["A1"]
    expect(plan.get_by_text("Viser 1 av 3 tiltak")).to_be_visible()
    controls.get_by_label("Rolle").select_option("Leder")
    assert rows(plan) == []
    plan.get_by_role("button", name="Vis alle", exact=True).click()
    assert rows(plan) == ["A1", "A2", "B1"]
    controls.get_by_label("Fase").select_option("2 Fortsette")
    assert rows(plan) == ["B1"]


def test_progress_and_hours_follow_the_plan(plan: Page) -> None:
    choose(plan, "A1", "A2")
    plan.get_by_label("Status for A1").select_option("På plass")
    expect(plan.get_by_text("1 på plass, 1 ikke begynt")).to_be_visible()
    plan.get_by_text("Timer tiltakene ber om").click()
    # One measure is not in place yet; both ask for something every month.
    expect(plan.get_by_role("row", name="Leder")).to_contain_text("1 t")
    expect(plan.get_by_role("row", name="Fagansvarlig")).to_contain_text("0,5 t")


def test_a_measure_that_is_unknown_or_renamed_is_kept(plan: Page) -> None:
    choose(plan, "A1")
    plan.evaluate(
        """() => {
            const key = Object.keys(localStorage).find((name) => name.startsWith("veikart:plan:"));
            const plan = JSON.parse(localStorage[key]);
            plan.data.measures = {
                A8: { chosen: true, note: "fra i fjor" }, A9: { chosen: true, role: "Hvem som helst" },
            };
            localStorage[key] = JSON.stringify(plan);
        }"""
    )
    plan.reload()
    expect(plan.get_by_label("Notat for A1")).to_have_value("fra i fjor")
    expect(plan.get_by_text("Ukjent tiltak A9")).to_be_visible()
    plan.get_by_label("Frist for A9").fill("2027-03-01")
    measures = stored(plan)[0]["data"]["measures"]
    assert measures["A9"]["role"] == "Hvem som helst"
    assert measures["A1"]["note"] == "fra i fjor"


@pytest.mark.parametrize("label", ["Enhet", "Skriv rollen for A1", "Notat for A1"])
def test_who_writes_what_may_tell_of_people_is_warned_meanwhile(plan: Page, label: str) -> None:
    choose(plan, "A1")
    plan.get_by_label("Ansvarlig rolle for A1").select_option("En annen rolle")
    expect(plan.get_by_text("Skriv roller, ikke navn.", exact=True)).to_be_visible()
    plan.get_by_text("Notat og historikk for A1").click()
    field = plan.get_by_label(label)
    field.press_sequentially("Ring 73 55 12 34")
    warning = plan.get_by_text("Dette kan røpe hvem noen er")
    expect(warning).to_be_visible()
    expect(field).to_have_accessible_description(re.compile("Dette kan røpe hvem noen er"))
    field.fill("Koordinator")
    expect(warning).to_have_count(0)


def test_a_day_that_is_none_is_said_and_changes_nothing(plan: Page) -> None:
    choose(plan, "A1")
    field = plan.get_by_label("Frist for A1")
    field.fill("2027-03-01")
    field.fill("1927-03-01")
    field.blur()
    expect(plan.get_by_text("Skriv en hel dato")).to_be_visible()
    assert stored(plan)[0]["data"]["measures"]["A1"]["deadline"] == "2027-03-01"
    field.fill("")
    field.blur()
    expect(plan.get_by_text("Skriv en hel dato")).to_have_count(0)
    assert stored(plan)[0]["data"]["measures"]["A1"]["deadline"] == ""


@pytest.mark.parametrize("width", [320, 1280])
def test_whoever_shares_the_machine_finds_how_to_delete_everything(plan: Page, width: int) -> None:
    choose(plan, "A1")
    plan.set_viewport_size({"width": width, "height": 800})
    bar = plan.get_by_role("region", name="Lagring")
    remove = bar.get_by_role("button", name="Slett alt på denne maskinen")
    expect(bar).to_contain_text("Deler dere maskinen?")
    remove.focus()
    plan.keyboard.press("Enter")
    dialog = plan.get_by_role("dialog")
    expect(dialog).to_contain_text("Alt som verktøyene har lagret i denne nettleseren, blir borte")
    dialog.get_by_role("button", name="Avbryt").click()
    expect(remove).to_be_focused()
    assert rows(plan) == ["A1"]
    assert plan.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert violations(plan) == []
    remove.click()
    dialog.get_by_role("button", name="Slett alt").click()
    expect(plan.get_by_text("Alt er slettet fra denne nettleseren.")).to_be_visible()
    assert (rows(plan), stored(plan)) == ([], [])


def test_a_file_of_another_program_is_named_and_told_where_it_belongs(plan: Page, tmp_path: Path) -> None:
    choose(plan, "A1")
    workbook = downloaded(plan, "Last ned til Excel", tmp_path)
    plan.locator("[data-document-open]").set_input_files(workbook)
    status = plan.locator("[data-document-status]")
    expect(status).to_contain_text("Dette er en Excel-fil.")
    expect(status).to_contain_text("under «Hent inn endringer fra Excel eller CSV»")
    assert len(stored(plan)) == 1


def test_a_plan_that_can_not_be_read_is_kept_and_stops_nothing(plan: Page) -> None:
    plan.evaluate("localStorage['veikart:plan:x'] = '{\"data\": {\"measures\": '")
    plan.reload()
    expect(plan.get_by_text("lar seg ikke lese")).to_be_visible()
    choose(plan, "A1")
    assert rows(plan) == ["A1"]
    assert plan.evaluate("localStorage['veikart:plan:x']") == '{"data": {"measures": '


BLOCKED = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('', 'SecurityError'); } })"
FULL = "Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError'); }"


@pytest.mark.parametrize(("storage", "said"), [(BLOCKED, "lar oss ikke lagre"), (FULL, "ikke plass til mer")])
def test_work_goes_on_where_nothing_can_be_kept(browser: Browser, plan_site: str, storage: str, said: str) -> None:
    with opened_browser(browser, plan_site) as person:
        person.add_init_script(storage)
        page = opened(person)
        choose(page, "A1")
        page.get_by_label("Status for A1").select_option("På plass")
        expect(page.get_by_text(said)).to_be_visible()
        expect(page.get_by_text("1 på plass")).to_be_visible()
