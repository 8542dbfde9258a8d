"""Rules of the files themselves: what may lie where, under which name, and at which URL it is shown."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path

from roadmap import urls
from roadmap.content.image_files import ENDINGS
from roadmap.content.model.kinds import KINDS, kind_of
from roadmap.content.problems import Problem
from roadmap.content.rules.common import generated_pages
from roadmap.content.source import Tree

WITH_IMAGES = ("examples", "stories", "pages")
OTHER_IMAGES = {"avif", "bmp", "gif", "heic", "heif", "ico", "tif", "tiff"}

_WORDS = "words.txt"
# There is one of each, under a name that is ours.
_NAMED = {_WORDS, *(place for kind in KINDS for place in kind.places if "*" not in place)}
_IMAGES = tuple(f"{folder}/*.{ending}" for folder in WITH_IMAGES for ending in ENDINGS)
_RIGHT_ENDINGS = {"yaml": "yml", "jpeg": "jpg", "jpe": "jpg", "markdown": "md", "mdown": "md"}
_NAME = re.compile(r"[a-z0-9æøå]+(?:-[a-z0-9æøå]+)*\.[a-z0-9]+")
# Folders and files of the site are called after it, and no system takes more than 255 bytes.
_LONGEST_NAME = 100
_ONLY_THESE = "bruk bare små bokstaver, tall og bindestrek, for eksempel «{}»"


def _links(tree: Tree) -> Iterator[Problem]:
    """Alt i content/ er vanlige filer og mapper, som kan leses."""
    for link in tree.files.links:
        yield Problem(link, 1, "dette er en lenke i filsystemet – slett den, og legg selve fila her")
    for path in tree.files.special:
        yield Problem(path, 1, "dette er ikke en vanlig fil – slett den")
    for folder in tree.files.unreadable:
        yield Problem(folder, 1, "mappa kan ikke leses – gi deg selv lov til å lese den, eller slett den")


def _names_and_places(tree: Tree) -> Iterator[Problem]:
    """Hver fil har et navn som duger som adresse, og ligger der filer av dens slag skal ligge."""
    first: dict[str, Path] = {}
    # Well named files first, so that it is the other one of two twins that must change.
    for file, name in sorted(tree.files.names.items(), key=lambda item: (not _NAME.fullmatch(item[0].name), item)):
        twin = first.setdefault(unicodedata.normalize("NFC", name).casefold(), file)
        if twin != file:
            message = f"navnet skiller seg fra «{twin.name}» bare i store og små bokstaver, eller i hvordan å er lagret"
            yield Problem(file, 1, f"{message} – gi fila et annet navn, eller slett den ene")
        elif name in _NAMED:
            continue
        elif problem := _name_problem(file.name) or _place_problem(file, name):
            yield Problem(file, 1, problem)


def _name_problem(name: str) -> str | None:
    if len(name) > _LONGEST_NAME:
        return f"filnavnet er på {len(name)} tegn – kort det ned til høyst {_LONGEST_NAME}"
    if _NAME.fullmatch(name):
        return None
    stem, dot, ending = name.rpartition(".")
    if dot and ending != ending.lower() and _NAME.fullmatch(f"{stem}.{ending.lower()}"):
        return f"endelsen «.{ending}» er skrevet med store bokstaver – gi fila endelsen «.{ending.lower()}»"
    only_these = _ONLY_THESE.format(_example(ending.lower()))
    if not unicodedata.is_normalized("NFC", name):
        return f"navnet har en bokstav som er lagret som to tegn – skriv navnet på nytt; {only_these}"
    return f"filnavnet har tegn som ikke er tillatt – {only_these}"


def _example(ending: str) -> str:
    """A right name of a file of the same kind."""
    ending = _RIGHT_ENDINGS.get(ending, ending)
    if ending in ENDINGS:
        return f"ledig-rom.{ending}"
    return "et-tiltak.yml" if ending == "yml" else "en-historie.md"


def _place_problem(file: Path, name: str) -> str | None:
    ending = file.suffix.removeprefix(".")
    if ending in _RIGHT_ENDINGS:
        return f"filnavnet ender på .{ending} – gi fila endelsen .{_RIGHT_ENDINGS[ending]}"
    if ending == "svg":
        return "SVG-bilder kan inneholde skript – lagre bildet som png eller webp"
    if ending in OTHER_IMAGES:
        return f"bilder av slaget .{ending} bruker vi ikke – lagre bildet som jpg, png eller webp"
    if _is_placed(name):
        return None
    return "fila blir ikke lest her – flytt den dit andre filer av samme slag ligger, eller slett den"


def _is_placed(name: str) -> bool:
    """Whether such a file lies there; anything else under content/ would be built into the site unread."""
    in_an_image_folder = any(name.count("/") == place.count("/") and fnmatchcase(name, place) for place in _IMAGES)
    return name == _WORDS or kind_of(name) is not None or in_an_image_folder


def _urls(tree: Tree) -> Iterator[Problem]:
    """Hver side har sin egen adresse på nettstedet."""
    taken: dict[str, Path | None] = {urls.page_url(page): None for page in generated_pages(tree)}
    for file, name in tree.files.names.items():
        if file.suffix != ".md" or not _is_placed(name):
            continue
        url = urls.page_url(name)
        if url in taken:
            other = taken[url]
            owner = f"«{other.name}»" if other else "en side som byggingen lager"
            yield Problem(file, 1, f"fila får samme adresse som {owner} ({url}) – gi den et annet navn")
        taken.setdefault(url, file)


RULES = (_links, _names_and_places, _urls)
