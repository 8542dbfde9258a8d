"""What a chapter says and asks, as the guide's editions take it."""

from __future__ import annotations

from pathlib import Path

from bs4 import BeautifulSoup

from roadmap.content.load import load
from roadmap.guide.chapters import Chapters
from roadmap.text.sections import section
from tests.guide.forms import TEMPLATES
from tests.test_mistakes import spoil

CHAPTER = "pathway_guide/01-start.md"


def asked(tree: Path, *, for_meeting: bool) -> list[str]:
    """The headings over the questions of the first chapter, and the questions."""
    roadmap = load(tree)
    chapters = Chapters(roadmap, TEMPLATES, "https://veikart.example/")
    html = chapters.render(
        "guide/fragments/questions", CHAPTER, str, content=roadmap.chapters[0], for_meeting=for_meeting
    )
    return [" ".join(heading.get_text().split()) for heading in BeautifulSoup(html, "html.parser").select("h3, h4")]


def test_questions_that_must_be_answered_stand_under_the_title_of_their_worksheet(tree: Path) -> None:
    spoil(tree, "pathway_guide/worksheets.yml", "id: pa-jobb", "id: sporsmal-4")
    headings = asked(tree, for_meeting=False)
    assert headings[2:5] == ["Valg av steder", "1.4 Hvilket rom er stille nok?", "Flere spørsmål"]
    assert headings[5:7] == ["1.3 Hva koster en lang reise?", "1.5 Hvor henter dere hjelp i hverdagen?"]
    assert asked(tree, for_meeting=True) == headings[:4]


def test_a_chapter_whose_worksheets_name_no_question_has_no_such_group(tree: Path) -> None:
    assert asked(tree, for_meeting=False)[2:4] == ["Flere spørsmål", "1.3 Hva koster en lang reise?"]


def test_a_section_ends_where_the_next_of_its_level_begins() -> None:
    text = '<p>a</p><h2>I møtet</h2><p>b</p><h3 id="husk">Husk</h3><p>c</p><h2>Etter</h2><p>d</p>'
    assert section(text, "I møtet") == "<p>b</p><h3>Husk</h3><p>c</p>"
    assert section(text, "Husk") == "<p>c</p>"
    assert section(text, "Etter") == "<p>d</p>"
    assert section(text, "Før") == ""
