"""What is under way on the day the demo stands at: some of everything, for the people who sign in as well."""

from __future__ import annotations

from datetime import date

import pytest
from django.db.models import QuerySet

from holdfast.casework.access.models import User
from holdfast.casework.care.models import Episode
from holdfast.casework.drafts.models import Draft
from holdfast.casework.midway.models import MidwayCheck
from holdfast.casework.people.models import Allocation, AllocationRole, Child, Contact, FamilyTie, Move, Post
from holdfast.casework.people.queries import children_for, responsible_on
from holdfast.casework.plans.models import NeedPlan, Protection
from holdfast.casework.records.models import ManagerAnswer, Recipient, Record, Release
from holdfast.casework.records.queries import blank_parts
from holdfast.casework.reviews.models import EarlyTrigger, Review, ReviewKind
from holdfast.casework.reviews.participating import derived
from holdfast.casework.service.models import OwnLimit, Remit
from holdfast.demo.quarters import TODAY

pytestmark = pytest.mark.django_db


def children_of(username: str) -> QuerySet[Child]:
    return children_for(User.objects.get(username=username), TODAY)


def test_reviews_are_booked_adjourned_cancelled_and_held_together(loaded) -> None:
    booked = Review.objects.filter(held_on=None, cancelled_on=None)
    under_way = Review.objects.get(held_on__isnull=False, completed_on=None)
    together = booked.exclude(together=None)

    assert booked.filter(planned_on=TODAY).count() == 2
    assert booked.filter(kind=ReviewKind.CARE).count() > 15
    assert booked.filter(kind=ReviewKind.CONFERENCE_REVIEW).count() > 10
    assert Review.objects.exclude(cancelled_on=None).count() == 1
    assert [m.held_on is None for m in under_way.meetings.order_by("number")] == [False, True]
    assert together.count() >= 2
    assert len(set(together.values_list("together", "planned_on", "planned_at"))) == 1


def test_one_review_was_completed_in_two_meetings(loaded) -> None:
    (review,) = {m.review for m in _second_meetings()}

    first, second = review.meetings.order_by("number")
    assert (first.held_on, second.held_on) == (review.held_on, review.completed_on)
    assert first.adjourned_why


def _second_meetings() -> list:
    return [
        meeting
        for review in Review.objects.filter(meetings__number=2, completed_on__isnull=False)
        for meeting in review.meetings.filter(number=2)
    ]


def test_children_are_placed_for_adoption_authorised_disrupted_and_on_remand(loaded) -> None:
    now = Episode.objects.filter(ended=None)

    assert now.filter(legal_status="E1").exclude(place__startswith="A").exists()
    assert Episode.objects.filter(place="A6", ended=date(2017, 3, 6)).count() == 1
    assert now.filter(legal_status="J1").count() == 1
    assert now.filter(legal_status="V3", started=TODAY).count() == 1


def test_some_arrived_this_month(loaded) -> None:
    waiting = Protection.objects.filter(started=None, closed_on=None)

    assert sorted(waiting.values_list("route", "unborn")) == [
        ("enquiry", False),
        ("enquiry", True),
        ("transfer_in", False),
    ]
    assert NeedPlan.objects.filter(made_on=None).count() == 1
    with_officer = responsible_on(TODAY, AllocationRole.IRO).values("child")
    without = waiting.exclude(child__in=with_officer).get()
    assert without.opened_on == date(2017, 3, 28)


def test_decisions_and_records_stand_at_every_stage(loaded) -> None:
    assert Release.objects.filter(answers=None).exists()
    assert ManagerAnswer.objects.filter(answer="objects", replies=None).exists()
    assert Review.objects.filter(completed_on__gte=date(2017, 3, 1), releases=None).exists()
    open_now = Record.objects.filter(signed_on=None).select_related("review")
    assert {bool(blank_parts(record)) for record in open_now} == {True, False}
    assert Recipient.objects.filter(record__signed_on__isnull=False, sent_on=None).exists()
    assert all(not blank_parts(record) for record in Record.objects.exclude(signed_on=None)[:40])


def test_midway_checks_stand_at_every_stage(loaded) -> None:
    checks = MidwayCheck.objects.filter(closed_on=None, waived_on=None, done_on=None)

    assert checks.filter(asked_on=None, due_on__gt=TODAY).exists()
    assert checks.filter(asked_on=None, due_on__lt=TODAY).exists()
    assert checks.filter(asked_on__isnull=False, answered_on=None).exists()
    assert checks.filter(answered_on__isnull=False).exists()
    assert MidwayCheck.objects.exclude(done_on=None).exists()


def test_triggers_a_draft_and_a_move_wait(loaded) -> None:
    assert EarlyTrigger.objects.filter(answer="").count() == 1
    assert set(EarlyTrigger.objects.exclude(answer="").values_list("answer", flat=True)) == {
        "review",
        "contact",
        "note",
    }
    assert Draft.objects.get().user.username == "iro"
    assert Allocation.objects.filter(starts__gt=TODAY).count() == Move.objects.get().moved.count() > 0


def test_those_who_sign_in_have_something_to_do(loaded) -> None:
    mine, team, workers = children_of("iro"), children_of("teammanager"), children_of("worker")

    assert EarlyTrigger.objects.filter(answer="", child__in=mine).exists()
    assert Review.objects.filter(held_on=None, planned_on=TODAY, child__in=mine).count() == 2
    assert Release.objects.filter(answers=None, review__child__in=team).exists()
    asked = MidwayCheck.objects.filter(asked_on__isnull=False, answered_on=None, closed_on=None)
    assert asked.filter(review__child__in=workers).exists()
    assert 5 < workers.count() < team.count() < mine.model.objects.count() / 2


def test_how_a_child_took_part_follows_from_the_answers_at_the_meeting(loaded) -> None:
    told = Review.objects.filter(meetings__isnull=False, completed_on__isnull=False).exclude(participation="")

    assert told.filter(kind=ReviewKind.CARE).count() > 200
    assert [
        r.pk for r in told.select_related("child").distinct()[:120] if derived(r) != r.participation
    ] == []


def test_posts_remit_and_the_council_s_own_limit(loaded) -> None:
    held = Post.objects.filter(starts__lte=TODAY, ends=None)

    assert sum(post.fte for post in held) == 6
    assert [(one.kind, one.from_date) for one in Remit.objects.all()] == [("need", date(2016, 9, 12))]
    assert [one.rule_id for one in OwnLimit.objects.all()] == ["need.review"]


def test_every_record_made_in_bulk_could_have_been_typed(loaded) -> None:
    for model in (Protection, NeedPlan, Contact, FamilyTie, Post):
        for one in model.objects.all()[:60]:
            one.full_clean()
