"""What may be entered of a child's tiers."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import ValidationError

from holdfast.casework.people.models import Child
from holdfast.casework.plans.rules import check_not_ahead, refuse
from holdfast.domain.wording import long_date

from .models import OtherTier, TierSpan


def check_span(
    child: Child, tier: str, started: date, ended: date | None, but: TierSpan | None = None
) -> None:
    """Raises ValidationError for days to come, in the wrong order, before the birth, or beside another such span."""
    if tier not in OtherTier.values:
        raise refuse(
            "tier", "Choose early help or care leaver; the other tiers are read from their own records."
        )
    check_not_ahead("started", started)
    if child.born and started < child.born:
        raise refuse("started", "This is before the child was born. Check the year.")
    if ended is not None:
        check_not_ahead("ended", ended)
        if ended < started:
            raise refuse("ended", f"This is before the first day, {long_date(started)}. Check both days.")
    _check_alone(child, tier, started, ended, but)


def _check_alone(child: Child, tier: str, started: date, ended: date | None, but: TierSpan | None) -> None:
    others = TierSpan.objects.filter(child=child, tier=tier).order_by("started")
    for one in others.exclude(pk=but.pk) if but else others:
        apart = (one.ended is not None and one.ended < started) or (ended is not None and one.started > ended)
        if not apart:
            until = f"to {long_date(one.ended)}" if one.ended else "until further notice"
            raise refuse(
                "started",
                f"{one.get_tier_display()} from {long_date(one.started)} {until} is on record. End that one first, "
                "or give days beside it.",
            )


def check_reason(reason: str) -> str:
    """The reason without blanks around it. Raises ValidationError when nothing is left, or too much for one."""
    text = reason.strip()
    if not text:
        raise refuse("reason", "Say why the child moved to this tier.")
    longest = 500
    if len(text) > longest:
        raise refuse("reason", f"Say it in {longest} characters or fewer; this is {len(text)} long.")
    return text


def no_such_step(on: date) -> ValidationError:
    return ValidationError(
        f"No step of {long_date(on)} is on record any more: the records it was read from have changed. "
        "Look at the steps again."
    )
