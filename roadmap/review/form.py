"""What a form of the Word file asks and how it is told from the others: the one place that making and reading share."""

from __future__ import annotations

import re
from dataclasses import dataclass

from roadmap.content.model.base import DIGEST_LENGTH, DIGEST_LETTERS

DECISIONS = ("godkjent", "endres", "stryk")
# What the first cell of each row says.
CODE, DECISION, COMMENT, ROLE, DATE = "Kode", "Avgjørelse", "Kommentar", "Rolle", "Dato"
# What a field says until somebody has filled it in.
CHOOSE_DECISION, WRITE_COMMENT = "[velg godkjent, endres eller stryk]", "[skriv her]"
CHOOSE_ROLE, WRITE_DATE = "[velg rolle]", "[dato]"

_DIGEST = f"([{DIGEST_LETTERS}]{{{DIGEST_LENGTH}}})"
_CODE = re.compile(rf"\b([a-z][1-9])\W+{_DIGEST}\W+{_DIGEST}\b", re.IGNORECASE)
_TAG = re.compile(rf"([A-Z][1-9])\.{_DIGEST}\.\w+")


@dataclass(frozen=True, order=True)
class Identity:
    """The measure that a form is for, and the digest of its text when the file was made."""

    measure: str
    digest: str

    def tag(self, field: str) -> str:
        """The tag of one of the form's controls."""
        return f"{self.measure}.{self.digest}.{field}"


def code(identity: Identity, shown: str) -> str:
    """What the form says of itself; ``shown`` is the digest of the text as the file shows it."""
    return f"{identity.measure} · {identity.digest} · {shown}"


def read_code(text: str) -> tuple[Identity, str] | None:
    """The identity and the digest of the shown text, however a word processor has set the code."""
    match = _CODE.search(text)
    return (Identity(match[1].upper(), match[2].lower()), match[3].lower()) if match else None


def read_tag(tag: str) -> Identity | None:
    """The identity in the tag of a control."""
    match = _TAG.fullmatch(tag)
    return Identity(match[1], match[2]) if match else None
