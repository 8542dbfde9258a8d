"""``content/stories/*.md``: success stories that departments tell."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from roadmap.content.model.base import Line, RoleReference
from roadmap.content.model.experience import Experience


class Story(Experience):
    """A success story. ``role`` is the teller's; ``consent`` that of persons whom others could recognise in it.

    Where the consent is kept is nobody else's business, and leaves the content for no output.
    """

    role: RoleReference | None = None
    consent: Literal["ikke_relevant", "innhentet"]
    consent_reference: Annotated[Line | None, Field(exclude=True)] = None
