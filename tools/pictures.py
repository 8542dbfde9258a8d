"""Takes the pictures in README.md of the built site: the home page in Chromium, the poster from its PDF."""

from __future__ import annotations

import functools
import http.server
import shutil
import threading
from pathlib import Path

import pymupdf
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parents[1]
PICTURES = ROOT / "docs"


def main() -> None:
    PICTURES.mkdir(exist_ok=True)
    _home_page(PICTURES / "site.png")
    with pymupdf.open(ROOT / "site/nedlasting/veikart-plakat-a1.pdf") as poster:
        poster[0].get_pixmap(dpi=36).save(PICTURES / "poster.png")


def _home_page(picture: Path) -> None:
    handler = functools.partial(http.server.SimpleHTTPRequestHandler, directory=str(ROOT / "site"))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server, sync_playwright() as playwright:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        program = shutil.which("chromium") or shutil.which("chromium-browser")
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1200, "height": 1180})
        page.goto(f"http://127.0.0.1:{server.server_port}/")
        page.screenshot(path=picture)
        browser.close()
        server.shutdown()


if __name__ == "__main__":
    main()
