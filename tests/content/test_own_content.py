"""What the project's own content promises its readers."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest

from roadmap.__main__ import main
from roadmap.content.model import Roadmap
from roadmap.content.rules.common import values
from roadmap.content.source import read_tree
from roadmap.site.traceability import traced_headings
from tests.conftest import ROOT

OVERVIEW = ROOT.parent / "shared/source/prosjektoversikt.txt"
needs_overview = pytest.mark.skipif(
    not OVERVIEW.exists(), reason=f"the project overview is not part of the repository: {OVERVIEW} is not there"
)

NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"

# Every figure in the texts, and where it comes from. Years and numbers of chapters are not figures.
FROM_THE_OVERVIEW = {4, 7, 11, 21, 26, 29, 35, 700, 1216, 1350, 1530, 1700, 2800, 3500, 430_000, 540_000}
COMPUTED = {
    13: "the findings of the diagnosis phase, counted",
    54: "1 216 hours * 60 / 1 350 consultations, in minutes",
    124: "2 800 hours * 60 / 1 350 consultations, in minutes",
    250: "300 000 kroner / 1 216 hours = 247 and 700 000 / 2 800 = 250, rounded",
    540: "(430 000 + 300 000) / 1 350 = 541 kroner, rounded",
    840: "(430 000 + 700 000) / 1 350 = 837 kroner, rounded",
    300000: "«300-700 000 kroner», written out",
    700000: "«300-700 000 kroner», written out",
    380000: "«380 - 880 000 kroner», written out",
    880000: "«380 - 880 000 kroner», written out",
}
# What a text asks its reader to do: minutes to set aside, words to write. No claim about the world.
ASKED_OF_THE_READER = {45, 50, 60, 75, 80, 90, 250}


def words_of(text: str) -> list[str]:
    return [word.lower() for word in re.findall(r"[0-9A-Za-zÀ-ÖØ-öø-ÿ]+", text)]


def texts() -> list[tuple[Path, str]]:
    """Every text of the content, less addresses, ids and the overview's own headings."""
    tree = read_tree(ROOT / "content")
    assert tree.problems == []
    technical = {"file", "slug", "id", "version"}
    return [
        (entry.file, re.sub(r"\]\([^)]*\)", "]", value))
        for entry, location, value in values(tree)
        if isinstance(value, str) and location[-1] not in technical and entry is not tree.overview
    ]


def figures_in(text: str) -> set[int]:
    """The figures of a text, without spaces; dates, years, chapters, ids and the numbers of list items are left out."""
    text = re.sub(r"(?m)^(?:#+ |\s*)\d+\. |^\| \d+ ?\|?|(?i:variant|WCAG)\s\d(?:\.\d)?", "", text)
    text = re.sub(r"\d{1,2}\.(?:\d\d\.|\s+(?:[a-z]+\s+)?)(?:19|20)\d\d|\d{1,2}\.\s+[a-z]+|\b(?:19|20)\d\d\b", "", text)
    text = re.sub(r"(?i)kapittel \d(?:[–-]\d)?|\b[A-K]\d\b|\|\s*\[?\d [A-ZÆØÅ]", "", text)
    numbers = re.findall(rf"(?<![\w-])\d{{1,3}}(?:{NO_BREAK_SPACE}\d{{3}})+|(?<![\w-])\d+(?!\w)", text)
    return {int(number.replace(NO_BREAK_SPACE, "")) for number in numbers}


def test_every_figure_is_accounted_for() -> None:
    known = FROM_THE_OVERVIEW | COMPUTED.keys() | ASKED_OF_THE_READER
    found = {(file.name, figure) for file, text in texts() for figure in figures_in(text)}
    assert {(file, figure) for file, figure in found if figure not in known} == set()
    assert known - {figure for _, figure in found} == set(), "accounted for, but no longer used"


def test_computed_figures_add_up() -> None:
    assert round(1216 * 60 / 1350) == 54
    assert round(2800 * 60 / 1350) == 124
    assert [round(kroner / hours, -1) for kroner, hours in ((300_000, 1216), (700_000, 2800))] == [250, 250]
    assert [round((430_000 + value) / 1350, -1) for value in (300_000, 700_000)] == [540, 840]


