"""The guide on screen: a meeting answers, the clock goes, and minutes and PDFs are as the command has them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import docx
import pikepdf
import pymupdf
import pytest
from axe_playwright_python.base import AXE_FILE_PATH
from pikepdf import Array, Dictionary, Name, Pdf, String
from playwright.sync_api import Page, expect

from roadmap import urls
from roadmap.content.model import Roadmap, Worksheet
from roadmap.field_names import CHECKED, field_name
from roadmap.guide.answers import MESSAGES, Answers
from roadmap.guide.form import edition_of, form_fields
from roadmap.guide.minutes import minutes
from tests.guide import forms
from tests.guide.twin import minutes_of_pdf

pytestmark = [pytest.mark.site, pytest.mark.browser]

TOOL = "/mote/"
BEGIN = "2026-11-27T09:00:00"
HOSTILE = '<img src=x onerror="document.title=1"> & *Ærlig* | 😀\n1. __proto__'
AXE_OPTIONS = {
    "resultTypes": ["violations"],
    "preload": False,
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "rules": {"label-content-name-mismatch": {"enabled": True}},
}


@pytest.fixture
def tool(page: Page) -> Page:
    page.goto(TOOL)
    return page


@pytest.fixture(scope="module")
def blank_guide(roadmap: Roadmap, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return forms.finished(roadmap, tmp_path_factory.mktemp("guide") / "veileder.pdf")


def deciding_sheet(roadmap: Roadmap) -> Worksheet:
    """One of empty rows, which decides something."""
    return next(sheet for sheet in roadmap.worksheets if sheet.decides and not roadmap.worksheet_rows(sheet)[0].title)


def filled(roadmap: Roadmap, text: str = "Vi prøver «først»\nog ser") -> dict[str, str]:
    """An answer of each kind."""
    texts = [question for question in roadmap.questions if not roadmap.question_options(question)]
    choices = [question for question in roadmap.questions if roadmap.question_options(question)]
    sheet = deciding_sheet(roadmap)
    row = roadmap.worksheet_rows(sheet)[0]
    decision = sheet.decides[0]
    group = roadmap.checklist.groups[0]
    return {
        field_name("svar", texts[0].id): text,
        field_name("valg", choices[0].id): roadmap.question_options(choices[0])[-1],
        field_name("svar", choices[0].id): text,
        field_name("ark", sheet.id, row.id, sheet.columns[0].id): text,
        field_name("ark", sheet.id, row.id, decision.column): f"{decision.answers[0].upper()}!",
        field_name("krav", group.id, group.checks[0].id): CHECKED,
        field_name("mangler", group.id): "Skilt på døren",
    }


def fill(page: Page, answers: Mapping[str, str]) -> None:
    """Writes, chooses and ticks, as a person does; what is folded away is opened first."""
    page.evaluate("document.querySelectorAll('[data-answers] details').forEach((one) => { one.open = true; })")
    for name, value in answers.items():
        if name.startswith(("valg/", "krav/")):
            page.locator(f'[name="{name}"][value="{value}"]').check()
        else:
            page.locator(f'[name="{name}"]').fill(value)


def downloaded(page: Page, button: str, *, exact: bool = False) -> bytes:
    with page.expect_download() as download:
        page.get_by_role("button", name=button, exact=exact).click()
    return Path(download.value.path()).read_bytes()


def downloaded_markdown(page: Page) -> str:
    page.get_by_text("Flere formater").evaluate("(summary) => { summary.parentElement.open = true; }")
    return downloaded(page, "Last ned som Markdown").decode()


def choose_pdf(page: Page, file: Path | dict[str, Any]) -> None:
    page.get_by_label("Åpne utfylt PDF").set_input_files(file)  # type: ignore[arg-type]


def pdf_status(page: Page) -> Any:
    return page.locator("[data-pdf-status]")


def kept(page: Page, kind: str) -> list[dict[str, Any]]:
    """What lies in the browser's storage of a kind."""
    stored = page.evaluate("({...localStorage})")
    return [json.loads(text) for key, text in stored.items() if key.startswith(f"veikart:{kind}:")]


def violations(page: Page) -> list[str]:
    page.evaluate(f"{AXE_FILE_PATH.read_text(encoding='utf-8')};0")
    found = page.evaluate("options => axe.run(document, options)", AXE_OPTIONS)["violations"]
    return [f"{one['id']}: {node['html'][:200]}" for one in found for node in one["nodes"]]


