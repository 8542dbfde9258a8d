"""The commands of the Makefile, in a folder whose name has a space and a quote; MkDocs and WeasyPrint are fakes."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from tests.make.conftest import FAKES, finish, live_generation, run, start

DEFAULTS = "mkdocs.yml None None"


def fake_weasyprint(folder: Path, text: str, subset: str = "found") -> str:
    """Gives the PYTHONPATH on which MkDocs is a fake and importing WeasyPrint runs ``text``.

    ``subset`` is what it has of HarfBuzz-Subset, without which it warns of every font.
    """
    (folder / "fake/weasyprint/text").mkdir(parents=True, exist_ok=True)
    (folder / "fake/weasyprint/__init__.py").write_text(text, encoding="utf-8")
    (folder / "fake/weasyprint/text/__init__.py").touch()
    (folder / "fake/weasyprint/text/ffi.py").write_text(f"harfbuzz_subset = {subset!r}\n", encoding="utf-8")
    return f"{folder / 'fake'}:{FAKES}"


def make(project: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    if "PYTHONPATH" not in environment:
        environment["PYTHONPATH"] = fake_weasyprint(project.parent, "")
    return run(project, "make", "--no-print-directory", *arguments, **environment)


def make_without_pango(project: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    fakes = fake_weasyprint(project.parent, "raise OSError('cannot load library libpango-1.0-0')")
    return make(project, *arguments, PYTHONPATH=fakes, **environment)


def test_the_site_is_built_and_rolled_back(project: Path) -> None:
    assert make(project, "site").stdout == (
        "Ferdig: site/index.html (bygg 1)\n"
        "Ingen adresse for innspill er satt (CONTACT). Nettstedet sier at adressen ikke er bestemt.\n"
    )
    assert live_generation(project) == DEFAULTS
    assert make(project, "site", SITE_URL="https://en.example/sti").returncode == 0
    assert live_generation(project) == "mkdocs.yml https://en.example/sti/ None"
    assert "site/ viser nå bygg 1" in make(project, "rollback").stdout
    assert live_generation(project) == DEFAULTS
    assert make(project, "rollback").returncode != 0
    assert live_generation(project) == DEFAULTS


def test_an_address_that_is_set_is_not_called_missing(project: Path) -> None:
    assert make(project, "site", CONTACT="video@veikart.example").stdout == "Ferdig: site/index.html (bygg 1)\n"
    configuration = (project / "mkdocs.yml").read_text(encoding="utf-8")
    (project / "mkdocs.yml").write_text(
        configuration.replace('!ENV [CONTACT, ""]', "video@veikart.example"), encoding="utf-8"
    )
    assert make(project, "site").stdout == "Ferdig: site/index.html (bygg 2)\n"


def test_it_is_built_from_another_working_folder(project: Path) -> None:
    elsewhere = project.parent / "elsewhere"
    elsewhere.mkdir()
    environment = {"PYTHONPATH": fake_weasyprint(project.parent, "")}
    result = run(elsewhere, "make", "-C", str(project), "site", **environment)
    assert result.returncode == 0, result.stderr
    assert live_generation(project) == DEFAULTS
    assert not any(elsewhere.iterdir())


def test_without_pango_it_fails_says_what_to_install_and_leaves_the_site(project: Path) -> None:
    make(project, "site")
    result = make_without_pango(project, "site", SITE_URL="https://ny.example/")
    assert result.returncode != 0
    assert "WeasyPrint kan ikke brukes på denne maskinen: cannot load library libpango-1.0-0" in result.stderr
    assert "Installer med: apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0" in result.stderr
    assert "Traceback" not in result.stderr
    assert live_generation(project) == DEFAULTS


def test_without_a_library_that_weasyprint_only_warns_of_it_fails_too(project: Path) -> None:
    result = make(project, "site", PYTHONPATH=fake_weasyprint(project.parent, "", subset=""))
    assert result.returncode != 0
    assert "kan ikke brukes på denne maskinen: cannot load library libharfbuzz-subset" in result.stderr
    assert not os.path.lexists(project / "site")


@pytest.mark.parametrize("off", ["", "0"])
def test_only_when_asked_it_is_built_without_pdfs(project: Path, off: str) -> None:
    assert make_without_pango(project, "site", f"WITHOUT_PDF={off}").returncode != 0
    assert not os.path.lexists(project / "site")
    result = make_without_pango(project, "site", "WITHOUT_PDF=1")
    assert result.returncode == 0, result.stderr
    assert "Bygd uten PDF-er" in result.stdout
    assert live_generation(project) == "mkdocs.web.yml None None"
    assert make(project, "site", f"WITHOUT_PDF={off}").returncode == 0
    assert live_generation(project) == DEFAULTS


@pytest.mark.parametrize(
    ("setting", "message"),
    [
        ("WITHOUT_PDF=ja", "WITHOUT_PDF er «ja» – skriv 1 eller 0."),
        ("SITE_URL=", "SITE_URL er tom – skriv hele adressen, for eksempel https://veikart.example/"),
        ("SITE_URL=veikart.no", "SITE_URL er «veikart.no», som ikke begynner med https:// eller http:// – skriv"),
        ("CONTACT=redaksjonen", "CONTACT er «redaksjonen», som ikke er en e-postadresse – skriv en e-postadresse, for"),
        ("REPO_URL=https://a b", "REPO_URL har mellomrom eller tegn som ikke kan stå i en adresse – skriv"),
    ],
)
def test_a_wrong_setting_is_named_before_anything_is_built(project: Path, setting: str, message: str) -> None:
    name, _, value = setting.partition("=")
    result = make(project, "site", **{name: value})
    assert result.returncode != 0
    assert message in result.stderr
    assert "Traceback" not in result.stderr
    assert not (project / "build").exists()


PRETEND = """
import ctypes, os
real = ctypes.CDLL
def load(name, *arguments, **options):
    if name and name.startswith("libpango") and not os.path.exists(os.environ["PRETEND"] + "/pango"):
        raise OSError(name)
    return real(name, *arguments, **options)
