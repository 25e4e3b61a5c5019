"""What is entered of a child's tiers, and the tiers read from care and plans."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from holdfast.casework.access.roles import Role
from holdfast.casework.access.rules import NotAllowed
from holdfast.casework.audit.models import AuditEvent
from holdfast.casework.people.models import Child
from holdfast.casework.people.queries import NotYours
from holdfast.casework.plans.models import NeedPlan, Protection
from holdfast.casework.provenance.models import FieldChange
from holdfast.casework.tiers import actions, queries
from holdfast.casework.tiers.models import TierSpan
from holdfast.domain.tiers import Tier
from tests.builders import care, people, reviews

pytestmark = pytest.mark.django_db


@pytest.fixture
def child():
    return people.child("Ivy Ash")


def stepped(child: Child) -> None:
    """Early help, in need, protection, care, closed, care leaver."""
    TierSpan.objects.create(child=child, tier="early_help", started=date(2015, 1, 5), ended=date(2015, 6, 30))
    NeedPlan.objects.create(child=child, agreed_on=date(2015, 7, 1), ended=date(2015, 9, 1))
    Protection.objects.create(
        child=child, opened_on=date(2015, 8, 10), started=date(2015, 9, 1), ended=date(2016, 2, 1),
        category_first="NEG", category_latest="NEG",
    )  # fmt: skip
    Protection.objects.create(
        child=child, opened_on=date(2016, 1, 4), no_plan="not_made", closed_on=date(2016, 1, 20)
    )
    care.in_care(date(2016, 1, 25), child)
    care.left_care(child, date(2016, 10, 3))
    TierSpan.objects.create(child=child, tier="care_leaver", started=date(2016, 10, 10))


def test_the_steps_are_read_from_care_plans_and_what_is_entered(child):
    stepped(child)

    found = [(step.on, step.from_tier, step.to_tier) for step in queries.steps([child], date.min, date.max)]
    assert found == [
        (date(2015, 7, 1), Tier.EARLY_HELP, Tier.CIN),
        (date(2015, 9, 1), Tier.CIN, Tier.CP),
        (date(2016, 1, 25), Tier.CP, Tier.CARE),
        (date(2016, 10, 3), Tier.CARE, Tier.CLOSED),
        (date(2016, 10, 10), Tier.CLOSED, Tier.CARE_LEAVER),
    ]
    assert len(queries.steps([child], date(2015, 9, 1), date(2016, 1, 25))) == 2


@pytest.mark.parametrize("number", [1, 4])
def test_four_queries_for_any_number_of_children(number):
    for nth in range(number):
        stepped(people.child(f"Ivy {nth}"))

    with CaptureQueriesContext(connection) as asked:
        spans = queries.spans_of(Child.objects.all())

    assert len(asked) == 4
    assert len({span.child for span in spans}) == number


def test_a_span_is_begun_ended_and_taken_back(child):
    span = actions.begin_span(child=child, tier="early_help", started=date(2016, 5, 2), by=None)
    actions.end_span(span=span, ended=date(2016, 8, 1), by=None)
    assert queries.find_span(child, span.public_id).ended == date(2016, 8, 1)

    pk = span.pk
    actions.take_back(span=span, by=None)
    assert not TierSpan.objects.exists()
    kept = FieldChange.objects.filter(record_id=pk, after="").values_list("field", "before")
    assert set(kept) == {("tier", "early_help"), ("started", "2016-05-02"), ("ended", "2016-08-01")}
    verbs = list(AuditEvent.objects.order_by("id").values_list("verb", flat=True))
    assert verbs == ["tier.begun", "tier.ended", "tier.taken_back"]
    assert all(event.detail["child"] == child.pk for event in AuditEvent.objects.all())


@pytest.mark.parametrize(
    ("days", "field", "says"),
    [
        ((date(2004, 5, 2), None), "started", "before the child was born"),
        ((timezone.localdate() + timedelta(days=1), None), "started", "still to come"),
        ((date(2016, 5, 2), date(2016, 5, 1)), "ended", "before the first day"),
        ((date(2016, 2, 1), None), "started", "is on record"),
        ((date(2015, 1, 1), date(2016, 1, 4)), "started", "is on record"),
    ],
)
def test_days_that_cannot_be_are_refused(child, days, field, says):
    TierSpan.objects.create(child=child, tier="early_help", started=date(2016, 1, 4), ended=date(2016, 3, 1))

    with pytest.raises(ValidationError) as refused:
        actions.begin_span(child=child, tier="early_help", started=days[0], ended=days[1], by=None)

    assert says in " ".join(refused.value.message_dict[field])


def test_another_tier_may_run_beside(child):
    actions.begin_span(child=child, tier="early_help", started=date(2016, 1, 4), by=None)
    actions.begin_span(child=child, tier="care_leaver", started=date(2016, 1, 4), by=None)
    with pytest.raises(ValidationError, match="read from their own records"):
        actions.begin_span(child=child, tier="cp", started=date(2016, 1, 4), by=None)


def test_a_step_says_why(child):
    stepped(child)
    review = reviews.review(child, date(2016, 9, 26))
    worker = people.worker()

    said = actions.say_why(
        child=child, on=date(2016, 10, 3), reason=" Home again ", review=review, reviewer=worker, by=None
    )
    assert (said.reason, said.review, said.reviewer) == ("Home again", review, worker)
    again = actions.say_why(child=child, on=date(2016, 10, 3), reason="Went home", by=None)
    assert (again.pk, again.reason, again.review) == (said.pk, "Went home", None)
    assert queries.reasons_of([child])[(child.pk, date(2016, 10, 3))].reason == "Went home"
    last = AuditEvent.objects.order_by("id").last()
    assert (last.verb, last.detail["fields"]) == ("tier.step_explained", ["reason", "review", "reviewer"])


def test_a_day_without_a_step_has_no_why(child):
    stepped(child)
    with pytest.raises(ValidationError, match="No step of 4 October 2016"):
        actions.say_why(child=child, on=date(2016, 10, 4), reason="Home", by=None)
    with pytest.raises(ValidationError, match="Say why"):
        actions.say_why(child=child, on=date(2016, 10, 3), reason="  ", by=None)
    other = reviews.review(people.child("Benedict Birch"))
    with pytest.raises(ValidationError, match="another child"):
        actions.say_why(child=child, on=date(2016, 10, 3), reason="Home", review=other, by=None)


def test_who_may_and_whose(child):
    iro, other = people.iro_of(child), people.iro_of()
    actions.begin_span(child=child, tier="early_help", started=date(2016, 1, 4), by=iro)
    with pytest.raises(NotYours):
        actions.begin_span(child=child, tier="care_leaver", started=date(2016, 1, 4), by=other)
    with pytest.raises(NotAllowed):
        actions.begin_span(
            child=child, tier="care_leaver", started=date(2016, 1, 4), by=people.user(Role.ANALYST)
        )
