"""What an image file tells beside its pixels is found wherever programs put it, and broken files cost nothing."""

from __future__ import annotations

import io
import resource
import zlib
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PIL import ExifTags, Image
from PIL.PngImagePlugin import PngInfo

from roadmap.content.image_blocks import read_blocks
from roadmap.content.image_metadata import blocks_of, metadata_texts, tells_a_place

TOLD = "fortalt 12345"


def _exif(**options: bytes | str) -> Image.Exif:
    """EXIF as a camera writes it: ``Artist`` and so on in the image's directory, ``UserComment`` in the camera's."""
    exif = Image.Exif()
    for name, value in options.items():
        tag = ExifTags.Base[name]
        (exif.get_ifd(ExifTags.IFD.Exif) if name == "UserComment" else exif)[tag] = value
    return exif


def _encoded(picture_format: str, **options: object) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (8, 6), "teal").save(file, picture_format, **options)
    return file.getvalue()


def _png_text(**texts: str) -> PngInfo:
    info = PngInfo()
    for kind, text in texts.items():
        if kind == "tEXt":
            info.add_text("Comment", text)
        elif kind == "zTXt":
            info.add_text("Comment", text, zip=True)
        else:
            info.add_itxt("Comment", text, zip=kind == "packed_iTXt")
    return info


def _imagemagick(xmp: bytes) -> PngInfo:
    info = PngInfo()
    info.add_text("Raw profile type xmp", f"\nxmp\n{len(xmp):8}\n{xmp.hex()}\n", zip=True)
    return info


def _iptc(text: str) -> bytes:
    """A segment that picture editors keep IPTC in, with a caption."""
    caption = b"\x1c\x02\x78" + len(text.encode()).to_bytes(2, "big") + text.encode()
    block = b"Photoshop 3.0\x008BIM\x04\x04\0\0" + len(caption).to_bytes(4, "big") + caption
    return b"\xff\xed" + (len(block) + 2).to_bytes(2, "big") + block


def _with_chunk(png: bytes, kind: bytes, data: bytes) -> bytes:
    checksum = zlib.crc32(kind + data).to_bytes(4, "big")
    return png[:33] + len(data).to_bytes(4, "big") + kind + data + checksum + png[33:]


JPEG = _encoded("JPEG")
PNG = _encoded("PNG")
WEBP = _encoded("WEBP")
XMP = f"<x:xmpmeta><dc:creator>{TOLD}</dc:creator></x:xmpmeta>".encode()
TELLING = {
    "exif-artist": _encoded("JPEG", exif=_exif(Artist=TOLD)),
    "exif-user-comment": _encoded("JPEG", exif=_exif(UserComment=b"ASCII\0\0\0" + TOLD.encode())),
    "exif-user-comment-utf-16": _encoded("JPEG", exif=_exif(UserComment=b"UNICODE\0" + TOLD.encode("utf-16-be"))),
    "exif-xp-comment": _encoded("JPEG", exif=_exif(XPComment=TOLD.encode("utf-16-le"))),
    "jpeg-comment": _encoded("JPEG", comment=TOLD),
    "jpeg-xmp": _encoded("JPEG", xmp=XMP),
    "jpeg-xmp-entities": _encoded("JPEG", xmp=XMP.replace(b"1", b"&#x31;")),
    "jpeg-iptc": JPEG[:2] + _iptc(TOLD) + JPEG[2:],
    "jpeg-after-the-picture": JPEG + b"\0" + TOLD.encode(),
    "jpeg-between-segments": JPEG[:2] + TOLD.encode() + JPEG[2:],
    "jpeg-cut-off": _encoded("JPEG", comment=TOLD)[:60],
    "png-text": _encoded("PNG", pnginfo=_png_text(tEXt=TOLD)),
    "png-packed": _encoded("PNG", pnginfo=_png_text(zTXt=TOLD)),
    "png-international": _encoded("PNG", pnginfo=_png_text(iTXt=TOLD)),
    "png-international-packed": _encoded("PNG", pnginfo=_png_text(packed_iTXt=TOLD)),
    "png-exif": _encoded("PNG", exif=_exif(Artist=TOLD)),
    "png-profile": _encoded("PNG", icc_profile=b"profile " + TOLD.encode()),
    "png-as-imagemagick-writes-it": _encoded("PNG", pnginfo=_imagemagick(XMP)),
    "png-unknown-chunk": _with_chunk(PNG, b"prVt", TOLD.encode()),
    "png-after-the-picture": PNG + TOLD.encode("utf-16-le"),
    "webp-exif": _encoded("WEBP", exif=_exif(Artist=TOLD)),
    "webp-xmp": _encoded("WEBP", xmp=XMP),
    "webp-after-the-picture": WEBP + TOLD.encode(),
    "no-image": TOLD.encode(),
}


