"""The glossary's terms, explained where a reader first meets them."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape

from roadmap.content.model import Term
from roadmap.text.glossary import Explainer

TERMS = [
    Term(term="dult", meaning="En liten påminnelse der valget tas.", forms=["dulten"]),
    Term(term="pasientforløp", meaning="En beskrivelse av behandlingen.", forms=["pasientforløpet"]),
]


def explained(html: str) -> list[str]:
    """The words that open a meaning, in the page's order."""
    soup = BeautifulSoup(Explainer(TERMS).explain(html), "html.parser")
    for button in soup.select("button.term"):
        assert soup.find(id=button["popovertarget"]) is not None
    return [button.get_text() for button in soup.select("button.term")]


def test_a_term_is_explained_the_first_time_it_occurs_and_only_then() -> None:
    assert explained("<p>Dulten virker. En dult til i pasientforløpet.</p><p>dult</p>") == ["Dulten", "pasientforløpet"]


@pytest.mark.parametrize(
    "html",
    [
        "<h2>Dulten</h2>",
        '<p><a href="x">dulten</a></p>',
        "<details><summary>dulten</summary></details>",
        '<div class="card"><p>dulten</p></div>',
        "<p><select><option>dulten</option></select> <label>dulten</label></p>",
        "<template><p>dulten</p></template>",
        '<ul><li><fieldset class="needs-script"><legend>dulten</legend></fieldset></li></ul>',
        "<p>Utdultet og dultene og dult-konsept.</p>",
        "<p><!-- dulten --></p>",
    ],
)
def test_headings_links_cards_scripts_texts_and_parts_of_words_are_left_alone(html: str) -> None:
    assert explained(html) == []


def test_nothing_else_on_the_page_changes() -> None:
    html = '<p>Før <em>og</em> etter dulten &amp; mer.</p><ul class="a b"><li>Én</li></ul>'
    soup = BeautifulSoup(Explainer(TERMS).explain(html), "html.parser")
    for button in soup.select("button.term"):
        button.unwrap()
    for meaning in soup.select(".term__meaning"):
        meaning.decompose()
    assert str(soup) == html


def test_words_are_explained_in_the_order_they_are_read() -> None:
    html = "<p>Et <em>pasientforløp</em> og en dult, og pasientforløpet.</p>"
    soup = BeautifulSoup(Explainer(TERMS).explain(html), "html.parser")
    assert str(soup.select_one("em button")) != "None"
    assert explained(html) == ["pasientforløp", "dult"]


@given(st.lists(st.sampled_from(["dult", "Dulten", "pasientforløp", "<b>", "&", "og", "<em>x</em>"]), max_size=12))
def test_the_text_stays_as_it_was(words: list[str]) -> None:
    html = "<p>" + " ".join(word if word == "<em>x</em>" else str(escape(word)) for word in words) + "</p>"
    soup = BeautifulSoup(Explainer(TERMS).explain(html), "html.parser")
    for meaning in soup.select(".term__meaning"):
        meaning.decompose()
    assert soup.get_text() == BeautifulSoup(html, "html.parser").get_text()
