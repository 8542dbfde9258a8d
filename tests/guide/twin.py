"""The page's scripts, at work in Node: they must write what the command writes."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from roadmap.content.model import Roadmap
from roadmap.guide.answers import MESSAGES, Answers, AnswersError, read
from roadmap.guide.form import edition_of
from roadmap.guide.meeting_data import described
from roadmap.guide.minutes import minutes
from tests.conftest import ROOT
from tests.guide.forms import TEMPLATES


class Twin:
    """A conversation with the scripts, which know one guide at a time."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process
        self._guide: Roadmap | None = None

    def minutes(self, answers: Answers, roadmap: Roadmap) -> str:
        """The minutes that the scripts make of answers."""
        said = {
            "texts": dict(answers.texts),
            "former": [vars(one) for one in answers.former],
            "unreadable": answers.unreadable,
            "edition": answers.edition,
        }
        return str(self._asked(roadmap, {"answers": said})["minutes"])

    def of_pdf(self, file: Path, roadmap: Roadmap) -> str:
        """The minutes that the scripts make of a PDF, or what they say of it."""
        result = self._asked(roadmap, {"pdf": str(file)})
        return str(result["minutes"] if "minutes" in result else MESSAGES[result["refused"]])

    def reading(self, text: str, roadmap: Roadmap) -> dict[str, str]:
        """How the scripts read a text."""
        return self._asked(roadmap, {"text": text})

    def _asked(self, roadmap: Roadmap, request: dict[str, Any]) -> dict[str, Any]:
        if roadmap is not self._guide:
            self._say({"guide": described(roadmap, TEMPLATES)})
            self._guide = roadmap
        result = self._say(request)
        assert "failed" not in result, result["failed"]
        return result

    def _say(self, request: dict[str, Any]) -> dict[str, Any]:
        streams = (self._process.stdin, self._process.stdout)
        assert streams[0] and streams[1]
        streams[0].write(f"{json.dumps(request)}\n")
        streams[0].flush()
        result: dict[str, Any] = json.loads(streams[1].readline())
        return result


@contextmanager
def twin_at_work() -> Iterator[Twin]:
    command = [str(Path(sys.executable).with_name("node")), "--no-warnings", str(ROOT / "tests/guide/twin.mjs")]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    ) as process:
        yield Twin(process)


def minutes_of_pdf(file: Path, roadmap: Roadmap) -> str:
    """The minutes that the command makes of a PDF, or what it says of it."""
    try:
        return minutes(read(file, roadmap), roadmap, TEMPLATES)
    except AnswersError as error:
        said = str(error).removeprefix(f"{file}: ")
        edition = edition_of(roadmap).edition
        return next((text for text in MESSAGES.values() if text.format(edition=edition) == said), said)
