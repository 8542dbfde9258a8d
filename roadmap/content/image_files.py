"""Image files, opened as far as their headers tell that it is safe, and refused with what an editor can do about it."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

from PIL import Image, ImageCms, ImageFile, UnidentifiedImageError

from roadmap.content.image_blocks import read_blocks

ENDINGS = {"jpg": "JPEG", "png": "PNG", "webp": "WEBP"}
LARGEST_FILE = 10_000_000
_LARGEST_SIDE = 6000
# A progressive picture has some ten scans, and each of them goes over all its pixels.
_MOST_SCANS = 100
_START_OF_SCAN = b"\xff\xda"
_MOST = f"høyst {_LARGEST_SIDE} × {_LARGEST_SIDE}"
_BROKEN = "bildet er ødelagt – lagre det på nytt"
# Phones put a smaller picture behind a photo, in what is a JPEG for all who read the first alone.
_ALSO_JPEG = "MPO"
_MODES = {"1", "L", "LA", "P", "RGB", "RGBA", "I;16", "CMYK"}


class ImageError(Exception):
    """An image that can't be used; the message says why, and how to mend it."""


@contextmanager
def opened(data: bytes, ending: str) -> Iterator[Image.Image]:
    """The image in a file with this ending, none of its pixels decoded, if it is one that the site can show.

    Raises:
        ImageError: if it is not, or if its pixels turn out to be broken while they are used.
    """
    with _complete_images_only(), _reading(data) as image:
        if problem := _problem(image, ENDINGS[ending]):
            raise ImageError(problem)
        try:
            yield image
        except ImageError:
            raise
        # Pillow's decoders raise whatever a broken file makes them stumble over.
        except Exception as error:
            raise ImageError(_BROKEN) from error


def size_problem(size: int) -> str | None:
    """What is wrong with an image file of so many bytes."""
    if size > LARGEST_FILE:
        return f"bildet er på {size // 1_000_000} MB – lagre det mindre; et bilde er på høyst 10 MB"
    return None


def decode(image: Image.Image) -> None:
    """Decodes an image to see that it is whole; a JPEG only as coarsely as that takes."""
    image.draft(None, (1, 1))
    image.load()


@contextmanager
def _reading(data: bytes) -> Iterator[Image.Image]:
    if problem := size_problem(len(data)):
        raise ImageError(problem)
    if read_blocks(data).is_cut:
        raise ImageError("det ligger altfor mye tekst i bildefila – lagre bildet på nytt uten metadata")
    if data.count(_START_OF_SCAN) > _MOST_SCANS:
        raise ImageError("bildet er lagret i altfor mange omganger – lagre det på nytt som vanlig jpg")
    try:
        with warnings.catch_warnings():
            # Of too many pixels, which the size tells in Norwegian, and of metadata that are not read here.
            warnings.simplefilter("ignore")
            image = Image.open(io.BytesIO(data), formats=list(ENDINGS.values()))
    except UnidentifiedImageError as error:
        message = "fila er ikke et bilde i et format vi bruker – lagre bildet på nytt som jpg, png eller webp"
        raise ImageError(message) from error
    except Image.DecompressionBombError as error:
        raise ImageError(f"bildet har altfor mange punkter – gjør det mindre; {_MOST}") from error
    except Exception as error:
        raise ImageError(_BROKEN) from error
    with image:
        yield image


def _problem(image: Image.Image, expected: str) -> str | None:
    found = "JPEG" if image.format == _ALSO_JPEG else image.format
    if found != expected:
        return f"bildet er lagret som {found}, men endelsen sier {expected} – gi fila riktig endelse"
    if max(image.size) > _LARGEST_SIDE:
        width, height = image.size
        return f"bildet er {width} × {height} punkter – gjør det mindre; {_MOST}"
    if getattr(image, "is_animated", False) and image.format != _ALSO_JPEG:
        return "bildet beveger seg – lagre ett av bildene i det som jpg eller png"
    if image.mode == "CMYK" and not _has_print_profile(image):
        return "bildet har farger for trykk (CMYK) uten fargeprofil – lagre det på nytt med farger for skjerm (RGB)"
    if image.mode not in _MODES:
        return "bildet har farger som ikke kan vises på skjerm – lagre det på nytt som vanlig jpg eller png"
    return None


def _has_print_profile(image: Image.Image) -> bool:
    """Whether an image tells what its four printing colours look like."""
    try:
        profile = ImageCms.ImageCmsProfile(io.BytesIO(image.info.get("icc_profile", b"")))
    except (ImageCms.PyCMSError, OSError, ValueError):
        return False
    return bool(profile.profile.xcolor_space == "CMYK")


@contextmanager
def _complete_images_only() -> Iterator[None]:
    """Lets Pillow refuse a picture that ends too early, also where WeasyPrint has told it not to."""
    allowed = ImageFile.LOAD_TRUNCATED_IMAGES
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    try:
        yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = allowed
