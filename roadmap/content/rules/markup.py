"""Rules of editors' Markdown: no HTML, links that lead somewhere, insertions that can be made."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from roadmap import urls
from roadmap.content.model import Chapter, MarkdownPage, ReadyMadeText
from roadmap.content.problems import Problem, suggestion
from roadmap.content.rules.common import AnyEntry, generated_pages, lines_with, texts
from roadmap.content.rules.pages import anchors_on, written_pages
from roadmap.content.source import Tree
from roadmap.text import links
from roadmap.text.insertions import (
    EXAMPLES,
    QUESTIONS,
    STORIES,
    TEXT_PREFIX,
    known_names,
    ready_made_text_id,
)
from roadmap.text.markdown import INSERTION_LINE, Link, heading_offsets, parse
from roadmap.text.sanitise import LINK_SCHEMES

_NEARLY_AN_INSERTION = re.compile(r"(?i)<!?-*\s*sett\s*inn\b")


def _html(tree: Tree) -> Iterator[Problem]:
    """Teksten er ren Markdown, uten HTML og uten overskrift på øverste nivå."""
    for entry, first_line, text in texts(tree):
        parsed = parse(text)
        for tag in dict.fromkeys(parsed.raw_html):
            if what := _what(tag):
                for line in lines_with(text, tag):
                    yield Problem(entry.file, first_line + line, f"{what} er ikke tillatt – skriv ren Markdown")
        if parsed.has_top_heading:
            for offset in heading_offsets(text, level=1):
                yield Problem(
                    entry.file,
                    first_line + text.count("\n", 0, offset),
                    "overskriften er på øverste nivå – bruk «##»; tittelen kommer fra «title»",
                )


def _what(tag: str) -> str | None:
    """What editors know a piece of raw HTML as; nothing for what another message covers."""
    if tag.startswith("</") or _NEARLY_AN_INSERTION.match(tag):
        return None
    if tag.startswith("<!--"):
        return "en kommentar «<!-- … -->»"
    name = re.match(r"<[\w!?-]*", tag)
    return f"HTML-merket «{name[0] if name else '<'}>»"


def _insertions(tree: Tree) -> Iterator[Problem]:
    """Det som skal settes inn i en side, er skrevet riktig og er noe som byggingen kan lage der."""
    for entry, first_line, text in texts(tree):
        made = parse(text).insertions
        for name in dict.fromkeys(made):
            if cure := _insertion_cure(name, text, entry, tree):
                for line in lines_with(text, f"sett inn: {name}"):
                    yield Problem(entry.file, first_line + line, f"«{name}» kan ikke settes inn – {cure}")
        written = [line for line in text.split("\n") if INSERTION_LINE.fullmatch(line)]
        for line in _lines_matching(text, rf".*{_NEARLY_AN_INSERTION.pattern[4:]}", re.IGNORECASE):
            is_exact = INSERTION_LINE.fullmatch(text.split("\n")[line]) is not None
            if not is_exact or len(written) > len(made):
                yield Problem(
                    entry.file,
                    first_line + line,
                    "linja ligner på noe som skal settes inn, men er ikke skrevet slik – "
                    "skriv «<!-- sett inn: navn -->» alene på linja, uten innrykk",
                )


def _insertion_cure(name: str, text: str, entry: AnyEntry, tree: Tree) -> str | None:
    made = parse(text)
    if name not in (known := known_names(tree)):
        if name.startswith(TEXT_PREFIX):
            return suggestion(name, (other for other in known if other.startswith(TEXT_PREFIX)), TEXT_PREFIX)
        return suggestion(name, known)
    if not isinstance(entry.value, MarkdownPage) or isinstance(entry.value, ReadyMadeText):
        return "det går bare på en side for seg; slett linja"
    if name == QUESTIONS and not isinstance(entry.value, Chapter):
        return "spørsmålene hører til et kapittel i veilederen; slett linja"
    if ready_made_text_id(name) in made.anchors:
        return "en overskrift på siden har samme adresse som teksten; skriv overskriften på en annen måte"
    if ready_made_text_id(name) and "<h2" not in made.before(name):
        return "teksten får en overskrift på tredje nivå; skriv en overskrift med «##» et sted før linja"
    if made.insertions.count(name) > 1:
        return "det står flere ganger på siden; behold én av linjene"
    return None


def _links(tree: Tree) -> Iterator[Problem]:
    """Lenker fører til sider og steder som finnes."""
    site = _Site(tree)
    for entry, first_line, text in texts(tree):
        page = entry.file.relative_to(tree.directory).as_posix()
        for link in dict.fromkeys(parse(text).links):
            if problem := site.link_problem(link, page):
                for line in lines_with(text, link.target):
                    yield Problem(entry.file, first_line + line, problem)


class _Site:
    """What a link may lead to."""

    def __init__(self, tree: Tree) -> None:
        self._generated = set(generated_pages(tree))
        self._written = written_pages(tree)
        self._withdrawn = {tree.files.names[entry.file] for entry in tree.withdrawn_stories}
        self._files = set(tree.files.names.values())
        self._anchors: Mapping[str, set[str]] = {page: anchors_on(entry, tree) for page, entry in self._written.items()}

    def link_problem(self, link: Link, page: str) -> str | None:
        target = link.target
        if scheme := links.scheme(target):
            if scheme in LINK_SCHEMES:
                return None
            start = "//" if scheme == "//" else target[: target.index(":") + 1]
            return f"en lenke som begynner med «{start}» er ikke tillatt – skriv ren Markdown"
        path, anchor = links.target_path(target, page)
        if path in self._withdrawn:
            return f"lenken til «{target}» går til en historie som er trukket – fjern den"
        pages = sorted(self._generated | self._written.keys() | self._unread(path))
        if path not in pages:
            return f"lenken til «{target}» fører ingen steder – {_link_cure(target, page, pages)}"
        if anchor and path in self._generated:
            return f"lenken til «{target}» peker inn i en side som lages av byggingen – lenk til siden uten «#{anchor}»"
        if anchor and path in self._anchors and anchor not in self._anchors[path]:
            known = sorted(self._anchors[path])
            cure = suggestion(anchor, known) if known else f"fjern «#{anchor}»"
            return f"lenken til «{target}» peker på et sted som ikke er på siden – {cure}"
        return None

    def _unread(self, path: str) -> set[str]:
        """The path itself where its file is there but can't be read: that is a problem of its own."""
        return {path} & self._files if path.endswith(".md") else set()


def _link_cure(target: str, page: str, pages: list[str]) -> str:
    """What to write instead of a link's target on ``page``: the way to the nearest page, or what a way looks like."""
    ways = [urls.relative(known, page.rpartition("/")[0]) for known in pages]
    cure = suggestion(target.partition("#")[0], ways)
    if cure.startswith("mente du"):
        return cure
    return (
        f"skriv veien til sidens fil, for eksempel «{urls.relative(urls.measure_page('A1'), page.rpartition('/')[0])}»"
    )


def _lines_matching(text: str, pattern: str, flags: int = 0) -> list[int]:
    return [number for number, line in enumerate(text.split("\n")) if re.match(pattern, line, flags)]


def _lists(tree: Tree) -> Iterator[Problem]:
    """Siden med eksempler og siden med historier sier hvor listen skal stå."""
    for entry, insertion in ((tree.example_list, EXAMPLES), (tree.story_list, STORIES)):
        if entry and insertion not in parse(entry.value.body).insertions:
            message = f"siden viser ikke det som ligger i mappa – legg til linja «<!-- sett inn: {insertion} -->»"
            yield entry.problem(message, "body")


RULES = (_html, _insertions, _links, _lists)
