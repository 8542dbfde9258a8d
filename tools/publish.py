"""Builds the site and makes it the live one, goes back to an older one, or removes all older ones.

Usage: python -m tools.publish build|rollback|purge, in the project's folder. A build that fails or is interrupted
leaves ``site`` as it was.
"""

from __future__ import annotations

import argparse
import os
import shutil
import signal
import subprocess
import sys
from datetime import datetime
from pathlib import Path

from roadmap import urls
from roadmap.contact import NO_CONTACT, checked_contact, configured_contact
from roadmap.errors import OutputError
from roadmap.site_url import checked_repo_url, checked_site_url
from tools import system_packages
from tools.build_pages import PANGO_MISSING
from tools.file_lock import exclusive_lock
from tools.releases import Releases

LOCK = Path("build/site.lock")
WAITING = "En annen bygging pågår i denne mappa – venter …"
PAGES = ("index.html", "404.html", urls.SEARCH_CORE, urls.OFFLINE)
PDFS = (urls.GUIDE_PDF, urls.MEETING_PDF, urls.ROOM_CHECKLIST_PDF)
NO_PANGO = """Pango mangler, så PDF-ene kan ikke lages, og nettstedet er ikke bygd.
Installer med: apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0
Andre systemer enn Debian: https://doc.courtbouillon.org/weasyprint/stable/first_steps.html
Vil dere ha nettstedet uten PDF-er: make site WITHOUT_PDF=1"""


def main(arguments: list[str] | None = None) -> int:
    """Runs a command in the working folder, a project's, and gives its exit code."""
    options = _parser().parse_args(arguments)
    try:
        match options.command:
            case "rollback":
                done = roll_back()
            case "purge":
                done = purge()
            case _:
                done = build(_is_on("WITHOUT_PDF"), options.builder)
    except OutputError as error:
        print(error, file=sys.stderr)
        return 1
    except OSError as error:
        print(f"{error.strerror}: {error.filename or ''}. Ingenting er lagt ut; site/ er som før.", file=sys.stderr)
        return 1
    print(done)
    return 0


def build(without_pdf: bool, builder: list[str]) -> str:
    """Builds the site, publishes it, and says so.

    ``builder`` is the command that builds, MkDocs where it is empty; the folder to build in is its last argument.

    Raises:
        OutputError: when the build fails or lacks something; the live site is then as it was.
    """
    environment = os.environ | _checked_settings()
    contact = configured_contact(Path("mkdocs.yml"))
    with exclusive_lock(LOCK, WAITING) as lock:
        releases = Releases(Path())
        built = releases.prepare()
        _run([*(builder or _mkdocs(without_pdf)), str(built)], environment, lock)
        _verify(built, without_pdf)
        number = releases.publish(built)
        try:
            releases.prune()
        except OSError as error:
            raise OutputError(f"Bygg {number} er lagt ut, men eldre bygg ble ikke fjernet: {error}") from error
    done = f"Ferdig: site/index.html (bygg {number})"
    if without_pdf:
        done += ". Bygd uten PDF-er, siden WITHOUT_PDF er satt."
    return done if contact else f"{done}\n{NO_CONTACT}"


def roll_back() -> str:
    """Makes the release before the live one live, and says which.

    Raises:
        OutputError: when there is none.
    """
    # Read before the wait: the way back is from what was live when somebody asked, not from what comes meanwhile.
    live = Releases(Path()).live
    with exclusive_lock(LOCK, WAITING):
        releases = Releases(Path())
        number = releases.previous(live)
        folder = releases.roll_back(number)
    return f"site/ viser nå bygg {number}, laget {_made(folder)}."


def purge() -> str:
    """Removes whatever holds what the live site no longer says, in this folder, and tells what is left.

    Raises:
        OutputError: when there is no live site that was built here.
    """
    with exclusive_lock(LOCK, WAITING):
        live = Releases(Path()).purge()
        for made in LOCK.parent.iterdir():
            # A lock says nothing, and may be held.
            if made == live.parent or made.suffix == LOCK.suffix:
                continue
            if made.is_dir() and not made.is_symlink():
                shutil.rmtree(made)
            else:
                made.unlink()
    return (
        f"Alle eldre bygg i denne mappa er slettet. site/ viser bygg {live.name}, laget {_made(live)}.\n"
        "Kopier andre steder er ikke slettet: README.md sier hvor de kan være."
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m tools.publish", description="Bygg nettstedet, gå tilbake, eller slett eldre bygg."
    )
    commands = parser.add_subparsers(required=True, dest="command", metavar="KOMMANDO")
    build_command = commands.add_parser("build", help="bygg nettstedet, og legg det ut i site/")
    build_command.add_argument("builder", nargs=argparse.REMAINDER, help="programmet som bygger (vanligvis MkDocs)")
    commands.add_parser("rollback", help="gå tilbake til bygget før")
    commands.add_parser("purge", help="slett alle eldre bygg, også det som bygginger har lagret")
    return parser


def _made(folder: Path) -> str:
    made = datetime.fromtimestamp(folder.stat().st_mtime)
    return f"{made:%Y-%m-%d} kl. {made:%H.%M}"


def _is_on(variable: str) -> bool:
    value = os.environ.get(variable, "")
    if value not in ("", "0", "1"):
        raise OutputError(f"{variable} er «{value}» – skriv 1 eller 0.")
    return value == "1"


def _checked_settings() -> dict[str, str]:
    checks = {"SITE_URL": checked_site_url, "REPO_URL": checked_repo_url, "CONTACT": checked_contact}
    return {name: checked(os.environ[name]) for name, checked in checks.items() if name in os.environ}


def _mkdocs(without_pdf: bool) -> list[str]:
    options = ["--without-pdf"] if without_pdf else []
    configuration = "mkdocs.web.yml" if without_pdf else "mkdocs.yml"
    program = [sys.executable, "-m", "tools.build_pages", *options]
    return [*program, "build", "--strict", "--config-file", configuration, "--site-dir"]


def _run(command: list[str], environment: dict[str, str], lock: int) -> None:
    # The builder holds the lock too: where this program is killed, the next one waits until its builder has ended.
    code = subprocess.run(command, env=environment, pass_fds=[lock], check=False).returncode
    if code == PANGO_MISSING and system_packages.missing_needs(["build"]) and system_packages.ensure(["build"]):
        code = subprocess.run(command, env=environment, pass_fds=[lock], check=False).returncode
    if code == PANGO_MISSING:
        raise OutputError(f"{NO_PANGO}\nsite/ er som før.")
    if code != 0:
        cause = f"av {signal.Signals(-code).name}" if code < 0 else f"med kode {code}"
        raise OutputError(f"Bygget stoppet {cause}. Ingenting er lagt ut; site/ er som før.")


def _verify(built: Path, without_pdf: bool) -> None:
    expected = PAGES if without_pdf else (*PAGES, *PDFS, urls.PRESENTATION)
    missing = [name for name in expected if not (built / name).is_file() or (built / name).stat().st_size == 0]
    if missing:
        raise OutputError(f"Bygget mangler {', '.join(missing)}. Ingenting er lagt ut; site/ er som før.")


if __name__ == "__main__":
    sys.exit(main())
