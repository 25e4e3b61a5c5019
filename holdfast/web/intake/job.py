"""Reading and loading in the background: pages go on, and a page that is opened again finds the job where it is.

The job runs in a thread of the service's own process. If that process ends, nothing is loaded half: loading is one
transaction, and a page that is opened says at once that the import was broken off.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from uuid import UUID

from django.conf import settings
from django.db import close_old_connections, connection, transaction

from holdfast.casework.access.models import User
from holdfast.casework.intake import actions
from holdfast.casework.intake.heartbeat import heartbeat
from holdfast.casework.intake.models import ReturnIntake
from holdfast.casework.intake.rules import AnotherImportLoads, MoveNotAllowed
from holdfast.casework.intake.states import ENDED, State
from holdfast.returns.ssda903 import load as loading
from holdfast.returns.ssda903.read import read
from holdfast.returns.ssda903.return_set import ReturnSet
from holdfast.web.intake import parcel
from holdfast.web.intake.given_names import in_given_names, renamed

log = logging.getLogger(__name__)
#: Notes beside the files: how far loading is, what it would change, and why the last try to load did not begin.
LOADING, PREVIEW, REFUSAL = "loading", "preview", "refusal"
#: How often progress is written down.
SECONDS_BETWEEN_NOTES = 0.4
#: Of the whole bar, reading the files; the rest is working out what would change.
READING_SHARE = 70

Tell = Callable[[str, int], None]


def start_reading(intake: ReturnIntake, by: User) -> None:
    _in_background(_read, intake.public_id, by.pk)


def start_loading(intake: ReturnIntake, by: User) -> None:
    parcel.remove_note(intake.public_id, REFUSAL)
    parcel.write_note(intake.public_id, LOADING, ["Reading the files again", 0])
    _in_background(_load, intake.public_id, by.pk)


def _in_background(work: Callable[[UUID, int], None], intake_id: UUID, user_id: int) -> None:
    if not settings.INTAKE_IN_BACKGROUND:
        work(intake_id, user_id)
        return
    threading.Thread(target=_alone, args=(work, intake_id, user_id), name="intake", daemon=True).start()


def _alone(work: Callable[[UUID, int], None], intake_id: UUID, user_id: int) -> None:
    """A thread has database connections of its own and gives them back."""
    close_old_connections()
    try:
        work(intake_id, user_id)
    except Exception:
        # Not even its end could be written down: it falls silent, and is found broken off.
        log.exception("An import ended without a word")
    finally:
        connection.close()


def _read(intake_id: UUID, user_id: int) -> None:
    """Read the files, keep what was found, and work out what loading would change."""
    intake, by = _intake(intake_id), User.objects.get(pk=user_id)
    try:
        with heartbeat(intake):
            _read_and_note(intake, by)
    except Exception as error:
        _failed(intake, by, error)
    if _intake(intake_id).state in ENDED:
        parcel.discard(intake_id)


def _read_and_note(intake: ReturnIntake, by: User) -> None:
    tell = _Teller(lambda step, percent: actions.tell_progress(intake=intake, step=step, progress=percent))
    return_set = _read_parcel(intake.public_id, tell)
    tell("Looking for what is wrong", READING_SHARE)
    if not return_set.faults:
        parcel.write_note(intake.public_id, PREVIEW, _preview(return_set, intake, by))
    loading.receive(return_set=return_set, intake=intake, by=by)


def _read_parcel(intake_id: UUID, tell: _Teller) -> ReturnSet:
    """What was uploaded, read, with every file under the name it came with."""
    given = parcel.given_names(intake_id)
    found = read(
        parcel.contents(intake_id),
        lambda what, done, total: tell.reading(in_given_names(what, given), done, total),
    )
    return renamed(found, given)


def _preview(return_set: ReturnSet, intake: ReturnIntake, by: User) -> dict[str, dict[str, int]] | None:
    """What loading would do: done for once and taken back, so that it cannot differ from what will be done.

    None while another import is being loaded: what stands in the record is about to change.
    """
    try:
        with transaction.atomic():
            counts = loading.load(return_set, intake=intake, by=by)
            transaction.set_rollback(True)
    except AnotherImportLoads:
        return None
    finally:
        intake.refresh_from_db()
    return counts


def _load(intake_id: UUID, user_id: int) -> None:
    """Load the files. Only the run that got the place for loading says how it ended: `loading.load` does that."""
    intake, by = _intake(intake_id), User.objects.get(pk=user_id)
    try:
        # Inside the one transaction nothing written to the database can be seen from outside: a note beside the files.
        tell = _Teller(lambda step, percent: parcel.write_note(intake_id, LOADING, [step, percent]))
        return_set = _read_parcel(intake_id, tell)
        loading.load(return_set, intake=intake, by=by, progress=tell.loading)
    except (AnotherImportLoads, loading.RefusedReturn) as refusal:
        _did_not_begin(intake_id, str(refusal))
    except MoveNotAllowed:
        log.info("An import was told to load by two at once; the other does it")
    except Exception:
        log.exception("An import stopped while loading")
        if _intake(intake_id).state == State.WAITING:
            _did_not_begin(
                intake_id, "Something went wrong on our side before loading began. Try it once more."
            )
    if _intake(intake_id).state in ENDED:
        parcel.discard(intake_id)


def _did_not_begin(intake_id: UUID, why: str) -> None:
    parcel.write_note(intake_id, REFUSAL, why)
    parcel.remove_note(intake_id, LOADING)


def _failed(intake: ReturnIntake, by: User, error: Exception) -> None:
    """Say that reading stopped. Where it did is in the log, without a value from the files."""
    log.error("An import stopped while reading", exc_info=error)
    intake.refresh_from_db()
    if intake.state == State.READING:
        actions.has_stopped(intake=intake, error=error, by=by)


def _intake(intake_id: UUID) -> ReturnIntake:
    return ReturnIntake.objects.get(public_id=intake_id)


class _Teller:
    """Passes progress on, but not so often that telling takes longer than doing."""

    def __init__(self, tell: Tell) -> None:
        self._tell, self._last, self._steps = tell, 0.0, 0

    def __call__(self, step: str, percent: int) -> None:
        self._tell(step, percent)

    def reading(self, what: str, done: int, total: int | None) -> None:
        percent = int(READING_SHARE * done / total) if total else 0
        self._seldom(f"Reading {what}", percent)

    def loading(self, what: str, done: int, total: int | None) -> None:
        """Six kinds of record follow each other; each is a step of its own."""
        self._steps += 1
        self._seldom(f"Loading: {what.lower()}", min(99, READING_SHARE + 2 * self._steps))

    def _seldom(self, step: str, percent: int) -> None:
        now = time.monotonic()
        if now - self._last >= SECONDS_BETWEEN_NOTES:
            self._last = now
            self._tell(step, percent)
