"""Editors' images made into what the site shows: turned, small, in sRGB, and with nothing in them but pixels."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import ExifTags, Image, ImageCms
from PIL.PngImagePlugin import PngInfo

from roadmap import urls
from roadmap.content.image_blocks import read_blocks
from roadmap.content.image_files import ImageError
from roadmap.errors import OutputError
from roadmap.site import picture_store
from roadmap.site.page_pictures import Picture
from roadmap.site.picture_store import PictureStore
from roadmap.site.pictures import Version, shown_size, versions
from tests.images import encoded, located, print_profile

RED, GREEN, WHITE = (255, 0, 0), (0, 255, 0), (255, 255, 255)
FORMATS = [("jpg", "JPEG"), ("png", "PNG"), ("webp", "WEBP")]


def shown(data: bytes, ending: str) -> Image.Image:
    """The largest of the pictures that are made of a file."""
    return Image.open(io.BytesIO(versions(data, ending)[-1].data))


def is_near(colour: object, expected: tuple[int, int, int]) -> bool:
    assert isinstance(colour, tuple)
    return all(abs(one - other) < 60 for one, other in zip(colour, expected, strict=True))


@pytest.mark.parametrize(("ending", "picture_format"), FORMATS)
@pytest.mark.parametrize(
    ("orientation", "corner"),
    [(1, (0, 0)), (2, (1, 0)), (3, (1, 1)), (4, (0, 1)), (5, (0, 0)), (6, (1, 0)), (7, (1, 1)), (8, (0, 1))],
)
def test_a_picture_is_turned_as_the_camera_says(
    orientation: int, corner: tuple[int, int], ending: str, picture_format: str
) -> None:
    picture = Image.new("RGB", (2000, 1000), "red")
    picture.paste("blue", (0, 0, 1000, 500))
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = orientation
    turned = shown(encoded(picture, picture_format, exif=exif), ending)
    assert turned.size == ((1000, 2000) if orientation > 4 else (1440, 720))
    where = [(x, y) for x in (0, 1) for y in (0, 1)]
    blue = [
        at
        for at in where
        if is_near(turned.getpixel((at[0] * (turned.width - 1), at[1] * (turned.height - 1))), (0, 0, 255))
    ]
    assert blue == [corner]


@pytest.mark.parametrize(
    ("size", "expected"),
    [
        ((3000, 2000), [(480, 320), (960, 640), (1440, 960)]),
        ((1200, 600), [(480, 240), (960, 480), (1200, 600)]),
        ((960, 960), [(480, 480), (960, 960)]),
        ((300, 200), [(300, 200)]),
        ((6000, 1), [(480, 1), (960, 1), (1440, 1)]),
        ((1, 6000), [(1, 6000)]),
        ((1, 1), [(1, 1)]),
    ],
)
def test_each_width_that_is_needed_is_made_and_none_is_enlarged(
    size: tuple[int, int], expected: list[tuple[int, int]]
) -> None:
    made = versions(encoded(Image.new("RGB", size, "teal"), "JPEG"), "jpg")
    assert [(version.width, version.height) for version in made] == expected
    assert [Image.open(io.BytesIO(version.data)).size for version in made] == expected
    assert min(shown_size(made[-1])) >= 1


@pytest.mark.parametrize(
    ("size", "expected"),
    [((1440, 720), (792, 396)), ((1440, 2880), (380, 760)), ((300, 200), (300, 200)), ((1440, 1), (792, 1))],
)
def test_a_picture_is_shown_no_wider_than_the_text_and_no_higher_than_a_window(
    size: tuple[int, int], expected: tuple[int, int]
) -> None:
    assert shown_size(Version(*size, b"")) == expected


def test_what_can_be_seen_through_becomes_white() -> None:
    clear = Image.new("RGBA", (40, 40), (0, 0, 0, 0))
    half = Image.new("RGBA", (40, 40), (255, 0, 0, 128))
    assert is_near(shown(encoded(clear, "PNG"), "png").getpixel((9, 9)), WHITE)
    assert is_near(shown(encoded(half, "WEBP", lossless=True), "webp").getpixel((9, 9)), (255, 127, 127))
    palette = Image.new("P", (40, 40))
    palette.putpalette([0, 0, 0, 255, 0, 0])
    palette.paste(1, (20, 0, 40, 40))
    seen = shown(encoded(palette, "PNG", transparency=0), "png")
    assert is_near(seen.getpixel((5, 20)), WHITE) and is_near(seen.getpixel((35, 20)), RED)
    keyed = encoded(Image.new("RGB", (40, 40), RED), "PNG", transparency=RED)
    assert is_near(shown(keyed, "png").getpixel((9, 9)), WHITE)


@pytest.mark.parametrize(("value", "expected"), [(0, 0), (32_896, 128), (65_535, 255)])
def test_sixteen_bits_become_eight(value: int, expected: int) -> None:
    seen = shown(encoded(Image.new("I;16", (40, 40), value), "PNG"), "png")
    assert is_near(seen.getpixel((9, 9)), (expected, expected, expected))


def test_another_profile_is_translated_and_a_broken_one_passed_over() -> None:
    """In a profile whose red and green have changed places, red is what we call green."""
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    turned = srgb.replace(b"rXYZ", b"xxxx", 1).replace(b"gXYZ", b"rXYZ", 1).replace(b"xxxx", b"gXYZ", 1)
    red = Image.new("RGB", (40, 40), RED)
    for ending, picture_format in FORMATS:
        assert is_near(shown(encoded(red, picture_format, icc_profile=turned), ending).getpixel((9, 9)), GREEN)
        assert is_near(shown(encoded(red, picture_format, icc_profile=srgb), ending).getpixel((9, 9)), RED)
        assert is_near(shown(encoded(red, picture_format, icc_profile=b"broken" * 30), ending).getpixel((9, 9)), RED)
    grey = encoded(Image.new("L", (40, 40), 128), "JPEG", icc_profile=srgb)
    assert is_near(shown(grey, "jpg").getpixel((9, 9)), (128, 128, 128))


def test_colours_for_printing_become_those_of_a_screen() -> None:
    inks = Image.new("CMYK", (40, 40), (255, 0, 0, 0))
    inks.paste((0, 0, 0, 255), (20, 0, 40, 40))
    seen = shown(encoded(inks, "JPEG", icc_profile=print_profile(), quality=95), "jpg")
    assert is_near(seen.getpixel((5, 20)), (0, 150, 220)) and is_near(seen.getpixel((35, 20)), (0, 0, 0))


@pytest.mark.parametrize(("ending", "picture_format"), FORMATS)
def test_nothing_but_pixels_is_left(ending: str, picture_format: str) -> None:
    made: list[Version] = []
    exif = located("hemmelig")
    info = PngInfo()
    info.add_text("Comment", "hemmelig")
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    comments = {"exif": exif, "xmp": b"<x>hemmelig</x>", "comment": "hemmelig", "pnginfo": info}
    picture = Image.new("RGB", (1000, 500), "teal")
    for options in (comments, comments | {"icc_profile": profile}):
        data = encoded(picture, picture_format, **options)
        assert b"hemmelig" in data
        made += versions(data, ending)
    for version in made:
        blocks = read_blocks(version.data)
        assert (blocks.found, blocks.appended) == ([], b"")
        assert version.data[12:16] in (b"VP8 ", b"VP8L")


def test_the_same_file_gives_the_same_bytes() -> None:
    data = encoded(Image.effect_noise((1500, 900), 60).convert("RGB"), "JPEG")
    assert versions(data, "jpg") == versions(data, "jpg")


def test_a_drawing_keeps_its_edges() -> None:
    drawing = Image.new("RGB", (600, 400), "white")
    for x in range(0, 600, 7):
        drawing.paste("black", (x, 0, x + 1, 400))
    assert list(shown(encoded(drawing, "PNG"), "png").tobytes()) == list(drawing.tobytes())


def test_a_file_cut_off_is_refused() -> None:
    data = encoded(Image.effect_noise((500, 500), 60), "JPEG")
    with pytest.raises(ImageError, match="bildet er ødelagt – lagre det på nytt"):
        versions(data[: len(data) // 2], "jpg")


def test_a_picture_is_made_once_and_found_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "stories").mkdir()
    (tmp_path / "stories/rommet på.jpg").write_bytes(encoded(Image.new("RGB", (1000, 500), "teal"), "JPEG"))
    made: list[str] = []

    def counted(data: bytes, ending: str) -> list[Version]:
        made.append(ending)
        return versions(data, ending)

    monkeypatch.setattr(picture_store, "versions", counted)

    def store(key: str = "én") -> tuple[Picture, dict[str, bytes]]:
        one = PictureStore(tmp_path, tmp_path / "kept", lambda: key)
        picture = one.picture("stories/rommet på.jpg")
        assert one.picture("stories/rommet på.jpg") == picture
        return picture, one.files

    first = store()
    assert store() == first
    assert made == ["jpg"]
    picture, files = first
    assert [width for width, _ in picture.files] == [480, 960, 1000]
    assert files.keys() == {path for _, path in picture.files}
    # Another way of making pictures, or another picture, is made anew.
    assert store("to") == first
    (tmp_path / "stories/rommet på.jpg").write_bytes(encoded(Image.new("RGB", (1000, 500), "red"), "JPEG"))
    assert store("to") != first
    assert len(made) == 3


def test_a_picture_that_no_page_shows_any_longer_is_not_kept(tmp_path: Path) -> None:
    for name, colour in (("borte", "red"), ("igjen", "blue")):
        (tmp_path / f"{name}.png").write_bytes(encoded(Image.new("RGB", (10, 5), colour), "PNG"))
    kept = tmp_path / "kept"
    before = PictureStore(tmp_path, kept, lambda: "key")
    before.picture("borte.png")
    before.picture("igjen.png")
    before.forget_others()
    assert len(list(kept.iterdir())) == 2
    after = PictureStore(tmp_path, kept, lambda: "key")
    after.picture("igjen.png")
    after.forget_others()
    assert [file.read_bytes() for file in kept.rglob("*.webp")] == list(after.files.values())
    PictureStore(tmp_path, tmp_path / "nothing", lambda: "key").forget_others()


def test_a_picture_that_can_not_be_made_or_kept_is_named(tmp_path: Path) -> None:
    (tmp_path / "bilde.jpg").write_bytes(b"\xff\xd8")
    (tmp_path / "rett.jpg").write_bytes(encoded(Image.new("RGB", (10, 5)), "JPEG"))
    (tmp_path / "kept").write_text("in the way", encoding="utf-8")
    store = PictureStore(tmp_path, tmp_path / "kept", lambda: "key")
    for name in ("bilde.jpg", "rett.jpg", "borte.jpg"):
        with pytest.raises(OutputError, match=name):
            store.picture(name)


def test_a_page_offers_each_width_and_reserves_the_room() -> None:
    files = tuple((width, urls.picture("på-rommet", width, "0123456789")) for width in (480, 960, 1440))
    attributes = Picture(files, 792, 528).attributes("suksesshistorier/en/")
    link = "../../assets/pictures/p%C3%A5-rommet-{0}.0123456789.webp"
    assert attributes["src"] == link.format(960)
    assert attributes["srcset"].split(", ") == [f"{link.format(width)} {width}w" for width in (480, 960, 1440)]
    assert attributes["sizes"] == "(min-width: 824px) 792px, calc(100vw - 2rem)"
    assert (attributes["width"], attributes["height"], attributes["loading"]) == ("792", "528", "lazy")
