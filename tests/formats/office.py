"""Our files on their way through LibreOffice."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.programs import program

_PARTS = {"writer": "libswlo.so", "calc": "libsclo.so"}


def converted(file: Path, part: str, kind: str) -> Path:
    """The file as «writer» or «calc» saves it as another kind, such as «pdf» or «csv:Text»."""
    office = program("soffice")
    if not (Path("/usr/lib/libreoffice/program") / _PARTS[part]).exists():
        pytest.skip(f"libreoffice-{part} mangler på denne maskinen, så dette er ikke prøvd")
    folder = file.parent / "converted"
    profile = (file.parent / "office").as_uri()
    command = [office, f"-env:UserInstallation={profile}", "--headless", "--convert-to", kind, "--outdir", str(folder)]
    subprocess.run([*command, str(file)], check=True, capture_output=True, timeout=180)
    return folder / f"{file.stem}.{kind.partition(':')[0]}"
