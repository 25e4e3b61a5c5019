"""Planning quarterly packs, sending them, noting that they were opened, answering them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from holdfast.casework.access.models import User
from holdfast.casework.access.roles import Permission
from holdfast.casework.access.rules import check_by
from holdfast.casework.audit.actions import record
from holdfast.casework.provenance.actions import set_fields
from holdfast.domain.edition_states import Move, State

from . import packs_rules as rules
from .actions.holding import hold, moved
from .models import Edition, PackAnswer, PackPlan, Receipt
from .packs_queries import receipt_for
from .queries import inputs_of

#: the author's words of a pack, read from what it is printed from
Words = Callable[[bytes], Iterable[str]]
_PLAN = ("team", "theme", "due_days", "from_date", "to_date")


@transaction.atomic
def plan_pack(
    *,
    from_date: date,
    by: Any,
    team: str = "",
    theme: str = "",
    due_days: int = 15,
    to_date: date | None = None,
    readers: Iterable[User] = (),
) -> PackPlan:
    """A pack that is made each quarter from a day on. Raises ValidationError, also where it is planned already."""
    rules.check_plans(by)
    plan = PackPlan(team=team, theme=theme, due_days=due_days, from_date=from_date, to_date=to_date)
    rules.check_plan(plan)
    plan.save()
    record(by=by, verb="pack_plan.added", subject=plan, detail={"days": due_days})
    _set_readers(plan, readers, by)
    return plan


@transaction.atomic
def change_plan(*, plan: PackPlan, changes: Mapping[str, Any], readers: Iterable[User], by: Any) -> list[str]:
    """Other facts and readers for a plan; returns the names of what changed. What stood before is kept."""
    rules.check_plans(by)
    plan = PackPlan.objects.select_for_update().get(pk=plan.pk)
    values = {name: value for name, value in changes.items() if name in _PLAN}
    rules.check_plan(PackPlan(pk=plan.pk, **({name: getattr(plan, name) for name in _PLAN} | values)))
    changed = set_fields(record=plan, values=values, by=by)
    if changed:
        record(by=by, verb="pack_plan.changed", subject=plan, detail={"fields": changed})
    _set_readers(plan, readers, by)
    return changed


def _set_readers(plan: PackPlan, readers: Iterable[User], by: Any) -> None:
    wanted = list(readers)
    if wanted:
        wanted = rules.check_readers(wanted)
    before = set(plan.readers.values_list("pk", flat=True))
    if before == {one.pk for one in wanted}:
        return
    plan.readers.set(wanted)
    record(
        by=by, verb="pack_plan.readers_set", subject=plan, detail={"users": sorted(one.pk for one in wanted)}
    )


@transaction.atomic
def send(
    *,
    edition: Edition,
    readers: Iterable[User],
    answer_by: date | None,
    on: date,
    words: Words,
    by: Any,
    seen: str | None = None,
    sent_at: datetime | None = None,
) -> list[Receipt]:
    """Send a pack that was read to its readers; from here on it stays as it is. A receipt is written for each.

    ``words``: gives the author's words of what it is printed from, which name no child. Raises what `hold` raises,
    and ValidationError.
    """
    one = hold(edition, Move.SEND, by=by, seen=seen)
    to = rules.check_readers(readers)
    rules.check_answer_by(answer_by, on)
    rules.check_names_no_child(words(inputs_of(edition)), "words")
    moved(edition, one, verb="pack.sent", by=by)
    return _give(edition, to, answer_by, by, sent_at or timezone.now())


@transaction.atomic
def send_to_more(
    *,
    edition: Edition,
    readers: Iterable[User],
    answer_by: date | None,
    on: date,
    by: Any,
    sent_at: datetime | None = None,
) -> list[Receipt]:
    """Send a pack that went out to others as well; whoever has it keeps their receipt. Returns the new receipts."""
    check_by(by, Permission.SIGN_REPORT)
    held = Edition.objects.select_for_update().defer("inputs").get(pk=edition.pk)
    if held.state != State.PUBLISHED:
        raise rules.NoPack
    to = rules.check_readers(readers)
    rules.check_answer_by(answer_by, on)
    return _give(held, to, answer_by, by, sent_at or timezone.now())


def _give(
    edition: Edition, readers: Iterable[User], answer_by: date | None, by: Any, at: datetime
) -> list[Receipt]:
    given = []
    for user in readers:
        receipt, made = Receipt.objects.get_or_create(
            edition=edition, user=user, defaults={"sent_at": at, "sent_by": by, "answer_by": answer_by}
        )
        if made:
            given.append(receipt)
            record(by=by, verb="pack.given", subject=receipt, detail={"user": user.pk, "edition": edition.pk})
    return given


@transaction.atomic
def open_pack(user: Any, public_id: UUID, *, on_paper: str = "", at: datetime | None = None) -> Receipt:
    """A pack for the reader it was sent to: leaves a row in the diary, and the first time the moment on the receipt.

    ``on_paper``: the kind of file it was taken as, blank on screen. Raises NoPack.
    """
    receipt = receipt_for(user, public_id)
    if receipt is None:
        raise rules.NoPack
    now = at or timezone.now()
    if Receipt.objects.filter(pk=receipt.pk, opened_at=None).update(opened_at=now):
        receipt.opened_at = now
    detail = {"edition": receipt.edition_id} | ({"format": on_paper} if on_paper else {})
    record(by=user, verb="pack.read", subject=receipt, detail=detail)
    return receipt


@transaction.atomic
def answer(
    *,
    receipt: Receipt,
    text: str,
    by: Any,
    nothing_needed: bool = False,
    done_by: date | None = None,
    at: datetime | None = None,
) -> PackAnswer:
    """What a reader did or will do, or why nothing is needed. A later answer adds to the earlier ones."""
    rules.check_answers(by, receipt)
    said = rules.check_answer(
        text, nothing_needed=nothing_needed, done_by=done_by, sent_on=receipt.sent_at.date()
    )
    given = PackAnswer.objects.create(
        receipt=receipt,
        by=by,
        text=said,
        nothing_needed=nothing_needed,
        done_by=done_by,
        answered_at=at or timezone.now(),
    )
    record(by=by, verb="pack.answered", subject=receipt, detail={"nothing_needed": nothing_needed})
    return given
