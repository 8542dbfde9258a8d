"""The one way that templates are read: strict, escaped, and with dates and numbers as Norwegians write them."""

from __future__ import annotations

import datetime
from functools import partial
from math import floor
from pathlib import Path
from typing import Any

from babel.dates import format_date
from babel.numbers import format_decimal
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from roadmap import urls
from roadmap.drawings import drawing

_MANY_HOURS = 10
_YEARS = ("ett", "to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni", "ti")


def environment(templates: Path, **options: Any) -> Environment:
    """An environment for the templates in a folder; ``options`` are Jinja's own, and win over what is set here."""
    settings: dict[str, Any] = {"autoescape": True, "undefined": StrictUndefined, "trim_blocks": True}
    made = Environment(loader=FileSystemLoader(templates), **(settings | options))
    made.globals["urls"] = urls
    made.globals["drawing"] = partial(drawing, templates)
    made.filters["number"] = lambda number: format_decimal(number, locale="nb")
    made.filters["date"] = long_date
    made.filters["hours"] = _hours
    made.filters["about_hours"] = _about_hours
    made.filters["months"] = _months
    made.filters["lower_first"] = lambda text: f"{text[:1].lower()}{text[1:]}"
    return made


def long_date(date: datetime.date) -> str:
    """A date, as «22. november 2026»."""
    return str(format_date(date, "d. MMMM y", locale="nb"))


def _hours(hours: float) -> str:
    """A number of hours, as «1,5 timer»."""
    return f"{format_decimal(hours, locale='nb')}\N{NO-BREAK SPACE}{'time' if hours <= 1 else 'timer'}"


def _about_hours(hours: float) -> str:
    """A sum of estimates, no more precise than they: whole hours from ten up and halves below, as «ca. 43 timer»."""
    step = 1 if hours >= _MANY_HOURS else 0.5
    rounded = floor(hours / step + 0.5) * step or hours
    return _hours(rounded) if rounded == hours else f"ca.\N{NO-BREAK SPACE}{_hours(rounded)}"


def _months(months: int) -> str:
    """A time in months, as «to år» or «18 måneder»."""
    years, rest = divmod(months, 12)
    if rest or years > len(_YEARS):
        return f"{months}\N{NO-BREAK SPACE}{'måned' if months == 1 else 'måneder'}"
    return f"{_YEARS[years - 1]} år"
