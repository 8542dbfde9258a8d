"""An approval written into a measure's file: only the characters that must change do, comments and layout stay."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from roadmap.content.model import Approval
from roadmap.content.problems import ContentError
from roadmap.content.yaml12 import parse_yaml
from roadmap.errors import OutputError


@dataclass(frozen=True)
class Edit:
    """A file as it is, and as it is to be."""

    file: Path
    before: str
    after: str

    def diff(self) -> str:
        """The change as a unified diff."""
        name = self.file.as_posix()
        return "".join(
            line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
            for line in difflib.unified_diff(_lines(self.before), _lines(self.after), name, name)
        )


def edit_of(file: Path, approval: Approval) -> Edit:
    """The edit that approves the measure in a file.

    Raises:
        OutputError: when it must be made by hand; says what to write.
    """
    before = file.read_bytes().decode("utf-8")
    try:
        after = _approved(before, approval)
        if _data(after, file) == _data(before, file) | {"status": "godkjent", "approval": _fields(approval)}:
            return Edit(file, before, after)
    except (yaml.YAMLError, ContentError, KeyError):
        pass
    flow = _flow(_fields(approval))
    raise OutputError(f"{file}: fila må endres for hånd – skriv «status: godkjent» og «approval: {flow}»")


def write(edits: Iterable[Edit], fault: Callable[[], Exception | None]) -> None:
    """Writes the files; where ``fault`` finds one afterwards, or anything fails, all of them are as they were.

    Raises:
        OutputError: when a file was changed since it was read, or can't be written.
        Exception: what ``fault`` found.
    """
    written: list[Edit] = []
    try:
        for edit in edits:
            if edit.file.read_bytes() != edit.before.encode():
                raise OutputError(f"{edit.file}: fila ble endret i mellomtiden – kjør kommandoen på nytt")
            written.append(edit)
            edit.file.write_bytes(edit.after.encode())
        if found := fault():
            raise found
    except BaseException as error:
        for edit in written:
            edit.file.write_bytes(edit.before.encode())
        if isinstance(error, OSError):
            raise OutputError(f"{error.filename}: fila kan ikke skrives – ingenting er endret") from error
        raise


def _approved(text: str, approval: Approval) -> str:
    root: Any = yaml.compose(text, Loader=yaml.SafeLoader)
    fields = {key.value: (key, value) for key, value in root.value}
    given = _fields(approval)
    status_key, status = fields["status"]
    changes = [] if status.value == "godkjent" else [(status.start_mark.index, status.end_mark.index, "godkjent")]
    if "approval" not in fields:
        changes.append(_beside(text, root, status_key, status, f"approval: {_flow(given)}"))
    elif isinstance(fields["approval"][1], yaml.MappingNode):
        changes += _within(text, fields["approval"][1], given)
    else:
        key, value = fields["approval"]
        start = text.index(":", key.end_mark.index) + 1
        changes.append((start, max(start, value.end_mark.index if value.value else start), f" {_flow(given)}"))
    for start, end, put in sorted(changes, reverse=True):
        text = text[:start] + put + text[end:]
    return text


def _within(text: str, node: yaml.MappingNode, given: dict[str, str]) -> list[tuple[int, int, str]]:
    """The changes of an approval that is there already."""
    known = {key.value: (key, value) for key, value in node.value}
    changes = [
        (known[name][1].start_mark.index, known[name][1].end_mark.index, _scalar(value))
        for name, value in given.items()
        if name in known and known[name][1].value != value
    ]
    last_key, last_value = node.value[-1]
    for name, value in given.items():
        if name not in known:
            changes.append(_beside(text, node, last_key, last_value, f"{name}: {_scalar(value)}"))
    return changes


def _beside(text: str, parent: Any, key: Any, value: Any, field: str) -> tuple[int, int, str]:
    """A field put in after another: within braces right after it, or else on the next line, after any comment."""
    end = value.end_mark.index
    if parent.flow_style:
        return end, end, f", {field}"
    line = re.compile(r"[^\r\n]*").match(text, end)
    place = line.end() if line else end
    newline = re.search(r"\r\n|\n", text)
    return place, place, f"{newline[0] if newline else chr(10)}{' ' * key.start_mark.column}{field}"


def _fields(approval: Approval) -> dict[str, str]:
    return {"role": approval.role, "date": approval.date.isoformat(), "text": approval.text or ""}


def _flow(fields: dict[str, str]) -> str:
    return "{" + ", ".join(f"{name}: {_scalar(value)}" for name, value in fields.items()) + "}"


def _scalar(value: str) -> str:
    """A text as YAML; in quotation marks where it could be taken for a number."""
    is_plain = re.fullmatch(r"\d{4}-\d\d-\d\d|[^\W\d][^\W]*(?:-\w+)*", value) and value not in ("true", "false", "null")
    return value if is_plain else f'"{value}"'


def _data(text: str, file: Path) -> dict[str, Any]:
    data = parse_yaml(text.removeprefix("\ufeff").replace("\r\n", "\n"), file).data
    return data if isinstance(data, dict) else {}


def _lines(text: str) -> list[str]:
    return re.findall(r"[^\n]*\n|[^\n]+", text)
