"""The search index: Pagefind reads the finished pages, stems Norwegian, and is searched in the reader's browser."""

from __future__ import annotations

import asyncio
from pathlib import Path

from pagefind.index import IndexConfig, PagefindIndex

from roadmap.errors import OutputError


def index(site: Path, expected: int) -> int:
    """Indexes every page under ``site`` that marks a body for it, and gives how many there were.

    Raises:
        OutputError: when fewer than ``expected`` pages were indexed, so that no build ships without search.
    """
    count = asyncio.run(_index(site))
    if count < expected:
        raise OutputError(f"{count} av {expected} sider er i søkeindeksen – mangler «data-pagefind-body» i malen?")
    return count


async def _index(site: Path) -> int:
    config = IndexConfig(output_path=str(site / "pagefind"))
    async with PagefindIndex(config=config) as pagefind:
        indexed = await pagefind.add_directory(str(site))
        return indexed["page_count"]
