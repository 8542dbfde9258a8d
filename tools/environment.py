"""Makes the virtual environment ``.venv`` of requirements.lock. Usage: python -m tools.environment.

Two at once wait for each other. Runs on the machine's own Python.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
from pathlib import Path

from tools.file_lock import exclusive_lock
from tools.system_packages import ensure

ENVIRONMENT = Path(".venv")
REQUIREMENTS = Path("requirements.lock")
OLDEST_PYTHON = (3, 11)


def main() -> int:
    """Gives 0 when ``.venv`` is up to date, 1 when it can't be made."""
    if ENVIRONMENT.is_symlink():
        # It belongs to another folder, which looks after it.
        return 0
    with exclusive_lock(Path("build/environment.lock"), "En annen legger inn Python-pakker i denne mappa – venter …"):
        stamp = ENVIRONMENT / "installed"
        digest = hashlib.sha256(REQUIREMENTS.read_bytes()).hexdigest()
        if stamp.is_file() and stamp.read_text(encoding="utf-8") == digest:
            stamp.touch()
            return 0
        return _make(stamp, digest)


def _make(stamp: Path, digest: str) -> int:
    if sys.version_info < OLDEST_PYTHON:
        print("Python 3.11 eller nyere trengs – kjør for eksempel: make PYTHON=python3.11", file=sys.stderr)
        return 1
    if not ensure(["python"]):
        return 1
    # First, so that an environment that is half made is never taken for a whole one.
    stamp.unlink(missing_ok=True)
    python = str(ENVIRONMENT / "bin/python")
    install = ["install", "--quiet", "--disable-pip-version-check", "--require-hashes", "--requirement"]
    for command in (
        [sys.executable, "-m", "venv", "--clear", str(ENVIRONMENT)],
        [python, "-m", "pip", *install, str(REQUIREMENTS)],
    ):
        if subprocess.run(command, check=False).returncode != 0:
            print("Python-pakkene ble ikke lagt inn – se over, og kjør på nytt.", file=sys.stderr)
            return 1
    stamp.write_text(digest, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
