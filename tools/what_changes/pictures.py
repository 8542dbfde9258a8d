"""Pages as Chromium shows them before and after, cut to where they begin to differ."""

from __future__ import annotations

import io
import os
import shutil
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from PIL import Image, ImageChops
from playwright.sync_api import Browser, Page, sync_playwright

from roadmap import urls
from roadmap.errors import OutputError
from roadmap.site.static_server import served
from tools.what_changes.built_site import BuiltSite

_WIDTH = 1200
_MOST_HEIGHT = 15_000
# What is shown: the place where the page begins to differ, with a little of what stands above it.
_CUT_HEIGHT = 1500
_ABOVE = 160
_QUALITY = 80


@dataclass(frozen=True)
class Pictures:
    """A page or the poster in WebP: before, nothing where it is new, and after."""

    address: str
    before: bytes | None
    after: bytes
    is_cut: bool = False


@dataclass(frozen=True)
class Album:
    """Pages that look different, and those that there was no room for and nobody looked at."""

    pages: tuple[Pictures, ...] = ()
    left_out: tuple[str, ...] = ()


def pictures_of_pages(old: BuiltSite, new: BuiltSite, addresses: Sequence[str], most: int) -> Album:
    """The first ``most`` of the pages at the addresses, which the new site has, that do not look the same on both.

    Raises:
        OutputError: when the machine has no Chromium.
    """
    taken: list[Pictures] = []
    left = deque(addresses)
    if not addresses or not most:
        return Album((), tuple(addresses))
    with _browser() as browser, served(old.folder) as old_root, served(new.folder) as new_root:
        context = browser.new_context(viewport={"width": _WIDTH, "height": 900}, reduced_motion="reduce")
        page = context.new_page()
        while left and len(taken) < most:
            address = left.popleft()
            after = _picture(page, f"{new_root}/{quote(address)}")
            before = _picture(page, f"{old_root}/{quote(address)}") if address in old.pages else None
            if pictures := _compared(address, before, after):
                taken.append(pictures)
    return Album(tuple(taken), tuple(left))


def pictures_of_poster(old: BuiltSite, new: BuiltSite) -> Pictures | None:
    """The poster before and after, where both sites have its picture."""
    before, after = (site.file(urls.POSTER_PREVIEW) for site in (old, new))
    return Pictures(urls.POSTER_PREVIEW, before.read_bytes(), after.read_bytes()) if before and after else None


@contextmanager
def _browser() -> Iterator[Browser]:
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if not program:
        raise OutputError("Chromium finnes ikke på denne maskinen")
    # Chromium refuses to run as root, as it does in most pipelines' containers, unless told so.
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--disable-gpu", *arguments])
        yield browser
        browser.close()


def _picture(page: Page, address: str) -> Image.Image:
    page.goto(address, wait_until="networkidle")
    height = min(page.evaluate("document.documentElement.scrollHeight"), _MOST_HEIGHT)
    data = page.screenshot(
        full_page=True, clip={"x": 0, "y": 0, "width": _WIDTH, "height": height}, animations="disabled"
    )
    return Image.open(io.BytesIO(data)).convert("RGB")


def _compared(address: str, before: Image.Image | None, after: Image.Image) -> Pictures | None:
    """Both pictures from where they begin to differ; nothing where they don't."""
    if before is None:
        return Pictures(address, None, _webp(_cut(after, 0)), after.height > _CUT_HEIGHT)
    top = _first_difference(before, after)
    if top is None:
        return None
    is_cut = max(before.height, after.height) > _CUT_HEIGHT
    top = max(0, top - _ABOVE) if is_cut else 0
    return Pictures(address, _webp(_cut(before, top)), _webp(_cut(after, top)), is_cut)


def _first_difference(before: Image.Image, after: Image.Image) -> int | None:
    """The topmost row in which the pictures differ."""
    shared = (0, 0, _WIDTH, min(before.height, after.height))
    box = ImageChops.difference(before.crop(shared), after.crop(shared)).getbbox()
    if box:
        return box[1]
    return None if before.height == after.height else shared[3]


def _cut(picture: Image.Image, top: int) -> Image.Image:
    # A page that ends above the cut shows its end.
    top = min(top, max(0, picture.height - _ABOVE))
    return picture.crop((0, top, _WIDTH, min(picture.height, top + _CUT_HEIGHT)))


def _webp(picture: Image.Image) -> bytes:
    data = io.BytesIO()
    picture.save(data, "WEBP", quality=_QUALITY)
    return data.getvalue()


def file_name(address: str, side: str) -> str:
    """What a picture of the page at an address is called."""
    stem = Path(address.rstrip("/")).with_suffix("").as_posix() if address else ""
    return f"{stem.replace('/', '-').strip('.-') or 'forsiden'}-{side}.webp"
