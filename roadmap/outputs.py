"""Everything to take away that is made beside the pages: paper, slides and pictures."""

from __future__ import annotations

from pathlib import Path

from roadmap import urls
from roadmap.build_cache import Kept
from roadmap.content.model import Roadmap
from roadmap.guide import document as guide
from roadmap.pdf import poster, preview
from roadmap.pdf import room_checklist as room
from roadmap.site import downloads
from roadmap.site.pages import LARGE_PREVIEW_PATH, PREVIEW_PATH
from roadmap.slides import presentation


def write_all(roadmap: Roadmap, templates: Path, site_url: str, site: Path, kept_guide: Kept) -> None:
    """Writes every file into ``site``, where mkdocs-with-pdf has left the guide unless it is kept from before.

    Raises:
        OutputError: when one is not what it must be, or a download that pages offer was not made.
    """
    poster.write_all(roadmap, templates, site_url, site)
    preview.write(site / poster.POSTER.path, site / PREVIEW_PATH, site / LARGE_PREVIEW_PATH)
    presentation.write(roadmap, templates, site_url, site / urls.PRESENTATION)
    room.write(roadmap, templates, site_url, site / room.PATH)
    if kept_guide.exists:
        kept_guide.restore(site / guide.FOLDER)
    else:
        guide.finish(site, roadmap, templates, site_url)
        kept_guide.keep(guide.files(site))
    downloads.verify(site, [download.file for download in roadmap.home.downloads])
