"""Image files that editors put beside a page: what passes, what is told of them, and what is refused unopened."""

from __future__ import annotations

import resource
import struct
import subprocess
import sys
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image, ImageCms

from roadmap.__main__ import main
from roadmap.content.load import check
from roadmap.content.problems import Problem
from tests.conftest import ROOT
from tests.images import LATITUDE, encoded, located, print_profile, show

PLACE_IS_TOLD = "bildefila forteller hvor bildet er tatt"


def problems(tree: Path) -> list[Problem]:
    return check(tree).problems


def picture(mode: str = "RGB") -> Image.Image:
    return Image.linear_gradient("L").convert("RGB").convert(mode)


RIGHT: dict[str, Callable[[], bytes]] = {
    "vanlig.jpg": lambda: encoded(picture(), "JPEG"),
    "trinnvis.jpg": lambda: encoded(picture(), "JPEG", progressive=True),
    "graa.jpg": lambda: encoded(picture("L"), "JPEG"),
    "fra-telefon.jpg": lambda: encoded(picture(), "MPO", save_all=True, append_images=[Image.new("RGB", (9, 9))]),
    "palett.png": lambda: encoded(picture("P"), "PNG"),
    "gjennomsiktig.png": lambda: encoded(picture("RGBA"), "PNG"),
    "strek.png": lambda: encoded(picture("1"), "PNG"),
    "seksten-bit.png": lambda: encoded(Image.new("I;16", (20, 20), 40_000), "PNG"),
    "trykk.jpg": lambda: encoded(picture("CMYK"), "JPEG", icc_profile=print_profile()),
    "webp.webp": lambda: encoded(picture("RGBA"), "WEBP"),
}


@pytest.mark.parametrize("name", RIGHT)
def test_a_right_image_passes(name: str, tree: Path) -> None:
    show(tree, name, RIGHT[name]())
    assert problems(tree) == []


def test_colours_for_printing_pass_with_a_profile_of_such_colours_alone(tree: Path) -> None:
    screen = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    show(tree, "trykk.jpg", encoded(picture("CMYK"), "JPEG", icc_profile=screen))
    assert [problem.message.partition(" – ")[0] for problem in problems(tree)] == [
        "bildet har farger for trykk (CMYK) uten fargeprofil"
    ]


@pytest.mark.parametrize("ending", ["jpg", "png", "webp"])
def test_an_image_that_tells_its_place_is_noted_and_stops_nothing(
    ending: str, tree: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    show(tree, f"ute.{ending}", encoded(picture(), {"jpg": "JPEG"}.get(ending, ending), exif=located()))
    [note] = problems(tree)
    assert (note.file.name, note.line, note.severity, note.rule) == (f"ute.{ending}", 1, "note", "bilder")
    assert note.message.startswith(PLACE_IS_TOLD) and " – " in note.message
    # The note is public where the file may not be.
    assert not {str(int(part)) for part in LATITUDE} & set(note.message.split())
    assert main(["check", str(tree)]) == 0
    assert PLACE_IS_TOLD in capsys.readouterr().out


def test_a_film_behind_the_picture_is_noted(tree: Path) -> None:
    show(tree, "levende.jpg", encoded(picture(), "JPEG") + bytes(1_500_000))
    [note] = problems(tree)
    assert note.severity == "note"
    assert note.message.startswith("bak bildet i fila ligger det mer, for eksempel et filmklipp")


def test_an_image_named_only_in_a_page_with_faults_is_not_called_unused(tree: Path) -> None:
    show(tree, "rommet.png", encoded(picture(), "PNG"))
    story = tree / "stories/en-historie.md"
    story.write_text(story.read_text("utf-8").replace("title: En historie", "tittel: En historie"), encoding="utf-8")
    assert {problem.file.name for problem in problems(tree)} == {"en-historie.md"}
    story.write_bytes(b"\xff" + story.read_bytes())
    assert {problem.file.name for problem in problems(tree)} == {"en-historie.md"}


def test_an_image_of_more_than_ten_megabytes_is_not_read(tree: Path) -> None:
    show(tree, "stort.png", b"")
    with (tree / "stories/stort.png").open("wb") as file:
        file.truncate(60_000_000)
    assert [problem.message for problem in problems(tree)] == [
        "bildet er på 60 MB – lagre det mindre; et bilde er på høyst 10 MB"
    ]


def _png(width: int, height: int, rows: bytes) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def _packed(size: int) -> bytes:
    packer = zlib.compressobj(9)
    block = bytes(10_000_000)
    return b"".join(packer.compress(block) for _ in range(size // len(block))) + packer.flush()


def _progressive_bomb() -> bytes:
    """A picture whose pixels are gone over ten thousand times."""
    data = encoded(Image.new("L", (6000, 6000)), "JPEG", progressive=True, quality=10)
    scan = data[data.rindex(b"\xff\xda") : -2]
    return data[:-2] + scan * (9_000_000 // len(scan)) + data[-2:]


BOMBS: dict[str, Callable[[], bytes]] = {
    # 867 MB of pixels, all of them there, in less than one; and fewer than Pillow itself refuses.
    "bombe.png": lambda: _png(17_000, 17_000, _packed(870_000_000)),
    "mindre-bombe.png": lambda: _png(12_000, 12_000, _packed(432_000_000)),
    "bombe.webp": lambda: encoded(Image.new("L", (12_000, 8_000)), "WEBP", lossless=True, method=0),
    "bombe.jpg": lambda: encoded(Image.new("L", (12_000, 12_000)), "JPEG", quality=1),
    "omganger.jpg": _progressive_bomb,
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_refused_before_it_is_unpacked(name: str, tree: Path) -> None:
    """Checked in a process of its own, which may take ten seconds and 150 MB, of which an empty check takes 65."""
    show(tree, name, BOMBS[name]())
    # The most memory that this program had: what rusage says includes the one that began it.
    script = (
        "import re, sys; from pathlib import Path; from roadmap.__main__ import main; code = main(sys.argv[1:]);"
        "print(re.search('VmHWM:[^0-9]*([0-9]+)', Path('/proc/self/status').read_text())[1], file=sys.stderr);"
        "sys.exit(code)"
    )
    command = [sys.executable, "-c", script, "check", str(tree)]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, preexec_fn=_poor)
    assert result.returncode == 1, result.stderr
    *lines, memory = result.stderr.splitlines()
    assert len(lines) == 2 and f"stories/{name}:1: bildet " in lines[0]
    assert int(memory) < 150_000


def _poor() -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (10, 10))
