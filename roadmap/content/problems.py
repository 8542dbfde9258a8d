"""A problem in content, and the one place where its Norwegian wording for a single field is kept.

Every message has two halves, «what is wrong – how to fix it», because it is read by editors who don't program.
"""

from __future__ import annotations

import difflib
import os
import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal
from urllib.parse import quote

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from roadmap.content.model.base import GIVEN_FIELDS

Severity = Literal["error", "warning", "note"]


@dataclass(frozen=True, order=True)
class Problem:
    """Something wrong at a line of a file; ``str`` gives ``file:line: what is wrong – how to fix it``.

    An ``error`` stops until it is mended, a ``warning`` until somebody accepts it in the file; a ``note`` only informs.
    ``rule`` is the kind of problem.
    """

    file: Path
    line: int
    message: str
    severity: Severity = "error"
    rule: str = "innhold"

    def __str__(self) -> str:
        return f"{_printable(str(self.file))}:{self.line}: {_SEVERITIES[self.severity]}{self.text}"

    @property
    def stops(self) -> bool:
        return self.severity != "note"

    @property
    def path(self) -> str:
        """The file as other programs name it."""
        return _printable(self.file.as_posix())

    @property
    def uri(self) -> str:
        """The file as a relative URI, whatever characters its name has."""
        return quote(os.fsencode(self.file.as_posix()))

    @property
    def text(self) -> str:
        return _printable(self.message)


_SEVERITIES: dict[Severity, str] = {"error": "", "warning": "Advarsel: ", "note": "Merk: "}


