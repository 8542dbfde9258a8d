"""Pages as the core makes them of the small tree, before any generator puts a theme around them."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from roadmap.content.load import load
from roadmap.site.pages import Site
from tests.conftest import ROOT
from tests.test_mistakes import spoil


def pages_of(content: Path) -> dict[str, BeautifulSoup]:
    site = Site(load(content), ROOT / "templates", {})
    return {page.path: BeautifulSoup(page.html, "html.parser") for page in site.pages()}


@pytest.mark.parametrize("path", ["ready_made_texts/beskjed.md", "measures/a1.md", "pages/om.md"])
def test_the_table_of_a_text_is_a_table_in_one_frame_wherever_it_stands(path: str, tree: Path) -> None:
    with (tree / "pages/om.md").open("a", encoding="utf-8") as page:
        page.write("\n## Tekst\n\n<!-- sett inn: mal: beskjed -->\n")
    (table,) = pages_of(tree)[path].select(".ready-text__body table")
    assert [cell.get_text() for cell in table.find_all("td")] == ["[navn]", "Før [dato]"]
    assert len(table.find_parents(class_="table")) == 1


def test_a_table_that_somebody_wrote_is_a_table_in_a_frame(tree: Path) -> None:
    with (tree / "pages/om.md").open("a", encoding="utf-8") as page:
        page.write("\n| Hvem & hva |\n|---|\n| Noen |\n")
    table = pages_of(tree)["pages/om.md"].find("th", string="Hvem & hva")
    assert table and table.find_parent(class_="table")


def test_terms_are_not_explained_within_a_text_to_copy(tree: Path) -> None:
    (tree / "glossary.yml").write_text(
        "terms:\n  - {term: navn, meaning: Det noen heter.}\n  - {term: prøver, meaning: Gjør et forsøk.}\n",
        encoding="utf-8",
    )
    for path in ("ready_made_texts/beskjed.md", "measures/a1.md"):
        assert pages_of(tree)[path].select(".ready-text__body button") == []


def test_notes_stand_beside_the_text_and_are_not_copied(tree: Path) -> None:
    spoil(tree, "ready_made_texts/beskjed.md", "status: utkast", "notes: Si det på [dato].\nstatus: utkast")
    for path in ("ready_made_texts/beskjed.md", "measures/a1.md"):
        text = pages_of(tree)[path].select_one(".ready-text")
        assert text and (notes := text.select_one(".ready-text__notes"))
        assert "Si det på [dato]." in notes.get_text() and notes.select("mark.blank")
        assert "Si det på" not in text.select(".ready-text__body")[0].get_text()


def test_each_variant_of_a_text_is_copied_alone_and_without_its_heading(tree: Path) -> None:
    text = tree / "ready_made_texts/beskjed.md"
    head, body = text.read_text(encoding="utf-8").split("status: utkast\n---\n")
    text.write_text(f"{head}status: utkast\nvariants: true\n---\n### Først\n\n{body}", encoding="utf-8")
    variants = pages_of(tree)["ready_made_texts/beskjed.md"].select(".ready-text__variant")
    assert [variant.find(["h3", "h4"]).get_text() for variant in variants] == ["Først", "Slik går det for seg"]  # type: ignore[union-attr]
    for variant in variants:
        (copied,) = variant.select(".ready-text__body")
        assert not copied.find(["h3", "h4"])
        assert len(variant.select("[data-copy]")) == 1
