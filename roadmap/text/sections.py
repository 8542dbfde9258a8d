"""Parts of a text by the heading that they stand under."""

from __future__ import annotations

from lxml import html
from markupsafe import Markup

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def section(text: str, title: str) -> Markup:
    """What stands under the heading ``title`` in the HTML, up to the next heading of its level; nothing without one.

    It loses its ids, which another text could have in the document that it is put into.
    """
    root = html.fragment_fromstring(text, create_parent=True)
    heading = next((one for one in root.iterchildren(*_HEADINGS) if _words(one) == title), None)
    if heading is None:
        return Markup()
    found = []
    for element in heading.itersiblings():
        if element.tag in _HEADINGS and element.tag <= heading.tag:
            break
        for one in element.iter():
            one.attrib.pop("id", None)
        found.append(html.tostring(element, encoding="unicode"))
    return Markup("".join(found))


def _words(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())
