"""A lock that one process at a time holds on a project folder."""

from __future__ import annotations

import fcntl
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def exclusive_lock(file: Path, waiting: str) -> Iterator[int]:
    """Holds the lock on ``file`` and gives its descriptor; says ``waiting`` on stderr when another process has it.

    A child process that inherits the descriptor keeps the lock for as long as it lives.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    descriptor = _locked(file, waiting)
    try:
        yield descriptor
    finally:
        os.close(descriptor)


def _locked(file: Path, waiting: str) -> int:
    while True:
        descriptor = os.open(file, os.O_RDWR | os.O_CREAT, 0o644)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print(waiting, file=sys.stderr, flush=True)
            fcntl.flock(descriptor, fcntl.LOCK_EX)
        if _is_at(file, descriptor):
            return descriptor
        # `make clean` removed the file meanwhile: whoever comes next would lock a new one.
        os.close(descriptor)


def _is_at(file: Path, descriptor: int) -> bool:
    try:
        return os.path.samestat(file.stat(), os.fstat(descriptor))
    except FileNotFoundError:
        return False
