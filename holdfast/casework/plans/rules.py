"""What may be written of protection plans and child in need plans. Source: Children in Need Census, validation."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils import timezone

from holdfast.casework.people.models import Child
from holdfast.domain.wording import long_date, weekday_and_date

from .models import CoreGroup, NeedPlan, Protection

#: the kinds of conference that can make a plan
MAKES_A_PLAN = ("conference_initial", "conference_transfer")
SATURDAY = 5


def refuse(field: str, sentence: str) -> ValidationError:
    """A refusal that belongs to one field of a form."""
    return ValidationError({field: sentence})


def check_not_ahead(field: str, day: date) -> None:
    """Raises ValidationError for a day after today: what is written here has happened."""
    if day > timezone.localdate():
        raise refuse(field, f"{long_date(day)} is still to come. Give the day on which it happened.")


def check_no_process(child: Child, opened_on: date) -> None:
    """Raises ValidationError when a process is open, or was open on that day."""
    for one in Protection.objects.filter(child=child).order_by("opened_on"):
        over = one.closed_on or one.ended
        if over is None:
            since = long_date(one.opened_on)
            raise refuse("opened_on", f"A child protection process is open since {since}. Carry that one on.")
        if one.opened_on <= opened_on < over:
            span = f"from {long_date(one.opened_on)} to {long_date(over)}"
            raise refuse(
                "opened_on",
                f"A child protection process {span} is on record. Give a day after it, or correct that one.",
            )


def check_open(protection: Protection) -> None:
    """Raises ValidationError when the process is over."""
    over = protection.closed_on or protection.ended
    if over is not None:
        raise ValidationError(
            f"This child protection process was over on {long_date(over)}. Nothing was changed."
        )


def check_without_plan(protection: Protection) -> None:
    """Raises ValidationError when the plan is made already."""
    check_open(protection)
    if protection.started is not None:
        made = long_date(protection.started)
        raise refuse("started", f"The plan was made on {made} already. Correct it there if the day is wrong.")


def check_with_plan(protection: Protection) -> None:
    """Raises ValidationError unless a plan is made and not ended."""
    check_open(protection)
    if protection.started is None:
        raise ValidationError("No plan is made yet. Say first which conference made it, and when.")


def check_conference_day(protection: Protection, started: date) -> None:
    """A plan starts on the day of its conference, which is no weekend and not before the process began."""
    check_not_ahead("started", started)
    if started < protection.opened_on:
        opened = long_date(protection.opened_on)
        raise refuse("started", f"This is before the process was opened, on {opened}. Check both days.")
    if started.weekday() >= SATURDAY:
        raise refuse(
            "started", f"{weekday_and_date(started)} is a weekend. Conferences are held on weekdays."
        )
    held = protection.conferences.filter(
        kind__in=MAKES_A_PLAN, held_on__isnull=False, withdrawn_at__isnull=True
    )
    days = {day for pair in held.values_list("held_on", "completed_on") for day in pair if day}
    if days and started not in days:
        listed = " or ".join(long_date(day) for day in sorted(days))
        raise refuse("started", f"A plan starts on the day of its conference: {listed} on this record.")


def check_ends_after(field: str, ended: date, started: date) -> None:
    """A plan does not end on the day it starts, nor before."""
    check_not_ahead(field, ended)
    if ended <= started:
        raise refuse(
            field, f"A plan made on {long_date(started)} cannot end on that day or before. Check both days."
        )


def check_clear_of_need_plan(child: Child, started: date) -> NeedPlan | None:
    """The plan of a child in need that is open on the day a protection plan starts: it has to end that day.

    Raises ValidationError when one that has ended went on after that day.
    """
    after = NeedPlan.objects.filter(child=child, ended__gt=started, agreed_on__lte=started).first()
    if after is not None:
        span = f"from {long_date(after.agreed_on)} to {long_date(after.ended)}"
        raise refuse(
            "started",
            f"A child in need plan ran {span}, and the two may not run together. Correct its last day first.",
        )
    return NeedPlan.objects.filter(child=child, ended__isnull=True).first()


def check_clear_of_protection(
    child: Child, agreed_on: date, ended: date | None = None, *, field: str
) -> None:
    """Raises ValidationError where a plan of a child in need would run beside a protection plan; from one to the other
    on one day is fine."""
    beside = Protection.objects.filter(child=child, started__isnull=False).filter(
        Q(ended__isnull=True) | Q(ended__gt=agreed_on)
    )
    if ended is not None:
        beside = beside.filter(started__lt=ended)
    plan = beside.order_by("started").first()
    if plan is not None:
        until = f"to {long_date(plan.ended)}" if plan.ended else "until now"
        raise refuse(
            field,
            f"A child protection plan runs from {long_date(plan.started)} {until}, and the two may not run together. "
            "On the day one ends the other may begin.",
        )


def check_no_need_plan(child: Child, agreed_on: date) -> None:
    """Raises ValidationError when one is open, or was on that day."""
    one = NeedPlan.objects.filter(
        Q(ended__isnull=True) | Q(ended__gt=agreed_on, agreed_on__lte=agreed_on), child=child
    )
    found = one.order_by("agreed_on").first()
    if found is not None:
        since = long_date(found.agreed_on)
        raise refuse(
            "agreed_on",
            f"A child in need plan agreed on {since} is on record for that time. Carry that one on.",
        )


def check_need_plan_open(plan: NeedPlan) -> None:
    if plan.ended is not None:
        raise ValidationError(
            f"This child in need plan ended on {long_date(plan.ended)}. Nothing was changed."
        )


def check_core_group(protection: Protection, held_on: date) -> None:
    """A core group meets while there is a plan, once a day."""
    check_not_ahead("held_on", held_on)
    if protection.started is None:
        raise ValidationError("There is no plan yet, so no core group carries it out.")
    if held_on < protection.started:
        made = long_date(protection.started)
        raise refuse("held_on", f"This is before the plan was made, on {made}. Check the day.")
    if protection.ended and held_on > protection.ended:
        raise refuse("held_on", f"The plan ended on {long_date(protection.ended)}. Check the day.")
    if CoreGroup.objects.filter(protection=protection, held_on=held_on).exists():
        raise refuse("held_on", f"A core group of {long_date(held_on)} is on record already.")


def check_corrected(protection: Protection, changes: dict[str, Any]) -> None:
    """Raises ValidationError unless the days of a process are in order once the changes are made."""
    opened, started, closed, ended = (
        changes.get(field, getattr(protection, field))
        for field in ("opened_on", "started", "closed_on", "ended")
    )
    if not opened:
        raise refuse("opened_on", "A process needs the day it was opened.")
    if started and "started" in changes and started != protection.started:
        check_conference_day(Protection(pk=protection.pk, opened_on=opened), started)
    if started and started < opened:
        raise refuse("opened_on", f"The plan was made on {long_date(started)}, before this day. Check both.")
    if protection.started and not started:
        raise refuse("started", "A plan was made; give the day of its conference.")
    if ended and not started:
        raise refuse("ended", "There is no plan that could end. Give the day it was made first.")
    if ended:
        check_ends_after("ended", ended, started)
    if started and not changes.get("category_latest", protection.category_latest):
        raise refuse("category_latest", "A plan has a category. Choose one.")
    if closed and (started or closed < opened):
        raise refuse(
            "closed_on",
            "A process is closed without a plan only where none was made, and after it was opened.",
        )
    if protection.no_plan and not closed:
        raise refuse("closed_on", "Give the day on which the process was closed without a plan.")


def check_need_corrected(plan: NeedPlan, changes: dict[str, Any]) -> None:
    """Raises ValidationError unless the days are in order once the changes are made, beside no protection plan."""
    agreed, made, ended = (
        changes.get(field, getattr(plan, field)) for field in ("agreed_on", "made_on", "ended")
    )
    if not agreed:
        raise refuse("agreed_on", "A plan needs the day it was agreed.")
    for field, day in (("agreed_on", agreed), ("made_on", made), ("ended", ended)):
        if day:
            check_not_ahead(field, day)
            if day < agreed:
                raise refuse(
                    field, f"This is before the plan was agreed, on {long_date(agreed)}. Check both days."
                )
    if made and ended and ended < made:
        raise refuse("ended", f"This is before the plan was made, on {long_date(made)}. Check both days.")
    check_clear_of_protection(plan.child, agreed, ended, field="agreed_on")
