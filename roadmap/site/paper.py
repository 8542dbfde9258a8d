"""A page as it is printed from the browser: where its links lead, and how large its text can be."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urldefrag, urljoin

from lxml import html

from roadmap import urls
from roadmap.content.model import Roadmap

# Stands for the site, wherever it lives.
_ROOT = "https://site.invalid/"
# The most characters of a measure that fit on a sheet at 10 and at 9.5 points; see print-road.css.
_SIZES = (("short", 3900), ("long", 4400))
_NOT_ON_PAPER = "ancestor-or-self::*[contains(@class, 'site-only') or contains(@class, 'term__meaning')]"


@dataclass(frozen=True)
class PaperPage:
    """A page's HTML with its links numbered in ``data-printed``, and what each number leads to.

    An address is whole where it leaves the site, and else goes from the root of the site. ``has_named_links`` tells
    that the page also has links to measures or steps by their names, whose addresses follow from the names. ``length``
    is the number of characters that are printed.
    """

    html: str
    addresses: tuple[str, ...]
    has_named_links: bool
    length: int

    @property
    def size(self) -> str:
        """How much there is to print, so that what should be one sheet can be set as large as the sheet allows."""
        return next((name for name, most in _SIZES if self.length <= most), "longest")


def names_of(roadmap: Roadmap) -> Mapping[str, str]:
    """What the address of a measure or a step follows from, by its URL."""
    measures = {urls.page_url(urls.measure_page(measure.id)): measure.id for measure in roadmap.measures}
    return measures | {urls.page_url(urls.step_page(step.letter)): step.letter for step in roadmap.plan.steps}


def on_paper(page: str, url: str, names: Mapping[str, str]) -> PaperPage:
    """The page at ``url``, made ready to be printed; see ``names_of`` for ``names``."""
    root = html.fragment_fromstring(page, create_parent=True)
    numbers: dict[str, int] = {}
    has_named_links = False
    for link in root.xpath(f".//a[@href][not(@data-off-paper) and not({_NOT_ON_PAPER})]"):
        address = _address(link.get("href"), url)
        if not address or not link.text_content().strip():
            continue
        if names.get(address) in re.findall(r"\w+", link.text_content()):
            has_named_links = True
        else:
            link.set("data-printed", str(numbers.setdefault(address, len(numbers) + 1)))
    length = sum(len(" ".join(text.split())) for text in root.xpath(f".//text()[not({_NOT_ON_PAPER})]"))
    text = html.tostring(root, encoding="unicode").removeprefix("<div>").removesuffix("</div>")
    return PaperPage(text, tuple(numbers), has_named_links, length)


def _address(target: str, url: str) -> str:
    """Where a link leads: without the place on the page, and nothing where it stays there or is written to."""
    address = urldefrag(urljoin(_ROOT + url, target)).url
    if address.startswith(_ROOT):
        return address.removeprefix(_ROOT) if address != _ROOT + url else ""
    return address if address.startswith(("http://", "https://")) else ""
