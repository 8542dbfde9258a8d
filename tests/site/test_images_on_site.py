"""Images on the built site of a small project: what a page shows, and what must be nowhere in what is published."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag
from PIL import ExifTags, Image
from PIL.PngImagePlugin import PngInfo

from tests.conftest import ROOT, build_small, copy_project
from tests.images import encoded, located, show

pytestmark = pytest.mark.site
SECRET = "hemmelig-12345"
PAGE = "suksesshistorier/en-historie"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small project with three images that tell more than they show, built."""
    project = copy_project(tmp_path_factory.mktemp("images") / "project", ROOT / "tests/tree")
    wide = Image.new("RGB", (2000, 1000), "teal")
    wide.paste("red", (0, 0, 1000, 500))
    exif = located(SECRET)
    exif[ExifTags.Base.Orientation] = 6
    exif.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.UserComment] = b"UNICODE\0" + SECRET.encode("utf-16-be")
    info = PngInfo()
    info.add_text("Comment", SECRET)
    show(project / "content", "til-sist.webp", encoded(wide, "WEBP", exif=exif, xmp=SECRET.encode()))
    show(project / "content", "på-skjerm.png", encoded(wide, "PNG", exif=exif, pnginfo=info))
    show(project / "content", "rommet.jpg", encoded(wide, "JPEG", exif=exif, comment=SECRET) + SECRET.encode())
    result = build_small(project)
    assert result.returncode == 0, result.stderr
    return project


def page(project: Path) -> BeautifulSoup:
    return BeautifulSoup((project / "site" / PAGE / "index.html").read_text(encoding="utf-8"), "html.parser")


def images(project: Path) -> list[Tag]:
    return page(project).select("article figure > img")


def published(project: Path) -> dict[str, bytes]:
    """Every file of the site, and of what is packed in it."""
    site = project / "site"
    files = {file.relative_to(site).as_posix(): file.read_bytes() for file in site.rglob("*") if file.is_file()}
    for name in [name for name in files if name.endswith((".zip", ".docx", ".pptx", ".xlsx"))]:
        with zipfile.ZipFile(io.BytesIO(files[name])) as archive:
            files |= {f"{name}/{entry}": archive.read(entry) for entry in archive.namelist()}
    return files


def test_an_image_is_a_figure_with_its_credit(project: Path) -> None:
    assert [image["alt"] for image in images(project)] == ["Et rom med skjerm og to stoler"] * 3
    for image in images(project):
        assert image.parent and image.parent.name == "figure" and not image.get("title")
        assert [text.get_text() for text in image.parent.select("figcaption")] == [
            "Foto: Kommunikasjonsavdelingen, St. Olavs hospital"
        ]
        assert (image["loading"], image["width"], image["height"]) == ("lazy", "380", "760")


def test_every_width_that_a_page_offers_is_there_and_is_turned(project: Path) -> None:
    for image in images(project):
        offered = [part.split() for part in str(image["srcset"]).split(", ")]
        assert [width for _, width in offered] == ["480w", "960w", "1000w"]
        assert image["src"] in [link for link, _ in offered]
        for link, width in offered:
            name = link.removeprefix("../../").replace("%C3%A5", "å")
            picture = Image.open(project / "site" / name)
            assert (picture.format, f"{picture.width}w") == ("WEBP", width)
            right, left = (picture.convert("RGB").getpixel((x, 10)) for x in (picture.width - 10, 10))
            assert isinstance(right, tuple) and isinstance(left, tuple)
            assert right[0] > 150 > left[0]


def test_the_files_themselves_and_what_they_tell_are_nowhere(project: Path) -> None:
    files = published(project)
    originals = {file.read_bytes() for file in (project / "content/stories").glob("*.[jpw]*g*")} | {
        file.read_bytes() for file in (project / "content/stories").glob("*.webp")
    }
    assert len(originals) == 3
    assert not originals & set(files.values())
    for told in (SECRET.encode(), SECRET.encode("utf-16-be"), SECRET.encode("utf-16-le"), b"Exif\0\0"):
        assert [name for name, data in files.items() if told in data] == []
    assert not [name for name in files if name.endswith((".jpg", "rommet.jpg", "på-skjerm.png", "til-sist.webp"))]


def test_what_is_published_can_be_kept_for_good_and_read_without_a_network(project: Path) -> None:
    names = sorted(file.name for file in (project / "site/assets/pictures").iterdir())
    assert len(names) == 9
    packed = {name.rpartition("/")[2] for name in published(project) if "veikart-uten-nett.zip/" in name}
    assert set(names) <= packed


def test_who_made_an_image_is_not_searched_for(project: Path) -> None:
    parts = [data.decode() for name, data in published(project).items() if name.startswith("assets/search/")]
    assert parts and not [part for part in parts if "Kommunikasjonsavdelingen" in part]


def test_an_edit_of_a_text_makes_no_picture_anew(project: Path) -> None:
    pictures = {name: data for name, data in published(project).items() if "/pictures/" in name}
    about = project / "content/pages/om.md"
    about.write_text(about.read_text(encoding="utf-8").replace("kort tekst", "annen tekst"), encoding="utf-8")
    store = project / "roadmap/site/picture_store.py"
    maker = store.read_text(encoding="utf-8")
    assert "made = versions(" in maker
    store.write_text(maker.replace("made = versions(", "raise AssertionError("), encoding="utf-8")
    result = build_small(project)
    assert result.returncode == 0, result.stderr
    assert {name: data for name, data in published(project).items() if "/pictures/" in name} == pictures


def test_an_image_that_is_refused_stops_the_build(small_project: Path) -> None:
    show(small_project / "content", "rommet.jpg", b"\xff\xd8\xff")
    result = build_small(small_project)
    assert result.returncode == 1
    assert "content/stories/rommet.jpg:1: " in result.stderr and "Traceback" not in result.stderr
