"""Rules of privacy: nothing under ``content/`` tells who a person is. No message repeats what it found."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from roadmap.content.image_files import ENDINGS
from roadmap.content.image_metadata import metadata_texts
from roadmap.content.model import Privacy
from roadmap.content.problems import Problem
from roadmap.content.rules import figures
from roadmap.content.source import Tree
from roadmap.content.yaml12 import Document
from roadmap.privacy.findings import OLD_DATE, Allowed, private_data
from roadmap.privacy.reading import readings

# What the problems of these rules are called.
RULE = "personvern"
MESSAGES = {
    "fødselsnummer": "her står noe som ser ut som et fødselsnummer, D-nummer eller hjelpenummer – ta det bort; slike "
    "numre skal aldri stå her, heller ikke oppdiktede",
    "telefon": "her står noe som ser ut som et telefonnummer – ta det bort, eller før det opp under «phones» i "
    "privacy.yml om det er et sentralbord",
    "e-post": "her står en e-postadresse utenfor helseforetakene – ta den bort, eller før opp domenet under "
    "«email_domains» i privacy.yml",
    "adresse": "her står noe som ser ut som en gateadresse – ta den bort, eller før den opp under «addresses» i "
    "privacy.yml om det er et sykehus",
    "fødselsdato": "her står en fødselsdato – ta den bort",
    "journalnummer": "her står noe som ser ut som et journalnummer eller pasientnummer – ta det bort",
    "gammel-dato": "her står en dato så langt tilbake at den kan være noens fødselsdato – ta den bort",
    "sted-og-sykdom": "et lite sted og en sjelden tilstand er nevnt i samme fil, og da kan en person bli kjent igjen – "
    "ta bort det ene",
}
PLACE_AND_CONDITION = "sted-og-sykdom"
# A person has to decide about these, and says so in the file.
ACCEPTABLE = (OLD_DATE, PLACE_AND_CONDITION)
_HOW_TO_ACCEPT = ", eller skriv en linje «# godtatt {kind}: begrunnelse» blant feltene øverst i fila"
_ACCEPTED = re.compile(r"(?m)^[ \t]*# ?godtatt ([a-zæøå-]+):[ \t]*(.*)$")
SHORTEST_REASON = 15
SHORT_REASON = "begrunnelsen er for kort – skriv hvorfor ingen kan kjennes igjen"
_TIMESTAMP = re.compile(r"\d{4}[:-]\d\d[:-]\d\d[T ]\d\d:\d\d(?::\d\d)?(?:[.,]\d+)?(?:Z|[+-]\d\d:?\d\d)?")
_HIDDEN = "[skjult]"
# A value that is quoted in part may end in the middle of a number.
_CUT_SHORT = re.compile(r"[0-9][0-9 .-]{2,}(?=…)")
_QUOTED = re.compile("«[^»]*»")
_DIGITS = re.compile(r"[0-9](?:[ .-]?[0-9])+")


def _texts(tree: Tree) -> Iterator[Problem]:
    """Ingen tekst, lenke eller kommentar har noe som forteller hvem en person er."""
    allowed = allowed_in(tree)
    for file, text in tree.texts.items():
        lines = _lines_with_findings(text, allowed)
        if "\\" in text and file in tree.documents:
            lines |= _escaped_findings(tree.documents[file], allowed, lines)
        accepted = [kind for kind, _ in _ACCEPTED.findall(_fields(file, text))]
        for line, kind in sorted(lines):
            # Who accepts one thing has not thought about what is written later.
            if kind not in ACCEPTABLE or accepted.count(kind) < sum(kind == other for _, other in lines):
                yield _problem(file, line, kind)


def _lines_with_findings(text: str, allowed: Allowed) -> set[tuple[int, str]]:
    return {(text.count("\n", 0, found.start) + 1, found.kind) for found in private_data(text, allowed)}


def _escaped_findings(document: Document, allowed: Allowed, known: set[tuple[int, str]]) -> set[tuple[int, str]]:
    """What shows only when the escapes of YAML are resolved."""
    first_lines = sorted({*document.text_lines.values()})
    found = set()
    for location, value in document.texts():
        first = document.text_lines[location]
        last = next((line for line in first_lines if line > first), first + value.count("\n") + 2) - 1
        for kind in {finding.kind for finding in private_data(value, allowed)}:
            if not any(first <= line <= max(first, last) and kind == other for line, other in known):
                found.add((first, kind))
    return found


def _problem(file: Path, line: int, kind: str) -> Problem:
    return Problem(file, line, message_of(kind), "warning" if kind in ACCEPTABLE else "error")


def message_of(kind: str) -> str:
    """What is said of a kind of private data, and how somebody who has thought about it can let it stand."""
    return MESSAGES[kind] + (_HOW_TO_ACCEPT.format(kind=kind) if kind in ACCEPTABLE else "")


def _fields(file: Path, text: str) -> str:
    """The part of a file that is YAML, where a comment is no heading."""
    return text if file.suffix == ".yml" else text.partition("\n---")[0]


def _places_and_conditions(tree: Tree) -> Iterator[Problem]:
    """Et lite sted og en sjelden tilstand er ikke nevnt i samme fil, uten at noen har vurdert det."""
    if tree.privacy is None:
        return
    lists = tree.privacy.value
    place = _names([*lists.small_places, *map(str.upper, lists.small_places)], 0)
    condition = _names(lists.rare_conditions, re.IGNORECASE)
    for file, text in tree.texts.items():
        if file == tree.privacy.file or place is None or condition is None:
            continue
        if PLACE_AND_CONDITION in dict(_ACCEPTED.findall(_fields(file, text))):
            continue
        for reading in readings(text):
            rare = condition.search(reading.text)
            if rare and place.search(reading.text):
                yield _problem(file, text.count("\n", 0, reading.offsets[rare.start()]) + 1, PLACE_AND_CONDITION)
                break


def _names(names: list[str], flags: int) -> re.Pattern[str] | None:
    """Any of the names, with any white space between its words; an abbreviation only as it stands."""
    if not names:
        return None
    patterns = [r"\s+".join(map(re.escape, name.split())) for name in names]
    patterns = [f"(?-i:{name}\\b)" if name.isupper() else name for name in patterns]
    return re.compile(rf"\b(?:{'|'.join(patterns)})", flags)


def _acceptances(tree: Tree) -> Iterator[Problem]:
    """Den som godtar en advarsel, skriver hvorfor."""
    for file, text in tree.texts.items():
        for match in _ACCEPTED.finditer(_fields(file, text)):
            line = text.count("\n", 0, match.start()) + 1
            if match[1] not in ACCEPTABLE:
                kinds = "» eller «".join(ACCEPTABLE)
                yield Problem(file, line, f"«{match[1]}» kan ikke godtas – bare «{kinds}» kan det; ta bort linja")
            elif len(match[2].strip()) < SHORTEST_REASON:
                yield Problem(file, line, SHORT_REASON)


def _file_names(tree: Tree) -> Iterator[Problem]:
    """Ingen fil heter noe som forteller hvem en person er."""
    allowed = allowed_in(tree)
    others = {path: path.relative_to(tree.directory).as_posix() for path in tree.files.refused}
    for file, name in {**tree.files.names, **others}.items():
        for kind in sorted({found.kind for found in private_data(name, allowed)} - {*ACCEPTABLE}):
            message = MESSAGES[kind].replace("her står", "filnavnet har", 1)
            yield Problem(file, 1, message)


def _image_metadata(tree: Tree) -> Iterator[Problem]:
    """Det et bilde har med seg av egenskaper, forteller ikke hvem en person er."""
    allowed = allowed_in(tree)
    for file in tree.files.names:
        if file.suffix.lower().removeprefix(".") in (*ENDINGS, "jpeg"):
            texts = [_TIMESTAMP.sub(" – ", text) for text in metadata_texts(file)]
            kinds = {found.kind for text in texts for found in private_data(text, allowed, only_certain=True)}
            for kind in sorted(kinds):
                message = MESSAGES[kind].replace("her står", "egenskapene til bildet har", 1)
                yield Problem(file, 1, f"{message}: åpne bildet, og lagre det på nytt uten egenskaper")


def allowed_in(tree: Tree) -> Allowed:
    lists = tree.privacy.value if tree.privacy else Privacy()
    return Allowed.of(lists.email_domains, lists.phones, lists.addresses)


def without_private_data(problems: Iterable[Problem], tree: Tree) -> Iterator[Problem]:
    """The problems with nothing in them that should not have been in the content either, in words or in paths.

    A figure on a line with private data may be a part of it, which needs no origin but to be taken away.
    """
    problems = list(problems)
    private_files = {problem.file for problem in problems if problem.rule == RULE}
    private_lines = {(file, line) for file in private_files for line in _private_lines(tree.texts.get(file, ""))}
    for problem in problems:
        message = masked(problem.message)
        if (problem.file, problem.line) in private_lines and problem.rule != RULE:
            if problem.rule == figures.RULE:
                continue
            message = _QUOTED.sub(lambda quoted: _DIGITS.sub(_HIDDEN, quoted[0]), message)
        file = problem.file
        if file.is_relative_to(tree.directory):
            file = tree.directory / masked(file.relative_to(tree.directory).as_posix())
        yield replace(problem, message=message, file=file)


def _private_lines(text: str) -> Iterator[int]:
    for found in private_data(text):
        first = text.count("\n", 0, found.start) + 1
        yield from range(first, first + text.count("\n", found.start, found.end) + 1)


def masked(text: str) -> str:
    """The text with what tells who a person is hidden."""
    for found in reversed(private_data(text)):
        text = f"{text[: found.start]}{_HIDDEN}{text[found.end :]}"
    return _CUT_SHORT.sub(_HIDDEN, text)


RULES = (_texts, _places_and_conditions, _acceptances, _file_names, _image_metadata)
