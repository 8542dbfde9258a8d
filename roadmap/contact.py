"""The address that an operator sets for readers who have something to say, an original to send or a story to tell."""

from __future__ import annotations

import re
from pathlib import Path

from roadmap.errors import OutputError

NO_CONTACT = "Ingen adresse for innspill er satt (CONTACT). Nettstedet sier at adressen ikke er bestemt."
_CURE = "skriv en e-postadresse, for eksempel redaksjonen@veikart.example, eller la den stå tom"
# What any mail program takes in a link without quoting it.
_ADDRESS = re.compile(
    r"(?=.{3,254}\Z)[A-Za-z0-9](?:[A-Za-z0-9_+-]|\.(?=[A-Za-z0-9_+-])){0,63}"
    r"@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}"
)


def checked_contact(value: object) -> str:
    """The e-mail address for what readers send, or nothing where none is set.

    Raises:
        OutputError: when it is something else; the message names CONTACT and says how to write it.
    """
    address = "" if value is None else str(value)
    if not address or _ADDRESS.fullmatch(address):
        return address
    # What may hold control characters is not printed.
    fault = f"er «{address}», som ikke er en e-postadresse" if address.isprintable() else "har tegn som ikke kan vises"
    raise OutputError(f"CONTACT {fault} – {_CURE}")


def configured_contact(configuration: Path) -> str:
    """The address as ``mkdocs.yml`` and the environment give it.

    Raises:
        OutputError: when it is no e-mail address.
    """
    # Going back to an older build works without what is installed for building.
    import yaml
    import yaml_env_tag

    loader = yaml_env_tag.add_env_tag(yaml.SafeLoader)
    settings = yaml.load(configuration.read_text(encoding="utf-8"), loader)
    return checked_contact((settings.get("extra") or {}).get("contact"))
