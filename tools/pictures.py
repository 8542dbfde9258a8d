"""Takes the pictures in README.md and on the page «Bidra» anew, of the built site and of what the check prints."""

from __future__ import annotations

import functools
import http.server
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pymupdf
from playwright.sync_api import Locator, Page, sync_playwright

from roadmap import urls

ROOT = Path(__file__).parents[1]
README_PICTURES = ROOT / "docs"
PAGE_PICTURES = (ROOT / "content" / urls.CONTRIBUTE_PAGE).parent
_AROUND = 8


def main() -> None:
    README_PICTURES.mkdir(exist_ok=True)
    with pymupdf.open(ROOT / "site/nedlasting/veikart-plakat-a1.pdf") as poster:
        poster[0].get_pixmap(dpi=36).save(README_PICTURES / "poster.png")
    with _browser(width=1200, height=1180) as page:
        page.screenshot(path=README_PICTURES / "site.png")
    # As narrow as a phone can still show it.
    with _browser(width=540, height=1000, scale=2) as page:
        _form(page)
        _messages(page)


@contextmanager
def _browser(width: int, height: int, scale: float = 1) -> Iterator[Page]:
    """The home page of the built site, in a window of this size."""
    handler = functools.partial(_Quiet, directory=str(ROOT / "site"))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server, sync_playwright() as playwright:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        program = shutil.which("chromium") or shutil.which("chromium-browser")
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        page = browser.new_page(
            viewport={"width": width, "height": height}, device_scale_factor=scale, reduced_motion="reduce", locale="nb"
        )
        page.goto(f"http://127.0.0.1:{server.server_port}/")
        yield page
        browser.close()
        server.shutdown()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


def _form(page: Page) -> None:
    """The form that writes a story, empty, and after somebody had an empty one checked."""
    page.goto(page.url + urls.page_url(urls.CONTRIBUTE_PAGE))
    page.get_by_role("link", name="skjemaet", exact=True).first.click()
    heading, first_field = page.get_by_role("heading", level=1), page.locator("[data-field=title]")
    _take(page, heading, first_field, PAGE_PICTURES / "bidra-skjema.png")
    page.get_by_role("button", name="Kontroller").click()
    summary = page.locator("[data-summary]")
    _take(page, summary, first_field, PAGE_PICTURES / "bidra-mangler.png")


def _take(page: Page, first: Locator, last: Locator, file: Path) -> None:
    """What stands from the top of one part of a page to the bottom of another, as wide as the wider of them."""
    page.evaluate("window.scrollTo(0, 0)")
    boxes = [box for part in (first, last) if (box := part.bounding_box())]
    top, left = (min(box[side] for box in boxes) - _AROUND for side in ("y", "x"))
    right = max(box["x"] + box["width"] for box in boxes) + _AROUND
    bottom = max(box["y"] + box["height"] for box in boxes) + _AROUND
    page.screenshot(
        path=file, full_page=True, clip={"x": left, "y": top, "width": right - left, "height": bottom - top}
    )


def _messages(page: Page) -> None:
    """What the check prints of a story with three mistakes, written as the site writes code."""
    # The page shows it as wide as a phone at most, and the letters must still be read there.
    page.set_viewport_size({"width": 380, "height": 1000})
    page.evaluate(
        """text => {
            const lines = document.createElement("pre");
            lines.append(text);
            lines.style = "white-space: pre-wrap; margin: 0; padding: 0.5rem";
            document.body.replaceChildren(lines);
        }""",
        _printed_of_a_spoiled_story(),
    )
    lines = page.locator("pre")
    _take(page, lines, lines, PAGE_PICTURES / "bidra-meldinger.png")


def _printed_of_a_spoiled_story() -> str:
    with tempfile.TemporaryDirectory() as folder:
        content = Path(shutil.copytree(ROOT / "tests/tree", Path(folder) / "content"))
        story = content / "stories/en-historie.md"
        text = story.read_text(encoding="utf-8")
        for right, wrong in (
            ("consent: ikke_relevant", "consent: innhentet"),
            ("measures: [A1]", "measures: [A8]"),
            ("trust: hmr", "trust: hrm"),
        ):
            if right not in text:
                raise SystemExit(
                    f"tests/tree/stories/en-historie.md har ikke «{right}» lenger – rett tools/pictures.py"
                )
            text = text.replace(right, wrong, 1)
        story.write_text(text, encoding="utf-8")
        command = [sys.executable, "-m", "roadmap", "check", str(content)]
        printed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False).stderr
    if "Traceback" in printed or not printed.rstrip().endswith("Ingenting er bygd."):
        raise SystemExit(f"Kontrollen skulle ha funnet feil i historien, men sa:\n{printed}")
    return printed.replace(f"{content.parent}/", "").strip()


if __name__ == "__main__":
    main()
