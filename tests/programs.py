"""Programs that some tests need, and that a machine may lack."""

from __future__ import annotations

import shutil

import pytest


def program(*names: str) -> str:
    """The first of these programs that the machine has; without one, the test is skipped and says so."""
    for name in names:
        if found := shutil.which(name):
            return found
    pytest.skip(f"{names[0]} mangler på denne maskinen, så dette er ikke prøvd")
