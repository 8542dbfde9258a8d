"""What the checker found, written for whoever reads it: a person, a pull request, or another program.

The formats: GitHub's workflow commands, GitLab's Code Quality report (Code Climate's issues), a list in JSON, and SARIF
2.1.0 (OASIS).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from itertools import count

from roadmap.content.problems import Problem, Severity

_PROGRAM = "roadmap check"
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_GITHUB: dict[Severity, str] = {"error": "error", "warning": "warning", "note": "notice"}
_GITLAB: dict[Severity, str] = {"error": "major", "warning": "minor", "note": "info"}


def _text(problems: Sequence[Problem]) -> str:
    return "\n".join(map(str, problems))


def _github(problems: Sequence[Problem]) -> str:
    """One line each, which GitHub shows at the line of the file in a pull request."""
    return "\n".join(
        f"::{_GITHUB[problem.severity]} file={_property(problem.path)},line={problem.line},"
        f"title={_property(problem.rule)}::{_escaped(problem.text)}"
        for problem in problems
    )


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")


def _gitlab(problems: Sequence[Problem]) -> str:
    prints = _fingerprints(problems)
    return _json(
        [
            {
                "description": problem.text,
                "check_name": problem.rule,
                "fingerprint": fingerprint,
                "severity": _GITLAB[problem.severity],
                "location": {"path": problem.path, "lines": {"begin": problem.line}},
            }
            for problem, fingerprint in zip(problems, prints, strict=True)
        ]
    )


def _fingerprints(problems: Sequence[Problem]) -> list[str]:
    """What tells one problem from another, also when lines are put in above it."""
    seen: dict[str, count[int]] = {}
    prints = []
    for problem in problems:
        key = f"{problem.path}\0{problem.rule}\0{problem.text}"
        number = next(seen.setdefault(key, count()))
        prints.append(hashlib.sha256(f"{key}\0{number}".encode()).hexdigest())
    return prints


def _as_json(problems: Sequence[Problem]) -> str:
    return _json(
        [
            {
                "file": problem.path,
                "line": problem.line,
                "severity": problem.severity,
                "rule": problem.rule,
                "message": problem.text,
            }
            for problem in problems
        ]
    )


def _sarif(problems: Sequence[Problem]) -> str:
    rules = sorted({problem.rule for problem in problems})
    results = [
        {
            "ruleId": problem.rule,
            "level": problem.severity,
            "message": {"text": problem.text},
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": {"uri": problem.uri},
                        "region": {"startLine": problem.line},
                    }
                }
            ],
            "partialFingerprints": {"problem/v1": fingerprint},
        }
        for problem, fingerprint in zip(problems, _fingerprints(problems), strict=True)
    ]
    driver = {"name": _PROGRAM, "rules": [{"id": rule} for rule in rules]}
    return _json({"$schema": _SCHEMA, "version": "2.1.0", "runs": [{"tool": {"driver": driver}, "results": results}]})


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1)


FORMATS: dict[str, Callable[[Sequence[Problem]], str]] = {
    "text": _text,
    "github": _github,
    "gitlab": _gitlab,
    "json": _as_json,
    "sarif": _sarif,
}
