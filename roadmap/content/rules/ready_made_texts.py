"""Rules of the ready-made texts: blanks that can be found and filled in, length, and headings that fit anywhere."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from roadmap import urls
from roadmap.content.problems import Problem
from roadmap.content.rules.common import AnyEntry
from roadmap.content.source import Tree
from roadmap.text.markdown import heading_offsets, parse
from roadmap.text.ready_made import LEVEL, LONGEST_BLANK
from roadmap.text.words import plain_words

WORDS = range(30, 451)
# Brackets that are no blanks: links and images, also those that name their target elsewhere, and code.
_NO_BLANKS = re.compile(r"!?\[[^\[\]]*\](?=\()|`[^`\n]*`|\\[\[\]]")
_BRACKET = re.compile(r"[\[\]]")
_PREFORMATTED = re.compile(r"<pre>.*?</pre>", re.DOTALL)
_MARKUP = re.compile(r"[*_`<>|\\]")
# What the top of a paragraph, an item or a quotation looks like when a heading is not read as one.
_NO_HEADING = re.compile(r"(?m)(?:<p>|<li>|^)[ \t]*(#{1,6} .*?)(?:</p>|</li>|$)")

_NOT_CLOSED = "hakeparentesen er ikke avsluttet – skriv «]» etter det som skal fylles ut"


def _blanks(tree: Tree) -> Iterator[Problem]:
    """Det som skal fylles ut, står i hakeparenteser: 1–40 tegn på én linje, uten andre hakeparenteser i."""
    for entry in tree.ready_made_texts:
        blanks = 0
        for field in ("body", "notes"):
            text = getattr(entry.value, field) or ""
            for offset, fault in (*_read_as_links(text), *_blanks_of(_without_other_brackets(text))):
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


def _read_as_links(text: str) -> Iterator[tuple[int, str]]:
    """Where Markdown takes «[navn]: ord» for the target of a link elsewhere, and leaves the whole of it out."""
    for name in parse(text).definitions:
        written = re.search(rf"\[\s*{re.escape(name)}\s*\]:", text, re.IGNORECASE)
        message = "linja blir lest som målet for en lenke – skriv noe foran hakeparentesen eller kolonet"
        yield written.start() if written else 0, message


def _blanks_of(text: str) -> Iterator[tuple[int, str | None]]:
    """Where each pair of brackets begins, and what is wrong with it."""
    opened: int | None = None
    for match in _BRACKET.finditer(text):
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
    if not any(character.isalnum() for character in blank):
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
            text = getattr(entry.value, field) or ""
            parsed = parse(text)
            # Those of the first level are refused in every text.
            for level in sorted({*parsed.heading_levels} - {1, LEVEL}):
                for offset in heading_offsets(text, level):
                    message = "overskriften er på et annet nivå enn andre tekster bruker – skriv «###» foran"
                    yield entry.problem_in_text(message, (field,), offset)
            for match in _NO_HEADING.finditer(_PREFORMATTED.sub("", parsed.html)):
                message = "linja begynner med «#», men blir ikke lest som en overskrift – fjern innrykket foran"
                yield entry.problem_in_text(message, (field,), max(text.find(html.unescape(match[1])), 0))


def _variants(tree: Tree) -> Iterator[Problem]:
    """En tekst med varianter har en overskrift over hver av dem."""
    for entry in tree.ready_made_texts:
        text = entry.value
        if text.variants and (len(text.sections) < 2 or not text.body.lstrip().startswith("### ")):
            message = "teksten har ikke varianter – skriv «###» og en overskrift over hver av dem, også den første"
            yield entry.problem(message, "variants")


def _titles(tree: Tree) -> Iterator[Problem]:
    """Hver tekst har sin egen tittel."""
    first: dict[str, AnyEntry] = {}
    for entry in tree.ready_made_texts:
        other = first.setdefault(entry.value.title.casefold(), entry)
        if other is not entry:
            message = f"tittelen er den samme som i {other.file.name} – gi den ene en annen tittel"
            yield entry.problem(message, "title")


def _names(tree: Tree) -> Iterator[Problem]:
    """Ingen tekst heter det samme som Word-fila med alle."""
    for entry in tree.ready_made_texts:
        if urls.text_docx(entry.value.slug) == urls.ALL_TEXTS:
            yield Problem(entry.file, 1, "navnet er brukt av Word-fila med alle tekstene – gi fila et annet navn")


RULES = (_blanks, _lengths, _headings, _variants, _titles, _names)
