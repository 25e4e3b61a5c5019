"""Peer audits: drawn, rated blind, discussed; who sees what when."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from holdfast.casework.access.roles import Role
from holdfast.casework.access.rules import NotAllowed
from holdfast.casework.audit.models import AuditEvent
from holdfast.casework.checking import actions, queries, rules
from holdfast.casework.checking.candidates import pool_of
from holdfast.casework.checking.models import PeerAudit, Sample
from holdfast.casework.checking.rules import Part
from holdfast.casework.people.queries import NotYours
from tests.builders import care, people, reviews
from tests.builders.checking import GOOD, audit, monitor, officer

pytestmark = pytest.mark.django_db

FEBRUARY, MARCH = date(2017, 2, 1), date(2017, 3, 20)


@pytest.fixture
def team():
    return [officer(name) for name in ("Amara Obi", "Ben Lark", "Chris Moss")]


@pytest.fixture
def one(team) -> PeerAudit:
    """A review of Amara's for Ben to rate."""
    review = team[0].allocations.first().child.reviews.get()
    return audit(review, team[0], team[1])


def drawn(per_officer: int = 2, seed: int = 7, by=None) -> Sample:
    return actions.draw_sample(month=FEBRUARY, per_officer=per_officer, seed=seed, by=by, on=MARCH)


def test_the_sample_says_what_it_was_drawn_from(team):
    child = care.in_care(date(2016, 5, 2), people.child("Without monitor"))
    people.allocated(child, team[0])
    reviews.review(child, date(2017, 2, 20))
    reviews.review(care.in_care(date(2016, 5, 2), people.child("Nobodys")), date(2017, 2, 20))
    monitor(reviews.review(child, date(2017, 1, 31)))

    sample = drawn()

    assert sample.audits.count() == 6
    assert sample.drawn_from["without_officer"] == 1
    amara = sample.drawn_from["officers"][str(team[0].public_id)]
    assert amara == {"completed": 4, "rated": 3, "drawn": 2, "without_rater": 0}
    assert all(one.rater_id != one.officer_id and one.officer_ratings == GOOD for one in sample.audits.all())
    assert set(Counter(sample.audits.values_list("rater", flat=True)).values()) == {2}


def test_the_same_seed_and_records_draw_the_same_sample(team):
    def pairs(seed: int) -> list:
        with transaction.atomic():
            found = list(drawn(seed=seed).audits.values_list("review", "officer", "rater"))
            transaction.set_rollback(True)
        return found

    assert pairs(7) == pairs(7)
    assert len({tuple(pairs(seed)) for seed in range(8)}) > 1


def test_the_chair_of_the_review_is_its_officer_before_who_is_allocated(team):
    review = team[0].allocations.first().child.reviews.get()
    review.chair = team[1]
    review.save()
    assert pool_of(rules.month_of(FEBRUARY)).completed == {team[0].pk: 2, team[1].pk: 4, team[2].pk: 3}


def test_who_was_ever_responsible_for_the_child_does_not_rate(team):
    for allocation in team[0].allocations.all():
        people.allocated(allocation.child, team[1], starts=date(2015, 1, 1), ends=date(2016, 3, 1))
    assert {one.rater for one in drawn(3).audits.filter(officer=team[0])} == {team[2]}


def test_the_pool_asks_as_many_questions_for_few_as_for_many(team):
    def asked() -> int:
        with CaptureQueriesContext(connection) as found:
            pool_of(rules.month_of(FEBRUARY))
        return len(found)

    before = asked()
    officer("Dana Reed", number=5)
    assert asked() == before == 6


@pytest.mark.parametrize(
    ("month", "per_officer", "on", "says"),
    [
        (MARCH, 2, MARCH, "once it is over"),
        (date(2016, 12, 1), 2, MARCH, "No review of a child in care was completed"),
        (FEBRUARY, 0, MARCH, "from 1 to 10"),
    ],
)
def test_a_draw_that_cannot_be_says_why(team, month, per_officer, on, says):
    with pytest.raises(ValidationError, match=says):
        actions.draw_sample(month=month, per_officer=per_officer, seed=1, by=None, on=on)


