"""Editors' images as the site shows them: upright, in sRGB, and in the widths that screens ask for.

Nothing of a file but its pixels gets into what is published: no position, no camera, no thumbnail, no comment.
"""

from __future__ import annotations

import io
from dataclasses import dataclass

from PIL import Image, ImageCms

from roadmap.content.image_files import opened

# The column of text is 792 px wide, and the screens that show it have up to two pixels for each of those. A phone shows
# it in 360 to 430 of its own pixels, of which it has two or three.
WIDTHS = (480, 960, 1440)
# As photos are looked at, a picture much larger than the text around it is not.
_SHOWN_WIDTH, _SHOWN_HEIGHT = 792, 760
_QUALITY = 82
# What EXIF says of how the camera was held, and how to turn the picture back.
_ORIENTATION = 0x0112
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_SIDEWAYS = {5, 6, 7, 8}


@dataclass(frozen=True)
class Version:
    """A picture in one size, encoded as WebP."""

    width: int
    height: int
    data: bytes


def shown_size(version: Version) -> tuple[int, int]:
    """The size in CSS pixels at which a picture is shown where there is room for it."""
    width = min(version.width, _SHOWN_WIDTH, max(round(_SHOWN_HEIGHT * version.width / version.height), 1))
    return width, max(round(width * version.height / version.width), 1)


def versions(data: bytes, ending: str) -> list[Version]:
    """The image in a file with this ending in each width that it is large enough for, the smallest first.

    The same file gives the same bytes.

    Raises:
        ImageError: if it is not an image that the site can show.
    """
    with opened(data, ending) as image:
        profile, orientation = image.info.get("icc_profile"), _orientation(image)
        small = _at_most(_in_full_colours(image), WIDTHS[-1], is_sideways=orientation in _SIDEWAYS)
        largest = _in_srgb(_on_white(_upright(small, orientation)), profile)
    widths = [*(width for width in WIDTHS if width < largest.width), largest.width]
    return [_version(largest, width, is_drawn=image.format == "PNG") for width in widths]


def _orientation(image: Image.Image) -> int:
    try:
        return int(image.getexif().get(_ORIENTATION, 1))
    # Pillow's reader raises whatever broken EXIF makes it stumble over; browsers show such a picture as it lies.
    except Exception:
        return 1


def _in_full_colours(image: Image.Image) -> Image.Image:
    """The picture in a mode that can be made smaller without steps; a JPEG is not decoded for that."""
    if image.mode == "I;16":
        # The upper half of each value: Pillow does not scale them.
        return Image.frombytes("L", image.size, image.tobytes()[1::2])
    if image.mode == "1":
        return image.convert("L")
    if "transparency" in image.info:
        return image.convert("RGBA")
    return image.convert("RGB") if image.mode == "P" else image


def _at_most(image: Image.Image, width: int, *, is_sideways: bool) -> Image.Image:
    """The picture made at most so wide; of 36 million pixels in a JPEG no more are decoded than that takes."""
    unlimited = max(image.size)
    image.thumbnail((unlimited, width) if is_sideways else (width, unlimited), reducing_gap=2.0)
    return image


def _upright(image: Image.Image, orientation: int) -> Image.Image:
    return image.transpose(_TURNS[orientation]) if orientation in _TURNS else image


def _on_white(image: Image.Image) -> Image.Image:
    """The picture with a ground under what can be seen through, so that it looks alike in light and dark."""
    if image.mode not in ("LA", "RGBA"):
        return image
    see_through = image.convert("RGBA")
    return Image.alpha_composite(Image.new("RGBA", image.size, "white"), see_through).convert("RGB")


def _in_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """The picture in the colours of the web, without a profile; browsers too pass over a profile that is broken."""
    if profile:
        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            converted = ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
            if converted is not None:
                image = converted
        except (ImageCms.PyCMSError, OSError, ValueError):
            pass
    plain = Image.new("RGB", image.size)
    plain.paste(image)
    return plain


def _version(largest: Image.Image, width: int, *, is_drawn: bool) -> Version:
    height = max(round(largest.height * width / largest.width), 1)
    picture = largest if width == largest.width else largest.resize((width, height), Image.Resampling.LANCZOS)
    encoded = [_encoded(picture, quality=_QUALITY)]
    if is_drawn:
        # Drawings and screens are smaller that way, and keep their edges.
        encoded.append(_encoded(picture, lossless=True))
    return Version(picture.width, picture.height, min(encoded, key=len))


def _encoded(picture: Image.Image, **options: int) -> bytes:
    file = io.BytesIO()
    picture.save(file, "WEBP", **options)
    return file.getvalue()
