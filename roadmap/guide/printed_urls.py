"""The URLs of links, printed for readers on paper."""

from __future__ import annotations

from pathlib import Path

from bs4 import BeautifulSoup, Tag

from roadmap.errors import OutputError
from roadmap.templating import environment
from roadmap.urls import without_scheme


def print_urls(chapter: Tag, templates: Path) -> None:
    """Numbers the links of a chapter that leave the guide, and prints their URLs after its text, before its questions.

    Not at the foot of the page: WeasyPrint lets footnotes slide to later pages once one of them has no room.
    """
    numbers: dict[str, int] = {}
    for link in chapter.select('a[href^="http"]'):
        number = numbers.setdefault(str(link["href"]), len(numbers) + 1)
        link.insert_after(_rendered(templates, "mark", number))
    if not numbers:
        return
    urls = _rendered(templates, "urls", [(url, without_scheme(url)) for url in numbers])
    questions = chapter.select_one(".question")
    heading = questions.find_previous("h2") if questions else None
    if isinstance(heading, Tag) and chapter in heading.parents:
        heading.insert_before(urls)
    else:
        chapter.append(urls)


def _rendered(templates: Path, macro: str, value: object) -> Tag:
    macros = environment(templates).get_template("guide/printed_urls.html.j2").module
    element = BeautifulSoup(str(getattr(macros, macro)(value)), "html.parser").find()
    if not isinstance(element, Tag):
        raise OutputError(f"veilederen: «{macro}» i guide/printed_urls.html.j2 gir ikke noe element")
    return element
