"""The form judges, counts and names as ``python -m roadmap check`` does, whatever is written."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from roadmap.__main__ import main
from roadmap.content.load import load
from roadmap.content.model import Story
from roadmap.content.yaml12 import parse_yaml
from roadmap.editing.names import file_stem
from roadmap.editing.prompts import read_prompts
from roadmap.editing.story import RESERVED, WITHOUT_NAME
from roadmap.text.words import plain_words
from tests.browser.story_form.page import HARD, HOSTILE, TEXT, check, download, fill, fill_in
from tests.conftest import ROOT

pytestmark = [pytest.mark.site, pytest.mark.browser]


def problems(found: list[str]) -> list[str]:
    """What is wrong by the form's messages, without where it is and how it is mended."""
    return sorted(re.sub("^[^«:]+: ", "", message).split(" – ")[0] for message in found)


def in_the_form(checked: list[str]) -> list[str]:
    """What is wrong by the check's messages, in the words of the form."""
    prompts = read_prompts(ROOT / "templates", "story").prompts
    names = {prompt.field: prompt.label for prompt in prompts} | {"review_by": "Når noen skal lese historien på nytt"}
    names |= {option.value: option.name for prompt in prompts for option in prompt.options}
    told = [line.split(" – ")[0] for line in checked]
    told = [re.sub("«([a-z_]+)»", lambda name: f"«{names[name[1]]}»", line) for line in told]
    told = [re.sub(r"(\d{4})-0?(\d+)-0?(\d+)", r"\3.\2.\1", line) for line in told]
    return sorted(told)


