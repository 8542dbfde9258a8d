"""What ``check`` found, in the formats that other programs read."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

from roadmap.__main__ import main
from roadmap.commands.reports import FORMATS
from roadmap.content.problems import Problem, summary

HOSTILE = Problem(Path("stories/a,b:c%\n::error::.md"), 3, "«x»\n::set-output name=a::%0A – rett det", "error", "filer")
NOTE = Problem(Path("content/stories/én historie.md"), 1, "bør leses på nytt – les den", "note", "historier")
WARNING = Problem(Path("content/a.md"), 2, "kan kjennes igjen – ta bort det ene", "warning", "personvern")


@pytest.fixture(autouse=True)
def only_what_the_tree_says(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr("roadmap.commands.check.OVERVIEW", tmp_path / "no-overview.txt")


def report(tree: Path, name: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    code = main(["check", "--format", name, str(tree)])
    return code, capsys.readouterr().out


def spoil(tree: Path) -> None:
    file = tree / "stories/en-historie.md"
    text = file.read_text(encoding="utf-8").replace("trust: hmr", "trust: nei")
    file.write_text(text.replace("status: utkast", "status: ferdig"), encoding="utf-8")
    (tree / "measures/a1-begynn.yml").write_text("id: [\n", encoding="utf-8")


def test_every_format_tells_of_the_same_problems_sorted_and_each_once(
    tree: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    spoil(tree)
    code, text = report(tree, "json", capsys)
    listed = [(item["file"], item["line"], item["message"]) for item in json.loads(text)]
    assert code == 1
    assert len(listed) > 2
    assert listed == sorted(set(listed))
    code, text = report(tree, "gitlab", capsys)
    found = json.loads(text)
    assert [(one["location"]["path"], one["location"]["lines"]["begin"], one["description"]) for one in found] == listed
    assert len({one["fingerprint"] for one in found}) == len(found)
    code, text = report(tree, "sarif", capsys)
    run = json.loads(text)["runs"][0]
    assert [_place(result) for result in run["results"]] == listed
    assert {result["ruleId"] for result in run["results"]} == {rule["id"] for rule in run["tool"]["driver"]["rules"]}
    code, text = report(tree, "github", capsys)
    lines = re.findall(r"(?m)^::error file=(.+),line=(\d+),title=[^:]+::(.+)$", text)
    assert [(file, int(line), message) for file, line, message in lines] == listed
    main(["check", str(tree)])
    printed = capsys.readouterr().err.splitlines()
    assert printed[:-1] == [f"{file}:{line}: {message}" for file, line, message in listed]
    assert printed[-1] == f"{len(listed)} feil. Ingenting er bygd."


def _place(result: dict[str, Any]) -> tuple[str, int, str]:
    location = result["locations"][0]["physicalLocation"]
    return unquote(location["artifactLocation"]["uri"]), location["region"]["startLine"], result["message"]["text"]


@pytest.mark.parametrize("name", FORMATS)
def test_a_tree_without_problems_gives_an_empty_report_and_exit_code_0(
    name: str, tree: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, text = report(tree, name, capsys)
    assert code == 0
    assert "rett" not in text.replace("i orden", "")
    if name in ("json", "gitlab"):
        assert json.loads(text) == []
    if name == "sarif":
        assert json.loads(text)["runs"][0]["results"] == []


@pytest.mark.parametrize("name", FORMATS)
def test_a_folder_that_is_not_there_is_a_problem_in_every_format(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--format", name, str(tmp_path / "nei")]) == 1
    captured = capsys.readouterr()
    assert "mappa finnes ikke" in captured.out + captured.err


def test_nothing_in_a_message_or_a_path_gives_github_a_command_of_its_own() -> None:
    lines = FORMATS["github"]([HOSTILE, NOTE, WARNING]).splitlines()
    assert [line.split(" ")[0] for line in lines] == ["::error", "::notice", "::warning"]
    assert re.fullmatch(r"::error file=[^,:\n]+,line=3,title=filer::.+", lines[0])
    assert "%0A" not in lines[0].replace("%250A", "").replace("[U+000A]", "")


def test_programs_get_paths_that_they_can_resolve_and_levels_that_they_know() -> None:
    results = json.loads(FORMATS["sarif"]([HOSTILE, NOTE, WARNING]))["runs"][0]["results"]
    assert [result["level"] for result in results] == ["error", "note", "warning"]
    uri = results[1]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert (uri, unquote(uri)) == ("content/stories/%C3%A9n%20historie.md", "content/stories/én historie.md")
    issues = json.loads(FORMATS["gitlab"]([HOSTILE, NOTE, WARNING]))
    assert [issue["severity"] for issue in issues] == ["major", "info", "minor"]


def test_a_problem_keeps_its_fingerprint_when_lines_are_put_in_above_it() -> None:
    below = Problem(WARNING.file, 40, WARNING.message, WARNING.severity, WARNING.rule)
    first, second = (json.loads(FORMATS["gitlab"]([problem]))[0]["fingerprint"] for problem in (WARNING, below))
    assert first == second


def test_what_stops_is_counted_and_what_informs_is_not() -> None:
    assert summary([HOSTILE]) == "Én feil. Ingenting er bygd."
    assert summary([HOSTILE, HOSTILE, NOTE, WARNING]) == "2 feil og én advarsel. Ingenting er bygd."
    assert summary([WARNING, WARNING]) == "2 advarsler. Ingenting er bygd."


def test_an_unknown_format_is_bad_usage(tree: Path) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["check", "--format", "xml", str(tree)])
