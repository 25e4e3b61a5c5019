"""When things are due: reviews of children in care, what goes before and after them, and conferences.

Source: Care Planning, Placement and Case Review (England) Regulations 2010 (in force 1 April 2011), regulation
33; IRO Handbook 2010; Working Together. The numbers are in ``limits.toml``; each function names what it counts
from. Dates in, dates out: no clock is read here. A due date is never put off by a weekend or a holiday; beside
the last day in time stands the day to book by.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from holdfast.domain import limits, working_days
from holdfast.domain.limits import NATIONAL, Book
from holdfast.domain.wording import long_date, weekday_and_date


@dataclass(frozen=True)
class Due:
    """A due date that says why.

    ``last_day`` is the last day in time; ``book_by`` the last working day on or before it; ``why`` one sentence;
    ``certainty`` H, M or L as in ``limits.toml``.
    """

    rule_id: str
    last_day: date
    book_by: date
    counted_from: date
    why: str
    source: str
    certainty: str


@dataclass(frozen=True)
class NotRequired:
    """A review that is not due because care ended first: never late."""

    rule_id: str
    would_have_been: date
    why: str
    source: str
    certainty: str


@dataclass(frozen=True)
class NotKnown:
    """A review whose day cannot be told from what is recorded; ``why`` says what to look at."""

    why: str


def iro_appointed(care_began_on: date, book: Book = NATIONAL) -> Due:
    """A named IRO, within 5 working days of becoming looked after. IRO Handbook 2010."""
    return after(
        "iro.appointed",
        care_began_on,
        "An IRO is to be appointed within {limit} of coming into care on {day}",
        book,
    )


def first_review(care_began_on: date, book: Book = NATIONAL) -> Due:
    """The first review, within 20 working days of becoming looked after. Regulation 33(1)."""
    return after(
        "review.first",
        care_began_on,
        "The first review is due within {limit} of coming into care on {day}",
        book,
    )


def second_review(first_completed_on: date, book: Book = NATIONAL) -> Due:
    """The second review, not more than 3 months after the first was actually completed. Regulation 33(2)."""
    return after(
        "review.second",
        first_completed_on,
        "The second review is due within {limit} of the first review on {day}",
        book,
    )


def later_review(last_completed_on: date, book: Book = NATIONAL) -> Due:
    """A later review, not more than 6 months after the last was actually completed. Regulation 33(2)."""
    return after(
        "review.later", last_completed_on, "A review is due within {limit} of the last review on {day}", book
    )


def next_review(
    care_began_on: date,
    completed_on: Iterable[date] = (),
    care_ended_on: date | None = None,
    *,
    start_known: bool = True,
    book: Book = NATIONAL,
) -> Due | NotRequired | NotKnown:
    """The next review of a period of care on the ordinary track. Regulation 33.

    Runs from the actual date of the last review (of its final meeting), never from when it was due or planned.
    Reviews before ``care_began_on`` belong to an earlier period and are left out: a new period of care starts a
    new clock. Not required when care ended before the last day in time. Where ``start_known`` is false care began
    on ``care_began_on`` or before: see ``_of_unknown_start``. Not known, too, where no rule is held for the day.
    """
    done = sorted(day for day in completed_on if day >= care_began_on)
    try:
        due = (
            _on_the_ordinary_track(care_began_on, done, book)
            if start_known
            else _of_unknown_start(care_began_on, done, book)
        )
    except limits.LimitNotHeld:
        day = long_date(done[-1] if done else care_began_on)
        return NotKnown(f"No rule on reviews is held for {day}. Check that the date is right.")
    if isinstance(due, NotKnown) or care_ended_on is None or care_ended_on >= due.last_day:
        return due
    why = f"Not required: care ended on {long_date(care_ended_on)}, before the review was due on {{}}."
    return NotRequired(
        due.rule_id, due.last_day, why.format(long_date(due.last_day)), due.source, due.certainty
    )


def _on_the_ordinary_track(care_began_on: date, done: list[date], book: Book) -> Due:
    if not done:
        return first_review(care_began_on, book)
    return second_review(done[0], book) if len(done) == 1 else later_review(done[-1], book)


def _of_unknown_start(began_by: date, done: list[date], book: Book) -> Due | NotKnown:
    """Care began on ``began_by`` or before, so reviews before it may be missing. Regulation 33(1) and (2).

    A single review after the first one was due at the latest is at least the second: six months. One that may be the
    first is taken as the first, the safer reading: three months.
    """
    if not done:
        return NotKnown(
            f"Care began before {long_date(began_by)}, which is as far back as the records go, and no review is "
            "recorded since. Add the last review and the next date follows from it."
        )
    may_be_the_first = len(done) == 1 and done[0] <= first_review(began_by, book).last_day
    return second_review(done[0], book) if may_be_the_first else later_review(done[-1], book)


def social_worker_report(review_on: date, book: Book = NATIONAL) -> Due:
    """The social worker's report, care plan and health plan with the IRO, 3 working days before. IRO Handbook."""
    return _before(
        "review.social-worker-report",
        review_on,
        "The social worker's report is due {limit} before the review on {day}",
        book,
    )


