"""What may be done with an import, and when one that says nothing any more is taken to be broken off."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.utils import timezone

from .models import ReturnIntake
from .process import is_gone
from .states import MOVES, UNDER_WAY, State

#: an import not heard of for this long is taken to be broken off
SILENT_FOR = timedelta(minutes=15)
#: how long an import that was read waits for somebody to load it: its files hold a year of children
WAITS_FOR = timedelta(days=7)
#: what a person reads about an import that was cut off
BROKEN_OFF = (
    "The program that did this import was stopped or restarted before it had finished. Nothing was loaded."
)


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


def is_broken_off(intake: ReturnIntake) -> bool:
    """Whether what was doing the import is gone: its process ended, or nothing was heard of it for long.

    A process that runs proves little (the thread in it may have died), so silence counts for it too.
    """
    if intake.state not in UNDER_WAY:
        return False
    return is_gone(intake.process) or intake.alive_at < timezone.now() - SILENT_FOR


def forgotten_since() -> datetime:
    """An import that has waited to be loaded since before this moment is given up and its files are removed."""
    return timezone.now() - WAITS_FOR
