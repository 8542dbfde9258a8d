"""An answer as people write it, turned into the value of a field and held to the rules of that field."""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from roadmap.content.files import invisible_character
from roadmap.content.model import Content
from roadmap.content.problems import field_message, suggestion
from roadmap.content.rules.privacy import masked
from roadmap.editing.fields import (
    Known,
    choices,
    is_date,
    is_list,
    is_markdown,
    is_number,
    is_required,
    is_yes_or_no,
)
from roadmap.editing.prompts import Option, Prompt
from roadmap.text.dates import iso_date

_MEASURE = re.compile(r"(?<!\w)([A-Za-z])([0-9]{1,2})(?!\w)")
_YES_AND_NO = {"ja": True, "j": True, "nei": False, "n": False}


class AnswerError(Exception):
    """The answer can't be used; the message says what is wrong and how to mend it, and repeats nothing private."""

    def __str__(self) -> str:
        return masked(super().__str__())


@dataclass(frozen=True)
class Question:
    """A field of a kind of file, put to somebody; ``can_wait`` says that the file can be made without the answer."""

    prompt: Prompt
    model: type[Content]
    options: list[Option]
    can_wait: bool = False

    @classmethod
    def of(cls, prompt: Prompt, model: type[Content], known: Known) -> Question:
        return cls(prompt, model, choices(prompt, model, known))

    @property
    def field(self) -> str:
        return self.prompt.field

    @property
    def is_required(self) -> bool:
        return not self.can_wait and is_required(self.model, self.prompt)

    @property
    def is_long(self) -> bool:
        """Whether the answer may have several lines."""
        return is_markdown(self.model, self.field)

    def value(self, answer: str) -> Any:
        """The field's value; ``None`` for no answer to what need not be answered.

        Raises:
            AnswerError: if the answer is not one, with all that is wrong with it.
        """
        text = unicodedata.normalize("NFC", answer).replace("\r\n", "\n").replace("\r", "\n").strip()
        if not text.isascii() and any("\ud800" <= character <= "\udfff" for character in text):
            raise AnswerError(f"{self._name} er ikke skrevet i UTF-8 – lagre svaret på nytt med tegnkoding UTF-8")
        if character := invisible_character(text):
            raise AnswerError(f"{self._name} har et usynlig tegn (U+{ord(character):04X}) – skriv det på nytt")
        if not text and self.is_required:
            raise AnswerError(f"{self._name} mangler – {self._first_step()}")
        value = self._read(text) if text else None
        if value is not None and (problems := problems_of(value, self.prompt, self.model)):
            raise AnswerError("; ".join(problems))
        return datetime.date.fromisoformat(value) if value and is_date(self.model, self.field) else value

    def _read(self, text: str) -> Any:
        if is_yes_or_no(self.model, self.field):
            return _YES_AND_NO.get(text.casefold(), text)
        if is_date(self.model, self.field):
            return iso_date(text) or text
        if is_number(self.model, self.field):
            return _number(self._chosen(text) if self.options else text)
        if is_list(self.model, self.field):
            return self._list(text)
        if self.options:
            return self._chosen(text)
        return text + "\n" if self.is_long else re.sub(r"[ \t\n]+", " ", text)

    def _list(self, text: str) -> list[str]:
        if not self.options:
            return [line.strip() for line in text.split("\n") if line.strip()]
        if all(_MEASURE.fullmatch(option.value) for option in self.options):
            return _measures(text, self.options)
        named = [option.value for option in self.options if plain_name(option.name) == plain_name(text)]
        parts = named or [part for part in re.split(r"[,;\n]|\sog\s", text) if part.strip()]
        return list(dict.fromkeys(self._chosen(part) for part in parts))

    def _chosen(self, text: str) -> str:
        """The value that a number, a name, an id, or the beginning of one of them stands for."""
        if text.strip() in (values := [option.value for option in self.options]):
            return text.strip()
        if text.strip().isdecimal() and 1 <= int(text[:9]) <= len(self.options):
            return values[int(text) - 1]
        wanted = plain_name(text)
        for fits in (str.__eq__, str.startswith, str.__contains__):
            found = {
                option.value
                for option in self.options
                if wanted and any(fits(plain_name(name), wanted) for name in (option.value, option.name))
            }
            if len(found) == 1:
                return found.pop()
        cure = _nearest(text, self.options)
        raise AnswerError(f"{self._name} kan ikke være «{' '.join(text.split())[:60]}» – {cure}")

    def _first_step(self) -> str:
        return "velg ett av svarene" if self.options else "skriv et svar"

    @property
    def _name(self) -> str:
        return f"«{self.prompt.label}»"


def problems_of(value: object, prompt: Prompt, model: type[Content]) -> list[str]:
    """What the model says of the value of a field, with the name that editors know the field by."""
    try:
        model.model_validate({prompt.field: value})
    except ValidationError as error:
        return [
            field_message(one, model).replace(f"«{prompt.field}»", f"«{prompt.label}»")
            for one in error.errors()
            if one["loc"][:1] == (prompt.field,)
        ]
    return []


def _nearest(text: str, options: Sequence[Option]) -> str:
    """The cure for what is none of the options: the nearest, by its name or its id, or all of them."""
    names = [option.name for option in options]
    by_name = suggestion(text, names)
    if by_name.startswith("mente du"):
        return by_name
    for option in options:
        if suggestion(text, [option.value]).startswith("mente du"):
            return f"mente du «{option.name}»?"
    return by_name


def plain_name(text: str) -> str:
    """What is left of a name when nobody cares about upper case, punctuation and spaces."""
    return re.sub(r"[\W_]+", "", text.casefold())


def _measures(text: str, options: Sequence[Option]) -> list[str]:
    """The measures that a text names, by id, by title or both; titles may have commas."""
    found: dict[str, None] = {}
    rest = text
    for option in options:
        for whole in (f"{option.value} {option.name}", option.name):
            if whole.casefold() in rest.casefold():
                found[option.value] = None
                at = rest.casefold().index(whole.casefold())
                rest = rest[:at] + " " + rest[at + len(whole) :]
    ids = [f"{letter.upper()}{number}" for letter, number in _MEASURE.findall(rest)]
    known = [option.value for option in options]
    for measure_id in ids:
        if measure_id not in known:
            raise AnswerError(f"tiltak «{measure_id}» finnes ikke – {suggestion(measure_id, known)}")
        found[measure_id] = None
    if not found:
        cure = "skriv bokstav og tall, for eksempel «A1, B3»"
        raise AnswerError(f"«{' '.join(text.split())[:60]}» er ikke noe tiltak – {cure}")
    # In the order in which they are named.
    lowered = text.casefold()
    names = {option.value: option.name for option in options}

    def place(measure_id: str) -> int:
        places = (lowered.find(name.casefold()) for name in (measure_id, names[measure_id]))
        return min((place for place in places if place >= 0), default=len(text))

    return sorted(found, key=place)


def _number(text: str) -> int | float | str:
    """A number as Norwegians write it; anything else as it is."""
    if not re.fullmatch(r"[0-9]{1,9}([.,][0-9]{1,9})?", text):
        return text
    return float(text.replace(",", ".")) if re.search(r"[.,]", text) else int(text)
