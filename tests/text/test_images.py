"""Images in Markdown: which are figures, what their captions say, and that nothing in them is markup."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup

from roadmap.text.markdown import parse, render
from roadmap.text.words import plain_words

IMAGE = '![Et rom](rom.jpg "Foto: Avdelingen")'


def soup_of(markdown: str) -> BeautifulSoup:
    return BeautifulSoup(render(markdown), "html.parser")


@pytest.mark.parametrize(
    "markdown",
    [
        IMAGE,
        f"Før.\n\n{IMAGE}\n\nEtter.",
        f"{IMAGE}  ",
        f"- Før\n\n    {IMAGE}\n\n- Etter",
        f"> {IMAGE}",
        '![Et rom][r]\n\n[r]: rom.jpg "Foto: Avdelingen"',
        f'{IMAGE}{{: onload="x" style="y" .a width="9" }}',
    ],
)
def test_an_image_alone_in_a_paragraph_is_a_figure_with_its_title_as_caption(markdown: str) -> None:
    [figure] = soup_of(markdown).select("figure")
    assert str(figure) == '<figure><img alt="Et rom" src="rom.jpg"/><figcaption>Foto: Avdelingen</figcaption></figure>'
    [image] = parse(markdown).images
    assert (image.target, image.alternative, image.credit) == ("rom.jpg", "Et rom", "Foto: Avdelingen")
    assert image.is_alone


@pytest.mark.parametrize(
    "markdown",
    [
        f"Se {IMAGE}",
        f"{IMAGE} der",
        f"{IMAGE}\n{IMAGE}",
        f"- {IMAGE}",
        f"[{IMAGE}](om.md)",
        f"**{IMAGE}**",
        f"## {IMAGE}",
        f"| a |\n|---|\n| {IMAGE} |",
    ],
)
def test_an_image_elsewhere_is_known_as_that(markdown: str) -> None:
    assert soup_of(markdown).select("figure") == []
    assert [image.is_alone for image in parse(markdown).images] == [False] * markdown.count("![")


@pytest.mark.parametrize(
    "credit", ["Foto: A & B", "Foto: <b>A</b> &lt;i&gt;", "Foto: «A» 'B'", "Foto: *A* `B` \\*", "Foto: æøå 😀"]
)
def test_a_credit_is_plain_text_and_the_rules_see_what_the_reader_does(credit: str) -> None:
    text = f'![Et rom](rom.jpg "{credit}")'
    [caption] = soup_of(text).select("figcaption")
    assert caption.find() is None
    assert caption.get_text() == parse(text).images[0].credit


def test_an_image_without_a_title_has_no_caption() -> None:
    assert soup_of("![Et rom](rom.jpg)").select("figcaption") == []


def test_what_is_said_of_an_image_is_not_counted_as_text() -> None:
    assert plain_words(f"Én\n\n{IMAGE}\n\nto ![tre][fire] [fem](seks.md)") == ["Én", "to", "fem"]
