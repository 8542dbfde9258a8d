"""The plan as files for other programs, and what people changed in them, back again."""

from __future__ import annotations

import csv
import io
import json
import re
from datetime import date, datetime
from pathlib import Path
from urllib.parse import urljoin

import icalendar
import openpyxl
import pytest
from playwright.sync_api import Page, expect

from tests.browser.plan.page import choose, downloaded, rows, stored, violations

pytestmark = [pytest.mark.site, pytest.mark.browser]

HOSTILE = '=HYPERLINK("https://x.example") <b>&"; æøå'


def fill(page: Page) -> None:
    """A plan of three measures; one has everything."""
    choose(page, "A1", "A2", "B1")
    page.get_by_label("Status for A1").select_option("På plass")
    page.get_by_label("Ansvarlig rolle for A1").select_option("Leder")
    page.get_by_label("Frist for A1").fill("2027-03-01")
    page.get_by_label("Ny vurdering for A1").fill("2027-06-15")
    page.get_by_text("Notat og historikk for A1").click()
    page.get_by_label("Notat for A1").fill(f"{HOSTILE}\nLinje to")
    page.get_by_label("Ansvarlig rolle for A2").select_option("En annen rolle")
    page.get_by_label("Skriv rollen for A2").fill("Koordinator")


def take_in(page: Page, name: str, content: bytes | str) -> None:
    buffer = content if isinstance(content, bytes) else content.encode()
    page.get_by_label("Velg fil").set_input_files({"name": name, "mimeType": "", "buffer": buffer})


def part(page: Page, heading: str) -> list[str]:
    """What the question lists under a heading."""
    section = page.get_by_role("dialog").locator("div", has=page.get_by_role("heading", name=heading))
    return section.locator("li").all_inner_texts()


ANSWERED = {
    "Ta endringene inn i planen": "Endringene er tatt inn",
    "Åpne som ny plan": "Fila er åpnet som en ny plan",
    "Avbryt": "Ingenting er endret",
}


def answer(page: Page, name: str) -> None:
    """Answers the question, and waits until what was asked for is done."""
    page.get_by_role("dialog").get_by_role("button", name=name).click()
    expect(page.locator("[data-files-status]")).to_contain_text(ANSWERED[name])


def test_a_workbook_has_real_days_and_choices_and_comes_back_edited(plan: Page, tmp_path: Path) -> None:
    fill(plan)
    file = downloaded(plan, "Last ned til Excel", tmp_path)
    assert file.suffix == ".xlsx"
    workbook = openpyxl.load_workbook(file)
    sheet = workbook.worksheets[0]
    lines = list(sheet.iter_rows())
    head = next(line for line, row in enumerate(lines, start=1) if row[0].value == "Id")
    columns = {cell.value: column for column, cell in enumerate(lines[head - 1], start=1)}
    found = {sheet.cell(line, 1).value: line for line in range(head + 1, head + 4)}
    assert list(found) == ["A1", "A2", "B1"]
    deadline = sheet.cell(found["A1"], columns["Frist"])
    assert isinstance(deadline.value, datetime)
    assert deadline.value.date() == date(2027, 3, 1)
    note = sheet.cell(found["A1"], columns["Notat"])
    assert (note.value, note.data_type) == (f"{HOSTILE}\nLinje to", "s")
    choices = {str(rule.sqref).split(":")[0]: rule for rule in sheet.data_validations.dataValidation}
    status = choices[sheet.cell(found["A1"], columns["Status"]).coordinate]
    assert status.formula1 == '"Ikke begynt,På plass"'
    assert status.showErrorMessage
    # Other roles than those may be written.
    assert not choices[sheet.cell(found["A1"], columns["Ansvarlig rolle"]).coordinate].showErrorMessage

    deadline.value = date(2027, 4, 2)
    sheet.cell(found["A2"], columns["Status"]).value = "På plass"
    sheet.cell(found["A2"], columns["Ansvarlig rolle"]).value = None
    added = sheet.max_row + 1
    for column, value in {"Id": "A9", "Ansvarlig rolle": "Hvem som helst", "Frist": "ikke en dag"}.items():
        sheet.cell(added, columns[column]).value = value
    edited = io.BytesIO()
    workbook.save(edited)
    take_in(plan, "endret.xlsx", edited.getvalue())

    expect(plan.get_by_role("dialog")).to_be_visible()
    assert part(plan, "Kommer inn i planen") == ["Ukjent tiltak A9 · Ansvarlig rolle: Hvem som helst"]
    assert part(plan, "Blir endret") == [
        "A1 Begynn · Frist: 01.03.2027 → 02.04.2027",
        "A2 Si fra at dere begynner · Status: Ikke begynt → På plass · Ansvarlig rolle: Koordinator → tomt",
    ]
    assert part(plan, "Finnes ikke i veikartet i dag") == ["A9"]
    assert "«ikke en dag» er ikke en dato" in part(plan, "Kan ikke leses")[0]
    assert violations(plan) == []
    with plan.expect_download() as kept:
        plan.get_by_role("button", name="Last ned planen som den er nå").click()
    before = json.loads(kept.value.path().read_text(encoding="utf-8"))["data"]["measures"]
    answer(plan, "Ta endringene inn i planen")
    assert rows(plan) == ["A1", "A2", "B1", "A9"]
    expect(plan.get_by_label("Frist for A1")).to_have_value("2027-04-02")
    expect(plan.get_by_label("Notat for A1")).to_have_value(f"{HOSTILE}\nLinje to")
    assert len(stored(plan)[0]["data"]["measures"]["A1"]["states"]) == 1
    plan.get_by_role("button", name="Angre").click()
    assert stored(plan)[0]["data"]["measures"] == before


