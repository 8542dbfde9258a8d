"""``content/roles/*.md``: a page for each of those roles that ask what concerns them."""

from __future__ import annotations

from typing import Annotated

from roadmap.content.model.base import Listed, OneOf, TargetGroup
from roadmap.content.model.page import BackgroundPage


class RolePage(BackgroundPage):
    """What somebody in a role is told before what the measures ask of them; ``tools`` are those that suit them."""

    role: TargetGroup
    tools: list[Annotated[Listed, OneOf("tools")]] = []
