"""A command run at a real terminal: what it asks is read, and what somebody would type is typed."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import subprocess
import sys
import termios
import time
from collections.abc import Sequence

from tests.conftest import ROOT

_LONGEST_WAIT = 120
_CTRL_C = "\x03"


def at_a_terminal(arguments: Sequence[str], typed: Sequence[str]) -> tuple[int, str]:
    """The exit code and all that was shown; each of ``typed`` is typed when the command waits with «> »."""
    terminal, end = pty.openpty()
    command = [sys.executable, "-m", "roadmap", *arguments]
    environment = os.environ | {"TERM": "dumb"}
    process = subprocess.Popen(
        command, stdin=end, stdout=end, stderr=end, cwd=ROOT, env=environment, preexec_fn=_own_terminal
    )
    os.close(end)
    shown, waiting = "", list(typed)
    has_ended, last = False, ""
    deadline = time.monotonic() + _LONGEST_WAIT
    while time.monotonic() < deadline:
        readable, _, _ = select.select([terminal], [], [], 1)
        if not readable:
            # What it said last may have come after nothing was there to read.
            if has_ended:
                break
            has_ended = process.poll() is not None
            if not has_ended and last == _CTRL_C:
                # Python's readline misses one that comes just as it begins to wait; a person presses again.
                os.write(terminal, last.encode())
            continue
        try:
            data = os.read(terminal, 65536)
        except OSError:
            # The command has ended.
            break
        shown += data.decode("utf-8", "replace")
        if waiting and shown.endswith("> "):
            last = waiting.pop(0)
            os.write(terminal, last.encode())
    os.close(terminal)
    if process.poll() is None and time.monotonic() >= deadline:
        process.kill()
    return process.wait(), shown.replace("\r\n", "\n")


def _own_terminal() -> None:
    """Makes the terminal the command's own, so that Ctrl+C reaches it."""
    os.setsid()
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