def test_days_whose_statuses_are_gone_are_said_to_be_left_out(plan: Page) -> None:
    fill(plan)
    take_in(plan, "uten-status.csv", "Id;Status fra;Frist\nA1;15.10.2026;01.03.2027\n")
    expect(plan.get_by_role("dialog")).to_be_visible()
    assert part(plan, "Kan ikke leses") == [
        "Rad 1: Kolonnen Status mangler, så dagene under «Status fra» er ikke tatt med"
    ]


def test_a_workbook_can_be_opened_as_a_plan_of_its_own(plan: Page, tmp_path: Path) -> None:
    fill(plan)
    file = downloaded(plan, "Last ned til Excel", tmp_path)
    take_in(plan, "Plan fra Excel.xlsx", file.read_bytes())
    expect(plan.get_by_text("Fila har ingen endringer i «Vår plan».")).to_be_visible()
    answer(plan, "Åpne som ny plan")

    first, second = stored(plan)
    assert second["name"] == "Plan fra Excel"
    assert second["data"]["measures"] == first["data"]["measures"]


def test_a_csv_file_is_disarmed_and_comes_back_as_it_was(plan: Page, tmp_path: Path) -> None:
    fill(plan)
    content = downloaded(plan, "Last ned som CSV", tmp_path).read_bytes()
    assert content.startswith(b"\xef\xbb\xbfId;Tiltak;")
    cells = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))
    assert cells[0]["Notat"].startswith("'=HYPERLINK")
    take_in(plan, "plan.csv", content)

    expect(plan.get_by_text("Fila har ingen endringer i «Vår plan».")).to_be_visible()
    answer(plan, "Avbryt")


def test_a_csv_file_that_excel_saved_anew_is_read(plan: Page) -> None:
    fill(plan)
    text = "Id;Status;Frist;Notat\r\nA2;På plass;01.03.2027;Spør økonomi\r\nB1;;;\r\n"
    take_in(plan, "plan.csv", text.encode("cp1252"))
    expect(plan.get_by_role("dialog")).to_be_visible()
    answer(plan, "Ta endringene inn i planen")

    expect(plan.get_by_label("Status for A2")).to_have_value("pa-plass")
    expect(plan.get_by_label("Frist for A2")).to_have_value("2027-03-01")
    expect(plan.get_by_label("Notat for A2")).to_have_value("Spør økonomi")
    expect(plan.get_by_label("Skriv rollen for A2")).to_have_value("Koordinator")


def test_what_may_tell_who_somebody_is_is_warned_of_before_it_is_taken_in(plan: Page) -> None:
    fill(plan)
    take_in(plan, "plan.csv", "Id;Status;Notat\r\nA2;På plass;Ring 73 55 12 34\r\nB1;På plass;Ta det opp\r\n")
    assert part(plan, "Her kan noe røpe hvem noen er") == ["A2 Si fra at dere begynner"]
    dialog = plan.get_by_role("dialog")
    expect(dialog).to_contain_text("Dette kan røpe hvem noen er, for eksempel et telefonnummer")
    assert violations(plan) == []
    answer(plan, "Avbryt")

    take_in(plan, "plan.csv", "Id;Status;Notat\r\nB1;På plass;Ta det opp\r\n")
    expect(dialog).to_be_visible()
    expect(dialog.get_by_text("røpe hvem noen er")).to_be_hidden()


