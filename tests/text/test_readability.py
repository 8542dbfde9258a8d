"""How heavy and how varied texts are, as the command lists it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from roadmap.__main__ import main
from tests.test_mistakes import spoil

LONG = "Denne setningen har mer enn åtte ord, slik at ingen kan kalle den kort."


def shares(tree: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, str]:
    """The share of short sentences that the command prints for each page."""
    main(["readability", str(tree)])
    rows = [line.split(maxsplit=1) for line in capsys.readouterr().out.splitlines() if line[:3].strip().isdecimal()]
    return {row[1].rsplit("  ", 1)[1]: row[1].rsplit("  ", 1)[0].strip() for row in rows}


@pytest.mark.parametrize(
    ("text", "share"),
    [
        (f"{LONG} {LONG}", "0 %"),
        (f"Kort. {LONG} {LONG}", "25 %"),
        ("En setning med nøyaktig åtte ord er kort. " + LONG, "33 %"),
        ("En setning med nøyaktig ni ord er ikke kort.", "0 %"),
        (f"## Kort\n\n{LONG}", "0 %"),
        (f"- Kort.\n- Også kort.\n\n{LONG}", "0 %"),
        (f"- Kort.\n\n- I et løst punkt.\n\n{LONG}", "0 %"),
        (f"| Kort | Kort |\n| --- | --- |\n| Kort. | Kort. |\n\n{LONG}", "0 %"),
        (f"> Kort.\n\n{LONG}", "33 %"),
        (f"Til [navn]. Kort.\n\n{LONG}", "0 %"),
        ("Den 10. desember møtte St. Olavs hospital alle de andre på video.", "0 %"),
        ("Det er lett å lese i dag, og det er kapittel 3. Der står det en hel del mer om det samme emnet.", "0 %"),
    ],
)
def test_only_running_prose_counts(tree: Path, capsys: pytest.CaptureFixture[str], text: str, share: str) -> None:
    # The summary, which is long, is a sentence too.
    spoil(tree, "pages/om.md", "En kort tekst.", text)
    assert shares(tree, capsys)["pages/om.md"] == share


def test_actions_and_questions_are_short_by_nature(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spoil(tree, "measures/a1-begynn.yml", "Bestem at dere skal begynne.", "Gå. Stå. Se.")
    assert shares(tree, capsys)["measures/a1-begynn.yml"] == "0 %"


def test_pages_of_tools_and_roles_are_listed(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tree / "tools").mkdir()
    (tree / "tools/plan.md").write_text(
        f"---\ntitle: Planen\nsummary: Velg tiltak.\n---\n{LONG}\n\n<!-- sett inn: verktøy -->\n", encoding="utf-8"
    )
    assert {"tools/plan.md", "roles/leder.md"} <= shares(tree, capsys).keys()


def test_slides_have_no_running_prose(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert shares(tree, capsys)["presentation.yml"] == "–"


def test_short_sentences_fail_when_they_are_more_than_a_quarter_on_average(
    tree: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert main(["readability", str(tree)]) == 0
    assert "Den er ikke noe å skrive etter" in capsys.readouterr().out
    for number in range(20):
        (tree / f"pages/{number}.md").write_text(
            "---\ntitle: Kort\nsummary: Alt her er kort.\n---\nVi ser. Vi går.\n", encoding="utf-8"
        )
    assert main(["readability", str(tree)]) == 1
    assert re.search(r"i snitt: \d\d % – over 25 %: bind sammen det som hører sammen", capsys.readouterr().out)
    monkeypatch.setattr("roadmap.commands.check.OVERVIEW", tree / "no-overview.txt")
    monkeypatch.setenv("PATH", "")
    assert main(["check", str(tree)]) == 1
    assert re.fullmatch(
        rf"{tree}/pages/0.md:1: i snitt har \d\d % av setningene på en side høyst 8 ord, og 25 % er det meste; her er "
        r"det flest \(100 %\) – bind sammen det som hører sammen, med «fordi», «som» eller «når»",
        capsys.readouterr().err.splitlines()[0],
    )
