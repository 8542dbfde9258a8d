"""Rules of retired addresses: each is out of use, named once, and leads to a page that is there."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import unquote

from roadmap import urls
from roadmap.content.problems import Problem, suggestion
from roadmap.content.rules.common import generated_pages
from roadmap.content.source import Tree

# A page that can't be read is a problem of its own.
_WRITTEN = (
    "pathway_guide/*.md",
    "examples/*.md",
    "stories/*.md",
    "pages/*.md",
    "tools/*.md",
    "ready_made_texts/*.md",
)


def _redirects(tree: Tree) -> Iterator[Problem]:
    """En adresse som er tatt ut av bruk, er ikke i bruk, står én gang og fører til en side som finnes."""
    if tree.redirects is None:
        return
    written = [tree.files.names[file] for pattern in _WRITTEN for file in tree.files.matching(pattern)]
    pages = sorted({*generated_pages(tree), *written})
    in_use = {f"/{unquote(urls.page_url(page))}": page for page in pages}
    retired = [redirect.from_ for redirect in tree.redirects.value.redirects]
    for index, redirect in enumerate(tree.redirects.value.redirects):
        if redirect.from_ in in_use:
            message = f"«{redirect.from_}» er i bruk av «{in_use[redirect.from_]}» – slett linja, eller skriv den gamle"
            yield tree.redirects.problem(f"{message} adressen", "redirects", index, "from")
        if redirect.from_ in retired[:index]:
            message = f"«{redirect.from_}» står to ganger – slett den ene"
            yield tree.redirects.problem(message, "redirects", index, "from")
        if redirect.to not in pages:
            message = f"siden «{redirect.to}» finnes ikke – {suggestion(redirect.to, pages)}"
            yield tree.redirects.problem(message, "redirects", index, "to")


RULES = (_redirects,)