@pytest.mark.parametrize("button", ["Last ned", "Last ned til Excel", "Last ned som CSV"])
def test_a_plan_is_taken_away_in_what_can_be_taken_in_again(plan: Page, tmp_path: Path, button: str) -> None:
    fill(plan)
    state = plan.locator("[data-document-exported]")
    downloaded(plan, "Last ned til kalenderen", tmp_path)
    expect(state).to_have_text("Aldri lastet ned som fil dere kan åpne igjen.")
    downloaded(plan, button, tmp_path)
    expect(state).to_have_text(re.compile(r"Sist lastet ned i dag klokka \d\d[.:]\d\d\."))


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("plan.xlsx", b"PK\x03\x04" + bytes(40), "ødelagt"),
        ("plan.xlsx", b"Id;Frist\r\nA1;", "ikke et regneark i Excel-format"),
        ("plan.xls", bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600), "gamle Excel-formatet"),
        ("plan.csv", b"PK\x03\x04" + bytes(40), "ikke CSV"),
        ("plan.csv", b"", "ingenting i fila"),
        ("plan.csv", b"navn;dag\r\nx;y\r\n", "ikke en plan"),
        ("plan.csv", b'Id;Frist\r\n"A1;', "ikke lukket"),
        ("plan.csv", b"Id;Notat\r\n" + b"".join(b"X%d;x\r\n" % number for number in range(1001)), "for mange rader"),
    ],
    ids=["damaged", "text", "old", "workbook", "empty", "foreign", "open", "rows"],
)
def test_a_file_that_is_no_plan_is_said_and_changes_nothing(plan: Page, name: str, content: bytes, said: str) -> None:
    choose(plan, "A1")
    before = stored(plan)
    take_in(plan, name, content)
    expect(plan.locator("[data-files-status]")).to_contain_text(said)
    expect(plan.locator("[data-files-status]")).to_contain_text("Ingenting er endret")
    assert stored(plan) == before


@pytest.mark.parametrize("name", ["stor.csv", "stor.xlsx"])
def test_a_huge_file_is_refused_unread(plan: Page, tmp_path: Path, name: str) -> None:
    huge = tmp_path / name
    with huge.open("wb") as file:
        file.truncate(60_000_000)
    plan.get_by_label("Velg fil").set_input_files(huge)
    expect(plan.locator("[data-files-status]")).to_contain_text("Fila er for stor")


def test_days_go_into_a_calendar_and_keep_their_ids(plan: Page, tmp_path: Path) -> None:
    fill(plan)
    plan.get_by_label("Status for A1").select_option("Ikke begynt")
    plan.get_by_label("Ansvarlig rolle for A1").select_option("En annen rolle")
    plan.get_by_label("Skriv rollen for A1").fill(HOSTILE)
    content = downloaded(plan, "Last ned til kalenderen", tmp_path).read_bytes()
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    events = icalendar.Calendar.from_ical(content).walk("VEVENT")
    assert [(str(event["summary"]), event.decoded("dtstart")) for event in events] == [
        ("Frist: A1 Begynn", date(2027, 3, 1)),
        ("Ny vurdering: A1 Begynn", date(2027, 6, 15)),
    ]
    assert f"Ansvarlig: {HOSTILE}\n" in str(events[0]["description"])
    # Calendars are seen by more people than the plan is.
    assert b"Linje to" not in content
    # Without SITE_URL the tool knows where it was reached.
    assert str(events[0]["url"]) == urljoin(plan.url, "/tiltak/a1/")

    plan.get_by_label("Frist for A1").fill("2027-05-05")
    again = icalendar.Calendar.from_ical(downloaded(plan, "Last ned til kalenderen", tmp_path).read_bytes())
    moved = again.walk("VEVENT")[0]
    assert moved["uid"] == events[0]["uid"]
    assert moved.decoded("sequence") > events[0].decoded("sequence")
    assert moved.decoded("dtstart") == date(2027, 5, 5)


def test_the_calendar_reminds_of_what_is_ahead_and_says_what_is_left_out(plan: Page, tmp_path: Path) -> None:
    fill(plan)
    plan.get_by_label("Frist for A2").fill("2026-01-01")
    plan.get_by_label("Frist for B1").fill("2026-01-02")
    content = downloaded(plan, "Last ned til kalenderen", tmp_path).read_bytes()
    events = icalendar.Calendar.from_ical(content).walk("VEVENT")
    assert [str(event["summary"]) for event in events] == ["Ny vurdering: A1 Begynn"]
    said = plan.locator("[data-files-status]")
    expect(said).to_contain_text("Fristen for ett tiltak som er på plass, er utelatt.")
    expect(said).to_contain_text("2 dager som har vært, er utelatt.")

    plan.get_by_label("Ny vurdering for A1").fill("")
    plan.get_by_role("button", name="Last ned til kalenderen").click()
    expect(said).to_contain_text("Planen har ingen frister eller nye vurderinger framover, så det ble ingen")


def test_a_plan_in_json_opens_as_a_plan_beside_the_other(plan: Page, tmp_path: Path) -> None:
    fill(plan)
    file = downloaded(plan, "Last ned", tmp_path)
    told = json.loads(file.read_text(encoding="utf-8"))
    assert (told["format"], told["kind"], told["version"]) == ("veikart", "plan", 1)
    told["data"]["measures"]["A9"] = told["data"]["measures"].pop("A2")
    plan.locator("[data-document-open]").set_input_files(
        {"name": "plan.json", "mimeType": "application/json", "buffer": json.dumps(told).encode()}
    )
    expect(plan.get_by_text("Ukjent tiltak A9")).to_be_visible()
    assert [len(one["data"]["measures"]) for one in stored(plan)] == [3, 3]