@needs_overview
def test_figures_said_to_be_from_the_overview_are_in_it() -> None:
    overview = re.sub(r"(?<=\d)[. ](?=\d{3})", "", OVERVIEW.read_text(encoding="utf-8"))
    assert {figure for figure in FROM_THE_OVERVIEW if not re.search(rf"(?<!\d){figure}(?!\d)", overview)} == set()


@needs_overview
def test_no_more_than_eight_words_in_a_row_are_the_overviews() -> None:
    overview = words_of(re.sub(r"-\s*\n+\s*", "", OVERVIEW.read_text(encoding="utf-8")))
    runs = {tuple(overview[start : start + 9]) for start in range(len(overview) - 8)}
    taken = [
        (file.name, " ".join(words[start : start + 9]))
        for file, text in texts()
        if (words := words_of(text))
        for start in range(len(words) - 8)
        if tuple(words[start : start + 9]) in runs
    ]
    assert taken == []


def test_every_heading_of_the_overview_is_accounted_for(roadmap: Roadmap) -> None:
    assert [item.heading.id for item in traced_headings(roadmap) if not item.traces and not item.heading.unused] == []


@needs_overview
def test_the_headings_are_the_overviews_own(roadmap: Roadmap) -> None:
    overview = " ".join(words_of(OVERVIEW.read_text(encoding="utf-8")))
    # The extracted text interleaves columns, so a heading of two parts may stand apart in it.
    parts = [part for item in roadmap.overview.headings for part in re.split(r"[:?] | - | – ", item.heading)]
    ours = {"Sitater fra intervjuene"}
    assert [part for part in parts if part not in ours and " ".join(words_of(part)) not in overview] == []


def test_the_meeting_fits_its_plan(roadmap: Roadmap) -> None:
    assert sum(chapter.minutes for chapter in roadmap.chapters) == 75
    plan = roadmap.chapters[0].body
    rows = [(int(row[1]), int(row[2])) for row in re.finditer(r"^\| (\d+) min \| \[?(\d) ", plan, re.MULTILINE)]
    assert rows == [(chapter.minutes, chapter.chapter) for chapter in roadmap.chapters]


def test_there_is_all_that_the_brief_asks_for(roadmap: Roadmap) -> None:
    assert [step.letter for step in roadmap.plan.steps] == list("ABCDEFGHIJK")
    counts = [len(roadmap.step_measures(step)) for step in roadmap.plan.steps]
    assert counts == [4, 3, 2, 3, 4, 2, 2, 3, 2, 2, 2]
    assert len(roadmap.chapters) == 8
    assert 28 <= len(roadmap.questions) <= 40
    assert len(roadmap.stories) == 8
    assert len(roadmap.insights) == 13
    assert len(roadmap.scenarios.scenarios) == 10
    assert len(roadmap.room_checklist.criteria) == 5


def test_no_two_questions_say_nearly_the_same(roadmap: Roadmap) -> None:
    sets = sorted((set(words_of(question.text)), question.id) for question in roadmap.questions)
    alike = [
        (first[1], second[1])
        for index, first in enumerate(sets)
        for second in sets[index + 1 :]
        if len(first[0] & second[0]) / len(first[0] | second[0]) > 0.5
    ]
    assert alike == []


def test_every_page_is_easy_enough_to_read(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["readability", str(ROOT / "content")]) == 0
    indices = [int(line.split()[0]) for line in capsys.readouterr().out.splitlines()]
    assert len(indices) > 60
    assert all(first >= second for first, second in pairwise(indices))


def test_a_page_that_is_too_heavy_is_named(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    heavy = "organisasjonsutviklingsprosjektenes gjennomføringsforutsetninger " * 20
    page = (tree / "pages/om.md").read_text(encoding="utf-8")
    (tree / "pages/om.md").write_text(page.replace("En kort tekst", heavy), encoding="utf-8")
    assert main(["readability", str(tree)]) == 1
    assert "pages/om.md  – over 45: del opp setningene" in capsys.readouterr().out
