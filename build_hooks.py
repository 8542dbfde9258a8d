"""MkDocs' events, each mapped to one call of ``roadmap``. No logic of its own."""

from __future__ import annotations

import logging
import os
import sys
from fnmatch import fnmatch
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import CombinedEvent, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage

from roadmap import urls
from roadmap.content import load as checks
from roadmap.content.problems import ContentError
from roadmap.errors import OutputError
from roadmap.guide import links as guide_links
from roadmap.pdf.road import road
from roadmap.site import downloads, pages, search, web_fonts
from roadmap.text import glossary
from roadmap.text import markdown as prose

ROOT = Path(__file__).parent
TEMPLATES = ROOT / "templates"
log = get_plugin_logger("veikart")
_pages: dict[str, pages.Page] = {}


def on_startup(command: str, dirty: bool) -> None:
    """Lets mkdocs-with-pdf find its event hook, which it looks up by name, and keeps its log to what matters."""
    sys.path.append(str(TEMPLATES / "guide"))
    logging.getLogger("mkdocs.with-pdf").addFilter(lambda record: "Page skipped" not in record.getMessage())


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Reads and checks all content before anything is written, and fills in the navigation."""
    try:
        roadmap = checks.load(Path(os.path.relpath(config.docs_dir)))
    except ContentError as error:
        raise PluginError(f"Innholdet har {len(error.problems)} feil:\n{error}") from error
    site = pages.Site(roadmap, TEMPLATES)
    _pages.clear()
    _pages.update({page.path: page for page in site.pages()})
    config.extra |= {"roadmap": roadmap, "road": road(roadmap), "urls": urls}
    config.mdx_configs["toc"]["slugify"] = prose.slugify
    config.nav = pages.fill_navigation(config.nav, site.navigation())
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Adds the generated pages and the fonts, lays Material's rules under ours, and gives files Norwegian addresses."""
    for page in _pages.values():
        if page.generated:
            file = File.generated(config, page.path, content=page.text)
            file.edit_uri = page.edit_path
            files.append(file)
    sheet = next(file for file in files if fnmatch(file.src_uri, "assets/stylesheets/main.*.css"))
    layered = f'@import url("{sheet.dest_uri.removeprefix("assets/")}") layer(material);'
    assets: dict[str, str | bytes] = {"material.css": layered, **web_fonts.web_fonts()}
    for name, data in assets.items():
        files.append(File.generated(config, f"assets/{name}", content=data))
    for file in files:
        file.dest_uri = pages.address(file.dest_uri)
    return files


def on_page_read_source(page: MkDocsPage, config: MkDocsConfig) -> str:
    return _pages[page.file.src_uri].text


def on_page_content(html: str, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
    """Disarms what people wrote by hand, and explains the glossary's words."""
    safe = html if _pages[page.file.src_uri].generated else prose.scrollable_tables(prose.sanitise(html))
    return glossary.explain(safe, config.extra["roadmap"].glossary.terms)


@event_priority(100)
def _links_out_of_the_guide(output: str, page: MkDocsPage, config: MkDocsConfig) -> str:
    return guide_links.mark_outward_links(output, page.url, config.site_url or "")


@event_priority(-100)
def _links_within_the_site(output: str, page: MkDocsPage, config: MkDocsConfig) -> str:
    return guide_links.restore_outward_links(output)


on_post_page = CombinedEvent(_links_out_of_the_guide, _links_within_the_site)


def on_post_build(config: MkDocsConfig) -> None:
    """Runs after mkdocs-with-pdf: adds what readers take away, states its size, and indexes the pages."""
    site = Path(config.site_dir)
    try:
        if "with-pdf" in config.plugins:
            # These need Pango, and a machine without it builds the pages all the same.
            from roadmap import outputs

            log.info("Lager plakater, ark og presentasjon …")
            outputs.write_all(config.extra["roadmap"], TEMPLATES, config.site_url or "", site)
        else:
            log.info("Bygger uten PDF-er og presentasjon.")
        downloads.state_facts(site, not_made=config.extra["roadmap"].home.not_made)
        log.info(f"{search.index(site, expected=len(_pages))} sider er i søket.")
    except OutputError as error:
        raise PluginError(str(error)) from error