ctypes.CDLL = load
"""
WEASYPRINT = """
import os
if not os.path.exists(os.environ["PRETEND"] + "/pango"):
    raise OSError("cannot load library libpango-1.0-0")
"""


def pretend_debian(folder: Path, apt: str) -> dict[str, str]:
    """The environment of a machine without Pango, where the shell script ``apt`` is apt-get."""
    fakes = fake_weasyprint(folder, WEASYPRINT)
    (folder / "fake/sitecustomize.py").write_text(PRETEND, encoding="utf-8")
    programs = folder / "programs"
    programs.mkdir()
    for name, text in {"apt-get": apt, "sudo": 'shift; exec "$@"'}.items():
        (programs / name).write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
        (programs / name).chmod(0o755)
    return {"PYTHONPATH": fakes, "PRETEND": str(folder), "PATH": f"{programs}:{os.environ['PATH']}"}


def test_pango_is_installed_where_that_can_be_done(project: Path) -> None:
    apt = 'echo "$@" >> "$PRETEND/log"; if [ "$1" = install ]; then : > "$PRETEND/pango"; fi'
    environment = pretend_debian(project.parent, apt)
    result = make(project, "site", **environment)
    assert result.returncode == 0, result.stderr
    assert live_generation(project) == DEFAULTS
    update, install = (project.parent / "log").read_text(encoding="utf-8").splitlines()
    assert update == "update -qq -o DPkg::Lock::Timeout=300"
    assert "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 -o DPkg::Lock::Timeout=300" in install
    assert make(project, "site", **environment).returncode == 0
    assert len((project.parent / "log").read_text(encoding="utf-8").splitlines()) == 2


def test_where_pango_cannot_be_installed_apts_reason_is_shown(project: Path) -> None:
    result = make(project, "site", **pretend_debian(project.parent, "echo E: no network >&2; exit 100"))
    assert result.returncode != 0
    assert "E: no network" in result.stderr
    assert "Mangler libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0." in result.stderr
    assert not os.path.lexists(project / "site")


def prepare_environment(project: Path) -> None:
    """Takes the link to this project's environment away, so that `make` must make one (of fake packages)."""
    (project / ".venv").unlink()
    (project / "requirements.lock").write_text("good\n", encoding="utf-8")


def installations(project: Path) -> int:
    return len((project / "log").read_text(encoding="utf-8").splitlines())


def test_two_who_need_the_python_packages_install_them_once(project: Path) -> None:
    prepare_environment(project)
    os.mkfifo(project / "begun")
    os.mkfifo(project / "go on")
    command = ("make", ".venv/installed")
    first = start(project, *command, PYTHONPATH=str(FAKES))
    (project / "begun").read_text(encoding="utf-8")
    second = start(project, *command, PYTHONPATH=str(FAKES))
    assert second.stderr is not None
    assert second.stderr.readline() == "En annen legger inn Python-pakker i denne mappa – venter …\n"
    (project / "go on").write_text("\n", encoding="utf-8")
    assert finish(first, second) == [0, 0]
    assert installations(project) == 1


def test_the_python_packages_follow_their_list(project: Path) -> None:
    prepare_environment(project)
    lock = project / "requirements.lock"
    assert make(project, ".venv/installed").returncode == 0
    os.utime(lock, (2**31, 2**31))
    assert make(project, ".venv/installed").returncode == 0
    assert installations(project) == 1, "the same list with another date is no reason"
    lock.write_text("bad\n", encoding="utf-8")
    os.utime(lock, (2**31, 2**31))
    assert make(project, ".venv/installed").returncode != 0
    assert not (project / ".venv/installed").exists()
    lock.write_text("good\n", encoding="utf-8")
    assert make(project, ".venv/installed").returncode == 0
    assert installations(project) == 3


def test_an_environment_that_is_a_link_is_left_alone(project: Path) -> None:
    others = project.parent / "another's environment"
    others.mkdir()
    (project / ".venv").unlink()
    (project / ".venv").symlink_to(others)
    assert make(project, ".venv/installed").returncode == 0
    assert (project / ".venv").readlink() == others
    assert not any(others.iterdir())
