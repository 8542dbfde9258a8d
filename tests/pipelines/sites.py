"""Small built sites, written by hand."""

from __future__ import annotations

import io
from collections.abc import Mapping
from pathlib import Path

from PIL import Image


def build_page(title: str, text: str, asset: str = "0123456789") -> str:
    """A page whose style sheet has a digest in its name."""
    return (
        f"<!doctype html><html lang=nb><head><title>{title} – Nettsted</title>"
        f'<link rel="stylesheet" href="/assets/style.{asset}.css"></head>'
        f"<body><header><nav>Meny</nav></header><main><article><h1>{title}</h1>{text}</article></main></body></html>"
    )


def site(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    always = {"index.html": build_page("Hjem", "<p>Velkommen</p>"), "404.html": "<title>Ingen slik side</title>"}
    for name, data in (always | dict(files)).items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data if isinstance(data, bytes) else data.encode())
    return folder


def picture_of(colour: str) -> bytes:
    data = io.BytesIO()
    Image.new("RGB", (30, 20), colour).save(data, "WEBP")
    return data.getvalue()
