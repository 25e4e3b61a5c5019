"""Who may draw, rate and discuss, and what may be written of it."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone

from holdfast.casework.access.roles import Permission, Role
from holdfast.casework.access.rules import check_by, may
from holdfast.casework.people.models import Allocation, Interest, Worker
from holdfast.casework.people.queries import NotYours
from holdfast.casework.plans.rules import refuse
from holdfast.casework.records.rules import tidy
from holdfast.domain.questionnaires.answering import options
from holdfast.domain.questionnaires.questions import Question, read
from holdfast.domain.reporting_year import Period, ReportingYear
from holdfast.domain.wording import long_date

from .models import PeerAudit, Sample

#: what a second officer rates, by the keys of the questionnaire
QUESTIONS = ("legal_status_right", "placement_meets_needs", "care_plan_quality", "corporate_parenting")
#: no judgement, so out of every base
NO_JUDGEMENT = ("na", "unknown")
MOST_PER_OFFICER = 10


class Part(StrEnum):
    """What somebody is in a peer audit."""

    RATER = "rater"
    OFFICER = "officer"
    MANAGER = "manager"


def check_draws(by: Any) -> None:
    """Raises NotAllowed: a sample is drawn from every officer's children, by who may see them all."""
    check_by(by, Permission.AUDIT_PEERS)
    check_by(by, Permission.SEE_ALL_CHILDREN)


def draws(user: Any) -> bool:
    return may(user, Permission.AUDIT_PEERS) and may(user, Permission.SEE_ALL_CHILDREN)


def part_of(user: Any, audit: PeerAudit) -> Part | None:
    """Nobody but the two officers and their manager has a part in an audit."""
    if not may(user, Permission.AUDIT_PEERS):
        return None
    if audit.rater.user_id == user.pk:
        return Part.RATER
    if audit.officer.user_id == user.pk:
        return Part.OFFICER
    return Part.MANAGER if draws(user) else None


def reviews_the_child(audit: PeerAudit, on: date | None = None) -> bool:
    """Whether the rater could have read the officer's ratings since the review was drawn: the child became theirs, if
    only for a day, or their role sees every child now."""
    if audit.rater.user is not None and may(audit.rater.user, Permission.SEE_ALL_CHILDREN):
        return True
    day = on or timezone.localdate()
    own = Allocation.objects.filter(worker=audit.rater_id, child=audit.review.child_id, starts__lte=day)
    return own.exists()


def reads_record(part: Part | None, audit: PeerAudit) -> bool:
    """Only the rater, and only until the two have agreed what to make of it."""
    return part is Part.RATER and audit.discussed_on is None and not reviews_the_child(audit)


def may_rate(audit: PeerAudit, rater: Worker) -> bool:
    """Whether an officer signs in, is not the one audited, and never had to do with the child."""
    if rater.pk == audit.officer_id or rater.user is None:
        return False
    child = audit.review.child_id
    knows = Allocation.objects.filter(worker=rater, child=child).exists()
    return (
        not knows
        and not Interest.objects.filter(worker=rater, child=child).exists()
        and rater.user.is_active
        and rater.user.role == Role.IRO
    )


def check_rates(by: Any, audit: PeerAudit) -> None:
    """Raises NotAllowed, NotYours, or ValidationError once it is rated or where the rater has come to see the child."""
    check_by(by, Permission.AUDIT_PEERS)
    if by is not None and part_of(by, audit) is not Part.RATER:
        raise NotYours
    if audit.rated_on is not None:
        raise ValidationError(
            f"This review was rated on {long_date(audit.rated_on)}, and both have seen the ratings since. "
            "Nothing was changed."
        )
    if reviews_the_child(audit):
        raise ValidationError(
            "This child has become one of those you see, so another officer rates this review. "
            "Ask your IRO manager to hand it on."
        )


def check_discusses(by: Any, audit: PeerAudit) -> None:
    """Either of the two officers writes down what they agreed, once both have rated."""
    check_by(by, Permission.AUDIT_PEERS)
    if by is not None and part_of(by, audit) not in (Part.RATER, Part.OFFICER):
        raise NotYours
    if audit.rated_on is None:
        raise ValidationError(
            "The second officer has not rated this review yet. There is nothing to discuss so far."
        )


def check_month(month: Period, on: date) -> None:
    """Raises ValidationError for a month that is not over, or whose sample is drawn."""
    if month.ends >= on:
        raise refuse(
            "month", f"This month runs until {long_date(month.ends)}. Draw its sample once it is over."
        )
    if Sample.objects.filter(month=month.starts).exists():
        raise drawn_already()


def drawn_already() -> ValidationError:
    return refuse("month", "The sample of this month is drawn already. Nothing was drawn a second time.")


def check_per_officer(per_officer: int) -> None:
    if not 1 <= per_officer <= MOST_PER_OFFICER:
        raise refuse("per_officer", f"Draw from 1 to {MOST_PER_OFFICER} reviews of each officer.")


def month_of(day: date) -> Period:
    """The month a day lies in."""
    return next(month for month in ReportingYear.of(day).months if month.starts <= day <= month.ends)


def questions_of(audit: PeerAudit) -> tuple[Question, ...]:
    """What is rated, in the words the officer's own monitor asked."""
    asked = read(audit.review.monitor.asked.content)
    return tuple(question for key in QUESTIONS if (question := asked.question(key)) is not None)


def check_ratings(audit: PeerAudit, ratings: dict[str, str], *, whole: bool) -> dict[str, str]:
    """The ratings given. Raises ValidationError question -> sentence; ``whole``: none may be missing."""
    kept, wrong = {}, {}
    for question in questions_of(audit):
        value = ratings.get(question.key) or ""
        offered = [option.key for option in options(question)]
        if value and value not in offered:
            wrong[question.key] = "Choose one of the answers offered."
        elif value:
            kept[question.key] = value
        elif whole:
            wrong[question.key] = f"Answer question {question.number}."
    if wrong:
        raise ValidationError(wrong)
    return kept


def check_text(text: str, field: str, sentence: str = "") -> str:
    """The text as it is kept. Raises ValidationError when nothing is left and ``sentence`` says it is needed."""
    found = tidy(text)
    if sentence and not found:
        raise refuse(field, sentence)
    return found
