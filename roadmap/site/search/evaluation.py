"""How well the search finds what readers look for: queries with the pages that answer them, asked on the real page."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated
from urllib.parse import quote, unquote, urlsplit

import yaml
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from roadmap import urls
from roadmap.errors import OutputError
from roadmap.site.static_server import served

# Among how many of the first hits a reader looks.
LOOKED_AT = 3


class Query(BaseModel):
    """What a reader writes, and the paths of the pages or files that answer it, from the root of the site."""

    model_config = ConfigDict(extra="forbid")

    query: Annotated[str, Field(min_length=1, coerce_numbers_to_str=True)]
    expect: Annotated[list[str], Field(min_length=1)]
    group: str = ""


@dataclass(frozen=True)
class Outcome:
    """A query, and the paths that it found, best first."""

    query: Query
    found: list[str]

    def within(self, first: int) -> bool:
        return not {_plain(path) for path in self.query.expect}.isdisjoint(self.found[:first])


def read_queries(file: Path) -> list[Query]:
    """The queries of a YAML file: a list of ``query``, ``expect`` and, if wanted, ``group``.

    Raises:
        OutputError: when the file can't be read as that.
    """
    try:
        queries = TypeAdapter(list[Query]).validate_python(yaml.safe_load(file.read_text(encoding="utf-8")))
    except (OSError, UnicodeDecodeError, yaml.YAMLError, ValidationError) as error:
        raise OutputError(f"{file} kan ikke leses som en liste med «query» og «expect»: {error}") from error
    if not queries:
        raise OutputError(f"{file} har ingen søk.")
    return queries


def evaluate(queries: list[Query], site: Path) -> list[Outcome]:
    """Asks each query on the search page of a finished site, in Chromium.

    Raises:
        OutputError: when there is no such site, or no browser.
    """
    if not (site / urls.page_url(urls.SEARCH_PAGE) / "index.html").is_file():
        raise OutputError(f"{site} er ikke et ferdig nettsted med søk – kjør make site, eller oppgi det med --site")
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        raise OutputError("Chromium mangler på denne maskinen – installer med: apt-get install chromium")
    # A tool of the tests; the other commands do without.
    from playwright.sync_api import sync_playwright

    with served(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page()
        outcomes = []
        for query in queries:
            page.goto(f"{address}/{urls.page_url(urls.SEARCH_PAGE)}?q={quote(query.query, safe='')}")
            page.locator("[data-search-page][data-shown]").wait_for()
            links = page.locator("main ol a").all()
            outcomes.append(Outcome(query, [_plain(link.get_attribute("href") or "") for link in links]))
        browser.close()
    return outcomes


def report(outcomes: list[Outcome]) -> Iterator[str]:
    """The misses, and the shares of queries that were answered first, and among the first three."""
    for outcome in outcomes:
        if not outcome.within(LOOKED_AT):
            found = " ".join(outcome.found[:LOOKED_AT]) or "ingenting"
            yield f"bom: «{outcome.query.query}» fant {found} – ventet {' '.join(outcome.query.expect)}"
    for group in dict.fromkeys(outcome.query.group for outcome in outcomes):
        if group:
            of_group = [outcome for outcome in outcomes if outcome.query.group == group]
            yield f"{group}: {sum(one.within(LOOKED_AT) for one in of_group)} av {len(of_group)}"
    for first in (1, LOOKED_AT):
        share = sum(outcome.within(first) for outcome in outcomes) / len(outcomes)
        yield f"success@{first}: {share:.1%} ({len(outcomes)} søk)"


def _plain(address: str) -> str:
    """A path without host, query and anchor, with a slash first."""
    return "/" + unquote(urlsplit(address).path).lstrip("/")
