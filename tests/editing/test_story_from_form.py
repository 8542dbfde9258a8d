"""A form that somebody filled in on GitHub or GitLab becomes a story, or a list of all that is wrong with it."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from roadmap.__main__ import main
from roadmap.content.problems import ContentError
from roadmap.content.source import read_tree
from roadmap.editing.fields import known_of
from roadmap.editing.filled_form import read_form
from roadmap.editing.forms import form_files, read_forms
from roadmap.editing.prompts import read_prompts
from tests.conftest import ROOT
from tests.editing.conftest import TEXT

TEMPLATES = ROOT / "templates"
CONFIRMED = [item for form in read_forms(TEMPLATES) if form.confirmations for item in form.confirmations.items]
ANSWERS = {
    "Tittel": "Vi fikk det til",
    "Sammendrag": "Vi prøvde, og det gikk bra for pasientene.",
    "Helseforetak": "Helse Møre og Romsdal",
    "Fagområde": "Somatikk",
    "Rolle": "_No response_",
    "Tiltak": "A1 Begynn, B1 Fortsett",
    "Dato": "10. desember 2020",
    "Samtykke": "Ingen kan kjennes igjen i historien",
    "Hvor samtykket er arkivert": "_No response_",
    "Når samtykket ble gitt": "_No response_",
    "Personvern": "\n".join(f"- [x] {item}" for item in CONFIRMED),
    "Historien": TEXT,
}
FILE = "stories/vi-fikk-det-til.md"


@pytest.fixture(autouse=True)
def without_a_dictionary(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")


def filled(**changed: str | None) -> str:
    """The form as GitHub writes it; ``None`` leaves a heading out."""
    answers = ANSWERS | {name.replace("_", " "): answer for name, answer in changed.items()}
    return "\n\n".join(f"### {label}\n\n{answer}" for label, answer in answers.items() if answer is not None) + "\n"


@pytest.fixture
def run(content: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, list[str]]]:
    """Runs the command on a form; its exit code, and what it says, with the lines of the form."""

    def run_on(form: str | bytes, *options: str) -> tuple[int, list[str]]:
        file = tmp_path / "skjema.md"
        file.write_bytes(form if isinstance(form, bytes) else form.encode())
        code = main(["story-from-form", str(file), str(content), *options])
        return code, capsys.readouterr().err.replace(f"{file}:", "").splitlines()

    return run_on


def test_a_filled_form_becomes_a_story(run: Callable[..., tuple[int, list[str]]], content: Path) -> None:
    assert run(filled()) == (0, [])
    story = next(entry.value for entry in read_tree(content).stories if entry.file == content / FILE)
    assert (story.title, story.trust, story.field, story.role) == ("Vi fikk det til", "hmr", "somatikk", None)
    assert (story.measures, str(story.date), story.consent) == (["A1", "B1"], "2020-12-10", "ikke_relevant")
    assert story.body == f"{TEXT}\n"
    assert main(["check", str(content)]) == 0


def test_the_form_is_read_from_what_is_piped_in(
    content: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(filled().encode()), encoding="utf-8"))
    assert main(["story-from-form", "-", str(content), "--dry-run"]) == 0
    assert capsys.readouterr().out.startswith("---\ntitle: Vi fikk det til\n")
    assert not (content / FILE).exists()


@pytest.mark.parametrize(
    "form",
    [
        filled().replace("\n", "\r\n"),
        "\ufeff" + filled(),
        "Hei!\n\n" + filled(),
        filled().replace("### ", "##   ").replace("Tittel", "TITTEL :"),
        re.sub("(?m)^", "> ", filled()),
        re.sub("(?m)^", ">> ", filled()),
        filled(Tittel="> Vi fikk det til"),
        filled(Tittel="<!-- Skriv her -->\nVi fikk det til"),
        filled(Tiltak="a1 og b1", Dato="10.12.2020", Helseforetak="hmr"),
        filled(Tiltak="- [x] A1 Begynn\n- [ ] A2 Si fra\n- [X] B1 Fortsett", Samtykke="- [x] Ingen kan kjennes igjen"),
    ],
)
def test_forms_that_passed_through_many_hands_are_read_alike(
    form: str, run: Callable[..., tuple[int, list[str]]], content: Path
) -> None:
    assert run(form) == (0, [])
    story = next(entry.value for entry in read_tree(content).stories if entry.file == content / FILE)
    assert (story.title, story.measures, str(story.date)) == ("Vi fikk det til", ["A1", "B1"], "2020-12-10")
    assert story.body.strip() == TEXT


def test_headings_and_code_in_the_story_are_its_own(run: Callable[..., tuple[int, list[str]]], content: Path) -> None:
    story = f"## Slik gikk det\n\n### Tittel\n\n{TEXT}\n\n```\n### Rolle\n```\n\n- [x] Ferdig\n- [ ] Ikke ferdig"
    assert run(filled(Historien=story, Rolle=None)) == (0, [])
    assert (content / FILE).read_text(encoding="utf-8").endswith(f"---\n{story}\n")


def test_all_that_is_wrong_is_said_at_once_at_its_line(
    run: Callable[..., tuple[int, list[str]]], content: Path
) -> None:
    form = filled(
        Tittel="x" * 81,
        Sammendrag=None,
        Helseforetak="Helse Mør og Romsdal",
        Fagområde="- [x] Somatikk\n- [x] Psykisk helsevern",
        Tiltak="A9",
        Dato="i fjor",
        Samtykke="_No response_",
        Personvern=f"- [ ] {CONFIRMED[0]}\n- [x] {CONFIRMED[1]}",
        Historien="For kort. <b>Fet</b>\n\n[uten mål](nei.md)",
    )
    code, said = run(form)
    assert (code, (content / FILE).exists()) == (1, False)
    assert said == [
        "1: «Sammendrag» mangler – skriv overskriften «### Sammendrag» med svaret under",
        "1: «Tittel» er 81 tegn – kort teksten ned til høyst 80",
        "5: «Helseforetak» kan ikke være «Helse Mør og Romsdal» – mente du «Helse Møre og Romsdal»?",
        "9: «Fagområde» har 2 svar – la ett av dem stå",
        "18: tiltak «A9» finnes ikke – bruk «A1», «A2» eller «B1»",
        "22: «Dato» er ikke en dato – skriv år-måned-dag, for eksempel 2026-11-22",
        "26: «Samtykke» mangler – velg ett av svarene",
        f"38: «{CONFIRMED[0]}» er ikke krysset av – spør den som sendte skjemaet, og sett kryss: - [x]",
        "45: HTML-merket «<b>» er ikke tillatt – skriv ren Markdown",
        "45: historien er på 7 ord – skriv 120–250",
        "47: lenken til «nei.md» fører ingen steder – skriv veien til sidens fil, for eksempel «../measures/a1.md»",
        "Ingenting er lagret.",
    ]


@pytest.mark.parametrize(
    ("form", "message"),
    [
        (b"### Tittel\n\n\xff\xfe", "fila er ikke lagret som UTF-8"),
        (b"a" * 1_000_001, "fila er på 1,0 MB"),
        (b"", "«Tittel» mangler"),
        (filled() + "\n### Tittel\n".replace("### Tittel", "\u202e"), "et usynlig tegn"),
        (filled(Tittel="En tittel\n\n### Tittel\n\nEn til"), "overskriften «Tittel» står to ganger"),
        (filled(Tittel="En tittel\n\n### Sammendraget\n\nEn til"), "hører ikke til skjemaet – mente du «Sammendrag»?"),
        (filled(Samtykke="Noen kan kjennes igjen, og har sagt ja"), "«Hvor samtykket er arkivert» mangler"),
        (filled(Samtykke="Noen kan kjennes igjen, og har sagt ja"), "«Når samtykket ble gitt» mangler"),
        (filled(Hvor_samtykket_er_arkivert="Arkivet"), "«Hvor samtykket er arkivert» hører sammen med"),
    ],
)
def test_a_form_that_cannot_be_used_is_refused(
    form: str | bytes, message: str, run: Callable[..., tuple[int, list[str]]], content: Path
) -> None:
    code, said = run(form)
    assert (code, (content / FILE).exists()) == (1, False)
    assert any(message in line for line in said), said


@pytest.mark.parametrize("label", ANSWERS)
def test_a_private_number_anywhere_in_a_form_is_refused_and_not_repeated(
    label: str, run: Callable[..., tuple[int, list[str]]], content: Path
) -> None:
    number = "13097248022"
    code, said = run(filled(**{label: f"{ANSWERS[label]} {number}"}))
    if label in ("Rolle", "Hvor samtykket er arkivert", "Når samtykket ble gitt", "Personvern"):
        assert code == 1
    assert (code == 0) == ((content / FILE).exists() and number not in (content / FILE).read_text(encoding="utf-8"))
    assert number not in "".join(said)


def test_whoever_makes_a_story_of_a_private_form_is_told_to_delete_it(
    run: Callable[..., tuple[int, list[str]]], content: Path
) -> None:
    code, said = run(filled(Historien=f"{TEXT} Pasienten er 130972 48022."))
    assert code == 1
    assert said[-2].startswith("Det private står også i saken")
    assert not any(part in "".join(said) for part in ("130972", "48022"))


def test_the_template_on_gitlab_is_read_when_it_is_filled_in(
    run: Callable[..., tuple[int, list[str]]], content: Path
) -> None:
    template = form_files(known_of(read_tree(content)), TEMPLATES)[".gitlab/issue_templates/Historie.md"]
    code, said = run(template)
    assert code == 1
    # All that must be answered, the two confirmations, and the length of the story that is not there.
    assert sum("mangler" in line for line in said) == 7
    assert sum("krysset av" in line for line in said) == len(CONFIRMED)
    for label, answer in ANSWERS.items():
        if answer.startswith("_No") or label in ("Tiltak", "Personvern"):
            continue
        if f"- [ ] {answer}" in template:
            template = template.replace(f"- [ ] {answer}", f"- [x] {answer}")
        else:
            template = re.sub(rf"(### {label}\n\n<!--.*?-->\n)", rf"\1\n{answer}\n", template)
    for box in ("A1 Begynn", "B1 Fortsett", *CONFIRMED):
        template = template.replace(f"- [ ] {box}", f"- [x] {box}")
    assert run(template) == (0, [])


@pytest.mark.parametrize("piece", ["<!--", "> ", "### Tittel\n", "```\n", "- [x] ", "#" * 9 + "\n", "A1 ", "[", "*"])
def test_the_largest_forms_are_refused_too(piece: str, run: Callable[..., tuple[int, list[str]]]) -> None:
    form = filled(Historien=piece * (900_000 // len(piece)))
    code, _ = run(form)
    assert code == 1


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from([*(f"### {label}\n" for label in ANSWERS), "```\n", "> ", "<!--", "-->", "A1\n", "x"])))
def test_no_form_crashes_the_reader(pieces: list[str]) -> None:
    known = known_of(read_tree(ROOT / "tests/tree"))
    confirmations = next(form.confirmations for form in read_forms(TEMPLATES) if form.confirmations)
    prompts = read_prompts(TEMPLATES, "story")
    try:
        form = read_form("".join(pieces), Path("-"), prompts, confirmations, known)
    except ContentError:
        return
    assert form.problems
