"""The roadmap on paper: poster, working poster, handout and printer's copy, from one template."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from pathlib import Path

import weasyprint
from weasyprint.formatting_structure.boxes import Box, TextBox

from roadmap.content.model import Roadmap
from roadmap.errors import OutputError
from roadmap.pdf.render import Template, pdf
from roadmap.text.markdown import render

_FOLDER = "nedlasting"
_MARK_FILES = str.maketrans({"æ": "ae", "ø": "o", "å": "a"})


@dataclass(frozen=True)
class Sheet:
    """A paper size in millimetres, landscape, and how much of a measure there is room for on it."""

    name: str
    width: int
    height: int
    summaries: bool = False
    compact: bool = False


A1 = Sheet("A1", 841, 594, summaries=True)
A3 = Sheet("A3", 420, 297)
A4 = Sheet("A4", 297, 210, compact=True)


@dataclass(frozen=True)
class Edition:
    """A file to make: its name, its sheet, and what is on it."""

    name: str
    sheet: Sheet
    working: bool = False
    with_back: bool = False

    @property
    def path(self) -> str:
        return f"{_FOLDER}/{self.name}.pdf"


POSTER = Edition("veikart-plakat-a1", A1)
EDITIONS = (
    POSTER,
    Edition("veikart-plakat-a3", A3),
    Edition("veikart-arbeidsplakat-a1", A1, working=True),
    Edition("veikart-arbeidsplakat-a3", A3, working=True),
    Edition("veikart-utdelingsark", A4, with_back=True),
)


def write_all(roadmap: Roadmap, templates: Path, site_url: str, site: Path) -> None:
    """Writes every edition into ``site``.

    Raises:
        OutputError: when a text does not fit, naming it and by how much, or WeasyPrint ignored part of the template.
    """
    (site / _FOLDER).mkdir(parents=True, exist_ok=True)
    for edition in EDITIONS:
        (site / edition.path).write_bytes(render_edition(edition, roadmap, templates, site_url))


def render_edition(
    edition: Edition, roadmap: Roadmap, templates: Path, site_url: str, bleed: str = "", marks: bool = False
) -> bytes:
    """The PDF of an edition; a printer's copy with ``bleed`` (a CSS length) beyond its edges and crop ``marks``."""
    template = Template(templates, site_url)
    template.filters["mark"] = lambda role: _mark(templates, role)
    text = roadmap.poster_text
    document = template.render(
        "poster/poster.html.j2",
        roadmap=roadmap,
        sheet=edition.sheet,
        working=edition.working,
        text=text,
        back={"title": text.back.title, "html": render(text.back.text)} if edition.with_back else None,
        bleed=bleed,
        marks=marks,
    )

    def fits(rendered: weasyprint.Document) -> None:
        _refuse_overflow(edition, rendered)

    return pdf(document, templates, edition.name, fits)


def _mark(templates: Path, role: str) -> str:
    file = templates / "theme/assets/marks" / f"{role.translate(_MARK_FILES)}.svg"
    return "data:image/svg+xml;base64," + base64.b64encode(file.read_bytes()).decode()


def _refuse_overflow(edition: Edition, rendered: weasyprint.Document) -> None:
    """Raises an OutputError that names what is too long and by how much, when the roadmap runs out of its room."""
    pages = [list(page._page_box.descendants()) for page in rendered.pages]
    boxes = [box for page in pages for box in page]
    mains = [box for box in boxes if box.element_tag == "main"]
    footer = next(box for box in boxes if box.element_tag == "footer")
    room = rendered.pages[0].height - footer.margin_height() - footer.style["bottom"].value - mains[0].position_y
    for measure in _named(boxes, "tiltak"):
        for text in (box for box in measure.descendants() if isinstance(box, TextBox)):
            excess = text.position_x + text.width - _right(measure)
            if excess > 1:
                raise OutputError(
                    f"{edition.name}: {_name(measure)} er {_millimetres(excess)} mm for bredt – "
                    f"del opp eller bytt ut «{text.text.strip()}»"
                )
    excess = sum(main.margin_height() for main in mains) - room
    if excess > 0:
        longest = [_tallest(_named(list(band.descendants()), "tiltak")) for band in _named(boxes, "fase")]
        names = ", ".join(_name(box) for box in longest)
        raise OutputError(
            f"{edition.name} er {_millimetres(excess)} mm for høy – kort ned det høyeste tiltaket i en fase: {names}"
        )
    expected = 2 if edition.with_back else 1
    if len(pages) != expected:
        raise OutputError(f"{edition.name} fikk {len(pages)} sider, ikke {expected} – kort ned baksiden")


def _name(box: Box) -> str:
    return str(box.element.attrib.get("data-name", "")) if box.element is not None else ""


def _named(boxes: list[Box], kind: str) -> list[Box]:
    """The outermost box of each element whose ``data-name`` begins with ``kind``."""
    found: dict[str, Box] = {}
    for box in boxes:
        if _name(box).startswith(kind):
            found.setdefault(_name(box), box)
    return list(found.values())


def _tallest(boxes: list[Box]) -> Box:
    return max(boxes, key=lambda box: float(box.height))


def _right(box: Box) -> float:
    return float(box.position_x + box.margin_width())


def _millimetres(pixels: float) -> int:
    return max(1, round(pixels / 96 * 25.4))
