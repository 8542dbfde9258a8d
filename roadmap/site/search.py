"""The search index: Pagefind reads the finished pages, stems Norwegian, and is searched in the reader's browser."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

from pagefind.index import IndexConfig, PagefindIndex

from roadmap.errors import OutputError

_FOLDER = "pagefind"


def index(site: Path, expected: int) -> None:
    """Indexes every page under ``site`` that marks a body for it.

    Raises:
        OutputError: unless the index that was written has exactly ``expected`` pages.
    """
    asyncio.run(_index(site))
    indexed = indexed_pages(site)
    if indexed != expected:
        raise OutputError(f"{indexed} av {expected} sider er i søkeindeksen – mangler «data-pagefind-body» i malen?")


def indexed_pages(site: Path) -> int:
    """The number of pages in the index of a finished site, as the index itself says it."""
    entry = json.loads((site / _FOLDER / "pagefind-entry.json").read_text(encoding="utf-8"))
    return sum(int(language["page_count"]) for language in entry["languages"].values())


async def _index(site: Path) -> None:
    config = IndexConfig(output_path=str(site / _FOLDER))
    async with PagefindIndex(config=config) as pagefind:
        await pagefind.add_directory(str(site))