def test_every_field_of_the_guide_is_in_the_page(tool: Page, roadmap: Roadmap) -> None:
    names = set(tool.eval_on_selector_all("[data-answers] [name]", "all => all.map((one) => one.name)"))
    assert names == {field.name for field in form_fields(roadmap)}


def test_answers_are_there_again_after_a_reload(tool: Page, roadmap: Roadmap) -> None:
    answers = filled(roadmap)
    fill(tool, answers)
    tool.reload()
    for name, value in answers.items():
        if name.startswith(("valg/", "krav/")):
            expect(tool.locator(f'[name="{name}"][value="{value}"]')).to_be_checked()
        else:
            expect(tool.locator(f'[name="{name}"]')).to_have_value(value)
    expect(tool.locator("[data-chapter-state]").first).to_contain_text("1 av 2")


def test_the_minutes_are_those_of_the_command(tool: Page, roadmap: Roadmap) -> None:
    for text in ("Vi prøver", HOSTILE):
        answers = filled(roadmap, text)
        fill(tool, answers)
        expected = minutes(Answers(answers), roadmap, forms.TEMPLATES)
        assert downloaded_markdown(tool) == expected
    assert tool.title() != "1"
    expect(tool.locator("[data-minutes-shown]")).to_contain_text(
        '<img src=x onerror="document.title=1"> & *Ærlig* | 😀'
    )


def test_a_choice_can_be_taken_back(tool: Page, roadmap: Roadmap) -> None:
    question = next(question for question in roadmap.questions if roadmap.question_options(question))
    fill(tool, {field_name("valg", question.id): roadmap.question_options(question)[0]})
    tool.locator(f'[data-clear="valg/{question.id}"]').click()
    assert kept(tool, "meeting")[0]["data"]["answers"] == {}
    expect(tool.locator(f'[name="valg/{question.id}"]').first).to_be_focused()


def test_what_was_done_can_be_undone(tool: Page, roadmap: Roadmap) -> None:
    first, second = (tool.locator(f'[name="{field_name("svar", one.id)}"]') for one in roadmap.questions[:2])
    first.fill("Først")
    second.fill("Noe")
    tool.get_by_role("button", name="Angre").click()
    expect(second).to_have_value("")
    expect(first).to_have_value("Først")
    tool.get_by_role("button", name="Gjør om igjen").click()
    expect(second).to_have_value("Noe")


def test_empty_rows_come_as_they_are_needed(tool: Page, roadmap: Roadmap) -> None:
    sheet = deciding_sheet(roadmap)
    rows = roadmap.worksheet_rows(sheet)
    first = [tool.locator(f'[name="{field_name("ark", sheet.id, row.id, sheet.columns[0].id)}"]') for row in rows]
    for at, field in enumerate(first):
        expect(field).to_be_visible()
        assert [one.is_visible() for one in first[at + 1 :]] == [False] * len(first[at + 1 :])
        field.fill(f"Kontakt {at}")
    tool.reload()
    assert all(field.is_visible() for field in first)


def test_the_minutes_as_a_word_file_are_read_by_another_program(tool: Page, roadmap: Roadmap, tmp_path: Path) -> None:
    answers = filled(roadmap, HOSTILE)
    fill(tool, answers)
    file = tmp_path / "notat.docx"
    file.write_bytes(downloaded(tool, "Last ned som Word"))
    document = docx.Document(str(file))
    texts = [paragraph.text for paragraph in document.paragraphs]
    assert texts[0] == "Notat fra møtet om video i pasientforløpet"
    assert HOSTILE in texts
    first = roadmap.chapters[0]
    headings = [one.text for one in document.paragraphs if one.style and one.style.name == "Heading 1"]
    assert f"{first.chapter} {first.title}" in headings
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    assert HOSTILE.replace("\n", " / ") in cells


def test_the_minutes_are_copied_as_text(tool: Page, roadmap: Roadmap) -> None:
    tool.context.grant_permissions(["clipboard-read", "clipboard-write"])
    fill(tool, filled(roadmap, HOSTILE))
    tool.get_by_role("button", name="Kopier teksten").click()
    expect(tool.locator("[data-minutes-status]")).to_have_text("Notatet er kopiert.")
    copied = tool.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("NOTAT FRA MØTET OM VIDEO I PASIENTFORLØPET\n\nVALGT\n\n")
    assert HOSTILE in copied


