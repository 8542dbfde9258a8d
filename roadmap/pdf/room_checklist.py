"""The room checklist as one A4 page, to hang on the door."""

from __future__ import annotations

from pathlib import Path

import weasyprint

from roadmap import urls
from roadmap.content.model import Roadmap
from roadmap.errors import OutputError
from roadmap.pdf.render import print_environment, render_pdf

_NAME = "sjekklista for rom"


def room_checklist_pdf(roadmap: Roadmap, templates: Path, site_url: str) -> bytes:
    """The checklist, with a QR code for its page on the site.

    Raises:
        OutputError: when it is not one page, or WeasyPrint warns of anything.
    """
    jinja = print_environment(templates, site_url + urls.page_url(urls.ROOM_CHECKLIST))
    html = jinja.get_template("room/room.html.j2").render(
        roadmap=roadmap, checklist=roadmap.room_checklist, proposal=roadmap.plan.proposal
    )
    return render_pdf(html, _NAME, templates=templates, check=_refuse_more_than_a_page)


def _refuse_more_than_a_page(document: weasyprint.Document) -> None:
    if len(document.pages) != 1:
        raise OutputError(f"{_NAME} fikk {len(document.pages)} sider, ikke én – gjør tekstene kortere")
