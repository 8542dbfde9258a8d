"""The guide's PDFs: the whole of it, the meeting's edition, and each worksheet alone."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pikepdf
from bs4 import BeautifulSoup, Tag

from roadmap import urls
from roadmap.content.model import Appendix, Chapter, Roadmap
from roadmap.errors import OutputError
from roadmap.guide import accessible
from roadmap.guide.chapters import Chapters, GuidePage
from roadmap.guide.form import FormField, meeting_fields, refuse_wrong_fields
from roadmap.guide.printed_urls import print_urls
from roadmap.pdf.fonts import font_faces
from roadmap.pdf.render import FORM_OPTIONS, render_pdf
from roadmap.pdf.road import road
from roadmap.text import links
from roadmap.text.markdown import parse
from roadmap.text.sections import section

# Puts the articles of all pages into one document with a table of contents, and turns links between them into anchors.
Combine = Callable[[Sequence[GuidePage]], str]


def guide_pdfs(
    roadmap: Roadmap, templates: Path, site_url: str, combine: Combine, contact: str = ""
) -> dict[str, bytes]:
    """Every PDF of the guide by its path on the site; ``contact`` is the e-mail address for what readers have to say.

    Raises:
        OutputError: when one has the wrong number of pages or fields, or WeasyPrint ignored part of it.
    """
    guide = _Guide(roadmap, templates, site_url, contact)
    return {
        urls.GUIDE_PDF: guide.whole(combine),
        urls.MEETING_PDF: guide.meeting(),
        **{urls.worksheet_pdf(name): data for name, data in guide.sheets()},
    }


@dataclass(frozen=True)
class _Part:
    """A chapter or an appendix as it stands in a smaller edition."""

    content: Chapter | Appendix
    anchor: str = ""
    questions: str = ""
    body: str = ""


class _Guide:
    def __init__(self, roadmap: Roadmap, templates: Path, site_url: str, contact: str) -> None:
        self._roadmap = roadmap
        self._templates = templates
        self._site_url = site_url
        self._chapters = Chapters(roadmap, templates, site_url, contact)
        self._style = "".join(
            [
                font_faces(),
                *(
                    (templates / name).read_text(encoding="utf-8")
                    for name in (
                        "theme/assets/tokens.css",
                        "theme/assets/pictures.css",
                        "guide/guide.css",
                        "guide/ready-text.css",
                        "guide/fields.css",
                    )
                ),
            ]
        )

    def whole(self, combine: Combine) -> bytes:
        """The guide with cover and contents."""
        soup = BeautifulSoup(combine(self._chapters.pages()), "html.parser")
        html, head, body = (_only(soup, name) for name in ("html", "head", "body"))
        html["lang"] = "nb"
        head.clear()
        head.append(soup.new_tag("meta", charset="utf-8"))
        head.append(_with_text(soup.new_tag("title"), self._roadmap.guide_front.title))
        head.append(_with_text(soup.new_tag("style"), self._style))
        cover = self._chapters.render("guide/cover", urls.GUIDE_FRONT, str, road=road(self._roadmap))
        body.insert(0, BeautifulSoup(cover, "html.parser"))
        if self._roadmap.guide_front.status == "utkast":
            body["data-notice"] = self._roadmap.plan.proposal.label
        for chapter in soup.select("section[data-url]"):
            print_urls(chapter, self._templates)
        _shorten_contents(soup)
        _scope_headers(soup)
        data = self._finished(str(soup), "veilederen")
        pages = _page_count(data)
        limits = self._roadmap.plan.limits.guide_pages
        if not limits.least <= pages <= limits.most:
            raise OutputError(f"veilederen har {pages} sider; den skal ha {limits.least}–{limits.most}")
        refuse_lost_links(data)
        return data

    def meeting(self) -> bytes:
        """What a meeting needs: running sheet, steps, questions and worksheets."""
        chapters = [chapter for chapter in self._roadmap.chapters if self._roadmap.chapter_questions(chapter)]
        paths = {f"pathway_guide/{chapter.file}": chapter for chapter in chapters}
        anchors = {path: f"kapittel-{chapter.chapter}" for path, chapter in paths.items()}

        def resolve(target: str) -> str:
            url = self._resolve(target)
            page = next((path for path in anchors if url == self._site_url + urls.page_url(path)), None)
            return f"#{anchors[page]}" if page else url

        agenda = self._chapters.fragment("møteplan", urls.GUIDE_FRONT, self._roadmap.guide_front, resolve)
        parts = [
            _Part(
                chapter,
                anchors[path],
                self._questions(path, chapter, resolve),
                self._chapters.body(path, chapter, resolve),
            )
            for path, chapter in paths.items()
        ]
        html = self._document("meeting", resolve, agenda=agenda, chapters=parts, section=section)
        data = self._finished(html, urls.MEETING_PDF, meeting_fields(self._roadmap))
        self._refuse_too_many_pages(data, urls.MEETING_PDF, self._roadmap.plan.limits.meeting_pages.most)
        return data

    def _questions(self, path: str, chapter: Chapter, resolve: Callable[[str], str]) -> str:
        template = "guide/fragments/questions"
        return self._chapters.render(template, path, resolve, content=chapter, for_meeting=True)

    def sheets(self) -> Iterator[tuple[str, bytes]]:
        """Each worksheet and the checklist by its id, on a sheet of its own."""
        for sheet in self._roadmap.worksheets:
            yield sheet.id, self._sheet(sheet.id, self._document("worksheet", self._resolve, sheet=sheet))
        identifier = self._roadmap.checklist.id
        for appendix in self._checklists():
            yield identifier, self._sheet(identifier, self._document("checklist", self._resolve, appendix=appendix))

    def _sheet(self, name: str, html: str) -> bytes:
        path = urls.worksheet_pdf(name)
        data = self._finished(html, path, needed=[])
        self._refuse_too_many_pages(data, path, 1)
        return data

    def _checklists(self) -> list[_Part]:
        """The appendix that holds the checklist."""
        groups = self._chapters.render("guide/fragments/checklist", urls.GUIDE_FRONT, self._resolve)
        bodies = [(appendix, parse(appendix.body)) for appendix in self._roadmap.appendices]
        return [
            _Part(appendix, body=body.render(self._resolve, {"sjekkliste": groups}))
            for appendix, body in bodies
            if "sjekkliste" in body.insertions
        ]

    def _resolve(self, target: str) -> str:
        """Leads a link of the guide to the site."""
        return links.on_paper(urls.GUIDE_FRONT, self._site_url)(target)

    def _document(self, template: str, resolve: Callable[[str], str], **values: object) -> str:
        html = self._chapters.render(f"guide/{template}", urls.GUIDE_FRONT, resolve, style=self._style, **values)
        soup = BeautifulSoup(html, "html.parser")
        _scope_headers(soup)
        return str(soup)

    def _finished(self, html: str, name: str, needed: Iterable[FormField] | None = None) -> bytes:
        data = accessible.finish(render_pdf(html, name, templates=self._templates, options=FORM_OPTIONS), self._roadmap)
        with pikepdf.open(io.BytesIO(data)) as document:
            refuse_wrong_fields(document, self._roadmap, name, needed)
        return data

    def _refuse_too_many_pages(self, data: bytes, name: str, most: int) -> None:
        if (pages := _page_count(data)) > most:
            raise OutputError(f"{name} fikk {pages} sider, men skal ha høyst {most}")


def _shorten_contents(soup: BeautifulSoup) -> None:
    """Leaves headings that several chapters share out of the table of contents, where they tell nothing apart."""
    entries = [(entry, entry.get_text(" ", strip=True)) for entry in soup.select("#doc-toc ul ul li")]
    count = Counter(text for _, text in entries)
    for entry, text in entries:
        if count[text] > 1:
            entry.decompose()
    for empty in soup.select("#doc-toc ul ul:not(:has(li))"):
        empty.decompose()


def _scope_headers(soup: BeautifulSoup) -> None:
    for header in soup.select("th:not([scope])"):
        header["scope"] = "col"


def _only(soup: BeautifulSoup, selector: str) -> Tag:
    element = soup.select_one(selector)
    if element is None:
        raise OutputError(f"veilederen: «{selector}» mangler i det sammensatte dokumentet")
    return element


def _with_text(tag: Tag, text: str) -> Tag:
    tag.string = text
    return tag


def _page_count(data: bytes) -> int:
    with pikepdf.open(io.BytesIO(data)) as document:
        return len(document.pages)


def refuse_lost_links(data: bytes) -> None:
    """Raises an OutputError unless every link within the guide lands."""
    with pikepdf.open(io.BytesIO(data)) as document:
        landings = {str(name) for name in pikepdf.NameTree(document.Root.Names.Dests)}
        targets = {
            str(annotation.Dest)
            for page in document.pages
            for annotation in page.get("/Annots", [])
            if "/Dest" in annotation
        }
    if lost := sorted(targets - landings):
        raise OutputError(f"veilederen: disse lenkene fører ingen steder: {', '.join(lost)}")
