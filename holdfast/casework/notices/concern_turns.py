"""Whose turn each concern is: the person asked, until their day has passed; then, and after an answer, the officer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from django.db.models import Q, QuerySet

from holdfast.casework.people.models import Child
from holdfast.casework.resolution.facts import RECORDS_OF_A_CONCERN, standing_of
from holdfast.casework.resolution.models import Concern, Stage, Told
from holdfast.domain import working_days
from holdfast.domain.limits import Book
from holdfast.domain.resolution import standing as law
from holdfast.domain.resolution.moves import State
from holdfast.domain.resolution.standing import Place, Standing

from .turn import Turn, What, Whose


def concerns_in_hand(children: QuerySet[Child], on: date) -> QuerySet[Concern]:
    """The concerns of these children that wait for somebody: open ones, and those whose child is still to be told."""
    waiting = Q(closed_on=None) | Q(child_told=Told.NO)
    found = Concern.objects.filter(waiting, child__in=children, raised_on__lte=on)
    return found.select_related("child").prefetch_related(*RECORDS_OF_A_CONCERN).order_by("raised_on", "id")


def concern_turns(concerns: Iterable[Concern], on: date, book: Book) -> Iterator[Turn]:
    """Everything these concerns wait for as of a day. They come with their records (`RECORDS_OF_A_CONCERN`)."""
    for concern in concerns:
        stands = standing_of(concern, on, book)
        stage = waiting_stage(concern, stands)
        if stage is not None and stage.asked is not None and not _stands_still(stands):
            yield Turn(
                What.ANSWER_CONCERN,
                Whose.ASKED,
                concern.child_id,
                due_of(stands),
                since=stage.opened_on,
                concern=concern,
                asked=stage.asked,
            )
        yield from _officer(concern, stands)


def waiting_stage(concern: Concern, stands: Standing) -> Stage | None:
    """The stage that waits for its answer, if any."""
    number = next((one.number for one in stands.stages if one.place is Place.WAITING), None)
    return next((one for one in concern.stages.all() if one.number == number), None)


def due_of(stands: Standing) -> date | None:
    """The last day for the answer that is waited for."""
    return next((one.due for one in stands.stages if one.place is Place.WAITING), None)


def _officer(concern: Concern, stands: Standing) -> Iterator[Turn]:
    turn = stands.turn
    if turn.whose is not law.Whose.OFFICER:
        return
    what, due, since = What.CONCERN, turn.by, turn.since
    if stands.state is State.CLOSED:
        what = What.TELL_CHILD
    elif _stands_still(stands):
        # a pause is the officer's own doing; it comes back to them once the total has passed all the same
        if stands.clock is None or not stands.clock.elapsed_over:
            return
    elif turn.passed and turn.by is not None:
        due = stands.clock.last_day if stands.clock else None
        since = working_days.add(turn.by, 1)
    yield Turn(what, Whose.OFFICER, concern.child_id, due, since=since, concern=concern)


def _stands_still(stands: Standing) -> bool:
    return stands.state in (State.PAUSED, State.PAUSED_WAITING)
