"""Lists of many stories: read by pages, filtered from data, and short wherever they are mentioned."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

import pytest

from roadmap.content.load import load
from roadmap.site.pages import Site
from tests.conftest import ROOT, build_small
from tests.site.test_pages import links_of, pages_of
from tests.test_mistakes import spoil

TEMPLATES = ROOT / "templates"


def tell(tree: Path, count: int) -> None:
    """Adds stories, the last one the newest."""
    story = (tree / "stories/en-historie.md").read_text(encoding="utf-8")
    for number in range(count):
        told = story.replace("title: En historie", f"title: Historie {number:03}")
        told = told.replace("date: 2020-12-10", f"date: 2021-{number // 28 + 1:02}-{number % 28 + 1:02}")
        (tree / f"stories/historie-{number:03}.md").write_text(told, encoding="utf-8")


def data_of(tree: Path) -> dict[str, bytes]:
    """The data of the lists by their paths."""
    files = dict(Site(load(tree, TEMPLATES), TEMPLATES, {}).files())
    return {path: data for path, data in files.items() if "/liste/" in path}


def test_the_newest_come_first_and_each_page_leads_to_the_next(tree: Path) -> None:
    tell(tree, 44)
    pages = pages_of(tree)
    first, second, third = (pages[f"stories/{name}.md"] for name in ("index", "side/2", "side/3"))
    titles = [[card.get_text() for card in page.select(".card :is(h2, h3)")] for page in (first, second, third)]
    expected = [*(f"Historie {number:03}" for number in reversed(range(44))), "En historie"]
    assert titles == [expected[:20], expected[20:40], expected[40:]]
    assert "stories/side/4.md" not in pages
    headings = [page.select("h1")[0].get_text() for page in (second, third)]
    assert headings == ["Historier, side 2", "Historier, side 3"]
    leading = [{link["rel"][0]: link["href"] for link in page.select("a[rel]")} for page in (first, second, third)]
    assert leading == [
        {"next": "side/2/"},
        {"prev": "../../", "next": "../3/"},
        {"prev": "../2/"},
    ]
    assert "../../historie-010/" in links_of(second)
    assert [page.select_one(".pages [aria-current]") is None for page in (first, second, third)] == [False] * 3


def test_a_list_of_one_page_has_no_other_and_one_of_one_item_no_filter(tree: Path) -> None:
    pages = pages_of(tree)
    assert not [path for path in pages if "/side/" in path]
    assert not pages["stories/index.md"].select("nav.pages, [data-filter]")
    assert data_of(tree) == {}
    tell(tree, 19)
    assert not pages_of(tree)["stories/index.md"].select("nav.pages")


def test_a_story_that_should_have_been_read_again_says_so_wherever_it_is_shown(
    tree: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tell(tree, 1)
    spoil(tree, "stories/historie-000.md", "review_by: 2030-01-01", "review_by: 2027-01-01")
    flag = "Skulle vært lest gjennom på nytt innen 1. januar 2027."
    for day, is_said in (("2027-01-01", False), ("2027-01-02", True)):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", f"{datetime.fromisoformat(f'{day}T12:00+00:00').timestamp():.0f}")
        site = Site(load(tree, TEMPLATES), TEMPLATES, {})
        pages = list(site.pages())
        shown = {page.path for page in pages if flag in page.html}
        assert shown == ({"stories/historie-000.md", "stories/index.md", "measures/a1.md"} if is_said else set())
        data = site.files()["suksesshistorier/liste/0.js"].decode()
        assert data.count('"1. januar 2027"') == int(is_said)
        assert not [document for document in site.documents(pages) if flag in " ".join(document.texts.values())]


def test_far_pages_are_left_out_between_the_numbers(tree: Path) -> None:
    tell(tree, 199)
    shown = [" ".join(item.get_text().split()) for item in pages_of(tree)["stories/side/5.md"].select("nav.pages li")]
    assert shown == ["Forrige side", "Side 1", "…", "Side 4", "Side 5", "Side 6", "…", "Side 10", "Neste side"]


def test_the_data_hold_every_story_in_files_that_stay_small(tree: Path) -> None:
    tell(tree, 149)
    files = data_of(tree)
    folder = "suksesshistorier/liste"
    assert files.keys() == {f"{folder}/index.js", f"{folder}/0.js", f"{folder}/1.js"}
    index = json.loads(files[f"{folder}/index.js"].split(b"=", 1)[1].strip(b" ;\n"))
    assert len(index["items"]) == 150
    assert index["items"][0] == ["hmr", "somatikk", "A1"]
    texts = json.loads(files[f"{folder}/1.js"].split(b"=", 2)[2].lstrip(b"= ").strip(b" ;\n"))
    assert texts[-1] == ["suksesshistorier/en-historie/", "En historie", "Noen fikk det til, og forteller hvordan."]


def test_a_measure_shows_the_newest_stories_and_leads_to_the_others(tree: Path) -> None:
    tell(tree, 30)
    page = pages_of(tree)["measures/a1.md"]
    cards = [card.get_text() for card in page.select(".card h3") if "istorie" in card.get_text()]
    assert cards == ["Historie 029", "Historie 028", "Historie 027", "Historie 026"]
    assert "../../suksesshistorier/?tiltak=A1" in links_of(page)
    assert "Se alle 31 som gjelder A1" in page.get_text()


def test_a_source_of_many_stories_leads_to_their_list(tree: Path) -> None:
    tell(tree, 20)
    links = {str(link["href"]): link.get_text() for link in pages_of(tree)["pages/om.md"].select(".trace a")}
    assert links["../../suksesshistorier/"] == "Historier (21)"
    assert "../../suksesshistorier/en-historie/" not in links


def test_pages_of_a_list_are_built_with_their_data(small_project: Path) -> None:
    tell(small_project / "content", 25)
    result = build_small(small_project)
    assert result.returncode == 0, result.stderr
    site = small_project / "site/suksesshistorier"
    page = (site / "side/2/index.html").read_text(encoding="utf-8")
    assert "<title>Historier, side 2 – " in page
    assert (site / "liste/index.js").is_file()
    assert 'data-source="../../liste/index.js"' in page


def test_only_the_first_page_of_a_list_is_found_and_edited(tree: Path) -> None:
    tell(tree, 25)
    site = Site(load(tree, TEMPLATES), TEMPLATES, {})
    pages = {page.path: page for page in site.pages()}
    assert pages["stories/side/2.md"].edit_path is None
    found = {document.url for document in site.documents(pages.values())}
    assert "suksesshistorier/" in found
    assert "suksesshistorier/side/2/" not in found
