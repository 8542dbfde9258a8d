"""Whatever editors write, the file that is made of it says the same when it is read."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from roadmap.content.files import invisible_character
from roadmap.content.source import read_tree
from roadmap.content.yaml12 import parse_yaml
from roadmap.editing.story import story_file
from roadmap.editing.yaml_text import scalar_text, yaml_text
from tests.conftest import ROOT

HARD = ["no", "ja", "1.10", "1e5", "010", "~", "null", "- a", "a: b", "a #b", "#a", "'a\"", "---", "...", "{a}", "[a]"]
HARD += [
    "*a",
    "&a",
    "!a",
    "%a",
    "@a",
    "`a",
    "| a",
    "> a",
    "? a",
    "a:",
    ": a",
    "😀",
    "2026-11-22",
    "12:30",
    "=",
    "<<",
    "\\n",
]


def _is_visible(text: str) -> bool:
    return invisible_character(text) is None and "\r" not in text


one_line = st.one_of(st.sampled_from(HARD), st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1)).filter(
    _is_visible
)
many_lines = st.text(st.one_of(st.sampled_from("\n\t -#:'\"|>"), st.characters(exclude_categories=["Cs"]))).filter(
    _is_visible
)


@given(st.dictionaries(st.sampled_from("abc"), st.one_of(one_line, many_lines, st.lists(one_line, max_size=3))))
def test_any_texts_read_back_as_they_are(data: dict[str, Any]) -> None:
    assert (parse_yaml(yaml_text(data), Path("a.yml")).data or {}) == data


@given(one_line)
def test_a_text_of_one_line_stays_on_it(text: str) -> None:
    assert parse_yaml(f"a: {scalar_text(text)}\n", Path("a.yml")).data == {"a": text}


@pytest.mark.parametrize("text", HARD)
def test_texts_that_look_like_something_else_stay_texts(text: str) -> None:
    assert parse_yaml(yaml_text({"a": text, "b": [text]}), Path("a.yml")).data == {"a": text, "b": [text]}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    title=st.one_of(one_line, st.sampled_from(HARD))
    .map(lambda text: (text * 3)[:80])
    .filter(lambda text: len(text) > 2),
    summary=one_line.map(lambda text: (text * 10)[:140]).filter(lambda text: len(text) > 9),
    reference=st.none() | one_line.map(lambda text: (text * 3)[:240]).filter(lambda text: len(text) > 2),
    date=st.none() | st.dates(),
    body=st.one_of(many_lines, st.sampled_from(["---\nfelt: verdi\n---\n", "    kode\n", "\n\n# a", "...\n"])),
)
def test_a_story_reads_back_as_it_was_told(
    title: str, summary: str, reference: str | None, date: datetime.date | None, body: str, tmp_path: Path
) -> None:
    fields: dict[str, Any] = {
        "title": title,
        "summary": summary,
        "trust": "hmr",
        "field": "somatikk",
        "measures": ["A1"],
    }
    fields |= {"date": date} if date else {}
    fields |= {"consent": "innhentet", "consent_reference": reference} if reference else {"consent": "ikke_relevant"}
    fields |= {"sources": [{"heading": "trygghet", "takes": title}], "status": "utkast"}
    content = tmp_path / "content"
    if not content.exists():
        content.symlink_to(ROOT / "tests/tree")
    file = content / "stories/ny.md"
    tree = read_tree(content, {file: story_file(fields, body)})
    read = next((entry.value.model_dump() for entry in tree.stories if entry.file == file), None)
    assert read is not None, tree.problems
    # What leaves the content for no output is not in a dump.
    assert {name: read.get(name) for name in fields if name != "consent_reference"} == {
        name: value for name, value in fields.items() if name != "consent_reference"
    }
    story = next(entry.value for entry in tree.stories if entry.file == file)
    assert (story.consent_reference, story.body) == (reference, body)
