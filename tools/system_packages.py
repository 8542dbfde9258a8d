"""Sees to it that the machine has what pip can't bring.

Usage: python -m tools.system_packages PURPOSE…: python, build, check (the content), browser, test (the rest of it).

Installs with apt where that can be done (Debian, root or sudo); names what is missing where it can't. Fails when
something is missing that the purpose can't do without; tests that need a missing program say that they did not run.
Runs on the machine's own Python, before the virtual environment exists.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

LOCK_TIMEOUT = 300


@dataclass(frozen=True)
class SystemNeed:
    """Something that the machine must have for a purpose."""

    purpose: str
    packages: tuple[str, ...]
    found: Callable[[], bool]
    why: str
    required: bool = True


def _has_libraries(*names: str) -> bool:
    try:
        for name in names:
            ctypes.CDLL(name)
    except OSError:
        return False
    return True


def _has_program(*names: str) -> bool:
    return any(shutil.which(name) for name in names)


NEEDS = (
    SystemNeed(
        "python",
        ("python3-venv",),
        lambda: find_spec("ensurepip") is not None and find_spec("venv") is not None,
        "Uten dette kan ikke Python-pakkene legges inn.",
    ),
    SystemNeed(
        "build",
        ("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0"),
        lambda: _has_libraries("libpango-1.0.so.0", "libpangoft2-1.0.so.0", "libharfbuzz-subset.so.0"),
        "Uten dette kan ikke PDF-ene lages.",
    ),
    SystemNeed(
        "browser",
        ("chromium",),
        lambda: _has_program("chromium", "chromium-browser"),
        "Uten dette blir ikke testene i nettleser kjørt, og sidene ikke tatt bilde av.",
        required=False,
    ),
    SystemNeed(
        "test",
        ("libreoffice-impress",),
        lambda: _has_program("soffice") and Path("/usr/lib/libreoffice/program/libsdlo.so").exists(),
        "Uten dette blir det ikke prøvd om presentasjonen åpner seg.",
        required=False,
    ),
    SystemNeed(
        "test",
        ("libreoffice-writer",),
        lambda: _has_program("soffice") and Path("/usr/lib/libreoffice/program/libswlo.so").exists(),
        "Uten dette blir det ikke prøvd om Word-filene åpner seg.",
        required=False,
    ),
    SystemNeed(
        "test",
        ("libreoffice-calc",),
        lambda: _has_program("soffice") and Path("/usr/lib/libreoffice/program/libsclo.so").exists(),
        "Uten dette blir det ikke prøvd om formlene i regnearket gir det de skal.",
        required=False,
    ),
    SystemNeed(
        "test",
        ("fonts-liberation",),
        lambda: any(Path("/usr/share/fonts").glob("**/LiberationSans-Regular.ttf")),
        "Uten dette blir ikke lysbildene prøvd med skriftens mål.",
        required=False,
    ),
    SystemNeed(
        "check",
        ("hunspell", "hunspell-no"),
        lambda: _has_program("hunspell") and Path("/usr/share/hunspell/nb_NO.dic").exists(),
        "Uten dette blir ikke rettskrivingen prøvd.",
        required=False,
    ),
)


def main(purposes: list[str]) -> int:
    """Gives 0 when nothing required is missing, 1 when something is, 2 for an unknown purpose."""
    if unknown := set(purposes) - {need.purpose for need in NEEDS}:
        known = ", ".join(sorted({need.purpose for need in NEEDS}))
        print(f"usage: system_packages {known}, not {', '.join(sorted(unknown))}", file=sys.stderr)
        return 2
    return 0 if ensure(purposes) else 1


def ensure(purposes: Iterable[str]) -> bool:
    """Installs what is missing for the purposes, names what can't be had, and tells if nothing required is missing."""
    missing = missing_needs(purposes)
    if missing:
        _install([package for need in missing for package in need.packages])
        missing = [need for need in missing if not need.found()]
    for need in missing:
        names = " ".join(need.packages)
        print(f"Mangler {names}. {need.why} Installer med: apt-get install {names}", file=sys.stderr)
    return not any(need.required for need in missing)


def missing_needs(purposes: Iterable[str]) -> list[SystemNeed]:
    wanted = set(purposes)
    return [need for need in NEEDS if need.purpose in wanted and not need.found()]


def _install(packages: list[str]) -> None:
    as_root = _as_root()
    if as_root is None or not _has_program("apt-get"):
        return
    print(f"Installerer {' '.join(packages)} …", file=sys.stderr, flush=True)
    apt = [*as_root, "env", "DEBIAN_FRONTEND=noninteractive", "LC_ALL=C", "apt-get"]
    # An old list of packages may do, so that a failed update is shown and then the installation tried.
    _run_apt([*apt, "update", "-qq"])
    _run_apt([*apt, "install", "-y", "-qq", "--no-install-recommends", *packages])


def _as_root() -> list[str] | None:
    """How to run a command as root, without being asked for a password; None when that can't be done."""
    if os.geteuid() == 0:
        return []
    sudo = ["sudo", "-n"]
    if _has_program("sudo") and subprocess.run([*sudo, "true"], capture_output=True, check=False).returncode == 0:
        return sudo
    return None


def _run_apt(command: list[str]) -> None:
    """Runs apt, waits for others who use it, and shows its output when it fails."""
    # The option covers dpkg's locks; the locks on lists and archives make apt fail at once, so that one is asked again.
    command = [*command, "-o", f"DPkg::Lock::Timeout={LOCK_TIMEOUT}"]
    give_up = time.monotonic() + LOCK_TIMEOUT
    said = False
    while True:
        result = subprocess.run(command, capture_output=True, text=True, check=False)
        if "Could not get lock" not in result.stderr or time.monotonic() > give_up:
            break
        if not said:
            print("Et annet program installerer pakker – venter …", file=sys.stderr, flush=True)
            said = True
        time.sleep(1)
    if result.returncode != 0:
        print(f"{' '.join(command)} feilet:\n{result.stdout}{result.stderr}", file=sys.stderr, end="")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
