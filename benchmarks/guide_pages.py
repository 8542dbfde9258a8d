"""Draws the guide's PDFs of a content tree, and lists how full their pages are.

.venv/bin/python benchmarks/guide_pages.py [FOLDER] [CONTENT]
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from mkdocs.config import load_config  # noqa: E402 - the project is not installed

from mkdocs_adapter.with_pdf import combiner  # noqa: E402
from roadmap.content.load import load  # noqa: E402
from roadmap.guide.document import guide_pdfs  # noqa: E402
from tests.guide.page_fill import page_fills  # noqa: E402


def main() -> None:
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "build/guide")
    content = Path(sys.argv[2]) if len(sys.argv) > 2 else ROOT / "content"
    config = load_config(str(ROOT / "mkdocs.yml"))
    plugin = config.plugins["with-pdf"]
    plugin.on_config(config)
    made = guide_pdfs(load(content), ROOT / "templates", "https://veikart.example/", combiner(plugin))
    for name, data in made.items():
        file = folder / Path(name).name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
        fills = page_fills(file)
        print(f"{len(fills):3} sider  {file.name}  {' '.join(f'{fill:.0%}' for fill in fills)}")


if __name__ == "__main__":
    main()
