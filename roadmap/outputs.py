"""Everything to take away that is made beside the pages: paper, slides and pictures."""

from __future__ import annotations

from pathlib import Path

from roadmap import urls
from roadmap.content.model import Roadmap
from roadmap.guide import document as guide
from roadmap.pdf.poster import POSTER, SHEETS, poster_pdf
from roadmap.pdf.preview import previews
from roadmap.pdf.room_checklist import room_checklist_pdf
from roadmap.site import downloads
from roadmap.slides import presentation


def write_all(roadmap: Roadmap, templates: Path, site_url: str, site: Path) -> None:
    """Writes every file into ``site``, where mkdocs-with-pdf has left the guide.

    Raises:
        OutputError: when one is not what it must be, or a download that pages offer was not made.
    """
    for path, data in paper(roadmap, templates, site_url).items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_bytes(data)
    presentation.write(roadmap, templates, site_url, site / presentation.PATH)
    guide.finish(site, roadmap, templates, site_url)
    downloads.verify(site, [download.file for download in roadmap.home.downloads])


def paper(roadmap: Roadmap, templates: Path, site_url: str) -> dict[str, bytes]:
    """The posters, the room checklist and the pictures of the poster, by path on the site."""
    made = {sheet.path: poster_pdf(sheet, roadmap, templates, site_url) for sheet in SHEETS}
    small, large = previews(made[POSTER.path]).values()
    made |= {urls.POSTER_PREVIEW: small, urls.POSTER_PREVIEW_LARGE: large}
    return made | {urls.ROOM_CHECKLIST_PDF: room_checklist_pdf(roadmap, templates, site_url)}
