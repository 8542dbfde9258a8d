"""Times the check of a content tree with 300 bad files, as an editor's command is run.

.venv/bin/python benchmarks/bad_files.py
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from tests.bad_files import write_bad_stories  # noqa: E402 - the project is not installed

FILES = 300


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(shutil.copytree(ROOT / "tests/tree", Path(folder) / "content"))
        write_bad_stories(tree / "stories", FILES)
        for spelling in (True, False):
            environment = os.environ | ({} if spelling else {"PATH": ""})
            start = time.perf_counter()
            result = subprocess.run(
                [sys.executable, "-m", "roadmap", "check", str(tree)],
                cwd=ROOT, env=environment, capture_output=True, text=True, check=False,
            )  # fmt: skip
            seconds = time.perf_counter() - start
            lines = len(result.stderr.splitlines()) - 1
            assert result.returncode == 1 and "Traceback" not in result.stderr
            print(f"{seconds:6.2f} s  {FILES} bad files, {lines} problems, spelling {'on' if spelling else 'off'}")


if __name__ == "__main__":
    main()
