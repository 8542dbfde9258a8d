"""The parts of an image file that are not its pixels: JPEG segments, PNG chunks, WebP chunks, and what lies behind.

Reads headers and lengths only. Whatever a file claims, no more is made of it than the limits here allow.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field

# A camera leaves some ten blocks; a whole book fits in what one may unpack to.
_MOST_BLOCKS = 2000
_MOST_UNPACKED = 4_000_000
_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_PIXELS = {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"fdAT", b"fcTL", b"acTL"}
_WEBP_PIXELS = {b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF"}
_JPEG_METADATA = {0xFE, *range(0xE0, 0xF0)}
# A marker in coded pixels is a 0xFF with neither the zero that says that it is a pixel's, nor a restart's number.
_JPEG_MARKER = re.compile(rb"\xff+([^\x00\xff\xd0-\xd7])")
_RAW_PROFILE = re.compile(rb"\s*[\w -]+\n\s*\d+\n([\s0-9a-fA-F]+)\s*\Z")


@dataclass
class Blocks:
    """What lies beside an image's pixels, unpacked.

    ``appended`` is what follows behind the end of the picture; ``is_cut`` says that there was more than is read.
    """

    found: list[bytes] = field(default_factory=list)
    appended: bytes = b""
    is_cut: bool = False
    _unpacked: int = 0

    def add(self, block: bytes) -> bool:
        """Keeps a block; false when there are too many to go on."""
        self.found.append(block)
        self.is_cut |= len(self.found) >= _MOST_BLOCKS
        return not self.is_cut

    def unpack(self, packed: bytes) -> bytes:
        """What was packed, as far as it is whole and the limit allows: a bomb is never unpacked further."""
        unpacker = zlib.decompressobj()
        try:
            unpacked = unpacker.decompress(packed, max(_MOST_UNPACKED - self._unpacked, 1))
        except zlib.error:
            return b""
        self._unpacked += len(unpacked)
        self.is_cut |= bool(unpacker.unconsumed_tail)
        return unpacked


def read_blocks(data: bytes) -> Blocks:
    """The metadata of an image in JPEG, PNG or WebP; of any other file all of it is taken to lie behind a picture."""
    if data.startswith(b"\xff\xd8"):
        return _jpeg(data)
    if data.startswith(_PNG):
        return _png(data)
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return _webp(data)
    return Blocks(appended=data)


def _jpeg(data: bytes) -> Blocks:
    blocks = Blocks()
    end, kind = 2, 0
    while marker := _JPEG_MARKER.search(data, end):
        # What lies between two segments belongs to none; after the start of a scan it is the pixels.
        if kind != 0xDA and marker.start() > end and not blocks.add(data[end : marker.start()]):
            break
        end, kind = marker.end(), marker[1][0]
        if kind == 0xD9:
            break
        if kind in (0x01, 0xD8):
            continue
        length = int.from_bytes(data[end : end + 2], "big")
        if kind in _JPEG_METADATA and not blocks.add(data[end + 2 : end + length]):
            break
        end += max(length, 2)
    else:
        end = len(data)
    blocks.appended = data[end:]
    return blocks


def _png(data: bytes) -> Blocks:
    blocks = Blocks()
    at = len(_PNG)
    while at + 8 <= len(data):
        length, kind = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
        chunk = data[at + 8 : at + 8 + length]
        at += 12 + length
        if kind == b"IEND":
            break
        if kind not in _PNG_PIXELS and not all(map(blocks.add, _png_texts(kind, chunk, blocks))):
            break
    blocks.appended = data[at:]
    return blocks


def _png_texts(kind: bytes, chunk: bytes, blocks: Blocks) -> Iterator[bytes]:
    """A chunk as it is, and what is packed in it."""
    yield chunk
    name, _, rest = chunk.partition(b"\0")
    if kind in (b"zTXt", b"iCCP"):
        rest = blocks.unpack(rest[1:])
        yield rest
    elif kind == b"iTXt":
        is_packed, rest = rest[:1] == b"\1", rest[2:].split(b"\0", 2)[-1]
        rest = blocks.unpack(rest) if is_packed else rest
        yield rest
    # ImageMagick writes EXIF, IPTC and XMP as hexadecimal text.
    if name.startswith(b"Raw profile type") and (profile := _RAW_PROFILE.match(rest)):
        digits = b"".join(profile[1].split())
        yield bytes.fromhex(digits[: len(digits) // 2 * 2].decode("ascii"))


def _webp(data: bytes) -> Blocks:
    blocks = Blocks()
    end = min(8 + int.from_bytes(data[4:8], "little"), len(data))
    at = 12
    while at + 8 <= end:
        kind, length = data[at : at + 4], int.from_bytes(data[at + 4 : at + 8], "little")
        if kind not in _WEBP_PIXELS and not blocks.add(data[at + 8 : at + 8 + length]):
            break
        at += 8 + length + length % 2
    blocks.appended = data[end:]
    return blocks
