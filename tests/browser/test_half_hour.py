"""A leader's half hour: three people's answers put together, five measures chosen, and the plan taken away."""

from __future__ import annotations

import datetime
import shutil
from pathlib import Path

import icalendar
import openpyxl
import pymupdf
import pytest
from playwright.sync_api import Browser, Page, expect

from roadmap import urls
from roadmap.content.model import Roadmap
from tests.browser.plan.page import choose, downloaded, opened_browser, rows
from tests.formats.office import converted

pytestmark = [pytest.mark.site, pytest.mark.browser]

ASSESSMENT = "/hvor-er-vi/"
PEOPLE = 3


def answered(page: Page, roadmap: Roadmap, person: int, folder: Path) -> Path:
    """The file of one who agrees with the others in all but the first statement."""
    page.goto(ASSESSMENT)
    statements = [statement for step in roadmap.plan.steps for statement in step.self_assessment]
    levels = roadmap.plan.assessment_levels
    for number, statement in enumerate(statements):
        answer = levels[person % len(levels) if number == 0 else number % len(levels)]
        page.locator(f"#pastand-{statement.id}").get_by_role("radio", name=answer.name, exact=True).check()
    file = downloaded(page, "Last ned", folder)
    return file.rename(folder / f"svar-{person}.json")


def test_the_meeting_of_half_an_hour(
    browser: Browser, address: str, roadmap: Roadmap, site: Path, tmp_path: Path
) -> None:
    files = []
    for person in range(PEOPLE):
        with opened_browser(browser, address) as context:
            files.append(answered(context.new_page(), roadmap, person, tmp_path))
    with opened_browser(browser, address) as context:
        page = context.new_page()
        page.goto(ASSESSMENT)
        page.get_by_label("Velg filer med svar").set_input_files(files)
        expect(page.locator("[data-people] li")).to_have_count(PEOPLE)
        expect(page.locator("[data-differences-list] > li")).to_have_count(1)
        page.get_by_role("button", name="Lag et felles svar").click()
        first = roadmap.plan.steps[0].self_assessment[0]
        weakest = roadmap.plan.assessment_levels[0]
        page.locator(f"#pastand-{first.id}").get_by_role("radio", name=weakest.name, exact=True).check()
        page.locator("[data-now] [data-add]").first.click()
        expect(page.locator("[data-now]").get_by_role("link", name="Ligger i planen – vis")).to_be_visible()

        page.goto("/plan/")
        suggested = rows(page)
        assert len(suggested) == 1
        others = [measure.id for measure in roadmap.measures if measure.id not in suggested][:4]
        choose(page, *others)
        chosen = {*suggested, *others}
        assert set(rows(page)) == chosen
        deadline = datetime.date(2027, 3, 31)
        for measure in sorted(chosen):
            page.locator(f"#tiltak-{measure}-deadline").fill(deadline.isoformat())
        workbook = downloaded(page, "Last ned til Excel", tmp_path)
        calendar = downloaded(page, "Last ned til kalenderen", tmp_path)
        page.evaluate("window.print = () => {}")
        page.get_by_role("button", name="Skriv ut planen", exact=True).click()
        printed = page.pdf(prefer_css_page_size=True)

    text = "".join(sheet.get_text() for sheet in pymupdf.open(stream=printed))
    for one in roadmap.measures_named(sorted(chosen)):
        assert " ".join(one.title.split()) in " ".join(text.split())
    events = icalendar.Calendar.from_ical(calendar.read_bytes()).walk("VEVENT")
    assert sorted(event.decoded("DTSTART") for event in events) == [deadline] * len(chosen)
    assert openpyxl.load_workbook(workbook).sheetnames
    for file in (workbook, Path(shutil.copy(site / urls.WORKBOOK, tmp_path))):
        assert pymupdf.open(converted(file, "calc", "pdf")).page_count