def test_on_paper_the_page_is_its_minutes(tool: Page, roadmap: Roadmap, tmp_path: Path) -> None:
    fill(tool, filled(roadmap, "Bare dette"))
    tool.get_by_role("button", name="Start klokka").click()
    tool.pdf(path=tmp_path / "notat.pdf")
    with pymupdf.open(tmp_path / "notat.pdf") as document:
        text = " ".join(" ".join(page.get_text() for page in document).split())
    assert "Notat fra møtet om video i pasientforløpet" in text
    assert "Bare dette" in text
    for other in ("Neste kapittel", "Slik bruker dere siden", "Flere spørsmål", "Lagret bare"):
        assert other not in text


def test_a_filled_in_pdf_gives_the_minutes_of_the_command_and_can_be_gone_on_with(
    tool: Page, roadmap: Roadmap, blank_guide: Path, tmp_path: Path
) -> None:
    answers = filled(roadmap, HOSTILE)
    file = forms.fill(blank_guide, answers, tmp_path / "Møtet <b>vårt.pdf")
    choose_pdf(tool, file)
    expect(pdf_status(tool)).to_contain_text(
        f"«{file.name}» er åpnet som et nytt møte, med {len(answers)} utfylte felt."
    )
    assert downloaded_markdown(tool) == minutes_of_pdf(file, roadmap)
    expect(tool.get_by_label("Åpen nå").locator("option:checked")).to_have_text("Møtet <b>vårt")
    more = field_name("svar", roadmap.questions[1].id)
    fill(tool, {more: "Mer"})
    tool.reload()
    expected = minutes(Answers(answers | {more: "Mer"}), roadmap, forms.TEMPLATES)
    assert downloaded_markdown(tool) == expected


def test_a_pdf_of_another_edition_says_so_and_keeps_what_the_guide_no_longer_asks(
    tool: Page, roadmap: Roadmap, tmp_path: Path
) -> None:
    fields = [
        Dictionary(T=String("svar/gammelt"), TU=String("9.9 Et *gammelt* spørsmål"), V=String(HOSTILE)),
        Dictionary(T=String("valg/constructor"), TU=String("Felt"), V=Array([String("a")])),
        Dictionary(T=String(field_name("svar", roadmap.questions[0].id)), V=String("Hei")),
    ]
    with Pdf.new() as document:
        document.add_blank_page()
        document.Root.AcroForm = Dictionary(Fields=Array(fields))
        document.docinfo["/VeikartUtgave"], document.docinfo["/VeikartSkjema"] = String("0.1"), String("x")
        document.save(tmp_path / "gammel.pdf")
    choose_pdf(tool, tmp_path / "gammel.pdf")
    expect(pdf_status(tool)).to_contain_text("er åpnet")
    tool.reload()
    made = downloaded_markdown(tool)
    assert made == minutes_of_pdf(tmp_path / "gammel.pdf", roadmap)
    assert "er utgave 0.1." in made
    assert "9.9 Et \\*gammelt\\* spørsmål" in made


def test_a_pdf_can_be_dropped_anywhere_on_the_page(
    tool: Page, roadmap: Roadmap, blank_guide: Path, tmp_path: Path
) -> None:
    name = field_name("svar", roadmap.questions[0].id)
    file = forms.fill(blank_guide, {name: "Sluppet"}, tmp_path / "sluppet.pdf")
    dropped = tool.evaluate_handle(
        """(bytes) => {
            const transfer = new DataTransfer();
            transfer.items.add(new File([new Uint8Array(bytes)], "sluppet.pdf", { type: "application/pdf" }));
            return transfer;
        }""",
        list(file.read_bytes()),
    )
    tool.dispatch_event("h1", "dragover", {"dataTransfer": dropped})
    tool.dispatch_event("h1", "drop", {"dataTransfer": dropped})
    expect(tool.locator(f'[name="{name}"]')).to_have_value("Sluppet")


