"""Fields for files, in every tool: a file that was wrong can be corrected and chosen again."""

from __future__ import annotations

import pytest
from playwright.sync_api import FilePayload, Page, expect

from roadmap import urls
from roadmap.content.model import Roadmap

pytestmark = [pytest.mark.site, pytest.mark.browser]
WRONG = b'\x00"x'


@pytest.fixture
def pages_with_files(roadmap: Roadmap) -> list[str]:
    tools = [urls.page_url(urls.tool_page(tool.slug)) for tool in roadmap.tools]
    return [f"/{path}" for path in [*tools, urls.page_url(urls.STORY_FORM)]]


@pytest.mark.parametrize("content", [b"", WRONG], ids=["empty", "wrong"])
def test_a_file_that_was_wrong_can_be_chosen_again(page: Page, pages_with_files: list[str], content: bytes) -> None:
    tried = 0
    for path in pages_with_files:
        page.goto(path)
        for field in page.locator("input[type=file]").all():
            for ending in (field.get_attribute("accept") or "").split(","):
                if not ending.startswith("."):
                    continue
                field.set_input_files(FilePayload(name=f"fil{ending}", mimeType="", buffer=content))
                expect(field).to_have_js_property("value", "")
                tried += 1
    assert tried
