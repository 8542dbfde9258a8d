"""Runs tools.publish until the n-th thing that it asks of the file system. Usage: moment.py N kill|full MODE ARGUMENT…

There it is killed, or the disk is full. With the mode «no-exchange» paths can't change places in one step.
"""

import errno
import os
import signal
import sys
from pathlib import Path

sys.path.insert(0, str(Path.cwd()))

from tools import publish, releases

EVENTS = {"os.rename", "os.remove", "os.rmdir", "os.mkdir", "os.symlink", "shutil.rmtree", "subprocess.Popen"}
LOOKS = {"fcntl.flock", "os.listdir", "os.scandir", "ctypes.dlopen"}
moment, kind, mode, *arguments = sys.argv[1:]
left = int(moment)


def watch(event: str, _: object) -> None:
    global left
    if event in EVENTS or (kind == "kill" and event in LOOKS):
        left -= 1
        if left == 0 and kind == "kill":
            os.kill(os.getpid(), signal.SIGKILL)
        if left == 0:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


if mode == "no-exchange":
    releases._exchange = lambda one, other: False
sys.addaudithook(watch)
code = publish.main(arguments)
# 99: the moment never came.
sys.exit(99 if left > 0 else code)