class ContentError(Exception):
    """Content can't be built; carries every problem that was found, sorted by file and line, each once."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(set(problems))
        super().__init__("\n".join(map(str, self.problems)))


def summary(problems: Collection[Problem]) -> str:
    """How many problems there are that stop a build."""
    errors = sum(problem.severity == "error" for problem in problems)
    warnings = sum(problem.severity == "warning" for problem in problems)
    counted = [_count(errors, "feil", "feil")] if errors else []
    counted += [_count(warnings, "advarsel", "advarsler")] if warnings else []
    text = " og ".join(counted)
    return f"{text[0].upper()}{text[1:]}. Ingenting er bygd."


def _count(number: int, one: str, more: str) -> str:
    return f"{'én' if number == 1 else number} {one if number == 1 else more}"


def _printable(text: str) -> str:
    """The text with characters that a terminal would obey, or not show, spelled out as ``[U+202E]``."""
    return "".join(char if char.isprintable() else f"[U+{ord(char):04X}]" for char in text)


def suggestion(wrong: str, allowed: Iterable[str], prefix: str = "") -> str:
    """The cure for a value outside a closed list: the nearest allowed one, or all of them.

    What all of them begin with, the ``prefix``, brings none of them nearer.
    """
    values = list(allowed)
    compared = [value.removeprefix(prefix).lower() for value in values]
    close = difflib.get_close_matches(wrong.removeprefix(prefix).lower(), compared, n=1)
    if close:
        return f"mente du «{values[compared.index(close[0])]}»?"
    if not values:
        return "fjern det"
    if len(values) > 12:
        return f"bruk en av de {len(values)} som finnes, for eksempel «{values[0]}»"
    return f"bruk {_either(values)}"


def field_message(error: ErrorDetails, model: type[BaseModel]) -> str:
    """The wording of one pydantic error."""
    name = _field_name(error["loc"])
    context: dict[str, Any] = error.get("ctx", {})
    value = error["input"]
    match error["type"]:
        case "missing":
            return f"{name} mangler – legg til feltet"
        case "extra_forbidden":
            return f"{name} er et ukjent felt – {_field_cure(error['loc'], model)}"
        case "string_type":
            return f"{name} skal være tekst – skriv teksten på samme linje, i anførselstegn om den ligner et tall"
        case "int_type":
            return f"{name} skal være et helt tall – skriv det med sifre, uten anførselstegn"
        case "float_type":
            return f"{name} skal være et tall – skriv det med sifre og punktum, for eksempel 0.5, uten anførselstegn"
        case "bool_type":
            return f"{name} skal være true eller false – skriv ett av de to ordene"
        case "list_type":
            return f"{name} skal være en liste – sett hvert punkt på egen linje med «- » foran"
        case "model_type" | "dict_type" | "model_attributes_type":
            return f"{name} skal ha felt under seg – skriv «felt: verdi», ett felt på hver linje"
        case "string_too_long":
            limit = context["max_length"]
            return f"{name} er {len(value)} tegn – kort teksten ned til høyst {limit}"
        case "string_too_short":
            return f"{name} er for kort – skriv minst {context['min_length']} tegn"
        case "too_long":
            return f"{name} har {len(value)} punkter – behold høyst {context['max_length']}"
        case "too_short":
            return f"{name} har {len(value)} punkter – skriv minst {context['min_length']}"
        case "literal_error":
            allowed = re.findall(r"'([^']*)'", context["expected"])
            return f"{name} kan ikke være {_quoted(value)} – {suggestion(str(value), allowed)}"
        case "iso_date":
            return f"{name} er ikke en dato – skriv år-måned-dag, for eksempel 2026-11-22"
        case "content_pattern":
            return f"{name} kan ikke være {_quoted(value)} – {context['cure']}"
        case "blank":
            blanks = " og ".join(map(_quoted, context["blanks"]))
            return f"{name} er ikke fylt ut – skriv over {blanks}, også hakeparentesene"
        case "line_break":
            return f"{name} har linjeskift – skriv teksten på én linje, eller bruk «>-» i stedet for «|»"
        case "multiple_of":
            return f"{name} er {value} – skriv hele, halve eller kvarte, for eksempel 0.25"
        case "greater_than":
            return f"{name} er for lite – skriv mer enn {context['gt']:g}"
        case "greater_than_equal":
            return f"{name} er for lite – skriv minst {context['ge']}"
        case "less_than_equal":
            return f"{name} er for stort – skriv høyst {context['le']}"
        case _:
            # Also error types of a later pydantic.
            return f"{name} har en verdi som ikke kan brukes – sammenlign med en annen fil av samme slag"


def _field_name(location: tuple[int | str, ...]) -> str:
    """«role» i punkt 2 av «actions»."""
    names = [str(part) for part in location if isinstance(part, str)]
    numbers = [part + 1 for part in location if isinstance(part, int)]
    if not names:
        return "Innholdet"
    if names == ["body"]:
        # What stands below the fields has no name among editors.
        return "Teksten"
    if not numbers:
        return f"«{names[-1]}»" + "".join(f" i «{name}»" for name in reversed(names[:-1]))
    if isinstance(location[-1], int):
        return f"Punkt {numbers[-1]} av «{names[-1]}»"
    owner = f"«{names[-2]}»" if len(names) > 1 else "fila"
    return f"«{names[-1]}» i punkt {numbers[-1]} av {owner}"


def _field_cure(location: tuple[int | str, ...], model: type[BaseModel]) -> str:
    if len(location) > 1:
        return "rett skrivemåten, eller fjern det"
    known = [name for name in model.model_fields if name not in GIVEN_FIELDS]
    close = difflib.get_close_matches(str(location[0]).lower(), known, n=1)
    return f"mente du «{close[0]}»?" if close else f"fjern det; tillatte felt er {', '.join(known)}"


def _quoted(value: object) -> str:
    """A value in quotation marks, on one line and not too long to read."""
    text = " ".join(str(value).split())
    return f"«{text[:60]}…»" if len(text) > 61 else f"«{text}»"


def _either(values: list[str]) -> str:
    if len(values) < 2:
        return f"«{''.join(values)}»"
    return ", ".join(f"«{value}»" for value in values[:-1]) + f" eller «{values[-1]}»"
