"""Builds a site whose files all hold the same word. Usage: builder.py WORD [fail|lose|hold] FOLDER.

With «hold» it opens the pipe ``begun`` when it has begun, and waits for the pipe ``go on``.
"""

import sys
from pathlib import Path

NAMES = (
    *("index.html", "404.html", "assets/search/core.js"),
    *(
        f"nedlasting/{name}"
        for name in (
            "veileder.pdf",
            "veileder-moteutgave.pdf",
            "rom-sjekkliste.pdf",
            "veikart.pptx",
            "veikart.xlsx",
        )
    ),
    "nedlasting/veikart-uten-nett.zip",
    "tiltak/a1/index.html",
)


def build(word: str, folder: Path, manner: str = "") -> int:
    for count, name in enumerate(NAMES):
        if manner == "fail" and count == 3:
            print("OSError: [Errno 28] No space left on device", file=sys.stderr)
            return 1
        if manner == "hold" and count == 3:
            Path("begun").write_text("", encoding="utf-8")
            Path("go on").read_text(encoding="utf-8")
        if manner == "lose" and name.endswith("veileder.pdf"):
            continue
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(word, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(build(sys.argv[1], Path(sys.argv[-1]), sys.argv[2] if len(sys.argv) == 4 else ""))
