"""What the page «Måltall» keeps of what is typed: all that is understood, and never the half of it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.figures.page import count_in, filled

pytestmark = [pytest.mark.site, pytest.mark.browser]
BLANK = "\N{NO-BREAK SPACE}"
THOUSANDS = ["1350", "1 350", f"1{BLANK}350", "1\N{NARROW NO-BREAK SPACE}350", "1.350", "1350,0"]
NOT_COUNTS = ["1350,5", "12x", "1.35", "13 50", "1350000"]


def type_over(field: Locator, text: str) -> None:
    """As people do: mark what stands there, and press one key after the other."""
    field.press("Control+a")
    field.press_sequentially(text)
    field.press("Tab")


@pytest.fixture
def target(tool: Page) -> Locator:
    field = tool.get_by_label("Måltall per måned")
    type_over(field, "1200")
    return field


@pytest.fixture
def month(tool: Page) -> Locator:
    filled(tool, [5, 1200, 7])
    return count_in(tool, "februar 2025")


@pytest.mark.parametrize("typed", THOUSANDS)
def test_thousands_are_understood_as_norwegians_write_them(target: Locator, tool: Page, typed: str) -> None:
    type_over(target, typed)
    expect(target).to_have_value(f"1{BLANK}350")
    expect(tool.locator("#maltall-feil")).to_be_empty()
    tool.reload()
    expect(target).to_have_value(f"1{BLANK}350")


@pytest.mark.parametrize("typed", THOUSANDS)
def test_thousands_are_understood_in_a_month_too(month: Locator, tool: Page, typed: str) -> None:
    type_over(month, typed)
    expect(month).to_have_value(f"1{BLANK}350")
    expect(tool.locator("#antall-2025-02-feil")).to_be_empty()
    tool.reload()
    expect(month).to_have_value(f"1{BLANK}350")


@pytest.mark.parametrize("typed", NOT_COUNTS)
def test_a_target_that_is_not_understood_leaves_the_former(target: Locator, tool: Page, typed: str) -> None:
    type_over(target, typed)
    expect(target).to_have_value(typed)
    expect(tool.locator("#maltall-feil")).to_contain_text("er ikke lagret")
    tool.reload()
    expect(target).to_have_value(f"1{BLANK}200")


@pytest.mark.parametrize("typed", NOT_COUNTS)
def test_a_count_that_is_not_understood_leaves_the_former(month: Locator, tool: Page, typed: str) -> None:
    type_over(month, typed)
    expect(month).to_have_value(typed)
    expect(tool.locator("#antall-2025-02-feil")).to_contain_text(f"Fortsatt gjelder 1{BLANK}200.")
    tool.reload()
    expect(month).to_have_value(f"1{BLANK}200")
    expect(tool.locator("#antall-2025-02-feil")).to_be_empty()


def test_nothing_is_wrong_with_a_number_while_it_is_typed(month: Locator, tool: Page) -> None:
    month.press("Control+a")
    month.press_sequentially("1.3")
    expect(tool.locator("#antall-2025-02-feil")).to_be_empty()
    expect(month).to_have_value("1.3")


def test_what_follows_a_number_that_was_kept_leaves_that_one(target: Locator, tool: Page) -> None:
    target.press("Control+a")
    target.press_sequentially("1350")
    target.press("Enter")
    target.press("End")
    target.press_sequentially("x")
    target.press("Tab")
    tool.reload()
    expect(target).to_have_value(f"1{BLANK}350")


def test_a_count_can_be_emptied(month: Locator, target: Locator, tool: Page) -> None:
    for field in (month, target):
        field.press("Control+a")
        field.press("Delete")
        field.press("Tab")
    tool.reload()
    expect(month).to_have_value("")
    expect(target).to_have_value("")


@pytest.mark.parametrize("typed", ["desember 2150", "desember 1926", "2027-13"])
def test_a_month_that_can_not_be_kept_is_refused(tool: Page, typed: str) -> None:
    field = tool.get_by_label("Gjelder fra måned")
    type_over(field, "desember 2027")
    type_over(field, typed)
    expect(tool.locator("#frist-feil")).to_contain_text("er ikke lagret")
    expect(field).to_have_value(typed)
    tool.reload()
    expect(field).to_have_value(f"desember{BLANK}2027")


def test_a_month_with_two_digits_of_its_year_is_kept_when_it_is_written(tool: Page) -> None:
    field = tool.get_by_label("Gjelder fra måned")
    type_over(field, "des 27")
    tool.reload()
    expect(field).to_have_value(f"desember{BLANK}2027")


def test_a_refused_count_gives_way_to_what_is_undone(month: Locator, tool: Page) -> None:
    type_over(month, "8")
    type_over(month, "8x")
    expect(month).to_have_value("8x")
    tool.get_by_role("button", name="Angre", exact=True).click()
    expect(month).to_have_value(f"1{BLANK}200")
    expect(tool.locator("#antall-2025-02-feil")).to_be_empty()
