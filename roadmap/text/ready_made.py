"""Ready-made texts as safe HTML, with their blanks marked, for a page or a sheet that may show several of them."""

from __future__ import annotations

import re
from collections.abc import Callable

from lxml import html
from markupsafe import Markup

from roadmap.text.markdown import parse

LONGEST_BLANK = 40
# As the rules let it through: what stands between the brackets is plain text.
BLANK = re.compile(rf"\[([^\[\]]{{1,{LONGEST_BLANK}}})\]")
# The level at which the headings of a text are written.
LEVEL = 3


def rendered(markdown: str, resolve: Callable[[str], str], heading_level: int) -> Markup:
    """A text, or the notes to it, its headings of ``heading_level`` and without ids that another text could have.

    ``resolve`` leads the links of the text's own page to where they go from where it is shown.
    """
    root = html.fragment_fromstring(parse(markdown).render(resolve), create_parent=True)
    for element in root.iter():
        if element is not root and "id" in element.attrib:
            del element.attrib["id"]
    for heading in root.iter(f"h{LEVEL}"):
        heading.tag = f"h{heading_level}"
    mark_blanks(root)
    inner = html.tostring(root, encoding="unicode")
    return Markup(inner.removeprefix("<div>").removesuffix("</div>"))


def mark_blanks(root: html.HtmlElement) -> None:
    """Puts each «[dato]» into an element of its own."""
    for text in root.xpath(".//text()"):
        neighbour = text.getparent()
        parent, after = (neighbour, None) if text.is_text else (neighbour.getparent(), neighbour)
        _mark_run(parent, after, str(text))


def _mark_run(parent: html.HtmlElement, after: html.HtmlElement | None, text: str) -> None:
    """Marks the blanks of a run of text in ``parent``: what follows its child ``after``, or what comes first."""
    place = 0 if after is None else parent.index(after) + 1
    position = 0
    for match in BLANK.finditer(text):
        _set(parent, after, text[position : match.start()])
        after = html.Element("mark", {"class": "blank"})
        after.text = match[0]
        parent.insert(place, after)
        place, position = place + 1, match.end()
    if position:
        _set(parent, after, text[position:])


def _set(parent: html.HtmlElement, after: html.HtmlElement | None, text: str) -> None:
    if after is None:
        parent.text = text
    else:
        after.tail = text