def test_what_is_no_filled_in_guide_is_refused_in_the_words_of_the_command(
    tool: Page, roadmap: Roadmap, blank_guide: Path, tmp_path: Path
) -> None:
    fill(tool, {field_name("svar", roadmap.questions[0].id): "Står"})
    with pikepdf.open(blank_guide) as document:
        document.save(tmp_path / "locked.pdf", encryption=pikepdf.Encryption(owner="a", user="b"))
        for field in document.Root.AcroForm.Fields:
            field.T = String(str(field.T).replace("/", "-"))
        document.save(tmp_path / "too_old.pdf")
    with Pdf.new() as document:
        document.add_blank_page()
        document.Root.AcroForm = Dictionary(Fields=Array([Dictionary(T=String("navn"), V=Name.Off)]))
        document.save(tmp_path / "another.pdf")
    (tmp_path / "unreadable.pdf").write_bytes(b"%PDF-1.7\n" + b"\0" * 100_000)
    for reason in ("locked", "too_old", "another", "unreadable"):
        choose_pdf(tool, tmp_path / f"{reason}.pdf")
        said = MESSAGES[reason].format(edition=edition_of(roadmap).edition)
        sentence = f"{said[0].upper()}{said[1:]}."
        expect(pdf_status(tool)).to_have_text(f"«{reason}.pdf» ble ikke åpnet. {sentence}")
    choose_pdf(tool, {"name": "stor.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7\n" + b"\0" * 20_000_000})
    expect(pdf_status(tool)).to_contain_text("Fila er større enn 20 MB")
    assert len(kept(tool, "meeting")) == 1


def test_a_pdf_that_nobody_filled_in_makes_no_meeting(tool: Page, blank_guide: Path) -> None:
    choose_pdf(tool, blank_guide)
    expect(pdf_status(tool)).to_contain_text(f"«{blank_guide.name}» er tom, og ingenting er laget.")
    assert kept(tool, "meeting") == []


def test_a_pdf_with_what_can_tell_who_somebody_is_gets_warnings_in_the_fields_and_in_the_status(
    tool: Page, roadmap: Roadmap, blank_guide: Path, tmp_path: Path
) -> None:
    plain, *others = [question for question in roadmap.questions if not roadmap.question_options(question)]
    folded = next(question for question in others if not question.starred)
    names = [field_name("svar", question.id) for question in (plain, folded)]
    choose_pdf(tool, forms.fill(blank_guide, dict.fromkeys(names, "Ring 912 34 567"), tmp_path / "telefon.pdf"))
    expect(pdf_status(tool)).to_contain_text("2 felt kan røpe hvem noen er.")
    expect(tool.locator(".private-warning:visible")).to_have_count(2)
    tool.get_by_role("button", name="Slett møtet", include_hidden=True).evaluate("(button) => button.click()")
    expect(tool.locator(".private-warning")).to_have_count(0)


def test_a_file_that_takes_long_is_said_to_be_read_before_it_is(tool: Page, blank_guide: Path) -> None:
    tool.evaluate(
        """() => {
            globalThis.seen = [];
            const look = () => {
                seen.push(document.querySelector("[data-pdf-status]").textContent);
                requestAnimationFrame(look);
            };
            look();
        }"""
    )
    choose_pdf(tool, blank_guide)
    expect(pdf_status(tool)).to_contain_text("er tom")
    assert f"Leser «{blank_guide.name}» …" in tool.evaluate("seen")


ABOUT = {
    "Dato": ("2026-12-10", "10. desember 2026"),
    "Pasientforløp": ("Hofte <b>& kne", "Hofte <b>& kne"),
    "Enhet": ("Ortopedisk *poliklinikk*", "Ortopedisk *poliklinikk*"),
    "Til stede": ("Leder, to behandlere", "Leder, to behandlere"),
}


def tell_of_the_meeting(page: Page) -> None:
    for label, (value, _) in ABOUT.items():
        page.locator("[data-about-meeting]").get_by_label(label, exact=True).fill(value)


