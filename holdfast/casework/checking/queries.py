"""Questions about peer audits. `find_audit` is the one door to an audit and to the review it is of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import models, transaction
from django.db.models import Q

from holdfast.casework.access.roles import Permission
from holdfast.casework.access.rules import check_may
from holdfast.casework.audit.actions import record
from holdfast.casework.people.models import Worker
from holdfast.casework.people.queries import NotYours
from holdfast.domain.agreement import Agreement, Weights
from holdfast.domain.agreement import agreement as agreement_of
from holdfast.domain.questionnaires.answering import options
from holdfast.domain.questionnaires.questions import Question
from holdfast.domain.questionnaires.shipped import shipped

from .models import PeerAudit, Sample
from .rules import NO_JUDGEMENT, QUESTIONS, Part, part_of


@dataclass(frozen=True)
class Seen:
    """An audit and what its reader is in it."""

    audit: PeerAudit
    part: Part


def audits() -> models.QuerySet[PeerAudit]:
    """For counting, and for those who have a part in them: with the officers, the sample and the review."""
    return PeerAudit.objects.select_related("sample", "review__child", "officer", "rater__user").order_by(
        "sample__month", "id"
    )


def find_audit(user: Any, public_id: UUID | str) -> Seen:
    """One audit, for the two officers and their manager. Raises NotAllowed, NotYours."""
    check_may(user, Permission.AUDIT_PEERS)
    try:
        wanted = public_id if isinstance(public_id, UUID) else UUID(str(public_id))
    except ValueError:
        raise NotYours from None
    audit = (
        audits().select_related("review__monitor__asked", "review__chair").filter(public_id=wanted).first()
    )
    part = part_of(user, audit) if audit else None
    if audit is None or part is None:
        raise NotYours
    return Seen(audit, part)


@transaction.atomic
def open_audit(user: Any, public_id: UUID | str) -> Seen:
    """The same for reading: leaves a row in the child's diary."""
    seen = find_audit(user, public_id)
    detail = {"child": seen.audit.review.child_id, "part": str(seen.part)}
    record(by=user, verb="peer_audit.read", subject=seen.audit, detail=detail)
    return seen


@dataclass(frozen=True)
class Waiting:
    """What waits for an officer, and what of theirs another officer rates now; each the oldest first."""

    to_rate: tuple[PeerAudit, ...]
    to_discuss: tuple[PeerAudit, ...]
    being_rated: tuple[PeerAudit, ...]


def waiting_for(user: Any) -> Waiting:
    """The open audits in which this officer has a part. One query."""
    either = Q(rater__user=user) | Q(officer__user=user)
    found = list(audits().filter(either, discussed_on__isnull=True))
    open_, rated = [one for one in found if one.rated_on is None], [one for one in found if one.rated_on]
    return Waiting(
        tuple(one for one in open_ if one.rater.user_id == user.pk),
        tuple(rated),
        tuple(one for one in open_ if one.officer.user_id == user.pk),
    )


def audits_to_rate(user: Any) -> list[PeerAudit]:
    """What this officer has still to rate, the oldest sample first."""
    return list(waiting_for(user).to_rate)


def audits_done(user: Any) -> models.QuerySet[PeerAudit]:
    """What this officer rated or held, and both have discussed; the newest first."""
    either = Q(rater__user=user) | Q(officer__user=user)
    return audits().filter(either, discussed_on__isnull=False).order_by("-discussed_on", "-id")


def audits_begun(user: Any) -> models.QuerySet[PeerAudit]:
    """Reviews of this officer that another rates now."""
    return audits().filter(officer__user=user, rated_on__isnull=True)


def samples() -> models.QuerySet[Sample]:
    """Every month's sample, the newest first, with how many were drawn, rated and discussed."""
    counted = Sample.objects.select_related("drawn_by").annotate(
        drawn=models.Count("audits"),
        rated=models.Count("audits", filter=Q(audits__rated_on__isnull=False)),
        discussed=models.Count("audits", filter=Q(audits__discussed_on__isnull=False)),
    )
    return counted.order_by("-month")


def find_sample(public_id: UUID) -> Sample | None:
    return samples().filter(public_id=public_id).first()


def workers_named(ids: Iterable[str]) -> dict[str, Worker]:
    """public id -> the officer, for what a sample was drawn from."""
    return {str(one.public_id): one for one in Worker.objects.filter(public_id__in=list(ids))}


@dataclass(frozen=True)
class OfQuestion:
    """How far two officers agree on one question, with both ways of weighing a disagreement."""

    question: Question
    linear: Agreement
    quadratic: Agreement


def agreement(among: Iterable[PeerAudit]) -> list[OfQuestion]:
    """Per question, over the audits both have rated; where either gave no judgement there is no pair."""
    rated = [one for one in among if one.rated_on is not None]
    return [_of_question(question, rated) for question in current_questions()]


def current_questions() -> list[Question]:
    """The four questions in the words of the questionnaire as shipped; their answers are the same in every version."""
    bank = shipped("child_in_care")
    return [question for key in QUESTIONS if (question := bank.question(key)) is not None]


def _of_question(question: Question, rated: Sequence[PeerAudit]) -> OfQuestion:
    scale = [option.key for option in options(question) if option.key not in NO_JUDGEMENT]
    pairs = [
        (one.officer_ratings[question.key], one.ratings[question.key])
        for one in rated
        if one.officer_ratings.get(question.key) in scale and one.ratings.get(question.key) in scale
    ]
    return OfQuestion(
        question, agreement_of(pairs, scale, Weights.LINEAR), agreement_of(pairs, scale, Weights.QUADRATIC)
    )


def rated_between(first: date, last: date) -> list[PeerAudit]:
    """The rated audits of the samples of these months: those whose first day lies between the two days."""
    found = PeerAudit.objects.filter(rated_on__isnull=False, sample__month__range=(first, last))
    return list(found.select_related("sample").order_by("id"))
