"""What the conditions of a questionnaire ask about a review and its child, each as of the day of the review.

The names and what they mean: ``domain.questionnaires.vocabulary.FACTS``.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Q
from django.utils import timezone

from holdfast.casework.people.models import FamilyTie, TieKind
from holdfast.casework.plans.models import Protection
from holdfast.casework.reviews.models import Mode, Review, ReviewKind
from holdfast.casework.reviews.participating import age_on
from holdfast.casework.reviews.queries import standing_reviews
from holdfast.casework.reviews.timing import whole_life
from holdfast.domain.months import plus
from holdfast.domain.questionnaires.answering import Facts
from holdfast.domain.tracks.facts import Marker
from holdfast.domain.tracks.standing import Care, care_on

#: where a child lives with carers found for good, and with those who are to adopt (SSDA903, PLACE)
LONG_TERM = ("U1", "U4")
PLACED_FOR_ADOPTION = ("A3", "A4", "A5", "A6")
#: orders that give authority to place a child for adoption (SSDA903, LS)
MAY_BE_PLACED = ("D1", "E1")
#: a plan is another one after an earlier one if that ended less than so many months before (rules E8, York's audit)
REPEATED_WITHIN = 24

CONFERENCES = (
    ReviewKind.CONFERENCE_INITIAL,
    ReviewKind.CONFERENCE_REVIEW,
    ReviewKind.CONFERENCE_TRANSFER,
)


def day_of(review: Review) -> date:
    """The day a review speaks of: that of its first meeting; before that, the day it is planned for."""
    return review.held_on or review.planned_on or timezone.localdate()


def facts_of(review: Review) -> Facts:
    """Every fact of the vocabulary; None for one that is not recorded, or that this child's records do not have."""
    day = day_of(review)
    care = care_on(whole_life(review.child), day)
    protection = protection_on(review, day)
    return {
        "review_kind": str(review.kind),
        "review_number": _number(review, care),
        "with_meeting": yes_no(review.mode != Mode.WITHOUT_MEETING),
        "age": age_on(review.child, day),
        **_of_care(review, care, day),
        "siblings": yes_no(_has_siblings(review)),
        "on_child_protection_plan": yes_no(protection is not None and protection.started is not None),
        "months_on_plan": months_on_plan(protection, day),
        "plan_before": yes_no(plan_before(protection)) if protection is not None else None,
        "unborn": yes_no(review.child.born is None or review.child.born > day)
        if protection is not None and protection.unborn
        else "no",
    }


def protection_on(review: Review, day: date) -> Protection | None:
    """The child protection process a conference is about; of another review, the plan in force on its day."""
    if review.protection is not None:
        return review.protection
    plans = Protection.objects.filter(child=review.child_id, started__lte=day)
    return plans.filter(Q(ended=None) | Q(ended__gt=day)).order_by("started", "id").last()


def months_on_plan(protection: Protection | None, day: date) -> int | None:
    """Whole months since the plan was made; None without one."""
    if protection is None or protection.started is None or protection.started > day:
        return None
    started = protection.started
    months = (day.year - started.year) * 12 + day.month - started.month
    return months if plus(started, months) <= day else months - 1


def plan_before(protection: Protection) -> bool:
    """Whether an earlier plan of this child ended less than two years before this process began."""
    since = protection.started or protection.opened_on
    earlier = Protection.objects.filter(child=protection.child_id, ended__lte=since).exclude(pk=protection.pk)
    return any(plus(one.ended, REPEATED_WITHIN) > since for one in earlier if one.ended)


def yes_no(fact: bool) -> str:
    return "yes" if fact else "no"


def adoption_of(care: Care | None) -> str:
    """How far adoption has come: none, planned (there is authority to place the child) or placed."""
    if care is None:
        return "none"
    at_home = care.at_home[-1] if care.at_home else care.now
    if at_home.place in PLACED_FOR_ADOPTION:
        return "placed"
    authorised, dropped = care.last(Marker.ADOPTION_AUTHORISED), care.last(Marker.ADOPTION_NO_LONGER_PLANNED)
    planned = care.now.legal_status in MAY_BE_PLACED or authorised is not None
    if planned and not (dropped and dropped >= (authorised or date.min)):
        return "planned"
    return "none"


def _of_care(review: Review, care: Care | None, day: date) -> dict[str, Any]:
    if care is None:
        short_break = review.kind == ReviewKind.SHORT_BREAK
        names = ("days_in_care", "legal_status", "placement_type")
        return {**dict.fromkeys(names), "adoption": "none", "long_term": None if short_break else "no"}
    matched = care.last(Marker.LONG_TERM_MATCH)
    return {
        "days_in_care": (day - care.period.started).days,
        "legal_status": care.now.legal_status,
        "placement_type": care.now.place,
        "adoption": adoption_of(care),
        "long_term": yes_no(
            care.now.place in LONG_TERM or (matched is not None and matched >= care.placement_began)
        ),
    }


def _number(review: Review, care: Care | None) -> int:
    """1 for the first. An initial or transfer-in conference is the first of its process, reviews count after it."""
    of_kind = standing_reviews().filter(child=review.child_id, held_on__lte=day_of(review))
    if review.kind in CONFERENCES:
        before = of_kind.filter(kind__in=CONFERENCES, protection=review.protection_id)
    elif review.kind == ReviewKind.NEED:
        before = of_kind.filter(kind=review.kind, need_plan=review.need_plan_id)
    else:
        since = care.period.started if care is not None else date.min
        before = of_kind.filter(kind=review.kind, held_on__gte=since)
    return before.exclude(pk=review.pk).count() + 1


def _has_siblings(review: Review) -> bool:
    ties = FamilyTie.objects.filter(Q(child=review.child_id) | Q(other=review.child_id))
    return ties.filter(kind=TieKind.SIBLING).exists()
