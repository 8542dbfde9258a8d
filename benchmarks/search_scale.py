"""Weighs and times a first search on a site with thousands of success stories, in Chromium with an empty cache.

The stories are the project's own examples with their words in new orders, and a word of its own in each. Time runs from
the call of the search to its first hits: «cold» with nothing fetched yet, «opened» after what is fetched when somebody
opens the search, while they type. The server is on this machine, and compresses as it goes. Bytes are those of all that
the search fetches for one query, as sent (brotli).
Usage: .venv/bin/python benchmarks/search_scale.py [--stories N] [--site SITE]
"""

from __future__ import annotations

import argparse
import random
import re
import shutil
import statistics
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))
from roadmap import urls  # noqa: E402
from roadmap.content.load import load  # noqa: E402
from roadmap.content.model import Roadmap  # noqa: E402
from roadmap.site.pages import Site  # noqa: E402
from roadmap.site.search.documents import Document  # noqa: E402
from roadmap.site.search.files import search_files  # noqa: E402
from roadmap.site.static_server import served  # noqa: E402

QUERIES = ("superbruker", "suprebruker", "headset", "korleis kjem vi i gang", "video", "måltall 2020", "særord4711")
RUNS = 5
SEARCH = """async ([query, opened]) => {
  if (opened) await veikartSearch.prepare();
  const start = performance.now();
  const { hits } = await veikartSearch.search(query, 10);
  return [performance.now() - start, hits.length];
}"""


def main() -> None:
    parser = argparse.ArgumentParser(description="Weigh and time a first search among many stories.")
    parser.add_argument("--stories", type=int, default=10_000)
    parser.add_argument("--site", type=Path, default=ROOT / "site")
    options = parser.parse_args()
    roadmap = load(ROOT / "content", ROOT / "templates")
    site = Site(roadmap, ROOT / "templates", {})
    documents = [*site.documents(site.pages()), *stories(roadmap, options.stories)]
    with tempfile.TemporaryDirectory(prefix="search-") as folder:
        copy = Path(shutil.copytree(options.site.resolve(), Path(folder) / "site"))
        shutil.rmtree((copy / urls.SEARCH_CORE).parent)
        for path, data in search_files(documents, roadmap.search).items():
            (copy / path).parent.mkdir(parents=True, exist_ok=True)
            (copy / path).write_bytes(data)
        with served(copy) as address, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
            print(f"{len(documents)} documents, {options.stories} of them stories")
            for query in QUERIES:
                measure(browser, address, query)
            browser.close()


def stories(roadmap: Roadmap, count: int) -> list[Document]:
    """Stories as long as the examples, each with a word that no other has."""
    words = [re.findall(r"\w+", example.body) for example in roadmap.examples]
    made = []
    for number in range(count):
        chance = random.Random(number)
        body = chance.sample(words[number % len(words)], k=len(words[number % len(words)]))
        title = f"{' '.join(body[:5]).capitalize()} særord{number}"
        summary = " ".join(body[5:20])
        texts = {"title": title, "summary": summary, "body": " ".join(body * 2)}
        url = f"{urls.page_url(urls.story_page(f'historie-{number}.md'))}"
        made.append(Document("experiences", url, title, "", "", summary, [], texts, is_story=True))
    return made


def measure(browser: Browser, address: str, query: str) -> None:
    times: dict[bool, list[float]] = {False: [], True: []}
    weights, hits = [], 0
    for opened in (False, True) * RUNS:
        with browser.new_context() as context:
            page = context.new_page()
            page.goto(f"{address}/{urls.page_url(urls.SEARCH_PAGE)}")
            fetched: list[int] = []
            page.on("requestfinished", lambda request, sizes=fetched: sizes.append(request.sizes()["responseBodySize"]))
            milliseconds, hits = page.evaluate(SEARCH, [query, opened])
            page.wait_for_load_state("networkidle")
            times[opened].append(milliseconds)
            weights.append(sum(fetched) / 1000)
    cold, warm = (statistics.median(times[opened]) for opened in (False, True))
    print(f"{query:24} {hits:3} hits  cold {cold:4.0f} ms  opened {warm:4.0f} ms  {statistics.median(weights):4.0f} kB")


if __name__ == "__main__":
    main()
