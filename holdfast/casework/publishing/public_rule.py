"""Up to which count numbers are hidden from the public, and since when."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models, transaction

from holdfast.casework.access.roles import Permission
from holdfast.casework.access.rules import check_by
from holdfast.casework.audit.actions import record

from .models import PublicRule

#: where nobody has settled anything
USUAL = 5
#: one and two tell of somebody whatever the rule; above this hardly anything would be left to publish
LEAST, MOST = 2, 20


def public_threshold() -> int:
    """The greatest count that is hidden from the public now."""
    latest = PublicRule.objects.order_by("-id").values_list("threshold", flat=True).first()
    return USUAL if latest is None else latest


def public_rules() -> models.QuerySet[PublicRule]:
    """Every threshold that was settled, the latest first, with who did it."""
    return PublicRule.objects.select_related("set_by").order_by("-id")


@transaction.atomic
def settle_public_threshold(*, threshold: int, reason: str, by: Any) -> PublicRule:
    """Hide counts of 1 to ``threshold`` from now on. Editions prepared before keep the rule they were made with.

    Raises ValidationError where it would hide less than counts of 1 and 2, or where no reason is given.
    """
    check_by(by, Permission.SET_RULES)
    if not LEAST <= threshold <= MOST:
        raise ValidationError({"threshold": f"Enter a number from {LEAST} to {MOST}."})
    if threshold == public_threshold():
        raise ValidationError({"threshold": f"Counts of 1 to {threshold} are hidden already."})
    if not reason.strip():
        raise ValidationError({"reason": "Say why."})
    rule = PublicRule.objects.create(threshold=threshold, reason=reason.strip(), set_by=by)
    record(by=by, verb="public_rule.settled", subject=rule, detail={"threshold": threshold})
    return rule
