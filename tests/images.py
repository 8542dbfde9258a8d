"""Images made for a test: encoded, with what cameras and programs leave in them."""

from __future__ import annotations

import io
import struct
from pathlib import Path

from PIL import ExifTags, Image

LATITUDE = (63.0, 25.0, 12.0)


def encoded(picture: Image.Image, picture_format: str, **options: object) -> bytes:
    file = io.BytesIO()
    picture.save(file, picture_format, **options)
    return file.getvalue()


def located(artist: str = "Kamera") -> Image.Exif:
    """EXIF that says who took a picture, and where."""
    exif = Image.Exif()
    exif[ExifTags.Base.Artist] = artist
    exif.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitude] = LATITUDE
    return exif


def show(tree: Path, name: str, data: bytes) -> None:
    """Puts an image beside the small tree's story, which shows it."""
    (tree / "stories" / name).write_bytes(data)
    story = tree / "stories/en-historie.md"
    text = story.read_text(encoding="utf-8")
    image = f'![Et rom med skjerm og to stoler]({name} "Foto: Kommunikasjonsavdelingen, St. Olavs hospital")'
    story.write_text(text.replace("Dette er", f"{image}\n\nDette er", 1), encoding="utf-8")


def print_profile() -> bytes:
    """A colour profile of a printer whose cyan is sky blue, whose black is black, and which has no other ink."""
    grid = b"".join(
        bytes([0, 128, 128] if other & 1 else [140, 91, 78] if cyan else [255, 128, 128])
        for cyan in (0, 1)
        for other in range(8)
    )
    identity = struct.pack(">9i", *(65536 if place % 4 == 0 else 0 for place in range(9)))
    ramp = bytes(range(256))
    white = struct.pack(">3i", 63190, 65536, 54061)
    tags = {
        b"A2B0": b"mft1" + bytes(4) + bytes([4, 3, 2, 0]) + identity + ramp * 4 + grid + ramp * 3,
        b"wtpt": b"XYZ " + bytes(4) + white,
        b"desc": b"desc" + bytes(4) + struct.pack(">I", 2) + b"p\0" + bytes(78),
        b"cprt": b"text" + bytes(4) + b"none\0",
    }
    table, body = struct.pack(">I", len(tags)), b""
    start = 128 + 4 + 12 * len(tags)
    for name, data in tags.items():
        table += name + struct.pack(">II", start + len(body), len(data))
        body += data + bytes(-len(data) % 4)
    sizes = struct.pack(">I4sI", start + len(body), b"none", 0x02400000)
    header = sizes + b"prtrCMYKLab " + bytes(12) + b"acsp" + bytes(28) + white
    return header.ljust(128, b"\0") + table + body
