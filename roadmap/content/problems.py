"""A problem in content, and the one place where its Norwegian wording for a single field is kept.

Every message has two halves, «what is wrong – how to fix it», because it is read by editors who don't program.
"""

from __future__ import annotations

import difflib
import os
import re
from collections.abc import Collection, Iterable, Mapping, Sized
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
    counts = [counted(errors, "én feil", "feil")] if errors else []
    counts += [counted(warnings, "én advarsel", "advarsler")] if warnings else []
    text = " og ".join(counts)
    return f"{text[0].upper()}{text[1:]}. Ingenting er bygd."


def counted(number: int, one: str, more: str) -> str:
    """So many of something: ``one`` says that there is one of it, as «én feil», and ``more`` what they are called."""
    return one if number == 1 else f"{number} {more}"


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


# The wording for each type of pydantic's errors, and what else a single field can be; the site's form fills it in too.
FIELD_MESSAGES: Mapping[str, str] = {
    "missing": "{name} mangler – legg til feltet",
    "extra_forbidden": "{name} er et ukjent felt – {cure}",
    "string_type": "{name} skal være tekst – skriv teksten på samme linje, i anførselstegn om den ligner et tall",
    "int_type": "{name} skal være et helt tall – skriv det med sifre, uten anførselstegn",
    "float_type": "{name} skal være et tall – skriv det med sifre og punktum, for eksempel 0.5, uten anførselstegn",
    "bool_type": "{name} skal være true eller false – skriv ett av de to ordene",
    "list_type": "{name} skal være en liste – sett hvert punkt på egen linje med «- » foran",
    "model_type": "{name} skal ha felt under seg – skriv «felt: verdi», ett felt på hver linje",
    "string_too_long": "{name} er {count} tegn – kort teksten ned til høyst {limit}",
    "string_too_short": "{name} er for kort – skriv minst {limit} tegn",
    "too_long": "{name} har {count} punkter – behold høyst {limit}",
    "too_short": "{name} har {count} punkter – skriv minst {limit}",
    "literal_error": "{name} kan ikke være {value} – {cure}",
    "iso_date": "{name} er ikke en dato – skriv år-måned-dag, for eksempel 2026-11-22",
    "no_such_day": "{name} er en dag som ikke finnes – se over datoen",
    "content_pattern": "{name} kan ikke være {value} – {cure}",
    "blank": "{name} er ikke fylt ut – skriv over {value}, også hakeparentesene",
    "line_break": "{name} har linjeskift – skriv teksten på én linje, eller bruk «>-» i stedet for «|»",
    "multiple_of": "{name} er {value} – skriv hele, halve eller kvarte, for eksempel 0.25",
    "greater_than": "{name} er for lite – skriv mer enn {limit:g}",
    "greater_than_equal": "{name} er for lite – skriv minst {limit}",
    "less_than_equal": "{name} er for stort – skriv høyst {limit}",
}
# Also error types of a later pydantic.
_OTHER_MESSAGE = "{name} har en verdi som ikke kan brukes – sammenlign med en annen fil av samme slag"
_SAME_WORDING = {"dict_type": "model_type", "model_attributes_type": "model_type"}
# Where pydantic keeps the limit that was passed.
_LIMITS = ("max_length", "min_length", "gt", "ge", "le")


def field_message(error: ErrorDetails, model: type[BaseModel]) -> str:
    """The wording of one pydantic error."""
    context: dict[str, Any] = error.get("ctx", {})
    value = error["input"]
    kind = _SAME_WORDING.get(error["type"], error["type"])
    cure = context.get("cure", "")
    if kind == "extra_forbidden":
        cure = _field_cure(error["loc"], model)
    elif kind == "literal_error":
        cure = suggestion(str(value), re.findall(r"'([^']*)'", context["expected"]))
    shown = value if kind == "multiple_of" else " og ".join(map(_quoted, context.get("blanks", [value])))
    return FIELD_MESSAGES.get(kind, _OTHER_MESSAGE).format(
        name=field_name(error["loc"]),
        count=len(value) if isinstance(value, Sized) else 0,
        limit=next((context[name] for name in _LIMITS if name in context), ""),
        value=shown,
        cure=cure,
    )


def field_name(location: tuple[int | str, ...]) -> str:
    """What a message calls the field at a location: «role» i punkt 2 av «actions»."""
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
