"""What one consultation on video saves, worked out of the sums in ``gains.yml`` so that readers can check it."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from roadmap.content.model.gains import Volume

MINUTES_AN_HOUR = 60
_DIGITS = 2
_FINEST = Fraction(1, 10)


@dataclass(frozen=True)
class Quotient:
    """Figures of the project added up, times ``factor``, and divided by others added up."""

    parts: tuple[int, ...]
    by: tuple[int, ...]
    factor: int = 1

    @property
    def value(self) -> Fraction:
        return Fraction(sum(self.parts) * self.factor, sum(self.by))


@dataclass(frozen=True)
class Estimate:
    """From the lowest value to the highest."""

    low: Fraction
    high: Fraction

    def __add__(self, other: Estimate) -> Estimate:
        return Estimate(self.low + other.low, self.high + other.high)

    @property
    def rounded(self) -> Estimate:
        return Estimate(rounded(self.low), rounded(self.high))


@dataclass(frozen=True)
class Rate:
    """What a consultation, or an hour, comes to: from the lowest estimate to the highest."""

    low: Quotient
    high: Quotient

    @property
    def estimate(self) -> Estimate:
        return Estimate(self.low.value, self.high.value)


@dataclass(frozen=True)
class Gain:
    """What society saves by a number of consultations: kroner for travel, hours, kroner for those, and both sums."""

    consultations: int
    travel: Estimate
    hours: Estimate
    time: Estimate

    @property
    def total(self) -> Estimate:
        return self.travel + self.time


@dataclass(frozen=True)
class GainRates:
    """Kroner for travel and minutes a consultation, and kroner an hour, over all volumes of the project."""

    travel: Rate
    minutes: Rate
    hour_value: Rate

    def gain(self, consultations: int) -> Gain:
        travel, minutes, hour_value = (rate.estimate for rate in (self.travel, self.minutes, self.hour_value))
        hours = Estimate(*(consultations * end / MINUTES_AN_HOUR for end in (minutes.low, minutes.high)))
        return Gain(
            consultations,
            travel=Estimate(consultations * travel.low, consultations * travel.high),
            hours=hours,
            time=Estimate(hours.low * hour_value.low, hours.high * hour_value.high),
        )

    def for_scripts(self) -> Mapping[str, Mapping[str, float]]:
        """The same for a browser, which reckons with floats."""
        rates = {"travel": self.travel, "minutes": self.minutes, "hourValue": self.hour_value}
        return {name: {"low": float(rate.low.value), "high": float(rate.high.value)} for name, rate in rates.items()}


def gain_rates(volumes: Sequence[Volume]) -> GainRates:
    """All volumes together, so that no consultation counts more than another."""
    consultations = tuple(volume.consultations for volume in volumes)
    low_hours = tuple(volume.hours.low for volume in volumes)
    high_hours = tuple(volume.hours.high for volume in volumes)
    travel = Quotient(tuple(volume.travel for volume in volumes), consultations)
    return GainRates(
        travel=Rate(travel, travel),
        minutes=Rate(
            Quotient(low_hours, consultations, MINUTES_AN_HOUR), Quotient(high_hours, consultations, MINUTES_AN_HOUR)
        ),
        hour_value=Rate(
            Quotient(tuple(volume.time.low for volume in volumes), low_hours),
            Quotient(tuple(volume.time.high for volume in volumes), high_hours),
        ),
    )


def rounded(value: Fraction) -> Fraction:
    """Two digits that count, half up, and nothing finer than a tenth: as far as the project's own figures reach."""
    if value == 0:
        return value
    size = math.floor(math.log10(value))
    unit = max(Fraction(10) ** (size - _DIGITS + 1), _FINEST)
    return math.floor(value / unit + Fraction(1, 2)) * unit
