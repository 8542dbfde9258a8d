"""Installs the programs of tools/node/ (html-validate, Lighthouse), which check the finished site.

Usage: python -m tools.node_packages. Node.js itself comes with the Python packages. No part of the site needs these:
where they can't be had, the tests that use them say that they did not run.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
from pathlib import Path

from tools.file_lock import exclusive_lock

FOLDER = Path(__file__).parent / "node"
LOCK = FOLDER / "package-lock.json"
INSTALLED = FOLDER / "node_modules/.installed"


def main() -> int:
    """Gives 0 when the programs are up to date, or can't be had and are named."""
    with exclusive_lock(
        FOLDER.parents[1] / "build/node.lock", "En annen legger inn Node-pakker i denne mappa – venter …"
    ):
        digest = hashlib.sha256(LOCK.read_bytes()).hexdigest()
        if INSTALLED.is_file() and INSTALLED.read_text(encoding="utf-8") == digest:
            return 0
        npm = Path(sys.executable).with_name("npm")
        result = subprocess.run([npm, "ci", "--silent"], cwd=FOLDER, check=False)
        if result.returncode != 0:
            print(
                "Node-pakkene kan ikke legges inn (npm ci i tools/node). Testene som bruker dem, blir ikke kjørt.",
                file=sys.stderr,
            )
            return 0
        INSTALLED.write_text(digest, encoding="utf-8")
    return 0


def node_program(name: str) -> list[str] | None:
    """The command that runs an installed program; nothing where it is not installed."""
    script = FOLDER / "node_modules/.bin" / name
    return (
        [str(Path(sys.executable).with_name("node")), str(script)] if INSTALLED.is_file() and script.exists() else None
    )


if __name__ == "__main__":
    sys.exit(main())
