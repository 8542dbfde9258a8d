"""The forms of a Word file that came back, each with what was written in it and what became of the text above it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field

from roadmap.content.model.approval import spelled
from roadmap.review import form
from roadmap.review.blocks import Block
from roadmap.review.form import Identity

_ROWS = {name.casefold(): name for name in (form.CODE, form.DECISION, form.COMMENT, form.ROLE, form.DATE)}


@dataclass(frozen=True)
class FilledForm:
    """A form as it came back: the ``values`` by the names of its rows, with what a person wrote.

    ``identity`` is None where the form doesn't say what it is for, or says two things. ``is_text_changed`` tells that
    the text above it is not as the file was made, ``remarks`` are comments in the margin of that text.
    """

    identity: Identity | None
    values: dict[str, str]
    is_text_changed: bool
    remarks: list[str]
    shown: str


def forms_of(blocks: Iterable[Block]) -> list[FilledForm]:
    """Every form in a file, in order."""
    found = []
    above = _Above()
    for block in blocks:
        values = _values(block)
        if values is None:
            above.blocks.append(block)
        else:
            found.append(_filled(block, values, above))
            above = _Above()
    return found


@dataclass
class _Above:
    """What stands between two forms."""

    blocks: list[Block] = field(default_factory=list)

    def of(self, measure: str) -> list[Block]:
        """The blocks of a measure, from its heading on: what comes before that is of a step, or of the first page."""
        begins = [
            number
            for number, block in enumerate(self.blocks)
            if not block.is_table and block.text.upper().startswith(f"{measure} ")
        ]
        return self.blocks[begins[-1] :] if begins else self.blocks


def _filled(block: Block, values: dict[str, str], above: _Above) -> FilledForm:
    written = form.read_code(values.get(form.CODE, ""))
    identities = {identity for tag in block.tags if (identity := form.read_tag(tag))}
    if written:
        identities.add(written[0])
    identity = identities.pop() if len(identities) == 1 else None
    text = above.of(identity.measure) if identity else above.blocks
    shown = _digest(text)
    remarks = [remark for one in (*text, block) for remark in one.remarks]
    return FilledForm(identity, values, written is None or written[1] != shown, remarks, shown)


def _values(block: Block) -> dict[str, str] | None:
    """What the rows of a form say, by their names; nothing for another table."""
    if not block.is_table:
        return None
    named = {}
    for row in block.rows:
        name = _ROWS.get(row[0].strip(" :\n").casefold()) if len(row) > 1 else None
        if name:
            named[name] = "\n".join(row[1:]).strip()
    return named if form.DECISION in named and len(named) > 1 else None


def _digest(blocks: Iterable[Block]) -> str:
    """The digest of a text as it is read: how it is set, and how its blanks are made, changes nothing."""
    lines = (" ".join(block.text.split()) for block in blocks)
    return spelled(hashlib.sha256("\n".join(line for line in lines if line).encode()).hexdigest())
