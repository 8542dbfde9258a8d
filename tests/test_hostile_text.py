"""Every plain text of every content file, set to what looks like markup: each output shows it to the letter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docx
import markdown
import openpyxl
import pikepdf
import pptx
import pymupdf
import pytest
import yaml
from bs4 import BeautifulSoup, Tag
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from roadmap import urls
from roadmap.content.entry import Entry
from roadmap.content.load import load
from roadmap.content.model import Roadmap
from roadmap.content.rules.common import AnyEntry, Text, prose
from roadmap.content.source import read_tree
from roadmap.field_names import CHECKED, field_name
from roadmap.guide.answers import read
from roadmap.guide.minutes import minutes
from roadmap.site.pages import Site
from tests.conftest import ROOT, build_small, copy_project
from tests.guide.forms import fill

LONG = "<x-evil a=1> & \"q\" {{ 7*7 }} [[x]] <!-- y --> 'z'"
SHORT = '<x-evil a=1> &"q" {{7}}\''
TINY = '<b>&"{{7}}'
# For the labels of a chart, which stand beside numbers.
LEAST = "<b>"
# A tool, without which the search has no group of tools.
TOOL = "---\ntitle: Kalkulator\nsummary: Regn ut hva dere sparer.\n---\n<!-- sett inn: verktøy -->\n"
# What is for editors, and stands on no output.
NOT_SHOWN = {
    ("figures.yml", "figures"),
    ("glossary.yml", "refused"),
    ("overview.yml", "title"),
    ("presentation.yml", "sources"),
}
# What only a road with a branch shows; tests/pdf tries that.
NOT_SHOWN |= {("poster.yml", "back_to")}


def hostile(text: Text, number: int) -> str:
    """A text that is like no other, and valid where the field asks for a question."""
    length = len(text.value)
    body = LONG if length >= 30 else SHORT if length > 8 else TINY
    if text.location[0] == "labels":
        body = LEAST
    return f"{body} {number}{'?' if text.value.endswith('?') else ''}"


def spoilt(content: Path) -> Iterator[tuple[Text, str]]:
    """Rewrites the tree with a text of its own in each plain field, and gives them."""
    tree = read_tree(content)
    by_file: dict[Path, list[tuple[Text, str]]] = {}
    for number, text in enumerate(prose(tree)):
        # Some questions are enough, and all of them are more than a meeting can bear.
        is_one_of_many = text.location[:1] == ("questions",) and int(text.location[1]) > 5
        if not text.is_markdown and not is_one_of_many and (text.entry.file.name, text.location[0]) not in NOT_SHOWN:
            by_file.setdefault(text.entry.file, []).append((text, hostile(text, number)))
    for file, changes in by_file.items():
        written = file.read_text(encoding="utf-8")
        front, body = written, ""
        if file.suffix == ".md":
            _, front, body = re.split(r"(?m)^---\n", written, maxsplit=2)
        data = yaml.safe_load(front)
        for text, value in changes:
            _set(data, text.location, value)
        made = yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=10_000)
        file.write_text(f"---\n{made}---\n{body}" if file.suffix == ".md" else made, encoding="utf-8")
        yield from changes


def _set(data: Any, location: tuple[int | str, ...], value: str) -> None:
    for part in location[:-1]:
        data = data[part.removesuffix("_") if isinstance(part, str) else part]
    data[location[-1]] = value


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[tuple[Text, str]]]:
    """A small project whose every plain field is hostile, built with PDFs; and the fields."""
    project = copy_project(tmp_path_factory.mktemp("hostile") / "project", ROOT / "tests/tree")
    (project / "content/tools").mkdir()
    (project / "content/tools/gevinst.md").write_text(TOOL, encoding="utf-8")
    with (project / "mkdocs.small.yml").open("a", encoding="utf-8") as configuration:
        configuration.write("  - Verktøy: [tools/gevinst.md]\n")
    changes = list(spoilt(project / "content"))
    result = build_small(project, with_pdf=True)
    assert result.returncode == 0, result.stderr
    return project / "site", changes


def squeezed(text: str) -> str:
    return re.sub(r"[\s\xad]+", "", text)


def minutes_of(project: Path, folder: Path) -> str:
    """What the minutes of a meeting say that chose a row of a worksheet and ticked a box of the checklist."""
    roadmap = load(project / "content")
    sheet = next(sheet for sheet in roadmap.worksheets if sheet.decides)
    assert sheet.decides
    row, group = roadmap.worksheet_rows(sheet)[0], roadmap.checklist.groups[0]
    chosen = field_name("ark", sheet.id, row.id, sheet.decides[0].column)
    ticked = field_name("krav", group.id, group.checks[0].id)
    values = {chosen: sheet.decides[0].answers[0], ticked: CHECKED}
    filled = fill(project / "site/nedlasting/veileder.pdf", values, folder / "utfylt.pdf")
    written = minutes(read(filled, roadmap), roadmap, project / "templates")
    return BeautifulSoup(markdown.markdown(written, extensions=["tables"]), "html.parser").get_text()


def pages_of(site: Path) -> dict[str, BeautifulSoup]:
    return {
        page.relative_to(site).as_posix(): BeautifulSoup(page.read_text(encoding="utf-8"), "html.parser")
        for page in site.rglob("*.html")
    }


@pytest.mark.site
def test_every_plain_field_is_shown_to_the_letter_somewhere(
    built: tuple[Path, list[tuple[Text, str]]], tmp_path: Path
) -> None:
    site, changes = built
    shown = [page.get_text() for page in pages_of(site).values()]
    shown.append(minutes_of(site.parent, tmp_path))
    for file in (site / "nedlasting").glob("*.pdf"):
        with pymupdf.open(file) as document:
            shown += ["".join(page.get_text() for page in document)]
            shown += [widget.field_label or "" for page in document for widget in page.widgets()]
        with pikepdf.open(file) as document:
            elements = [item for item in document.objects if isinstance(item, pikepdf.Dictionary)]
            shown += [str(element.Alt) for element in elements if "/Alt" in element]
    for file in (site / urls.TEXTS).glob("*.docx"):
        words = docx.Document(str(file))
        shown.append(words.core_properties.title)
        for part in (words.element.body, words.sections[0].footer._element):
            shown += [
                "".join(text.text or "" for text in paragraph.iter(qn("w:t"))) for paragraph in part.iter(qn("w:p"))
            ]
    workbook = openpyxl.load_workbook(site / urls.WORKBOOK)
    shown += [str(cell.value) for sheet in workbook.worksheets for row in sheet.iter_rows() for cell in row]
    slides = pptx.Presentation(str(site / "nedlasting/veikart.pptx"))
    shown.append(slides.core_properties.author)
    for slide in slides.slides:
        shown += [element.get("descr") or "" for element in slide.element.iter("{*}cNvPr")]
        shown += [element.text or "" for element in slide.element.iter() if isinstance(element.tag, str)]
        shown += ["".join(element.itertext()) for element in slide.element.iter("{*}p")]
        shown += [slide.notes_slide.notes_text_frame.text if slide.notes_slide.notes_text_frame else ""]
    text = squeezed("\n".join(shown))
    assert len(changes) > 100
    missing = [
        f"{change.entry.file.name} {change.location}" for change, value in changes if squeezed(value) not in text
    ]
    assert missing == [], "\n".join(missing)


@pytest.mark.site
def test_no_text_becomes_an_element_or_an_attribute(built: tuple[Path, list[tuple[Text, str]]]) -> None:
    site, _ = built
    for name, page in pages_of(site).items():
        assert not page.find("x-evil"), name
        for element in page.find_all(True):
            assert isinstance(element, Tag)
            assert "a" not in element.attrs, f"{name}: {element}"
            for value in element.attrs.values():
                text = value if isinstance(value, str) else " ".join(value)
                if "x-evil" in text:
                    assert re.search(r"<x-evil a=1> & ?\"q\" \{\{ ?7(\*7 )?\}\}", text), f"{name}: {text}"
        title = page.title.get_text() if page.title else ""
        assert "x-evil" not in title or '<x-evil a=1> & "q"' in title or '<x-evil a=1> &"q"' in title


@pytest.mark.site
def test_every_word_file_has_its_hostile_title(built: tuple[Path, list[tuple[Text, str]]]) -> None:
    site, changes = built
    titles = {squeezed(value) for change, value in changes if change.entry.file.parent.name == "ready_made_texts"}
    for file in (site / urls.TEXTS).glob("*.docx"):
        words = docx.Document(str(file))
        text = squeezed("".join(part.text or "" for part in words.element.body.iter(qn("w:t"))))
        assert titles & {squeezed(paragraph.text) for paragraph in words.paragraphs}, file.name
        assert "x-evil" in text


@pytest.mark.site
def test_no_text_becomes_a_setting_of_the_pdf(built: tuple[Path, list[tuple[Text, str]]]) -> None:
    site, changes = built
    titles = {squeezed(value) for change, value in changes if change.location == ("title",)}
    with pymupdf.open(site / "nedlasting/veileder.pdf") as guide:
        assert squeezed(guide.metadata["title"]) in titles
    with pymupdf.open(site / "nedlasting/veikart-plakat-a1.pdf") as poster:
        assert squeezed(poster.metadata["title"]) in titles


# As content's rules let it through: no control or direction characters, no surrogates.
TEXT = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")), min_size=3, max_size=60
).filter(lambda text: text == text.strip() and text)


@pytest.fixture(scope="module")
def small() -> Roadmap:
    return load(ROOT / "tests/tree")


@settings(max_examples=40)
@given(text=TEXT)
def test_any_text_reaches_its_page_as_it_was_written(small: Roadmap, text: str) -> None:
    measure = small.measures[0].model_copy(update={"title": text, "summary": text, "prerequisites": [text, text]})
    story = small.stories[0].model_copy(update={"title": text, "summary": text})
    ready = small.ready_made_texts[0].model_copy(update={"title": text, "summary": text})
    changed = {"measures": [measure, *small.measures[1:]], "stories": [story], "ready_made_texts": [ready]}
    roadmap = small.model_copy(update=changed)
    pages = {page.path: page for page in Site(roadmap, ROOT / "templates", {}).pages()}
    paths = {
        f"measures/{measure.slug}.md": f"{measure.id} {text}",
        f"stories/{story.file}": text,
        f"ready_made_texts/{ready.file}": text,
    }
    for path, expected in paths.items():
        page = BeautifulSoup(pages[path].html, "html.parser")
        assert pages[path].title == text
        assert page.h1 and squeezed(page.h1.get_text()) == squeezed(expected)
        lead = page.select_one(".lead")
        assert lead and squeezed(lead.get_text()) == squeezed(text)


def test_the_walk_covers_every_kind_of_file() -> None:
    """Each kind of content has a plain text that is tried."""
    tree = read_tree(ROOT / "tests/tree")
    tried = {text.entry.file for text in prose(tree) if not text.is_markdown}
    entries: list[AnyEntry] = [entry for entry in vars(tree).values() if isinstance(entry, Entry)]
    # The retired addresses are no text.
    assert {entry.file.name for entry in entries} - {"redirects.yml"} <= {file.name for file in tried}
