"""Rules of images: each is opened, so that what its name promises is what readers get."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import ExifTags, Image, ImageFile, UnidentifiedImageError

from roadmap.content.problems import Problem
from roadmap.content.rules.files import IMAGE_ENDINGS, WITH_IMAGES
from roadmap.content.source import Tree

_LARGEST_FILE = 10_000_000
_LARGEST_SIDE = 6000
_MOST = f"høyst {_LARGEST_SIDE} × {_LARGEST_SIDE}"
_BROKEN = "bildet er ødelagt – lagre det på nytt"
_FORMATS = {"jpg": "JPEG", "png": "PNG", "webp": "WEBP"}


def _images(tree: Tree) -> Iterator[Problem]:
    """Et bilde er det som endelsen sier, helt, høyst 6000 × 6000 punkter, og uten stedet der det er tatt."""
    for ending in IMAGE_ENDINGS:
        for folder in WITH_IMAGES:
            for file in tree.files.matching(f"{folder}/*.{ending}"):
                if problem := _problem(file, _FORMATS[ending]):
                    yield Problem(file, 1, problem)


def _problem(file: Path, expected: str) -> str | None:
    if (size := file.stat().st_size) > _LARGEST_FILE:
        return f"bildet er på {size // 1_000_000} MB – lagre det mindre; et bilde er på høyst 10 MB"
    try:
        with warnings.catch_warnings():
            # Pillow warns of a picture with far too many pixels, which the size says in Norwegian.
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            image = Image.open(file, formats=list(_FORMATS.values()))
    except UnidentifiedImageError:
        return "fila er ikke et bilde i et format vi bruker – lagre bildet på nytt som jpg, png eller webp"
    except Image.DecompressionBombError:
        return f"bildet har altfor mange punkter – gjør det mindre; {_MOST}"
    except (OSError, SyntaxError, ValueError):
        return _BROKEN
    with image:
        return _content_problem(image, expected)


def _content_problem(image: Image.Image, expected: str) -> str | None:
    if image.format != expected:
        return f"bildet er lagret som {image.format}, men endelsen sier {expected} – gi fila riktig endelse"
    if max(image.size) > _LARGEST_SIDE:
        width, height = image.size
        return f"bildet er {width} × {height} punkter – gjør det mindre; {_MOST}"
    try:
        with _complete_images_only():
            image.load()
        is_located = ExifTags.IFD.GPSInfo in image.getexif()
    # Pillow's decoders raise whatever a broken file makes them stumble over.
    except Exception:
        return _BROKEN
    if is_located:
        return "bildet forteller hvor det er tatt – fjern stedsopplysningene, og lagre det på nytt"
    return None


@contextmanager
def _complete_images_only() -> Iterator[None]:
    """Lets Pillow refuse a picture that ends too early, also where WeasyPrint has told it not to."""
    allowed = ImageFile.LOAD_TRUNCATED_IMAGES
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    try:
        yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = allowed


RULES = (_images,)
