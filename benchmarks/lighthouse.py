"""Measures the finished site with Lighthouse's default run, a phone on a slow network, and says what falls short.

Usage: .venv/bin/python benchmarks/lighthouse.py [SITE] [--runs N], or make lighthouse, which installs what is needed.
The median of the runs counts. Fails below 95 points in any category, where a page shifts, and where the first visit to
the home page is heavier or asks for more than it may.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from roadmap.site.static_server import served  # noqa: E402
from tools.node_packages import node_program  # noqa: E402 - the project is not installed

PAGES = {"home": "", "measure": "tiltak/h1/", "catalogue": "tiltak/", "guide": "veileder/", "search": "sok/"}
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
LEAST_POINTS = 95
MOST_SHIFT = 0.02
MOST_KILOBYTES = 150
MOST_REQUESTS = 20


@dataclass(frozen=True)
class Result:
    """The medians of a page's runs, and the audits that took points in the last of them."""

    page: str
    points: dict[str, float]
    kilobytes: float
    requests: float
    shift: float
    failed: list[str]

    def shortcomings(self) -> list[str]:
        """What is not as light as it must be."""
        found = [f"{name} {points:.0f}" for name, points in self.points.items() if points < LEAST_POINTS]
        if self.shift >= MOST_SHIFT:
            found.append(f"layout shift {self.shift:.3f}")
        if self.page == "home" and self.kilobytes >= MOST_KILOBYTES:
            found.append(f"{self.kilobytes:.0f} kB")
        if self.page == "home" and self.requests >= MOST_REQUESTS:
            found.append(f"{self.requests:.0f} requests")
        return found


def main() -> int:
    parser = argparse.ArgumentParser(description="Measure the finished site with Lighthouse.")
    parser.add_argument("site", nargs="?", type=Path, default=ROOT / "site")
    parser.add_argument("--runs", type=int, default=3)
    arguments = parser.parse_args()
    lighthouse = node_program("lighthouse")
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if lighthouse is None or chromium is None:
        print("Lighthouse or Chromium is missing: python -m tools.node_packages; python -m tools.system_packages test")
        return 1
    print(f"{'':10}{''.join(f'{name:>15}' for name in CATEGORIES)}{'kB':>7}{'requests':>10}{'shift':>8}", flush=True)
    results = []
    with served(arguments.site) as address:
        for page, path in PAGES.items():
            if not (arguments.site / path / "index.html").is_file():
                print(f"{page:10}  not measured: the site has no /{path}")
                continue
            results.append(_measured(page, f"{address}/{path}", lighthouse, chromium, arguments.runs))
            print(_line(results[-1]), flush=True)
    for result in results:
        for audit in result.failed:
            print(f"{result.page}: {audit}")
    shortcomings = {result.page: found for result in results if (found := result.shortcomings())}
    for page, found in shortcomings.items():
        print(f"FALLS SHORT  {page}: {', '.join(found)}")
    return 1 if shortcomings or not results else 0


def _measured(page: str, url: str, lighthouse: Sequence[str], chromium: str, runs: int) -> Result:
    reports = [_report(url, lighthouse, chromium) for _ in range(runs)]

    def median(audit: str) -> float:
        return statistics.median(float(report["audits"][audit]["numericValue"]) for report in reports)

    points = {
        name: statistics.median(100 * float(report["categories"][name]["score"]) for report in reports)
        for name in CATEGORIES
    }
    requests = statistics.median(len(_requests(report)) for report in reports)
    kilobytes = median("total-byte-weight") / 1000
    return Result(page, points, kilobytes, requests, median("cumulative-layout-shift"), _failed(reports[-1]))


def _report(url: str, lighthouse: Sequence[str], chromium: str) -> dict[str, Any]:
    command = [*lighthouse, url, "--quiet", "--output=json", "--chrome-flags=--headless=new --no-sandbox"]
    environment = os.environ | {"CHROME_PATH": chromium}
    result = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    report: dict[str, Any] = json.loads(result.stdout)
    return report


def _requests(report: dict[str, Any]) -> list[str]:
    """What the page fetched, without what lies in the page itself."""
    items = report["audits"]["network-requests"]["details"]["items"]
    return [item["url"] for item in items if item["url"].startswith("http")]


def _failed(report: dict[str, Any]) -> list[str]:
    """The audits that count and are not full, with the worst of what they found."""
    counted = {
        reference["id"]
        for name in CATEGORIES
        for reference in report["categories"][name]["auditRefs"]
        if reference["weight"]
    }
    return [
        f"{audit['title']} ({audit['score']:.2f}{', ' + audit['displayValue'] if audit.get('displayValue') else ''})"
        for name, audit in report["audits"].items()
        if name in counted and audit["score"] is not None and audit["score"] < 0.9
    ]


def _line(result: Result) -> str:
    points = "".join(f"{points:>15.0f}" for points in result.points.values())
    return f"{result.page:10}{points}{result.kilobytes:>7.0f}{result.requests:>10.0f}{result.shift:>8.3f}"


if __name__ == "__main__":
    sys.exit(main())
