"""Lists of examples and stories, by pages, and the data with which a browser filters the whole of a list.

The data are an index with what is filtered by, and the texts in parts, of which a browser fetches those that it shows.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from babel.dates import format_date

from roadmap import urls
from roadmap.content.model import BackgroundPage, Experience, Roadmap
from roadmap.site.data_scripts import data_script

PAGE_SIZE = 20
# The kinds of the pages of a list after its first, which stands for all of them, by the path of that one.
LATER_KINDS = {urls.EXAMPLE_LIST: "more-examples", urls.STORY_LIST: "more-stories"}
# How many texts lie in one file: 100 of the longest are 25 kB.
_PART_SIZE = 100


@dataclass(frozen=True)
class Listing:
    """A list of experiences, newest first, ``path`` being its first page.

    ``filters`` are what it is filtered by: the name in the address, and the ids that occur, in the roadmap's order.
    ``day`` is the one that tells which of them are overdue.
    """

    # How many of them the page of a measure shows.
    FEW: ClassVar[int] = 4

    path: str
    content: BackgroundPage
    items: Sequence[Experience]
    filters: Mapping[str, list[str]]
    day: datetime.date

    @property
    def page_count(self) -> int:
        return max(1, -(-len(self.items) // PAGE_SIZE))

    @property
    def later_kind(self) -> str:
        """The kind of its later pages."""
        return LATER_KINDS[self.path]

    def page_items(self, number: int) -> Sequence[Experience]:
        return self.items[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]

    @property
    def later_pages(self) -> range:
        return range(2, self.page_count + 1)

    def near(self, number: int) -> list[int | None]:
        """The pages that the one with this number leads to by their number; ``None`` stands for those left out."""
        shown = sorted({1, number - 1, number, number + 1, self.page_count} & {*range(1, self.page_count + 1)})
        pages: list[int | None] = []
        for before, page in zip([0, *shown], shown, strict=False):
            if page > before + 1:
                pages.append(None)
            pages.append(page)
        return pages

    def files(self) -> Iterator[tuple[str, bytes]]:
        """The data, by path on the site; none where there is nothing to choose between."""
        if len(self.items) < 2:
            return
        index = {
            "pageSize": PAGE_SIZE,
            "partSize": _PART_SIZE,
            "items": [[item.trust, item.field, " ".join(item.measures)] for item in self.items],
        }
        yield urls.list_data(self.path, "index"), data_script("experienceIndex = ", index)
        for number, start in enumerate(range(0, len(self.items), _PART_SIZE)):
            texts = [
                [urls.page_url(self.item_path(item)), item.title, item.summary, *self._overdue(item)]
                for item in self.items[start : start + _PART_SIZE]
            ]
            yield (
                urls.list_data(self.path, str(number)),
                data_script(f"(window.experienceTexts ??= {{}})[{number}] = ", texts),
            )

    def _overdue(self, item: Experience) -> Iterator[str]:
        """The day by which it should have been read through again, as readers see it, where that is past."""
        if due := item.overdue_on(self.day):
            yield format_date(due, "d. MMMM y", locale="nb")

    def item_path(self, item: Experience) -> str:
        """The path of the page of an item."""
        return urls.beside(self.path, item.file)


def listings(roadmap: Roadmap, day: datetime.date) -> dict[str, Listing]:
    """The lists of examples and of stories."""
    return {
        "examples": _listing(urls.EXAMPLE_LIST, roadmap.example_list, roadmap.examples, roadmap, day),
        "stories": _listing(urls.STORY_LIST, roadmap.story_list, roadmap.stories, roadmap, day),
    }


def _listing(
    path: str, content: BackgroundPage, items: Sequence[Experience], roadmap: Roadmap, day: datetime.date
) -> Listing:
    trusts, fields = {item.trust for item in items}, {item.field for item in items}
    measures = {measure for item in items for measure in item.measures}
    filters = {
        "helseforetak": [trust.id for trust in roadmap.plan.trusts if trust.id in trusts],
        "fag": [field.id for field in roadmap.plan.fields if field.id in fields],
        "tiltak": [measure.id for measure in roadmap.measures if measure.id in measures],
    }
    return Listing(path, content, items, filters, day)
