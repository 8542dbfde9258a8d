"""What a consultation saves: worked out of the figures in ``gains.yml``, in Python and in the browser alike."""

from __future__ import annotations

import json
import subprocess
from fractions import Fraction

import pytest

from roadmap.content.load import load
from roadmap.content.model import Roadmap
from roadmap.content.model.gain_rates import Estimate, GainRates, Quotient, rounded
from tests.conftest import ROOT
from tests.programs import program

MODULES = ROOT / "templates/scripts/gains"
COUNTS = [0, 1, 7, 33, 100, 500, 1000, 1350, 1700, 12345, 10_000_000]


@pytest.fixture(scope="module")
def small() -> GainRates:
    return load(ROOT / "tests/tree").gains.rates


def test_rates_are_the_figures_of_all_volumes_divided(small: GainRates) -> None:
    assert small.travel.low == small.travel.high == Quotient((10, 10), (10, 20))
    assert small.minutes.low == Quotient((10, 10), (10, 20), 60)
    assert small.minutes.high == Quotient((20, 20), (10, 20), 60)
    assert small.hour_value.low == Quotient((10, 10), (10, 10))
    assert small.hour_value.high == Quotient((20, 20), (20, 20))
    assert small.minutes.high.value == 80


def test_a_gain_goes_from_the_low_estimate_to_the_high(small: GainRates) -> None:
    gain = small.gain(30)
    assert gain.travel == _estimate(20, 20)
    assert gain.hours == gain.time == _estimate(20, 40)
    assert gain.total == _estimate(40, 60)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (Fraction(0), 0),
        (Fraction(1, 25), 0),
        (Fraction(1, 20), Fraction(1, 10)),
        (Fraction(999, 1000), 1),
        (Fraction(5, 4), Fraction(13, 10)),
        (Fraction(996, 100), 10),
        (Fraction(125), 130),
        (Fraction(1000), 1000),
        (Fraction(429_344), 430_000),
    ],
)
def test_two_digits_count(value: Fraction, expected: Fraction) -> None:
    assert rounded(value) == expected


def test_the_clinic_comes_out_as_the_project_has_it(roadmap: Roadmap) -> None:
    """The project's figures, each within its own rounding; hours to two digits."""
    rates = roadmap.gains.rates
    for volume in roadmap.gains.volumes:
        gain = rates.gain(volume.consultations)
        assert gain.travel.rounded == _estimate(volume.travel, volume.travel)
        assert gain.time.rounded == _estimate(volume.time.low, volume.time.high)
        assert abs(gain.hours.low - volume.hours.low) < 1
        assert rounded(gain.hours.high) == rounded(Fraction(volume.hours.high))
    per_consultation = rates.gain(1).total
    assert per_consultation.low < roadmap.gains.per_consultation < per_consultation.high
    # What the page «Hvorfor video» says of them.
    assert per_consultation.rounded == _estimate(540, 840)
    assert (round(rates.minutes.low.value), round(rates.minutes.high.value)) == (54, 124)
    assert rounded(rates.hour_value.low.value) == rounded(rates.hour_value.high.value) == 250


def test_the_browser_reckons_as_the_build_does(roadmap: Roadmap) -> None:
    rates = roadmap.gains.rates
    expected = [
        [
            float(rounded(end))
            for estimate in (gain.travel, gain.hours, gain.time, gain.total)
            for end in (estimate.low, estimate.high)
        ]
        for gain in map(rates.gain, COUNTS)
    ]
    assert _in_node(rates) == expected


def _estimate(low: int, high: int) -> Estimate:
    return Estimate(Fraction(low), Fraction(high))


def _in_node(rates: GainRates) -> object:
    """What the browser's modules make of the same numbers."""
    script = f"""
        import {{ calculate }} from "{(MODULES / "calculation.js").as_uri()}";
        import {{ rounded }} from "{(MODULES / "rounding.js").as_uri()}";
        const gains = {json.dumps(COUNTS)}.map((count) => {{
            const {{ travel, hours, time, total }} = calculate({{ count: {{ low: count, high: count }} }}, "count",
                {json.dumps(rates.for_scripts())}).today;
            return [travel, hours, time, total].flatMap((span) => [rounded(span.low), rounded(span.high)]);
        }});
        console.log(JSON.stringify(gains));
    """
    node = program("node")
    result = subprocess.run(
        [node, "--input-type=module", "--eval", script], capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stderr
    return json.loads(result.stdout)
