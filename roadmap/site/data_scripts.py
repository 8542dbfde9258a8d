"""Data for a page's scripts, as scripts themselves: a page that is opened as a file may load nothing else."""

from __future__ import annotations

import json
from typing import Any


def data_script(before: str, data: Any, after: str = "") -> bytes:
    """The statement that hands ``data`` over, between what stands before it and after it."""
    return f"{before}{json.dumps(data, ensure_ascii=False, separators=(',', ':'))}{after};\n".encode()
