"""Links on paper: numbered, with their URLs in print."""

from __future__ import annotations

from bs4 import BeautifulSoup, Tag

from roadmap.guide.printed_urls import print_urls
from tests.guide.forms import TEMPLATES


def chapter_of(body: str) -> Tag:
    chapter = BeautifulSoup(f"<h2>Utenfor</h2><section>{body}</section>", "html.parser").section
    assert isinstance(chapter, Tag)
    print_urls(chapter, TEMPLATES)
    return chapter


def test_links_out_of_the_guide_are_numbered_and_printed_once() -> None:
    chapter = chapter_of(
        '<p><a href="https://a.no/x/">A</a> <a href="#b">B</a> '
        '<a href="http://c.no">C</a> <a href="https://a.no/x/">D</a></p>'
    )
    assert [mark.get_text() for mark in chapter.select(".address-mark")] == ["1", "2", "1"]
    assert [url.get_text() for url in chapter.select(".addresses .address")] == ["1 a.no/x", "2 c.no"]
    assert [url["href"] for url in chapter.select(".addresses a")] == ["https://a.no/x/", "http://c.no"]
    assert chapter.find_all(True, recursive=False)[-1]["class"] == ["addresses"]


def test_the_urls_stand_before_the_questions() -> None:
    chapter = chapter_of('<p><a href="https://a.no">A</a></p><h2>Spørsmål</h2><div class="question">?</div>')
    assert [element.name for element in chapter.find_all(True, recursive=False)] == ["p", "p", "h2", "div"]


def test_questions_without_a_heading_of_their_own_keep_the_urls_in_the_chapter() -> None:
    chapter = chapter_of('<p><a href="https://a.no">A</a></p><div class="question">?</div>')
    assert len(chapter.select(".addresses")) == 1


def test_a_chapter_without_such_links_is_left_alone() -> None:
    assert str(chapter_of('<p><a href="#b">B</a></p>')) == '<section><p><a href="#b">B</a></p></section>'
