"""Questions about quarterly packs: which are planned, who received which, who read and answered them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import models
from django.db.models import Count, Prefetch, Q
from django.utils import timezone

from holdfast.casework.access.models import User
from holdfast.casework.access.roles import PERMISSIONS, Permission, Role
from holdfast.casework.access.rules import may
from holdfast.casework.people.models import Worker
from holdfast.domain import packs as law
from holdfast.domain.reporting_year import Period, ReportingYear

from .models import Edition, Kind, PackAnswer, PackPlan, Receipt, State

#: roles that may receive a pack
READERS = [role for role in Role if Permission.RECEIVE_PACKS in PERMISSIONS[role]]


def period_of(edition: Edition) -> Period:
    """The quarter a pack is of."""
    return law.quarter(edition.year_ending, edition.quarter)


def plans() -> models.QuerySet[PackPlan]:
    """Every plan, with its readers."""
    return PackPlan.objects.prefetch_related("readers").order_by("team", "theme", "id")


def find_plan(public_id: UUID) -> PackPlan | None:
    return plans().filter(public_id=public_id).first()


def possible_readers() -> models.QuerySet[User]:
    """Those who sign in and may receive a pack, by name."""
    return User.objects.filter(is_active=True, role__in=READERS).order_by("name", "id")


def packs() -> models.QuerySet[Edition]:
    """Every pack that was not withdrawn, the newest quarter first, without what it is printed from."""
    found = Edition.objects.filter(kind=Kind.QUARTERLY, plan__isnull=False).exclude(state=State.WITHDRAWN)
    found = found.select_related("plan", "prepared_by").defer("inputs")
    return found.order_by("-year_ending", "-quarter", "team", "plan__theme", "id")


def packs_with_receipts() -> models.QuerySet[Edition]:
    """The same with how many received, opened and answered each."""
    answered = Count("receipts", filter=Q(receipts__answers__isnull=False), distinct=True)
    return packs().annotate(
        sent_to=Count("receipts", distinct=True),
        opened=Count("receipts", filter=Q(receipts__opened_at__isnull=False), distinct=True),
        answered=answered,
    )


def find_pack(public_id: UUID) -> Edition | None:
    """One pack, for those who write reports."""
    return packs().filter(public_id=public_id).first()


def receipts_of(edition: Edition) -> models.QuerySet[Receipt]:
    """Who received a pack, by name, with their answers."""
    found = Receipt.objects.filter(edition=edition).select_related("user", "sent_by")
    return found.prefetch_related(Prefetch("answers", PackAnswer.objects.select_related("by"))).order_by(
        "user__name", "id"
    )


def receipt_for(user: Any, public_id: UUID) -> Receipt | None:
    """The reader's own receipt of a pack that was sent and not withdrawn; None where there is none."""
    if not may(user, Permission.RECEIVE_PACKS):
        return None
    return _standing().filter(user=user, edition__public_id=public_id).first()


def inbox(user: Any) -> models.QuerySet[Receipt]:
    """The packs sent to somebody, the newest first."""
    if not may(user, Permission.RECEIVE_PACKS):
        return Receipt.objects.none()
    return _standing().filter(user=user).order_by("-edition__year_ending", "-edition__quarter", "-id")


def to_read_or_answer(user: Any) -> list[Receipt]:
    """What waits for somebody: packs not opened, or not answered while an answer is asked. One query."""
    waiting = Q(opened_at=None) | Q(answer_by__isnull=False, answers=None)
    return (
        list(inbox(user).filter(waiting).order_by("answer_by", "id"))
        if may(user, Permission.RECEIVE_PACKS)
        else []
    )


def unanswered() -> models.QuerySet[Receipt]:
    """Receipts that wait for an answer, of readers who may still sign in."""
    waiting = _standing().filter(answer_by__isnull=False, answers=None, user__is_active=True)
    return waiting.filter(user__role__in=READERS).select_related("user__worker").order_by("id")


def _standing() -> models.QuerySet[Receipt]:
    found = Receipt.objects.filter(edition__kind=Kind.QUARTERLY, edition__state=State.PUBLISHED)
    return (
        found.select_related("edition__plan", "user")
        .defer("edition__inputs")
        .prefetch_related(Prefetch("answers", PackAnswer.objects.select_related("by")))
    )


def waiting_to_be_sent() -> models.QuerySet[Edition]:
    """Packs that are prepared and not sent, the oldest first."""
    return packs().exclude(state=State.PUBLISHED).order_by("year_ending", "quarter", "id")


def wanted_now(on: date) -> list[tuple[PackPlan, Period]]:
    """The packs of the last quarter that has ended which the plans ask for and nobody has prepared. Two queries.

    One that was withdrawn is not prepared again by itself.
    """
    period = law.last_ended(on)
    year_ending, number = law.place_of(period)
    made = set(
        Edition.objects.filter(year_ending=year_ending, quarter=number, plan__isnull=False).values_list(
            "plan", flat=True
        )
    )
    return [
        (plan, period)
        for plan in PackPlan.objects.order_by("id")
        if plan.pk not in made
        and law.is_wanted(period, plan.from_date, plan.to_date)
        and law.prepared_from(period, plan.due_days) <= on
    ]


# --- whether a reader may see small numbers ---------------------------------------------------------------------


def reads_every_number(user: Any, edition: Edition) -> bool:
    """Whether somebody may see the small numbers of a pack.

    Whoever sees the service's figures may; so may the manager of everybody in the team whose pack it is. Others read
    the pack with small numbers hidden. Two queries at most.
    """
    if may(user, Permission.SEE_FIGURES):
        return True
    if not (edition.team and may(user, Permission.SEE_TEAM_CHILDREN)):
        return False
    team = Worker.objects.filter(team=edition.team)
    theirs = Q(manager__user=user) | Q(user=user)
    return team.filter(theirs).exists() and not team.exclude(theirs).exists()


# --- what came of a pack ----------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Done:
    """What one reader of a pack did, or will do. ``text`` is blank where they have not answered."""

    receipt: int
    quarter: str
    role: str
    text: str = ""
    done_by: date | None = None
    nothing_needed: bool = False


def said_and_done(*, team: str, theme: str, period: Period, until: date) -> list[Done]:
    """Every receipt of the pack of a quarter with its answers up to a day; nothing where no such pack was sent."""
    year_ending, number = law.place_of(period)
    found = _standing().filter(
        edition__team=team,
        edition__plan__theme=theme,
        edition__year_ending=year_ending,
        edition__quarter=number,
    )
    return [one for receipt in found.order_by("id") for one in _done(receipt, period.name, until)]


def done_in_year(year_ending: int, until: date | None = None) -> list[Done]:
    """Every receipt of the packs of a year's quarters with its answers, for the annual report: quarter by quarter.

    ``until``: what was sent or answered after that day is left out.
    """
    found = _standing().filter(edition__year_ending=year_ending).order_by("edition__quarter", "id")
    if until is not None:
        found = found.filter(sent_at__date__lte=until)
    quarters = ReportingYear(year_ending).quarters
    return [
        one
        for receipt in found
        for one in _done(receipt, quarters[receipt.edition.quarter - 1].name, until or date.max)
    ]


def _done(receipt: Receipt, quarter: str, until: date) -> list[Done]:
    role = Role(receipt.user.role).label
    answers = [one for one in receipt.answers.all() if timezone.localdate(one.answered_at) <= until]
    if not answers:
        return [Done(receipt.pk, quarter, role)]
    return [Done(receipt.pk, quarter, role, one.text, one.done_by, one.nothing_needed) for one in answers]
