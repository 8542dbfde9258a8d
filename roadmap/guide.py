"""The guide as a PDF: what mkdocs-with-pdf needs help with before and after it has put the chapters together."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urljoin

import pikepdf
import weasyprint
from bs4 import BeautifulSoup, Tag

from roadmap.fonts import font_faces
from roadmap.model import Roadmap
from roadmap.print import PDF_OPTIONS, Complaints, PrintError

PATH = "nedlasting/veileder.pdf"
FOLDER = "veileder/"

_complaints = Complaints()


def mark_outward_links(html: str, url: str, site_url: str) -> str:
    """Gives links from the guide to the rest of the site their full address.

    mkdocs-with-pdf makes every relative link an anchor within the PDF, and stops a strict build when the anchor
    is not there. The relative address is kept, for ``restore_outward_links``.
    """
    if not url.startswith(FOLDER):
        return html

    def outward(match: re.Match[str]) -> str:
        target = urljoin(url, match[2])
        if re.match(r"[a-z]+:|#", match[2]) or target.startswith(FOLDER):
            return match[0]
        return f'{match[1]}href="{site_url}{target}" data-site-href="{match[2]}"'

    return re.sub(r'(<a\b[^>]*?\s)href="([^"]*)"', outward, html)


def restore_outward_links(html: str) -> str:
    return re.sub(r'href="[^"]*" data-site-href="([^"]*)"', r'href="\1"', html)


def prepare(soup: BeautifulSoup, templates: Path) -> BeautifulSoup:
    """The guide's document as it goes to WeasyPrint: our styles alone, and what PDF/UA asks of the markup."""
    weasyprint.DEFAULT_OPTIONS.update(PDF_OPTIONS)
    _complaints.lines.clear()
    _complaints.start()
    html, head, title = (_only(soup, selector) for selector in ("html", "head", "#doc-cover h1"))
    html["lang"] = "nb"
    head.clear()
    head.append(soup.new_tag("meta", charset="utf-8"))
    head.append(_with_text(soup.new_tag("title"), title.get_text(" ", strip=True)))
    styles = [(templates / name).read_text(encoding="utf-8") for name in ("theme/assets/tokens.css", "guide/guide.css")]
    head.append(_with_text(soup.new_tag("style"), "".join([font_faces(), *styles])))
    for element in soup.select(".site-only, .edit-link"):
        for heading in element.select("[id]"):
            entry = soup.select_one(f'#doc-toc a[href="#{heading["id"]}"]')
            if entry and entry.parent:
                entry.parent.decompose()
        element.decompose()
    for element in soup.select(".term__meaning"):
        element.decompose()
    for element in soup.select("button.term"):
        element.unwrap()
    for header in soup.select("th"):
        header["scope"] = "col"
    for group in soup.select("dl > div"):
        group.unwrap()
    return soup


def _only(soup: BeautifulSoup, selector: str) -> Tag:
    element = soup.select_one(selector)
    if element is None:
        raise PrintError(f"veilederen: «{selector}» mangler i dokumentet fra mkdocs-with-pdf")
    return element


def _with_text(tag: Tag, text: str) -> Tag:
    tag.string = text
    return tag


def verify(file: Path, roadmap: Roadmap) -> None:
    """Raises a PrintError unless the guide came out whole."""
    _complaints.refuse("veilederen")
    with pikepdf.open(file) as document:
        if len(document.pages) < len(roadmap.chapters):
            raise PrintError(f"veilederen har bare {len(document.pages)} sider")