def test_the_minutes_say_which_meeting_it_was(tool: Page, roadmap: Roadmap, tmp_path: Path) -> None:
    answers = filled(roadmap)
    fill(tool, answers)
    tell_of_the_meeting(tool)
    tool.reload()
    lines = [f"{label}: {shown}" for label, (_, shown) in ABOUT.items()]
    expect(tool.locator("[data-minutes-shown] > p").first).to_have_text("".join(lines))
    tool.context.grant_permissions(["clipboard-read", "clipboard-write"])
    tool.get_by_role("button", name="Kopier teksten").click()
    expect(tool.locator("[data-minutes-status]")).to_have_text("Notatet er kopiert.")
    copied = tool.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("NOTAT FRA MØTET OM VIDEO I PASIENTFORLØPET\n\n" + "\n".join(lines) + "\n\nVALGT")
    file = tmp_path / "notat.docx"
    file.write_bytes(downloaded(tool, "Last ned som Word"))
    document = docx.Document(str(file))
    assert document.paragraphs[1].text == "\n".join(lines)
    footer = document.sections[0].footer.paragraphs[0].text
    assert footer.startswith("Notat fra møtet om video i pasientforløpet, Hofte <b>& kne, 10. desember 2026\t")
    markdown = downloaded_markdown(tool)
    assert "**Dato:** 10. desember 2026  \n**Pasientforløp:** Hofte &lt;b>& kne  \n" in markdown
    taken = json.loads(downloaded(tool, "Last ned", exact=True))
    assert taken["data"]["about"]["present"] == "Leder, to behandlere"
    for label in ABOUT:
        tool.locator("[data-about-meeting]").get_by_label(label, exact=True).fill("")
    assert downloaded_markdown(tool) == minutes(Answers(answers), roadmap, forms.TEMPLATES)


def test_a_meeting_from_before_it_said_which_it_was_opens(tool: Page) -> None:
    data = {"answers": {}, "about": {"date": "2026-02-31", "unit": 3, "present": "Leder"}}
    text = json.dumps({"format": "veikart", "kind": "meeting", "version": 1, "name": "Før", "data": data})
    for odd in (text, text.replace('"about"', '"noe"')):
        file = {"name": "for.json", "mimeType": "application/json", "buffer": odd.encode()}
        tool.locator("[data-document-open]").set_input_files(file)  # type: ignore[arg-type]
        expect(tool.locator("[data-document-status]")).to_contain_text("er åpnet")
    assert sorted(meeting["data"]["about"]["present"] for meeting in kept(tool, "meeting")) == ["", "Leder"]
    assert {meeting["data"]["about"]["date"] for meeting in kept(tool, "meeting")} == {""}


def test_a_wide_table_has_a_page_that_lies_in_the_word_file(tool: Page, roadmap: Roadmap, tmp_path: Path) -> None:
    sheet = max(roadmap.worksheets, key=lambda one: len(one.columns))
    row = roadmap.worksheet_rows(sheet)[0]
    fill(
        tool,
        {field_name("ark", sheet.id, row.id, column.id): "Poliklinikken undersøker" for column in sheet.columns},
    )
    file = tmp_path / "notat.docx"
    file.write_bytes(downloaded(tool, "Last ned som Word"))
    sections = docx.Document(str(file)).sections
    assert [(section.page_width or 0) > (section.page_height or 0) for section in sections] == [False, True, False]


def test_a_file_taken_away_comes_back_on_another_machine(tool: Page, roadmap: Roadmap, tmp_path: Path) -> None:
    answers = filled(roadmap, HOSTILE)
    fill(tool, answers)
    file = tmp_path / "mote.json"
    file.write_bytes(downloaded(tool, "Last ned", exact=True))
    tool.evaluate("localStorage.clear()")
    tool.reload()
    tool.locator("[data-document-open]").set_input_files(file)
    expect(tool.locator("[data-document-status]")).to_contain_text("er åpnet")
    expected = minutes(Answers(answers), roadmap, forms.TEMPLATES)
    assert downloaded_markdown(tool) == expected


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ({"answers": {"svar/__proto__": "Et", "svar/constructor": HOSTILE, "x": "nei", "svar/y": 3}}, "2 av radene"),
        (
            {"answers": {"__proto__": "nei"}, "clock": {"chapter": 999, "since": "i går"}, "former": [3, {}]},
            "1 av radene",
        ),
        ({"answers": []}, "ikke en fil fra verktøyene"),
        ("x", "ikke en fil fra verktøyene"),
    ],
)
def test_an_odd_file_does_no_harm(data: Any, said: str, tool: Page) -> None:
    text = json.dumps({"format": "veikart", "kind": "meeting", "version": 1, "name": HOSTILE, "data": data})
    file = {"name": "rar.json", "mimeType": "application/json", "buffer": text.encode()}
    tool.locator("[data-document-open]").set_input_files(file)  # type: ignore[arg-type]
    expect(tool.locator("[data-document-status]")).to_contain_text(said)
    assert tool.title() != "1"
    if "constructor" in text:
        expect(tool.locator("[data-minutes-shown]")).to_contain_text("svar/constructor: <img src=x")


