"""One build: content read and checked, files to take away made or found in the cache, pages rendered."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger

from roadmap import urls
from roadmap.build_cache import BuildCache, key_of
from roadmap.content.load import load
from roadmap.content.model import Roadmap
from roadmap.errors import OutputError
from roadmap.guide.meeting_data import meeting_data
from roadmap.site.approvals import approval_states
from roadmap.site.card_pictures import picture
from roadmap.site.changes import changed_pages
from roadmap.site.code_host import code_host
from roadmap.site.export import export
from roadmap.site.feed import feed
from roadmap.site.history import history_of
from roadmap.site.page import SitePage
from roadmap.site.pages import Site
from roadmap.site.picture_store import MADE_BY, PictureStore
from roadmap.site.redirects import redirect_pages
from roadmap.site.search.files import search_files
from roadmap.site.social_cards import Card, colours
from roadmap.site.social_cards import cards as social_cards
from roadmap.site.tools import tool_files
from roadmap.site_url import is_example

# Everything that a file to take away is made of, relative to mkdocs.yml.
_INPUTS = ("content", "templates", "roadmap", "mkdocs_adapter", "build_hooks.py", "mkdocs.yml", "requirements.lock")
_WITH_HISTORY = "Endringene har datoer fra historikken i Git."
_WITHOUT_HISTORY = "Endringene har datoer fra innholdet, for hele historikken i Git er ikke her."
log = get_plugin_logger("veikart")


@dataclass(frozen=True)
class Build:
    """What a build puts into the site: pages by path under ``content/``, other files by path on the site.

    ``cards`` say what the pictures of the pages do; ``changed`` is when pages were last changed, where that is known.
    """

    roadmap: Roadmap
    pages: Mapping[str, SitePage]
    files: Mapping[str, bytes]
    cards: Mapping[str, Card]
    changed: Mapping[str, date]


def prepare(config: MkDocsConfig) -> Build:
    """Everything that a build needs, made before MkDocs writes anything.

    Raises:
        ContentError: with everything that is wrong with the content.
        OutputError: when a file is not what it must be, or the content was changed meanwhile.
    """
    root = Path(config.config_file_path).parent
    templates = root / "templates"
    contact = str(config.extra.get("contact") or "")
    settings = {
        "site_url": config.site_url or "",
        "contact": contact,
        "with_pdf": str("with-pdf" in config.plugins),
    }
    if plugin := config.plugins.get("with-pdf"):
        # It is asked for the guide when that must be made, and does nothing by itself.
        plugin.enabled = False
    key = key_of(root, _INPUTS, settings)
    host = code_host(config.repo_url or "", config.edit_uri or "", str(config.extra.get("code_host") or ""))
    roadmap = load(Path(os.path.relpath(config.docs_dir)), templates)
    # Approvals grow old without anything being changed.
    lapsed = [f"{state.kind} {state.id} {state.lapse}" for state in approval_states(roadmap) if state.lapse]
    cache = BuildCache(root / "build/cache", key, lapsed)
    cached = cache.restore()
    files = cached or _files(config, roadmap, templates, contact)
    history = history_of(Path(config.docs_dir))
    pictures = PictureStore(Path(config.docs_dir), root / "build/pictures", lambda: key_of(root, MADE_BY, {}))
    site = Site(roadmap, templates, files, contact, host, has_history=history is not None, picture=pictures.picture)
    pages = {page.path: page for page in site.pages()}
    found = site.documents(pages.values())
    search_page = site.search_page(found)
    pages[search_page.path] = search_page
    withdrawn = {page.path: page for page in site.withdrawn_pages()}
    cards = social_cards(roadmap, pages.values(), templates)
    if cached is None:
        files |= _pictures(cards, templates)
    if not cache.matches(root, _INPUTS, settings):
        raise OutputError("Noe ble endret mens nettstedet ble bygd – bygg på nytt.")
    pictures.forget_others()
    if cached is None:
        try:
            cache.store(files)
        except OSError as error:
            raise OutputError(f"Det som er laget, kan ikke lagres i build/cache: {error}") from error
    changes = changed_pages(roadmap, pages.values(), history)
    log.info(_WITH_HISTORY if history else _WITHOUT_HISTORY)
    announced = {
        **site.files(),
        **tool_files(roadmap, templates, "" if is_example(settings["site_url"]) else settings["site_url"]),
        urls.MEETING_DATA: meeting_data(roadmap, templates),
        **pictures.files,
        **search_files(found, roadmap.search),
        urls.FEED: feed(roadmap, changes, templates, settings["site_url"], has_history=history is not None),
        **export(roadmap, pages.values(), settings["site_url"]),
        **redirect_pages(roadmap, [*pages.values(), *withdrawn.values()], templates, settings["site_url"]),
    }
    # Without a history the dates are those of events and approvals, which tell nothing of when a page was changed.
    changed = {change.page.path: change.updated.date() for change in changes} if history else {}
    return Build(roadmap, pages | withdrawn, {**files, **announced}, cards, changed)


def _pictures(cards: Mapping[str, Card], templates: Path) -> dict[str, bytes]:
    log.info("Lager bildene som lenker til sidene blir vist med …")
    names = colours(templates)
    return {urls.social_card(path): picture(card, names) for path, card in cards.items()}


def _files(config: MkDocsConfig, roadmap: Roadmap, templates: Path, contact: str) -> dict[str, bytes]:
    """What readers take away, and the fonts. What makes them is imported here, since most builds find them made."""
    from roadmap.review.pack import review_pack
    from roadmap.site.web_fonts import web_fonts
    from roadmap.slides.presentation import pptx
    from roadmap.word.ready_made_texts import word_files
    from roadmap.workbook.workbook import xlsx

    site_url = config.site_url or ""
    plugin = config.plugins.get("with-pdf")
    if plugin is None:
        log.info("Lager presentasjonen, regnearket og Word-filene …")
        return {
            urls.PRESENTATION: pptx(roadmap, templates, site_url),
            urls.WORKBOOK: xlsx(roadmap, templates, site_url),
            **word_files(roadmap, templates, site_url),
            urls.REVIEW_PACK: review_pack(roadmap, templates, site_url, contact),
            **web_fonts(),
        }
    # These need Pango, which a build without PDFs does without.
    from mkdocs_adapter.with_pdf import combiner
    from roadmap.outputs import all_files

    log.info("Lager veilederen, plakatene, arkene, presentasjonen, regnearket og Word-filene …")
    return {**all_files(roadmap, templates, site_url, combiner(plugin), contact), **web_fonts()}
