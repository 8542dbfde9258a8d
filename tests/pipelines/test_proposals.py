"""What meets whoever proposes a change, and who is asked about it."""

from __future__ import annotations

import re

import pytest

from tests.conftest import ROOT

GITHUB = ROOT / ".github/PULL_REQUEST_TEMPLATE"
GITLAB = ROOT / ".gitlab/merge_request_templates"
KINDS = ("annet", "historie", "tiltak")


@pytest.mark.parametrize("kind", KINDS)
def test_both_code_hosts_ask_the_same(kind: str) -> None:
    text = (GITHUB / f"{kind}.md").read_text(encoding="utf-8")
    assert (GITLAB / f"{kind}.md").read_text(encoding="utf-8") == text


def test_who_chooses_no_template_gets_that_of_a_story_with_room_for_anything_else() -> None:
    """A story's writer is the one who can't be asked to choose: links there would lose what is written already."""
    first = (ROOT / ".github/pull_request_template.md").read_text(encoding="utf-8")
    assert (GITLAB / "Default.md").read_text(encoding="utf-8") == first
    story = (GITHUB / "historie.md").read_text(encoding="utf-8")
    assert boxes(first)[: len(boxes(story))] == boxes(story)
    assert "## Hvis forslaget ikke er en historie" in first
    assert "](" not in first


@pytest.mark.parametrize("kind", KINDS)
def test_every_template_asks_about_privacy_with_boxes_to_tick(kind: str) -> None:
    text = (GITHUB / f"{kind}.md").read_text(encoding="utf-8")
    privacy = text.partition("## Personvern\n")[2].partition("\n## ")[0]
    assert "- [ ] " in privacy
    assert "- [x] " not in text.partition("-->")[2]


def owners() -> dict[str, list[str]]:
    lines = (ROOT / "CODEOWNERS").read_text(encoding="utf-8").splitlines()
    rules = [line.split() for line in lines if line and not line.startswith("#")]
    return {rule[0]: rule[1:] for rule in rules}


def test_both_code_hosts_read_the_same_owners() -> None:
    """GitHub looks in .github/ first, GitLab in the root; a second file would be read by one of them."""
    assert not any((ROOT / folder / "CODEOWNERS").exists() for folder in (".github", ".gitlab", "docs"))


def test_every_folder_has_owners_and_every_rule_has_a_folder() -> None:
    rules = owners()
    assert next(iter(rules)) == "*"
    for pattern, names in rules.items():
        assert names, pattern
        assert all(re.fullmatch(r"@[a-z-]+/[a-z-]+", name) for name in names)
        # No pattern but plain paths: the two code hosts agree on those.
        assert pattern == "*" or (ROOT / pattern.strip("/")).exists(), pattern
        assert pattern == "*" or (ROOT / pattern.strip("/")).is_dir() == pattern.endswith("/"), pattern


def boxes(template: str) -> list[str]:
    return [line for line in template.splitlines() if line.startswith("- [ ]")]
