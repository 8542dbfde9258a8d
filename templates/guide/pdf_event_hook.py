"""mkdocs-with-pdf's event hook; it is found by this name."""

from __future__ import annotations

import logging
from pathlib import Path

from bs4 import BeautifulSoup

from roadmap.guide import document as guide

TEMPLATES = Path(__file__).parents[1]


def inject_link(html: str, href: str, page: object, logger: logging.Logger) -> str:
    """The site links to the PDF in its own words."""
    return html


def pre_pdf_render(soup: BeautifulSoup, logger: logging.Logger) -> BeautifulSoup:
    logger.info("Lager veilederen …")
    return guide.prepare(soup, TEMPLATES)
