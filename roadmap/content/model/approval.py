"""What an approval holds for: the text that was read, and for a time."""

from __future__ import annotations

import calendar
import datetime
import hashlib
import json
from typing import Literal, TypeAlias

from roadmap.content.model.base import DIGEST_LENGTH, DIGEST_LETTERS, Approval, Content
from roadmap.content.model.measure import Measure
from roadmap.content.model.pathway_guide import GuideFront
from roadmap.content.model.ready_made_text import ReadyMadeText
from roadmap.content.model.room_checklist import RoomChecklist

Approvable: TypeAlias = Measure | ReadyMadeText | GuideFront | RoomChecklist
# Why an approval holds no more: the text is another than the one that was read, or it was read too long ago.
Lapse = Literal["text", "age"]

_LETTERS = str.maketrans("0123456789abcdef", DIGEST_LETTERS)
# What is said of a text, or is its address; all else is the text.
_NOT_READ = {"status", "approval", "owner", "reviewed", "slug"}


def digest_of(*parts: Content) -> str:
    """The digest of everything in these parts that readers see; fields that nobody filled in change nothing."""
    said = [part.model_dump(mode="json", exclude=_NOT_READ, exclude_defaults=True) for part in parts]
    canonical = json.dumps(said, ensure_ascii=False, sort_keys=True)
    return spelled(hashlib.sha256(canonical.encode()).hexdigest())


def spelled(hexadecimal: str) -> str:
    """The beginning of a digest in letters, which nobody takes for a number: neither YAML nor the privacy rules."""
    return hexadecimal[:DIGEST_LENGTH].translate(_LETTERS)


def lapse_of(approval: Approval, digest: str, months: int, day: datetime.date) -> Lapse | None:
    """Why the approval of the text with this digest holds no more on a day; nothing where it holds."""
    if approval.text is not None and approval.text != digest:
        return "text"
    return "age" if day > _months_after(approval.date, months) else None


def _months_after(day: datetime.date, months: int) -> datetime.date:
    """The same day of a later month, or the last where the month is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return datetime.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
