"""``content/stories/*.md``: success stories that departments tell, and what is left of those that were withdrawn."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from typing import Annotated, Any, Literal, get_args

from pydantic import BeforeValidator, Field, field_validator, model_validator
from pydantic_core import PydanticCustomError

from roadmap.content.model.base import MARKDOWN, Content, FileName, IsoDate, Line, RoleReference, Status, filled
from roadmap.content.model.experience import Experience

WITHDRAWN = "trukket"
WITHOUT_MARKS = f"de to linjene med «---» mangler – skriv «---», «status: {WITHDRAWN}» og «---» på hver sin linje"
_YEARS_TO_REVIEW = 2


def _living(status: object) -> object:
    """The status of a story that is not withdrawn; whoever misspells it is told that it could be."""
    if status not in get_args(Status):
        expected = ", ".join(f"'{value}'" for value in (*get_args(Status), WITHDRAWN))
        raise PydanticCustomError("literal_error", "no status of a story", {"expected": expected})
    return status


class Story(Experience):
    """A success story. ``role`` is the teller's; ``consent`` that of persons whom others could recognise in it.

    Where the consent is kept, and when it was given, is nobody else's business, and leaves the content for no output.
    """

    # Far more than the words it may have, and little enough for every rule to be quick.
    body: Annotated[str, Field(max_length=10_000), MARKDOWN]
    role: RoleReference | None = None
    consent: Literal["ikke_relevant", "innhentet"]
    consent_reference: Annotated[Line | None, Field(exclude=True)] = None
    consent_date: Annotated[IsoDate | None, Field(exclude=True)] = None
    review_by: IsoDate | None = None
    status: Annotated[Status, BeforeValidator(_living)]
    # Belongs to a story that is; whoever writes it here is told so.
    withdrawn: Annotated[IsoDate | None, Field(exclude=True)] = None

    _filled = field_validator("*", mode="before")(filled)

    @property
    def review_due(self) -> datetime.date | None:
        """The last day for somebody to read it through again: two years after what it tells, unless the file says.

        A story that has neither day is never due.
        """
        return self.review_by or (years_after(self.date, _YEARS_TO_REVIEW) if self.date else None)


class WithdrawnStory(Content):
    """What is left of a story that was withdrawn: where it stood, and when it was withdrawn, where that is known.

    The rest of the story may still stand in the file. It is not read, so that no output can have it.
    """

    file: FileName
    slug: str
    status: Literal["trukket"]
    withdrawn: IsoDate | None = None

    @model_validator(mode="before")
    @classmethod
    def _without_the_story(cls, data: dict[str, Any]) -> dict[str, Any]:
        return {
            name: value for name, value in data.items() if name in cls.model_fields or name not in Story.model_fields
        }


def is_withdrawn(fields: Mapping[str, object]) -> bool:
    """Whether a file is meant to be that of a withdrawn story, also where its status is missing or misspelled."""
    status = fields.get("status")
    if status is None:
        return "withdrawn" in fields
    return isinstance(status, str) and status.strip().casefold() == WITHDRAWN


def years_after(day: datetime.date, years: int) -> datetime.date:
    """The same day so many years later; that before it where there is no such day."""
    year = min(day.year + years, datetime.MAXYEAR)
    try:
        return day.replace(year=year)
    except ValueError:
        return day.replace(year=year, day=day.day - 1)


def says_withdrawn(text: str) -> bool:
    """Whether a file that has lost the lines around its fields is meant to be that of a withdrawn story."""
    return re.search(rf"(?im)^status:[ \t]*['\"]?{WITHDRAWN}\b", text) is not None
