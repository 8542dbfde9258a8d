"""Rules of image files: each is opened, so that what its name promises is what readers get."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from roadmap.content.image_blocks import read_blocks
from roadmap.content.image_files import ENDINGS, ImageError, decode, opened, size_problem
from roadmap.content.image_metadata import tells_a_place
from roadmap.content.problems import Problem
from roadmap.content.rules.files import WITH_IMAGES
from roadmap.content.source import Tree

# What a phone's small picture or a camera's mark behind a photo has; a film has more.
_MOST_BEHIND = 1_000_000


def image_files(tree: Tree) -> Iterator[Path]:
    """Every image file where images may lie."""
    for ending in ENDINGS:
        for folder in WITH_IMAGES:
            yield from tree.files.matching(f"{folder}/*.{ending}")


def _files(tree: Tree) -> Iterator[Problem]:
    """Et bilde er det som endelsen sier, helt, høyst 6000 × 6000 punkter, og forteller ikke hvor det er tatt."""
    for file in image_files(tree):
        try:
            if problem := size_problem(file.stat().st_size):
                raise ImageError(problem)
            data = file.read_bytes()
            with opened(data, file.suffix.removeprefix(".")) as image:
                decode(image)
        except OSError:
            yield Problem(file, 1, "bildet kan ikke leses – gi deg selv lov til å lese det")
        except ImageError as error:
            yield Problem(file, 1, str(error))
        else:
            yield from _notes(file, data)


def _notes(file: Path, data: bytes) -> Iterator[Problem]:
    blocks = read_blocks(data)
    if tells_a_place(blocks):
        message = (
            "bildefila forteller hvor bildet er tatt; det kommer ikke ut på nettstedet, men alle som har innholdet, "
            "kan se det – lagre bildet uten: på Windows i filas «Egenskaper» under «Detaljer», på iPhone under "
            "«Alternativer» når du deler det, ellers ved å ta et skjermbilde av det"
        )
        yield Problem(file, 1, message, "note")
    if len(blocks.appended) > _MOST_BEHIND:
        message = (
            "bak bildet i fila ligger det mer, for eksempel et filmklipp; det kommer ikke ut på nettstedet, men alle "
            "som har innholdet, kan se det – lagre bildet på nytt, eller ta et skjermbilde av det"
        )
        yield Problem(file, 1, message, "note")


RULES = (_files,)
