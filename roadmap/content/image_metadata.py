"""What an image file tells beside its pixels: texts, and whether it says where it was taken.

Nothing here decodes a pixel or raises for a broken file: what can't be understood is searched for readable text.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from pathlib import Path

from PIL import ExifTags, Image

from roadmap.content.image_blocks import Blocks, read_blocks

# What a rule refuses an image for, with room to spare.
_MOST_READ = 12_000_000
# In text of one byte a character, and of two; signs of U+20xx and U+FFxx are those that can hide a number.
_BYTES = re.compile(rb"[\t\n\r\x20-\x7e\x80-\xff]{4,}")
_ASCII = re.compile(rb"[\t\n\r\x20-\x7e]{6,}")
_LITTLE_ENDIAN = re.compile(rb"(?s)(?:[\t\n\r\x20-\x7e\xa0-\xff]\x00|.[\x20\xff]){4,}")
_BIG_ENDIAN = re.compile(rb"(?s)(?:\x00[\t\n\r\x20-\x7e\xa0-\xff]|[\x20\xff].){4,}")
# XMP's fields of a place; IPTC's are 2:90 city, 2:92 sublocation, 2:95 state, 2:101 country.
_PLACE_IN_XMP = re.compile(rb"GPSL(?:at|ong)itude|photoshop:City|Iptc4xmpCore:Location|Iptc4xmpExt:LocationCreated")
_PLACE_IN_IPTC = re.compile(rb"(?s)\x1c\x02[\x5a\x5c\x5f\x65]..\S")


def metadata_texts(file: Path) -> list[str]:
    """Every text in an image file that is not of its pixels, each once: EXIF, IPTC, XMP, comments, appended files.

    The same bytes can give two texts, read in two encodings. A file that can't be read gives none.
    """
    return list(dict.fromkeys(_texts(blocks_of(file))))


def blocks_of(file: Path) -> Blocks:
    """What lies beside the pixels of an image file; nothing of a file that can't be read."""
    try:
        with file.open("rb") as opened:
            return read_blocks(opened.read(_MOST_READ))
    except OSError:
        return Blocks()


def tells_a_place(blocks: Blocks) -> bool:
    """Whether an image says where it was taken, in any of the ways that cameras and picture editors write it."""
    return any(
        _PLACE_IN_XMP.search(block) or _PLACE_IN_IPTC.search(block) or _has_position(block) for block in blocks.found
    )


def _has_position(block: bytes) -> bool:
    start = block.find(b"Exif\0\0") + 6 if b"Exif\0\0" in block[:16] else 0
    if block[start : start + 2] not in (b"II", b"MM"):
        return False
    exif = Image.Exif()
    try:
        exif.load(block[start:])
        return bool(exif.get_ifd(ExifTags.IFD.GPSInfo))
    # Pillow's reader raises whatever a broken block makes it stumble over.
    except Exception:
        return False


def _texts(blocks: Blocks) -> Iterator[str]:
    for block in blocks.found:
        for run in _BYTES.findall(block):
            yield from _decoded(run)
        yield from _of_two_bytes(block)
    # A film or another picture there is mostly noise.
    for run in _ASCII.findall(blocks.appended):
        yield from _decoded(run)
    yield from _of_two_bytes(blocks.appended)


def _decoded(run: bytes) -> Iterator[str]:
    for text in (run.decode("utf-8", errors="replace"), run.decode("cp1252", errors="replace")):
        yield text
        if "&" in text:
            yield html.unescape(text)


def _of_two_bytes(block: bytes) -> Iterator[str]:
    for pattern, encoding in ((_LITTLE_ENDIAN, "utf-16-le"), (_BIG_ENDIAN, "utf-16-be")):
        for run in pattern.findall(block):
            yield run.decode(encoding, errors="replace")
