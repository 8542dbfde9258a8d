"""The model made into Markdown: every page of the site, generated or hand-written, as one text.

A page's path says where it lies under ``content/`` (``measures/a1.md``); its address on the site is Norwegian
(``tiltak/a1/``) and depends on ids and file names alone. Links between pages are written to paths, so that any
generator of static sites that reads Markdown can resolve them.
"""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from roadmap.site.downloads import facts_token
from roadmap.content.model import MarkdownPage, Roadmap
from roadmap.text.markdown import INSERTION, INSERTIONS, render
from roadmap.templating import environment
from roadmap.site.traceability import traced_headings

PREVIEW_PATH = "nedlasting/veikart-plakat.webp"
LARGE_PREVIEW_PATH = "nedlasting/veikart-plakat-stor.webp"

_ADDRESSES = {
    "steps": "steg",
    "measures": "tiltak",
    "pathway_guide": "veileder",
    "stories": "gladsaker",
    "pages": "om",
}


@dataclass(frozen=True)
class Page:
    """A page of the site: its path, its front matter, its Markdown, and the file that «Rediger» opens."""

    path: str
    title: str
    markdown: str
    edit_path: str | None
    generated: bool
    meta: Mapping[str, Any] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The whole file, front matter first; JSON is YAML of both versions, so no value changes its type."""
        facts = {"title": self.title, **self.meta}
        front = "\n".join(f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in facts.items())
        return f"---\n{front}\n---\n\n{self.markdown}"


def address(path: str) -> str:
    """The path of a page or asset on the site: Norwegian folder names, chapters without their order number."""
    folder, separator, name = path.partition("/")
    if not separator or folder not in _ADDRESSES:
        return path
    return f"{_ADDRESSES[folder]}/{re.sub(r'^[0-9]+-', '', name)}"


class Site:
    """All pages of the roadmap, rendered from the templates at ``templates`` (a folder)."""

    def __init__(self, roadmap: Roadmap, templates: Path) -> None:
        self._roadmap = roadmap
        self._environment = _environment(templates)
        self._environment.globals.update(roadmap=roadmap, traced_headings=traced_headings)

    def pages(self) -> list[Page]:
        return [
            self._home(),
            *self._steps(),
            *self._measures(),
            *self._guide(),
            *self._stories(),
            *self._background(),
            self._poster(),
        ]

    def navigation(self) -> dict[str, list[str]]:
        """The pages of each folder in reading order, under the folder's path with a slash at the end."""
        roadmap = self._roadmap
        return {
            "steps/": [
                "measures/index.md",
                *(
                    path
                    for step in roadmap.plan.steps
                    for path in (
                        f"steps/{step.slug}.md",
                        *(f"measures/{measure.slug}.md" for measure in roadmap.step_measures(step)),
                    )
                ),
            ],
            "pathway_guide/": [page.path for page in self._guide()],
        }

    def _home(self) -> Page:
        home = self._roadmap.home
        return self._generated("index.md", "home", home.title, "home.yml", kind="home")

    def _poster(self) -> Page:
        return self._generated(
            "plakat.md",
            "poster_page",
            "Plakat og utskrift",
            "poster.yml",
            kind="poster",
            preview=PREVIEW_PATH,
            preview_large=LARGE_PREVIEW_PATH,
        )

    def _steps(self) -> Iterator[Page]:
        steps = self._roadmap.plan.steps
        for step in steps:
            yield self._generated(
                f"steps/{step.slug}.md",
                "step",
                step.title,
                "roadmap.yml",
                step=step,
                kind="step",
                letter=step.letter,
            )

    def _measures(self) -> Iterator[Page]:
        yield self._generated("measures/index.md", "measures", "Steg og tiltak", "roadmap.yml", kind="catalogue")
        for measure in self._roadmap.measures:
            yield self._generated(
                f"measures/{measure.slug}.md",
                "measure",
                measure.title,
                f"measures/{measure.file}",
                measure=measure,
                kind="measure",
                letter=measure.letter,
                measure_id=measure.id,
                description=measure.summary,
            )

    def _guide(self) -> Iterator[Page]:
        roadmap = self._roadmap
        yield self._written("pathway_guide/index.md", "guide_front", roadmap.guide_front, kind="guide")
        for chapter in roadmap.chapters:
            path = f"pathway_guide/{chapter.file}"
            yield self._written(path, "chapter", chapter, kind="chapter", number=str(chapter.chapter))
        for appendix in roadmap.appendices:
            path = f"pathway_guide/{appendix.file}"
            yield self._written(path, "appendix", appendix, kind="chapter", number=appendix.appendix)

    def _stories(self) -> Iterator[Page]:
        yield self._generated("stories/index.md", "stories", "Gladsaker", None, kind="stories")
        for story in self._roadmap.stories:
            yield self._written(f"stories/{story.file}", "story", story, kind="story")

    def _background(self) -> Iterator[Page]:
        for page in self._roadmap.pages:
            yield self._written(f"pages/{page.file}", "page", page, kind="page")

    def _generated(
        self,
        path: str,
        template: str,
        title: str,
        edit_path: str | None,
        **values: Any,
    ) -> Page:
        meta = {key: value for key, value in values.items() if isinstance(value, str)}
        return Page(path, title, self._render(template, path, title=title, **values), edit_path, True, meta)

    def _written(self, path: str, template: str, content: MarkdownPage, **meta: str) -> Page:
        body = INSERTION.sub(lambda match: self._fragment(match[1], path, content), content.body)
        markdown = self._render(template, path, content=content, title=content.title, body=Markup(body))
        meta = {"description": content.summary, **meta}
        return Page(path, content.title, markdown, path, False, meta)

    def _fragment(self, name: str, path: str, content: MarkdownPage) -> str:
        return self._render(f"fragments/{INSERTIONS[name]}", path, content=content)

    def _render(self, template: str, path: str, **values: Any) -> str:
        folder = posixpath.dirname(path)
        page_folder = address(path).removesuffix(".md").removesuffix("index")
        return self._environment.get_template(f"pages/{template}.md.j2").render(
            link=lambda target: Markup(posixpath.relpath(target, folder or ".")),
            asset=lambda target: Markup(posixpath.relpath(target, page_folder or ".")),
            facts=facts_token,
            **values,
        )


def fill_navigation(nav: list[Any] | None, folders: Mapping[str, list[str]]) -> list[Any]:
    """MkDocs' ``nav`` with each folder, written with a slash at the end, replaced by its pages."""
    return [
        {title: folders.get(target, target) if isinstance(target, str) else target for title, target in item.items()}
        for item in nav or []
    ]


def escape(value: object) -> Markup:
    """Plain text made safe both in HTML and in Markdown, by writing every character with a meaning as an entity."""
    text = re.sub(r"\s+", " ", str(value))
    text = re.sub(r"[\\`*_{}\[\]<>#|~!&\"']", lambda match: f"&#{ord(match[0])};", text)
    text = re.sub(r"^([-+=:]|\d+(?=[.)]))", lambda match: "".join(f"&#{ord(char)};" for char in match[0]), text)
    return Markup(text)


def _environment(templates: Path) -> Environment:
    made = environment(templates, finalize=_finalize, lstrip_blocks=True)
    made.filters["markdown"] = lambda text: Markup(render(text))
    return made


def _finalize(value: object) -> object:
    return value if isinstance(value, Markup) else escape(value)
