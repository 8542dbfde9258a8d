"""Building and publishing with a fake builder: whatever happens, ``site`` is a whole site, the old or the new one."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from itertools import count
from pathlib import Path

import pytest

from tests.make.conftest import FAKES, FILES, finish, live_generation, publish_command, releases, run, start

ROLLBACK = (sys.executable, "-m", "tools.publish", "rollback")


def publish(project: Path, generation: str) -> None:
    result = run(project, *publish_command(generation))
    assert result.returncode == 0, result.stderr


def test_each_build_is_published_and_three_are_kept(project: Path) -> None:
    for generation in ("a", "b", "c", "d"):
        publish(project, generation)
        assert live_generation(project) == generation
    assert releases(project) == ["2", "3", "4"]
    assert (project / "site").readlink() == Path("build/releases/4")


def test_rolling_back_goes_one_further_each_time_and_says_where(project: Path) -> None:
    for generation in ("a", "b", "c"):
        publish(project, generation)
    for number, generation in ((2, "b"), (1, "a")):
        result = run(project, *ROLLBACK)
        assert result.returncode == 0
        assert f"site/ viser nå bygg {number}, laget 20" in result.stdout
        assert live_generation(project) == generation
    result = run(project, *ROLLBACK)
    assert result.returncode == 1
    assert result.stderr == "Det er ikke noe eldre bygg å gå tilbake til. site/ er som før.\n"
    assert live_generation(project) == "a"


def test_a_build_after_a_rollback_forgets_what_was_rolled_back(project: Path) -> None:
    for generation in ("a", "b", "bad"):
        publish(project, generation)
    run(project, *ROLLBACK)
    publish(project, "c")
    assert live_generation(project) == "c"
    assert run(project, *ROLLBACK).returncode == 0
    assert live_generation(project) == "b"


def test_there_is_nothing_to_roll_back_to_before_the_first_build(project: Path) -> None:
    result = run(project, *ROLLBACK)
    assert (result.returncode, result.stdout) == (1, "")
    assert not os.path.lexists(project / "site")


@pytest.mark.parametrize(
    ("manner", "message"), [("fail", "Bygget stoppet med kode 1."), ("lose", "Bygget mangler nedlasting/veileder.pdf.")]
)
def test_a_build_that_fails_or_is_not_whole_leaves_the_site(project: Path, manner: str, message: str) -> None:
    publish(project, "old")
    result = run(project, *publish_command("new", manner))
    assert result.returncode == 1
    assert f"{message} Ingenting er lagt ut; site/ er som før." in result.stderr
    assert live_generation(project) == "old"
    publish(project, "newer")
    assert releases(project) == ["1", "2"]


def make_pipes(project: Path) -> None:
    os.mkfifo(project / "begun")
    os.mkfifo(project / "go on")


def wait_until_begun(project: Path) -> None:
    (project / "begun").read_text(encoding="utf-8")


def let_go_on(project: Path) -> None:
    (project / "go on").write_text("\n", encoding="utf-8")


def first_line_of_errors(process: subprocess.Popen[str]) -> str:
    assert process.stderr is not None
    return process.stderr.readline()


WAITING = "En annen bygging pågår i denne mappa – venter …\n"


def test_a_second_build_says_that_it_waits(project: Path) -> None:
    make_pipes(project)
    first = start(project, *publish_command("first", "hold"))
    wait_until_begun(project)
    second = start(project, *publish_command("second"))
    assert first_line_of_errors(second) == WAITING
    assert not (project / "site").exists()
    let_go_on(project)
    assert finish(first, second) == [0, 0]
    assert live_generation(project) == "second"
    assert releases(project) == ["1", "2"]


def test_a_build_waits_for_the_builder_of_one_that_was_killed(project: Path) -> None:
    make_pipes(project)
    first = start(project, *publish_command("first", "hold"))
    wait_until_begun(project)
    first.kill()
    second = start(project, *publish_command("second"))
    assert first_line_of_errors(second) == WAITING
    let_go_on(project)
    assert finish(first, second) == [-signal.SIGKILL, 0]
    assert live_generation(project) == "second"
    assert releases(project) == ["1"]


def test_a_rollback_during_a_build_leads_back_from_what_was_live(project: Path) -> None:
    publish(project, "a")
    publish(project, "bad")
    make_pipes(project)
    building = start(project, *publish_command("worse", "hold"))
    wait_until_begun(project)
    rollback = start(project, *ROLLBACK)
    assert first_line_of_errors(rollback) == WAITING
    let_go_on(project)
    assert finish(building, rollback) == [0, 0]
    assert live_generation(project) == "a"


def test_a_lock_file_that_is_removed_meanwhile_does_not_let_two_in(project: Path) -> None:
    make_pipes(project)
    first = start(project, *publish_command("first", "hold"))
    wait_until_begun(project)
    second = start(project, *publish_command("second", "hold"))
    assert first_line_of_errors(second) == WAITING
    (project / "build/site.lock").unlink()
    let_go_on(project)
    assert finish(first) == [0]
    wait_until_begun(project)
    third = start(project, *publish_command("third"))
    assert first_line_of_errors(third) == WAITING
    let_go_on(project)
    assert finish(second, third) == [0, 0]
    assert live_generation(project) == "third"


def at_moment(
    project: Path, moment: int, kind: str, generation: str, mode: str = ""
) -> subprocess.CompletedProcess[str]:
    _, _, _, *arguments = publish_command(generation)
    return run(project, sys.executable, str(FAKES / "moment.py"), str(moment), kind, mode, *arguments)


def test_killed_at_any_moment_the_site_is_old_or_new_and_the_next_build_works(project: Path) -> None:
    for generation in ("a", "b", "c"):
        publish(project, generation)
    for moment in count(1):
        killed = at_moment(project, moment, "kill", f"new {moment}")
        if killed.returncode == 99:
            break
        assert killed.returncode == -signal.SIGKILL
        assert live_generation(project) in (f"next {moment - 1}" if moment > 1 else "c", f"new {moment}")
        whole = [release for release in (project / "build/releases").iterdir() if release.name.isdecimal()]
        assert {len([*release.rglob("*.*")]) for release in whole} == {FILES}, "half a release could be rolled back to"
        publish(project, f"next {moment}")
        assert live_generation(project) == f"next {moment}"
        assert len(releases(project)) <= 3
        assert all(name.isdecimal() for name in releases(project))
    assert moment > 10


def test_a_full_disk_at_any_moment_is_told_and_the_site_is_what_is_said(project: Path) -> None:
    for generation in ("a", "b", "c"):
        publish(project, generation)
    for moment in count(1):
        before = live_generation(project)
        full = at_moment(project, moment, "full", f"new {moment}")
        if full.returncode == 99:
            break
        if full.returncode == 0:
            # The folder was there already.
            assert live_generation(project) == f"new {moment}"
            continue
        assert full.returncode == 1
        assert "No space left on device" in full.stderr
        assert "Traceback" not in full.stderr
        is_new = "er lagt ut, men eldre bygg ble ikke fjernet" in full.stderr
        assert live_generation(project) == (f"new {moment}" if is_new else before)
        assert is_new or "site/ er som før" in full.stderr
        publish(project, f"next {moment}")
    assert moment > 4


def make_folder_site(project: Path) -> None:
    """A site as earlier versions built it: a folder."""
    shutil.rmtree(project / "build", ignore_errors=True)
    (project / "site").unlink(missing_ok=True)
    subprocess.run([sys.executable, "-S", str(FAKES / "builder.py"), "folder", "site"], cwd=project, check=True)


def test_a_site_that_is_a_folder_becomes_a_release_to_roll_back_to(project: Path) -> None:
    make_folder_site(project)
    publish(project, "new")
    assert live_generation(project) == "new"
    assert run(project, *ROLLBACK).returncode == 0
    assert live_generation(project) == "folder"
    assert (project / "site").is_symlink()


def test_killed_while_a_folder_is_taken_over_the_site_is_old_or_new(project: Path) -> None:
    for moment in count(1):
        make_folder_site(project)
        killed = at_moment(project, moment, "kill", "new")
        if killed.returncode == 99:
            break
        assert live_generation(project) in ("folder", "new")
        publish(project, "next")
        assert live_generation(project) == "next"
        assert all(name.isdecimal() for name in releases(project))
        if (project / "site").is_symlink():
            (project / "site").unlink()
    assert moment > 10


def test_where_paths_cannot_change_places_a_kill_costs_the_link_but_no_file(project: Path) -> None:
    for moment in count(1):
        make_folder_site(project)
        killed = at_moment(project, moment, "kill", "new", mode="no-exchange")
        if killed.returncode == 99:
            break
        result = run(project, *publish_command("broken", "fail"))
        assert result.returncode == 1
        assert live_generation(project) in ("folder", "new")
        if (project / "site").is_symlink():
            (project / "site").unlink()
        else:
            shutil.rmtree(project / "site")
    assert moment > 10


@pytest.mark.parametrize("kind", ["link", "file", "folder"])
def test_what_was_not_built_here_is_not_replaced(project: Path, kind: str) -> None:
    elsewhere = project.parent / "elsewhere"
    elsewhere.mkdir()
    site = project / "site"
    if kind == "link":
        site.symlink_to(elsewhere)
    elif kind == "file":
        site.write_text("mine", encoding="utf-8")
    else:
        site.mkdir()
        (site / "my notes.txt").write_text("mine", encoding="utf-8")
    for command in (publish_command("new"), ROLLBACK):
        result = run(project, *command)
        assert result.returncode == 1
        assert "på nytt." in result.stderr
    assert not site.is_symlink() or site.readlink() == elsewhere
    assert kind != "folder" or [path.name for path in site.iterdir()] == ["my notes.txt"]
