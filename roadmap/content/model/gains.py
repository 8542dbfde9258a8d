"""``content/gains.yml``: what society saves in one clinic, as numbers that are drawn and listed."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from roadmap.content.model.base import PLAIN, STATED, Content, Line, Source, Title
from roadmap.content.model.gain_rates import GainRates, gain_rates

Amount = Annotated[int, Field(ge=1), STATED]
Label = Annotated[str, Field(min_length=2, max_length=60), PLAIN]


class Span(Content):
    """From the lowest estimate to the highest."""

    low: Amount
    high: Amount


class Volume(Content):
    """A number of consultations and what society saves by them: kroner for travel, hours, and kroner for the hours."""

    consultations: Amount
    when: Label
    travel: Amount
    hours: Span
    time: Span


class GainLabels(Content):
    """What the drawing and the table call what they show."""

    table: Label
    consultations: Label
    travel: Label
    hours: Label
    time: Label
    per_consultation: Label
    about: Label
    kroner: Label
    unit_of_hours: Label


class Gains(Content):
    title: Title
    text: Line
    volumes: Annotated[list[Volume], Field(min_length=1, max_length=4)]
    per_consultation: Amount
    labels: GainLabels
    caveats: Annotated[list[Line], Field(min_length=1, max_length=7)]
    sources: Annotated[list[Source], Field(min_length=1)]

    @property
    def largest(self) -> int:
        """The largest sum of money, which the longest bar stands for."""
        return max(max(volume.travel, volume.time.high) for volume in self.volumes)

    @property
    def rates(self) -> GainRates:
        """What one consultation comes to."""
        return gain_rates(self.volumes)
