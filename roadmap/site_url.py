"""The URLs that an operator sets: where the site will live, and where «Foreslå endring» opens a file."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from roadmap.errors import OutputError

NO_SITE_URL = (
    "SITE_URL er ikke satt. QR-koder og lenker i PDF, på lysbilder, i Excel og i Word fører ikke til nettstedet."
)
_EXAMPLES = {"SITE_URL": "https://veikart.example/", "REPO_URL": "https://kode.example/veikart"}


def checked_site_url(value: str | None) -> str:
    """The site's URL with a slash at its end, as links in print need it.

    Raises:
        OutputError: when it is empty or not a whole URL; the message names SITE_URL and says how to write it.
    """
    return f"{_checked('SITE_URL', value).rstrip('/')}/"


def is_example(site_url: str) -> bool:
    """Whether the URL is the one that stands there until an operator sets another."""
    return site_url == _EXAMPLES["SITE_URL"]


def checked_repo_url(value: str | None) -> str:
    """The URL of the repository that the content lies in, without a slash at its end.

    Raises:
        OutputError: when it is empty or not a whole URL; the message names REPO_URL and says how to write it.
    """
    return _checked("REPO_URL", value).rstrip("/")


def _checked(variable: str, value: str | None) -> str:
    cure = f"skriv hele adressen, for eksempel {_EXAMPLES[variable]}"
    if not value:
        raise OutputError(f"{variable} er tom – {cure}")
    if fault := _fault(value):
        raise OutputError(f"{variable} {fault} – {cure}")
    return value


def _fault(value: str) -> str:
    if not re.fullmatch(r"[!-~]+", value) or re.search(r"[\"'<>\\^`{|}]", value):
        # What may hold control characters is not printed, nor are passwords.
        return "har mellomrom eller tegn som ikke kan stå i en adresse"
    if not re.match(r"https?://", value):
        return f"er «{value}», som ikke begynner med https:// eller http://"
    try:
        parts = urlsplit(value)
        host, _ = parts.hostname, parts.port
    except ValueError:
        return "er ikke en gyldig adresse"
    if "@" in parts.netloc:
        return "har brukernavn eller passord"
    if not host or not re.fullmatch(r"[a-z0-9.:-]+", host):
        return f"er «{value}», som mangler navnet på en tjener"
    if "?" in value or "#" in value:
        return f"er «{value}», som har «?» eller «#»"
    return ""
