"""What every kind of content is made of: the strict base model, and the shapes that fields share."""

from __future__ import annotations

import datetime
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError


def _iso_date(value: object) -> datetime.date:
    """A date as YAML 1.2 gives it: text of the form 2026-11-22."""
    try:
        if isinstance(value, str):
            return datetime.date.fromisoformat(value)
    except ValueError:
        pass
    raise PydanticCustomError("iso_date", "not an ISO date")


IsoDate = Annotated[datetime.date, BeforeValidator(_iso_date)]
Identifier = Annotated[str, Field(min_length=1, max_length=60)]
MeasureId = Annotated[str, Field(pattern=r"^[A-Z][1-9]$")]
Letter = Annotated[str, Field(pattern=r"^[A-Z]$")]
Title = Annotated[str, Field(min_length=3, max_length=80)]
Line = Annotated[str, Field(min_length=3, max_length=240)]
Summary = Annotated[str, Field(min_length=10, max_length=140)]
Status = Literal["utkast", "godkjent"]


class Content(BaseModel):
    """Base of all content: unknown fields are refused and nothing is coerced from one type to another."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Choice(Content):
    """One value of a closed list: what files write (``id``) and what readers see (``name``)."""

    id: Identifier
    name: Annotated[str, Field(min_length=1, max_length=40)]


class Source(Content):
    """What a text rests on: a heading of the overview, and one line on what was taken from there."""

    heading: Identifier
    takes: Line


class Approval(Content):
    """The professional owner's approval of the wording: who (a role) and when."""

    role: Identifier
    date: IsoDate


class MarkdownPage(Content):
    """A Markdown file: its front matter, plus where it stands and what it says."""

    file: str
    slug: str
    body: str
    title: Annotated[str, Field(min_length=3, max_length=80)]
    summary: Summary
