"""What the slides say, and how they hold together."""

from __future__ import annotations

import re
from itertools import combinations
from pathlib import Path
from typing import Any

import pptx
import pytest
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pptx.oxml.ns import qn
from pptx.presentation import Presentation
from pptx.slide import Slide

from roadmap.content.load import load
from roadmap.content.model import Roadmap
from roadmap.errors import OutputError
from tests.slides.decks import (
    SITE_URL,
    add_steps,
    build,
    changed_template,
    edit,
    notes_of,
    slides_of,
    texts,
    title_of,
    with_groups,
    with_text,
)


@pytest.fixture
def file(tree: Path, tmp_path: Path) -> Path:
    return build(tree, tmp_path / "veikart.pptx")


@pytest.fixture
def slides(file: Path) -> list[Slide]:
    return slides_of(file)


@pytest.fixture
def small(tree: Path) -> Roadmap:
    return load(tree)


def is_decorative(shape: Any) -> bool:
    return any(element.tag.endswith("}decorative") for element in shape._element._nvXxPr.cNvPr.iter())


def test_slides_come_in_the_order_of_the_meeting(slides: list[Slide]) -> None:
    assert [title_of(slide) for slide in slides] == [
        "Et lite veikart for prøver",
        "Det er nyttig",
        "Hva samfunnet sparer",
        "Tilbakefallet",
        "Alle stegene",
        "Første steg",
        "Andre steg",
        "Begynn",
        "Begynn her",
        "Gå i gang",
    ]


def test_the_first_slide_says_what_this_is(slides: list[Slide]) -> None:
    assert texts(slides[0])[1:3] == [
        "To steg og tre tiltak, nok til å prøve alt som kan gå galt.",
        "Utgave 0.9 – utkast, 22. november 2026. Bare et forslag.",
    ]


def test_slides_that_show_measures_say_that_they_are_proposals(slides: list[Slide]) -> None:
    assert [number for number, slide in enumerate(slides) if "Bare et forslag." in texts(slide)] == [0, 4, 8]


def test_the_gains_are_bars_with_their_sums_and_caveats(slides: list[Slide], small: Roadmap) -> None:
    said = [line.replace("\xa0", " ") for line in texts(slides[2])]
    for line in (
        *("10 timer på video, til nå", "20 timer på video, som mål", "Sparte reiser", "ca. 10 kr"),
        *(
            "Spart tid",
            "10–20 timer",
            "Verdien av tiden",
            "10–20 kr",
            "For hver time på video: ca. 20 kr.",
            *small.gains.caveats,
        ),
    ):
        assert line in said
    bars = [shape for shape in slides[2].shapes if shape.name.startswith("Stolpe")]
    sums, spans = bars[::2], bars[1::2]
    assert len(bars) == 4
    assert all(abs(bar.width - span.width) <= 1 for bar, span in zip(sums, spans, strict=True))
    assert all(abs(bar.left + bar.width - span.left) <= 1 for bar, span in zip(sums, spans, strict=True))


def test_more_bars_than_there_is_room_for_are_named(tree: Path, tmp_path: Path) -> None:
    edit(tree / "gains.yml", lambda gains: gains["volumes"].extend(gains["volumes"]))
    with pytest.raises(OutputError, match=r"^Lysbildet «Hva samfunnet sparer» har ikke plass til så mange stolper"):
        build(tree, tmp_path / "veikart.pptx")


def test_a_label_that_is_too_long_for_its_bar_is_named(tree: Path, tmp_path: Path) -> None:
    edit(
        tree / "gains.yml",
        lambda gains: gains["labels"].update(travel="Alt det som noen har spart på å reise til sykehuset"),
    )
    with pytest.raises(OutputError, match="har ikke plass til «Alt det som noen har spart"):
        build(tree, tmp_path / "veikart.pptx")


def test_the_relapse_says_what_pulled_down_and_what_holds_up(slides: list[Slide]) -> None:
    said = [line.replace("\xa0", " ") for line in texts(slides[3])]
    assert said[1:] == [
        *("Først: Bruken steg.", "Etterpå: Bruken falt.", "Videre: Bruken kan holde seg."),
        *("Det som trakk ned", "Det ble ingen vane", "Det som holder oppe", "Hold det i gang. Tiltak A1"),
        "Slik tolker prosjektet det. Kurven er en skisse uten tall. Tiltakene er valgt av oss.",
        "‹#›",
    ]


def test_the_whole_road_has_each_stop_and_phase_once(tree: Path, tmp_path: Path) -> None:
    branch = {"from": "B", "to": "A", "reason": "Nye erfaringer"}
    edit(tree / "roadmap.yml", lambda plan: plan.update(returns=[branch]))
    said = texts(slides_of(build(tree, tmp_path / "veikart.pptx"))[4])
    assert sorted(said) == sorted(
        [
            *("Alle stegene", "Bare et forslag.", "‹#›", "A", "B", "Første steg", "Andre steg", "Nye erfaringer"),
            *("Fase 1  Begynne   Hvorfor?", "Fase 2  Fortsette   Hvordan?"),
        ]
    )


