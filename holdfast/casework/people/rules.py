"""What may be done with a child's record, and by whom."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError

from holdfast.casework.access.roles import Permission, Role
from holdfast.casework.access.rules import check_by
from holdfast.domain.codesets import ssda903
from holdfast.domain.reporting_year import ReportingYear

from .models import Child, Worker
from .queries import NotYours, children_for

#: the fields of a child that somebody may correct
CORRECTABLE = ("name", "born", "sex", "ethnicity", "upn", "mother", "mother_child_born")

#: the fields of a worker, and of somebody to ask about a child, that somebody may correct
WORKER_CORRECTABLE = ("manager_id", "team", "email", "register_body", "register_number", "register_until")
CONTACT_CORRECTABLE = ("name", "relation", "email", "version", "note", "stopped_on")

#: the roles in which children are allocated to somebody
WORKS_WITH_CHILDREN = frozenset({Role.IRO, Role.SOCIAL_WORKER, Role.TEAM_MANAGER})

_YES_NO = ("0", "1")


class AlreadySignsIn(Exception):
    """The worker has an account already."""

    def __init__(self, worker: Worker) -> None:
        super().__init__(f"{worker.name} has an account already. Choose somebody else, or leave it blank.")


def check_unlinked(worker: Worker) -> None:
    """Raises AlreadySignsIn unless the worker has no account. Held until the change is written."""
    if Worker.objects.select_for_update().get(pk=worker.pk).user_id is not None:
        raise AlreadySignsIn(worker)


def check_line_of_management(worker: Worker, manager_id: int | None) -> None:
    """Raises ValidationError when the worker would come to manage themselves, through whomever."""
    managers = dict(Worker.objects.exclude(pk=worker.pk).values_list("pk", "manager"))
    seen: set[int] = set()
    while manager_id is not None and manager_id not in seen:
        if manager_id == worker.pk:
            raise ValidationError(
                {"manager_id": f"{worker.name} would come to manage themselves. Choose somebody else."}
            )
        seen.add(manager_id)
        manager_id = managers.get(manager_id)


def check_may_correct(by: Any, child: Child) -> None:
    """Raises NotAllowed when the role does not correct records, NotYours when the child is not theirs to see."""
    check_by(by, Permission.CORRECT_RECORDS)
    if by is not None and not children_for(by).filter(pk=child.pk).exists():
        raise NotYours


def check_fields(given: Iterable[str], correctable: Iterable[str]) -> None:
    """Raises ValidationError for a field that is not there to be corrected."""
    unknown = sorted(set(given) - set(correctable))
    if unknown:
        raise ValidationError(f"{', '.join(unknown)} cannot be corrected here.")


def check_code(code_list: str, code: str, *, on: date, field: str) -> None:
    """Raises ValidationError unless the code is in the SSDA903 list of the day's return year. Blank is allowed."""
    if not code:
        return
    ending = min(max(ReportingYear.of(on).ending, ssda903.YEARS[0]), ssda903.YEARS[-1])
    if code not in ssda903.codes(code_list, year_ending=ending):
        year = ReportingYear(ending)
        raise ValidationError(
            {field: f"“{code}” is not in the {code_list} list of {year}. Choose one that is."}
        )


def check_child(values: dict[str, Any], *, on: date) -> None:
    """Raises ValidationError for what somebody may not type: an unknown code, a birth after today."""
    check_code("SEX", values.get("sex", ""), on=on, field="sex")
    check_code("ETHNIC", values.get("ethnicity", ""), on=on, field="ethnicity")
    if values.get("mother") not in (None, "", *_YES_NO):
        raise ValidationError({"mother": "Answer 1 for yes or 0 for no, or leave it blank."})
    for field in ("born", "mother_child_born"):
        day = values.get(field)
        if isinstance(day, date) and day > on:
            raise ValidationError({field: "This date of birth is after today."})
