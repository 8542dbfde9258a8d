"""What can be found: each page and each file to take away, with its texts by how much they say of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from lxml import html

from roadmap import urls
from roadmap.content.model import Download, Roadmap
from roadmap.content.model.search import FileType, GroupId
from roadmap.site.downloads import FileFacts
from roadmap.site.listings import LATER_KINDS
from roadmap.site.page import SitePage

# Left out of the search: what a page says of other pages.
IGNORED = "data-search-ignore"
_GROUPS: Mapping[str, GroupId] = {
    "step": "steps",
    "measure": "measures",
    "catalogue": "measures",
    "role": "measures",
    "graph": "measures",
    "guide": "guide",
    "chapter": "guide",
    "texts": "texts",
    "text": "texts",
    "list": "experiences",
    "example": "experiences",
    "story": "experiences",
    "story-form": "experiences",
    "tool": "tools",
}
# Pages that list others say a little of everything.
_LISTS = {"home", "catalogue", "graph", "texts", "list", "poster", "role"}


@dataclass(frozen=True)
class Document:
    """Something to be found.

    ``label`` is what it is called among others («A3», «Kapittel 4»), ``context`` where it belongs. ``names`` are what
    a reader may type to get right there. ``texts`` are its texts by field: title, summary, headings, body,
    and what readers ask that it answers.
    """

    group: GroupId
    url: str
    title: str
    label: str
    context: str
    summary: str
    names: list[str]
    texts: Mapping[str, str] = field(repr=False)
    is_list: bool = False
    is_story: bool = False


def documents(pages: Iterable[SitePage], roadmap: Roadmap, facts: Mapping[str, FileFacts]) -> list[Document]:
    """Everything that can be found: the pages in the site's order, the files, and the success stories last.

    ``facts`` are those of the files that are made, by path.
    """
    maker = _Maker(roadmap)
    found = [
        *(maker.page(page) for page in pages if page.meta["kind"] not in LATER_KINDS.values()),
        *(maker.file(one) for one in roadmap.home.downloads if one.file in facts),
    ]
    return sorted(found, key=lambda document: document.is_story)


class _Maker:
    def __init__(self, roadmap: Roadmap) -> None:
        self._roadmap = roadmap
        self._asked: dict[str, list[str]] = {}
        for answer in roadmap.search.answers:
            self._asked.setdefault(answer.page, []).extend(answer.ask)
        self._types: dict[str, FileType] = {kind.ending: kind for kind in roadmap.search.file_types}

    def page(self, page: SitePage) -> Document:
        kind = page.meta["kind"]
        label, context, names = self._place(kind, page)
        summary = page.meta["description"]
        headings, body = _texts(page.html)
        return Document(
            group=_GROUPS.get(kind, "background"),
            url=urls.page_url(page.path),
            title=page.title,
            label=label,
            context=context,
            summary=summary,
            names=names,
            texts={
                "title": f"{label} {page.title}",
                "summary": f"{summary} {context}",
                "headings": headings,
                "body": "" if kind in _LISTS else body,
                "asked": ". ".join(self._asked.get(page.path, [])),
            },
            is_list=kind in _LISTS,
            is_story=kind == "story",
        )

    def _place(self, kind: str, page: SitePage) -> tuple[str, str, list[str]]:
        """Label, context and names of a page."""
        letter = page.meta.get("letter", "")
        if kind == "measure":
            identifier = page.meta["measure_id"]
            step = self._roadmap.step_of(self._roadmap.measure(identifier))
            return identifier, f"Steg {letter}: {step.title}", [identifier, f"tiltak {identifier}"]
        if kind == "step":
            return letter, "", [letter, f"steg {letter}"]
        if kind == "role":
            name = self._roadmap.role_name(page.meta["role"])
            return name, "", [name, f"for {name}"]
        if kind == "chapter":
            number = page.meta["number"]
            return number, "", [f"{called} {number}" for called in ("kapittel", "kap", "vedlegg")]
        return "", "", []

    def file(self, download: Download) -> Document:
        kind = self._types.get(download.file.rpartition(".")[2])
        name = kind.name if kind else ""
        return Document(
            group="files",
            url=download.file,
            title=download.title,
            label="",
            context=name,
            summary=download.text,
            names=[],
            texts={
                "title": download.title,
                "summary": download.text,
                "headings": f"{name} {' '.join(kind.say) if kind else ''}",
            },
        )


def _texts(article: str) -> tuple[str, str]:
    """The headings of an article below its title, and the rest of what it says of itself."""
    root = html.fragment_fromstring(article, create_parent="div")
    for element in root.xpath(f"//*[@{IGNORED}] | //h1 | //*[@class='lead'] | //aside | //svg"):
        element.drop_tree()
    headings = root.xpath("//h2 | //h3 | //h4 | //summary")
    titles = [_seen(heading) for heading in headings]
    for heading in headings:
        heading.drop_tree()
    return " ".join(titles), _seen(root)


def _seen(element: html.HtmlElement) -> str:
    # Neighbouring elements, such as cells of a table, have no blank between them.
    return re.sub(r"\s+", " ", " ".join(element.itertext())).strip()
