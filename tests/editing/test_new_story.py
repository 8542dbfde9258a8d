"""``python -m roadmap new story``: from answers to a file that the check takes, or to nothing at all."""

from __future__ import annotations

import io
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from roadmap.__main__ import main
from roadmap.content.source import read_tree
from roadmap.editing.names import file_stem
from tests.conftest import ROOT
from tests.editing.conftest import TEXT
from tests.terminal import at_a_terminal

ANSWERS = {
    "--title": 'Vi fikk det til: "først" #én gang',
    "--summary": "- Noen fikk det til, og forteller hvordan.",
    "--trust": "helse møre og romsdal",
    "--field": "Soma",
    "--role": "behandler",
    "--measures": "A1 Begynn, b1",
    "--date": "10. des. 2020",
    "--consent": "Ingen kan kjennes igjen",
}
NAME = "vi-fikk-det-til-forst-en-gang"


@pytest.fixture(autouse=True)
def without_a_dictionary(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")


@pytest.fixture
def new_story(content: Path, text_file: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., int]:
    """Runs the command with all answers given, less those named ``None``, and ``stdin`` piped in."""

    def run(*more: str, stdin: str = "", **changed: str | None) -> int:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(stdin.encode()), encoding="utf-8"))
        answers = ANSWERS | {"--text": str(text_file)} | {f"--{name}": answer for name, answer in changed.items()}
        options = [f"{name}={answer}" for name, answer in answers.items() if answer is not None]
        return main(["new", "story", str(content), *options, *more])

    return run


def stories(content: Path) -> list[str]:
    return sorted(file.stem for file in (content / "stories").iterdir() if file.stem not in ("index", "en-historie"))


def test_answers_become_a_story_that_the_check_takes(new_story: Callable[..., int], content: Path) -> None:
    assert new_story() == 0
    assert stories(content) == [NAME]
    story = next(entry.value for entry in read_tree(content).stories if entry.value.slug == NAME)
    assert (story.title, story.summary) == (ANSWERS["--title"], ANSWERS["--summary"])
    assert (story.trust, story.field, story.role) == ("hmr", "somatikk", "behandler")
    assert (story.measures, str(story.date), story.consent) == (["A1", "B1"], "2020-12-10", "ikke_relevant")
    assert (story.body, story.status) == (f"{TEXT}\n", "utkast")
    assert main(["check", str(content)]) == 0


def test_a_name_that_is_taken_gets_a_number(new_story: Callable[..., int], content: Path) -> None:
    assert [new_story(), new_story(), new_story(title="10 ting 😀"), new_story(title="Index")] == [0, 0, 0, 0]
    assert stories(content) == sorted([NAME, f"{NAME}-2", "historie-10-ting", "index-2"])


