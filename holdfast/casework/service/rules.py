"""What a council may hold itself to instead of a limit of the law, and what it may not."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.core.exceptions import ValidationError

from holdfast.domain import limits
from holdfast.domain.limits import Limit, Rule
from holdfast.domain.wording import long_date

from .models import OwnLimit, RemitKind

#: Limits in months and in days differ from one day to the next, so that they are laid beside each other over a year.
DAYS_COMPARED = 366

#: The largest number a limit may have, in whatever unit, and the days it may begin on: what lies outside is a slip.
LARGEST = 500
FIRST_DAY, LAST_DAY = date(1991, 10, 14), date(2100, 12, 31)


class LaxerThanTheLaw(ValidationError):
    """An own limit that would ask less than the national one."""

    def __init__(self, national: Limit) -> None:
        super().__init__(
            {
                "value": f"The national limit is {national.wording} ({national.source}), and a council may only be "
                "stricter. If the law itself has changed, tick that it has and name the new source."
            }
        )


class BeginsLater(ValidationError):
    """Something else is entered from a later day on."""

    def __init__(self, first: date) -> None:
        super().__init__(
            {
                "from_date": f"Another entry begins on {long_date(first)}. Choose that day or a later one, "
                "or give a last day before it."
            }
        )


def check_rule(rule_id: str, unit: str) -> Rule:
    """The rule. Raises ValidationError for one nobody knows, or a unit it cannot be given in."""
    rule = next((rule for rule in limits.rules() if rule.rule_id == rule_id), None)
    if rule is None:
        raise ValidationError(
            {"rule_id": f"There is no limit called “{rule_id}”. Choose one from the list of rules."}
        )
    if unit not in rule.units:
        raise ValidationError({"unit": f"Give this limit in {' or '.join(rule.units)}."})
    return rule


def national_on(rule_id: str, day: date) -> Limit | None:
    """The national limit for a day, if there is one: a local rule has none."""
    held = (x for x in limits.table() if x.rule_id == rule_id and x.holds_on(day))
    return next(held, None)


def check_not_laxer(rule: Rule, own: Limit) -> None:
    """Raises LaxerThanTheLaw when from any day of its first year it would ask for less than law or guidance does."""
    if not rule.stricter_only:
        return
    for number in range(DAYS_COMPARED):
        day = own.from_date + timedelta(days=number)
        national = national_on(own.rule_id, day)
        if national and own.holds_on(day) and limits.laxer(own, national, day):
            raise LaxerThanTheLaw(national)


def check_own_limit(given: OwnLimit) -> None:
    """Raises ValidationError with a sentence per field for what cannot stand."""
    wrong: dict[str, Any] = {}
    if not 1 <= given.value <= LARGEST:
        wrong["value"] = f"Enter a whole number from 1 to {LARGEST}."
    if not FIRST_DAY <= given.from_date <= LAST_DAY:
        wrong["from_date"] = "Check the year: no limit is kept for that day."
    if not given.source.strip():
        wrong["source"] = "Say where the limit comes from: a decision, a procedure, a regulation."
    if not given.reason.strip():
        wrong["reason"] = "Say why the service holds itself to this limit."
    if given.to_date and given.to_date < given.from_date:
        wrong["to_date"] = "The last day is before the first. Check both days."
    if wrong:
        raise ValidationError(wrong)


def check_remit_kind(kind: str) -> None:
    """Raises ValidationError for reviews of children in care, which the law gives every service."""
    if kind == RemitKind.CARE:
        raise ValidationError(
            {"kind": "Reviews of children in care are the service’s by law and cannot be switched on or off."}
        )
