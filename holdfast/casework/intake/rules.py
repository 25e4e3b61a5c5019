"""What may be done with an import, and when one that says nothing any more is taken to be broken off."""

from __future__ import annotations

import os
import socket
from datetime import timedelta

from django.utils import timezone

from .models import ReturnIntake
from .states import MOVES, State

#: an import not heard of for this long is taken to be broken off
SILENT_FOR = timedelta(minutes=15)


class MoveNotAllowed(Exception):
    """The import is not in a state from which it can go there."""

    def __init__(self, now: State, wanted: State) -> None:
        super().__init__(
            f"This import is “{now.label}”. It cannot become “{wanted.label}”. Start a new import."
        )


class AnotherImportLoads(Exception):
    """Somebody else's import is being loaded. Nothing of this one was loaded."""

    def __init__(self) -> None:
        super().__init__("Another import is being loaded. Wait until it has ended, then load yours.")


class AlreadySettled(Exception):
    """Somebody has settled this difference."""

    def __init__(self) -> None:
        super().__init__(
            "This difference has been settled already. Open the record to see how it stands now."
        )


def check_move(intake: ReturnIntake, to: State) -> None:
    """Raises MoveNotAllowed unless the table of moves has it."""
    now = State(intake.state)
    if to not in MOVES[now]:
        raise MoveNotAllowed(now, to)


def this_process() -> str:
    """This machine and process, as an import notes who does it."""
    return f"{socket.gethostname()}:{os.getpid()}"


def is_broken_off(intake: ReturnIntake) -> bool:
    """Whether what was doing the import is gone: its process ended, or nothing was heard of it for long."""
    if intake.state not in (State.READING, State.LOADING):
        return False
    host, _, process = intake.process.rpartition(":")
    if host == socket.gethostname() and process.isdigit():
        return not _is_running(int(process))
    return intake.alive_at < timezone.now() - SILENT_FOR


def _is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
