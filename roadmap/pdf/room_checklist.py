"""The room checklist as one A4 page, to hang on the door."""

from __future__ import annotations

from pathlib import Path

from roadmap.content.model import Roadmap
from roadmap.pdf.render import Template, one_page, pdf

PATH = "nedlasting/rom-sjekkliste.pdf"


def write(roadmap: Roadmap, templates: Path, site_url: str, file: Path) -> None:
    """Writes the checklist to ``file``.

    Raises:
        OutputError: when it is not one page, or WeasyPrint ignored part of the template.
    """
    address = f"{site_url}om/rom-sjekkliste/"
    document = Template(templates, address).render("room/room.html.j2", checklist=roadmap.room_checklist)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(pdf(document, templates, "sjekklista for rom", one_page))
