"""The guide's places to answer, as form fields: one naming for the PDF that is filled in and for whoever reads it.

========================  =============================================================
``svar-<question>``       what a meeting wrote under a question
``valg-<question>``       the answer that it chose, or the point on the scale
``ark-<sheet>-<row>-<column>``  a cell of a worksheet, both counted from 1
``krav-<group>-<number>``  a tick box of a checklist
``mangler-<group>``       what the checklist's group lacks
========================  =============================================================
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bs4 import BeautifulSoup, Tag
from jinja2.environment import TemplateModule

from roadmap.guide.printed_urls import print_urls
from roadmap.templating import environment

# The same order as on paper; content says only what the ends of a scale mean.
POINTS = ("1", "2", "3", "4", "5")


@dataclass(frozen=True)
class Cell:
    """A cell of a worksheet: ``text`` is what is printed in it; an empty one is to be written in."""

    element: Tag
    text: str
    name: str
    title: str


@dataclass(frozen=True)
class Sheet:
    """A worksheet: a table under a heading, with cells to write in."""

    id: str
    title: str
    columns: list[str]
    rows: list[list[Cell]]


def sheets(soup: Tag) -> Iterator[Sheet]:
    """The worksheets among the tables: those that have an empty cell."""
    for table in soup.select("table"):
        heading = table.find_previous("h2")
        if isinstance(heading, Tag) and any(not words(cell) for cell in table.select("td")):
            yield _sheet(table, heading)


def _sheet(table: Tag, heading: Tag) -> Sheet:
    identity, title = local_id(heading), words(heading)
    columns = [words(header) for header in table.select("thead th")]
    rows: list[list[Cell]] = []
    for number, row in enumerate(table.select("tbody tr"), start=1):
        elements = row.select("th, td")
        head = words(elements[0])
        label = f"{title}, rad {number}{f', {head}' if head else ''}"
        rows.append(
            [
                Cell(element, words(element), f"ark-{identity}-{number}-{place}", f"{label}: {column}")
                for place, (element, column) in enumerate(zip(elements, columns, strict=True), start=1)
            ]
        )
    return Sheet(identity, title, columns, rows)


def local_id(element: Tag) -> str:
    """The id as it is on its own page; mkdocs-with-pdf puts the page's address and a colon before it."""
    return str(element.get("id", "")).rpartition(":")[2]


class Inserter:
    """Puts fields, written by the macros of ``guide/macros.html.j2``, into the guide's document."""

    def __init__(self, templates: Path) -> None:
        self._templates = templates
        self._macros: TemplateModule = environment(templates).get_template("guide/macros.html.j2").module

    def fill(self, soup: BeautifulSoup) -> None:
        for question in soup.select(".question"):
            self._question(question)
        for sheet in sheets(soup):
            self._worksheet(sheet)
        for checklist in soup.select("section.checklist"):
            self._checklist(checklist)
        for chapter in soup.select("section[data-url]"):
            print_urls(chapter, self._templates)

    def _question(self, question: Tag) -> None:
        identity, title = local_id(question), words(_child(question, "h3"))
        kind = next(name for name in question["class"] if name.startswith("question--")).removeprefix("question--")
        room = _child(question, ".answer--lines")
        if choice := question.select_one(".answer--choice"):
            options = [words(option) for option in choice.select("li")]
            choice.replace_with(self._made("choice", f"valg-{identity}", title, options))
        if scale := question.select_one(".answer--scale"):
            low, high = (words(end) for end in scale.select(".scale__end"))
            scale.replace_with(self._made("scale", f"valg-{identity}", title, low, high, POINTS))
        room.replace_with(self._made("lines", f"svar-{identity}", title, kind))

    def _worksheet(self, sheet: Sheet) -> None:
        for row in sheet.rows:
            for cell in row:
                if not cell.text:
                    cell.element.append(self._made("cell", cell.name, cell.title))
            if row[0].text:
                row[0].element.name = "th"
                row[0].element["scope"] = "row"

    def _checklist(self, checklist: Tag) -> None:
        for heading in checklist.select("h2"):
            group, title, number = local_id(heading), words(heading), 0
            items = heading.find_next("ul")
            assert isinstance(items, Tag)
            items["class"] = "ticks"
            for number, item in enumerate(items.select("li"), start=1):
                item.insert(0, self._made("tick", f"krav-{group}-{number}", f"{title}: {words(item)}"))
            items.insert_after(self._made("missing", f"mangler-{group}", title))

    def _made(self, macro: str, *arguments: object) -> Tag:
        made = BeautifulSoup(str(getattr(self._macros, macro)(*arguments)), "html.parser").find()
        assert isinstance(made, Tag)
        return made


def _child(element: Tag, selector: str) -> Tag:
    found = element.select_one(selector)
    if found is None:
        raise LookupError(f"«{selector}» mangler i {element.get('id')}")
    return found


def words(element: Tag) -> str:
    return " ".join(element.get_text().split())
