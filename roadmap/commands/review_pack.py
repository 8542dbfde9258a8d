"""``python -m roadmap review-pack``"""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from roadmap.commands.arguments import ROOT, TEMPLATES, Commands, add_content, configured_site_url, roadmap_of
from roadmap.contact import configured_contact
from roadmap.review.pack import review_pack
from roadmap.site_url import checked_site_url


def add_to(commands: Commands) -> None:
    parser = commands.add_parser("review-pack", help="lag Word-fila som faglige eiere godkjenner tiltakene i")
    parser.add_argument("--owner", metavar="ROLLE", help="bare tiltakene som denne rollen er faglig eier av")
    parser.add_argument(
        "--step", action="append", type=str.upper, metavar="BOKSTAV", help="bare ett steg; flere gir én fil til hvert"
    )
    parser.add_argument(
        "--output", type=Path, metavar="FIL", help="fila som blir laget; av flere steg får hver bokstaven sin i navnet"
    )
    parser.add_argument("--site-url", default=os.environ.get("SITE_URL"), help="adressen som lenkene fører til")
    add_content(parser)
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    configuration = ROOT / "mkdocs.yml"
    site_url = configured_site_url(configuration) if options.site_url is None else options.site_url
    contact = configured_contact(configuration)
    roadmap = roadmap_of(options)
    steps: list[str | None] = list(dict.fromkeys(options.step or [None]))
    made = {
        _output(options, step, is_one_of_several=len(steps) > 1): review_pack(
            roadmap, TEMPLATES, checked_site_url(site_url), contact, options.owner, step
        )
        for step in steps
    }
    for output, data in made.items():
        output.parent.mkdir(parents=True, exist_ok=True)
        output.write_bytes(data)
        print(output)
    return 0


def _output(options: argparse.Namespace, step: str | None, *, is_one_of_several: bool) -> Path:
    given: Path | None = options.output
    if given and not is_one_of_several:
        return given
    file = given or Path(f"build/godkjenning{'-' + options.owner if options.owner else ''}.docx")
    return file.with_stem(f"{file.stem}-{step}") if step else file
