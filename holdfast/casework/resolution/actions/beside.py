"""Beside every stage: independent legal advice, and the referral to Cafcass, at any point and after closing too."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from holdfast.casework.resolution import rules
from holdfast.casework.resolution.models import CafcassReferral, Concern, LegalAdvice
from holdfast.domain.resolution.moves import Move
from holdfast.domain.wording import long_date

from .holding import hold, moved, put


@transaction.atomic
def ask_legal(
    *,
    concern: Concern,
    asked_of: str,
    question: str,
    on: date,
    by: Any,
    independent: bool = True,
    step: int | None = None,
) -> LegalAdvice:
    """Ask for legal advice. Raises NotAllowed, NotYours, Moved, ValidationError."""
    rules.check_officer(by, concern.child_id)
    hold(concern, Move.ASK_LEGAL, step=step, on=on)
    made = LegalAdvice(
        concern=concern,
        asked_on=on,
        asked_of=rules.check_text(asked_of, "asked_of", "Say whom you ask for advice."),
        question=rules.check_text(question, "question", "Write what you ask."),
        independent=independent,
    )
    made.full_clean(exclude=["concern"])
    made.save()
    moved(concern, "concern.legal_asked", by)
    return made


@transaction.atomic
def legal_given(
    *,
    request: LegalAdvice,
    advice: str,
    on: date,
    by: Any,
    cost: Decimal | None = None,
    step: int | None = None,
) -> None:
    """What the lawyer said, and what it cost in pounds where known. Raises as `ask_legal` does, and NotNow."""
    concern = request.concern
    rules.check_officer(by, concern.child_id)
    hold(concern, Move.LEGAL_GIVEN, step=step, on=on)
    request.refresh_from_db()
    if request.given_on is not None:
        raise rules.NotNow(f"This advice was entered on {long_date(request.given_on)} already.")
    if cost is not None and cost < 0:
        raise ValidationError({"cost": "Give the cost in pounds, like 240 or 240.50."})
    words = rules.check_text(advice, "advice", "Write what they advise.")
    put(request, {"advice": words, "given_on": on, "cost": cost}, by)
    moved(concern, "concern.legal_given", by)


@transaction.atomic
def refer_to_cafcass(
    *, concern: Concern, why: str, on: date, by: Any, step: int | None = None
) -> CafcassReferral:
    """Refer the child's situation to Cafcass; nobody's leave is needed. Raises NotAllowed, NotYours, Moved,
    ValidationError. Source: Children Act 1989, section 25B(3)."""
    rules.check_officer(by, concern.child_id)
    hold(concern, Move.REFER, step=step, on=on)
    words = rules.check_text(why, "why", "Write why you refer it to Cafcass.")
    made = CafcassReferral.objects.create(concern=concern, referred_on=on, why=words)
    moved(concern, "concern.referred", by)
    return made


@transaction.atomic
def cafcass_said(
    *, referral: CafcassReferral, outcome: str, on: date, by: Any, step: int | None = None
) -> None:
    """What Cafcass did. Raises as `refer_to_cafcass` does, and NotNow."""
    concern = referral.concern
    rules.check_officer(by, concern.child_id)
    hold(concern, Move.CAFCASS_SAID, step=step, on=on)
    referral.refresh_from_db()
    if referral.outcome_on is not None:
        raise rules.NotNow(f"What Cafcass did was entered on {long_date(referral.outcome_on)} already.")
    words = rules.check_text(outcome, "outcome", "Write what Cafcass did.")
    put(referral, {"outcome": words, "outcome_on": on}, by)
    moved(concern, "concern.cafcass_said", by)
