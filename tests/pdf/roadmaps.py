"""Roadmaps of other shapes than today's, made from the small content tree."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

from roadmap.content.load import load
from roadmap.content.model import Roadmap
from roadmap.content.yaml12 import parse_yaml
from tests.conftest import ROOT


def small(folder: Path) -> Roadmap:
    """Two phases of one step each."""
    return load(_copy(folder))


def grown(folder: Path, steps_of_phases: list[int], returns: tuple[tuple[str, str], ...] = ()) -> Roadmap:
    """A roadmap with as many steps in each phase as told, one or two measures in each, and ``returns`` from and to."""
    tree = _copy(folder)
    frame = _read(tree / "roadmap.yml")
    phases = [number for number, count in enumerate(steps_of_phases, start=1) for _ in range(count)]
    letters = [chr(ord("A") + index) for index in range(len(phases))]
    step, measure = frame["steps"][0], _read(tree / "measures/a1-begynn.yml")
    frame["phases"] = [
        {"number": number, "title": f"Fasen som er nummer {number}", "question": "Hva nå?"} for number in set(phases)
    ]
    frame["steps"] = [
        step
        | {"letter": letter, "phase": phase, "title": f"Steget som heter {letter}"}
        | {"self_assessment": [_statement(letter, one) for one in ("litt", "mer")]}
        for letter, phase in zip(letters, phases, strict=True)
    ]
    frame["returns"] = [{"from": start, "to": end, "reason": "Vi lærte noe"} for start, end in returns]
    added = [f"{letter}1" for letter in letters if letter not in "AB"]
    for measure_id in added:
        own = {"id": measure_id, "title": f"Gjør det som {measure_id} sier", "summary": f"Slik gjør dere {measure_id}."}
        _write(tree / f"measures/{measure_id.lower()}-nytt.yml", measure | own)
    frame["measure_count"] += len(added)
    _write(tree / "roadmap.yml", frame)
    return load(tree)


def _statement(letter: str, what: str) -> dict[str, Any]:
    return {"id": f"{letter.lower()}-{what}", "text": f"Vi gjør {what}.", "measures": [f"{letter}1"]}


def _copy(folder: Path) -> Path:
    return Path(shutil.copytree(ROOT / "tests/tree", folder / "content"))


def _read(file: Path) -> dict[str, Any]:
    data = parse_yaml(file.read_text(encoding="utf-8"), file).data
    assert isinstance(data, dict)
    return data


def _write(file: Path, data: dict[str, Any]) -> None:
    file.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
