"""Measures the largest pages and data files of a site with 1,000 stories, as they are and compressed.

Each story shows one measure of all, and every second one the same measure, so that its page has many to show.
Everything is written to a temporary folder. Usage: .venv/bin/python benchmarks/list_sizes.py [--stories N] [--shown N]
"""

from __future__ import annotations

import argparse
import gzip
import re
import shutil
import tempfile
from pathlib import Path

from examples import CONFIGURATION, ROOT, SOURCES, add_examples, seconds_to_build


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure the pages of many stories.")
    parser.add_argument("--stories", type=int, default=1000)
    parser.add_argument("--shown", type=int, default=8, help="how many of the largest files to name")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="stories-") as folder:
        project = Path(folder)
        for name in SOURCES:
            shutil.copytree(ROOT / name, project / name)
        for name in CONFIGURATION:
            shutil.copy(ROOT / name, project / name)
        add_stories(project / "content", options.stories)
        seconds_to_build(project / "mkdocs.web.yml")
        report(project / "build/site", options.shown)


def add_stories(content: Path, count: int) -> None:
    """Makes stories of copies of the examples."""
    folder = content / "made"
    shutil.copytree(content / "examples", folder)
    add_examples(folder, count)
    measures = [file.name[:2].upper() for file in sorted((content / "measures").glob("*.yml"))]
    for number, file in enumerate(sorted(folder.glob("example-*.md"))):
        shown = measures[0] if number % 2 else measures[number % len(measures)]
        original = file.read_text(encoding="utf-8")
        text = re.sub(r"^measures: .*$", f"measures: [{shown}]", original, flags=re.MULTILINE)
        text = text.replace("\nstatus: ", "\nconsent: ikke_relevant\nstatus: ", 1)
        head, body = text.rsplit("---\n", 1)
        # A story is twice as long as an example.
        (content / "stories" / file.name).write_text(f"{head}---\n{body}\n{body}", encoding="utf-8")
    shutil.rmtree(folder)


def report(site: Path, shown: int) -> None:
    for kind in ("*.html", "liste/*.js"):
        files = sorted(site.rglob(kind), key=lambda file: -file.stat().st_size)
        print(f"{len(files)} files {kind}; the largest, kB, and kB compressed:")
        for file in files[:shown]:
            data = file.read_bytes()
            print(f"{len(data) / 1000:8.1f} {len(gzip.compress(data)) / 1000:7.1f}  {file.relative_to(site)}")


if __name__ == "__main__":
    main()
