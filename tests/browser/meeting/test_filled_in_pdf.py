"""A filled-in PDF of the guide is opened as a meeting."""

from __future__ import annotations

import base64
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf, String
from playwright.sync_api import Page, expect

from roadmap.content.model import Roadmap
from roadmap.field_names import field_name
from roadmap.guide.answers import MESSAGES, Answers
from roadmap.guide.form import edition_of
from roadmap.guide.minutes import minutes
from tests.browser.meeting.page import HOSTILE, asked, choose_pdf, downloaded_markdown, fill, filled, kept, pdf_status
from tests.guide import forms
from tests.guide.twin import minutes_of_pdf

pytestmark = [pytest.mark.site, pytest.mark.browser]


@pytest.fixture(scope="module")
def blank_guide(roadmap: Roadmap, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return forms.finished(roadmap, tmp_path_factory.mktemp("guide") / "veileder.pdf")


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
    more = field_name("svar", asked(roadmap)[1].id)
    fill(tool, {more: "Mer"})
    tool.reload()
    expected = minutes(Answers(answers | {more: "Mer"}), roadmap, forms.TEMPLATES)
    assert downloaded_markdown(tool) == expected


def test_pdfs_that_are_dropped_together_are_all_opened(
    tool: Page, roadmap: Roadmap, blank_guide: Path, tmp_path: Path
) -> None:
    question = field_name("svar", asked(roadmap)[0].id)
    files = [
        base64.b64encode(forms.fill(blank_guide, {question: name}, tmp_path / f"{name}.pdf").read_bytes()).decode()
        for name in ("en", "to")
    ]
    tool.evaluate(
        """(files) => {
            const dataTransfer = new DataTransfer();
            for (const [place, text] of files.entries()) {
                const bytes = Uint8Array.from(atob(text), (one) => one.charCodeAt(0));
                dataTransfer.items.add(new File([bytes], `${["en", "to"][place]}.pdf`, { type: "application/pdf" }));
            }
            document.body.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
        }""",
        files,
    )
    expect(pdf_status(tool)).to_contain_text("«to.pdf» er åpnet")
    expect(pdf_status(tool)).to_contain_text("«en.pdf» er åpnet")
    assert [one["data"]["answers"] for one in sorted(kept(tool, "meeting"), key=lambda one: one["name"])] == [
        {question: "en"},
        {question: "to"},
    ]


def test_a_pdf_of_another_edition_says_so_and_keeps_what_the_guide_no_longer_asks(
    tool: Page, roadmap: Roadmap, tmp_path: Path
) -> None:
    fields = [
        Dictionary(T=String("svar/gammelt"), TU=String("9.9 Et *gammelt* spørsmål"), V=String(HOSTILE)),
        Dictionary(T=String("valg/constructor"), TU=String("Felt"), V=Array([String("a")])),
        Dictionary(T=String(field_name("svar", asked(roadmap)[0].id)), V=String("Hei")),
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
    name = field_name("svar", asked(roadmap)[0].id)
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
    fill(tool, {field_name("svar", asked(roadmap)[0].id): "Står"})
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
