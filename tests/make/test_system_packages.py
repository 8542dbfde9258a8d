"""What the machine must have besides Python packages; apt-get and the installed programs are fakes."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.make.conftest import run

APT = """#!/bin/sh
echo "$@" >> "$FOLDER/log"
if [ -e "$FOLDER/locked" ]; then
  /bin/rm "$FOLDER/locked"
  echo "E: Could not get lock /var/lib/apt/lists/lock. It is held by process 1 (apt)" >&2
  exit 100
fi
if [ "$APT_FAILS" ]; then echo "E: Unable to locate package" >&2; exit 100; fi
if [ "$1" = install ]; then
  for name in chromium soffice hunspell; do /bin/cp "$FOLDER/program" "$FOLDER/programs/$name"; done
fi
"""


@pytest.fixture
def machine(tmp_path: Path) -> Path:
    """A folder of programs in which the tests' programs are missing."""
    programs = tmp_path / "programs"
    programs.mkdir()
    for name, text in {
        "program": "#!/bin/sh\n",
        "programs/apt-get": APT,
        "programs/sudo": '#!/bin/sh\nshift\nexec "$@"\n',
    }.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
        (tmp_path / name).chmod(0o755)
    for name in ("env", "true"):
        (programs / name).symlink_to(str(shutil.which(name)))
    return tmp_path


def ensure(project: Path, machine: Path, *purposes: str, **environment: str) -> subprocess.CompletedProcess[str]:
    command = (sys.executable, "-m", "tools.system_packages", *purposes)
    return run(project, *command, PATH=str(machine / "programs"), FOLDER=str(machine), **environment)


def calls(machine: Path) -> list[str]:
    return (machine / "log").read_text(encoding="utf-8").splitlines()


def test_all_that_is_missing_is_installed_in_one_call_and_only_once(project: Path, machine: Path) -> None:
    result = ensure(project, machine, "python", "build", "check", "browser", "test")
    assert result.returncode == 0
    update, install = calls(machine)
    assert update == "update -qq -o DPkg::Lock::Timeout=300"
    assert {"chromium", "libreoffice-impress", "hunspell", "hunspell-no"} <= set(install.split())
    assert install.endswith("-o DPkg::Lock::Timeout=300")
    assert "Mangler chromium" not in result.stderr
    ensure(project, machine, "python", "build")
    assert len(calls(machine)) == 2


def test_a_lock_that_another_holds_is_waited_for(project: Path, machine: Path) -> None:
    (machine / "locked").touch()
    result = ensure(project, machine, "test")
    assert result.returncode == 0
    assert result.stderr.count("Et annet program installerer pakker – venter …") == 1
    assert [call.split()[0] for call in calls(machine)] == ["update", "update", "install"]
    assert "feilet" not in result.stderr


def test_what_only_tests_need_is_named_and_no_error(project: Path, machine: Path) -> None:
    result = ensure(project, machine, "check", "browser", "test", APT_FAILS="1")
    assert result.returncode == 0
    assert "E: Unable to locate package" in result.stderr
    assert "Mangler chromium. Uten dette blir ikke testene i nettleser kjørt," in result.stderr
    assert "Installer med: apt-get install hunspell hunspell-no" in result.stderr


def test_where_nothing_can_be_installed_it_goes_on_with_what_is_there(project: Path, machine: Path) -> None:
    (machine / "programs/apt-get").unlink()
    result = ensure(project, machine, "build", "browser")
    assert result.returncode == 0
    assert "Mangler chromium." in result.stderr
    assert not (machine / "log").exists()


def test_an_unknown_purpose_is_refused(project: Path, machine: Path) -> None:
    assert ensure(project, machine, "bild").returncode == 2