def test_what_can_tell_who_somebody_is_gets_a_warning_in_the_field(tool: Page, roadmap: Roadmap) -> None:
    field = tool.locator(f'[name="{field_name("svar", roadmap.questions[0].id)}"]')
    field.fill("Ring 912 34 567")
    expect(tool.locator(".private-warning")).to_contain_text("Dette kan røpe hvem noen er")
    field.fill("Ring sentralbordet")
    expect(tool.locator(".private-warning")).to_have_count(0)


def test_measures_of_the_questions_are_added_to_the_plan(tool: Page, roadmap: Roadmap) -> None:
    question = next(question for question in roadmap.questions if question.measures)
    fill(tool, {field_name("svar", question.id): "Ja"})
    measure = roadmap.measure(question.measures[0])
    button = tool.locator("[data-measures-answered]").get_by_role("button", name=f"{measure.id} {measure.title}")
    button.click()
    expect(tool.locator("[data-measures-status]")).to_have_text(f"{measure.id} er lagt til i «Vår plan».")
    expect(button).to_have_text("Står i planen")
    expect(button).to_be_focused()
    assert [plan["data"]["measures"][measure.id]["chosen"] for plan in kept(tool, "plan")] == [True]
    tool.reload()
    expect(button).to_have_text("Står i planen")


def clock_at(page: Page) -> tuple[str, str, str]:
    parts = ("[data-clock-chapter]", "[data-clock-left]", "[data-clock-meeting]")
    chapter, left, meeting = (page.locator(part).inner_text() for part in parts)
    return chapter, left, meeting


def test_the_clock_goes_by_the_time_of_day(page: Page, roadmap: Roadmap) -> None:
    first, second = roadmap.chapters[:2]
    whole = roadmap.guide_front.minutes
    page.clock.install(time=BEGIN)
    page.goto(TOOL)
    assert clock_at(page) == ("Klokka er ikke startet.", "", f"Møtet: {whole} min igjen.")
    page.get_by_role("button", name="Start klokka").click()
    page.clock.run_for("02:30")
    expected = (f"{first.chapter} {first.title}", f"{first.minutes - 2} min igjen", f"Møtet: {whole - 2} min igjen.")
    assert clock_at(page) == expected
    page.get_by_role("button", name="Pause").click()
    page.clock.run_for("30:00")
    page.reload()
    assert clock_at(page) == expected
    page.get_by_role("button", name="Fortsett").click()
    page.get_by_role("button", name="+5 min").click()
    page.get_by_role("button", name="+1 min").click()
    assert clock_at(page)[1] == f"{first.minutes + 4} min igjen"
    page.get_by_role("button", name="Neste kapittel").click()
    assert clock_at(page)[:2] == (f"{second.chapter} {second.title}", f"{second.minutes} min igjen")
    expect(page.get_by_role("heading", name=f"{second.chapter} {second.title}").first).to_be_focused()
    page.clock.fast_forward("01:10")
    page.reload()
    assert clock_at(page)[1] == f"{second.minutes - 1} min igjen"


LISTEN = """() => {
    globalThis.said = [];
    for (const element of document.querySelectorAll("[role=status], [aria-live]")) {
        const listener = new MutationObserver(() => said.push(element.textContent));
        listener.observe(element, { childList: true, characterData: true, subtree: true });
    }
}"""


def test_a_chapter_that_runs_over_is_told_of_once_and_calmly(page: Page, roadmap: Roadmap) -> None:
    minutes_of_first = roadmap.chapters[0].minutes
    page.clock.install(time=BEGIN)
    page.goto(TOOL)
    page.evaluate(LISTEN)
    page.get_by_role("button", name="Start klokka").click()
    page.clock.run_for((minutes_of_first * 60 - 1) * 1000)
    assert page.evaluate("said") == []
    assert clock_at(page)[1] == "Under 1 min igjen"
    page.clock.run_for("05:00")
    over = "Tiden for kapittel 1 er ute. Skriv det som gjenstår, på listen «Uavklart», og gå videre."
    assert page.evaluate("said") == [over]
    assert clock_at(page)[1] == "4 min over tiden"
    assert "Kapitlene som gjenstår, mangler 5 min." in clock_at(page)[2]
    page.get_by_role("link", name="Uavklart").click()
    expect(page.locator("#ark-uavklart")).to_be_in_viewport()
    page.get_by_role("button", name="Neste kapittel").click()
    assert page.evaluate("said") == [over, ""]