@pytest.mark.parametrize("data", TELLING.values(), ids=TELLING)
def test_a_text_is_found_wherever_it_is_kept(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "bilde").write_bytes(data)
    assert any(TOLD in text for text in metadata_texts(tmp_path / "bilde"))


def test_norwegian_letters_and_full_width_digits_are_read(tmp_path: Path) -> None:
    for told in ("Bjørn på Åsen", "１２３４５６"):
        (tmp_path / "bilde").write_bytes(_encoded("JPEG", comment=told.encode()))
        assert told in metadata_texts(tmp_path / "bilde")
    (tmp_path / "bilde").write_bytes(_encoded("JPEG", comment="Bjørn på Åsen".encode("cp1252")))
    assert "Bjørn på Åsen" in metadata_texts(tmp_path / "bilde")


@pytest.mark.parametrize("plain", [JPEG, PNG, WEBP], ids=["jpeg", "png", "webp"])
def test_pixels_are_no_text(plain: bytes, tmp_path: Path) -> None:
    (tmp_path / "bilde").write_bytes(plain)
    assert [text for text in metadata_texts(tmp_path / "bilde") if len(text) > 4] == []


def test_a_file_that_is_not_there_tells_nothing(tmp_path: Path) -> None:
    assert metadata_texts(tmp_path / "borte.jpg") == []
    assert metadata_texts(tmp_path) == []


def _gps() -> Image.Exif:
    exif = _exif(Make="Kamera")
    exif.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitude] = (63.0, 25.0, 0.0)
    return exif


PLACES = {
    "jpeg": _encoded("JPEG", exif=_gps()),
    "png": _encoded("PNG", exif=_gps()),
    "webp": _encoded("WEBP", exif=_gps()),
    "xmp": _encoded("JPEG", xmp=b'<rdf:Description exif:GPSLatitude="63,25N"/>'),
    "iptc": JPEG[:2] + _iptc(TOLD).replace(b"\x1c\x02\x78", b"\x1c\x02\x5a") + JPEG[2:],
}


@pytest.mark.parametrize("data", PLACES.values(), ids=PLACES)
def test_a_place_is_seen(data: bytes) -> None:
    assert tells_a_place(read_blocks(data))


@pytest.mark.parametrize("data", TELLING.values(), ids=TELLING)
def test_other_metadata_is_no_place(data: bytes) -> None:
    assert not tells_a_place(read_blocks(data))


def test_a_packed_bomb_is_not_unpacked(tmp_path: Path) -> None:
    """A gigabyte of text in a chunk of a megabyte, five times over."""
    packer = zlib.compressobj(9)
    megabyte = b"a" * 1_000_000
    bomb = b"".join(packer.compress(megabyte) for _ in range(1000)) + packer.flush()
    data = PNG
    for _ in range(5):
        data = _with_chunk(data, b"zTXt", b"Comment\0\0" + bomb)
    (tmp_path / "bombe.png").write_bytes(data)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    blocks = blocks_of(tmp_path / "bombe.png")
    assert blocks.is_cut
    assert sum(map(len, blocks.found)) < 15_000_000
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 100_000


def test_countless_segments_are_not_followed() -> None:
    assert read_blocks(b"\xff\xd8" + b"\xff\xe1\x00\x02" * 1_000_000).is_cut


_STARTS = st.sampled_from(
    [b"", JPEG, JPEG[:40], PNG, PNG[:33], WEBP, WEBP[:20], TELLING["exif-artist"][:50], b"\xff\xd8"]
)


@given(_STARTS, st.binary(max_size=300), st.integers(0, 400), st.binary(max_size=8))
@example(b"\xff\xd8", b"\xff\xe1\xff\xffExif\0\0MM\0*" + b"\xff" * 40, 0, b"")
@settings(max_examples=300)
def test_no_bytes_make_it_fail(start: bytes, rest: bytes, at: int, changed: bytes) -> None:
    data = start + rest
    data = data[:at] + changed + data[at + len(changed) :]
    blocks = read_blocks(data)
    tells_a_place(blocks)
    assert not blocks.is_cut
