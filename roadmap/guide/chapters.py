"""The guide's chapters and appendices as HTML for paper, with places to answer where the site has none."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup

from roadmap import urls
from roadmap.content.model import Appendix, Chapter, GuideFront, MarkdownPage, ReadyMadeText, Roadmap
from roadmap.field_names import field_name
from roadmap.templating import environment
from roadmap.text import links, ready_made
from roadmap.text.insertions import ready_made_text_id, template_of
from roadmap.text.markdown import parse

_ON_PAPER = {"questions", "worksheets", "checklist", "ready_made_text"}


@dataclass(frozen=True)
class GuidePage:
    """A page of the site that is part of the guide: its URL, its title, and its article for paper."""

    url: str
    title: str
    article: str


class Chapters:
    """Renders the parts of the guide from ``templates/guide/``; links out of it lead to the site."""

    def __init__(self, roadmap: Roadmap, templates: Path, site_url: str, contact: str = "") -> None:
        self._roadmap = roadmap
        self._site_url = site_url
        self._environment = environment(templates)
        self._environment.globals.update(
            roadmap=roadmap, site_url=site_url, contact=contact, field_name=field_name, facts={}
        )
        self._paths = frozenset(path for path, _ in guide_pages(roadmap))

    def pages(self) -> list[GuidePage]:
        """The whole guide, each page as an article whose links to other pages of it are relative."""
        return [
            GuidePage(urls.page_url(path), content.title, self._article(path, content))
            for path, content in guide_pages(self._roadmap)
        ]

    def body(self, path: str, content: MarkdownPage, resolve: Callable[[str], str]) -> Markup:
        """What somebody wrote in a part of the guide, with what its «sett inn» lines ask for."""
        parsed = parse(content.body)
        fragments = {name: self.fragment(name, path, content, resolve) for name in parsed.insertions}
        return parsed.render(resolve, fragments)

    def fragment(self, insertion: str, path: str, content: MarkdownPage, resolve: Callable[[str], str]) -> Markup:
        """What a «sett inn» line asks for, as it is on paper."""
        name = template_of(insertion)
        folder = "guide" if name in _ON_PAPER else "pages"
        text_id = ready_made_text_id(insertion)
        text = self._roadmap.ready_made_text(text_id) if text_id else None
        return self.render(f"{folder}/fragments/{name}", path, resolve, content=content, text=text)

    def render(self, template: str, path: str, resolve: Callable[[str], str], **values: object) -> Markup:
        """A template with what it needs to lead from the page at ``path`` to others."""
        functions: Mapping[str, Callable[..., str]] = {
            "url": lambda target, anchor="": resolve(_written(target, path)) + (f"#{anchor}" if anchor else ""),
            "file": lambda target: self._site_url + target,
            "markdown": lambda text: parse(text).render(resolve),
            "ready_text": lambda text, markdown, level: ready_made.rendered(
                markdown, self._links_of(text, path), level
            ),
        }
        return Markup(self._environment.get_template(f"{template}.html.j2").render({**functions, **values}))

    def _links_of(self, text: ReadyMadeText, path: str) -> Callable[[str], str]:
        """Leads the links of a ready-made text that the page at ``path`` shows."""
        return links.on_paper(urls.text_page(text.slug), self._site_url, self._paths, path)

    def _article(self, path: str, content: GuideFront | Chapter | Appendix) -> str:
        resolve = links.on_paper(path, self._site_url, self._paths)
        template = {GuideFront: "front", Chapter: "chapter", Appendix: "appendix"}[type(content)]
        return self.render(
            f"guide/{template}",
            path,
            resolve,
            content=content,
            body=self.body(path, content, resolve),
            insertions=parse(content.body).insertions,
        )


def guide_pages(roadmap: Roadmap) -> list[tuple[str, GuideFront | Chapter | Appendix]]:
    """The pages of the guide in reading order, by their paths under ``content/``."""
    return [
        (urls.GUIDE_FRONT, roadmap.guide_front),
        *((f"pathway_guide/{chapter.file}", chapter) for chapter in roadmap.chapters),
        *((f"pathway_guide/{appendix.file}", appendix) for appendix in roadmap.appendices),
    ]


def _written(target: str, path: str) -> str:
    """A path under ``content/`` as a link on the page at ``path`` would be written."""
    return urls.relative(target, path.rpartition("/")[0])