def test_the_last_chapter_has_no_next(page: Page, roadmap: Roadmap) -> None:
    page.clock.install(time=BEGIN)
    page.goto(TOOL)
    page.get_by_role("button", name="Start klokka").click()
    for _ in roadmap.chapters[1:]:
        page.get_by_role("button", name="Neste kapittel").click()
    expect(page.get_by_role("button", name="Neste kapittel")).to_be_hidden()
    expect(page.get_by_role("button", name="Pause")).to_be_visible()
    page.clock.run_for("59:00")
    expect(page.locator("[data-clock-said]")).to_contain_text("Les opp avtalene")
    page.get_by_role("button", name="Pause").click()
    page.get_by_role("button", name="Nullstill").click()
    assert clock_at(page)[0] == "Klokka er ikke startet."
    expect(page.get_by_role("button", name="Start klokka")).to_be_focused()


@pytest.mark.parametrize(("width", "height"), [(390, 800), (1440, 900), (1920, 1080)])
def test_the_next_chapter_comes_to_stand_right_below_the_clock(
    width: int, height: int, tool: Page, roadmap: Roadmap
) -> None:
    tool.set_viewport_size({"width": width, "height": height})
    tool.get_by_role("button", name="Start klokka").click()
    for chapter in roadmap.chapters[1:]:
        tool.get_by_role("button", name="Neste kapittel").click()
        heading = tool.locator(f"#kapittel-{chapter.chapter}-tittel")
        expect(heading).to_be_focused()
        bar, place = tool.locator("[data-clock]").bounding_box(), heading.bounding_box()
        assert bar and place
        assert 0 <= place["y"] - (bar["y"] + bar["height"]) < 40


def is_large(page: Page) -> bool:
    return page.get_by_role("button", name="Vis på storskjerm").get_attribute("aria-pressed") == "true"


def test_on_a_large_screen_the_meeting_has_all_of_it(tool: Page, roadmap: Roadmap) -> None:
    tool.set_viewport_size({"width": 1920, "height": 1080})
    tool.get_by_role("button", name="Start klokka").click()
    sheet = max(roadmap.worksheets, key=lambda one: len(one.columns))
    cell = tool.locator(f'[name^="ark/{sheet.id}/"]').first
    left = tool.locator("[data-clock-left]")
    size = "(one) => [one.offsetWidth, parseFloat(getComputedStyle(one).fontSize)]"
    before = (cell.evaluate(size), left.evaluate(size))
    tool.get_by_role("button", name="Vis på storskjerm").click()
    assert is_large(tool)
    for one in ("header", "footer"):
        expect(tool.get_by_role("banner" if one == "header" else "contentinfo")).to_be_hidden()
    expect(tool.locator(".section-nav")).to_be_hidden()
    after = (cell.evaluate(size), left.evaluate(size))
    assert after[0][0] > 1.8 * before[0][0]
    assert after[0][1] > 1.3 * before[0][1]
    assert after[1][1] > 2 * before[1][1]
    bar = tool.locator("[data-clock]").bounding_box()
    assert bar and bar["width"] > 0.9 * 1920
    assert bar["height"] < 1080 / 5
    tool.reload()
    assert is_large(tool)
    other = tool.context.new_page()
    other.goto(tool.url)
    assert not is_large(other)
    other.close()
    tool.keyboard.press("Escape")
    assert not is_large(tool)
    expect(tool.get_by_role("banner")).to_be_visible()
    tool.reload()
    assert not is_large(tool)


def test_escape_in_a_dialog_keeps_the_meeting_large(tool: Page) -> None:
    tool.get_by_role("button", name="Vis på storskjerm").click()
    tool.get_by_text("Flere valg").click()
    tool.get_by_role("button", name="Nytt møte").click()
    expect(tool.get_by_role("dialog")).to_be_visible()
    tool.keyboard.press("Escape")
    expect(tool.get_by_role("dialog")).to_be_hidden()
    assert is_large(tool)


def test_what_the_reader_looks_at_stays_when_the_meeting_gets_large(tool: Page, roadmap: Roadmap) -> None:
    tool.set_viewport_size({"width": 1920, "height": 1080})
    tool.get_by_role("button", name="Start klokka").click()
    tool.locator("#kapittel-4").get_by_role("button", name="Still klokka hit").click()
    button = tool.get_by_role("button", name="Vis på storskjerm")
    for _ in range(2):
        button.click()
        expect(tool.locator("#kapittel-4-tittel")).to_be_in_viewport()


