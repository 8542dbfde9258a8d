"""What the browser needs to find what tells who a person is as the check finds it, and to say so alike.

``private-data.js`` reads and searches; what it searches for, what may stand, and the wording are the check's own.
"""

from __future__ import annotations

import sys
import unicodedata
from functools import cache
from typing import Any

from roadmap.content.model import Privacy
from roadmap.content.rules import privacy
from roadmap.privacy.findings import Allowed
from roadmap.privacy.patterns import NOBODYS_DATE, PATTERNS
from roadmap.site.data_scripts import data_script


def private_rules_script(lists: Privacy) -> bytes:
    """The rules as a script that hands them to a page."""
    return data_script("privateRules = ", private_rules(lists))


def private_rules(lists: Privacy) -> dict[str, Any]:
    """The patterns, what is let through, and what is said of each kind."""
    allowed = Allowed.of(lists.email_domains, lists.phones, lists.addresses)
    return {
        "patterns": PATTERNS,
        "nobodysDate": NOBODYS_DATE,
        "digits": _other_digits(),
        "allowed": {name: sorted(values) for name, values in vars(allowed).items()},
        "places": lists.small_places,
        "conditions": lists.rare_conditions,
        "messages": {kind: privacy.message_of(kind) for kind in privacy.MESSAGES},
        "together": privacy.PLACE_AND_CONDITION,
        "acceptable": privacy.ACCEPTABLE,
        "shortestReason": privacy.SHORTEST_REASON,
        "shortReason": privacy.SHORT_REASON,
    }


@cache
def _other_digits() -> dict[str, int]:
    """The digits that browsers know neither as digits nor as a form of others, such as those in a filled circle."""
    digits = ((chr(code), unicodedata.digit(chr(code), None)) for code in range(sys.maxunicode + 1))
    return {
        character: digit
        for character, digit in digits
        if digit is not None
        and unicodedata.category(character) != "Nd"
        and unicodedata.normalize("NFKC", character) == character
    }
