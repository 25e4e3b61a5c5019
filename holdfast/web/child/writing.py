"""How each kind of record of a child is found, held and written."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.utils import timezone

from holdfast.casework.care import actions as care
from holdfast.casework.care.queries import episodes_of
from holdfast.casework.midway import actions as midway
from holdfast.casework.people import actions as people
from holdfast.casework.people.models import Child
from holdfast.casework.plans import actions as plans
from holdfast.casework.plans.queries import need_plans_of, protections_of
from holdfast.casework.reviews import actions as reviews
from holdfast.casework.reviews.queries import reviews_of

Write = Callable[[dict[str, Any]], list[str]]


def hold(record: Any) -> None:
    """Read the record again and keep it from others until the transaction ends."""
    record.refresh_from_db(from_queryset=type(record)._base_manager.select_for_update())


def writer(kind: str, record: Any, by: Any, *, put_back: bool = False) -> Write:
    """The one action that writes this kind of record."""
    if kind == "episode":
        return lambda changes: care.correct_episode(episode=record, changes=changes, by=by, put_back=put_back)
    if kind == "review":
        return lambda changes: _correct_review(record, changes, by, put_back)
    if kind == "protection":
        return lambda changes: plans.correct_protection(protection=record, changes=changes, by=by)
    if kind == "need_plan":
        return lambda changes: plans.correct_need_plan(plan=record, changes=changes, by=by)
    return lambda changes: people.correct_child(child=record, changes=changes, by=by, put_back=put_back)


def _correct_review(review: Any, changes: dict[str, Any], by: Any, put_back: bool) -> list[str]:
    """Another date of a review puts its midway check halfway again."""
    changed = reviews.correct_review(review=review, changes=changes, by=by, put_back=put_back)
    if "completed_on" in changed or "held_on" in changed:
        midway.follow_correction(review=review, by=by)
    return changed


def find_record(child: Child, kind: str, record_id: UUID) -> Any:
    """The child's record of a kind that stands, or None."""
    if kind == "child":
        return child
    records = _RECORDS[kind](child)
    return records.select_related("child").filter(public_id=record_id).first()


_RECORDS = {
    "episode": episodes_of,
    "review": reviews_of,
    "protection": protections_of,
    "need_plan": need_plans_of,
}


def clock() -> str:
    return f"{timezone.localtime():%H:%M}"