def test_a_month_is_drawn_once_and_by_the_manager(team):
    with pytest.raises(NotAllowed):
        drawn(by=team[0].user)
    with pytest.raises(NotAllowed):
        drawn(by=people.user(Role.ANALYST))
    drawn(by=people.user(Role.IRO_MANAGER))
    with pytest.raises(ValidationError, match="drawn already"):
        drawn()


def test_reviews_without_a_finished_monitor_are_said_to_be_missing():
    child = care.in_care(date(2016, 5, 2), people.child())
    people.allocated(child, people.worker("Amara Obi", people.user(Role.IRO)))
    monitor(reviews.review(child, date(2017, 2, 20)), finished=None)
    with pytest.raises(ValidationError, match="0 of the 1 reviews"):
        drawn()


def test_one_officer_alone_has_nobody_to_rate():
    officer("Amara Obi")
    with pytest.raises(ValidationError, match="Nobody may rate"):
        drawn()


def test_the_parts_in_an_audit(one, team):
    manager = people.user(Role.IRO_MANAGER)
    parts = [queries.find_audit(user, one.public_id).part for user in (team[1].user, team[0].user, manager)]
    assert parts == [Part.RATER, Part.OFFICER, Part.MANAGER]
    with pytest.raises(NotYours):
        queries.find_audit(team[2].user, one.public_id)
    with pytest.raises(NotYours):
        queries.find_audit(team[1].user, "no id")
    with pytest.raises(NotAllowed):
        queries.find_audit(people.user(Role.SOCIAL_WORKER), one.public_id)
    queries.open_audit(team[1].user, one.public_id)
    event = AuditEvent.objects.last()
    assert (event.verb, event.detail) == ("peer_audit.read", {"child": one.review.child_id, "part": "rater"})


def test_half_done_comes_back_and_whole_is_needed_to_finish(one, team):
    ben = team[1].user
    actions.keep(audit=one, ratings={"legal_status_right": "no"}, remarks=" So far ", by=ben)
    assert (one.ratings, one.remarks, one.rated_on) == ({"legal_status_right": "no"}, "So far", None)

    with pytest.raises(ValidationError) as refused:
        actions.rate(audit=one, ratings=one.ratings, remarks="", on=MARCH, by=ben)
    assert set(refused.value.message_dict) == set(GOOD) - {"legal_status_right"}
    with pytest.raises(ValidationError, match="answers offered"):
        actions.keep(audit=one, ratings={"care_plan_quality": "splendid"}, remarks="", by=ben)

    actions.rate(audit=one, ratings={**GOOD, "care_plan_quality": "inadequate"}, remarks="", on=MARCH, by=ben)
    assert one.rated_on == MARCH
    with pytest.raises(ValidationError, match="both have seen the ratings"):
        actions.keep(audit=one, ratings=GOOD, remarks="", by=ben)


def test_only_the_rater_rates_and_never_a_child_they_review(one, team):
    for user in (team[0].user, team[2].user, people.user(Role.IRO_MANAGER)):
        with pytest.raises(NotYours):
            actions.rate(audit=one, ratings=GOOD, remarks="", on=MARCH, by=user)
    one.review.child.allocations.update(ends=date(2017, 2, 28))
    people.allocated(one.review.child, team[1], starts=date(2017, 3, 1))
    with pytest.raises(ValidationError, match="one of those you see"):
        actions.rate(audit=one, ratings=GOOD, remarks="", on=MARCH, by=team[1].user)
    assert not rules.reads_record(Part.RATER, one)


def test_who_had_the_child_for_a_day_rates_no_more(one, team):
    child, ben = one.review.child, team[1]
    people.allocated(child, ben, starts=date(2017, 3, 1), ends=date(2017, 3, 2))
    with pytest.raises(ValidationError, match="one of those you see"):
        actions.rate(audit=one, ratings=GOOD, remarks="", on=MARCH, by=ben.user)
    assert not rules.may_rate(one, ben)


def test_a_rater_who_became_manager_and_sees_every_rating_rates_no_more(one, team):
    ben = team[1].user
    ben.role = Role.IRO_MANAGER
    ben.save()
    for act in (actions.keep, actions.rate):
        more = {"on": MARCH} if act is actions.rate else {}
        with pytest.raises(ValidationError, match="one of those you see"):
            act(audit=PeerAudit.objects.get(), ratings=GOOD, remarks="", by=ben, **more)
    actions.hand_on(audit=one, rater=team[2], by=ben)
    assert one.rater == team[2]


