"""The minutes show what people typed to the letter, whoever renders them, and the page's scripts write the same."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import markdown
import pytest
from bs4 import BeautifulSoup
from hypothesis import assume, example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from roadmap.content.load import load
from roadmap.content.model import Decision, Roadmap
from roadmap.guide.answers import Answers, FormerAnswer
from roadmap.guide.minutes import minutes
from roadmap.text.plain import clean, one_line
from tests.guide.forms import TEMPLATES
from tests.guide.twin import Twin
from tests.test_mistakes import spoil

# Mostly characters that Markdown gives a meaning, in lines that are likely to form something.
CHARACTERS = st.one_of(st.sampled_from("`~#*_-=+>|<&;:![](){}\\\"'./ \n\t1ax"), st.characters(codec="utf-8"))
PIECES = st.sampled_from(
    [
        "\n```\n",
        "\n~~~\n",
        "\n---\n",
        "\n===\n",
        "\n# ",
        "\n- ",
        "\n1. ",
        "\n> ",
        "\n    ",
        "\n|---|\n",
        "\n:-\n",
        "\n!!! note\n",
        "&amp;",
        "&#65;",
        "&lt",
        "<b>",
        "<!--",
        "-->",
        "</td>",
        "<https://a.no>",
        "[a](b)",
        "[a]: b",
        "![a](b)",
        "{: .a }",
        "[TOC]",
        "**a**",
        "`a`",
        "\\",
        "$$",
    ]
)
TYPED = st.lists(st.one_of(PIECES, st.text(CHARACTERS, max_size=8)), max_size=6).map("".join)


def by_python_markdown(text: str) -> str:
    extensions = ["tables", "attr_list", "sane_lists", "admonition", "toc", "fenced_code", "md_in_html", "def_list"]
    return markdown.markdown(text, extensions=extensions)


def by_commonmark(text: str) -> str:
    return str(_commonmark().render(text))


@cache
def _commonmark() -> MarkdownIt:
    return MarkdownIt("commonmark").enable(["table", "strikethrough"])


RENDERERS = [by_python_markdown, by_commonmark]


def answers_of(text: str, title: str) -> Answers:
    """A meeting that typed the same text everywhere."""
    names = ("svar/sporsmal-1", "ark/kontakter/1/kontakt", "ark/steder/hjemme/grunn", "mangler/stille")
    chosen = {"ark/kontakter/1/hvem": "ja", "ark/steder/hjemme/svar": "ja"}
    return Answers({**dict.fromkeys(names, text), **chosen}, [FormerAnswer(title, text)], [title], edition=title)


def deciding(small: Roadmap) -> Roadmap:
    """The small content, where what people type in a cell can be what the meeting chose."""
    first, *others = small.worksheets
    decides = Decision(title="Kontakter", column="hvem", answers=["ja"])
    return small.model_copy(update={"worksheets": [first.model_copy(update={"decides": [decides]}), *others]})


def titled(small: Roadmap, title: str) -> Roadmap:
    """The small content with one title for everything."""
    update = {"title": title}
    sheets = [
        sheet.model_copy(
            update={
                "title": title,
                "columns": [column.model_copy(update=update) for column in sheet.columns],
                "rows": [row.model_copy(update=update) for row in sheet.rows],
                "decides": [decision.model_copy(update=update) for decision in sheet.decides],
            }
        )
        for sheet in small.worksheets
    ]
    checklist = small.checklist.model_copy(
        update={"title": title, "groups": [group.model_copy(update=update) for group in small.checklist.groups]}
    )
    return small.model_copy(
        update={
            "worksheets": sheets,
            "checklist": checklist,
            "chapters": [chapter.model_copy(update=update) for chapter in small.chapters],
            "questions": [question.model_copy(update={"text": title}) for question in small.questions],
        }
    )


def folded(text: str) -> str:
    return " ".join(text.split())


def structure(html: str) -> list[tuple[str, list[str]]]:
    """The elements, in order, and which attributes they have, but for the anchors that headings get."""
    elements = BeautifulSoup(html, "html.parser").find_all(True)
    return [(element.name, sorted(element.attrs.keys() - {"id"})) for element in elements]


def plain(text: str) -> str:
    """As many lines as the text, that say nothing special."""
    return "\n".join("x" for line in text.split("\n") if line.strip())


@pytest.mark.parametrize("render", RENDERERS)
@given(typed=TYPED)
@example(typed="~~~\n<h1>a</h1>")
@example(typed="a | b\n:-")
@example(typed="Tittel\n===")
@example(typed="!!! note")
@example(typed="a\n{: .a }")
def test_what_people_typed_is_shown_to_the_letter(
    small: Roadmap, twin: Twin, render: Callable[[str], str], typed: str
) -> None:
    text = clean(typed)
    assume(text)
    title = one_line(typed)
    roadmap = deciding(small)
    written = minutes(answers_of(text, title), roadmap, TEMPLATES)
    assert twin.minutes(answers_of(text, title), roadmap) == written
    html = render(written)
    shown = folded(BeautifulSoup(html, "html.parser").get_text())
    on_one_line = folded(" / ".join(text.splitlines()))
    assert shown.count(folded(text)) >= 1
    assert shown.count(on_one_line) >= 4
    assert structure(html) == structure(render(minutes(answers_of(plain(text), "x"), roadmap, TEMPLATES)))


@pytest.mark.parametrize("render", RENDERERS)
@given(typed=TYPED)
def test_titles_are_shown_to_the_letter(small: Roadmap, twin: Twin, render: Callable[[str], str], typed: str) -> None:
    title = one_line(typed)
    assume(title)
    roadmap = titled(deciding(small), title)
    written = minutes(answers_of("x", "x"), roadmap, TEMPLATES)
    assert twin.minutes(answers_of("x", "x"), roadmap) == written
    html = render(written)
    soup = BeautifulSoup(html, "html.parser")
    headings = [folded(heading.get_text()) for heading in soup.select("h2, h3")]
    assert headings.count(title) == 2 + 1
    assert [heading for heading in headings if heading == f"1 {title}"]
    assert headings.count(f"1.1 {title}") == 1
    assert {folded(header.get_text()) for header in soup.select("th")} == {title}
    assert structure(html) == structure(render(minutes(answers_of("x", "x"), titled(deciding(small), "x"), TEMPLATES)))


def test_minutes_of_an_empty_form_list_the_meetings_questions_as_unanswered(small: Roadmap) -> None:
    text = minutes(Answers(), small, TEMPLATES)
    assert text.startswith("# Notat fra møtet om video i pasientforløpet\n\n## Ubesvarte spørsmål\n\n- 1.1 Hvem ringer")
    assert text.count("\n- ") == 2


def test_minutes_list_what_somebody_must_answer_before_the_first_patient(tree: Path) -> None:
    spoil(tree, "pathway_guide/worksheets.yml", "id: pa-jobb", "id: sporsmal-3")
    roadmap = load(tree)
    owed = "## Må besvares før dere begynner\n\n- 1.3 Hva koster en lang reise?\n\n## Ubesvarte spørsmål"
    assert owed in minutes(Answers(), roadmap, TEMPLATES)
    assert "## Må besvares" not in minutes(Answers({"svar/sporsmal-3": "To timer"}), roadmap, TEMPLATES)


def test_minutes_say_when_nothing_is_unanswered(small: Roadmap) -> None:
    answered = Answers({f"svar/{question.id}": "Ja" for question in small.questions})
    said = minutes(answered, small, TEMPLATES)
    assert said.endswith("## Ubesvarte spørsmål\n\nAlle spørsmålene med stjerne er besvart.\n")


@pytest.mark.parametrize("render", RENDERERS)
def test_columns_that_nobody_filled_in_are_left_out(small: Roadmap, twin: Twin, render: Callable[[str], str]) -> None:
    grounds = {f"ark/steder/{place}/grunn": "Stille" for place in ("hjemme", "ute")}
    answers = Answers({"ark/kontakter/1/hvem": "Legen", **grounds})
    written = minutes(answers, small, TEMPLATES)
    assert twin.minutes(answers, small) == written
    tables = BeautifulSoup(render(written), "html.parser").find_all("table")
    assert [[cell.get_text() for cell in table.find_all("th")] for table in tables] == [["Hvem"], ["Sted", "Grunn"]]