def said_by_the_check(tree: Path, file: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """What the check says of the file, without where; the story uses the heading."""
    overview = tree / "overview.yml"
    text = overview.read_text(encoding="utf-8")
    overview.write_text(text.replace(", unused: Bare for nye historier.", ""), encoding="utf-8")
    capsys.readouterr()
    main(["check", str(tree)])
    found = [line for line in capsys.readouterr().err.splitlines() if "/stories/" in line]
    return [re.sub("^(?:Advarsel|Merk): ", "", line.split(": ", 1)[1]) for line in found]


@pytest.mark.parametrize("text", HOSTILE)
def test_whatever_is_written_the_file_passes_the_check_and_reads_back(
    github: Page, story_tree: Path, text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    body = f"{TEXT}\n\n--- og: «{text.replace('<', '').replace('&', 'og')}»"
    fill(github, title=f"{text} fikk vi til", summary=f"Sammendrag {text}", body=body, hard="")
    title = github.evaluate("text => storyFile.line(text)", f"{text} fikk vi til")
    assert check(github) == []
    expect(github.locator("[data-done]")).to_be_focused()
    file = download(github, story_tree / "stories")
    assert said_by_the_check(story_tree, file, capsys) == []
    story = read(story_tree, file)
    assert story.title == title
    assert story.summary == github.evaluate("text => storyFile.line(text)", f"Sammendrag {text}")
    assert story.body.strip() == github.evaluate("text => storyFile.lines(text)", body)
    assert (story.trust, story.field, story.role) == ("hmr", "somatikk", "behandler")
    assert (story.measures, story.consent, story.status) == (["A1"], "ikke_relevant", "utkast")


def read(tree: Path, file: Path) -> Story:
    return next(story for story in load(tree).stories if story.file == file.name)


def test_any_text_reads_back(github: Page) -> None:
    seen = random.Random(11)
    alphabet = "aåÆ09 :#-\"'\\{}[]&*!|>%@`~,?😀\xa0\u00ad\u200b"
    alphabet += "\n\r\t\x00\x07\x1b\x7f\x85\u2028\u202e\ufeff\ufffe\ud800\udc00"
    texts = ["".join(seen.choices(alphabet, k=seen.randint(1, 30))) for _ in range(1500)]
    made = github.evaluate(
        """texts => texts.map(storyFile.line).map(line => [line, storyFile.text({
            title: line, summary: line, trust: line, field: "", role: "", measures: [line], date: "", consent: "",
            consent_reference: line, consent_date: line, body: "", acceptedKinds: [], review_by: "",
        })])""",
        texts,
    )
    for line, text in made:
        _, front, _ = re.split(r"(?m)^---\n", text, maxsplit=2)
        data = parse_yaml(front, Path("a.md")).data
        assert [data.get(name, "") for name in ("title", "trust", "consent_date")] == [line] * 3
        assert data["measures"] == [line]


@pytest.mark.parametrize(
    "values",
    [
        {"title": "å" * 81, "summary": "😀" * 141},
        {"title": "Vi", "summary": "For kort"},
        {"title": "", "summary": " ", "body": "Bare noen få ord.", "hard": ""},
        {"body": f"{TEXT}\n\n{TEXT}\n\n{TEXT}"},
        {"body": TEXT.replace("alle", "all-e [lenke](../measures/a1.md)"), "hard": ""},
    ],
)
def test_the_form_says_what_the_check_says(
    github: Page, story_tree: Path, values: dict[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    fill(github, **values)
    said = check(github)
    file = download(github, story_tree / "stories")
    assert problems(said) == in_the_form(said_by_the_check(story_tree, file, capsys))


@pytest.mark.parametrize(
    ("consent", "values", "fields"),
    [
        ("Noen kan", {"consent_reference": "Arkivet", "consent_date": "1.2.2026", "date": "1.2.2026"}, []),
        ("Noen kan", {}, ["Hvor samtykket er arkivert", "Når samtykket ble gitt"]),
        (
            "Noen kan",
            {"consent_reference": "Arkivet", "consent_date": "01.02.2026", "date": "2026-02-02"},
            ["Når samt"],
        ),
        ("Noen kan", {"consent_reference": "Arkivet", "consent_date": "2019-12-31"}, ["Når samtykket"]),
        ("Ingen kan", {"date": "1. 1. 2099"}, ["Dato", "Når noen skal lese"]),
        ("Ingen kan", {"date": "31.02.2026"}, ["Dato"]),
        ("Ingen kan", {"date": "i fjor"}, ["Dato"]),
        ("Ingen kan", {"review_by": "2099-01-01"}, ["Når noen skal lese"]),
        ("Ingen kan", {"review_by": "1.1.2026", "date": "2.1.2026"}, ["Når noen skal lese"]),
        ("Ingen kan", {"review_by": ""}, []),
    ],
)
def test_of_consent_and_days_the_form_says_what_the_check_says(
    github: Page,
    story_tree: Path,
    consent: str,
    values: dict[str, str],
    fields: list[str],
    capsys: pytest.CaptureFixture[str],
) -> None:
    fill(github)
    github.get_by_role("radio", name=consent).check()
    fill_in(github, values)
    found = check(github)
    assert len(found) == len(fields)
    assert all(message.lstrip("«").startswith(field) for message, field in zip(found, fields, strict=True)), found
    checked = said_by_the_check(story_tree, download(github, story_tree / "stories"), capsys)
    assert problems(found) == in_the_form(checked)


@pytest.mark.parametrize(
    ("values", "field", "said"),
    [
        ({"title": "Ring 912 34 567"}, "Tittel", "her står noe som ser ut som et telefonnummer"),
        ({"summary": "Skriv til kari.nordmann@gmail.com"}, "Sammendrag", "her står en e-postadresse utenfor"),
        ({"body": f"{TEXT}\n\nHun er 155076 00333."}, "Hva dere gjorde", "her står noe som ser ut som et fødselsn"),
        ({"hard": f"{HARD} Hun er 15507600333."}, "Hva som var vanskelig", "her står noe som ser ut som et fødselsn"),
        ({"body": f"{TEXT} 155076", "hard": f"00333 {HARD}"}, "", ""),
    ],
)
def test_what_tells_who_somebody_is_is_said_where_it_stands(
    github: Page, story_tree: Path, values: dict[str, str], field: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    fill(github, **values)
    found = check(github)
    checked = said_by_the_check(story_tree, download(github, story_tree / "stories"), capsys)
    others = ("figures.yml", "hardt mellomrom", "filnavnet")
    own = [line for line in checked if not any(other in line for other in others)]
    assert problems(found) == in_the_form(own)
    assert [message for message in found if said and not message.startswith(field)] == []
    assert bool(found) == bool(said)
    assert "155076" not in "".join(found)


def test_what_a_person_may_let_stand_is_let_stand_with_a_reason(
    github: Page, story_tree: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    fill(github, body=f"{TEXT}\n\nAvdelingen åpnet 1. mai 1985.")
    reason = github.get_by_label("Hvorfor ingen kan kjennes igjen")
    assert check(github) == [
        "Hva dere gjorde, og hva som ble annerledes: her står en dato så langt tilbake at den kan være noens "
        "fødselsdato – ta den bort, eller skriv begrunnelsen i feltet «Hvorfor ingen kan kjennes igjen»"
    ]
    reason.fill("Kort")
    assert [message.split(": ")[1] for message in check(github)] == [
        "begrunnelsen er for kort – skriv hvorfor ingen kan kjennes igjen"
    ]
    reason.fill("Datoen er dagen da avdelingen åpnet")
    assert check(github) == []
    checked = said_by_the_check(story_tree, download(github, story_tree / "stories"), capsys)
    assert [line for line in checked if "figures.yml" not in line] == []
    fill(github)
    expect(reason).to_be_hidden()
    expect(github.locator("[data-file]")).not_to_contain_text("godtatt")


@pytest.mark.parametrize(
    "title",
    [
        *("Ærlig talt: Øving på Å!", "10 råd", "«?»", "Skriv", "En historie", "CAFÉ – naïve 😀 straße", "ord " * 19),
        *("x" * 80, "Con", "7", "A\u030a se", "İstanbul", "1-2-3"),
    ],
)
def test_the_files_name_is_the_one_that_a_new_story_gets(github: Page, title: str) -> None:
    fill(github, title=title)
    name = file_stem(title, {"en-historie", *RESERVED}, WITHOUT_NAME)
    expect(github.locator("[data-file-name]")).to_have_text(f"{name}.md")


@pytest.mark.parametrize(
    "text",
    [
        "Å øve – på «e-helse» – er bra, d'accord?",
        "1 350 av 1 700, 10.12.2020 og 300 000–700 000 kr",
        "Se [tiltak A1](../measures/a1.md) <!-- ikke\nmed --> og ![bilde](a-b.png)",
        "**Fet** _kursiv_ `kode` ordd\u00adeling 😀 漢字 naïve",
    ],
)
def test_words_are_counted_as_the_check_counts_them(github: Page, text: str) -> None:
    assert github.evaluate("text => storyChecks.words(text)", text) == len(plain_words(text))
