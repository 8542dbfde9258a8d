"""Everything that readers take away, and what is told of it on the site."""

from __future__ import annotations

from pathlib import Path

from roadmap import urls
from roadmap.content.model import Roadmap
from roadmap.errors import OutputError
from roadmap.guide.document import Combine, guide_pdfs
from roadmap.pdf.poster import POSTER, SHEETS, poster_pdf
from roadmap.pdf.preview import previews
from roadmap.pdf.room_checklist import room_checklist_pdf
from roadmap.review.pack import review_pack
from roadmap.slides import presentation
from roadmap.word.ready_made_texts import word_files
from roadmap.workbook.workbook import xlsx


def all_files(
    roadmap: Roadmap, templates: Path, site_url: str, combine: Combine, contact: str = ""
) -> dict[str, bytes]:
    """Every file to take away by its path on the site; ``combine`` puts the guide's pages into one document.

    ``contact`` is the e-mail address for what readers have to say, where there is one.

    Raises:
        OutputError: when one is not what it must be, or one that ``home.yml`` offers is not made.
    """
    files = {
        **paper(roadmap, templates, site_url),
        **guide_pdfs(roadmap, templates, site_url, combine, contact),
        urls.PRESENTATION: presentation.pptx(roadmap, templates, site_url),
        **word_files(roadmap, templates, site_url),
        urls.REVIEW_PACK: review_pack(roadmap, templates, site_url, contact),
        urls.WORKBOOK: xlsx(roadmap, templates, site_url),
    }
    if missing := [download.file for download in roadmap.home.downloads if download.file not in (*files, urls.OFFLINE)]:
        raise OutputError(f"content/home.yml: disse filene blir ikke laget: {', '.join(missing)}")
    return files


def paper(roadmap: Roadmap, templates: Path, site_url: str) -> dict[str, bytes]:
    """The posters, the room checklist and the pictures of the poster."""
    made = {sheet.path: poster_pdf(sheet, roadmap, templates, site_url) for sheet in SHEETS}
    small, large = previews(made[POSTER.path]).values()
    made |= {urls.POSTER_PREVIEW: small, urls.POSTER_PREVIEW_LARGE: large}
    return made | {urls.ROOM_CHECKLIST_PDF: room_checklist_pdf(roadmap, templates, site_url)}
