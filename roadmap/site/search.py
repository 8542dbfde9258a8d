"""The search index: Pagefind reads the finished pages, stems Norwegian, and is searched in the reader's browser."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from roadmap.errors import OutputError

_FOLDER = "pagefind"


def index(site: Path, expected: int) -> None:
    """Indexes every page under ``site`` that marks a body for it.

    Raises:
        OutputError: when Pagefind fails, or the index that was written has not exactly ``expected`` pages.
    """
    # The program, not its Python interface: that one is ended before all of its files are sure to be written.
    command = [sys.executable, "-m", "pagefind", "--site", str(site), "--output-subdir", _FOLDER, "--quiet"]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    if result.returncode != 0:
        raise OutputError(f"Pagefind kunne ikke lage søket: {result.stderr.strip() or result.stdout.strip()}")
    indexed = indexed_pages(site)
    if indexed != expected:
        raise OutputError(f"{indexed} av {expected} sider er i søkeindeksen – mangler «data-pagefind-body» i malen?")


def indexed_pages(site: Path) -> int:
    """The number of pages in the index of a finished site, as the index itself says it."""
    entry = json.loads((site / _FOLDER / "pagefind-entry.json").read_text(encoding="utf-8"))
    return sum(int(language["page_count"]) for language in entry["languages"].values())