def test_a_step_has_its_signs_and_measures(slides: list[Slide], small: Roadmap) -> None:
    for step, slide in zip(small.plan.steps, slides[5:7], strict=True):
        said = texts(slide)
        measures = [f"{measure.id}\t{measure.title}" for measure in small.step_measures(step)]
        assert [line for line in said if re.match(r"[A-Z]\d\t", line)] == measures
        assert [line for line in (step.title, step.question, *step.done_when) if line not in said] == []
        assert f"Fase {step.phase}  {small.phase_of(step).title}. Bare et forslag." in said


def test_an_example_shows_all_conditions_and_who_does_what(slides: list[Slide], small: Roadmap) -> None:
    measure, said = small.measure("A1"), texts(slides[7])
    actions = [f"{small.role_name(action.role)}, {action.when.lower()}: {action.text}" for action in measure.actions]
    expected = [measure.summary, *measure.prerequisites, *actions, "Steg A  Første steg. Bare et forslag."]
    assert [line for line in expected if line not in said] == []


def test_an_approved_example_is_no_draft(tree: Path, tmp_path: Path) -> None:
    approval = {"role": "leder", "date": "2026-11-22"}
    edit(tree / "measures/a1-begynn.yml", lambda measure: measure.update(status="godkjent", approval=approval))
    slides = slides_of(build(tree, tmp_path / "veikart.pptx"))
    assert "Steg A  Første steg." in texts(slides[7])
    # A2 stands on the step's slide too, and is none that anybody has approved.
    assert "Fase 1  Begynne. Bare et forslag." in texts(slides[5])
    edit(tree / "measures/a2-si-fra.yml", lambda measure: measure.update(status="godkjent", approval=approval))
    assert "Fase 1  Begynne." in texts(slides_of(build(tree, tmp_path / "veikart.pptx"))[5])


def test_the_speaker_has_what_the_content_says_in_the_notes(slides: list[Slide], small: Roadmap) -> None:
    content, step = small.presentation, small.plan.steps[0]
    assert notes_of(slides[1]) == content.why.notes
    assert notes_of(slides[4]) == [*content.whole.notes, "Fase 1, Begynne: Hvorfor?", "Fase 2, Fortsette: Hvordan?"]
    assert notes_of(slides[5]) == [
        f"Hvorfor: {step.why}",
        "Les påstandene høyt.",
        *(f"– {statement.text}" for statement in step.self_assessment),
        "Mulige svar: stemmer ikke, stemmer.",
        "Om tiltakene:",
        *(f"{measure.id} {measure.title}: {measure.summary}" for measure in small.step_measures(step)),
        f"Steget på nett: {SITE_URL}steg/a/",
    ]


def test_notes_say_markdown_as_plain_words(tree: Path, tmp_path: Path) -> None:
    description = "Dette er **viktig** og *nytt*, se [B1](b1.md).\n\n- ett & to\n- tre < fire\n\n" + "Ord på rad. " * 25
    edit(tree / "measures/a1-begynn.yml", lambda measure: measure.update(description=description))
    notes = notes_of(slides_of(build(tree, tmp_path / "veikart.pptx"))[7])
    assert notes[:4] == ["Hva og hvorfor:", "Dette er viktig og nytt, se B1.", "– ett & to", "– tre < fire"]
    assert notes[4].startswith("Ord på rad. Ord på rad.")


def test_no_placeholder_is_empty(slides: list[Slide]) -> None:
    assert [shape.name for slide in slides for shape in slide.placeholders if not shape.text_frame.text.strip()] == []


def test_what_is_not_text_is_described_or_decorative(slides: list[Slide]) -> None:
    silent = [
        (number, shape.name)
        for number, slide in enumerate(slides, 1)
        for shape in slide.shapes
        if not (shape.has_text_frame and "".join(shape._element.itertext()).strip())
        and not shape._element._nvXxPr.cNvPr.get("descr")
        and not is_decorative(shape)
    ]
    assert silent == []


def test_shapes_have_ids_of_their_own(slides: list[Slide]) -> None:
    for slide in slides:
        ids = [element.get("id") for element in slide.element.iter(qn("p:cNvPr"))]
        assert len(ids) == len(set(ids)), title_of(slide)


