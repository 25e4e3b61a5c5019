"""E-mails about quarterly packs: to the manager that a draft waits, to readers that a pack is there and asks an answer.

Each is written once for a person, a pack and a day, however often this runs, and holds a link, never a child.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from django.conf import settings

from holdfast.casework.access.models import User
from holdfast.casework.access.roles import PERMISSIONS, Permission, Role
from holdfast.casework.editions.models import Edition, Receipt, State
from holdfast.casework.editions.packs_queries import period_of, unanswered, waiting_to_be_sent
from holdfast.casework.people.models import Worker
from holdfast.domain import packs, working_days
from holdfast.domain.wording import weekday_and_date

from .writing import write

_SENDERS = [role for role in Role if Permission.SIGN_REPORT in PERMISSIONS[role]]


def tell_of_packs(*, on: date, by: Any) -> int:
    """Write the e-mails about packs that are due on a day; how many."""
    return _tell_managers(on, by) + _tell_readers(on, by) + _remind_readers(on, by)


def _tell_managers(on: date, by: Any) -> int:
    """That a draft is there, and on the day it was to be sent by and after it, that it is still a draft."""
    waiting = list(waiting_to_be_sent())
    if not waiting:
        return 0
    managers = Worker.objects.filter(user__is_active=True, user__role__in=_SENDERS).exclude(email="")
    written = 0
    for worker in managers.select_related("user").order_by("id"):
        for pack in waiting:
            due = packs.due(period_of(pack), pack.plan.due_days)
            template = "pack_draft" if on < due else "pack_due"
            if on > working_days.add(due, packs.STALE_AFTER):
                continue
            written += _write(
                template, pack, worker.email, worker.user, f"{worker.pk}", by, day=weekday_and_date(due)
            )
    return written


def _tell_readers(on: date, by: Any) -> int:
    """That a pack is there, to those who have not opened it; not of one that was sent long ago."""
    first = working_days.subtract(on, packs.STALE_AFTER)
    fresh = Receipt.objects.filter(
        opened_at=None, sent_at__date__gte=first, edition__state=State.PUBLISHED, user__is_active=True
    )
    written = 0
    for receipt in fresh.select_related("user__worker", "edition").defer("edition__inputs").order_by("id"):
        asked = ""
        if receipt.answer_by:
            day = weekday_and_date(receipt.answer_by)
            asked = f" You are asked to say by {day} what was or will be done in answer."
        written += _to_reader("pack_sent", receipt, by, ask=asked)
    return written


def _remind_readers(on: date, by: Any) -> int:
    written = 0
    for receipt in unanswered():
        assert receipt.answer_by is not None  # `unanswered` are those that are asked
        kind = packs.reminder(receipt.answer_by, receipt.sent_at.date(), on)
        if not kind:
            continue
        day, since = weekday_and_date(receipt.answer_by), weekday_and_date(receipt.sent_at.date())
        made = _to_reader(f"pack_{kind}", receipt, by, day=day, since=since)
        if made:
            Receipt.objects.filter(pk=receipt.pk).update(reminded_on=on)
        written += made
    return written


def _to_reader(template: str, receipt: Receipt, by: Any, **values: str) -> int:
    worker = getattr(receipt.user, "worker", None)
    if worker is None or not worker.email:
        return 0
    about = f"{receipt.pk}|{receipt.answer_by}"
    return _write(template, receipt.edition, worker.email, receipt.user, about, by, **values)


def _write(
    template: str, pack: Edition, to: str, user: User | None, about: str, by: Any, **values: str
) -> int:
    letter = write(
        template=template,
        to=to,
        key=f"{template}|{pack.pk}|{about}",
        user=user,
        by=by,
        quarter=period_of(pack).name,
        address=f"{settings.SERVICE_ADDRESS.rstrip('/')}/packs/{pack.public_id}",
        **values,
    )
    return 1 if letter else 0
