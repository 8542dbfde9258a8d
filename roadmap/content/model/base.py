"""The strict base model of all content, and the kinds of field that the models share."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema


@dataclass(frozen=True)
class Pattern:
    """The whole of a text must match ``regex``; ``cure`` tells an editor what to write instead."""

    regex: str
    cure: str

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(self._matching, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        # What an editor's program says of a wrong value; whoever reads the exported content writes none.
        message = {"patternErrorMessage": self.cure} if handler.mode == "validation" else {}
        return handler(schema) | {"pattern": f"^{self.regex}$"} | message

    def _matching(self, text: str) -> str:
        if not re.fullmatch(self.regex, text):
            raise PydanticCustomError("content_pattern", "{cure}", {"cure": self.cure})
        return text


@dataclass(frozen=True)
class Prose:
    """Text that readers see: of one line, or Markdown of several."""

    is_markdown: bool = False

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        schema = handler(source)
        return schema if self.is_markdown else core_schema.no_info_after_validator_function(_one_line, schema)

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return handler(schema) | ({"contentMediaType": "text/markdown"} if self.is_markdown else {})


@dataclass(frozen=True)
class Stated:
    """A number that readers see, outside any text."""


@dataclass(frozen=True)
class OneOf:
    """The value is one of a list that content itself declares, such as ``roles`` in ``roadmap.yml``."""

    list_name: Literal[
        "measures", "headings", "roles", "target_groups", "approvers", "levels", "trusts", "fields", "examples", "tools"
    ]


def _one_line(text: str) -> str:
    if "\n" in text:
        raise PydanticCustomError("line_break", "a line break in a text of one line")
    return text


def _iso_date(value: object) -> datetime.date:
    """A date as YAML 1.2 gives it: text of the form 2026-11-22."""
    try:
        # Python alone would take 20261122 and 2026-W47-7 too.
        if isinstance(value, str) and re.fullmatch(ISO_DATE, value):
            return datetime.date.fromisoformat(value)
    except ValueError as error:
        raise PydanticCustomError("no_such_day", "no such day") from error
    raise PydanticCustomError("iso_date", "not an ISO date")


def filled(value: object) -> object:
    """Refuses what an empty file has where somebody is to write: «[Skriv hva dere gjorde]»."""
    texts = value if isinstance(value, list) else [value]
    blanks = [blank for text in texts if isinstance(text, str) for blank in BLANK.findall(text)]
    if blanks:
        raise PydanticCustomError("blank", "{blanks}", {"blanks": blanks})
    return value


# Not the text of a link.
BLANK = re.compile(r"\[Skriv [^\[\]]{1,200}\](?![\[(])")
ISO_DATE = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
# What words are made of. Text editors read patterns as JavaScript does, whose ``\\w`` has no «å».
WORD_CHARACTERS = "0-9A-Za-z_À-ÖØ-öø-ɏ"
PLAIN = Prose()
MARKDOWN = Prose(is_markdown=True)
STATED = Stated()

# What a file can't say of itself: its name, what it is called in URLs, and the text below the front matter.
GIVEN_FIELDS = ("file", "slug", "body")
# Where a text is kept tells readers nothing; they have the URL of its page.
FileName = Annotated[str, Field(exclude=True)]
IsoDate = Annotated[datetime.date, BeforeValidator(_iso_date)]
Identifier = Annotated[
    str,
    Pattern(
        "[a-z0-9æøå][a-z0-9æøå-]{0,59}",
        "bruk små bokstaver, tall og bindestrek, høyst 60 tegn, med en bokstav eller et tall først",
    ),
]
# What content itself lists; the rule that knows the list says what it has.
Listed = Annotated[str, Pattern(r"\S(?:[^\n]{0,98}\S)?", "skriv en av verdiene som finnes, på én linje")]
MeasureId = Annotated[str, Pattern("[A-Z][1-9]", "skriv stegets bokstav og et tall fra 1 til 9, for eksempel A1")]
Letter = Annotated[str, Pattern("[A-Z]", "skriv én stor bokstav")]
Anchor = Annotated[
    str,
    Pattern(
        "[a-z0-9æøå][a-z0-9æøå_-]{0,99}",
        "skriv overskriften med små bokstaver og bindestrek, uten «#», for eksempel «det-vi-vet»",
    ),
]
Title = Annotated[str, Field(min_length=3, max_length=80), PLAIN]
Line = Annotated[str, Field(min_length=3, max_length=240), PLAIN]
Summary = Annotated[str, Field(min_length=10, max_length=140), PLAIN]
Status = Literal["utkast", "godkjent"]
# Sixteen consonants, which spell no word.
DIGEST_LETTERS = "bcdfghjklmnpqrst"
DIGEST_LENGTH = 10
Digest = Annotated[
    str,
    Pattern(f"[{DIGEST_LETTERS}]{{{DIGEST_LENGTH}}}", "skriv de ti bokstavene som «python -m roadmap check» ber om"),
]

MeasureReference = Annotated[MeasureId, OneOf("measures")]
HeadingReference = Annotated[Listed, OneOf("headings")]
RoleReference = Annotated[Listed, OneOf("roles")]
TargetGroup = Annotated[Listed, OneOf("target_groups")]
Approver = Annotated[Listed, OneOf("approvers")]


class Content(BaseModel):
    """Base of all content: unknown fields are refused and nothing is coerced from one type to another."""

    # A file written anew has every field, also those that nobody filled in.
    model_config = ConfigDict(
        extra="forbid", frozen=True, strict=True, json_schema_serialization_defaults_required=True
    )


class Choice(Content):
    """One value of a closed list: what files write (``id``) and what readers see (``name``)."""

    id: Identifier
    name: Annotated[str, Field(min_length=1, max_length=40), PLAIN]


class Source(Content):
    """What a text rests on: a heading of the overview, and one line on what was taken from there."""

    heading: HeadingReference
    takes: Line


class PageSource(Source):
    """What a page rests on; ``section`` is the anchor of the part that does, where that is not the whole page."""

    section: Anchor | None = None


class Approval(Content):
    """The professional owner's approval of the wording: who (a role), when, and the digest of what was read."""

    role: Approver
    date: IsoDate
    text: Digest | None = None


class MarkdownPage(Content):
    """A Markdown file: its front matter, plus where it stands and what it says."""

    file: FileName
    slug: str
    body: Annotated[str, MARKDOWN]
    title: Title
    summary: Summary
