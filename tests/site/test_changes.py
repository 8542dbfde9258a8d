"""When pages came and were changed: by the history of the content, and without one; and the feed of it."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from lxml import etree

from roadmap.content.load import load
from roadmap.site.changes import ChangedPage, changed_pages
from roadmap.site.feed import feed
from roadmap.site.history import history_of
from roadmap.site.pages import Site
from tests.conftest import ROOT
from tests.test_mistakes import spoil

TEMPLATES = ROOT / "templates"
SITE = "https://intranett.example/veikart/"
ATOM = {"a": "http://www.w3.org/2005/Atom"}


@pytest.fixture(autouse=True)
def no_settings_of_this_machine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Git as it comes, in no repository but those that a test makes."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", os.devnull)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))


def git(folder: Path, *arguments: str, date: str = "") -> None:
    person = ("-c", "user.name=Kari Nordmann", "-c", "user.email=kari@sykehus.example")
    dates = {"GIT_AUTHOR_DATE": date, "GIT_COMMITTER_DATE": date} if date else {}
    command = ["git", "-C", str(folder), *person, *arguments]
    subprocess.run(command, check=True, capture_output=True, env=os.environ | dates)


def commit(tree: Path, day: str) -> None:
    git(tree, "add", "--all")
    git(tree, "commit", "--message", "Hemmelig beskjed", date=f"{day}T12:00:00+01:00")


@pytest.fixture
def repository(tree: Path) -> Path:
    """The small tree, kept in Git since 2 November 2026."""
    git(tree.parent, "init", "--initial-branch", "main")
    commit(tree, "2026-11-02")
    return tree


def changes_of(tree: Path) -> list[ChangedPage]:
    roadmap = load(tree, TEMPLATES)
    return changed_pages(roadmap, Site(roadmap, TEMPLATES, {}).pages(), history_of(tree))


def days_of(tree: Path) -> dict[str, str]:
    return {change.page.path: f"{change.updated:%Y-%m-%d}" for change in changes_of(tree)}


def feed_of(tree: Path) -> bytes:
    has_history = history_of(tree) is not None
    return feed(load(tree, TEMPLATES), changes_of(tree), TEMPLATES, SITE, has_history=has_history)


def subtitle_of(tree: Path) -> str:
    return str(etree.fromstring(feed_of(tree)).findtext("a:subtitle", namespaces=ATOM))


def test_the_latest_commit_of_a_page_is_its_change_and_comes_first(repository: Path) -> None:
    spoil(repository, "measures/a1-begynn.yml", "title: Begynn", "title: Begynn nå")
    commit(repository, "2026-11-05")
    first, second, *_ = changes_of(repository)
    assert (first.page.path, f"{first.updated:%Y-%m-%d}", first.is_new) == ("measures/a1.md", "2026-11-05", False)
    assert (f"{second.updated:%Y-%m-%d}", second.is_new) == ("2026-11-02", True)


def test_a_page_changes_with_what_it_shows(repository: Path) -> None:
    for file in ("insights.yml", "pathway_guide/questions.yml"):
        with (repository / file).open("a", encoding="utf-8") as content:
            content.write("# Lest på nytt.\n")
    commit(repository, "2026-11-05")
    changed = {path for path, day in days_of(repository).items() if day == "2026-11-05"}
    assert changed == {"pages/om.md", "pathway_guide/index.md"}


def test_what_is_merged_changes_when_it_is_merged(repository: Path) -> None:
    git(repository, "switch", "--create", "forslag")
    spoil(repository, "stories/en-historie.md", "title: En historie", "title: Historien vår")
    commit(repository, "2026-11-03")
    git(repository, "switch", "main")
    git(repository, "merge", "--no-ff", "forslag", date="2026-11-09T12:00:00Z")
    assert days_of(repository)["stories/en-historie.md"] == "2026-11-09"


def test_names_with_letters_that_git_would_quote_are_found(repository: Path) -> None:
    text = (repository / "stories/en-historie.md").read_text(encoding="utf-8").replace("En historie", "Nok en")
    (repository / "stories/på-ny.md").write_text(text, encoding="utf-8")
    commit(repository, "2026-11-06")
    assert days_of(repository)["stories/på-ny.md"] == "2026-11-06"


def test_without_a_history_the_dates_are_the_contents_and_the_feed_says_so(tree: Path) -> None:
    assert history_of(tree) is None
    spoil(
        tree,
        "measures/b1-fortsett.yml",
        "status: utkast",
        "status: godkjent\napproval: {role: leder, date: 2026-11-24}",
    )
    days = days_of(tree)
    assert days["measures/a1.md"] == days["measures/index.md"] == "2026-11-22"
    assert days["measures/b1.md"] == "2026-11-24"
    assert days["stories/en-historie.md"] == "2020-12-10"
    assert "pages/om.md" not in days
    assert subtitle_of(tree).startswith("Datoene står i innholdet.")


def test_a_history_that_is_cut_off_is_none(repository: Path, tmp_path: Path) -> None:
    spoil(repository, "measures/a1-begynn.yml", "title: Begynn", "title: Begynn nå")
    commit(repository, "2026-11-05")
    git(tmp_path, "clone", "--depth", "1", f"file://{repository.parent}", "shallow")
    assert history_of(tmp_path / "shallow/content") is None
    assert history_of(repository) is not None


def test_content_that_git_does_not_keep_has_no_history(repository: Path, tmp_path: Path) -> None:
    outside = tmp_path / "kopi"
    outside.mkdir()
    for file in ("roadmap.yml", "home.yml"):
        (outside / file).write_bytes((repository / file).read_bytes())
    assert history_of(outside) is None


def test_without_git_there_is_no_history(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert history_of(repository) is None


def test_the_feed_is_valid_atom_that_names_nobody(repository: Path) -> None:
    spoil(repository, "measures/a1-begynn.yml", "title: Begynn", 'title: Få med <alle> & "en"')
    commit(repository, "2026-11-05")
    data = feed_of(repository)
    atom = etree.fromstring(data)
    assert subtitle_of(repository).startswith("Datoene viser når teksten bak hver side kom til")
    entries = atom.findall("a:entry", ATOM)
    ids = [str(entry.findtext("a:id", namespaces=ATOM)) for entry in (atom, *entries)]
    assert len(ids) == len(set(ids)) <= 31
    assert all(identifier.startswith(SITE) for identifier in ids)
    assert atom.findtext("a:author/a:name", namespaces=ATOM) == "Lite veikart"
    updated = [str(entry.findtext("a:updated", namespaces=ATOM)) for entry in entries]
    assert updated == sorted(updated, reverse=True)
    assert updated[0] == atom.findtext("a:updated", namespaces=ATOM) == "2026-11-05T11:00:00Z"
    assert entries[0].findtext("a:title", namespaces=ATOM) == 'A1 Få med <alle> & "en"'
    assert entries[0].find("a:link", ATOM).get("href") == f"{SITE}tiltak/a1/"
    for private in ("Kari", "sykehus.example", "Hemmelig"):
        assert private not in data.decode()
    assert data == feed_of(repository)