COVERED = """() => {
    const field = document.activeElement.getBoundingClientRect();
    const bar = document.querySelector("[data-clock]").getBoundingClientRect();
    const isOwn = document.querySelector("[data-clock]").contains(document.activeElement);
    const isCovered = !isOwn && field.top < bar.bottom - 1 && field.bottom > bar.top;
    return isCovered ? document.activeElement.outerHTML.slice(0, 200) : "";
}"""


@pytest.mark.parametrize("width", [390, 1440])
def test_a_meeting_is_held_by_the_keyboard_alone_and_the_clock_covers_no_field(
    width: int, tool: Page, roadmap: Roadmap
) -> None:
    tool.set_viewport_size({"width": width, "height": 800})
    start = tool.get_by_role("button", name="Start klokka")
    while not start.evaluate("(one) => one === document.activeElement"):
        tool.keyboard.press("Tab")
    tool.keyboard.press("Enter")
    expect(tool.get_by_role("button", name="Pause")).to_be_focused()
    tool.keyboard.press("Tab")
    tool.keyboard.press("Enter")
    expect(tool.locator("#kapittel-2-tittel")).to_be_focused()
    covered = []
    for press in ["Tab"] * 25 + ["Shift+Tab"] * 20:
        tool.keyboard.press(press)
        covered.append(tool.evaluate(COVERED))
    assert [one for one in covered if one] == []
    tool.get_by_role("button", name="Neste kapittel").focus()
    tool.keyboard.press("Enter")
    while tool.evaluate("document.activeElement.tagName") != "TEXTAREA":
        tool.keyboard.press("Tab")
    tool.keyboard.type("Skrevet uten mus")
    with tool.expect_download():
        tool.keyboard.press("Control+s")
    assert list(kept(tool, "meeting")[0]["data"]["answers"].values()) == ["Skrevet uten mus"]


def test_the_clock_stays_in_sight_and_is_small_on_a_phone(tool: Page) -> None:
    tool.set_viewport_size({"width": 390, "height": 800})
    tool.get_by_role("button", name="Start klokka").click()
    tool.locator("#kapittel-5-tittel").scroll_into_view_if_needed()
    bar = tool.locator("[data-clock]").bounding_box()
    assert bar is not None
    assert 0 <= bar["y"] < 2
    assert bar["height"] < 800 / 5


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("width", [320, 390, 1440, 1920])
def test_nothing_needs_to_be_scrolled_sideways(width: int, large: bool, tool: Page, roadmap: Roadmap) -> None:
    if large:
        tool.get_by_role("button", name="Vis på storskjerm").click()
    tool.set_viewport_size({"width": width, "height": 800})
    fill(tool, filled(roadmap, "Enlangordsomikkekandeles" * 20))
    tool.get_by_role("button", name="Start klokka").click()
    assert tool.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1440])
def test_axe_finds_nothing_in_any_state(width: int, scheme: Any, page: Page, roadmap: Roadmap) -> None:
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 900})
    page.clock.install(time=BEGIN)
    page.goto(TOOL)
    assert violations(page) == []
    fill(page, filled(roadmap, "Ring 912 34 567"))
    page.locator("details:not([open])").evaluate_all("all => all.forEach((one) => { one.open = true; })")
    page.get_by_role("button", name="Start klokka").click()
    page.clock.run_for("59:00")
    choose_pdf(page, {"name": "feil.pdf", "mimeType": "application/pdf", "buffer": b"x"})
    expect(pdf_status(page)).to_contain_text("«feil.pdf» ble ikke åpnet.")
    assert violations(page) == []
    page.locator("[data-large]").evaluate("(button) => button.click()")
    assert violations(page) == []
    page.get_by_role("button", name="Nytt møte").click()
    expect(page.get_by_role("dialog")).to_be_visible()
    assert violations(page) == []


def test_without_scripts_the_paper_is_shown_the_way_to(page_without_scripts: Page, roadmap: Roadmap) -> None:
    page_without_scripts.goto(TOOL)
    links = page_without_scripts.locator(".without-script a").evaluate_all("all => all.map((one) => one.href)")
    for file in (urls.MEETING_PDF, *(urls.worksheet_pdf(sheet.id) for sheet in roadmap.worksheets)):
        assert [link for link in links if link.endswith(file)], file
    expect(page_without_scripts.locator("[data-answers]")).to_be_hidden()