def test_nothing_is_outside_the_slide_and_no_texts_overlap(file: Path) -> None:
    deck = pptx.Presentation(str(file))
    for slide in deck.slides:
        for shape in with_groups(slide.shapes):
            assert min(shape.left, shape.top) >= 0, (title_of(slide), shape.name)
            assert shape.left + shape.width <= deck.slide_width, (title_of(slide), shape.name)
            assert shape.top + shape.height <= deck.slide_height, (title_of(slide), shape.name)
        pictures = [shape for shape in slide.shapes if shape.shape_type == MSO_SHAPE_TYPE.PICTURE]
        for one, other in combinations([*with_text(slide), *pictures], 2):
            assert (
                one.left >= other.left + other.width
                or other.left >= one.left + one.width
                or one.top >= other.top + other.height
                or other.top >= one.top + one.height
            ), (title_of(slide), one.name, other.name)


def test_every_text_is_marked_as_norwegian(slides: list[Slide]) -> None:
    for slide in slides:
        for element in (slide.element, slide.notes_slide.element):
            assert {run.find(qn("a:rPr")).get("lang") for run in element.iter(qn("a:r"))} == {"nb-NO"}


def test_letters_lead_to_their_steps(slides: list[Slide]) -> None:
    steps = {"A": slides[5].slide_id, "B": slides[6].slide_id}
    for slide in (slides[0], slides[4], *slides[5:7], slides[-1]):
        targets = {
            shape.text_frame.text: shape.click_action.target_slide.slide_id
            for shape in with_groups(slide.shapes)
            if shape.shape_type == MSO_SHAPE_TYPE.AUTO_SHAPE and shape.click_action.target_slide
        }
        expected = {letter: number for letter, number in steps.items() if number != slide.slide_id}
        assert targets == expected, title_of(slide)


def test_links_lead_to_the_measures_pages(slides: list[Slide]) -> None:
    links = {rel.target_ref for slide in slides for rel in slide.part.rels.values() if rel.is_external}
    assert links == {SITE_URL, *(f"{SITE_URL}tiltak/{measure}/" for measure in ("a1", "a2", "b1"))}


def test_the_file_says_what_it_is(file: Path, small: Roadmap) -> None:
    properties = pptx.Presentation(str(file)).core_properties
    assert (properties.title, properties.language) == (small.plan.title, "nb-NO")
    assert properties.created and properties.created.date() == small.plan.edition.date
    assert properties.author == properties.last_modified_by == ""


def test_the_same_content_gives_the_same_bytes(file: Path, tree: Path, tmp_path: Path) -> None:
    assert build(tree, tmp_path / "igjen.pptx").read_bytes() == file.read_bytes()


def test_twelve_steps_in_four_phases_follow_the_data(tree: Path, tmp_path: Path) -> None:
    edit(tree / "roadmap.yml", lambda plan: plan["phases"].append({"number": 3, "title": "Dele", "question": "Med?"}))
    add_steps(tree, "CDEFGHIJKL", 3)
    edit(tree / "roadmap.yml", lambda plan: [step.update(phase=2) for step in plan["steps"][2:6]])
    slides = slides_of(build(tree, tmp_path / "veikart.pptx"))
    assert len(slides) == 20
    for slide in (slides[0], slides[4], slides[16]):
        stops = [shape.text_frame.text for shape in with_groups(slide.shapes) if shape.name.startswith("Stopp ")]
        assert [stop for stop in "ABCDEFGHIJKL" if stop not in stops] == [], title_of(slide)


def test_a_phase_more_than_there_is_room_for_is_named(tree: Path, tmp_path: Path) -> None:
    for number, letter in ((3, "C"), (4, "D")):
        phase = {"number": number, "title": "Dele", "question": "Med hvem?"}
        edit(tree / "roadmap.yml", lambda plan, phase=phase: plan["phases"].append(phase))  # type: ignore[misc]
        add_steps(tree, letter, number)
    with pytest.raises(OutputError, match=r"^Lysbildet «Alle stegene» har ikke plass til 4 faser – slå sammen faser"):
        build(tree, tmp_path / "veikart.pptx")


def test_a_fourth_phase_works_where_the_template_has_room(tree: Path, tmp_path: Path) -> None:
    for number, letter in ((3, "C"), (4, "D")):
        phase = {"number": number, "title": "Dele", "question": "Med hvem?"}
        edit(tree / "roadmap.yml", lambda plan, phase=phase: plan["phases"].append(phase))  # type: ignore[misc]
        add_steps(tree, letter, number)

    def shrink(template: Presentation) -> None:
        layout = template.slide_layouts.get_by_name("Hele veikartet")
        assert layout is not None
        for properties in layout.element.iter(qn("a:defRPr")):
            properties.set("sz", "1400")

    templates = changed_template(tmp_path / "templates", shrink)
    slides = slides_of(build(tree, tmp_path / "veikart.pptx", templates))
    assert {"A", "B", "C", "D"} < set(texts(slides[4]))


