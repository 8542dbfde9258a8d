"""A story that was withdrawn: a site that was built before with it, and is built again, holds nothing of it."""

from __future__ import annotations

import gzip
import io
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from PIL import Image

from tests.conftest import ROOT, build_small, copy_project
from tests.test_mistakes import spoil

pytestmark = pytest.mark.site

STORY = "stories/kvitrebekk.md"
PLACE = "suksesshistorier/kvitrebekk"
# In every text of the story and nowhere else. Indexes hold words without their endings.
WORD = b"kvitreb"
TOLD = """---
title: Kvitrebekk i tittelen
summary: Kvitrebekk i sammendraget, så alle kan lese det.
trust: hmr
field: somatikk
role: behandler
measures: [A1, B1]
date: 2021-01-10
sources: [{heading: trygghet, takes: Kvitrebekk er tryggest.}]
consent: innhentet
consent_reference: Kvitrebekk arkiv
consent_date: 2021-02-03
status: utkast
---
## Kvitrebekk i overskriften

"""


def all_bytes(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Every file of a folder, and every file within one, by where it lies."""
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        yield from unpacked(file.relative_to(folder).as_posix(), file.read_bytes())


def unpacked(name: str, data: bytes) -> Iterator[tuple[str, bytes]]:
    yield name, data
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for inner in archive.namelist():
                yield from unpacked(f"{name}!{inner}", archive.read(inner))
    elif data.startswith(b"\x1f\x8b"):
        yield from unpacked(f"{name}!", gzip.decompress(data))


def holding(site: Path, words: bytes) -> set[str]:
    """Where the words stand, in a text or in the name of a file, addresses of the story's page left out."""
    found = set()
    for name, data in all_bytes(site):
        said = data.lower().replace(PLACE.encode(), b"").replace(STORY.encode(), b"")
        if words in said or words in name.lower().replace(PLACE, "").encode():
            found.add(name)
    return found


def git(folder: Path, *arguments: str) -> None:
    settings = ("-c", "user.name=Kari Nordmann", "-c", "user.email=kari@sykehus.example")
    subprocess.run(["git", "-C", str(folder), *settings, *arguments], check=True, capture_output=True)


def build(project: Path) -> None:
    git(project, "add", "--all", "content")
    git(project, "commit", "--message", "Endring")
    result = build_small(project)
    assert result.returncode == 0, result.stderr


def image(name: str) -> str:
    return f'![Kvitrebekk på bildet]({name} "Foto: Kvitrebekk")'


def pictures_in(folder: Path) -> dict[str, str]:
    """The pictures of stories under a folder, by path, each with its colour."""
    colours = {}
    for file in sorted(folder.rglob("*.webp")):
        with Image.open(file) as picture:
            pixel = picture.convert("RGB").getpixel((0, 0))
        assert isinstance(pixel, tuple)
        colours[file.relative_to(folder).as_posix()] = "red" if pixel[0] > pixel[2] else "blue"
    return colours


class Sites:
    """A small project with a story, before and after that was withdrawn."""

    def __init__(self, project: Path) -> None:
        content = project / "content"
        for name, colour in (("bare-her", "red"), ("delt", "blue")):
            Image.new("RGB", (40, 30), colour).save(content / f"stories/{name}.png")
        body = (content / "stories/en-historie.md").read_text(encoding="utf-8").rpartition("---\n")[2]
        told = f"{TOLD}{body}\n{image('bare-her.png')}\n\n{image('delt.png')}\n"
        (content / STORY).write_text(told, encoding="utf-8")
        with (content / "stories/en-historie.md").open("a", encoding="utf-8") as story:
            story.write('\n![Et rom med skjerm](delt.png "Foto: Avdelingen")\n')
        with (content / "stories/index.md").open("a", encoding="utf-8") as page:
            page.write("\n<!-- sett inn: mangler historier -->\n")
        spoil(content, "redirects.yml", "redirects:\n", f"redirects:\n  - {{from: /gammel/, to: {STORY}}}\n")
        git(project, "init", "--initial-branch", "main")
        build(project)
        self.site, self.project = project / "site", project
        self.before = holding(self.site, WORD)
        self.shown_before = pictures_in(self.site / "assets/pictures")
        spoil(content, STORY, "status: utkast", "status: trukket\nwithdrawn: 2021-03-04")
        build(project)


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Sites:
    return Sites(copy_project(tmp_path_factory.mktemp("withdrawn") / "project", ROOT / "tests/tree"))


def page(site: Path, url: str) -> BeautifulSoup:
    return BeautifulSoup((site / url / "index.html").read_text(encoding="utf-8"), "html.parser")


def test_nothing_of_it_is_anywhere_on_the_site(sites: Sites) -> None:
    assert sites.before >= {f"{PLACE}/index.html", "tiltak/a1/index.html", "endringer.xml", "data/veikart.json"}
    assert any(name.startswith("nedlasting/veikart-uten-nett.zip!") for name in sites.before)
    assert any(name.startswith("assets/search/") for name in sites.before)
    assert any("/liste/" in name for name in sites.before)
    assert holding(sites.site, WORD) == set()
    assert holding(sites.project / "build", WORD) == set()


def test_only_pictures_that_another_page_shows_are_published(sites: Sites) -> None:
    assert sorted(sites.shown_before.values()) == ["blue", "red"]
    assert list(pictures_in(sites.site / "assets/pictures").values()) == ["blue"]
    assert list(pictures_in(sites.project / "build/pictures").values()) == ["blue"]
    assert [name for name, _ in all_bytes(sites.site) if "bare-her" in name] == []


def test_its_page_says_that_it_is_withdrawn_and_nothing_else(sites: Sites) -> None:
    left = page(sites.site, PLACE)
    article = left.select_one("article")
    assert article and " ".join(article.get_text(" ").split()) == (
        "Historier Historien er trukket Historien som sto her, ble trukket 4. mars 2021 og er tatt bort fra "
        "nettstedet. Les de andre historiene"
    )
    assert [link["href"] for link in article.select("a")] == ["../", "../"]
    assert left.select_one("meta[name=robots][content=noindex]")
    assert not left.select("meta[property^='og:'], meta[name^=twitter], .page-actions, .note, .tag")
    assert left.title and left.title.get_text() == "Historien er trukket – Veikart for video"


def test_nothing_but_a_retired_address_leads_to_it(sites: Sites) -> None:
    leading = {name for name, data in all_bytes(sites.site) if WORD in data.lower() and ".zip" not in name}
    # Its own page has its address, and the content has that of the redirect.
    assert leading == {f"{PLACE}/index.html", "gammel/index.html", "data/veikart.json"}
    retired = page(sites.site, "gammel")
    assert retired.a and (retired.a["href"], retired.a.get_text()) == (f"../{PLACE}/", "Historien er trukket")


def test_when_all_are_withdrawn_the_list_says_that_it_is_empty(sites: Sites, tmp_path: Path) -> None:
    project = copy_project(tmp_path / "empty", sites.project / "content")
    (project / "content/stories/en-historie.md").write_text("---\nstatus: trukket\n---\n", encoding="utf-8")
    result = build_small(project)
    assert result.returncode == 0, result.stderr
    stories = page(project / "site", "suksesshistorier")
    assert "Her mangler vi historier fra dere." in stories.get_text()
    assert not stories.select(".card, [data-filter]")
    assert pictures_in(project / "site/assets/pictures") == {}
    assert "Suksesshistorier" not in [
        heading.get_text() for heading in page(project / "site", "tiltak/a1").select("h2")
    ]
    left = page(project / "site", "suksesshistorier/en-historie").select_one("article")
    assert left and "er tatt bort fra nettstedet" in left.get_text() and "Mer om suksesshistorier" in left.get_text()
