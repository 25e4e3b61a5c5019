"""Raising a concern: for one child, or for brothers and sisters at once, one concern each."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from holdfast.casework.audit.actions import record
from holdfast.casework.midway.models import MidwayCheck
from holdfast.casework.monitors.models import Monitor
from holdfast.casework.people.models import AllocationRole, Child, Worker
from holdfast.casework.people.queries import allocated
from holdfast.casework.records.models import ManagerAnswer
from holdfast.casework.resolution import rules
from holdfast.casework.resolution.models import Concern, RaisedFrom, Severity, Stage
from holdfast.casework.resolution.queries import categories_on, ladder_on
from holdfast.casework.reviews.models import Review
from holdfast.domain.resolution.ladders import INFORMAL, Ladder, as_content

#: whom each child's concern is put to: one worker for all, or one for each child's id
Asked = Worker | Mapping[int, Worker]


@transaction.atomic
def raise_concern(
    *,
    children: Sequence[Child],
    category: str,
    about: str,
    asked_for: str,
    asked: Asked | None,
    on: date,
    by: Any,
    severity: str = Severity.AMBER,
    asked_by: date | None = None,
    said: str = "",
    pass_over_informal: str = "",
    stage: int = INFORMAL,
    raised_from: str = RaisedFrom.ANY_TIME,
    review: Review | None = None,
    monitor: Monitor | None = None,
    midway: MidwayCheck | None = None,
    objection: ManagerAnswer | None = None,
) -> list[Concern]:
    """Raise it informally with whoever is asked, or at once at a formal ``stage`` with the reason why the stages
    before it are passed over. ``asked_by``: by when the change is asked for.

    What it was raised from is kept with the child it is about. Raised twice with the same words on the same day, it
    stands once. Raises NotAllowed, NotYours, ValidationError (field -> sentence).
    """
    for child in children:
        rules.check_officer(by, child.pk)
    ladder = ladder_on(on)
    about, asked_for = _checked(
        children, category, severity, about, asked_for, asked_by, ladder, stage, pass_over_informal, on
    )
    list(Child.objects.select_for_update().filter(pk__in=[one.pk for one in children]).order_by("pk"))
    together = uuid.uuid4() if len(children) > 1 else None
    found = []
    for child in children:
        concern = Concern(
            child=child,
            together=together,
            category=category,
            severity=severity,
            about=about,
            asked_for=asked_for,
            asked_by=asked_by,
            raised_from=raised_from,
            raised_on=on,
            raised_by=by,
            officer=_officer(by, child, on),
            ladder=as_content(ladder),
            **_sources(child, review, monitor, midway, objection),
        )
        found.append(
            _same(concern) or _begun(concern, ladder, _of(asked, child), said, stage, pass_over_informal)
        )
    return found


def _begun(
    concern: Concern, ladder: Ladder, asked: Worker | None, said: str, stage: int, why: str
) -> Concern:
    if asked is None:
        raise ValidationError({"asked": f"Choose who is asked about {concern.child}."})
    rules.check_asked(asked, concern, concern.raised_on)
    concern.clean_fields(
        exclude=["child", "review", "monitor", "midway", "objection", "raised_by", "officer", "closed_by"]
    )
    concern.save()
    for rung in ladder.rungs[: stage + 1]:
        open_now = rung.number == stage
        facts = (
            {
                "opened_on": concern.raised_on,
                "opened_at": timezone.now(),
                "asked": asked,
                "said": said.strip(),
            }
            if open_now
            else {"passed_over_on": concern.raised_on, "passed_over_why": why.strip()}
        )
        Stage.objects.create(
            concern=concern, number=rung.number, name=rung.name, role=rung.role, days=rung.days, **facts
        )
    detail = {"child": concern.child_id, "stage": stage}
    record(by=concern.raised_by, verb="concern.raised", subject=concern, detail=detail)
    return concern


def _checked(
    children: Sequence[Child],
    category: str,
    severity: str,
    about: str,
    asked_for: str,
    asked_by: date | None,
    ladder: Ladder,
    stage: int,
    why: str,
    on: date,
) -> tuple[str, str]:
    """The texts without blanks around them. Raises ValidationError with a sentence for every field that is wrong."""
    wrong: dict[str, str] = {}
    if not children:
        wrong["children"] = "Choose the child this is about."
    if category not in {one.code for one in categories_on(on)}:
        wrong["category"] = "Choose what it is about from the list."
    if severity not in Severity.values:
        wrong["severity"] = "Say how serious it is for the child."
    if not about.strip():
        wrong["about"] = "Write what is wrong."
    if not asked_for.strip():
        wrong["asked_for"] = "Write what you ask for."
    if asked_by is not None and asked_by < on:
        wrong["asked_by"] = "This day has passed. Enter the day by which you ask for the change."
    if ladder.rung(stage) is None:
        wrong["stage"] = "This stage is not on the ladder. Choose one that is."
    elif stage != INFORMAL and not why.strip():
        wrong |= {"pass_over_informal": "Say why the stages before it are passed over."}
    elif len(why.strip()) > rules.LONGEST_REASON:
        too_long = f"This is longer than {rules.LONGEST_REASON} characters. Say it in a sentence or two."
        wrong |= {"pass_over_informal": too_long}
    if wrong:
        raise ValidationError(wrong)
    return about.strip(), asked_for.strip()


def _same(concern: Concern) -> Concern | None:
    """The concern that the same press of the button raised already."""
    return Concern.objects.filter(
        child=concern.child,
        category=concern.category,
        about=concern.about,
        asked_for=concern.asked_for,
        raised_on=concern.raised_on,
        raised_by=concern.raised_by,
        closed_on=None,
    ).first()


def _officer(by: Any, child: Child, on: date) -> Worker | None:
    """Who raises it: the worker who is signed in, else the child's reviewing officer on the day."""
    own = Worker.objects.filter(user=by).first() if by is not None else None
    if own is not None:
        return own
    found = allocated(child, AllocationRole.IRO, on)
    return found.worker if found else None


def _of(asked: Asked | None, child: Child) -> Worker | None:
    return asked.get(child.pk) if isinstance(asked, Mapping) else asked


def _sources(
    child: Child,
    review: Review | None,
    monitor: Monitor | None,
    midway: MidwayCheck | None,
    objection: ManagerAnswer | None,
) -> dict[str, Any]:
    """What it was raised from, where that is of this child and not of a brother or sister."""
    found = {
        "review": (review, review and review.child_id),
        "monitor": (monitor, monitor and monitor.review.child_id),
        "midway": (midway, midway and midway.review.child_id),
        "objection": (objection, objection and objection.release.review.child_id),
    }
    kept = {name: one for name, (one, whose) in found.items() if one is not None and whose == child.pk}
    if monitor is not None and "monitor" in kept and review is None:
        kept["review"] = monitor.review
    return kept