def test_either_writes_down_what_was_agreed_once_both_have_rated(one, team):
    ben, amara = team[1].user, team[0].user
    with pytest.raises(ValidationError, match="nothing to discuss"):
        actions.discuss(audit=one, outcome="Good", learning="", on=MARCH, by=amara)
    actions.rate(audit=one, ratings=GOOD, remarks="", on=MARCH, by=ben)
    assert rules.reads_record(Part.RATER, one)
    with pytest.raises(NotYours):
        actions.discuss(audit=one, outcome="Good", learning="", on=MARCH, by=people.user(Role.IRO_MANAGER))
    with pytest.raises(ValidationError, match="Write what you agreed"):
        actions.discuss(audit=one, outcome=" ", learning="", on=MARCH, by=amara)
    actions.discuss(audit=one, outcome="Good it is", learning="Anchor", on=MARCH, by=amara)
    actions.discuss(audit=one, outcome="Good it was", learning="Anchor", on=date(2017, 3, 28), by=ben)
    assert (one.discussed_on, one.outcome) == (MARCH, "Good it was")
    assert not rules.reads_record(Part.RATER, one)
    verbs = list(AuditEvent.objects.order_by("id").values_list("verb", flat=True))
    assert verbs == ["peer_audit.rated", "peer_audit.discussed", "peer_audit.discussed"]


def test_an_audit_is_handed_on_without_what_was_half_done(one, team):
    manager = people.user(Role.IRO_MANAGER)
    actions.keep(audit=one, ratings={"legal_status_right": "no"}, remarks="x", by=team[1].user)
    with pytest.raises(NotAllowed):
        actions.hand_on(audit=one, rater=team[2], by=team[1].user)
    for wrong in (team[0], people.worker("No sign-in")):
        with pytest.raises(ValidationError, match="Choose another"):
            actions.hand_on(audit=one, rater=wrong, by=manager)
    actions.hand_on(audit=one, rater=team[2], by=manager)
    assert (one.rater, one.ratings, one.remarks) == (team[2], {}, "")
    with pytest.raises(NotYours):
        queries.find_audit(team[1].user, one.public_id)


def test_the_lists_of_each(one, team):
    amara, ben = team[0].user, team[1].user
    assert [queries.audits_to_rate(user) for user in (ben, amara)] == [[one], []]
    assert queries.waiting_for(amara).being_rated == (one,)
    actions.rate(audit=one, ratings=GOOD, remarks="", on=MARCH, by=ben)
    assert [queries.waiting_for(user).to_discuss for user in (ben, amara)] == [(one,), (one,)]
    actions.discuss(audit=one, outcome="Same", learning="", on=MARCH, by=ben)
    assert [list(queries.audits_done(user)) for user in (ben, amara)] == [[one], [one]]
    (sample,) = queries.samples()
    assert (sample.drawn, sample.rated, sample.discussed) == (1, 1, 1)


def test_agreement_counts_what_both_judged(team):
    found = [allocation.child.reviews.get() for allocation in team[0].allocations.all()]
    audit(found[0], team[0], team[1], ratings=GOOD, rated_on=MARCH)
    audit(found[1], team[0], team[1], ratings={**GOOD, "care_plan_quality": "inadequate"}, rated_on=MARCH)
    audit(found[2], team[0], team[1], ratings={"care_plan_quality": "good"})

    per = {one.question.key: one.linear for one in queries.agreement(queries.rated_between(FEBRUARY, MARCH))}
    assert (per["care_plan_quality"].same, per["care_plan_quality"].pairs) == (1, 2)
    assert per["care_plan_quality"].kappa.value == 0
    assert per["legal_status_right"].kappa.value is None
    assert queries.rated_between(date(2017, 3, 1), MARCH) == []


def test_the_officers_ratings_are_those_of_the_day_it_was_drawn(team):
    sample = drawn(1)
    one = sample.audits.first()
    one.review.monitor.answers.filter(question="care_plan_quality").update(value="inadequate")
    one.refresh_from_db()
    assert one.officer_ratings == GOOD
