"""The day that content is judged by: what has come, what is overdue, what has lapsed."""

from __future__ import annotations

import datetime
import os


def today() -> datetime.date:
    """The day of SOURCE_DATE_EPOCH (seconds since 1970, UTC) where that is set, so that a build can be repeated."""
    seconds = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.datetime.fromtimestamp(int(seconds), datetime.UTC).date() if seconds else datetime.date.today()
