"""Markdown as the words that a reader sees, for notes and other places that have no formatting."""

from __future__ import annotations

import re

from bs4 import BeautifulSoup, NavigableString

from roadmap.text.markdown import render

_BLOCKS = ["p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "tr", "dt", "dd", "div", "blockquote", "summary"]


def plain_text(markdown: str) -> str:
    """The text of a Markdown text, a line for each paragraph, list item or table row; list items begin with a dash."""
    soup = BeautifulSoup(render(markdown), "html.parser")
    for text in soup.find_all(string=True):
        text.replace_with(NavigableString(re.sub(r"\s+", " ", text)))
    for image in soup.find_all("img"):
        image.replace_with(NavigableString(str(image.get("alt", ""))))
    for line_break in soup.find_all(["br", "hr"]):
        line_break.replace_with(NavigableString("\n"))
    for block in soup.find_all(_BLOCKS):
        block.insert_before(NavigableString("\n"))
        block.insert_after(NavigableString("\n"))
    for item in soup.find_all("li"):
        item.insert(0, NavigableString("– "))
    for cell in soup.find_all(["td", "th"]):
        cell.insert_after(NavigableString(" "))
    text = re.sub(r"– \s*\n\s*", "– ", soup.get_text())
    lines = (re.sub(" +", " ", line).strip() for line in text.split("\n"))
    return "\n".join(line for line in lines if line)
