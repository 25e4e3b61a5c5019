"""Changes to peer audits and to what the conference audit found.

Each raises NotAllowed, NotYours, or ValidationError with a sentence per field.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from holdfast.casework.access.roles import Permission
from holdfast.casework.access.rules import check_by
from holdfast.casework.audit.actions import record
from holdfast.casework.monitors.models import MonitorAnswer
from holdfast.casework.people.models import Worker
from holdfast.casework.people.queries import NotYours, children_for
from holdfast.casework.plans.models import Protection
from holdfast.casework.plans.rules import refuse
from holdfast.casework.provenance.actions import set_fields
from holdfast.domain.reporting_year import Period

from . import rules
from .candidates import Pool, drawn_from, pool_of
from .conferences import listed_in
from .drawing import Drawn, draw
from .models import WAS_RIGHT, ConferenceFinding, PeerAudit, Sample


@transaction.atomic
def draw_sample(*, month: date, per_officer: int, seed: int, by: Any, on: date | None = None) -> Sample:
    """Draw a month's peer audits: so many reviews of each officer, completed in the month, with a finished monitor.

    ``month``: any day of it. ``on``: the day it is (today). The same seed and records draw the same sample.
    """
    rules.check_draws(by)
    rules.check_per_officer(per_officer)
    period = rules.month_of(month)
    rules.check_month(period, on or timezone.localdate())
    pool = pool_of(period)
    if not pool.candidates:
        raise refuse("month", _nothing(pool))
    found = draw(pool.candidates, per_officer, pool.raters, pool.barred, pool.met, seed)
    if all(one.rater is None for one in found):
        raise refuse("month", "Nobody may rate these reviews: each officer here reviews or knows the child.")
    try:
        with transaction.atomic():  # two who draw at once: the second is told
            sample = Sample.objects.create(
                month=period.starts,
                per_officer=per_officer,
                seed=seed,
                drawn_from=drawn_from(pool, found),
                drawn_by=by,
            )
    except IntegrityError:
        raise rules.drawn_already() from None
    record(by=by, verb="peer_audits.drawn", subject=sample, detail={"seed": seed, "per_officer": per_officer})
    ratings = _officers_ratings([one.candidate.review for one in found])
    for one in found:
        if one.rater is not None:
            _audit(sample, one, ratings.get(one.candidate.review, {}), by)
    return sample


def _audit(sample: Sample, one: Drawn, ratings: dict[str, str], by: Any) -> None:
    audit = PeerAudit.objects.create(
        sample=sample,
        review_id=one.candidate.review,
        officer_id=one.candidate.officer,
        rater_id=one.rater,
        officer_ratings=ratings,
    )
    record(by=by, verb="peer_audit.drawn", subject=audit, detail={"child": one.candidate.child})


def _nothing(pool: Pool) -> str:
    completed = sum(pool.completed.values()) + pool.nobodys
    if not completed:
        return "No review of a child in care was completed in this month. Choose another."
    return (
        f"0 of the {completed} reviews completed in this month have a finished monitor of their officer, "
        "so there is nothing to rate beside. Draw once the monitors are finished."
    )


def _officers_ratings(reviews: list[int]) -> dict[int, dict[str, str]]:
    """review -> question -> what its officer answered."""
    found: dict[int, dict[str, str]] = {}
    answers = MonitorAnswer.objects.filter(monitor__review__in=reviews, question__in=rules.QUESTIONS)
    for review, question, value in answers.values_list("monitor__review", "question", "value"):
        found.setdefault(review, {})[question] = value
    return found


@transaction.atomic
def keep(*, audit: PeerAudit, ratings: Mapping[str, str], remarks: str, by: Any) -> list[str]:
    """Keep a rating that is half done; nobody else sees it. Returns the fields that changed."""
    _hold(audit)
    rules.check_rates(by, audit)
    kept = rules.check_ratings(audit, dict(ratings), whole=False)
    changed = set_fields(
        record=audit, values={"ratings": kept, "remarks": rules.check_text(remarks, "remarks")}, by=by
    )
    if changed:
        _note(by, "peer_audit.kept", audit, fields=changed)
    return changed


@transaction.atomic
def rate(*, audit: PeerAudit, ratings: Mapping[str, str], remarks: str, on: date, by: Any) -> PeerAudit:
    """The rater has finished; from now on both officers see both ratings, and neither changes theirs here."""
    _hold(audit)
    rules.check_rates(by, audit)
    kept = rules.check_ratings(audit, dict(ratings), whole=True)
    values = {
        "ratings": kept,
        "remarks": rules.check_text(remarks, "remarks"),
        "rated_on": on,
        "rated_at": timezone.now(),
    }
    changed = set_fields(record=audit, values=values, by=by)
    _note(by, "peer_audit.rated", audit, fields=changed)
    return audit


@transaction.atomic
def discuss(*, audit: PeerAudit, outcome: str, learning: str, on: date, by: Any) -> PeerAudit:
    """What the two made of their ratings, and what the team learns from it. Either writes it, and may correct it."""
    _hold(audit)
    rules.check_discusses(by, audit)
    values = {
        "outcome": rules.check_text(outcome, "outcome", "Write what you agreed, or that you did not."),
        "learning": rules.check_text(learning, "learning"),
        "discussed_on": audit.discussed_on or on,
    }
    changed = set_fields(record=audit, values=values, by=by)
    if changed:
        _note(by, "peer_audit.discussed", audit, fields=changed)
    return audit


@transaction.atomic
def hand_on(*, audit: PeerAudit, rater: Worker, by: Any) -> PeerAudit:
    """Another officer rates the review: the first is ill, left, or reviews the child now.

    What was half done is not kept for the new one to see; it stays in the history.
    """
    _hold(audit)
    rules.check_draws(by)
    if audit.rated_on is not None:
        raise ValidationError("This review is rated already. Nothing was changed.")
    if not rules.may_rate(audit, rater):
        raise refuse(
            "rater", "This officer held the review, knows the child, or does not sign in. Choose another."
        )
    changed = set_fields(record=audit, values={"rater_id": rater.pk, "ratings": {}, "remarks": ""}, by=by)
    if changed:
        _note(by, "peer_audit.handed_on", audit, fields=changed)
    return audit


@transaction.atomic
def note_finding(
    *,
    protection: Protection,
    quarter: Period,
    trigger: str,
    was_right: str,
    finding: str,
    learning: str,
    on: date,
    by: Any,
) -> ConferenceFinding:
    """What the audit of a plan on one of the quarter's lists found; noted again, it is corrected."""
    check_by(by, Permission.AUDIT_PEERS)
    if by is not None and not children_for(by).filter(pk=protection.child_id).exists():
        raise NotYours
    Protection.objects.select_for_update().get(pk=protection.pk)
    if listed_in(protection, quarter, trigger) is None:
        raise ValidationError(
            "This plan is not on that list any more: the days it was read from have been corrected. Nothing was noted."
        )
    if was_right not in WAS_RIGHT:
        raise refuse("was_right", "Choose whether it was right.")
    values = {
        "was_right": was_right,
        "finding": rules.check_text(finding, "finding", "Write what was found, in a sentence or two."),
        "learning": rules.check_text(learning, "learning"),
    }
    key = {"protection": protection, "quarter": quarter.name, "trigger": trigger}
    found = ConferenceFinding.objects.filter(**key).first()
    if found is None:
        found = ConferenceFinding.objects.create(**key, **values, found_on=on, found_by=by)
        changed = list(values)
    else:
        changed = set_fields(record=found, values=values, by=by)
    if changed:
        detail = {"child": protection.child_id, "trigger": str(trigger), "fields": changed}
        record(by=by, verb="conference_audit.finding_noted", subject=found, detail=detail)
    return found


def _hold(audit: PeerAudit) -> None:
    audit.refresh_from_db(from_queryset=PeerAudit.objects.select_for_update())


def _note(by: Any, verb: str, audit: PeerAudit, **more: Any) -> None:
    record(by=by, verb=verb, subject=audit, detail={"child": audit.review.child_id, **more})
