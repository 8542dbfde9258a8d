"""``new measure`` and ``new question``: the next id, and no more of a file changed than what is added."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest

from roadmap.__main__ import main
from roadmap.content.source import read_tree
from tests.terminal import at_a_terminal

DESCRIPTION = " ".join(["Vi prøver dette sammen før vi møter pasienten på video."] * 10)
MEASURE = f"""\
B
Øv på det: "vanskelige"
Øv på det som oftest går galt.
{DESCRIPTION}
.
leder, 2
Dere har et rom.
- Dere har tid.
.
A1
Denne uken
leder
Finn tid.
0,5

Neste uke
behandler
Øv.
1

Hver måned
Behandler
Øv igjen.

0,25

dere har øvd
.
ingen avlyser
.
avdeling

Trygg
Ansatte må være trygge.

"""
QUESTION = """\
1
Hva gjør dere hvis «bildet» fryser: venter?
Da vet alle hva de skal gjøre.
behandler og leder
skala
Lite
Mye

A1, B1
trygghet, veileder
"""
QUESTIONS = "pathway_guide/questions.yml"


@pytest.fixture(autouse=True)
def without_a_dictionary(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")


@pytest.fixture
def new(tree: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., int]:
    def run(kind: str, answers: str, *options: str) -> int:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(answers.encode()), encoding="utf-8"))
        return main(["new", kind, str(tree), *options])

    return run


def test_a_measure_gets_the_next_id_of_its_step_and_is_counted(
    new: Callable[..., int], tree: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plan = (tree / "roadmap.yml").read_text(encoding="utf-8")
    assert new("measure", MEASURE, "--raise-count") == 0
    assert "Tiltaket blir B2" in capsys.readouterr().err
    made = tree / "measures/b2-ov-pa-det-vanskelige.yml"
    measure = next(entry.value for entry in read_tree(tree).measures if entry.file == made)
    assert (measure.id, measure.title, measure.requires) == ("B2", 'Øv på det: "vanskelige"', ["A1"])
    assert measure.useful_for == ["leder", "behandler"]
    assert measure.prerequisites == ["Dere har et rom.", "- Dere har tid."]
    assert [(action.hours, action.monthly_hours) for action in measure.actions] == [
        (0.5, None),
        (1, None),
        (None, 0.25),
    ]
    assert (tree / "roadmap.yml").read_text(encoding="utf-8") == plan.replace("count: 3", "count: 4")
    assert main(["check", str(tree)]) == 0


def test_a_measure_that_is_not_counted_is_saved_and_the_number_is_said(
    new: Callable[..., int], tree: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert new("measure", MEASURE) == 0
    assert "«measure_count» sier 3" in capsys.readouterr().err
    assert len(list((tree / "measures").iterdir())) == 4


def test_an_id_that_was_retired_is_not_used_again(new: Callable[..., int], tree: Path) -> None:
    (tree / "redirects.yml").write_text("redirects:\n  - {from: /tiltak/b2/, to: measures/b1.md}\n", encoding="utf-8")
    assert new("measure", MEASURE, "--raise-count") == 0
    assert [file.name[:2] for file in (tree / "measures").glob("b*")].count("b3") == 1


@pytest.mark.parametrize(
    ("old", "new_answer", "message"),
    [
        ("B\n", "Q\n", "«Steg» kan ikke være «Q»"),
        ("0,5\n", "0,3\n", "skriv hele, halve eller kvarte"),
        ("0,5\n", "en halv\n", "«Timer én gang» skal være et tall"),
        ("Finn tid.\n", "x\n", "«Hva» er for kort"),
        (DESCRIPTION, "For kort.", "beskrivelsen er på 2 ord"),
        (MEASURE[MEASURE.index("Neste uke") :], "", "Det mangler svar"),
    ],
)
def test_a_wrong_measure_is_named_and_nothing_is_saved(
    old: str, new_answer: str, message: str, new: Callable[..., int], tree: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plan = (tree / "roadmap.yml").read_bytes()
    assert new("measure", MEASURE.replace(old, new_answer, 1), "--raise-count") == 1
    assert message in capsys.readouterr().err
    assert len(list((tree / "measures").iterdir())) == 3
    assert (tree / "roadmap.yml").read_bytes() == plan


def test_a_question_is_put_after_those_of_its_chapter_and_nothing_else_changes(
    new: Callable[..., int], tree: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tree / QUESTIONS
    before = file.read_text(encoding="utf-8").splitlines()
    assert new("question", QUESTION, "--dry-run") == 0
    assert all(line[0] in "+ @-" for line in capsys.readouterr().out.splitlines())
    assert new("question", QUESTION) == 0
    after = file.read_text(encoding="utf-8").splitlines()
    added = [line for line in after if line not in before]
    assert added[0] == "  - id: hva-gjor-dere-hvis-bildet"
    assert [line for line in after if line not in added] == before
    assert main(["check", str(tree)]) == 0


def test_comments_and_line_ends_of_windows_are_kept(new: Callable[..., int], tree: Path) -> None:
    file = tree / QUESTIONS
    text = "# Først\n" + file.read_text(encoding="utf-8").replace("yes_no_options", "\n# Til slutt\nyes_no_options")
    file.write_bytes(text.replace("\n", "\r\n").encode())
    assert new("question", QUESTION) == 0
    after = file.read_bytes().decode()
    assert after.count("\n") == after.count("\r\n")
    assert after.index("hva-gjor-dere-hvis-bildet") < after.index("\r\n# Til slutt\r\nyes_no_options")
    assert main(["check", str(tree)]) == 0


def test_two_questions_of_the_same_words_have_an_id_each(new: Callable[..., int], tree: Path) -> None:
    assert new("question", QUESTION) == 0
    other = QUESTION.replace("fryser: venter?", "blir borte for pasienten mens dere avtaler den neste timen med andre?")
    assert new("question", other) == 0
    assert "- id: hva-gjor-dere-hvis-bildet-2" in (tree / QUESTIONS).read_text(encoding="utf-8")


def test_questions_on_one_line_are_left_alone(
    new: Callable[..., int], tree: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tree / QUESTIONS
    lines = file.read_text(encoding="utf-8").splitlines()
    questions = ", ".join(line.strip()[2:] for line in lines if line.startswith("  - "))
    others = [line for line in lines[1:] if not line.startswith("  - ")]
    text = "\n".join([f"questions: [{questions}]", *others]) + "\n"
    file.write_text(text, encoding="utf-8")
    assert new("question", QUESTION) == 1
    assert "skriv det nye inn der selv" in capsys.readouterr().err
    assert file.read_text(encoding="utf-8") == text


def test_a_measure_can_be_made_at_a_terminal(tree: Path) -> None:
    code, shown = at_a_terminal(["new", "measure", str(tree)], [*MEASURE.splitlines(keepends=True), "ja\n"])
    assert code == 0, shown
    assert main(["check", str(tree)]) == 0
