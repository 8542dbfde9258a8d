"""What editors write, rendered as safe HTML."""

from __future__ import annotations

import re

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from roadmap.text import links
from roadmap.text.markdown import parse, render, slugify
from roadmap.text.sanitise import sanitise
from roadmap.text.words import plain_words


def soup_of(html: str) -> BeautifulSoup:
    return BeautifulSoup(html, "html.parser")


@given(st.text() | st.text(alphabet="<>/!-[]()&;#xsript:javon=\"'`~*_ \n\t"))
def test_no_markdown_becomes_a_script_or_a_fetch(text: str) -> None:
    soup = soup_of(render(text))
    assert not soup.find(["script", "style", "iframe", "object", "form", "svg", "button", "input", "link", "meta"])
    assert not [name for element in soup.find_all() for name in element.attrs if name.startswith("on")]
    assert not [
        element for element in soup.select("[src]") if re.match(r"(?i)\s*([a-z+.-]+:|[/\\])", str(element["src"]))
    ]


@pytest.mark.parametrize(
    "attack",
    [
        "<script>alert(1)</script>",
        '<img src="x" onerror="alert(1)">',
        "<svg><script>alert(1)</script></svg>",
        '<p style="background:url(//evil.example/x)">x</p>',
        "<details open ontoggle=alert(1)>",
        "<x-evil a=1>",
        "<div>\n\nmidt i\n\n</div>",
        "<!-- kommentar -->",
    ],
)
def test_raw_html_is_shown_as_it_was_written(attack: str) -> None:
    soup = soup_of(render(attack))
    assert {element.name for element in soup.find_all()} <= {"p"}
    assert re.sub(r"\s+", "", soup.get_text()) == re.sub(r"\s+", "", attack)
    assert parse(attack).raw_html


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "javascript&#58;alert(1)",
        "&#106;avascript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
    ],
)
@pytest.mark.parametrize("form", ["[x]({})", "[x](<{}>)", "[x][r]\n\n[r]: {}", '[x]({} "tittel")'])
def test_a_link_that_could_run_or_read_something_loses_its_target(target: str, form: str) -> None:
    text = form.format(target)
    assert soup_of(render(text)).select("a[href]") == []
    found = parse(text).links
    assert found and links.scheme(found[0].target) in {"javascript", "data", "vbscript", "file"}


@pytest.mark.parametrize(
    "source", ["https://a.example/x.png", "//a.example/x.png", "/x.png", "file:///x.png", "data:x"]
)
def test_an_image_from_elsewhere_loses_its_source(source: str) -> None:
    assert soup_of(render(f"![kart]({source})")).select("img[src]") == []
    assert [image.target for image in parse(f"![kart]({source})").images] == [source]


def test_code_is_left_as_it_is_and_is_no_html() -> None:
    text = "Skriv `<b>` slik:\n\n```\n<!-- sett inn: status -->\n<script>\n```\n"
    assert parse(text).raw_html == ()
    assert "<script>" in soup_of(render(text)).get_text()


def test_links_are_led_to_where_their_pages_are() -> None:
    text = "[a](../measures/a1.md) [b](04-velg.md#her) [c](#sted) [d](https://e.example/f) [r][r] ![x](bilde.png)"
    text += "\n\n[r]: index.md 'T'"
    html = soup_of(parse(text).render(links.on_site("pathway_guide/01-om.md")))
    assert [a["href"] for a in html.select("a")] == [
        "../../tiltak/a1/",
        "../velg/#her",
        "#sted",
        "https://e.example/f",
        "../",
    ]
    assert [img["src"] for img in html.select("img")] == ["../bilde.png"]


def test_on_paper_links_lead_to_the_site_unless_the_page_is_in_the_same_document() -> None:
    text = "[a](../measures/a1.md#b) [c](02-to.md)"
    resolve = links.on_paper("pathway_guide/01-om.md", "https://v.example/", frozenset({"pathway_guide/02-to.md"}))
    assert [a["href"] for a in soup_of(parse(text).render(resolve)).select("a")] == [
        "https://v.example/tiltak/a1/#b",
        "../to/",
    ]


def test_an_insertion_is_replaced_by_its_fragment_and_nothing_else_can_be() -> None:
    text = "Før\n<!-- sett inn: status -->\nEtter <insertion-point name='status'></insertion-point>"
    html = parse(text).render(fragments={"status": "<i data-x>her</i>"})
    assert html.count("<i data-x>her</i>") == 1
    assert re.search(r"Før</p>\s*<i data-x>her</i>\s*<p>Etter &lt;insertion-point", html)


def test_parsing_one_text_leaves_no_trace_in_the_next() -> None:
    parse("## Én\n\n[a](b.md) <b>")
    second = parse("## Én\n\nto")
    assert (second.links, second.raw_html, second.anchors) == ((), (), ("en",))


def test_sanitised_html_stays_as_it_is_when_it_is_sanitised_again() -> None:
    html = render("# a\n\n[x](y.md) *b* `c` & < >\n\n| a | b |\n|---|---|\n| 1 | 2 |")
    assert sanitise(html) == html


def test_anchors_are_plain_letters() -> None:
    assert slugify("Spørsmål å drøfte – nå", "-") == "sporsmal-a-drofte-na"


def test_words_are_counted_as_a_reader_sees_them() -> None:
    assert len(plain_words("Les **mer** om [St. Olavs hospital](../a/b.md).\n\n<!-- sett inn: status -->")) == 6


def test_a_cell_without_words_is_no_heading() -> None:
    head = soup_of(render("| | Video |\n|---|---|\n| Pris | Lav |")).select("thead tr > *")
    assert [(cell.name, cell.get("scope"), cell.text) for cell in head] == [("td", None, ""), ("th", "col", "Video")]
