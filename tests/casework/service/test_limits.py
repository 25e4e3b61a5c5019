"""A council's own limits: never laxer than the law, dated, and what stood there kept."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from holdfast.casework.access.roles import Role
from holdfast.casework.access.rules import NotAllowed
from holdfast.casework.audit.queries import events_about
from holdfast.casework.provenance.queries import history_of
from holdfast.casework.service import actions
from holdfast.casework.service.models import OwnLimit
from holdfast.casework.service.queries import book
from holdfast.casework.service.rules import BeginsLater, LaxerThanTheLaw
from tests.builders import people

pytestmark = pytest.mark.django_db

DAY = date(2026, 4, 1)


def set_limit(**changed: Any) -> OwnLimit:
    standard = {
        "rule_id": "review.record", "value": 10, "unit": "working days", "from_date": DAY,
        "source": "Decision of the management team, 3 March 2026", "certainty": "H",
        "reason": "Records reached families too late", "by": None,
    }  # fmt: skip
    return actions.set_limit(**{**standard, **changed})


def test_from_its_day_on_the_own_limit_comes_before_the_national_one() -> None:
    made = set_limit()

    assert book().on("review.record", date(2026, 3, 31)).value == 15
    assert book().on("review.record", DAY).value == 10
    assert [event.verb for event in events_about(made)] == ["limit.set"]


def test_another_ends_the_one_before_the_day_before_and_what_stood_is_kept() -> None:
    first = set_limit()

    second = set_limit(value=12, from_date=date(2026, 9, 1), by=people.user(Role.IRO_MANAGER))

    first.refresh_from_db()
    assert (first.to_date, second.to_date) == (date(2026, 8, 31), None)
    assert [(c.field, c.before, c.after) for c in history_of(first)] == [("to_date", "", "2026-08-31")]
    assert [book().on("review.record", date(2026, month, 1)).value for month in (8, 9)] == [10, 12]


def test_one_of_the_same_day_is_put_right() -> None:
    first = set_limit()

    again = set_limit(value=11)

    assert again.pk == first.pk
    assert OwnLimit.objects.get().value == 11
    assert [event.verb for event in events_about(first)] == ["limit.set", "limit.put_right"]
    assert [(c.field, c.before) for c in history_of(first)] == [("value", "10")]


def test_one_that_begins_later_is_in_the_way_unless_it_ends_before() -> None:
    set_limit(from_date=date(2026, 9, 1))

    with pytest.raises(BeginsLater, match="1 September 2026"):
        set_limit()
    set_limit(to_date=date(2026, 8, 31))
    assert OwnLimit.objects.count() == 2


@pytest.mark.parametrize(
    ("rule", "value", "unit", "asks_less"),
    [
        ("review.record", 16, "working days", True),
        ("review.record", 15, "working days", False),
        ("review.record", 4, "weeks", True),
        ("review.later", 26, "weeks", True),  # 182 days: longer than six months from some days on
        ("review.later", 25, "weeks", False),
        ("review.second", 3, "months", False),
        ("review.talk", 14, "working days", True),  # counted backwards: fewer days ask less
        ("review.talk", 16, "working days", False),
        ("caseload.guide-most", 90, "children", False),  # a guide, no law
        ("review.local-under-5", 12, "months", False),  # no law sets it
    ],
)
def test_laxer_than_the_law_is_refused(rule: str, value: int, unit: str, asks_less: bool) -> None:
    def enter(**more: Any) -> OwnLimit:
        return set_limit(rule_id=rule, value=value, unit=unit, **more)

    if asks_less:
        with pytest.raises(LaxerThanTheLaw, match="a council may only be stricter"):
            enter()
        assert enter(law_changed=True).law_changed
    else:
        assert enter().value == value


@pytest.mark.parametrize(
    ("changed", "field", "sentence"),
    [
        ({"rule_id": "review.tenth"}, "rule_id", "no limit called"),
        ({"value": 0}, "value", "from 1 to 500"),
        ({"unit": "fortnights"}, "unit", "working days or days or weeks or months"),
        ({"unit": "children"}, "unit", "Give this limit in"),
        ({"certainty": "X"}, "certainty", "not a valid choice"),
        ({"source": " "}, "source", "where the limit comes from"),
        ({"reason": " "}, "reason", "Say why"),
        ({"to_date": date(2026, 3, 1)}, "to_date", "before the first"),
        ({"from_date": date(1066, 10, 14)}, "from_date", "Check the year"),
    ],
)
def test_what_cannot_stand_is_said_beside_its_field(changed: Any, field: str, sentence: str) -> None:
    with pytest.raises(ValidationError, match=sentence) as refused:
        set_limit(**changed)

    assert list(refused.value.error_dict) == [field]
    assert not OwnLimit.objects.exists()


def test_an_ended_limit_gives_way_to_the_national_one() -> None:
    made = set_limit()

    actions.end_limit(limit=made, to_date=date(2026, 6, 30), by=None)

    assert [book().on("review.record", date(2026, month, 1)).value for month in (6, 7)] == [10, 15]
    with pytest.raises(ValidationError, match="before the first"):
        actions.end_limit(limit=made, to_date=date(2026, 3, 31), by=None)


def test_a_limit_entered_by_mistake_never_held() -> None:
    made = set_limit()
    pk = made.pk

    actions.take_back_limit(limit=made, by=None)

    made.pk = pk
    assert book().on("review.record", DAY).value == 15
    assert [event.verb for event in events_about(made)] == ["limit.set", "limit.taken_back"]
    assert ("value", "10") in [(c.field, c.before) for c in history_of(made)]


@pytest.mark.parametrize("role", [role for role in Role if role != Role.IRO_MANAGER])
def test_only_a_manager_sets_ends_and_takes_back(role: Role) -> None:
    made, by = set_limit(), people.user(role)

    for act in (
        lambda: set_limit(value=9, by=by),
        lambda: actions.end_limit(limit=made, to_date=DAY, by=by),
        lambda: actions.take_back_limit(limit=made, by=by),
        lambda: actions.set_remit(kind="need", from_date=DAY, reason="Asked for", by=by),
    ):
        with pytest.raises(NotAllowed):
            act()
