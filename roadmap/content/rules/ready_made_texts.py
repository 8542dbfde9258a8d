"""Rules of the ready-made texts: blanks that can be found and filled in, length, and headings that fit anywhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmap import urls
from roadmap.content.problems import Problem
from roadmap.content.source import Tree
from roadmap.text.ready_made import LONGEST_BLANK
from roadmap.text.words import plain_words

WORDS = range(30, 451)
# Brackets that are no blanks: links and images, also those that name their target elsewhere, and code.
_NO_BLANKS = re.compile(r"!?\[[^\[\]]*\](?=\()|`[^`\n]*`|\\[\[\]]")
_BRACKET = re.compile(r"[\[\]]")
_MARKUP = re.compile(r"[*_`<>|\\]")
_DEFINITION = re.compile(r"(?m)^ {0,3}\[[^\[\]\n]*\]:")
_HEADING = re.compile(r"(?m)^(?:(#{2}|#{4,6})(?!#)|.+\n-{2,}[ \t]*$)")

_NOT_CLOSED = "hakeparentesen er ikke avsluttet – skriv «]» etter det som skal fylles ut"


def _blanks(tree: Tree) -> Iterator[Problem]:
    """Det som skal fylles ut, står i hakeparenteser: 1–40 tegn på én linje, uten andre hakeparenteser i."""
    for entry in tree.ready_made_texts:
        blanks = 0
        for field in ("body", "notes"):
            for offset, fault in _blanks_of(_without_other_brackets(getattr(entry.value, field) or "")):
                if fault:
                    yield entry.problem_in_text(fault, (field,), offset)
                blanks += field == "body"
        if not blanks and not entry.value.made_up:
            yield entry.problem(
                "teksten har ingenting å fylle ut – skriv det som varierer, i hakeparenteser, for eksempel «[dato]»",
                "body",
            )


def _without_other_brackets(text: str) -> str:
    """The text, as long as it was, with blanks for brackets that are something else."""
    return _NO_BLANKS.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)


def _blanks_of(text: str) -> Iterator[tuple[int, str | None]]:
    """Where each pair of brackets begins, and what is wrong with it."""
    for match in _DEFINITION.finditer(text):
        yield match.start(), "linja blir lest som målet for en lenke – skriv noe foran hakeparentesen eller kolonet"
    opened: int | None = None
    for match in _BRACKET.finditer(_DEFINITION.sub(lambda match: " " * len(match[0]), text)):
        if match[0] == "[":
            if opened is not None and "\n" in text[opened : match.start()]:
                yield opened, _NOT_CLOSED
            elif opened is not None:
                yield match.start(), "hakeparentesen står inni en annen – avslutt den første, eller fjern den ene"
                continue
            opened = match.start()
        elif opened is None:
            yield match.start(), "«]» står uten «[» foran – skriv begge, eller fjern den"
        else:
            yield opened, _fault(text[opened + 1 : match.start()])
            opened = None
    if opened is not None:
        yield opened, _NOT_CLOSED


def _fault(blank: str) -> str | None:
    if not blank.strip():
        return "hakeparentesen er tom – skriv hva som skal fylles ut, for eksempel «[dato]»"
    if "\n" in blank:
        return "hakeparentesen går over flere linjer – skriv den på én linje, og avslutt den med «]»"
    if len(blank) > LONGEST_BLANK:
        return f"det som skal fylles ut, er på {len(blank)} tegn – kort det ned til høyst {LONGEST_BLANK}"
    if _MARKUP.search(blank):
        return "hakeparentesen har formatering i seg – skriv bare ord mellom «[» og «]»"
    return None


def _lengths(tree: Tree) -> Iterator[Problem]:
    """En tekst er på 30–450 ord."""
    for entry in tree.ready_made_texts:
        count = len(plain_words(entry.value.body))
        if count not in WORDS:
            yield entry.problem(f"teksten er på {count} ord – skriv {WORDS.start}–{WORDS.stop - 1}")


def _headings(tree: Tree) -> Iterator[Problem]:
    """Overskrifter i en tekst er på tredje nivå, slik at den kan stå på en annen side."""
    for entry in tree.ready_made_texts:
        for field in ("body", "notes"):
            for match in _HEADING.finditer(getattr(entry.value, field) or ""):
                message = "overskriften er på et annet nivå enn andre tekster bruker – skriv «###» foran"
                yield entry.problem_in_text(message, (field,), match.start())


def _names(tree: Tree) -> Iterator[Problem]:
    """Ingen tekst heter det samme som Word-fila med alle."""
    for entry in tree.ready_made_texts:
        if urls.text_docx(entry.value.slug) == urls.ALL_TEXTS:
            yield Problem(entry.file, 1, "navnet er brukt av Word-fila med alle tekstene – gi fila et annet navn")


RULES = (_blanks, _lengths, _headings, _names)
