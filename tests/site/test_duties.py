"""What the roadmap asks of a role, on its page: from the measures, in an order that can be followed."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from roadmap.content.load import load
from roadmap.content.model import Action, Measure, Roadmap
from roadmap.site.duties import duties, in_order
from roadmap.site.pages import Site
from roadmap.templating import environment
from tests.site.test_pages import TEMPLATES, links_of, pages_of
from tests.test_mistakes import spoil


def page_of(tree: Path) -> BeautifulSoup:
    return pages_of(tree)["roles/leder.md"]


def text_of(page: BeautifulSoup, selector: str) -> list[str]:
    return [" ".join(found.get_text().split()) for found in page.select(selector)]


def test_no_measure_stands_before_one_that_it_requires(tree: Path) -> None:
    spoil(tree, "measures/a1-begynn.yml", "related: [B1]", "related: [B1]\nrequires: [A2]")
    spoil(tree, "measures/a2-si-fra.yml", "requires: [A1]", "requires: []")
    measures = load(tree).measures
    assert [measure.id for measure in measures] == ["A1", "A2", "B1"]
    assert [measure.id for measure in in_order(measures)] == ["A2", "A1", "B1"]


def test_the_own_roadmap_is_in_an_order_that_can_be_followed(roadmap: Roadmap) -> None:
    placed: list[Measure] = []
    for measure in in_order(roadmap.measures):
        assert {one.id for one in placed}.issuperset(measure.requires)
        placed.append(measure)


def test_a_role_has_its_own_actions_hours_texts_and_questions(tree: Path) -> None:
    spoil(tree, "measures/b1-fortsett.yml", "role: leder", "role: behandler")
    content = load(tree)
    found = duties("leder", content)
    assert [duty.measure.id for duty in found.own] == ["A1", "A2"]
    assert [action.text for duty in found.own for action in duty.actions] == ["Bestem at dere skal begynne."] * 2
    assert (found.once, found.monthly) == (2, 0)
    assert [measure.id for measure in found.useful] == ["B1"]
    assert {text.measure for duty in found.own for text in duty.texts} <= {"A1", "A2"}
    assert all("leder" in question.audience for question in found.questions)
    starred = [question.starred for question in found.questions]
    assert starred == sorted(starred, reverse=True)


def test_the_page_begins_with_what_to_do_first_and_says_how_long_it_all_takes(tree: Path) -> None:
    page = page_of(tree)
    assert text_of(page, ".first-duty .action__when") == ["I dag"]
    assert text_of(page, ".first-duty .action__text") == ["Bestem at dere skal begynne."]
    said = "Du er med i alle tiltakene, men dere tar ett om gangen. Til sammen tar det 3 timer én gang."
    assert said in " ".join(page.get_text().split())
    assert text_of(page, ".duty__measure a") == ["A1 Begynn", "A2 Si fra at dere begynner", "B1 Fortsett"]
    assert text_of(page, ".proposal strong") == ["Bare et forslag."]


@pytest.mark.parametrize(
    ("hours", "said"),
    [
        (43.25, "ca.\u00a043\u00a0timer"),
        (10.5, "ca.\u00a011\u00a0timer"),
        (3, "3\u00a0timer"),
        (4.5, "4,5\u00a0timer"),
        (1.25, "ca.\u00a01,5\u00a0timer"),
        (0.75, "ca.\u00a01\u00a0time"),
        (0.2, "0,2\u00a0time"),
    ],
)
def test_a_sum_of_estimates_is_no_more_precise_than_they_are(hours: float, said: str) -> None:
    assert environment(TEMPLATES).from_string("{{ hours | about_hours }}").render(hours=hours) == said


def test_where_not_all_has_room_on_a_sheet_the_first_measures_are_told(tree: Path) -> None:
    found = duties("leder", load(tree))
    assert found.told == found.own
    assert not text_of(page_of(tree), ".duty--title")

    def told(count: int) -> int:
        actions = [Action(when="I dag", text="x" * 200, role="leder")] * count
        return len(replace(found, own=[replace(found.own[0], actions=actions) for _ in range(12)]).told)

    assert [told(count) for count in (1, 3, 9, 24)] == [12, 5, 2, 0]


def test_the_one_who_leads_the_meeting_has_its_running_order_on_paper(tree: Path) -> None:
    chapters = load(tree).chapters
    for leader, headings in (("leder", ["Kjøreplan for møtet"]), ("behandler", [])):
        for chapter in chapters:
            file = tree / "pathway_guide" / chapter.file
            text = re.sub(r"(?m)^led_by: .*$", f"led_by: {leader}", file.read_text(encoding="utf-8"))
            file.write_text(text, encoding="utf-8")
        assert text_of(page_of(tree), ".print-only h2") == headings


def test_what_others_do_for_the_role_stands_apart(tree: Path) -> None:
    spoil(tree, "measures/b1-fortsett.yml", "role: leder", "role: behandler")
    page = page_of(tree)
    heading = page.select_one("#nyttig-for-deg")
    assert heading and heading.parent
    assert text_of(BeautifulSoup(str(heading.parent), "html.parser"), "li a") == ["B1 Fortsett"]
    assert "B1 Fortsett" not in text_of(page, ".duty__measure a")


def test_a_role_that_has_a_page_is_linked_from_home_and_wherever_its_mark_is(tree: Path) -> None:
    pages = pages_of(tree)
    assert "for/leder/" in links_of(pages["index.md"])
    assert "../../for/leder/" in links_of(pages["measures/a1.md"])
    (tree / "roles/leder.md").unlink()
    pages = pages_of(tree)
    assert "roles/leder.md" not in pages
    assert not [link for page in pages.values() for link in links_of(page) if "for/leder" in link]


def test_a_role_is_found_by_its_name(tree: Path) -> None:
    site = Site(load(tree, TEMPLATES), TEMPLATES, {})
    (found,) = (one for one in site.documents(site.pages()) if one.url == "for/leder/")
    assert "Leder" in found.names
    assert found.is_list and not found.texts["body"]