def test_more_steps_than_the_road_has_room_for_stop_the_build(tree: Path, tmp_path: Path) -> None:
    add_steps(tree, "CDEFGHIJKLMNOPQRSTUVWXYZ", 2)
    with pytest.raises(OutputError, match=r"^Lysbildet «Alle stegene» har ikke plass til navnet på steg .* – gjør"):
        build(tree, tmp_path / "veikart.pptx")
    edit(tree / "roadmap.yml", lambda plan: [step.update(title="Gjør", phase=1) for step in plan["steps"][:13]])
    edit(tree / "roadmap.yml", lambda plan: [step.update(title="Gjør") for step in plan["steps"][13:]])
    with pytest.raises(
        OutputError, match=r"^Lysbildet «Et lite veikart for prøver» har ikke plass til 26 steg på veien"
    ):
        build(tree, tmp_path / "veikart.pptx")


def test_a_single_step_is_a_road_too(tree: Path, tmp_path: Path) -> None:
    (tree / "measures/b1-fortsett.yml").unlink()
    edit(tree / "measures/a1-begynn.yml", lambda measure: measure.pop("related"))
    edit(tree / "home.yml", lambda home: home["doors"][1].update(measures=["A2"]))
    edit(tree / "roadmap.yml", lambda plan: plan.update(measure_count=2, steps=plan["steps"][:1]))
    for file in [*tree.rglob("*.yml"), *tree.rglob("*.md")]:
        file.write_text(file.read_text(encoding="utf-8").replace("B1", "A2"), encoding="utf-8")
    assert len(slides_of(build(tree, tmp_path / "veikart.pptx"))) == 9


@pytest.mark.parametrize("count", [2, 3, 4])
def test_there_is_a_column_for_each_door(tree: Path, tmp_path: Path, count: int) -> None:
    edit(tree / "home.yml", lambda home: home.update(doors=(home["doors"] * 2)[:count]))
    slide = slides_of(build(tree, tmp_path / "veikart.pptx"))[-2]
    columns = [shape.name for shape in slide.placeholders if shape.name.startswith("Spalte")]
    assert columns == [f"Spalte {number}" for number in range(1, count + 1)]
    assert len([shape for shape in slide.shapes if shape.name == "Stopp"]) == count


LONG = "Lederen sier tydelig hva dere skal gjøre med videokonsultasjoner framover"
NOW = {"when": "I dag", "role": "leder", "hours": 1}


@pytest.mark.parametrize(
    ("name", "change", "message"),
    [
        (
            "roadmap.yml",
            lambda plan: plan["steps"][0].update(title=LONG),
            rf"«{LONG}» har ikke plass til alt i «Tittel»",
        ),
        (
            "roadmap.yml",
            lambda plan: plan["steps"][0].update(question=f"{LONG}, {LONG}?"),
            "«Første steg» har ikke plass til alt i «Spørsmål»",
        ),
        (
            "roadmap.yml",
            lambda plan: plan["phases"][0].update(question=f"{LONG}, {LONG}?"),
            "«Alle stegene» har ikke plass til navnet på fase 1 og spørsmålet",
        ),
        (
            "roadmap.yml",
            lambda plan: plan.update(returns=[{"from": "B", "to": "A", "reason": f"{LONG}. {LONG}. {LONG}"}]),
            "«Alle stegene» har ikke plass til grunnen til å gå fra B til A",
        ),
        (
            "presentation.yml",
            lambda content: content["why"].update(closing=f"{LONG}. {LONG}. {LONG}."),
            "«Det er nyttig» har ikke plass til alt i «Konklusjon»",
        ),
        (
            "measures/a1-begynn.yml",
            lambda measure: measure.update(actions=[NOW | {"text": f"{LONG}. {LONG}. {LONG}."}] * 6),
            "«Begynn» har ikke plass til alt i «Slik gjør dere det»",
        ),
    ],
)
def test_a_text_that_does_not_fit_stops_the_build(
    tree: Path, tmp_path: Path, name: str, change: Any, message: str
) -> None:
    edit(tree / name, change)
    with pytest.raises(OutputError, match=f"^Lysbildet {message}.* – gjør teksten kortere$"):
        build(tree, tmp_path / "full.pptx")
    assert not (tmp_path / "full.pptx").exists()


def test_a_long_list_of_actions_gets_smaller_text(tree: Path, tmp_path: Path) -> None:
    actions = [NOW | {"text": f"{LONG}, og hvem av dere som gjør det først."}] * 6
    edit(tree / "measures/a1-begynn.yml", lambda measure: measure.update(actions=actions))
    assert slides_of(build(tree, tmp_path / "mye.pptx"))[7].slide_layout.name == "Tiltak med mye tekst"
    edit(tree / "measures/a1-begynn.yml", lambda measure: measure.update(actions=actions[:3]))
    assert slides_of(build(tree, tmp_path / "lite.pptx"))[7].slide_layout.name == "Tiltak"
