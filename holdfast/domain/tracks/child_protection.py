"""Child protection: the conference that opens it, review conferences, core groups.

Source: Working Together; Children in Need Census guide, 4.8 and 4.12; local limits where a council entered them.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from holdfast.domain.limits import Book
from holdfast.domain.timescales import NotKnown
from holdfast.domain.tracks import said
from holdfast.domain.tracks.claim import Claim
from holdfast.domain.tracks.facts import Held, Kind, Life, Protection
from holdfast.domain.tracks.standing import Reviews, reviews
from holdfast.domain.wording import long_date

OPENING = (Kind.CONFERENCE_INITIAL, Kind.CONFERENCE_TRANSFER)
#: the track of the meeting after a birth
PRE_BIRTH = "pre_birth"
ENDS = "If the plan ended before then, none would be due."


def claims(life: Life, on: date, book: Book) -> Iterator[Claim]:
    """What is due for every process that is open, while the service chairs conferences."""
    for process in life.protections:
        yield from of_process(process, life, on, book)


def of_process(process: Protection, life: Life, on: date, book: Book) -> Iterator[Claim]:
    """What is due for one process, from its opening to the end of its plan."""
    over = [day for day in (process.closed_on, process.ended) if day is not None and day <= on]
    if process.opened_on > on or over or not book.reviews_protection(on):
        return
    held = held_for(process, life)
    if process.started is None or process.started > on:
        yield _opening(process, held, on, book)
        return
    counted_from = _conference_day(process, held, on)
    yield _review(process, held, counted_from, on, book)
    yield from _core_group(process, held, counted_from, on, book)
    yield from _after_birth(process, held, life.born, on, book)


def held_for(process: Protection, life: Life) -> tuple[Held, ...]:
    """The conferences and core groups of a process; one that names no plan belongs to the process open on its day."""
    last = process.ended or process.closed_on or date.max
    kinds = (*OPENING, Kind.CONFERENCE_REVIEW, Kind.CORE_GROUP)
    return tuple(
        one
        for one in life.held
        if one.kind in kinds
        and (one.plan == process.plan or (one.plan is None and process.opened_on <= one.first_on <= last))
    )


def _opening(process: Protection, held: tuple[Held, ...], on: date, book: Book) -> Claim:
    """The conference within 15 working days of the strategy discussion, or of the notice of a move here."""
    kind = Kind.CONFERENCE_TRANSFER if process.transfer_in else Kind.CONFERENCE_INITIAL
    conferences = reviews(held, OPENING, on, since=process.opened_on)
    if conferences.under_way is not None:
        return said.to_complete(conferences.under_way, book, process.plan)
    if conferences.completed:
        day = long_date(conferences.completed[-1])
        why = f"A conference was held on {day}. Record the plan it made, or that it made none."
        return Claim("child_protection", kind, NotKnown(why), plan=process.plan)
    if process.transfer_in:
        sentence = "The conference is due within {limit} of the notice of the move here on {day}"
        due = said.due("conference.transfer", process.opened_on, sentence, book)
    else:
        sentence = "The initial conference is due within {limit} of the strategy discussion on {day}"
        due = said.due("conference.initial", process.opened_on, sentence, book)
    changes = ("If it were decided that no conference is needed, none would be due.",)
    return Claim("child_protection", kind, due, would_change=changes, plan=process.plan)


def _conference_day(process: Protection, held: tuple[Held, ...], on: date) -> date:
    """The day of the conference that made the plan; the plan's first day where the conference is not recorded."""
    opening = reviews(held, OPENING, on, since=process.opened_on).completed
    return opening[-1] if opening else process.started or process.opened_on


def _review(process: Protection, held: tuple[Held, ...], counted_from: date, on: date, book: Book) -> Claim:
    conferences = _since_plan(process, held, (Kind.CONFERENCE_REVIEW,), on)
    if conferences.under_way is not None:
        return said.to_complete(conferences.under_way, book, process.plan)
    if conferences.completed:
        sentence = "A review conference is due within {limit} of the last on {day}"
        due = said.due("conference.later", conferences.completed[-1], sentence, book)
    else:
        sentence = "The first review conference is due within {limit} of the initial conference on {day}"
        due = said.due("conference.first-review", counted_from, sentence, book)
    return Claim("child_protection", Kind.CONFERENCE_REVIEW, due, would_change=(ENDS,), plan=process.plan)


def _core_group(
    process: Protection, held: tuple[Held, ...], counted_from: date, on: date, book: Book
) -> Iterator[Claim]:
    """The first within 10 working days; later ones only where the council entered a limit."""
    groups = _since_plan(process, held, (Kind.CORE_GROUP,), on).completed
    if not groups:
        sentence = "The first core group is due within {limit} of the initial conference on {day}"
        due = said.due("conference.core-group", counted_from, sentence, book)
    elif book.holds("core-group.later", groups[-1]):
        sentence = "A core group is due within {limit} of the last on {day}, by this council's own limit"
        due = said.due("core-group.later", groups[-1], sentence, book)
    else:
        return
    yield Claim("core_group", Kind.CORE_GROUP, due, would_change=(ENDS,), plan=process.plan)


def _after_birth(
    process: Protection, held: tuple[Held, ...], born: date | None, on: date, book: Book
) -> Iterator[Claim]:
    """A plan from before the birth: a review conference or core group soon after, where the council entered a limit."""
    made_before = (
        process.unborn and process.started is not None and born is not None and process.started <= born
    )
    if not made_before or born is None or born > on or not book.holds("conference.pre-birth", born):
        return
    if reviews(held, (Kind.CONFERENCE_REVIEW, Kind.CORE_GROUP), on, since=born).held:
        return
    sentence = "A review conference or core group is due within {limit} of the birth on {day}: the council's own limit"
    yield Claim(
        PRE_BIRTH,
        Kind.CONFERENCE_REVIEW,
        said.due("conference.pre-birth", born, sentence, book),
        would_change=("A core group held since the birth meets this as well.", ENDS),
        plan=process.plan,
    )


def _since_plan(process: Protection, held: tuple[Held, ...], kinds: tuple[Kind, ...], on: date) -> Reviews:
    return reviews(held, kinds, on, since=process.started or process.opened_on, until=process.ended)
