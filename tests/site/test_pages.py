"""The pages of small trees, as the core renders them: what is listed, and where it leads."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from roadmap.content.load import load
from roadmap.site.pages import Site
from tests.conftest import ROOT
from tests.test_mistakes import spoil

TEMPLATES = ROOT / "templates"


def pages_of(tree: Path, contact: str = "") -> dict[str, BeautifulSoup]:
    """Every page's article by its path under ``content/``."""
    site = Site(load(tree, TEMPLATES), TEMPLATES, {}, contact)
    return {page.path: BeautifulSoup(page.html, "html.parser") for page in site.pages()}


def links_of(page: BeautifulSoup) -> list[str]:
    return [str(link["href"]) for link in page.select("a")]


def headings_of(page: BeautifulSoup) -> list[str]:
    return [heading.get_text() for heading in page.select("h2")]


def without_stories(tree: Path) -> None:
    (tree / "stories/en-historie.md").unlink()


def test_examples_and_stories_are_on_their_lists_their_pages_and_their_measures(tree: Path) -> None:
    pages = pages_of(tree)
    assert "et-eksempel/" in links_of(pages["examples/index.md"])
    assert "en-historie/" in links_of(pages["stories/index.md"])
    for path in ("examples/et-eksempel.md", "stories/en-historie.md"):
        assert "Tiltak dette gjelder" in headings_of(pages[path])
        assert "../../tiltak/a1/" in links_of(pages[path])
    assert {"Eksempler", "Suksesshistorier"} < set(headings_of(pages["measures/a1.md"]))
    assert "Eksempler" in headings_of(pages["measures/b1.md"])
    assert "Suksesshistorier" not in headings_of(pages["measures/b1.md"])
    assert not {"Eksempler", "Suksesshistorier"} & set(headings_of(pages["measures/a2.md"]))


def test_without_stories_their_page_is_there_and_invites(tree: Path) -> None:
    without_stories(tree)
    pages = pages_of(tree)
    assert not pages["stories/index.md"].select(".card")
    assert "Skriv hva dere gjorde" in pages["stories/index.md"].get_text()
    assert "suksesshistorier/" in links_of(pages["index.md"])
    assert "Ingen avdeling har fortalt sin historie ennå." in pages["index.md"].get_text()


@pytest.mark.parametrize("contact", ["", "video@veikart.example"])
def test_whoever_has_no_account_is_told_a_way_that_there_is(tree: Path, contact: str) -> None:
    page = tree / "pages/om.md"
    page.write_text(f"{page.read_text(encoding='utf-8')}\n<!-- sett inn: uten konto -->\n", encoding="utf-8")
    about = pages_of(tree, contact)["pages/om.md"]
    assert (f"mailto:{contact}" in links_of(about)) == bool(contact)
    assert ("be en kollega som har konto" in about.get_text()) == (not contact)


def test_the_list_of_stories_has_a_heading_when_there_are_any(tree: Path) -> None:
    page = pages_of(tree)["stories/index.md"]
    assert "Historiene" in headings_of(page)
    assert [card.get_text() for card in page.select(".card h3")] == ["En historie"]
    without_stories(tree)
    assert "Historiene" not in headings_of(pages_of(tree)["stories/index.md"])


@pytest.mark.parametrize(
    ("folder", "missing", "file", "said"),
    [
        ("stories", "historier", "en-historie.md", "Her mangler vi historier fra dere."),
        ("examples", "eksempler", "et-eksempel.md", "Her er det ingen eksempler ennå."),
    ],
)
def test_that_something_is_missing_is_said_only_while_it_is(
    folder: str, missing: str, file: str, said: str, tree: Path
) -> None:
    with (tree / folder / "index.md").open("a", encoding="utf-8") as page:
        page.write(f"\n<!-- sett inn: mangler {missing} -->\n")
    assert said not in pages_of(tree)[f"{folder}/index.md"].get_text()
    (tree / folder / file).unlink()
    assert said in pages_of(tree)[f"{folder}/index.md"].get_text()


