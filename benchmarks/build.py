"""Times what readers and editors wait for: each sheet of paper rendered anew, and the content check.

.venv/bin/python benchmarks/build.py
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from roadmap import checks  # noqa: E402 - the project is not installed
from roadmap.pdf.poster import EDITIONS, Edition, render_edition  # noqa: E402


def main() -> None:
    roadmap = checks.load(ROOT / "content")
    _report("check", lambda: checks.load(ROOT / "content"))
    for edition in EDITIONS:
        _report(edition.name, lambda edition=edition: _render(edition))
    address = "https://veikart.example/"
    render_edition(EDITIONS[0], roadmap, ROOT / "templates", address)
    _report(f"{EDITIONS[0].name}, unchanged", lambda: render_edition(EDITIONS[0], roadmap, ROOT / "templates", address))


def _render(edition: Edition) -> None:
    with tempfile.TemporaryDirectory() as folder:
        # What was rendered before is kept beside the templates, so a copy of them starts afresh.
        templates = Path(shutil.copytree(ROOT / "templates", Path(folder) / "templates"))
        render_edition(edition, checks.load(ROOT / "content"), templates, "https://veikart.example/")


def _report(name: str, work: Callable[[], object]) -> None:
    start = time.perf_counter()
    work()
    print(f"{time.perf_counter() - start:6.2f} s  {name}")


if __name__ == "__main__":
    main()
