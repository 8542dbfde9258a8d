"""What a professional owner can approve, where it is to be read, and how it stands with its approval."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from roadmap import urls
from roadmap.content.model import Approvable, Approval, Lapse, Roadmap
from roadmap.text.insertions import ROOM_CHECKLIST, page_with

Kind = Literal["measure", "text", "guide", "room_checklist"]


@dataclass(frozen=True)
class ApprovalState:
    """Something that can be approved, and the page that shows it, if one does.

    ``approval`` is the latest one; with a ``lapse`` it holds no more. ``digest`` is that of the text as it reads today.
    """

    kind: Kind
    id: str
    title: str
    page: str | None
    digest: str
    approval: Approval | None
    lapse: Lapse | None

    @property
    def is_approved(self) -> bool:
        return self.approval is not None and self.lapse is None


def approval_states(roadmap: Roadmap) -> list[ApprovalState]:
    """Everything that can be approved, in the site's order."""

    def state(kind: Kind, identifier: str, item: Approvable, page: str | None) -> ApprovalState:
        digest, lapse = roadmap.digest(item), roadmap.lapse(item)
        return ApprovalState(kind, identifier, item.title, page, digest, item.approval, lapse)

    guide, checklist = roadmap.guide_front, roadmap.room_checklist
    return [
        *(state("measure", one.id, one, urls.measure_page(one.id)) for one in roadmap.measures),
        *(state("text", one.slug, one, urls.text_page(one.slug)) for one in roadmap.ready_made_texts),
        state("guide", urls.page_slug(urls.GUIDE_FRONT), guide, urls.GUIDE_FRONT),
        state("room_checklist", urls.page_slug(urls.ROOM_CHECKLIST), checklist, page_with(ROOM_CHECKLIST, roadmap)),
    ]


@dataclass(frozen=True)
class ApprovalGroup:
    """What a role approved on the same day, and why that holds no more, where it doesn't."""

    role: str
    date: datetime.date
    lapse: Lapse | None
    states: list[ApprovalState]


def approval_groups(states: Sequence[ApprovalState]) -> list[ApprovalGroup]:
    """The approvals that there are: those that hold first, and the newest first."""
    given = [(approval, state) for state in states if (approval := state.approval)]

    def order(pair: tuple[Approval, ApprovalState]) -> tuple[str, int, str]:
        approval, state = pair
        return (state.lapse or "", -approval.date.toordinal(), approval.role)

    groups = [list(group) for _, group in groupby(sorted(given, key=order), key=order)]
    return [
        ApprovalGroup(group[0][0].role, group[0][0].date, group[0][1].lapse, [state for _, state in group])
        for group in groups
    ]
