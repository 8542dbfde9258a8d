"""The guide as a PDF: what mkdocs-with-pdf needs help with before and after it has put the chapters together."""

from __future__ import annotations

import logging
from pathlib import Path

import pikepdf
import weasyprint
from bs4 import BeautifulSoup, Tag

from roadmap.content.model import Roadmap
from roadmap.errors import OutputError
from roadmap.guide import accessible, editions
from roadmap.guide.fields import Inserter, local_id, words
from roadmap.pdf.fonts import font_faces
from roadmap.pdf.render import PDF_OPTIONS, WarningCollector

FOLDER = "nedlasting"
PATH = f"{FOLDER}/veileder.pdf"
PAGES = range(24, 37)

_complaints = WarningCollector()
_prepared: list[BeautifulSoup] = []


def prepare(soup: BeautifulSoup, templates: Path) -> BeautifulSoup:
    """The guide's document as it goes to WeasyPrint: our styles alone, fields to fill in, and what PDF/UA asks."""
    weasyprint.DEFAULT_OPTIONS.update(PDF_OPTIONS)
    _complaints.messages.clear()
    logging.getLogger("weasyprint").addHandler(_complaints)
    logging.getLogger("weasyprint").setLevel(logging.WARNING)
    html, head, title = (_only(soup, selector) for selector in ("html", "head", "#doc-cover h1"))
    html["lang"] = "nb"
    head.clear()
    head.append(soup.new_tag("meta", charset="utf-8"))
    head.append(_with_text(soup.new_tag("title"), title.get_text(" ", strip=True)))
    styles = [
        (templates / name).read_text(encoding="utf-8")
        for name in ("theme/assets/tokens.css", "guide/guide.css", "guide/fields.css")
    ]
    head.append(_with_text(soup.new_tag("style"), "".join([font_faces(), *styles])))
    _leave_out_what_only_the_site_needs(soup)
    _unfold(soup)
    _number_chapters(soup)
    _group_worksheets(soup)
    Inserter(templates).fill(soup)
    _draw_leaders(soup)
    for header in soup.select("th:not([scope])"):
        header["scope"] = "col"
    for group in soup.select("dl > div"):
        group.unwrap()
    _prepared[:] = [soup]
    return soup


def _leave_out_what_only_the_site_needs(soup: BeautifulSoup) -> None:
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


def _unfold(soup: BeautifulSoup) -> None:
    """What folds on the site lies open on paper, where «details» would also be no structure that PDF knows."""
    for details in soup.select("details"):
        details.name = "section"
        del details["name"]
    for summary in soup.select("summary"):
        if summary.find(["h2", "h3"]):
            summary.unwrap()
        else:
            summary.name = "p"


def _number_chapters(soup: BeautifulSoup) -> None:
    """Numbers the chapters in their heading, in the contents and in the running header."""
    for heading in soup.select("section[data-url] > h1"):
        kicker = heading.find_previous_sibling("p", class_="kicker")
        number = words(kicker).split()[-1] if isinstance(kicker, Tag) else ""
        entry = soup.select_one(f'#doc-toc a[href="#{heading["id"]}"]')
        heading["data-running"] = " ".join([number, words(heading)]).strip()
        if number and entry:
            entry.insert(0, f"{number}  ")
        if isinstance(kicker, Tag) and heading.parent:
            heading.parent["class"] = ["chapter" if number.isdigit() else "appendix"]


def _group_worksheets(soup: BeautifulSoup) -> None:
    """Makes a section of each heading that a table to fill in stands under, and marks the checklists."""
    for appendix in soup.select("section.appendix"):
        tables = [table for table in appendix.select("table") if any(not words(cell) for cell in table.select("td"))]
        for table in tables:
            heading = table.find_previous("h2")
            assert isinstance(heading, Tag)
            rows = len(table.select("tbody tr"))
            section = soup.new_tag(
                "section",
                attrs={"class": f"worksheet worksheet--{local_id(heading)}", "style": f"--rows: {rows}"},
            )
            heading.insert_before(section)
            for element in [heading, *heading.find_next_siblings()]:
                if isinstance(element, Tag) and element.name == "h2" and element is not heading:
                    break
                section.append(element.extract())
        if "sjekkliste" in local_id(appendix) + str(appendix["data-url"]):
            appendix["class"] = ["appendix", "checklist"]


def _draw_leaders(soup: BeautifulSoup) -> None:
    """Gives each entry of the contents a box for its dotted line, outside the link: that must hold words alone."""
    for link in soup.select("#doc-toc a"):
        link.wrap(soup.new_tag("div", attrs={"class": "entry"}))


def _only(soup: BeautifulSoup, selector: str) -> Tag:
    element = soup.select_one(selector)
    if element is None:
        raise OutputError(f"veilederen: «{selector}» mangler i dokumentet fra mkdocs-with-pdf")
    return element


def _with_text(tag: Tag, text: str) -> Tag:
    tag.string = text
    return tag


def finish(site: Path, roadmap: Roadmap, templates: Path, site_url: str) -> None:
    """Mends the guide that mkdocs-with-pdf left in ``site``, and writes its other editions beside it.

    Raises:
        OutputError: unless all of them came out whole.
    """
    if _complaints.messages:
        raise OutputError("veilederen: WeasyPrint kan ikke bruke alt:\n" + "\n".join(sorted(set(_complaints.messages))))
    pages = accessible.finish(site / PATH)
    if pages not in PAGES:
        raise OutputError(f"veilederen har {pages} sider; den skal ha {PAGES[0]}–{PAGES[-1]}")
    editions.write(_prepared.pop(), templates, site_url, site)
    verify(site / PATH, roadmap)


def files(site: Path) -> list[Path]:
    """The guide in all its editions."""
    return [*(site / FOLDER).glob("veileder*.pdf"), *(site / FOLDER).glob("arbeidsark-*.pdf")]


def verify(file: Path, roadmap: Roadmap) -> None:
    """Raises an OutputError unless every question has its field, and every link within the guide lands."""
    with pikepdf.open(file) as document:
        names = [str(field.T) for field in document.Root.AcroForm.Fields]
        expected = [f"svar-{question.id}" for question in roadmap.questions]
        if wrong := [name for name in expected if names.count(name) != 1]:
            raise OutputError(f"veilederen: disse spørsmålene står ikke én gang: {', '.join(wrong)}")
        if len(set(names)) != len(names):
            raise OutputError("veilederen: to felter har samme navn")
        landings = {str(name) for name in pikepdf.NameTree(document.Root.Names.Dests)}
        targets = {
            str(annotation.Dest)
            for page in document.pages
            for annotation in page.get("/Annots", [])
            if "/Dest" in annotation
        }
        if lost := sorted(targets - landings):
            raise OutputError(f"veilederen: disse lenkene fører ingen steder: {', '.join(lost)}")
