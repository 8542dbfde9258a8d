"""The report: a page with pictures that can be opened alone, a summary for the code host, and the pictures as files."""

from __future__ import annotations

import base64
import re
import shutil
import zipfile
from dataclasses import dataclass, field
from pathlib import Path

from jinja2 import Environment

from roadmap import urls
from roadmap.templating import environment
from tools.what_changes.built_site import BuiltSite
from tools.what_changes.comparison import Comparison
from tools.what_changes.pictures import Album, Pictures, file_name

PAGE = "index.html"
SUMMARY = "summary.md"
_PICTURES = "bilder"
_SITE = "nettsted"
_OLD, _NEW = "gammel", "ny"
# What Markdown gives a meaning; a title has none there.
_MARKS = re.compile(r"([\\`*_{}\[\]<>()#+.!|~&@-])")


@dataclass(frozen=True)
class Report:
    """What is told: what differs (nothing where there is no site to compare with, and why), and how it looks."""

    comparison: Comparison | None
    why_not_compared: str = ""
    album: Album = field(default_factory=Album)
    poster: Pictures | None = None
    why_no_pictures: str = ""


def write(report: Report, new: BuiltSite, templates: Path, folder: Path) -> None:
    """Writes the report into ``folder``, which it empties first, with the new site beside it to follow its links."""
    shutil.rmtree(folder, ignore_errors=True)
    (folder / _PICTURES).mkdir(parents=True)
    for pictures in [*report.album.pages, *([report.poster] if report.poster else [])]:
        for side, data in ((_OLD, pictures.before), (_NEW, pictures.after)):
            if data is not None:
                (folder / _PICTURES / file_name(pictures.address, side)).write_bytes(data)
    links = _unpack(new, folder / _SITE)
    for name, options in ((PAGE, {}), (SUMMARY, {"autoescape": False})):
        made = environment(templates, lstrip_blocks=True, **options)
        (folder / name).write_text(_render(made, name, report, new, links), encoding="utf-8")


def _render(made: Environment, name: str, report: Report, new: BuiltSite, links: bool) -> str:
    made.filters["plain"] = lambda text: _MARKS.sub(r"\\\1", " ".join(text.split()))
    made.filters["inline"] = lambda data: f"data:image/webp;base64,{base64.b64encode(data).decode()}"
    return made.get_template(f"changes/{name}.j2").render(
        report=report,
        differs=report.comparison,
        new=new,
        pictures={pictures.address: pictures for pictures in report.album.pages},
        link=(lambda address: _link(address)) if links else None,
    )


def _link(address: str) -> str:
    folder = f"{_SITE}/{urls.OFFLINE_FOLDER}/{address}"
    return folder if address.endswith(".html") else f"{folder}{urls.INDEX}"


def _unpack(new: BuiltSite, folder: Path) -> bool:
    """Puts the site beside the report in the edition that needs no server; tells whether there is one."""
    packed = new.file(urls.OFFLINE)
    if packed is None:
        return False
    with zipfile.ZipFile(packed) as archive:
        archive.extractall(folder)
    return True
