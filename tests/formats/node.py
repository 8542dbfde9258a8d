"""Our scripts run by Node: what a function of a module gives for each of several calls."""

from __future__ import annotations

import base64
import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT

SCRIPTS = ROOT / "templates/scripts"
# The names of what is a Date in JavaScript, and a text in JSON.
_CALLER = """
import {{ readFileSync }} from "node:fs";
import {{ {function} }} from "{module}";
const isTime = (key) => key === "created" || key === "stamp";
const calls = JSON.parse(readFileSync(0, "utf8"), (key, value) => (isTime(key) ? new Date(value) : value));
const plain = (value) => (value instanceof Uint8Array ? {{ base64: Buffer.from(value).toString("base64") }} : value);
process.stdout.write(JSON.stringify(calls.map((call) => plain({function}(...call)))));
"""


def results(module: str, function: str, calls: Sequence[Sequence[Any]]) -> list[Any]:
    """What each call gives; bytes as bytes."""
    node = Path(sys.executable).with_name("node")
    if not node.exists():
        pytest.skip("Node mangler i .venv, så dette er ikke prøvd")
    code = _CALLER.format(function=function, module=(SCRIPTS / module).as_uri())
    done = subprocess.run(
        [node, "--input-type=module", "--eval", code],
        input=json.dumps(calls).encode(),
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    return [base64.b64decode(made["base64"]) if isinstance(made, dict) else made for made in json.loads(done.stdout)]


def result(module: str, function: str, *arguments: Any) -> Any:
    return results(module, function, [arguments])[0]
