"""Invitations to a review, and what follows when it is moved or cancelled."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, time
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction

from holdfast.casework.access.roles import Permission
from holdfast.casework.notices.models import Letter
from holdfast.casework.notices.wording import how, when
from holdfast.casework.people.models import Relation
from holdfast.casework.preparing.models import Invitee
from holdfast.casework.reviews.models import Review
from holdfast.casework.reviews.rules import check_theirs

from .writing import write

#: what tells somebody of the time of a review
TELLS = ("invitation", "invitation_outside", "moved", "cancelled", "again")


@transaction.atomic
def invite_by_email(*, review: Review, invitees: Iterable[Invitee], by: Any) -> list[Letter]:
    """Write an invitation to each of these who has an e-mail address; nobody is invited twice to the same time.

    Who signs in here is sent to their page; others learn the rest from the service, never from the e-mail. Raises
    NotAllowed, NotYours; ValidationError for a review without a day.
    """
    check_theirs(by, Permission.BOOK_REVIEWS, review.child_id)
    if review.planned_on is None or review.cancelled_on is not None:
        raise ValidationError("This review is not booked. Book it for a day first, then invite people to it.")
    told = {_invited_to(letter) for letter in Letter.objects.filter(review=review, template__in=TELLS)}
    written = []
    for invitee in invitees:
        left_out = not invitee.email or invitee.not_invited_why or invitee.review_id != review.pk
        if left_out or (str(invitee.public_id), review.planned_on, review.planned_at) in told:
            continue
        inside = invitee.relation == Relation.SOCIAL_WORKER
        letter = write(
            template="invitation" if inside else "invitation_outside",
            to=invitee.email,
            key=_key(invitee, review),
            review=review,
            by=by,
            when=when(review.planned_on, review.planned_at),
            how=how(review),
            address=settings.SERVICE_ADDRESS,
        )
        written += [letter] if letter else []
    return written


def tell_of_changes(*, on: date, by: Any) -> int:
    """Write to everybody who was invited by e-mail to a review that was since moved, cancelled, or is held after all;
    how many letters.

    Each change is told once, and only while it is still to come.
    """
    told = Letter.objects.filter(template__in=TELLS, review__held_on=None, review__withdrawn_at=None)
    last: dict[str, Letter] = {}
    for letter in told.select_related("review").order_by("id"):
        last[_invited_to(letter)[0]] = letter
    invited = Invitee.objects.filter(review__in={letter.review_id for letter in last.values()})
    people = {str(one.public_id): one for one in invited}
    count = 0
    for whom, letter in last.items():
        invitee = people.get(whom)
        if invitee is not None and not invitee.not_invited_why:
            count += _tell(letter, invitee, on, by)
    return count


def _tell(letter: Letter, invitee: Invitee, on: date, by: Any) -> int:
    review = letter.review
    _, day, at = _invited_to(letter)
    template = _change(letter, day, at)
    if not template or (day if template == "cancelled" else review.planned_on) < on:
        return 0
    written = write(
        template=template,
        to=letter.to,
        key=f"{_key(invitee, review)}|{letter.pk}",  # the same time may be told again after another
        review=review,
        by=by,
        when=when(review.planned_on, review.planned_at),
        before=when(day, at),
        how=how(review),
    )
    return 1 if written else 0


def _change(letter: Letter, day: date, at: time | None) -> str:
    """Which letter follows the last one; none while that is still true."""
    review = letter.review
    if review.cancelled_on is not None:
        return "" if letter.template == "cancelled" else "cancelled"
    if letter.template == "cancelled":
        return "again"
    return "" if (day, at) == (review.planned_on, review.planned_at) else "moved"


def _key(invitee: Invitee, review: Review) -> str:
    """Who is invited to what time: an invitation to the same time is the same invitation."""
    at = f"{review.planned_at:%H:%M}" if review.planned_at else ""
    return f"invitation|{invitee.public_id}|{review.planned_on}|{at}"


def _invited_to(letter: Letter) -> tuple[str, date, time | None]:
    """Whom a letter told of which time, from its key."""
    _, whom, day, at, *_ = letter.key.split("|")
    return whom, date.fromisoformat(day), time.fromisoformat(at) if at else None
