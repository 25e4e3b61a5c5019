"""What may be planned, sent and answered about quarterly packs. No child is ever named in what a pack says."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError

from holdfast.casework.access.models import User
from holdfast.casework.access.roles import Permission
from holdfast.casework.access.rules import check_by, may
from holdfast.casework.people.models import Child
from holdfast.casework.people.queries import NotYours, teams_on_record
from holdfast.casework.resolution.categories import all_categories

from .models import PackPlan, Receipt

MOST_DUE_DAYS = 60
LONGEST_ANSWER = 2000
_WORD = re.compile(r"[\w’'-]+")


class NoPack(NotYours):
    """The pack was not sent to this person, or is not there: the two are not told apart."""

    def __init__(self) -> None:
        Exception.__init__(self, "This pack is not among those that were sent to you.")


def check_plans(by: Any) -> None:
    """Whoever writes reports plans and prepares packs. Raises NotAllowed."""
    check_by(by, Permission.WRITE_REPORT)


def check_plan(plan: PackPlan) -> None:
    """Raises ValidationError with a sentence per field for what no pack can be made of."""
    wrong: dict[str, str] = {}
    if plan.team and plan.theme:
        wrong["theme"] = "Choose a team or a group of concerns, not both."
    if plan.team and plan.team not in teams_on_record():
        wrong["team"] = "Choose a team somebody works in."
    if plan.theme and plan.theme not in {one.group for one in all_categories(date.max)}:
        wrong["theme"] = "Choose a group of concerns from the list."
    if not 1 <= plan.due_days <= MOST_DUE_DAYS:
        wrong["due_days"] = f"Give a number of working days from 1 to {MOST_DUE_DAYS}."
    if plan.to_date and plan.to_date < plan.from_date:
        wrong["to_date"] = "The last day cannot be before the first."
    same = PackPlan.objects.filter(team=plan.team, theme=plan.theme).exclude(pk=plan.pk)
    if any(_overlap(plan, other) for other in same):
        wrong["team"] = "This pack is planned already for these days. Change that plan instead."
    if wrong:
        raise ValidationError(wrong)


def _overlap(one: PackPlan, other: PackPlan) -> bool:
    ends_before = one.to_date is not None and one.to_date < other.from_date
    return not (ends_before or (other.to_date is not None and other.to_date < one.from_date))


def check_readers(readers: Iterable[User]) -> list[User]:
    """Those a pack may go to. Raises ValidationError where there is nobody, or somebody whose role receives none."""
    found = list(dict.fromkeys(readers))
    if not found:
        raise ValidationError({"readers": "Choose at least one reader."})
    if not all(may(one, Permission.RECEIVE_PACKS) for one in found):
        raise ValidationError({"readers": "Choose from the people whose role receives quarterly packs."})
    return found


def check_answer_by(answer_by: date | None, on: date) -> None:
    if answer_by is not None and answer_by <= on:
        raise ValidationError({"answer_by": "Give the readers a day after today to answer by."})


def check_names_no_child(texts: Iterable[str], field: str) -> None:
    """Raises ValidationError where one of these texts names a child on record by name or number."""
    if any(names_a_child(text) for text in texts):
        raise ValidationError(
            {
                field: "This seems to name a child or give a child’s number. Say what was done without naming anybody: "
                "packs are read by people who may not see the child."
            }
        )


def names_a_child(text: str) -> bool:
    """Whether a text holds the full name or the number of a child on record. Two queries at most."""
    words = _WORD.findall(text)
    if not words:
        return False
    if Child.objects.filter(number__in=set(words)).exists():
        return True
    said = f" {' '.join(words).casefold()} "
    names = Child.objects.exclude(name="").values_list("name", flat=True).order_by()
    return any(
        f" {' '.join(_WORD.findall(name)).casefold()}" in said for name in names.iterator() if " " in name
    )


def check_answers(by: Any, receipt: Receipt) -> None:
    """A pack is answered by the reader it was sent to. Raises NotAllowed, NoPack."""
    check_by(by, Permission.RECEIVE_PACKS)
    if by is not None and by.pk != receipt.user_id:
        raise NoPack


def check_answer(text: str, *, nothing_needed: bool, done_by: date | None, sent_on: date) -> str:
    """The answer as it is kept. Raises ValidationError for one that says nothing, too much, or names a child."""
    said = text.strip()
    if not said:
        why = "Say why nothing is needed." if nothing_needed else "Say what was done, or will be done."
        raise ValidationError({"text": why})
    if len(said) > LONGEST_ANSWER:
        raise ValidationError({"text": f"Say it in {LONGEST_ANSWER:,} characters or fewer."})
    if nothing_needed and done_by:
        raise ValidationError({"done_by": "Where nothing is needed, leave the day empty."})
    if done_by and (done_by.year < sent_on.year - 1 or done_by.year > sent_on.year + 5):
        raise ValidationError({"done_by": "Check the year of the day."})
    check_names_no_child([said], "text")
    return said
