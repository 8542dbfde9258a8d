"""Pages as they are printed: where their links lead, and how much there is."""

from __future__ import annotations

from roadmap.site.paper import PaperPage, on_paper

NAMES = {"tiltak/a1/": "A1", "steg/a/": "A"}


def paper(html: str) -> PaperPage:
    return on_paper(html, "om/siden/", NAMES)


def test_links_are_numbered_each_address_once_and_without_its_place_on_the_page() -> None:
    page = paper(
        '<p><a href="../../maler/en/#her">En</a> <a href="https://ekstern.example/a">ute</a> '
        '<a href="../../maler/en/">En</a></p>'
    )
    assert page.addresses == ("maler/en/", "https://ekstern.example/a")
    assert [part[0] for part in page.html.split('data-printed="')[1:]] == ["1", "2", "1"]


def test_the_address_of_a_measure_follows_from_its_name_only_where_that_is_said() -> None:
    named = paper('<p><a href="../../tiltak/a1/"><span>A1</span> Begynn</a> <a href="../../steg/a/">Steg A</a></p>')
    assert (named.addresses, named.has_named_links) == ((), True)
    unnamed = paper('<p><a href="../../tiltak/a1/">å begynne</a></p>')
    assert (unnamed.addresses, unnamed.has_named_links) == (("tiltak/a1/",), False)


def test_what_stays_on_the_page_or_is_not_printed_has_no_number() -> None:
    page = paper(
        '<p><a href="#under">Under</a> <a href="./">Her</a> <a href="mailto:a@b.example">Skriv</a> '
        '<a href="../../bilde.webp"><img src="x.webp" alt=""></a></p>'
        '<div class="door site-only"><a href="../../maler/en/">En</a></div>'
    )
    assert page.addresses == ()
    assert not page.has_named_links


def test_the_length_is_that_of_what_is_printed() -> None:
    assert paper('<p>Fire</p><p class="site-only">Mye mer enn det</p>').length == len("Fire")
