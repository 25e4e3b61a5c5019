"""What the concerns on record tell the monitor of a review, so that nobody types it there (questions 30 and 31)."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import Exists, OuterRef, Q

from holdfast.casework.monitors.facts import day_of
from holdfast.casework.monitors.known import Known
from holdfast.casework.monitors.rules import kind_of, kinds_of_review
from holdfast.casework.reviews.models import Review
from holdfast.casework.reviews.timing import whole_life

from .models import CafcassReferral, Concern, Effect, LegalAdvice, Stage
from .queries import category_label

SOURCE = "the concerns on record"
_RAISED = {"none": "None", "informal": "Informally only", "formal": "Formally"}


def known_of_concerns(review: Review, on: date) -> dict[str, Known]:
    """Whether a concern was raised and how, about what, and whether lawyers or Cafcass were asked."""
    concerns = list(concerns_at(review, on).order_by("raised_on", "id"))
    last = max((one.raised_on for one in concerns), default=on)
    formal = any(one.is_formal for one in concerns)
    raised = "formal" if formal else "informal" if concerns else "none"
    found = {"dispute_raised": Known(raised, _RAISED[raised], last, SOURCE)}
    if not concerns:
        return found
    types = list(dict.fromkeys(category_label(one.category) for one in concerns))
    advice = LegalAdvice.objects.filter(concern__in=concerns, asked_on__lte=on).exists()
    referred = CafcassReferral.objects.filter(concern__in=concerns, referred_on__lte=on).exists()
    return {
        **found,
        "issue_types": Known(types, "; ".join(types), last, SOURCE),
        "legal_advice": Known(*_yes_no(advice), last, SOURCE),
        "cafcass": Known(*_yes_no(referred), last, SOURCE),
    }


def concerns_at(review: Review, on: date) -> models.QuerySet[Concern]:
    """The concerns that belong to a review, with ``is_formal``: those raised at it or from its monitor, and those
    raised about the child since the review before, up to a day. What was taken back was no concern.

    Choice, where the definitions are silent: what is raised between two reviews is told at the later one.
    """
    kinds, day = kinds_of_review(kind_of(review)), day_of(review)
    held = [one for one in whole_life(review.child).held if one.kind in kinds and one.key != review.pk]
    before = max((one.completed_on or one.first_on for one in held if one.first_on < day), default=None)
    since = Q(review=None, monitor=None, raised_on__lte=on)
    if before is not None:
        since &= Q(raised_on__gt=before)
    if review.completed_on and any(one.first_on > day for one in held):
        since &= Q(raised_on__lte=review.completed_on)
    formal = Stage.objects.filter(concern=OuterRef("pk"), number__gte=1, opened_on__lte=on)
    return (
        Concern.objects.filter(Q(review=review) | Q(monitor__review=review) | since, child=review.child_id)
        .exclude(effect=Effect.WITHDRAWN)
        .annotate(is_formal=Exists(formal))
    )


def _yes_no(fact: bool) -> tuple[str, str]:
    return ("yes", "Yes") if fact else ("no", "No")
