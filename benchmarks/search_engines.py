"""Compares the site's search with Pagefind and MiniSearch on the same pages and queries, in one run in Chromium.

Pagefind indexes the finished pages as it comes, in Norwegian. MiniSearch gets title, description and text of each
page, Snowball's Norwegian stemmer, æ, ø and å folded, and searches by prefix and with slips; neither knows synonyms.
Usage: .venv/bin/python benchmarks/search_engines.py [QUERIES] [--site SITE]
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from bs4 import BeautifulSoup
from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))
from roadmap.site.search.evaluation import LOOKED_AT, Outcome, Query, read_queries  # noqa: E402
from roadmap.site.static_server import POLICY, served  # noqa: E402
from tools import node_packages  # noqa: E402

NODE = ROOT / "tools/node/node_modules"
PAGEFIND = """async (queries) => {
  const engine = await import("/pagefind/pagefind.js");
  const found = [];
  for (const query of queries) {
    const { results } = await engine.search(query);
    const pages = await Promise.all(results.slice(0, 3).map((result) => result.data()));
    found.push(pages.map((page) => new URL(page.url, location).pathname));
  }
  return found;
}"""
MINISEARCH = """async ([queries, documents]) => {
  const stemmer = snowballFactory.newStemmer("norwegian");
  const fold = (word) => word.replaceAll("æ", "ae").replaceAll("ø", "o").replaceAll("å", "a");
  const engine = new MiniSearch({
    fields: ["title", "description", "text"],
    processTerm: (term) => fold(stemmer.stem(term.toLowerCase())),
    searchOptions: { prefix: true, fuzzy: 0.2, boost: { title: 6, description: 3 } },
  });
  engine.addAll(documents);
  return queries.map((query) => engine.search(query).slice(0, 3).map((hit) => hit.id));
}"""
OURS = """async (queries) => {
  const found = [];
  for (const query of queries) {
    const { hits } = await veikartSearch.search(query, 3);
    found.push(hits.map((hit) => new URL(hit.href).pathname));
  }
  return found;
}"""


def main() -> None:
    parser = argparse.ArgumentParser(description="Compare search engines on the same pages and queries.")
    parser.add_argument("queries", nargs="?", type=Path, default=ROOT / "benchmarks/search_queries.yml")
    parser.add_argument("--site", type=Path, default=ROOT / "site")
    options = parser.parse_args()
    queries = read_queries(options.queries)
    node_packages.main()
    with tempfile.TemporaryDirectory(prefix="engines-") as folder:
        site = Path(shutil.copytree(options.site.resolve(), Path(folder) / "site"))
        documents = pages_of(site)
        index_with_pagefind(site)
        for name in ("minisearch/dist/umd/index.js", "snowball-stemmers/snowball-stemmers.js"):
            shutil.copy(NODE / name, site / name.replace("/", "-"))
        # Pagefind is WebAssembly, which the policy that we recommend refuses.
        with (
            served(site, f"{POLICY}; script-src 'self' 'wasm-unsafe-eval'") as address,
            sync_playwright() as playwright,
        ):
            browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
            page = browser.new_page()
            page.goto(f"{address}/sok/")
            texts = [query.query for query in queries]
            report("this project", queries, page.evaluate(OURS, texts))
            report("Pagefind", queries, page.evaluate(PAGEFIND, texts))
            report("MiniSearch", queries, with_minisearch(page, texts, documents))
            browser.close()


def pages_of(site: Path) -> list[dict[str, str]]:
    documents = []
    for file in sorted(site.glob("**/index.html")):
        page = BeautifulSoup(file.read_text(encoding="utf-8"), "html.parser")
        article, title = page.select_one("article"), page.select_one("h1")
        if article and title and file.parent.name != "sok":
            description = page.select_one('meta[name="description"]')
            documents.append(
                {
                    "id": f"/{file.parent.relative_to(site).as_posix()}/".replace("/./", "/"),
                    "title": title.get_text(),
                    "description": str(description["content"]) if description else "",
                    "text": article.get_text(" "),
                }
            )
    return documents


def index_with_pagefind(site: Path) -> None:
    command = [sys.executable, "-m", "pagefind", "--site", str(site), "--root-selector", "article", "--quiet"]
    subprocess.run(command, check=True)


def with_minisearch(page: Page, texts: list[str], documents: list[dict[str, str]]) -> Any:
    page.add_script_tag(url="/minisearch-dist-umd-index.js")
    page.add_script_tag(url="/snowball-stemmers-snowball-stemmers.js")
    return page.evaluate(MINISEARCH, [texts, documents])


def report(name: str, queries: list[Query], found: list[list[str]]) -> None:
    outcomes = [Outcome(query, paths) for query, paths in zip(queries, found, strict=True)]
    first, three = (sum(one.within(count) for one in outcomes) / len(outcomes) for count in (1, LOOKED_AT))
    print(f"{name:14} success@1 {first:6.1%}  success@3 {three:6.1%}  ({len(outcomes)} queries)")


if __name__ == "__main__":
    main()
