"""Proposing the story on a code host, by e-mail or as a copy, and that nothing leaves by itself."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from roadmap.site.static_server import served
from tests.browser.story_form.page import ADDRESS, FORM, TEXT, download, fill

pytestmark = [pytest.mark.site, pytest.mark.browser]


def clipboard(page: Page) -> str:
    page.bring_to_front()
    return str(page.evaluate("navigator.clipboard.readText()")).replace("\r\n", "\n")


def test_github_gets_the_whole_file_in_the_address(github: Page, tmp_path: Path) -> None:
    fill(github, title="Å prøve & feile: 100 % #1")
    text = download(github, tmp_path).read_text(encoding="utf-8")
    with github.expect_popup() as popup:
        github.get_by_role("link", name="Foreslå den på GitHub").click()
    address = urlsplit(popup.value.url)
    assert (address.netloc, address.path) == ("github.com", "/hmn/veikart/new/main")
    assert parse_qs(address.query) == {"filename": ["content/stories/a-prove-feile-100-1.md"], "value": [text]}
    assert github.context.pages[0].url.endswith(FORM)


def test_what_is_too_long_for_an_address_is_copied_to_be_pasted(github: Page) -> None:
    fill(github, body="\n\n".join(["å" * 500] * 10 + ["ord " * 115]))
    with github.expect_popup() as popup:
        github.get_by_role("link", name="Foreslå den på GitHub").click()
    assert parse_qs(urlsplit(popup.value.url).query) == {"filename": ["content/stories/vi-fikk-det-til.md"]}
    expect(github.locator("[data-status]")).to_contain_text("Lim inn")
    popup.value.close()
    assert clipboard(github) == github.locator("[data-file]").text_content()


def test_gitlab_gets_the_name_and_the_text_is_copied(gitlab: Page) -> None:
    fill(gitlab)
    with gitlab.expect_popup() as popup:
        gitlab.get_by_role("link", name="Foreslå den på GitLab").click()
    assert popup.value.url == "https://kode.example/hmn/veikart/-/new/main?file_name=content/stories/vi-fikk-det-til.md"
    popup.value.close()
    assert clipboard(gitlab) == gitlab.locator("[data-file]").text_content()
    expect(gitlab.get_by_role("link", name="Send den på e-post")).to_have_count(0)


def test_that_the_text_must_be_pasted_on_gitlab_is_said_before_the_click(gitlab: Page) -> None:
    way = gitlab.get_by_role("listitem").filter(has=gitlab.get_by_role("link", name="Foreslå den på GitLab"))
    expect(way).to_contain_text("Teksten blir kopiert. Lim den inn der.")


def test_with_something_wrong_nothing_is_proposed_and_a_draft_can_still_be_kept(github: Page, tmp_path: Path) -> None:
    fill(github, title="")
    github.get_by_role("link", name="Foreslå den på GitHub").click()
    expect(github.locator("[data-summary]")).to_be_focused()
    github.get_by_role("link", name="Send den på e-post").click()
    assert len(github.context.pages) == 1
    assert download(github, tmp_path).name == "historie.md"


def test_where_the_host_is_not_known_it_can_be_copied_and_downloaded(unknown: Page) -> None:
    fill(unknown)
    expect(unknown.locator("[data-way]")).to_have_text(["Last ned fila", "Kopier teksten"])
    unknown.get_by_role("button", name="Kopier teksten").click()
    expect(unknown.locator("[data-status]")).to_have_text("Teksten er kopiert.")
    assert clipboard(unknown) == unknown.locator("[data-file]").text_content()


def test_an_email_is_begun_and_the_text_is_copied(github: Page) -> None:
    fill(github, title="Bra & billig?")
    link = github.get_by_role("link", name="Send den på e-post")
    link.click()
    address = urlsplit(link.get_attribute("href") or "")
    assert (address.scheme, address.path) == ("mailto", ADDRESS)
    assert parse_qs(address.query)["subject"] == ["Suksesshistorie: Bra & billig?"]
    assert unquote(address.query).count("body=Lim inn historien her.") == 1
    assert clipboard(github) == github.locator("[data-file]").text_content()


def test_a_browser_that_does_not_copy_shows_the_text(github: Page) -> None:
    fill(github)
    github.evaluate("document.execCommand = () => false")
    github.get_by_role("button", name="Kopier teksten").click()
    expect(github.locator("[data-status]")).to_contain_text("kopier den selv")
    expect(github.locator("[data-file]")).to_be_visible()


def test_a_check_that_fails_is_told_and_nothing_that_proposes_opens(github: Page, tmp_path: Path) -> None:
    fill(github)
    failed = github.get_by_text("Skjemaet kunne ikke kontrollere teksten.")
    expect(failed).to_be_hidden()
    github.evaluate("() => { privateData.kinds = () => { throw new Error('på ville veier'); }; }")
    github.get_by_label("Tittel").press_sequentially("!")
    expect(failed).to_be_visible()
    github.get_by_role("button", name="Kontroller").click()
    expect(failed).to_be_focused()
    expect(github.locator("[data-done]")).to_be_hidden()
    for name in ("Foreslå den på GitHub", "Send den på e-post"):
        github.get_by_role("link", name=name).click()
        expect(failed).to_be_focused()
    assert len(github.context.pages) == 1
    assert TEXT in download(github, tmp_path).read_text(encoding="utf-8")


def test_a_form_that_can_not_begin_says_so_and_sends_nothing(
    small_sites: Callable[..., Path], browser: Browser
) -> None:
    site = small_sites(REPO_URL="https://github.com/hmn/veikart", CONTACT=ADDRESS)
    with served(site) as address, browser.new_context(base_url=address) as context:
        context.route(re.compile("story-rules"), lambda route: route.abort())
        page = context.new_page()
        page.goto(FORM)
        expect(page.get_by_text("Skjemaet kunne ikke kontrollere teksten.")).to_be_visible()
        page.get_by_label("Tittel").fill("Vi fikk det til")
        page.get_by_label("Tittel").press("Enter")
        page.get_by_role("button", name="Kontroller").click()
        assert page.url == f"{address}{FORM}"
        expect(page.get_by_label("Tittel")).to_have_value("Vi fikk det til")