def test_a_dry_run_shows_the_file_and_saves_nothing(
    new_story: Callable[..., int], content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert new_story("--dry-run") == 0
    shown = capsys.readouterr().out
    assert shown.startswith("---\ntitle: ")
    assert stories(content) == []
    assert new_story() == 0
    assert (content / f"stories/{NAME}.md").read_text(encoding="utf-8") == shown


@pytest.mark.parametrize(
    ("field", "answer", "message"),
    [
        ("title", "x" * 81, "«Tittel» er 81 tegn – kort teksten ned til høyst 80. Ingenting er lagret."),
        ("trust", "Helse Møre", None),
        ("trust", "Helse Mør og Romsdal", "«Helseforetak» kan ikke være «Helse Mør og Romsdal» – mente du"),
        ("measures", "A9", "Tiltak «A9» finnes ikke – bruk «A1», «A2» eller «B1»."),
        ("measures", "begge to", "«begge to» er ikke noe tiltak – skriv bokstav og tall"),
        ("date", "i går", "«Dato» er ikke en dato – skriv år-måned-dag"),
        ("date", "31.02.2026", "«Dato» er en dag som ikke finnes – se over datoen"),
        ("title", "Med \u202e snudd", "«Tittel» har et usynlig tegn (U+202E)"),
        ("title", "[Skriv noe her]", "«Tittel» er ikke fylt ut"),
        ("title", "\udcff\udcfe\udcfd", "«Tittel» er ikke skrevet i UTF-8"),
        ("consent", "innhentet", "Det mangler svar"),
        ("trust", "13097248022", "«Helseforetak» kan ikke være «[skjult]»"),
        ("title", "Pasienten 13097248022", "fødselsnummer"),
    ],
)
def test_a_wrong_answer_is_named_and_nothing_is_saved(
    field: str,
    answer: str,
    message: str | None,
    new_story: Callable[..., int],
    content: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert new_story(**{field: answer}) == (1 if message else 0)
    assert (message or "") in capsys.readouterr().err
    assert len(stories(content)) == (0 if message else 1)


def test_what_the_check_refuses_is_not_saved(
    new_story: Callable[..., int], content: Path, text_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text_file.write_text("<script>\nalert()\n</script>\n\nAltfor kort, og [uten mål](nei.md).", encoding="utf-8")
    assert new_story() == 1
    shown = capsys.readouterr().err
    assert "historien er på" in shown
    assert "fører ingen steder" in shown
    assert stories(content) == []


def test_answers_can_be_piped_in_line_by_line(new_story: Callable[..., int], content: Path) -> None:
    piped = f"En ny tittel\nsomatikk\n\nA1\n{TEXT}\n"
    assert new_story(title=None, field=None, role=None, measures=None, text=None, stdin=piped) == 0
    story = next(entry.value for entry in read_tree(content).stories if entry.value.slug == "en-ny-tittel")
    assert (story.role, story.measures, story.body) == (None, ["A1"], f"{TEXT}\n")


def test_without_a_text_the_file_waits_for_one(new_story: Callable[..., int], content: Path) -> None:
    assert new_story(text=None) == 0
    assert main(["check", str(content)]) == 1
    # A file that waits is in nobody's way.
    assert new_story(title="Enda en") == 0


def test_at_a_terminal_a_mistake_is_asked_again(content: Path) -> None:
    typed = [
        *("ab\n", "Vi fikk det til\n", "Vi prøvde, og det gikk bra.\n", "hm\n", "romsdal\n", "1\n", "1\n", "\n"),
        *(
            "A9\n",
            "a1\n",
            "\n",
            "2\n",
            "Arkivet, sak 4\n",
            "11. desember 2020\n",
            "For kort.\n",
            ".\n",
            "ja\n",
            f"{TEXT}\n",
            ".\n",
        ),
    ]
    code, shown = at_a_terminal(["new", "story", str(content)], typed)
    assert (code, stories(content)) == (0, ["vi-fikk-det-til"]), shown
    for message in ("«Tittel» er for kort – skriv minst 3 tegn.", "tiltak «A9»", "historien er på 2 ord"):
        assert message.lower() in shown.lower()
    assert main(["check", str(content)]) == 0


@pytest.mark.parametrize("key", ["\x03", "\x04"])
def test_whoever_gives_up_at_a_terminal_leaves_nothing(key: str, content: Path) -> None:
    code, shown = at_a_terminal(["new", "story", str(content)], ["Vi fikk det til\n", key])
    assert (code, stories(content)) == (1, [])
    assert shown.endswith("Avbrutt. Ingenting er lagret.\n")


def test_what_cannot_be_saved_is_said(
    new_story: Callable[..., int], content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (content / "stories").rename(content.with_name("historier"))
    (content / "stories").symlink_to(content.with_name("historier"))
    assert new_story() == 1
    assert "lenke i filsystemet" in capsys.readouterr().err


def test_a_story_can_be_piped_in(new_story: Callable[..., int], content: Path) -> None:
    assert new_story("--text=-", text=None, stdin=TEXT) == 0
    assert (content / f"stories/{NAME}.md").read_text(encoding="utf-8").endswith(f"---\n{TEXT}\n")


@pytest.mark.parametrize("piped", ["", "\udcff\udcfe"])
@pytest.mark.parametrize("command", ["new story", "new measure", "new question", "story-from-form -"])
def test_what_nobody_can_answer_ends_in_a_sentence(command: str, piped: str, content: Path) -> None:
    result = subprocess.run(
        [sys.executable, "-m", "roadmap", *command.split(), str(content)],
        cwd=ROOT,
        input=piped.encode("utf-8", "surrogateescape"),
        capture_output=True,
        check=False,
    )
    assert (result.returncode, stories(content)) == (1, [])
    assert b"Traceback" not in result.stderr
    assert b"lagret" in result.stderr or b"UTF-8" in result.stderr


def test_a_file_is_named_in_letters_that_no_address_spells_as_numbers() -> None:
    assert file_stem("Ærlig talt: Øving på Å, café!", set(), "historie") == "aerlig-talt-oving-pa-a-cafe"
