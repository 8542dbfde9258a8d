"""Tells what changes on the site.

Usage: python -m tools.what_changes OLD_SITE NEW_SITE --output DIR, or --base REF --output DIR, which builds the site of
the commit that the changes began from, and compares ``site/`` with it.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from roadmap import urls
from roadmap.errors import OutputError
from tools.what_changes.base_site import BaseBuildError, site_of_base
from tools.what_changes.built_site import BuiltSite
from tools.what_changes.comparison import Comparison, compare
from tools.what_changes.pictures import Album, pictures_of_pages, pictures_of_poster
from tools.what_changes.report import PAGE, Report, write

ROOT = Path(__file__).parents[2]
TEMPLATES = ROOT / "templates"
BASE_FOLDER = Path("build/before")


def main(arguments: list[str] | None = None) -> int:
    """Gives 0 when there is a report, also where there was nothing to compare with, 1 for a bad folder or reference."""
    parser = _parser()
    options = parser.parse_args(arguments)
    if bool(options.sites) == bool(options.base) or len(options.sites) not in (0, 2):
        parser.error("skriv to mapper med bygde nettsteder, eller --base med en gren eller en commit")
    try:
        new = BuiltSite(options.sites[1] if options.sites else Path("site"))
        report = _report(options, new)
        write(report, new, TEMPLATES, options.output)
    except OutputError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"Ferdig: {options.output / PAGE}")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tools.what_changes", description="Vis hva som endrer seg.")
    parser.add_argument("sites", nargs="*", type=Path, metavar="MAPPE", help="nettstedet før og nettstedet etter")
    parser.add_argument("--base", metavar="REF", help="bygg nettstedet slik det er uten endringene siden REF")
    parser.add_argument("--output", type=Path, required=True, metavar="MAPPE", help="hvor rapporten blir lagt")
    parser.add_argument("--most-pictures", type=int, default=20, metavar="TALL", help="hvor mange sider som får bilde")
    return parser


def _report(options: argparse.Namespace, new: BuiltSite) -> Report:
    if options.sites:
        return _compared(BuiltSite(options.sites[0]), new, options.most_pictures)
    try:
        with site_of_base(Path(), options.base, BASE_FOLDER) as base:
            return _compared(BuiltSite(base), new, options.most_pictures)
    except BaseBuildError as error:
        # The changes may be right all the same, and can be looked at.
        print(error, file=sys.stderr)
        return Report(None, str(error))


def _compared(old: BuiltSite, new: BuiltSite, most_pictures: int) -> Report:
    comparison = compare(old, new)
    album, why_none = Album(), ""
    try:
        album = pictures_of_pages(old, new, _worth_a_picture(comparison, new), most_pictures)
    except OutputError as error:
        why_none = str(error)
    poster = pictures_of_poster(old, new) if comparison.poster_differs else None
    return Report(comparison, album=album, poster=poster, why_no_pictures=why_none)


def _worth_a_picture(comparison: Comparison, new: BuiltSite) -> Sequence[str]:
    """The pages that differ; where only the looks do, the first page of each kind."""
    addresses = [page.address for page in comparison.added]
    addresses += [change.page.address for change in comparison.changed]
    if comparison.looks or comparison.frame_differs:
        kinds: dict[str, str] = {}
        for address in new.pages:
            if address != urls.ONLY_ON_A_SERVER[0]:
                kinds.setdefault(address.partition("/")[0], address)
        addresses += [address for address in kinds.values() if address not in addresses]
    return addresses


if __name__ == "__main__":
    sys.exit(main())
