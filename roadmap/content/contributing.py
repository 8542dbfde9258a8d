"""``CONTRIBUTING.md``, where code hosts look for it: the page «Bidra», with links that lead somewhere from there."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from pathlib import Path

from jinja2 import Template

from roadmap import urls
from roadmap.content.derived_files import Change, change_to
from roadmap.content.entry import Entry
from roadmap.content.model import BackgroundPage
from roadmap.content.problems import Problem
from roadmap.content.source import Tree
from roadmap.templating import environment
from roadmap.text import links
from roadmap.text.markdown import INSERTION_LINE

FILE = "CONTRIBUTING.md"
_CODE = r"`[^`\n]+`"
_LINK = r'(?P<mark>!?)\[(?P<text>[^\]]*)\]\((?P<target>[^)\s]+)(?P<title>\s+"[^"]*")?\)'
_CODE_OR_LINK = re.compile(f"{_CODE}|{_LINK}")


def change(tree: Tree, templates: Path) -> Change | None:
    """What makes the file beside the content say what the page does; nothing where it does, or there is no page."""
    page = next((entry for entry in tree.pages if tree.files.names[entry.file] == urls.CONTRIBUTE_PAGE), None)
    if page is None:
        return None
    stale = f"fila sier ikke det samme som {_source(page, tree)}"
    return change_to(tree.directory.parent / FILE, _contributing(page, tree, templates), "fila mangler", stale)


def contributing_problems(tree: Tree, templates: Path) -> Iterator[Problem]:
    """CONTRIBUTING.md sier det samme som siden «Bidra».

    It only informs: whoever mends the page in a browser can't run a command. A small tree has no such file beside it.
    """
    if (tree.directory.parent / FILE).exists() and (found := change(tree, templates)):
        message = f"{found.reason} – kjør «python -m roadmap contributing», eller be en utvikler om det"
        yield Problem(found.file, 1, message, "note")


def _contributing(page: Entry[BackgroundPage], tree: Tree, templates: Path) -> str:
    jinja = environment(templates, autoescape=False)
    on_the_site = jinja.get_template("contributing/page_on_the_site.md.j2")
    body = INSERTION_LINE.sub("", page.value.body)
    led = _CODE_OR_LINK.sub(lambda match: _led(match, tree, on_the_site), body).strip()
    text = jinja.get_template("contributing/contributing.md.j2").render(
        page=page.value, body=re.sub(r"\n{3,}", "\n\n", led), source=_source(page, tree)
    )
    return f"{text}\n"


def _source(page: Entry[BackgroundPage], tree: Tree) -> str:
    return f"{tree.directory.name}/{tree.files.names[page.file]}"


def _led(match: re.Match[str], tree: Tree, on_the_site: Template) -> str:
    """A link or a picture as it is written at the root of the repository."""
    target = match["target"]
    if target is None or target.startswith("#") or links.scheme(target):
        return match[0]
    path, anchor = links.target_path(target, urls.CONTRIBUTE_PAGE)
    if path not in tree.files.names.values():
        # A page that a build makes is no file that a code host could show.
        return on_the_site.render(text=match["text"], address=urls.page_url(path))
    file = posixpath.join(tree.directory.name, path) + (f"#{anchor}" if anchor else "")
    return f"{match['mark']}[{match['text']}]({file}{match['title'] or ''})"
