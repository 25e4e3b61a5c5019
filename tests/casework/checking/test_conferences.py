"""The quarter's lists of the conference audit, and what it found."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from holdfast.casework.access.roles import Role
from holdfast.casework.access.rules import NotAllowed
from holdfast.casework.audit.models import AuditEvent
from holdfast.casework.checking import actions
from holdfast.casework.checking.conferences import conference_lists, find_listed, quarter_named, quarter_of
from holdfast.casework.checking.models import ConferenceFinding, Trigger
from holdfast.casework.people.models import Child
from holdfast.casework.people.queries import NotYours
from holdfast.domain.conference_audit import Listing
from tests.builders import people
from tests.builders.checking import plan, review_conference

pytestmark = pytest.mark.django_db

Q4 = quarter_named("2016/17 Q4")
MARCH = date(2017, 3, 31)


@pytest.fixture
def child():
    return people.child("Ivy Ash")


def on_lists() -> dict[str, list]:
    found = conference_lists(Child.objects.all(), Q4)
    return {str(listing): [one.protection for one in plans] for listing, plans in found.items() if plans}


def test_the_triggers_are_the_lists_of_the_domain():
    assert list(Trigger.values) == [listing.value for listing in Listing]


def test_a_plan_on_each_list(child):
    first = plan(child, date(2016, 11, 1), date(2017, 1, 30))
    review_conference(child, date(2017, 1, 30), first)
    again = plan(child, date(2017, 2, 6))
    long = plan(people.child("Benedict Birch"), date(2015, 11, 2))

    assert on_lists() == {
        "ended_at_first_review": [first],
        "over_15_months": [long],
        "repeat_within_2_years": [again],
    }


def test_a_second_review_conference_is_not_the_first(child):
    one = plan(child, date(2016, 5, 3), date(2017, 1, 30))
    review_conference(child, date(2016, 8, 1), one)
    review_conference(child, date(2017, 1, 30), one)
    assert on_lists() == {}


def test_a_conference_of_an_earlier_plan_does_not_count(child):
    earlier = plan(child, date(2013, 5, 3), date(2014, 1, 6))
    review_conference(child, date(2013, 8, 1), earlier)
    one = plan(child, date(2016, 11, 1), date(2017, 1, 30))
    review_conference(child, date(2017, 1, 30))
    assert on_lists() == {"ended_at_first_review": [one]}


@pytest.mark.parametrize("number", [1, 4])
def test_three_queries_for_any_number_of_plans(number):
    for nth in range(number):
        one = plan(people.child(f"Ivy {nth}"), date(2015, 11, 2))
        review_conference(one.child, date(2016, 1, 25), one)
    with CaptureQueriesContext(connection) as asked:
        assert len(conference_lists(Child.objects.all(), Q4)[Listing.OVER_15_MONTHS]) == number
    assert len(asked) == 3


def note(one, **given):
    standard = {"was_right": "yes", "finding": "The risk had gone.", "learning": "", "on": MARCH, "by": None}
    return actions.note_finding(
        protection=one, quarter=Q4, trigger=Trigger.OVER_15_MONTHS, **{**standard, **given}
    )


def test_a_finding_is_noted_shown_and_corrected(child):
    one = plan(child, date(2015, 11, 2))
    noted = note(one)
    again = note(one, was_right="unclear", learning="Ask at 12 months.")
    (shown,) = conference_lists(Child.objects.all(), Q4)[Listing.OVER_15_MONTHS]

    assert noted.pk == again.pk
    assert ConferenceFinding.objects.count() == 1
    assert (shown.finding.was_right, shown.finding.learning) == ("unclear", "Ask at 12 months.")
    assert [event.detail["fields"] for event in AuditEvent.objects.order_by("id")] == [
        ["was_right", "finding", "learning"],
        ["was_right", "learning"],
    ]


def test_what_cannot_be_noted(child):
    one = plan(child, date(2015, 11, 2))
    with pytest.raises(ValidationError, match="what was found"):
        note(one, finding=" ")
    with pytest.raises(ValidationError, match="Choose"):
        note(one, was_right="maybe")
    with pytest.raises(ValidationError, match="not on that list"):
        note(plan(people.child("Benedict Birch"), date(2017, 1, 9)))
    with pytest.raises(NotAllowed):
        note(one, by=people.user(Role.BUSINESS_SUPPORT))
    with pytest.raises(NotYours):
        note(one, by=people.iro_of())
    assert note(one, by=people.iro_of(child)).found_on == MARCH


def test_a_listed_plan_is_found_among_the_children_one_may_see(child):
    one = plan(child, date(2015, 11, 2))
    among = Child.objects.filter(pk=child.pk)
    assert find_listed(among, one.public_id, Q4, "over_15_months").protection == one
    assert find_listed(among, one.public_id, Q4, "ended_at_first_review") is None
    assert find_listed(among, one.public_id, Q4, "no_such_list") is None
    assert find_listed(Child.objects.none(), one.public_id, Q4, "over_15_months") is None


def test_quarters_by_name():
    assert (Q4.starts, Q4.ends, quarter_of(MARCH)) == (date(2017, 1, 1), MARCH, Q4)
    for name in ("2016/17 Q5", "2016/18 Q1", "Q1", "2016/17", "x"):
        with pytest.raises(ValueError, match="not a"):
            quarter_named(name)
