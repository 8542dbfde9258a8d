"""The pages of the site: which there are, and each as the finished HTML of its article."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from markupsafe import Markup

from roadmap import urls
from roadmap.content.model import MarkdownPage, ReadyMadeText, Roadmap, Story
from roadmap.editing.prompts import help_text, read_prompts
from roadmap.editing.story_template import story_template
from roadmap.field_names import CHECKED, field_name
from roadmap.site import downloads, relations, steps_line
from roadmap.site.approvals import approval_groups, approval_states
from roadmap.site.code_host import CodeHost
from roadmap.site.duties import duties
from roadmap.site.listings import Listing, listings
from roadmap.site.page import WITHDRAWN_KIND, SitePage
from roadmap.site.page_pictures import Picture, with_pictures
from roadmap.site.paper import names_of, on_paper
from roadmap.site.private_rules import private_rules_script
from roadmap.site.search.documents import Document, documents
from roadmap.site.story_form import story_limits, story_rules
from roadmap.site.tables import with_scrollable_tables
from roadmap.site.traceability import traced_headings
from roadmap.templating import environment
from roadmap.text import links, ready_made
from roadmap.text.glossary import Explainer
from roadmap.text.insertions import ADDRESS, page_with, ready_made_text_id, template_of
from roadmap.text.markdown import parse
from roadmap.text.sections import section
from roadmap.text.words import shortened
from roadmap.today import today


def _no_picture(path: str) -> Picture:
    raise KeyError(path)


class Site:
    """All pages of the roadmap, rendered from the templates at ``templates`` (a folder).

    ``files`` are those that can be taken away, by path on the site; no page offers any other. ``contact`` is the e-mail
    address for what readers have to say; without it the pages say that there is none yet. ``host`` is where they can
    propose a file. ``has_history`` tells whether the feed of changes has its dates from the history of the content.
    ``picture`` gives the image at a path under ``content/`` as the site publishes it.
    """

    def __init__(
        self,
        roadmap: Roadmap,
        templates: Path,
        files: Mapping[str, bytes],
        contact: str = "",
        host: CodeHost | None = None,
        *,
        has_history: bool = False,
        picture: Callable[[str], Picture] = _no_picture,
    ) -> None:
        self._roadmap = roadmap
        self._picture = picture
        self._story_prompts = read_prompts(templates, "story")
        self._facts = downloads.facts(files)
        day = today()
        self._empty_story = story_template(roadmap, templates, day)
        self._listings = listings(roadmap, day)
        self._explainer = Explainer(roadmap.glossary.terms)
        self._names = names_of(roadmap)
        self._environment = environment(templates)
        self._environment.globals.update(
            roadmap=roadmap,
            contact=contact,
            day=day,
            host=host,
            has_history=has_history,
            facts=self._facts,
            has_preview=urls.POSTER_PREVIEW in files,
            approval_states=approval_states(roadmap),
            approval_groups=approval_groups,
            traced_headings=traced_headings(roadmap),
            insights_page=page_with("innsikter", roadmap),
            marks={role.id: urls.role_mark(role.mark) for role in roadmap.plan.roles if role.target_group},
            address_page=page_with(ADDRESS, roadmap),
            has_statements=any(urls.tool_page(tool.slug) == urls.STATEMENTS for tool in roadmap.tools),
            listings=self._listings,
            relations=relations,
            duties=duties,
            steps_line=steps_line,
            field_name=field_name,
            CHECKED=CHECKED,
        )

    def pages(self) -> Iterator[SitePage]:
        """Every page in the site's order, but the one that finds the others."""
        efforts = [self._roadmap.hours_to_begin(measure) for measure in self._roadmap.measures]
        yield self._generated(urls.HOME, "home", "home.yml", {"efforts": efforts}, kind="home")
        yield from self._steps()
        yield from self._measures()
        yield from self._guide()
        yield self._generated(urls.TEXT_LIST, "ready_made_texts", None, kind="texts")
        for text in self._roadmap.ready_made_texts:
            yield self._written(urls.text_page(text.slug), "ready_made_text", text, kind="text")
        yield from self._experiences()
        for page in self._roadmap.pages:
            yield self._written(f"pages/{page.file}", "page", page, kind="page")
        for role in self._roadmap.role_pages:
            yield self._written(urls.role_page(role.file), "role", role, kind="role", role=role.role)
        for tool in self._roadmap.tools:
            yield self._written(f"tools/{tool.file}", "page", tool, kind="tool", tool=tool.slug)
        yield self._generated(urls.POSTER_PAGE, "poster_page", "poster.yml", kind="poster")

    def withdrawn_pages(self) -> Iterator[SitePage]:
        """What stands at the addresses of stories that were withdrawn.

        They are pages by themselves, so that whatever tells of the site's pages tells nothing of these.
        """
        for story in self._roadmap.withdrawn_stories:
            values = {"withdrawn": story.withdrawn}
            yield self._generated(urls.story_page(story.file), "withdrawn_story", None, values, kind=WITHDRAWN_KIND)

    def files(self) -> Mapping[str, bytes]:
        """What the pages load besides those files, by path on the site."""
        lists = dict(file for listing in self._listings.values() for file in listing.files())
        return {
            **lists,
            urls.STORY_RULES: story_rules(self._roadmap, self._story_prompts),
            urls.PRIVATE_RULES: private_rules_script(self._roadmap.privacy),
        }

    def _steps(self) -> Iterator[SitePage]:
        for step in self._roadmap.plan.steps:
            meta = {"kind": "step", "letter": step.letter}
            yield self._generated(urls.step_page(step.letter), "step", "roadmap.yml", {"step": step}, **meta)

    def _measures(self) -> Iterator[SitePage]:
        yield self._generated(urls.MEASURE_LIST, "measures", "roadmap.yml", kind="catalogue")
        yield self._generated(urls.ROADMAP_GRAPH, "roadmap_graph", "roadmap.yml", kind="graph")
        for measure in self._roadmap.measures:
            facts = {"letter": measure.letter, "measure_id": measure.id, "description": measure.summary}
            path, source = urls.measure_page(measure.id), f"measures/{measure.file}"
            yield self._generated(path, "measure", source, {"measure": measure}, kind="measure", **facts)

    def _guide(self) -> Iterator[SitePage]:
        roadmap = self._roadmap
        yield self._written(urls.GUIDE_FRONT, "guide_front", roadmap.guide_front, kind="guide")
        for chapter in roadmap.chapters:
            meta = {"kind": "chapter", "number": str(chapter.chapter)}
            yield self._written(f"pathway_guide/{chapter.file}", "chapter", chapter, **meta)
        for appendix in roadmap.appendices:
            meta = {"kind": "chapter", "number": appendix.appendix}
            yield self._written(f"pathway_guide/{appendix.file}", "appendix", appendix, **meta)

    def _experiences(self) -> Iterator[SitePage]:
        roadmap = self._roadmap
        yield self._written(urls.EXAMPLE_LIST, "page", roadmap.example_list, kind="list")
        yield from self._later_pages(self._listings["examples"])
        for example in roadmap.examples:
            yield self._written(urls.example_page(example.file), "example", example, kind="example")
        yield self._written(urls.STORY_LIST, "page", roadmap.story_list, kind="list")
        yield from self._later_pages(self._listings["stories"])
        prompts = {prompt.field: prompt for prompt in self._story_prompts.prompts}
        helps = {field: help_text(prompt, Story) for field, prompt in prompts.items()}
        form = {"limits": story_limits(), "prompts": prompts, "helps": helps, "empty_story": self._empty_story}
        yield self._generated(urls.STORY_FORM, "story_form", None, form, kind="story-form")
        for story in roadmap.stories:
            yield self._written(urls.story_page(story.file), "story", story, kind="story")

    def documents(self, pages: Iterable[SitePage]) -> list[Document]:
        """What can be found on the site: these pages, and the files."""
        return documents(pages, self._roadmap, self._facts)

    def search_page(self, found: Iterable[Document]) -> SitePage:
        """The page that searches, and lists everything else; of thousands of stories their own list does that."""
        listed: dict[str, list[Document]] = {}
        for document in found:
            if not document.is_story:
                listed.setdefault(document.group, []).append(document)
        return self._generated(urls.SEARCH_PAGE, "search", "search.yml", {"listed": listed}, kind="search")

    def _later_pages(self, listing: Listing) -> Iterator[SitePage]:
        for number in listing.later_pages:
            path = urls.list_page(listing.path, number)
            values = {"listing": listing, "number": number}
            yield self._generated(path, "list_page", None, values, kind=listing.later_kind)

    def _generated(
        self, path: str, template: str, edit_path: str | None, values: Mapping[str, Any] | None = None, **meta: str
    ) -> SitePage:
        """A page that its template makes of the model, title and all."""
        page = self._environment.get_template(f"pages/{template}.html.j2").make_module(
            {**self._functions(path), **(values or {})}
        )
        title = str(page.title)  # type: ignore[attr-defined]
        described = {"description": shortened(str(page.description))} if hasattr(page, "description") else {}
        return self._finished(path, title, str(page), edit_path, described | meta)

    def _written(self, path: str, template: str, content: MarkdownPage, **meta: str) -> SitePage:
        """A page that somebody wrote, with what its «sett inn» lines ask for."""
        functions = self._functions(path)
        body = parse(content.body)
        fragments = {
            name: self._render(f"fragments/{template_of(name)}", content=content, **self._text_of(name), **functions)
            for name in body.insertions
        }
        resolve = links.on_site(path)
        pictures = {
            resolve(image.target): self._picture(links.target_path(image.target, path)[0]) for image in body.images
        }
        text = with_pictures(body.render(resolve, fragments), pictures, urls.page_url(path))
        page = self._render(template, content=content, body=with_scrollable_tables(text), **functions)
        return self._finished(path, content.title, page, path, {"description": content.summary, **meta})

    def _finished(self, path: str, title: str, page: str, edit_path: str | None, meta: Mapping[str, str]) -> SitePage:
        """A page with its terms explained and its links numbered."""
        paper = on_paper(self._explainer.explain(page), urls.page_url(path), self._names)
        return SitePage(path, title, paper.html, paper, edit_path, meta)

    def _text_of(self, insertion: str) -> Mapping[str, ReadyMadeText]:
        """The ready-made text that a «sett inn» line asks for, if it asks for one."""
        text_id = ready_made_text_id(insertion)
        return {"text": self._roadmap.ready_made_text(text_id)} if text_id else {}

    def _render(self, template: str, **values: Any) -> Markup:
        return Markup(self._environment.get_template(f"pages/{template}.html.j2").render(values))

    def _functions(self, path: str) -> dict[str, Callable[..., str]]:
        """What leads from the page at ``path`` to others."""
        here = urls.page_url(path)

        def url(target: str, anchor: str = "") -> str:
            return urls.relative(urls.page_url(target), here) + (f"#{anchor}" if anchor else "")

        return {
            "url": url,
            "file": lambda target: urls.relative(target, here),
            "markdown": lambda text, page=path: parse(text).render(links.on_site(page, path)),
            "chapter_section": lambda chapter, title: section(
                parse(chapter.body).render(links.on_site(f"pathway_guide/{chapter.file}", path)), title
            ),
            "ready_text": lambda text, part, level: with_scrollable_tables(
                ready_made.rendered(part, links.on_site(urls.text_page(text.slug), path), level)
            ),
        }
