"""Inviting people to a review: the day is noted, and those with an e-mail address get the invitation by e-mail."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction

from holdfast.casework.notices.actions import invite_by_email
from holdfast.casework.preparing import actions
from holdfast.casework.preparing.models import Invitee
from holdfast.casework.reviews.models import Review


def invite(*, review: Review, invitees: list[Invitee], on: date, by: Any) -> str:
    """Note the invitation and write the e-mails; what to say of it. Raises ValidationError where no day is booked."""
    with transaction.atomic():
        count = actions.invite(invitees=invitees, on=on, by=by)
        written = len(invite_by_email(review=review, invitees=invitees, by=by))
    return f"Invited: {_people(count)}. {_letters(written)}"


def invite_everybody(*, reviews: list[Review], on: date, by: Any) -> str:
    """Of several reviews, everybody who is not invited yet; a review without a list gets one first."""
    count = written = 0
    with transaction.atomic():
        for review in reviews:
            waiting = [one for one in _listed(review, by) if not one.invited_on and not one.not_invited_why]
            count += actions.invite(invitees=waiting, on=on, by=by)
            written += len(invite_by_email(review=review, invitees=waiting, by=by))
    return f"Invited: {_people(count)} to {_reviews(len(reviews))}. {_letters(written)}"


def send_papers(*, reviews: list[Review], on: date, by: Any) -> str:
    """Of several reviews, everybody whose consultation paper had not gone; a review without a list gets one first."""
    count = 0
    with transaction.atomic():
        for review in reviews:
            waiting = [
                one for one in _listed(review, by) if not one.paper_sent_on and not one.not_invited_why
            ]
            count += actions.paper_sent(invitees=waiting, on=on, by=by)
    return f"Consultation papers noted as sent to {_people(count)} for {_reviews(len(reviews))}."


def _listed(review: Review, by: Any) -> list[Invitee]:
    if not review.invitees.exists():
        actions.ask_people(review=review, by=by)
    return list(review.invitees.select_related("review__child"))


def _people(count: int) -> str:
    return f"{count} {'person' if count == 1 else 'people'}"


def _reviews(count: int) -> str:
    return f"{count} review{'' if count == 1 else 's'}"


def _letters(written: int) -> str:
    if not written:
        return "No e-mail is sent: nobody among them has an address, or they were written to before."
    return f"{written} invitation{'' if written == 1 else 's'} by e-mail {'is' if written == 1 else 'are'} on the way."
