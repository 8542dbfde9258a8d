"""The commands: ``python -m roadmap check``, ``readability``, ``search-eval``, ``poster`` and ``answers``."""

from __future__ import annotations

import argparse
import io
import os
import re
import sys
from pathlib import Path

import yaml
import yaml_env_tag

from roadmap.content import load as checks
from roadmap.content.model import Roadmap
from roadmap.content.problems import ContentError
from roadmap.errors import OutputError
from roadmap.guide.answers import AnswersError, read
from roadmap.guide.minutes import minutes
from roadmap.site.search import evaluation
from roadmap.site_url import checked_site_url
from roadmap.text.readability import LIMIT, SHORT_LIMIT, SHORT_WORDS, average_short, page_readabilities

ROOT = Path(__file__).parents[1]
TEMPLATES = ROOT / "templates"
# The texts' common source is no part of the repository; where it is at hand, they are compared with it.
OVERVIEW = ROOT.parent / "shared/source/prosjektoversikt.txt"


def main(arguments: list[str] | None = None) -> int:
    """Runs a command and gives its exit code: 0 when all is well, 1 for bad content or a bad file, 2 for bad usage."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A terminal that can't show a letter is no reason to fail.
            stream.reconfigure(errors="backslashreplace")
    options = _parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except BrokenPipeError:
        # Whoever read what is printed has had enough; Python would complain once more when it ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except ContentError as error:
        print(error, file=sys.stderr)
        count = len(error.problems)
        print(f"{count} feil. Ingenting er bygd." if count > 1 else "Én feil. Ingenting er bygd.", file=sys.stderr)
        return 1
    except (AnswersError, OutputError) as error:
        print(error, file=sys.stderr)
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m roadmap", description="Kommandoer for veikartet.")
    commands = parser.add_subparsers(required=True, metavar="KOMMANDO")

    check = commands.add_parser("check", help="kontroller alt innhold")
    check.add_argument("--overview", type=Path, metavar="FIL", help="prosjektoversikten, som tekstene sammenlignes med")
    check.set_defaults(run=_check)
    readability = commands.add_parser(
        "readability", help=f"vis hvor tung hver side er å lese (LIX, høyst {LIMIT}), og om setningene varierer"
    )
    readability.set_defaults(run=_readability)
    answers = commands.add_parser("answers", help="skriv notat og forslag fra en utfylt veileder")
    answers.add_argument("filled", type=Path, metavar="UTFYLT.pdf", help="veilederen slik møtet lagret den")
    answers.set_defaults(run=_answers)
    for command in (check, readability, answers):
        command.add_argument("content", nargs="?", type=Path, default=Path("content"), help="mappa med innhold")

    search = commands.add_parser("search-eval", help="spør det ferdige søket, og tell hvor ofte det finner riktig side")
    search.add_argument("queries", type=Path, metavar="FIL", help="YAML-liste med «query», «expect» og kanskje «group»")
    search.add_argument("--site", type=Path, default=Path("site"), metavar="MAPPE", help="det ferdige nettstedet")
    search.set_defaults(run=_search_eval)

    poster = commands.add_parser("poster", help="lag plakaten i A1, også for trykkeriet")
    poster.add_argument("--bleed", type=_length, metavar="MÅL", help="utfallende trykk, for eksempel 3mm")
    poster.add_argument("--marks", action="store_true", help="skjæremerker")
    poster.add_argument("--site-url", default=os.environ.get("SITE_URL"), help="adressen som QR-koden fører til")
    poster.add_argument("--output", default=Path("build/plakat-a1-trykk.pdf"), type=Path, help="fila som blir laget")
    poster.set_defaults(run=_poster, content=Path("content"))
    return parser


def _roadmap(options: argparse.Namespace) -> Roadmap:
    return checks.load(options.content, TEMPLATES)


def _check(options: argparse.Namespace) -> int:
    overview = options.overview or (OVERVIEW if OVERVIEW.is_file() else None)
    checked = checks.check(options.content, TEMPLATES, overview)
    for note in checked.notes:
        print(f"Merk: {note}.")
    roadmap = checked.roadmap
    print(
        f"Innholdet er i orden: {len(roadmap.measures)} tiltak, "
        f"{len(roadmap.examples)} eksempler, {len(roadmap.stories)} suksesshistorier."
    )
    return 0


def _readability(options: argparse.Namespace) -> int:
    pages = page_readabilities(_roadmap(options))
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


def _poster(options: argparse.Namespace) -> int:
    # WeasyPrint needs Pango, which the other commands do without.
    from roadmap.pdf.poster import POSTER, poster_pdf

    site_url = _site_url(ROOT / "mkdocs.yml") if options.site_url is None else options.site_url
    data = poster_pdf(
        POSTER, _roadmap(options), TEMPLATES, checked_site_url(site_url), bleed=options.bleed or "", marks=options.marks
    )
    options.output.parent.mkdir(parents=True, exist_ok=True)
    options.output.write_bytes(data)
    print(options.output)
    return 0


def _answers(options: argparse.Namespace) -> int:
    roadmap = _roadmap(options)
    print(minutes(read(options.filled, roadmap), roadmap, TEMPLATES), end="")
    return 0


def _search_eval(options: argparse.Namespace) -> int:
    for line in evaluation.report(evaluation.evaluate(evaluation.read_queries(options.queries), options.site)):
        print(line)
    return 0


def _length(text: str) -> str:
    if not re.fullmatch(r"\d+(\.\d+)?(mm|cm|pt)", text):
        raise argparse.ArgumentTypeError(f"«{text}» er ikke et mål – skriv for eksempel 3mm")
    return text


def _site_url(configuration: Path) -> str:
    """The site's address as MkDocs reads it."""
    loader = yaml_env_tag.add_env_tag(yaml.SafeLoader)
    return str(yaml.load(configuration.read_text(encoding="utf-8"), loader)["site_url"])


if __name__ == "__main__":
    sys.exit(main())
