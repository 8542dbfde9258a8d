"""``python -m roadmap poster``"""

from __future__ import annotations

import argparse
import os
import re
from pathlib import Path

from roadmap.commands.arguments import ROOT, TEMPLATES, Commands, configured_site_url, roadmap_of
from roadmap.site_url import checked_site_url


def add_to(commands: Commands) -> None:
    parser = commands.add_parser("poster", help="lag plakaten i A1, også for trykkeriet")
    parser.add_argument("--bleed", type=_length, metavar="MÅL", help="utfallende trykk, for eksempel 3mm")
    parser.add_argument("--marks", action="store_true", help="skjæremerker")
    parser.add_argument("--site-url", default=os.environ.get("SITE_URL"), help="adressen som QR-koden fører til")
    parser.add_argument("--output", default=Path("build/plakat-a1-trykk.pdf"), type=Path, help="fila som blir laget")
    parser.set_defaults(run=_run, content=Path("content"))


def _run(options: argparse.Namespace) -> int:
    # WeasyPrint needs Pango, which the other commands do without.
    from roadmap.pdf.poster import POSTER, poster_pdf

    site_url = configured_site_url(ROOT / "mkdocs.yml") if options.site_url is None else options.site_url
    bleed = options.bleed or ""
    roadmap = roadmap_of(options)
    data = poster_pdf(POSTER, roadmap, TEMPLATES, checked_site_url(site_url), bleed=bleed, marks=options.marks)
    options.output.parent.mkdir(parents=True, exist_ok=True)
    options.output.write_bytes(data)
    print(options.output)
    return 0


def _length(text: str) -> str:
    if not re.fullmatch(r"\d+(\.\d+)?(mm|cm|pt)", text):
        raise argparse.ArgumentTypeError(f"«{text}» er ikke et mål – skriv for eksempel 3mm")
    return text
