"""``python -m roadmap readability``"""

from __future__ import annotations

import argparse

from roadmap.commands.arguments import Commands, add_content, roadmap_of
from roadmap.text.readability import LIMIT, SHORT_LIMIT, SHORT_WORDS, average_short, page_readabilities


def add_to(commands: Commands) -> None:
    parser = commands.add_parser(
        "readability", help=f"vis hvor tung hver side er å lese (LIX, høyst {LIMIT}), og om setningene varierer"
    )
    add_content(parser)
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    pages = page_readabilities(roadmap_of(options))
    average = average_short(pages)
    print("LIX  korte  side")
    for page in pages:
        heavy = f"  – over {LIMIT}: del opp setningene" if page.too_heavy else ""
        print(f"{page.lix:3}  {_percent(page.short):>5}  {page.file}{heavy}")
    too_short = f" – over {SHORT_LIMIT:.0%}: bind sammen det som hører sammen" if average > SHORT_LIMIT else ""
    print(f"\nKorte setninger (høyst {SHORT_WORDS} ord) i snitt: {average:.0%}{too_short}".replace("%", " %"))
    print("Andelen viser om teksten hakker. Den er ikke noe å skrive etter: La det stå delt som ikke hører sammen.")
    return int(average > SHORT_LIMIT or any(page.too_heavy for page in pages))


def _percent(share: float | None) -> str:
    return "–" if share is None else f"{share:.0%}".replace("%", " %")
