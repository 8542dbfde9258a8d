"""The roadmap on paper: poster, working poster, handout and printer's copy, from one template."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import weasyprint

from roadmap import urls
from roadmap.content.model import Roadmap
from roadmap.errors import OutputError
from roadmap.pdf.layout import Element, PageLayout, millimetres, page_layouts
from roadmap.pdf.render import print_environment, render_pdf
from roadmap.text.markdown import render

_MARK_FILES = str.maketrans({"æ": "ae", "ø": "o", "å": "a"})


@dataclass(frozen=True)
class PaperSize:
    """A paper size in millimetres, landscape, and how much of a measure there is room for on it."""

    name: str
    width: int
    height: int
    summaries: bool = False
    compact: bool = False


A1 = PaperSize("A1", 841, 594, summaries=True)
A3 = PaperSize("A3", 420, 297)
A4 = PaperSize("A4", 297, 210, compact=True)


@dataclass(frozen=True)
class PosterSheet:
    """A file to make: its name, its paper, and what is on it."""

    name: str
    paper: PaperSize
    working: bool = False
    with_back: bool = False

    @property
    def path(self) -> str:
        """Where it lies on the site."""
        return urls.poster_pdf(self.name)


POSTER = PosterSheet("veikart-plakat-a1", A1)
SHEETS = (
    POSTER,
    PosterSheet("veikart-plakat-a3", A3),
    PosterSheet("veikart-arbeidsplakat-a1", A1, working=True),
    PosterSheet("veikart-arbeidsplakat-a3", A3, working=True),
    PosterSheet("veikart-utdelingsark", A4, with_back=True),
)


def poster_pdf(
    sheet: PosterSheet, roadmap: Roadmap, templates: Path, site_url: str, *, bleed: str = "", marks: bool = False
) -> bytes:
    """The PDF of a sheet; a printer's copy with ``bleed`` (a CSS length) beyond its edges and crop ``marks``.

    Raises:
        OutputError: when a text does not fit, naming it and by how much, or WeasyPrint warns of anything.
    """
    jinja = print_environment(templates, site_url)
    jinja.filters["mark"] = lambda role: _mark(templates, role)
    text = roadmap.poster_text
    html = jinja.get_template("poster/poster.html.j2").render(
        roadmap=roadmap,
        paper=sheet.paper,
        working=sheet.working,
        text=text,
        back={"title": text.back.title, "html": render(text.back.text)} if sheet.with_back else None,
        bleed=bleed,
        marks=marks,
    )

    def check(document: weasyprint.Document) -> None:
        for problem in _overflows(page_layouts(document), 2 if sheet.with_back else 1):
            raise OutputError(f"{sheet.name}: {problem}")

    return render_pdf(html, sheet.name, templates=templates, check=check)


def _mark(templates: Path, role: str) -> str:
    file = templates / "theme/assets/marks" / f"{role.translate(_MARK_FILES)}.svg"
    return "data:image/svg+xml;base64," + base64.b64encode(file.read_bytes()).decode()


def _overflows(pages: list[PageLayout], expected_pages: int) -> Iterator[str]:
    """What does not fit, where and by how much: the first is the cause, the others may follow from it."""
    elements = [element for page in pages for element in page.elements]
    yield from _too_wide(elements)
    yield from _too_many_lines(elements)
    yield from _too_high(pages[0], elements)
    if len(pages) != expected_pages:
        yield f"det ble {len(pages)} sider, ikke {expected_pages} – kort ned baksiden"
    yield from _covered(pages)


def _too_wide(elements: list[Element]) -> Iterator[str]:
    for element in elements:
        if element.kind in ("measure", "step", "heading"):
            for text in element.texts:
                if (excess := text.right - element.right) > 1:
                    amount = f"{millimetres(excess)} mm for bred{'' if element.kind == 'heading' else 't'}"
                    yield f"{element.name} er {amount} – del opp eller bytt ut «{text.text}»"


def _too_many_lines(elements: list[Element]) -> Iterator[str]:
    for element in elements:
        if element.kind == "heading" and element.texts:
            excess = max(text.bottom for text in element.texts) - element.bottom
            # Two lines of a step's title are a little higher than its letter.
            if excess > element.height / 5:
                yield f"{element.name} er {millimetres(excess)} mm for høy – gjør den kortere"


def _too_high(page: PageLayout, elements: list[Element]) -> Iterator[str]:
    mains = [element for element in elements if element.kind == "main"]
    footer = next(element for element in elements if element.kind == "footer")
    room = page.height - footer.height - mains[0].top
    if (excess := sum(main.height for main in mains) - room) > 0:
        tallest = ", ".join(measure.name for measure in _tallest_of_each_phase(elements))
        yield f"{millimetres(excess)} mm for høy – kort ned det høyeste tiltaket i en fase: {tallest}"


def _tallest_of_each_phase(elements: list[Element]) -> Iterator[Element]:
    """The measure that takes most room in each phase; a phase comes before its measures in ``elements``."""
    phases: dict[str, list[Element]] = {}
    for element in elements:
        if element.kind == "phase":
            measures = phases.setdefault(element.name, [])
        elif element.kind == "measure":
            measures.append(element)
    for measures in phases.values():
        if measures:
            yield max(measures, key=lambda measure: measure.height)


def _covered(pages: list[PageLayout]) -> Iterator[str]:
    for page in pages:
        for text in page.texts:
            excess = max(text.right - page.width, text.bottom - page.height, -text.left, -text.top)
            if excess > 0:
                yield f"«{text.text}» stikker {millimetres(excess)} mm utenfor arket – gjør teksten kortere"
        for upper, lower, shared in page.overlaps():
            yield (
                f"«{upper.text}» og «{lower.text}» ligger {millimetres(shared)} mm over hverandre – "
                "gjør en av dem kortere"
            )