def test_who_approved_and_when_is_said_and_nothing_where_several_did(tree: Path) -> None:
    approved = "status: godkjent\napproval: {role: fagansvarlig, date: 2026-11-22}"
    for file in sorted((tree / "measures").iterdir()):
        spoil(tree, f"measures/{file.name}", "status: utkast", approved)
    pages = pages_of(tree)
    assert "Godkjent av fagansvarlig 22. november 2026" in pages["measures/a1.md"].get_text()
    for path in ("measures/index.md", "steps/a.md", "index.md"):
        assert not pages[path].select(".approved, .proposal")


def test_the_home_page_shows_the_newest_example_called_one(tree: Path) -> None:
    older = (tree / "examples/et-eksempel.md").read_text(encoding="utf-8")
    newer = older.replace("title: Et eksempel", "title: Et nyere eksempel").replace("2020-10-01", "2020-10-02")
    (tree / "examples/nyere.md").write_text(newer, encoding="utf-8")
    home = pages_of(tree)["index.md"]
    heading = next(heading for heading in home.select("h2") if heading.get_text() == "Et eksempel fra prosjektet")
    card = heading.find_next("h3")
    assert card and card.get_text() == "Et nyere eksempel"
    assert "eksempler/" in links_of(home)
    spoil(tree, "home.yml", "not_made:", "example: et-eksempel\nnot_made:")
    assert "eksempler/et-eksempel/" in links_of(pages_of(tree)["index.md"])


def test_measures_that_nothing_shows_are_listed_as_holes(tree: Path) -> None:
    without_stories(tree)
    text = " ".join(pages_of(tree)["pages/om.md"].get_text().split())
    assert "1 av 3 tiltak har verken et eksempel fra prosjektet eller en suksesshistorie. A2" in text


def test_the_address_is_a_link_or_not_decided(tree: Path) -> None:
    page = pages_of(tree, "video+veikart@veikart.example")["stories/index.md"]
    link = page.select_one("a[href^=mailto]")
    assert link and link["href"] == "mailto:video+veikart@veikart.example"
    assert link.parent and link.parent.get_text() == "Send den til video+veikart@veikart.example."
    page = pages_of(tree)["stories/index.md"]
    assert "Adressen er ikke bestemt ennå." in page.get_text()
    assert not page.select("a[href^=mailto]")


def test_each_source_leads_to_where_it_stands(tree: Path) -> None:
    table = pages_of(tree)["pages/om.md"].select(".trace tr[id] td")
    traces = [{str(link["href"]): link.get_text() for link in cell.select("a")} for cell in table]
    assert (
        traces[0].items()
        >= {
            "../../tiltak/a1/": "A1 Begynn",
            "../../tiltak/a2/": "A2 Si fra at dere begynner",
            "../../tiltak/b1/": "B1 Fortsett",
            "../../eksempler/#hva-de-er": "Eksempler: Hva de er",
            "../../eksempler/et-eksempel/": "Et eksempel",
            "../../suksesshistorier/en-historie/": "En historie",
            "./#trygghet": "Trygghet betyr mye",
            "./#pasient-hjemme": "Om dette",
            "./#privat": "Om dette",
            "../../plakat/": "Presentasjonen",
        }.items()
    )
    assert traces[1]["../../veileder/start/#sporsmal-3"] == "Spørsmål 1.3"
    assert len(traces[1]) == 28


@pytest.mark.parametrize("insertion", ["spørsmål", "innsikter"])
def test_a_source_does_not_lead_to_a_place_that_is_not_shown(tree: Path, insertion: str) -> None:
    file = "pathway_guide/01-start.md" if insertion == "spørsmål" else "pages/om.md"
    spoil(tree, file, f"<!-- sett inn: {insertion} -->\n", "")
    pages = pages_of(tree)
    for link in pages["pages/om.md"].select(".trace a"):
        _, _, anchor = str(link["href"]).partition("#")
        assert not anchor or any(page.find(id=anchor) for page in pages.values())


def test_only_roles_with_a_mark_are_drawn_with_one(tree: Path) -> None:
    roles = pages_of(tree)["measures/a1.md"].select(".role")
    marked = {role.get_text() for role in roles if role.img}
    assert marked == {"Leder", "Behandler"}
    assert "Fagansvarlig" in {role.get_text() for role in roles}
