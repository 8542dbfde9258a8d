"""What stops a build besides bad content."""

from __future__ import annotations


class OutputError(Exception):
    """Something that was made is not what it must be; the message says what and why, in Norwegian."""