def social_worker_talk(review_on: date, book: Book = NATIONAL) -> Due:
    """The talk between social worker and IRO, 15 working days before the review. IRO Handbook 2010."""
    return _before(
        "review.talk", review_on, "Social worker and IRO are to talk {limit} before the review on {day}", book
    )


def decisions_sent(completed_on: date, book: Book = NATIONAL) -> Due:
    """Decisions with social worker and manager, within 5 working days of the review. IRO Handbook, chapter 3."""
    return after(
        "review.decisions",
        completed_on,
        "Decisions are to be sent within {limit} of the review on {day}",
        book,
    )


def manager_answered(received_on: date, book: Book = NATIONAL) -> Due:
    """The social worker's manager agrees or objects, within 5 working days of receiving the decisions. Handbook 3."""
    return after(
        "review.manager",
        received_on,
        "The manager is to agree or object within {limit} of receiving the decisions on {day}",
        book,
    )


def care_plan_updated(completed_on: date, book: Book = NATIONAL) -> Due:
    """The care plan brought up to date, within 10 working days of the review. IRO Handbook, chapter 3."""
    return after(
        "review.care-plan",
        completed_on,
        "The care plan is to be brought up to date within {limit} of the review on {day}",
        book,
    )


def record_written(completed_on: date, book: Book = NATIONAL) -> Due:
    """The full record, within 15 working days of the review. IRO Handbook 2010, chapter 3."""
    return after(
        "review.record",
        completed_on,
        "The record is to be written within {limit} of the review on {day}",
        book,
    )


def record_distributed(completed_on: date, book: Book = NATIONAL) -> Due:
    """The record sent to all entitled, within 20 working days of the review. IRO Handbook 2010, chapter 3."""
    return after(
        "review.distributed",
        completed_on,
        "The record is to reach everyone entitled to it within {limit} of the review on {day}",
        book,
    )


def initial_conference(strategy_discussion_on: date, book: Book = NATIONAL) -> Due:
    """The initial child protection conference, within 15 working days of the strategy discussion that opened
    the enquiry. Working Together; Children in Need Census guide 4.12."""
    return after(
        "conference.initial",
        strategy_discussion_on,
        "The initial conference is due within {limit} of the strategy discussion on {day}",
        book,
    )


def core_group(initial_conference_on: date, book: Book = NATIONAL) -> Due:
    """The first core group, within 10 working days of the initial conference. Working Together."""
    return after(
        "conference.core-group",
        initial_conference_on,
        "The first core group is due within {limit} of the initial conference on {day}",
        book,
    )


def first_review_conference(initial_conference_on: date, book: Book = NATIONAL) -> Due:
    """The first review conference, not more than 3 months after the initial one. Working Together."""
    return after(
        "conference.first-review",
        initial_conference_on,
        "The first review conference is due within {limit} of the initial conference on {day}",
        book,
    )


@lru_cache(maxsize=16_384)
def after(rule_id: str, counted_from: date, sentence: str, book: Book = NATIONAL) -> Due:
    """What is due within a limit of a day. ``sentence`` says why, with {limit} and {day} in it and no full stop.

    Source: the entry of ``limits.toml`` that held on the day. Raises LimitNotHeld when there is none. Kept in memory:
    a list of thousands of children asks the same of the same days again and again.
    """
    limit = book.on(rule_id, counted_from)
    return _due(limit, counted_from, limit.after(counted_from), sentence)


def _before(rule_id: str, counted_from: date, sentence: str, book: Book) -> Due:
    limit = book.on(rule_id, counted_from)
    return _due(limit, counted_from, limit.before(counted_from), sentence)


def _due(limit: limits.Limit, counted_from: date, last_day: date, sentence: str) -> Due:
    book_by = working_days.last_on_or_before(last_day)
    why = sentence.format(limit=limit.wording, day=long_date(counted_from))
    if book_by != last_day:
        closed = working_days.why_not(last_day)
        why += f"; {long_date(last_day)} is no working day ({closed}), so book by {weekday_and_date(book_by)}"
    return Due(limit.rule_id, last_day, book_by, counted_from, f"{why}.", limit.source, limit.certainty)
