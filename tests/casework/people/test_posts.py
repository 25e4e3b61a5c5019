"""Posts, lines of management and registration."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from holdfast.casework.access.roles import Role
from holdfast.casework.access.rules import NotAllowed
from holdfast.casework.audit.queries import events_about
from holdfast.casework.people import actions
from holdfast.casework.people.models import Post, Worker
from holdfast.casework.people.queries import caseloads
from holdfast.casework.provenance.queries import history_of
from tests.builders import people

pytestmark = pytest.mark.django_db

DAY = date(2026, 4, 1)


def hold(worker: Worker, fte: str = "1", starts: date = DAY, ends: date | None = None) -> Post:
    return actions.hold_post(worker=worker, fte=Decimal(fte), starts=starts, ends=ends, by=None)


def spans(worker: Worker) -> list[tuple]:
    return list(Post.objects.filter(worker=worker).values_list("fte", "starts", "ends"))


def test_other_hours_end_those_before_the_day_before() -> None:
    sam = people.worker("Sam Fielding")
    first = hold(sam)

    hold(sam, "0.6", date(2026, 9, 1))

    assert spans(sam) == [(Decimal(1), DAY, date(2026, 8, 31)), (Decimal("0.60"), date(2026, 9, 1), None)]
    assert [(c.field, c.after) for c in history_of(first)] == [("ends", "2026-08-31")]


def test_hours_of_the_same_day_are_put_right_and_later_ones_stand_in_the_way() -> None:
    sam = people.worker("Sam Fielding")
    hold(sam)
    assert hold(sam, "0.5").fte == Decimal("0.5")
    assert len(spans(sam)) == 1

    with pytest.raises(ValidationError, match="Other hours begin on 1 April 2026"):
        hold(sam, starts=date(2026, 1, 1))
    hold(sam, starts=date(2026, 1, 1), ends=date(2026, 3, 31))


@pytest.mark.parametrize(
    ("fte", "ends", "field"),
    [("0", None, "fte"), ("1.1", None, "fte"), ("-1", None, "fte"), ("0.5", date(2026, 3, 1), "ends")],
)
def test_what_is_no_post_is_said(fte: str, ends: date | None, field: str) -> None:
    with pytest.raises(ValidationError) as refused:
        hold(people.worker(), fte, ends=ends)

    assert list(refused.value.error_dict) == [field]


def test_an_ended_post_no_longer_counts() -> None:
    sam = people.worker("Sam Fielding", people.user(Role.IRO))
    post = hold(sam, "0.8")
    people.allocated(people.child(), sam)

    actions.end_post(post=post, ends=date(2026, 6, 30), by=None)

    (before,), (after,) = caseloads(date(2026, 6, 30)), caseloads(date(2026, 7, 1))
    assert (before.children, before.fte, before.per_full_post) == (1, Decimal("0.8"), Decimal("1.3"))
    assert (after.fte, after.per_full_post, after.beside) == (0, None, "")
    assert [event.verb for event in events_about(post)] == ["post.held", "post.ended"]


def test_who_manages_whom_and_until_when_they_are_registered() -> None:
    sam, pat = people.worker("Sam Fielding"), people.worker("Pat Hollis")

    changed = actions.correct_worker(
        worker=sam,
        changes={"manager_id": pat.pk, "team": "North", "register_until": date(2027, 11, 30)},
        by=people.user(Role.IRO_MANAGER),
    )

    sam.refresh_from_db()
    assert (sam.manager, sam.team) == (pat, "North")
    assert sorted(changed) == ["manager_id", "register_until", "team"]
    assert [event.verb for event in events_about(sam)] == ["worker.corrected"]
    actions.correct_worker(worker=sam, changes={"manager_id": None}, by=None)
    sam.refresh_from_db()
    assert sam.manager is None


def test_nobody_comes_to_manage_themselves() -> None:
    sam, pat, kim = (people.worker(name) for name in ("Sam Fielding", "Pat Hollis", "Kim Lark"))
    actions.correct_worker(worker=sam, changes={"manager_id": pat.pk}, by=None)
    actions.correct_worker(worker=pat, changes={"manager_id": kim.pk}, by=None)

    for worker in (sam, pat, kim):
        with pytest.raises(ValidationError, match="manage themselves"):
            actions.correct_worker(
                worker=worker if worker != sam else kim, changes={"manager_id": sam.pk}, by=None
            )


def test_other_fields_of_a_worker_are_not_corrected_here() -> None:
    with pytest.raises(ValidationError, match="cannot be corrected here"):
        actions.correct_worker(worker=people.worker(), changes={"user_id": 1}, by=None)


@pytest.mark.parametrize("role", [role for role in Role if role != Role.IRO_MANAGER])
def test_only_a_manager_does_this(role: Role) -> None:
    sam, by = people.worker(), people.user(role)
    post = hold(sam)

    for act in (
        lambda: actions.hold_post(worker=sam, fte=Decimal(1), starts=DAY, by=by),
        lambda: actions.end_post(post=post, ends=DAY, by=by),
        lambda: actions.correct_worker(worker=sam, changes={"team": "North"}, by=by),
    ):
        with pytest.raises(NotAllowed):
            act()
