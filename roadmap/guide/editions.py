"""The guide's smaller editions, cut from the same document: one for the meeting, and each worksheet alone."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bs4 import BeautifulSoup, Tag
from markupsafe import Markup

from roadmap.errors import OutputError
from roadmap.guide import accessible
from roadmap.guide.fields import local_id, words
from roadmap.pdf.render import render_pdf
from roadmap.templating import environment

MEETING = "nedlasting/veileder-moteutgave.pdf"
MEETING_PAGES = 12


@dataclass(frozen=True)
class Edition:
    """A part of the guide as a file of its own: where it goes, how it reads, and how many pages it may have."""

    path: str
    document: str
    most_pages: int


def write(guide: BeautifulSoup, templates: Path, site_url: str, site: Path) -> None:
    """Writes every edition of the prepared ``guide`` to ``site``.

    Raises:
        OutputError: when one has too many pages, or WeasyPrint ignored part of it.
    """
    for edition in _editions(guide, templates, site_url):
        file = site / edition.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(render_pdf(edition.document, edition.path, templates=templates))
        pages = accessible.finish(file)
        if pages > edition.most_pages:
            raise OutputError(f"{edition.path} fikk {pages} sider, men skal ha høyst {edition.most_pages}")


def sheet_path(sheet_id: str) -> str:
    return f"nedlasting/arbeidsark-{sheet_id}.pdf"


def _editions(guide: BeautifulSoup, templates: Path, site_url: str) -> Iterator[Edition]:
    jinja = environment(templates)
    style = Markup(guide.style) if guide.style else ""

    def document(template: str, **values: object) -> str:
        text = jinja.get_template(f"guide/{template}").render(style=style, **values)
        soup = BeautifulSoup(text, "html.parser")
        _lead_links_to_the_site(soup, site_url)
        return str(soup)

    checklists = [_checklist(section) for section in guide.select("section.checklist")]
    worksheets = guide.select("section.worksheet")
    chapters = [chapter for chapter in guide.select("section.chapter") if chapter.select_one(".question")]
    yield Edition(
        MEETING,
        document(
            "meeting.html.j2",
            title=words(guide.title) if guide.title else "",
            agenda=Markup("".join(map(str, _agenda(guide)))),
            chapters=[
                {
                    "id": chapter["id"],
                    "title": next(str(heading["data-running"]) for heading in chapter.select("h1")),
                    "questions": Markup("".join(map(str, chapter.select(".question")))),
                }
                for chapter in chapters
            ],
            sheets=[Markup(sheet) for sheet in (*worksheets, *checklists)],
        ),
        MEETING_PAGES,
    )
    for sheet in (*worksheets, *checklists):
        alone = copy.copy(sheet)
        heading = alone.find(["h1", "h2"])
        assert isinstance(heading, Tag)
        title, name = words(heading), local_id(heading)
        heading.name = "h1"
        for smaller in alone.select("h3"):
            smaller.name = "h2"
        yield Edition(sheet_path(name), document("sheet.html.j2", title=title, sheet=Markup(alone)), 1)


def _agenda(guide: BeautifulSoup) -> list[Tag]:
    """The meeting's plan: the first chapter's table, with its heading and what follows until the next."""
    table = guide.select_one("section.chapter table")
    heading = table.find_previous("h2") if table else None
    if not isinstance(heading, Tag):
        raise OutputError("veilederen: møteplanen mangler i første kapittel")
    agenda = [heading]
    for element in heading.find_next_siblings(True):
        if not isinstance(element, Tag) or element.name == "h2":
            break
        if "addresses" not in element.get_attribute_list("class"):
            agenda.append(element)
    return agenda


def _checklist(section: Tag) -> Tag:
    """A checklist as a worksheet among others: one level down, without what leads out of it."""
    sheet = copy.copy(section)
    sheet["class"] = ["worksheet", "checklist"]
    for element in sheet.select(".kicker, .addresses, .address-mark"):
        element.decompose()
    for level in ("h2", "h1"):
        for heading in sheet.select(level):
            heading.name = f"h{int(level[1]) + 1}"
    return sheet


def _lead_links_to_the_site(soup: BeautifulSoup, site_url: str) -> None:
    """Leads links to parts that the edition lacks to the site, where these parts have the same address."""
    here = {str(element["id"]) for element in soup.select("[id]")}
    for link in soup.select('a[href^="#"]'):
        target = str(link["href"])[1:]
        if target not in here:
            page, _, anchor = target.partition(":")
            link["href"] = f"{site_url}{page}{f'#{anchor}' if anchor else ''}"
