"""The pages of a small tree, printed from the browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pymupdf
import pytest
from playwright.sync_api import Browser, Page

from roadmap import urls
from roadmap.content.model import Roadmap
from roadmap.site.static_server import served
from tests.conftest import ROOT, build_small, copy_project

pytestmark = pytest.mark.browser

SENTENCE = "Dette er en setning på ti ord, medregnet den her. "
ROLES = ("leder", "behandler", "fagansvarlig", "hjelper")


def measure(line: int, sources: int) -> str:
    """A measure with as long a description and as many actions as there can be, of so many sentences, and so many
    sources."""
    takes = f"  - {{heading: trygghet, takes: '{(SENTENCE * 3).strip()}'}}\n"
    text = (SENTENCE * line).strip()
    steps = "".join(
        f"  - {{when: Innen uke {number}, role: {ROLES[number % 4]}, text: '{number} {text}', hours: 0.25}}\n"
        for number in range(1, 8)
    )
    return (
        "id: A2\ntitle: Si fra at dere begynner\nsummary: Én setning som sier hva tiltaket går ut på.\n"
        f"description: |\n  {SENTENCE * 18}\n"
        f"useful_for: [leder]\nprerequisites: ['{SENTENCE.strip()}', '{SENTENCE.strip()}']\n"
        f"related: [B1]\nactions:\n{steps}"
        "started_when: [dere har begynt med det, noen har fortalt om det]\nworks_when: [det er blitt bedre]\n"
        "level: avdeling\nsources:\n"
        f"{takes * sources}status: utkast\n"
    )


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Small sites, built without SITE_URL: as the tree is, with a long measure, and with one that no sheet can hold."""
    measures = {"small": "", "long": measure(3, 1), "endless": measure(4, 30)}
    sites: dict[str, Path] = {}
    for name, text in measures.items():
        project = copy_project(tmp_path_factory.mktemp("paper") / name, ROOT / "tests/tree")
        if text:
            (project / "content/measures/a2-si-fra.yml").write_text(text, encoding="utf-8")
        result = build_small(project)
        assert result.returncode == 0, result.stderr
        sites[name] = project / "site"
    return sites


@pytest.fixture(scope="module")
def addresses(folders: dict[str, Path]) -> Iterator[dict[str, str]]:
    """Where the small sites are served."""
    with served(folders["small"]) as small, served(folders["long"]) as long, served(folders["endless"]) as endless:
        yield {"small": small, "long": long, "endless": endless}


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    with browser.new_context() as context:
        yield context.new_page()


def sheets(page: Page, url: str) -> pymupdf.Document:
    page.goto(url)
    return pymupdf.open(stream=page.pdf(prefer_css_page_size=True))


def text_of(sheet: pymupdf.Page) -> str:
    return " ".join(sheet.get_text().split())


@pytest.mark.parametrize("path", ["/", "/steg/a/", "/tiltak/a1/", "/tiltak/a2/"])
@pytest.mark.parametrize("site", ["small", "long"])
def test_the_road_a_step_and_a_measure_are_one_a4_sheet_each(
    page: Page, addresses: dict[str, str], site: str, path: str
) -> None:
    printed = sheets(page, addresses[site] + path)
    assert len(printed) == 1
    assert [round(side / 72 * 25.4) for side in (printed[0].rect.width, printed[0].rect.height)] == [210, 297]
    sizes = [
        span["size"]
        for block in printed[0].get_text("dict")["blocks"]
        for line in block.get("lines", [])
        for span in line["spans"]
    ]
    assert min(sizes) >= 8.9
    assert "Bare et forslag" in text_of(printed[0])


def test_a_measure_tells_where_it_and_its_links_are_and_leaves_out_what_only_a_screen_can_do(
    page: Page, addresses: dict[str, str]
) -> None:
    text = text_of(sheets(page, f"{addresses['small']}/tiltak/a1/")[0])
    served_at = addresses["small"].removeprefix("http://")
    assert f"{served_at}/tiltak/a1" in text
    assert f"[1] {served_at}/maler/beskjed" in text
    assert "Beskjed til kolleger" in text
    assert "Trygghet er viktig for alle." in text
    for left_out in ("Kopier teksten", "Mørk visning", "Foreslå endring", "Slik går det for seg"):
        assert left_out not in text


def test_a_sheet_printed_from_the_disk_has_no_address_that_nobody_can_reach(
    page: Page, addresses: dict[str, str], folders: dict[str, Path]
) -> None:
    text = text_of(sheets(page, (folders["small"] / "tiltak/a1/index.html").as_uri())[0])
    assert "Trygghet er viktig for alle." in text
    assert "[1] maler/beskjed" in text
    assert "veikart.example" not in text and str(folders["small"]) not in text


def test_what_no_sheet_can_hold_goes_on_to_the_next_with_each_role_beside_its_text(
    page: Page, addresses: dict[str, str]
) -> None:
    printed = sheets(page, f"{addresses['endless']}/tiltak/a2/")
    assert len(printed) == 2
    for number in range(1, 8):
        assert [f"Innen uke {number} " in text_of(sheet) for sheet in printed].count(True) == 1
        first = next(sheet for sheet in printed if f"Innen uke {number} " in text_of(sheet))
        after = text_of(first).split(f"Innen uke {number} ")[1]
        assert f"{number} {SENTENCE[:40]}" in after[:80]
    assert f"{addresses['endless'].removeprefix('http://')}/tiltak/a2" in text_of(printed[1])


@pytest.mark.parametrize("site", ["small", "long"])
def test_what_a_role_does_is_one_a4_sheet(page: Page, addresses: dict[str, str], site: str) -> None:
    printed = sheets(page, f"{addresses[site]}/for/leder/")
    assert len(printed) == 1
    assert "Begynn med dette" in text_of(printed[0])
    assert f"{addresses[site].removeprefix('http://')}/for/leder" in text_of(printed[0])


def test_every_role_of_the_site_has_one_sheet(page: Page, address: str, roadmap: Roadmap) -> None:
    for role in roadmap.role_pages:
        url = urls.page_url(urls.role_page(role.file))
        assert len(sheets(page, f"{address}/{url}")) == 1, url
