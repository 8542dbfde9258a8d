"""Ready-made texts as they are shown: to the letter, with their blanks marked, wherever they stand."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from hypothesis import given, settings
from hypothesis import strategies as st

from roadmap.text import links
from roadmap.text.markdown import parse
from roadmap.text.ready_made import rendered

OWN = "ready_made_texts/beskjed.md"


def shown(markdown: str, heading_level: int = 3) -> BeautifulSoup:
    return BeautifulSoup(rendered(markdown, str, heading_level), "html.parser")


def test_blanks_are_marked_in_paragraphs_lists_tables_and_emphasis() -> None:
    marks = shown("Fra [dato], **[enhet]** og [navn].\n\n- [en]\n\n| a |\n|---|\n| [to] tre |").find_all("mark")
    assert [mark.get_text() for mark in marks] == ["[dato]", "[enhet]", "[navn]", "[en]", "[to]"]


@pytest.mark.parametrize("markdown", ["[]", f"[{'a' * 41}]", "[en [to", "en] to", "[tekst](../measures/a1.md)"])
def test_other_brackets_are_left_alone(markdown: str) -> None:
    assert shown(markdown).find("mark") is None


def test_headings_get_the_level_of_their_place_and_no_ids_that_another_text_could_have() -> None:
    page = shown("### En [ting]\n\nTekst.", heading_level=4)
    assert page.h4 and page.h4.get_text() == "En [ting]"
    assert page.find(id=True) is None


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("../measures/a1.md", "./"),
        ("../measures/b1.md", "../b1/"),
        ("#sted", "../../maler/beskjed/#sted"),
        ("https://helse.example/", "https://helse.example/"),
    ],
)
def test_links_lead_from_where_the_text_is_shown(target: str, expected: str) -> None:
    made = rendered(f"[en lenke]({target})", links.on_site(OWN, "measures/a1.md"), 4)
    link = BeautifulSoup(made, "html.parser").a
    assert link and link["href"] == expected


def test_links_on_paper_lead_into_the_document_where_they_can() -> None:
    within = frozenset({"pathway_guide/01-start.md"})
    resolve = links.on_paper(OWN, "https://veikart.example/", within, "pathway_guide/02-mer.md")
    assert resolve("../pathway_guide/01-start.md") == "../start/"
    assert resolve("../measures/a1.md") == "https://veikart.example/tiltak/a1/"


@settings(max_examples=150)
@given(st.text(alphabet=" \n[]()<>&*_`#-|abå1.!\\", max_size=80))
def test_marking_changes_no_letter_of_any_text(markdown: str) -> None:
    before = BeautifulSoup(parse(markdown).render(), "html.parser")
    after = shown(markdown)
    assert after.get_text() == before.get_text()
    assert {tag.name for tag in after.find_all(True)} <= {tag.name for tag in before.find_all(True)} | {"mark"}
