"""Child protection processes and plans of children in need: what may be written, and what is refused in words."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from holdfast.casework.access.roles import Role
from holdfast.casework.access.rules import NotAllowed
from holdfast.casework.audit.models import AuditEvent
from holdfast.casework.people.queries import NotYours
from holdfast.casework.plans import actions, queries
from holdfast.casework.plans.models import CoreGroup, NoPlan, Protection, Route
from holdfast.casework.provenance.queries import history_of
from holdfast.casework.reviews.models import Review
from tests.builders import people

pytestmark = pytest.mark.django_db

MONDAY = date(2017, 1, 9)
CONFERENCE = date(2017, 1, 25)


@pytest.fixture
def child():
    return people.child("Ivy Ash")


def opened(child, on: date = MONDAY, **facts) -> Protection:
    return actions.open_protection(child=child, opened_on=on, by=None, **facts)


def planned(child, started: date = CONFERENCE) -> Protection:
    return actions.make_plan(protection=opened(child), started=started, category="NEG", by=None)


def sentences(refusal: pytest.ExceptionInfo[ValidationError]) -> str:
    return " ".join(refusal.value.messages)


def test_a_process_is_opened_and_the_diary_names_the_child_by_id_only(child):
    one = opened(child, route=Route.TRANSFER_IN)

    event = AuditEvent.objects.get()
    assert (event.verb, event.detail) == ("protection.opened", {"child": child.pk, "route": "transfer_in"})
    assert queries.open_protection(child) == one


def test_a_child_who_is_not_born_yet_may_have_a_process():
    child = people.child("Baby Ash", born=None)

    assert opened(child, unborn=True).unborn


def test_the_conference_makes_a_plan_with_its_category(child):
    plan = planned(child)

    assert (plan.started, plan.category_first, plan.category_latest) == (CONFERENCE, "NEG", "NEG")
    assert queries.plan_in_force(child, CONFERENCE) == plan
    assert queries.plan_in_force(child, MONDAY) is None


def test_changing_the_category_keeps_the_first_one(child):
    plan = planned(child)

    actions.change_category(protection=plan, category="EMO", by=None)

    assert (plan.category_first, plan.category_latest) == ("NEG", "EMO")
    assert history_of(plan).last().before == "NEG"


@pytest.mark.parametrize(
    ("started", "sentence"),
    [
        (date(2017, 1, 28), "Saturday 28 January 2017 is a weekend"),
        (date(2017, 1, 6), "before the process was opened, on 9 January 2017"),
        (date(2999, 1, 1), "is still to come"),
    ],
)
def test_a_plan_starts_on_a_day_on_which_a_conference_can_be(child, started, sentence):
    with pytest.raises(ValidationError) as refusal:
        planned(child, started)

    assert sentence in sentences(refusal)


def test_a_plan_starts_on_the_day_of_the_conference_on_record(child):
    process = opened(child)
    Review.objects.create(
        child=child,
        kind="conference_initial",
        protection=process,
        held_on=CONFERENCE,
        completed_on=CONFERENCE,
    )

    with pytest.raises(ValidationError) as refusal:
        actions.make_plan(protection=process, started=date(2017, 1, 26), category="NEG", by=None)

    assert "the day of its conference: 25 January 2017" in sentences(refusal)
    assert actions.make_plan(protection=process, started=CONFERENCE, category="NEG", by=None).started


def test_a_plan_does_not_end_on_the_day_it_starts(child):
    plan = planned(child)

    with pytest.raises(ValidationError) as refusal:
        actions.end_plan(protection=plan, ended=CONFERENCE, by=None)

    assert "cannot end on that day" in sentences(refusal)
    actions.end_plan(protection=plan, ended=date(2017, 1, 26), reason="Safe at home", by=None)
    assert queries.open_protection(child) is None


def test_a_process_closed_without_a_plan_is_over(child):
    process = opened(child)

    actions.close_without_plan(protection=process, closed_on=CONFERENCE, why=NoPlan.NOT_MADE, by=None)

    with pytest.raises(ValidationError, match="was over on 25 January 2017"):
        actions.make_plan(protection=process, started=CONFERENCE, category="NEG", by=None)


def test_one_process_at_a_time(child):
    opened(child)

    with pytest.raises(ValidationError) as refusal:
        opened(child, date(2017, 2, 1))

    assert "is open since 9 January 2017" in sentences(refusal)


def test_a_process_inside_one_that_is_over_is_refused(child):
    actions.end_plan(protection=planned(child), ended=date(2017, 3, 1), by=None)

    with pytest.raises(ValidationError) as refusal:
        opened(child, date(2017, 2, 1))

    assert "from 9 January 2017 to 1 March 2017" in sentences(refusal)
    assert opened(child, date(2017, 3, 1))


def test_a_core_group_meets_once_a_day_while_there_is_a_plan(child):
    plan = planned(child)
    actions.hold_core_group(protection=plan, held_on=date(2017, 2, 6), by=None)

    for day, sentence in [
        (date(2017, 2, 6), "on record already"),
        (date(2017, 1, 10), "before the plan was made"),
    ]:
        with pytest.raises(ValidationError) as refusal:
            actions.hold_core_group(protection=plan, held_on=day, by=None)
        assert sentence in sentences(refusal)


def test_a_core_group_entered_by_mistake_goes_and_what_stood_there_is_kept(child):
    group = actions.hold_core_group(protection=planned(child), held_on=date(2017, 2, 6), by=None)
    kept = history_of(group)

    actions.remove_core_group(group=group, by=None)

    assert not CoreGroup.objects.exists()
    assert [change.before for change in kept] == ["2017-02-06", ""]


def test_the_two_kinds_of_plan_do_not_run_together_but_may_change_over_on_one_day(child):
    need = actions.agree_need_plan(child=child, agreed_on=MONDAY, by=None)
    process = opened(child, date(2017, 1, 16))
    with pytest.raises(ValidationError) as refusal:
        actions.make_plan(protection=process, started=CONFERENCE, category="NEG", by=None)
    assert "End the child in need plan first" in sentences(refusal)

    actions.make_plan(protection=process, started=CONFERENCE, category="NEG", ends_need_plan=True, by=None)
    need.refresh_from_db()
    assert need.ended == CONFERENCE

    actions.end_plan(protection=process, ended=date(2017, 3, 1), by=None)
    with pytest.raises(ValidationError) as refusal:
        actions.agree_need_plan(child=child, agreed_on=date(2017, 2, 28), by=None)
    assert "the two may not run together" in sentences(refusal)
    assert actions.agree_need_plan(child=child, agreed_on=date(2017, 3, 1), by=None)


def test_a_need_plan_is_agreed_made_and_ended_in_order(child):
    plan = actions.agree_need_plan(child=child, agreed_on=MONDAY, by=None)
    with pytest.raises(ValidationError, match="before the plan was agreed"):
        actions.make_need_plan(plan=plan, made_on=date(2017, 1, 6), by=None)

    actions.make_need_plan(plan=plan, made_on=date(2017, 1, 20), by=None)
    actions.end_need_plan(plan=plan, ended=date(2017, 3, 1), reason="Closed", by=None)

    assert queries.open_need_plan(child) is None
    assert queries.open_need_plan(child, date(2017, 2, 1)) == plan


def test_correcting_a_plan_keeps_what_stood_there_and_the_order_of_days(child):
    plan = planned(child)

    changed = actions.correct_protection(protection=plan, changes={"started": date(2017, 1, 26)}, by=None)

    assert changed == ["started"]
    assert history_of(plan).filter(field="started").last().before == "2017-01-25"
    with pytest.raises(ValidationError) as refusal:
        actions.correct_protection(protection=plan, changes={"opened_on": date(2017, 2, 1)}, by=None)
    assert "Check both" in sentences(refusal)


def test_correcting_a_need_plan(child):
    plan = actions.agree_need_plan(child=child, agreed_on=MONDAY, by=None)

    actions.correct_need_plan(plan=plan, changes={"agreed_on": date(2017, 1, 10)}, by=None)
    with pytest.raises(ValidationError, match="before the plan was agreed"):
        actions.correct_need_plan(plan=plan, changes={"made_on": date(2017, 1, 9)}, by=None)

    assert history_of(plan).last().before == "2017-01-09"


def test_somebody_who_may_not_correct_or_not_see_the_child_changes_nothing(child):
    with pytest.raises(NotAllowed):
        actions.open_protection(child=child, opened_on=MONDAY, by=people.user(Role.SOCIAL_WORKER))
    with pytest.raises(NotYours):
        actions.open_protection(child=child, opened_on=MONDAY, by=people.user(Role.IRO))
    assert not Protection.objects.exists()
