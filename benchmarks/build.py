"""Times what readers and editors wait for: the content check, and each sheet of paper.

.venv/bin/python benchmarks/build.py
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from roadmap.content.load import load  # noqa: E402 - the project is not installed
from roadmap.pdf.poster import SHEETS, poster_pdf  # noqa: E402


def main() -> None:
    roadmap = load(ROOT / "content")
    _report("check", lambda: load(ROOT / "content"))
    for sheet in SHEETS:
        _report(
            sheet.name, lambda sheet=sheet: poster_pdf(sheet, roadmap, ROOT / "templates", "https://veikart.example/")
        )


def _report(name: str, work: Callable[[], object]) -> None:
    start = time.perf_counter()
    work()
    print(f"{time.perf_counter() - start:6.2f} s  {name}")


if __name__ == "__main__":
    main()
