"""Which process does an import: told apart from a later one that was given the same number."""

from __future__ import annotations

import os
import socket
from pathlib import Path

_PROC = Path("/proc")


def this_process() -> str:
    """This machine, process and the moment it started, as an import notes who does it."""
    return f"{socket.gethostname()}:{os.getpid()}:{_started(os.getpid())}"


def is_gone(noted: str) -> bool:
    """Whether the process noted was one of this machine and runs no more. Of other machines we cannot say: False."""
    host, number, started = [*noted.rsplit(":", 2), "", ""][:3]
    if host != socket.gethostname() or not number.isdigit():
        return False
    return not _is_running(int(number)) or _started(int(number)) != started


def _started(process: int) -> str:
    """When a process began, as the kernel counts it; blank where the system does not say.

    A restarted container has the same name and gives out the same numbers again, so the number alone says nothing.
    """
    try:
        # the name of the program stands in brackets and may hold anything; what comes after the last one is numbers
        after_name = (_PROC / str(process) / "stat").read_text().rpartition(")")[2].split()
        boot = (_PROC / "sys/kernel/random/boot_id").read_text()[:8]
    except OSError:
        return ""
    return f"{boot}-{after_name[19]}"


def _is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    return True
