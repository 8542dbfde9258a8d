"""The site as one file to take away: unpacked on a file share, it opens by a double click, without any server."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml import html

from roadmap import urls
from roadmap.templating import environment

# What every entry says of its time, so that the same site gives the same bytes.
_TIME = (1980, 1, 1, 0, 0, 0)


def pack(site: Path, templates: Path, site_name: str) -> None:
    """Puts the finished site at ``site`` (a folder) into ``urls.OFFLINE`` there, with a page beside it to begin at."""
    start = environment(templates).get_template("pages/offline_start.html.j2").render(site_name=site_name)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        _write(archive, urls.OFFLINE_START, start.encode())
        for file in sorted(path for path in site.rglob("*") if path.is_file()):
            name = file.relative_to(site).as_posix()
            if name not in (urls.OFFLINE, *urls.ONLY_ON_A_SERVER):
                data = _page(file, site) if name.endswith(".html") else file.read_bytes()
                _write(archive, f"{urls.OFFLINE_FOLDER}/{name}", data)
    target = site / urls.OFFLINE
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(packed.getvalue())


def _write(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    entry = zipfile.ZipInfo(name, _TIME)
    entry.compress_type = zipfile.ZIP_DEFLATED
    # A plain file that its owner may change and others may read, whoever packed it.
    entry.create_system, entry.external_attr = 3, 0o644 << 16
    archive.writestr(entry, data)


def _page(file: Path, site: Path) -> bytes:
    """A page whose links to folders lead to the page in them, which only a server would look for there."""
    document = html.document_fromstring(file.read_text(encoding="utf-8"))
    for element in document.xpath("//a[@href] | //form[@action]"):
        attribute = "href" if element.tag == "a" else "action"
        link = element.get(attribute)
        if _target(link, file) == (site / urls.OFFLINE).resolve():
            # Whoever reads this has it.
            element.xpath("ancestor::li[1]")[0].drop_tree()
        else:
            element.set(attribute, _to_file(link, file))
    # Nothing is quicker for being asked for early from the disk, and browsers refuse it for fonts.
    for early in document.xpath("//link[@rel='preload']"):
        early.drop_tree()
    for moved in document.xpath("//meta[@http-equiv='refresh']"):
        wait, _, link = moved.get("content").partition("url=")
        moved.set("content", f"{wait}url={_to_file(link, file)}")
    return html.tostring(document, doctype="<!doctype html>", encoding="utf-8")  # type: ignore[no-any-return]


def _target(link: str, file: Path) -> Path | None:
    """The file or folder that a link of a page leads to, if it stays on the site and leaves the page."""
    parts = urlsplit(link)
    return None if parts.scheme or parts.netloc or not parts.path else (file.parent / unquote(parts.path)).resolve()


def _to_file(link: str, file: Path) -> str:
    target = _target(link, file)
    if target is None or not target.is_dir():
        return link
    parts = urlsplit(link)
    return parts._replace(path=f"{parts.path.rstrip('/')}/{urls.INDEX}").geturl()
