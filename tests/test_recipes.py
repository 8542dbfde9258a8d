"""What README.md tells people to add, added to a small project and built: every output follows the data."""

from __future__ import annotations

from pathlib import Path

import docx
import pptx
import pymupdf
import pytest
from bs4 import BeautifulSoup

from tests import pdf_checks as pdf
from tests.conftest import ROOT, build_small, copy_project

pytestmark = pytest.mark.site


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text, f"{old!r} is not in {file}"
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.fixture(scope="module")
def grown(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small project with one more of everything, built with PDFs."""
    project = copy_project(tmp_path_factory.mktemp("grown") / "project", ROOT / "tests/tree")
    content = project / "content"
    story = (content / "stories/en-historie.md").read_text(encoding="utf-8")
    (content / "stories/en-til.md").write_text(story.replace("En historie", "En historie til"), encoding="utf-8")
    example = (content / "examples/et-eksempel.md").read_text(encoding="utf-8")
    (content / "examples/et-til.md").write_text(example.replace("Et eksempel", "Et eksempel til"), encoding="utf-8")
    ready = (content / "ready_made_texts/beskjed.md").read_text(encoding="utf-8")
    ready = ready.replace("title: Beskjed til kolleger", "title: Nok en beskjed").replace("measure: A1", "measure: C1")
    (content / "ready_made_texts/nok-en.md").write_text(ready, encoding="utf-8")
    change(content / "pages/om.md", "En kort tekst.", "En kort tekst.\n\n## Tekst\n\n<!-- sett inn: mal: nok-en -->")
    before = "## Spørsmål å drøfte"
    change(content / "pathway_guide/01-start.md", before, f"## Tekst\n\n<!-- sett inn: mal: nok-en -->\n\n{before}")
    measure = (content / "measures/b1-fortsett.yml").read_text(encoding="utf-8")
    for identifier, title in (("B2", "Gjør ett tiltak til"), ("C1", "Del det med andre")):
        text = measure.replace("id: B1", f"id: {identifier}").replace("title: Fortsett", f"title: {title}")
        text = text.replace("useful_for: [leder]", "useful_for: [tolk]").replace("role: leder", "role: tolk")
        (content / f"measures/{identifier.lower()}-ny.yml").write_text(text, encoding="utf-8")
    change(content / "roadmap.yml", "measure_count: 3", "measure_count: 5")
    change(
        content / "roadmap.yml",
        "roles:\n",
        "  - letter: C\n    title: Tredje steg\n    phase: 3\n    question: Hvem deler vi det med?\n"
        "    why: Fordi andre også kan ha nytte av det som vi har funnet ut av.\n"
        "    done_when: [Dere har delt., Noen har svart.]\n    self_assessment:\n"
        "      - {id: vi-deler, text: Vi deler., measures: [C1]}\n"
        "      - {id: vi-horer, text: Vi hører på svarene., measures: [C1]}\n"
        "roles:\n  - {id: tolk, name: Tolk, target_group: true}\n",
    )
    change(content / "roadmap.yml", "steps:\n", '  - {number: 3, title: Dele, question: "Med hvem?"}\nsteps:\n')
    scenarios = (content / "scenarios.yml").read_text(encoding="utf-8").splitlines()
    scenario = scenarios[-1].replace("pasient-hjemme", "pasient-ute").replace("er hjemme", "er ute")
    change(content / "scenarios.yml", scenarios[-1], f"{scenarios[-1]}\n{scenario}")
    drawings = project / "templates/pictures/scenarios"
    (drawings / "pasient-ute.svg").write_text((drawings / "pasient-hjemme.svg").read_text("utf-8"), encoding="utf-8")
    mark = (project / "templates/theme/assets/marks/leder.svg").read_text(encoding="utf-8")
    (project / "templates/theme/assets/marks/tolk.svg").write_text(mark, encoding="utf-8")
    role_page = (content / "roles/leder.md").read_text(encoding="utf-8")
    (content / "roles/tolk.md").write_text(role_page.replace("leder", "tolk"), encoding="utf-8")
    chapter = (content / "pathway_guide/01-start.md").read_text(encoding="utf-8")
    chapter = chapter.replace("title: Start", "title: Slutt").replace("chapter: 1", "chapter: 2")
    (content / "pathway_guide/02-slutt.md").write_text(chapter, encoding="utf-8")
    change(
        content / "pathway_guide/questions.yml",
        "questions:\n",
        "questions:\n"
        + "".join(
            f"  - {{id: {identifier}, chapter: 2, starred: true, text: {text}, "
            "why: Det er godt å vite når dere skal velge noe sammen., audience: [leder], answer: fritekst, "
            "measures: [C1], sources: [veileder]}\n"
            for identifier, text in (
                ("helt-ny", '"Hva gjør dere nå som dere ikke gjorde før?"'),
                ("nesten-ny", '"Hvilken vane savner dere minst?"'),
            )
        ),
    )
    change(content / "pathway_guide/index.md", "title: Veileder", "title: Veileder med nytt navn")
    change(content / "pathway_guide/index.md", "minutes: 10", "minutes: 20")
    change(content / "redirects.yml", "redirects:\n", "redirects:\n  - {from: /tiltak/b8/, to: measures/b2.md}\n")
    result = build_small(project, with_pdf=True)
    assert result.returncode == 0, result.stderr
    return project / "site"


def page(site: Path, url: str) -> BeautifulSoup:
    return BeautifulSoup((site / url / "index.html").read_text(encoding="utf-8"), "html.parser")


def test_a_story_more_is_on_its_page_its_list_and_its_measure(grown: Path) -> None:
    assert page(grown, "suksesshistorier/en-til").h1
    assert page(grown, "suksesshistorier").select_one('a[href="en-til/"]')
    assert "En historie til" in page(grown, "tiltak/a1").get_text()


def test_an_example_more_is_on_its_page_its_list_and_its_measure(grown: Path) -> None:
    assert page(grown, "eksempler/et-til").h1
    assert page(grown, "eksempler").select_one('a[href="et-til/"]')
    assert "Et eksempel til" in page(grown, "tiltak/a1").get_text()


def test_a_text_more_is_on_its_page_its_list_its_measure_and_in_word(grown: Path) -> None:
    assert page(grown, "maler/nok-en").select(".ready-text mark.blank")
    assert page(grown, "maler").select_one('a[href="nok-en/"]')
    assert page(grown, "tiltak/c1").select_one("#tekst-nok-en .ready-text__body mark.blank")
    for name in ("nok-en", "alle-tekstene"):
        words = docx.Document(str(grown / f"nedlasting/maler/{name}.docx"))
        assert "Nok en beskjed" in [paragraph.text for paragraph in words.paragraphs]


def test_a_text_stands_where_a_page_or_a_chapter_asks_for_it(grown: Path) -> None:
    for url in ("om/om", "veileder/start"):
        assert page(grown, url).select_one("#nok-en .ready-text__body mark.blank"), url
    guide = pdf.text(grown / "nedlasting/veileder.pdf")
    assert "Nok en beskjed" in guide
    assert "Fra [dato] begynner [enhet]" in guide


def test_a_step_more_is_on_home_poster_slides_and_cover(grown: Path) -> None:
    road = page(grown, ".").select(".road__phase")
    assert [len(phase.select(".stop")) for phase in road] == [1, 1, 1]
    assert "phase-3" in (road[2].get("class") or [])
    assert "C1 Del det med andre" in pdf.text(grown / "nedlasting/veikart-plakat-a1.pdf")
    titles = [slide.shapes.title.text for slide in pptx.Presentation(str(grown / "nedlasting/veikart.pptx")).slides]
    assert "Tredje steg" in titles
    with pymupdf.open(grown / "nedlasting/veileder.pdf") as guide:
        assert [word[4] for word in guide[0].get_text("words") if word[4] in list("ABCDE")] == ["A", "B", "C"]


def test_a_measure_more_is_everywhere_that_measures_are(grown: Path) -> None:
    assert "Gjør ett tiltak til" in page(grown, "tiltak/b2").get_text()
    assert "Gjør ett tiltak til" in page(grown, "tiltak").get_text()
    assert "B2 Gjør ett tiltak til" in pdf.text(grown / "nedlasting/veikart-utdelingsark.pdf")


def test_a_scenario_more_is_drawn_on_its_page(grown: Path) -> None:
    assert len(page(grown, "om/om").select(".scenario .drawing svg")) == 2
    assert "Pasienten er ute" in page(grown, "om/om").get_text()


def test_a_retired_address_leads_on(grown: Path) -> None:
    retired = page(grown, "tiltak/b8")
    assert retired.select_one('meta[http-equiv=refresh][content="0; url=../b2/"]')
    assert retired.a and (retired.a["href"], retired.a.get_text()) == ("../b2/", "Gjør ett tiltak til")


def test_a_new_role_has_its_mark_on_the_poster_and_its_name_on_pages(grown: Path) -> None:
    mark = page(grown, "tiltak/c1").select_one('.role img[src$="/tolk.svg"]')
    assert mark and (grown / "tiltak/c1" / str(mark["src"])).is_file()
    assert "Tolk" in pdf.text(grown / "nedlasting/veikart-plakat-a1.pdf")


def test_a_page_of_a_role_has_what_the_measures_ask_of_it_and_is_in_the_menu_and_on_home(grown: Path) -> None:
    assert [link.get_text() for link in page(grown, "for/tolk").select(".duty__measure a")] == [
        "B2 Gjør ett tiltak til",
        "C1 Del det med andre",
    ]
    assert page(grown, ".").select_one('.for-you a[href="for/tolk/"]')
    assert page(grown, "for/leder").select_one('.section-nav a[href="../tolk/"]')


def test_a_chapter_and_a_question_more_are_in_site_guide_and_meeting_edition(grown: Path) -> None:
    assert "2.1" in page(grown, "veileder/slutt").get_text()
    for name in ("veileder", "veileder-moteutgave"):
        assert "svar/helt-ny" in {str(field.T) for field in pdf.fields(grown / f"nedlasting/{name}.pdf")}
        assert "Hva gjør dere nå som dere ikke gjorde før?" in pdf.text(grown / f"nedlasting/{name}.pdf")


def test_a_new_title_of_the_guide_is_on_its_cover_in_its_metadata_and_on_the_site(grown: Path) -> None:
    file = grown / "nedlasting/veileder.pdf"
    with pymupdf.open(file) as guide:
        assert guide.metadata["title"] == "Veileder med nytt navn"
        assert "Veileder med nytt navn" in guide[0].get_text()
    heading = page(grown, "veileder").h1
    assert heading and heading.get_text() == "Veileder med nytt navn"
